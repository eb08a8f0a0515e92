"""The pane of an action: the same data as its row, and what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.model import PolicyPriority
from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui import wording
from coopdesk.plan.ui.budget import BudgetFields
from coopdesk.plan.ui.layouts import SnugNote, at_left, clear_layout
from coopdesk.plan.ui.milestones import MilestoneList
from coopdesk.plan.ui.neighbours import Linked
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField, ManyField
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.number import PercentageField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Button, Label, NameButton
from coopdesk.shell.traces import TraceList
from coopdesk.shell.widgets import Pill, SectionTitle

Freshen = Callable[[], object]


class ActionDetail(QWidget):
    """Made once and filled for each action, so that the field one types in stays."""

    def __init__(self, context: Context, freshen: Freshen, remove: Callable[[ActionRow], object]) -> None:
        super().__init__()
        self._context, self._freshen, self._remove = context, freshen, remove
        self._row: ActionRow | None = None
        say = context.words.say
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.pill, self.late = Pill(), Label("", "small strong", "errFg")
        state = QHBoxLayout()
        state.addWidget(self.pill)
        state.addWidget(self.late)
        state.addStretch(1)
        self._column.addLayout(state)
        options = [(c.value, c.text, c.icon) for c in wording.status_choices(context.words)]
        self.fields: dict[str, Field] = {
            "title": TextField(context, say("Action"), required=True),
            "status": ChoiceField(context, say("Status"), options),
            "end": DateField(context, say("End date")),
            "lead": TextField(context, say("Lead")),
            "progress": PercentageField(context, say("Progress"), whole=True),
            "begin": DateField(context, say("Begin date")),
            "code": TextField(context, say("No.")),
            "nis": ManyField(context, say("Municipalities"), hint=say("None chosen means the whole area.")),
            "partners": ManyField(context, say("Partners"), free=True),
            "target_groups": ManyField(context, say("Target groups"), free=True),
            "priorities": ManyField(context, say("Flemish priority")),
            "reporting_codes": ManyField(context, say("Other reporting codes"), free=True),
            "description": SnugNote(context, say("Description"), 3),
            "remark": SnugNote(context, say("Remark"), 3),
        }
        for key, field in self.fields.items():
            field.committed.connect(lambda value, key=key: self._revise(key, value))
        self._lay_out(say)

    def _lay_out(self, say: Callable[[str], str]) -> None:
        context, column = self._context, self._column
        self._pair("status", "end")
        self._pair("lead", "progress")
        self.budget = BudgetFields(context, self._freshen)
        column.addWidget(self.budget)
        self.milestones = MilestoneList(context, self._freshen)
        column.addWidget(SectionTitle(say("Milestones")))
        column.addWidget(self.milestones)
        self._links_title = SectionTitle(say("Linked to"))
        column.addWidget(self._links_title)
        self._links = QVBoxLayout()
        self._links.setSpacing(2)
        column.addLayout(self._links)
        self.smart = Label("", "small", "text2", wrap=True)
        column.addWidget(self.smart)
        self._alone("remark", "title")
        self._pair("code", "begin")
        self._alone("description", "nis", "partners", "target_groups", "priorities", "reporting_codes")
        self.traces = TraceList(context.words, context.traces, "action")
        column.addWidget(self.traces)
        column.addLayout(at_left(Button(say("Remove action"), "dismiss", "flat", self._remove_shown)))

    def _alone(self, *keys: str) -> None:
        for key in keys:
            self._column.addWidget(self.fields[key])

    def _pair(self, left: str, right: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.fields[left], 1)
        row.addWidget(self.fields[right], 1)
        self._column.addLayout(row)

    def offer(self, view: PlanView, people: Sequence[str], towns: Sequence[tuple[str, str]]) -> None:
        """What can be chosen, for this plan."""
        names = [(name, name) for name in people]
        lead, places, partners = self.fields["lead"], self.fields["nis"], self.fields["partners"]
        priorities = self.fields["priorities"]
        assert isinstance(lead, TextField)
        assert isinstance(places, ManyField)
        assert isinstance(partners, ManyField)
        assert isinstance(priorities, ManyField)
        lead.offer(list(people))
        places.offer(list(towns))
        partners.offer(names)
        priorities.offer([(one.code, _short(one)) for one in view.priorities])

    def show_row(self, row: ActionRow, view: PlanView, linked: Sequence[Linked]) -> None:
        """Shows an action as it is now."""
        words, action = self._context.words, row.action
        same = self._row is not None and self._row.id == row.id
        self._row = row
        for key, field in self.fields.items():
            if not same:
                field.clear_problem()
            if not (same and field.problem):
                field.show_value(getattr(action, key))
        look = wording.STATUS_LOOKS[action.status]
        self.pill.show_state(wording.status(words, action.status), look.icon, look.tone)
        self.late.setText(wording.late(words, row.days_late) if row.days_late else "")
        self.budget.show_row(row, view.plan)
        self.milestones.show_row(row)
        self.smart.setText(wording.smart(words, row.smart))
        self._show_links(linked)
        self.traces.show_thing(row.id)

    def _show_links(self, linked: Sequence[Linked]) -> None:
        clear_layout(self._links)
        self._links_title.setVisible(bool(linked))
        for one in linked:
            self._links.addLayout(at_left(NameButton(one.text, one.icon, partial(self._context.go.to, one.place))))

    def _revise(self, key: str, value: Any) -> None:
        self._freshen()
        if self._row is None:
            return
        value = 0 if key == "progress" and value is None else value
        action = replace(self._row.action, **{key: value})
        if self._context.submit(ReviseAction(action), self.fields[key]):
            self._freshen()

    def _remove_shown(self) -> None:
        if self._row is not None:
            self._remove(self._row)


def _short(priority: PolicyPriority) -> str:
    title = priority.title if len(priority.title) <= 48 else priority.title[:47].rstrip() + "…"
    return f"{priority.code} · {title}"
