"""A question in the list itself, under the cell it is about: what is the matter and a button for each answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coopdesk.shell.bars import Choice
from coopdesk.shell.flow import FlowLayout
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.theme import current_theme


class Question(QFrame):
    """Stays until it is answered or put off with Esc; `put_off` is called then. All texts come in finished."""

    def __init__(
        self, parent: QWidget, text: str, choices: Sequence[Choice], put_off: Callable[[], object] = tuple
    ) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.setProperty("tone", "warn")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(text)
        self.text, self._put_off, self._room = text, put_off, parent
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        words = Label(text, "body", "warnFg", wrap=True)
        words.setMinimumWidth(min(current_theme().px(380), words.fontMetrics().horizontalAdvance(text) + 8))
        column.addWidget(words)
        row = QWidget()
        flow = FlowLayout(row)
        self.buttons = [Button(choice.text, choice.icon, "", self._runner(choice)) for choice in choices]
        for button in self.buttons:
            button.setAutoDefault(True)
            flow.addWidget(button)
        column.addWidget(row)

    def ask_at(self, cell: QRect) -> None:
        """Under a cell, above it where there is no room, in places of the parent; its first button has the focus."""
        room = self._room.rect()
        wide = min(current_theme().px(460), room.width() - 16)
        self.setFixedWidth(wide)
        high = self._column.totalHeightForWidth(wide)
        self.resize(wide, high)
        below = cell.bottom() + 4
        top = below if below + high <= room.height() else max(4, cell.top() - high - 4)
        self.move(max(8, min(cell.left(), room.width() - wide - 8)), top)
        self.show()
        self.raise_()
        self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            self._put_off()
            return
        super().keyPressEvent(event)

    def _runner(self, choice: Choice) -> Callable[[], object]:
        def run() -> None:
            self.close()
            choice.run()

        return run
