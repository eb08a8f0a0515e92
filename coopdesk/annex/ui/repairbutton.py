"""A button that mends something; Enter presses it as well, which F8 leads to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from coopdesk.shell.widgets import Button


class RepairButton(Button):
    """Qt presses only its default button on Enter, and paints that with a frame of its own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
