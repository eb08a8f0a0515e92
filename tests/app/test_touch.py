"""What a first edit needs is fetched while a person is still typing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QMimeData, QPoint, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from coopdesk.app.touch import FirstTouch

app = QApplication(["coopdesk"])
field = QLineEdit()
field.show()
FirstTouch(field)
app.processEvents()
before = "sqlalchemy" in sys.modules
if sys.argv[1] == "key":
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
else:
    carried = QMimeData()
    carried.setUrls([QUrl("file:///cijfers.xlsx")])
    over = QDragEnterEvent(QPoint(1, 1), Qt.CopyAction, carried, Qt.LeftButton, Qt.NoModifier)
    app.sendEvent(field.windowHandle(), over)
QThreadPool.globalInstance().waitForDone()
print(before, "sqlalchemy" in sys.modules, field.text())
"""


def touched(how: str) -> list[str]:
    command = [sys.executable, "-c", SCRIPT, how]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_the_first_key_gets_writing_ready_and_is_typed_all_the_same() -> None:
    assert touched("key") == ["False", "True", "a"]


def test_a_file_held_over_the_window_gets_writing_ready_for_its_import() -> None:
    assert touched("file") == ["False", "True"]
