"""What a first edit needs is fetched while a person is still typing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from coopdesk.app.touch import FirstTouch

app = QApplication(["coopdesk"])
field = QLineEdit()
field.show()
FirstTouch(field)
app.processEvents()
before = "sqlalchemy" in sys.modules
QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
QThreadPool.globalInstance().waitForDone()
print(before, "sqlalchemy" in sys.modules, field.text())
"""


def test_the_first_key_gets_writing_ready_and_is_typed_all_the_same() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["False", "True", "a"]
