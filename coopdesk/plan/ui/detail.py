"""The pane of an action: the same data as its row, and what belongs to it, in parts that fold away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui import wording
from coopdesk.plan.ui.budget import BudgetFields
from coopdesk.plan.ui.evidence import EvidenceList
from coopdesk.plan.ui.fields import ActionFields
from coopdesk.plan.ui.history import HistoryList
from coopdesk.plan.ui.indicators import IndicatorCards
from coopdesk.plan.ui.layouts import at_left
from coopdesk.plan.ui.links import LinkList
from coopdesk.plan.ui.milestones import MilestoneList
from coopdesk.plan.ui.neighbours import Neighbours
from coopdesk.plan.ui.split import SplitFields
from coopdesk.shell.context import Context
from coopdesk.shell.fold import Fold
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.traces import TraceList
from coopdesk.shell.widgets import Pill

Freshen = Callable[[], object]


class ActionDetail(QWidget):
    """Made once and filled for each action, so that the field one types in stays."""

    def __init__(
        self, context: Context, freshen: Freshen, remove: Callable[[ActionRow], object], neighbours: Neighbours
    ) -> None:
        super().__init__()
        self._context, self._freshen, self._remove, self._neighbours = context, freshen, remove, neighbours
        self._row: ActionRow | None = None
        self._view: PlanView | None = None
        self._towns: Sequence[tuple[str, str]] = ()
        self._make_state()
        self.set = ActionFields(context)
        self.fields = self.set.fields
        for key, field in self.fields.items():
            field.committed.connect(lambda value, key=key: self._revise(key, value))
        self._make_parts()
        self._lay_out()

    def _make_state(self) -> None:
        say = self._context.words.say
        self.pill, self.late = Pill(), Label("", "small strong", "errFg")
        self.smart, self.checklist = (Label("", "small", "text2", wrap=True) for _ in range(2))
        self.auto = QCheckBox(say("Progress follows the milestones"))
        self.auto.clicked.connect(lambda on: self._revise("auto_progress", on))
        self.yearly = QCheckBox(say("Comes back every year"))
        self.yearly.clicked.connect(lambda on: self._revise("yearly", on))

    def _make_parts(self) -> None:
        context, freshen, near = self._context, self._freshen, self._neighbours
        self.milestones = MilestoneList(context, freshen)
        self.budget = BudgetFields(context, freshen)
        self.split = SplitFields(context, freshen, near.inhabitants)
        self.indicators = IndicatorCards(context, freshen)
        self.evidence = EvidenceList(context, freshen)
        self.links = LinkList(context, freshen, near)
        self.history = HistoryList(context)

    def _lay_out(self) -> None:
        say, column = self._context.words.say, QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        state = QHBoxLayout()
        state.addWidget(self.pill)
        state.addWidget(self.late)
        state.addStretch(1)
        column.addLayout(state)
        column.addLayout(self.set.pair("status", "end"))
        column.addLayout(self.set.pair("lead", "progress"))
        column.addWidget(self.auto)
        column.addWidget(self.smart)
        column.addWidget(self.checklist)
        self.folds = {
            "milestones": self._fold(say("Milestones"), "milestones", self.milestones),
            "budget": self._fold(say("Budget"), "budget", self.budget, self.split),
            "links": self._fold(say("Linked to"), "links", self.links),
            "described": self._described(),
            "indicators": self._fold(say("Measured by"), "indicators", self.indicators, is_open=False),
            "evidence": self._fold(say("Pieces of evidence"), "evidence", self.evidence, is_open=False),
            "history": self._fold(say("History"), "history", self.history, is_open=False),
        }
        for fold in self.folds.values():
            column.addWidget(fold)
        self.used = Label("", "small", "text2", wrap=True)
        self.folds["used"] = used = self._fold(say("Where is this used?"), "used", self.used, is_open=False)
        column.addWidget(used)
        self.traces = TraceList(self._context.words, self._context.traces, "action")
        column.addWidget(self.traces)
        column.addLayout(at_left(Button(say("Remove action"), "dismiss", "flat", self._remove_shown)))

    def _fold(self, title: str, name: str, *inside: QWidget, is_open: bool = True) -> Fold:
        made = Fold(title, self._context.settings, f"plan.{name}", is_open=is_open)
        for one in inside:
            made.body.addWidget(one)
        made.unfolded.connect(self._again)
        return made

    def _described(self) -> Fold:
        """Words, place and people: what a plan says of an action beside its progress."""
        fold = self._fold(self._context.words.say("Description"), "described")
        fold.body.addWidget(self.fields["title"])
        fold.body.addLayout(self.set.pair("code", "begin"))
        fold.body.addWidget(self.yearly)
        for key in ("description", "domain_id", "nis", "partners", "target_groups", "priorities", "reporting_codes",
                    "remark"):  # fmt: skip
            fold.body.addWidget(self.fields[key])
        return fold

    def offer(self, view: PlanView, people: Sequence[str], towns: Sequence[tuple[str, str]]) -> None:
        """What can be chosen, for this plan."""
        self._towns = towns
        self.set.offer(view, people, towns)

    def show_row(self, row: ActionRow, view: PlanView) -> None:
        """Shows an action as it is now."""
        words, action = self._context.words, row.action
        same = self._row is not None and self._row.id == row.id
        self._row, self._view = row, view
        self.set.show_row(row, view, same=same)
        look = wording.STATUS_LOOKS[action.status]
        self.pill.show_state(wording.status(words, action.status), look.icon, look.tone)
        self.late.setText(wording.late(words, row.days_late) if row.days_late else "")
        self.auto.setChecked(action.auto_progress)
        self.yearly.setChecked(action.yearly)
        self.smart.setText(wording.smart(words, row.smart))
        self.checklist.setText(wording.smart_list(words, row.smart))
        self.checklist.setAccessibleName(wording.smart_spoken(words, row.smart))
        self.milestones.show_row(row)
        self.traces.show_thing(row.id)
        self._again()

    def _again(self) -> None:
        """Fills the parts that are open; those folded away only count."""
        row, view = self._row, self._view
        if row is None or view is None:
            return
        number = self._context.words.formats.number
        for key, n in (("milestones", len(row.milestones)), ("indicators", len(row.indicators)),
                       ("evidence", len(row.evidence))):  # fmt: skip
            self.folds[key].count(number(n) if n else "")
        if self.folds["budget"].is_open:
            self.budget.show_row(row, view.plan)
            self.split.show_row(row, self._towns)
        if self.folds["links"].is_open:
            self.links.show_row(row)
        if self.folds["evidence"].is_open:
            self.evidence.show_row(row)
        self._on_demand(row, view)

    def _on_demand(self, row: ActionRow, view: PlanView) -> None:
        """What is read anew each time, and therefore only when it is open."""
        if self.folds["indicators"].is_open:
            measured = self._neighbours.measured([one.id for one in row.indicators])
            self.indicators.show_indicators(row.objective.id, row.id, row.indicators, row.targets, view.plan, measured)
        if self.folds["history"].is_open:
            self.history.show_row(row, view, self._towns)
        if self.folds["used"].is_open:
            found = self._neighbours.used([row.id], [one.id for one in row.indicators])
            self.used.setText(" · ".join(found) or self._context.words.say("Nowhere else. Removing it leaves no gap."))

    def _revise(self, key: str, value: Any) -> None:
        self._freshen()
        if self._row is None:
            return
        value = 0 if key == "progress" and value is None else value
        action = replace(self._row.action, **{key: value})
        if self._context.submit(ReviseAction(action), self.fields.get(key, self)):
            self._freshen()

    def _remove_shown(self) -> None:
        if self._row is not None:
            self._remove(self._row)
