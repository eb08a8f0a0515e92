"""The pane of one cell of the check: what serves the priority that year, and the three ways to fill a hole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from coopdesk.cycle.commands.reasons import AddActionForPriority, NoteReason, ServePriority
from coopdesk.cycle.queries.checks import Check
from coopdesk.cycle.rules.matrix import Cell, CellState
from coopdesk.cycle.ui.looks import CELL_LOOKS
from coopdesk.cycle.wording import cell_text, cell_told
from coopdesk.plan.model import Action
from coopdesk.plan.rules import runs_in
from coopdesk.plan.ui.layouts import at_left, clear_layout
from coopdesk.plan.wording import new_objective
from coopdesk.shell.bars import Choice
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.text import NoteField
from coopdesk.shell.labels import Button, Label, NameButton
from coopdesk.shell.place import Place
from coopdesk.shell.widgets import Pill


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell with the words around it: the name of its priority and of its municipality, empty for all of the area."""

    cell: Cell
    title: str
    place: str


class CellPane(QScrollArea):
    """Made once, filled for each cell."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, say = context, context.words.say
        self._spot: Spot | None = None
        self._check: Check | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("detail")
        room = QWidget()
        room.setObjectName("detail")
        self._column = QVBoxLayout(room)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(10)
        self.kicker, self.title = Label("", "small", "text2", wrap=True), Label("", "strong", wrap=True)
        self.pill, self.told = Pill(), Label("", "body", "text", wrap=True)
        self.make = Button(say("Make action"), "add", "", self.make_action)
        self.link = ChoiceField(context, say("Link an action there is"))
        self.link.committed.connect(self._serve)
        self.reason = NoteField(context, say("Why not"), lines=3, hint=say("Kept with the day of today."))
        self.reason.committed.connect(self._explain)
        self._opens: list[NameButton] = []
        self._names = QVBoxLayout()
        self._names.setSpacing(2)
        for part in (self.kicker, self.title):
            self._column.addWidget(part)
        self._column.addLayout(at_left(self.pill))
        self._column.addWidget(self.told)
        self._column.addLayout(self._names)
        self._column.addLayout(at_left(self.make))
        self._column.addWidget(self.link)
        self._column.addWidget(self.reason)
        self._column.addStretch(1)
        self.setWidget(room)

    def show_cell(self, spot: Spot | None, check: Check | None) -> None:
        """Shows a cell as it is now; without one the pane is away."""
        self._spot, self._check = spot, check
        self.setVisible(spot is not None and check is not None)
        if spot is None or check is None:
            return
        words, cell = self._context.words, spot.cell
        look = CELL_LOOKS[cell.state]
        self.kicker.setText(" · ".join(part for part in (cell.code, str(cell.year), spot.place) if part))
        self.title.setText(spot.title)
        self.pill.show_state(cell_text(words, cell), look.icon, look.tone)
        served, asked = cell.state is CellState.SERVED, cell.state is not CellState.NOT_IN_FORCE
        self.told.setText("" if served else cell_told(words, cell))
        self.told.setVisible(not served)
        self._show_names(cell.actions)
        self.make.setVisible(asked)
        options = self._linkable(cell, check)
        self.link.setVisible(asked and bool(options))
        self.link.offer(options)
        self.link.show_value(None)
        self.reason.setVisible(asked and (not served or cell.reason is not None))
        self.reason.show_value(cell.reason.reason if cell.reason is not None else "")

    def begin(self) -> None:
        """The first thing to do gets the focus."""
        (self._opens[0] if self._opens else self.make).setFocus()

    def make_action(self) -> None:
        """An action for the priority in this year; the hole is filled at once."""
        if self._spot is None or self._check is None:
            return
        words, cell = self._context.words, self._spot.cell
        title = words.say("Action for {code} in {year}", code=cell.code, year=str(cell.year))
        command = AddActionForPriority(
            self._check.plan.id, cell.code, cell.year, title, new_objective(words, self._check.plan), cell.nis
        )  # fmt: skip
        self._context.submit(command, self.make, self._made)

    def _made(self, action_id: str) -> None:
        say = self._context.words.say
        text = say("The action is in the plan. Give it its own title and lead.")
        self._context.messages.note(text, undo=True, choices=(Choice(say("Open action"), self._opener(action_id)),))

    def _opener(self, action_id: str) -> Callable[[], object]:
        return partial(self._context.go.to, Place("plan", action_id, "table"))

    def _serve(self, action_id: str | None) -> None:
        if action_id and self._spot is not None:
            self._context.submit(ServePriority(action_id, self._spot.cell.code), self.link)

    def _explain(self, text: str) -> None:
        if self._spot is None or self._check is None:
            return
        cell, today = self._spot.cell, self._context.clock.today()
        nis = cell.reason.nis if cell.reason is not None else cell.nis
        self._context.submit(NoteReason(self._check.plan.id, cell.code, cell.year, text, today, nis), self.reason)

    def _show_names(self, actions: tuple[Action, ...]) -> None:
        clear_layout(self._names)
        self._opens = []
        for action in actions:
            text = f"{action.code} {action.title}".strip()
            self._opens.append(NameButton(text, "clipboard_task", self._opener(action.id)))
            self._names.addLayout(at_left(self._opens[-1]))

    def _linkable(self, cell: Cell, check: Check) -> list[tuple[str, str]]:
        """The actions of that year and place that do not serve the priority yet."""
        return [
            (action.id, f"{action.code} {action.title}".strip()) for action in check.actions
            if cell.code not in action.priorities and runs_in(action, cell.year)
            and (not cell.nis or not action.nis or cell.nis in action.nis)
        ]  # fmt: skip
