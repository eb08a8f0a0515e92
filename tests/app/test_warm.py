"""What is imported ahead: without Qt classes on the worker, which can crash the program, and without what only a deed
needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from coopdesk.app.warm import FEATURES, WarmUp

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys
import coopdesk.app.warm, coopdesk.app.session  # the window itself is there already
before = set(sys.modules)
for name in coopdesk.app.session.FIRST_SCREEN:
    coopdesk.app.warm.load(name)
coopdesk.app.warm.load_behind()
new = set(sys.modules) - before
print(len(new), *sorted(n for n in new if n.startswith(("PySide6", "coopdesk.shell")) or ".ui" in n))
for feature in coopdesk.app.warm.FEATURES:
    for name in coopdesk.app.warm.modules_of(f"coopdesk.{feature}.ui"):
        coopdesk.app.warm.load(name)
print(len(sys.modules), *sorted({n.split(".")[0] for n in sys.modules}))
"""
DEEDS = {"sqlalchemy", "alembic", "openpyxl", "python_calamine", "pypdf", "pypdfium2", "rapidfuzz", "babel"}


def test_a_worker_imports_nothing_with_widgets_and_no_screen_what_only_a_deed_needs() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (number, *widgets), (_, *packages) = (line.split() for line in done.stdout.splitlines())
    assert widgets == []
    assert int(number) > 50
    assert "reportlab" in packages
    assert DEEDS.intersection(packages) == set()


def test_every_screen_is_there_before_its_first_visit(qtbot: QtBot, qapp: object) -> None:
    warm = WarmUp(qapp, 0)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: warm.done, timeout=20_000)
    assert [f for f in FEATURES if f"coopdesk.{f}.ui.page" not in sys.modules] == []
    warm.deleteLater()
