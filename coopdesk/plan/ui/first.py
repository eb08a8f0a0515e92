"""The first steps of a plan without actions: type one, paste a list from Excel, or start from the opportunities."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QShowEvent

from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.grid import clip
from coopdesk.shell.place import Place
from coopdesk.shell.widgets import EmptyState
from coopdesk.words.marks import N_


class FirstSteps(EmptyState):
    """Pasting can be done while a table is on the clipboard."""

    def __init__(self, context: Context, add: Action, paste: Callable[[], object]) -> None:
        words = context.words
        chances = Action("plan.from_opportunities", N_("To the opportunities"), "lightbulb", "",
                         lambda: context.go.to(Place("opportunities")))  # fmt: skip
        super().__init__(
            "clipboard_task", words.say("No actions yet"),
            words.say("An action says who does what by when. The first one also makes the plan."),
            add, chances, words, Action("plan.paste_first", N_("Paste actions from Excel"), "table", "", paste),
        )  # fmt: skip
        self._may_add = add.enabled
        self.paste_button = self.buttons[-1]
        QGuiApplication.clipboard().dataChanged.connect(self.look)
        self.look()

    def showEvent(self, event: QShowEvent) -> None:
        self.look()
        super().showEvent(event)

    @Slot()
    def look(self) -> None:
        """Whether there is something to paste now."""
        self.paste_button.setEnabled(self._may_add() and holds_table())


def holds_table() -> bool:
    """Whether more than one cell is on the clipboard."""
    data = QGuiApplication.clipboard().mimeData()
    if not data:  # before anything was copied there may be nothing at all
        return False
    cells = clip.cells_of(data.text() if data.hasText() else "", data.html() if data.hasHtml() else "")
    return sum(len(row) for row in cells) > 1
