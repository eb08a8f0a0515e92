"""The window is there before anything heavy is imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "openpyxl", "python_calamine", "reportlab", "pypdf", "PIL")
SCRIPT = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
import coopdesk.__main__
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from coopdesk.app.program import make_window, prepare
from coopdesk.kernel.clock import SystemClock
from coopdesk.settings.file import Settings

painted = []

class Watch(QObject):
    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.Paint and not painted:
            painted.append(sorted({name.split(".")[0] for name in sys.modules}))
        return False

folder = Path(sys.argv[1])
app = QApplication(["coopdesk"])
settings = Settings(folder / "settings.json")
words = prepare(app, settings)
window, session = make_window(app, settings, words, SystemClock(), folder)
watch = Watch()
app.installEventFilter(watch)
window.show()
for _ in range(200):
    app.processEvents()
    if painted:
        break
print(window.isVisible(), *painted[0])
"""


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    visible, *modules = done.stdout.split()
    assert visible == "True"
    assert "PySide6" in modules
    assert [name for name in HEAVY if name in modules] == []
