"""What is imported ahead on a worker makes no Qt classes there: that can crash the program."""

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
"""


def test_a_worker_imports_nothing_with_widgets() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    number, *widgets = done.stdout.split()
    assert widgets == []
    assert int(number) > 50


def test_every_screen_is_there_before_its_first_visit(qtbot: QtBot, qapp: object) -> None:
    warm = WarmUp(qapp, 0)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: warm.done, timeout=20_000)
    assert [f for f in FEATURES if f"coopdesk.{f}.ui.page" not in sys.modules] == []
    warm.deleteLater()
