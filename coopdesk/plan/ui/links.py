"""What an action is linked to, with the way there, and a list to link it to more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.desk.command import Command
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.layouts import clear_layout
from coopdesk.plan.ui.neighbours import Linkable, Linked, Neighbours
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.labels import IconButton, Label, NameButton


class LinkList(QWidget):
    """Both ways: what stands here also shows the action on its own page."""

    def __init__(self, context: Context, freshen: Callable[[], object], neighbours: Neighbours) -> None:
        super().__init__()
        self._context, self._freshen, self._neighbours = context, freshen, neighbours
        self._row: ActionRow | None = None
        self._shown: tuple[Linked, ...] | None = None
        self._offered: Sequence[Linkable] = ()
        say = context.words.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.hint = Label(say("Not linked to anything yet. A link shows why this action is there."), "small", "text2",
                          wrap=True)  # fmt: skip
        column.addWidget(self.hint)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        self.add = ChoiceField(context, say("Link to"), [])
        self.add.committed.connect(self._link)
        column.addWidget(self.add)

    def show_row(self, row: ActionRow) -> int:
        """Shows the links of an action; how many there are."""
        self._row = row
        found = tuple(self._neighbours.linked(row))
        if found != self._shown:
            self._shown = found
            self._fill(found)
        offered = self._neighbours.linkable(row)
        if offered != self._offered:
            self._offered = offered
            self.add.offer([(at, one.text) for at, one in enumerate(offered)])
        self.add.show_value(None)
        self.add.setVisible(bool(offered))
        return len(found)

    def _fill(self, found: Sequence[Linked]) -> None:
        clear_layout(self._list)
        self.hint.setVisible(not found)
        for one in found:
            row = QHBoxLayout()
            row.setSpacing(2)
            row.addWidget(NameButton(one.text, one.icon, partial(self._context.go.to, one.place), "left"), 1)
            if one.unlink is not None:
                take = IconButton("dismiss", self._context.words.say("Unlink “{title}”", title=one.text))
                take.clicked.connect(partial(self._run, one.unlink))
                row.addWidget(take)
            self._list.addLayout(row)

    def _link(self, at: int | None) -> None:
        if at is not None and at < len(self._offered):
            self._run(self._offered[at].command)

    def _run(self, command: Command, *_: object) -> None:
        if self._context.submit(command, self.add):
            self._freshen()
