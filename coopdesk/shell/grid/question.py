"""A question in the list itself, under the cell it is about: what is the matter and a button for each answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coopdesk.shell.bars import Choice
from coopdesk.shell.flow import FlowLayout
from coopdesk.shell.grid.near import NearCell, Place
from coopdesk.shell.labels import Button, Label

WIDE = 460


class Question(NearCell):
    """Stays until it is answered or put off with Esc; `later` is called then. All texts come in finished."""

    def __init__(
        self, parent: QWidget, text: str, choices: Sequence[Choice], later: Callable[[], object] = tuple
    ) -> None:
        super().__init__(parent, "question", WIDE)
        self.setAccessibleName(text)
        self.text, self._later = text, later
        self.column.addWidget(Label(text, "body", "warnFg", wrap=True))
        row = QWidget()
        flow = FlowLayout(row)
        self.buttons = [Button(choice.text, choice.icon, "", self._runner(choice)) for choice in choices]
        for button in self.buttons:
            button.setAutoDefault(True)
            flow.addWidget(button)
        self.column.addWidget(row)

    def ask_by(self, cell: Place) -> None:
        """Under a cell; its first button has the focus."""
        self.open_by(cell)
        self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def put_off(self) -> None:
        self.close()
        self._later()

    def _runner(self, choice: Choice) -> Callable[[], object]:
        def run() -> None:
            self.close()
            choice.run()

        return run
