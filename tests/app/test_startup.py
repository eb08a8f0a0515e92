"""The window is there before anything heavy is imported, and so is the first screen of a workspace."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from coopdesk.example.make import make_example
from coopdesk.kernel.clock import SystemClock
from coopdesk.opening import opened

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"sqlalchemy", "alembic", "openpyxl", "python_calamine", "reportlab", "pypdf", "pypdfium2", "PIL", "rapidfuzz"}
SCRIPT = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
import coopdesk.__main__
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication
from coopdesk.app.program import make_window, prepare
from coopdesk.kernel.clock import SystemClock
from coopdesk.settings.file import Settings

painted = []

class Watch(QObject):
    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.Paint:
            painted.append(sorted({name.split(".")[0] for name in sys.modules}))
        return False

def until(met):
    beat = QTimer(interval=10)
    beat.start()
    for _ in range(3000):
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if met():
            return
    sys.exit("this takes too long")

folder = Path(sys.argv[1])
app = QApplication(["coopdesk"])
settings = Settings(folder / "settings.json")
words = prepare(app, settings)
window, session = make_window(app, settings, words, SystemClock(), folder)
watch = Watch()
app.installEventFilter(watch)
window.show()
until(lambda: painted)
print(*painted[0])
if len(sys.argv) > 2:
    session.open_folder(Path(sys.argv[2]))
    until(lambda: window.has_workspace)
    painted.clear()
    until(lambda: painted)
    print(window.page.name, *painted[0])
    from dataclasses import replace
    from coopdesk.territory.commands import ReviseArea
    desk = window.context.desk
    with desk.look() as work:
        area = work.territory.areas()[0]
    desk.do(ReviseArea(replace(area, remark="Anders")))
    print(desk.history.undoable.label, *sorted({name.split(".")[0] for name in sys.modules}))
"""


def modules(*arguments: Path) -> list[list[str]]:
    """What a program of its own had imported, moment by moment."""
    command = [sys.executable, "-c", SCRIPT, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [line.split() for line in done.stdout.splitlines()]


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path):
    (seen,) = modules(tmp_path)
    assert "PySide6" in seen
    assert not (HEAVY | {"sqlcipher3"}).intersection(seen)


def test_the_first_screen_imports_nothing_heavy_and_the_first_edit_only_what_writes(tmp_path):
    workspace = tmp_path / "workspace"
    with opened(workspace, SystemClock()) as found:
        make_example(found.desk, SystemClock())
    _, (page, *screen), (label, *edit) = modules(tmp_path, workspace)
    assert (page, label) == ("start", "Change")
    assert "sqlcipher3" in screen
    assert not HEAVY.intersection(screen)
    assert HEAVY.intersection(edit) == {"sqlalchemy"}
