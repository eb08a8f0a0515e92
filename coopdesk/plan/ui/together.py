"""The pane of several chosen actions: the fields that can be set for all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui import wording
from coopdesk.plan.ui.edits import joined, together
from coopdesk.plan.ui.layouts import at_left
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField, ManyField
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.number import PercentageField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Button, Label

ADDED = ("nis", "partners", "target_groups", "priorities")  # lists: what is typed is added to what each action has


class TogetherDetail(QWidget):
    """A field shows the value the actions share, and nothing where they differ."""

    def __init__(
        self, context: Context, freshen: Callable[[], object], remove: Callable[[Sequence[ActionRow]], object]
    ) -> None:
        super().__init__()
        self._context, self._freshen, self._remove = context, freshen, remove
        self._rows: Sequence[ActionRow] = ()
        say = context.words.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        hint = say("What you change here changes in all of them. An empty field means that they differ.")
        column.addWidget(Label(hint, "small", "text2", wrap=True))
        options = [(c.value, c.text, c.icon) for c in wording.status_choices(context.words)]
        self.fields: dict[str, Field] = {
            "status": ChoiceField(context, say("Status"), options),
            "lead": TextField(context, say("Lead")),
            "begin": DateField(context, say("Begin date")),
            "end": DateField(context, say("End date")),
            "progress": PercentageField(context, say("Progress"), whole=True),
            "nis": ManyField(context, say("Add municipalities")),
            "partners": ManyField(context, say("Add partners"), free=True),
            "target_groups": ManyField(context, say("Add target groups"), free=True),
            "priorities": ManyField(context, say("Add Flemish priorities")),
        }
        for key, field in self.fields.items():
            field.committed.connect(lambda value, key=key: self._set(key, value))
            column.addWidget(field)
        column.addLayout(at_left(Button(say("Remove these actions"), "dismiss", "flat", self._remove_all)))

    def offer(self, view: PlanView, people: Sequence[str], towns: Sequence[tuple[str, str]]) -> None:
        """What can be chosen, for this plan."""
        lead = self.fields["lead"]
        assert isinstance(lead, TextField)
        lead.offer(list(people))
        names = [(name, name) for name in people]
        codes = [(one.code, f"{one.code} · {one.title[:40]}") for one in view.priorities]
        for key, options in (("nis", list(towns)), ("partners", names), ("priorities", codes)):
            field = self.fields[key]
            assert isinstance(field, ManyField)
            field.offer(options)

    def show_rows(self, rows: Sequence[ActionRow]) -> None:
        """Shows what some actions have in common."""
        other = [row.id for row in rows] != [row.id for row in self._rows]
        self._rows = rows
        for key, field in self.fields.items():
            if other:
                field.clear_problem()
            values = {getattr(row.action, key) for row in rows}
            empty: Any = () if key in ADDED else None if key != "lead" else ""
            shared = values.pop() if len(values) == 1 else empty
            field.show_value(() if key in ADDED else shared)

    def _set(self, key: str, value: Any) -> None:
        """One step for all. A list is added to; an emptied text or date that they did not share changes nothing."""
        self._freshen()
        if key in ADDED:
            command = joined(self._rows, key, value)
        elif value is None and key in ("status", "progress"):
            command = None
        else:
            command = together(self._rows, key, value)
        if command is not None and self._context.submit(command, self.fields[key]):
            self._freshen()

    def _remove_all(self) -> None:
        self._remove(self._rows)
