"""The plan of the next cycle: per action whether it goes on, restarts, or is closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coopdesk.cycle.commands.starting import StartNextPlan
from coopdesk.cycle.model import Fate
from coopdesk.cycle.rules import rollover
from coopdesk.cycle.ui.frame import sizing
from coopdesk.cycle.wording import FATES
from coopdesk.plan import queries
from coopdesk.plan.model import Plan
from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.wording import STATUSES
from coopdesk.shell.context import Context
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.fields.number import YearField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.grid.column import Column, Group
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.looks import PillLook, Title, Tone
from coopdesk.shell.labels import Button, Label
from coopdesk.words.marks import N_

LOOKS: Mapping[Fate, PillLook] = {
    Fate.CONTINUED: PillLook("arrow_right_16_regular", Tone.INFO),
    Fate.RESTARTED: PillLook("arrow_clockwise_20_regular", Tone.OK),
    Fate.FINISHED: PillLook("checkmark_circle_16_regular", Tone.NEUTRAL),
    Fate.STOPPED: PillLook("subtract_circle_16_regular", Tone.NEUTRAL),
}
_ORDER = tuple(Fate)


@dataclass(frozen=True, slots=True)
class FateRow:
    """An action with what becomes of it; `line` is its row in the plan."""

    line: ActionRow
    fate: Fate

    @property
    def id(self) -> str:
        return self.line.id


class NextPlanDialog(Dialog):
    """Everything is proposed; Enter turns an action to its next fate, the buttons do it for all that are selected."""

    def __init__(self, parent: QWidget | None, context: Context, plan: Plan, done: Callable[[str], object]) -> None:
        say = context.words.say
        super().__init__(
            parent, say("Start the plan of the next cycle"),
            say("Select actions and say what becomes of them. Objectives come along; targets of past years do not. "
                "The present plan stays, and one undo takes it all back."),
        )  # fmt: skip
        self._context, self._plan, self._done = context, plan, done
        years = rollover.next_years(plan)
        with context.desk.look() as work:
            self._view: PlanView = queries.view(work, plan.id, context.clock.today())
        self._fates = {row.id: rollover.proposed(row.action, plan) for row in self._view.rows}
        self.begin, self.end = YearField(context, say("First year")), YearField(context, say("Last year"))
        self.title = TextField(context, say("Title (optional)"))
        self.begin.show_value(years.begin)
        self.end.show_value(years.end)
        self.begin.committed.connect(lambda _: self._show())
        self.end.committed.connect(lambda _: self._show())
        self.facts = Label("", "small", "text2", wrap=True)
        self.grid: Grid[FateRow] = Grid(
            context, self._columns(), name="next_plan", label=N_("What becomes of each action"),
            of_group=lambda row: row.line.objective.id,
        )  # fmt: skip
        self._lay_out()
        self.add_button(say("Cancel"), self.close)
        self.make = self.add_button(say("Make the next plan"), self._make, primary=True)
        self.grid.activated.connect(lambda _: self._turn())
        self._show()
        sizing(self, context, 1000, 640)

    def _lay_out(self) -> None:
        say = self._context.words.say
        fields = QHBoxLayout()
        fields.setSpacing(10)
        for field, stretch in ((self.begin, 0), (self.end, 0), (self.title, 1)):
            fields.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(fields)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Label(say("Selected actions:"), "small", "text2"))
        self.buttons = {
            fate: Button(say(text), LOOKS[fate].icon, "", self._setter(fate)) for fate, text in FATES.items()
        }
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.facts)

    def _columns(self) -> list[Column[FateRow]]:
        words, formats = self._context.words, self._context.words.formats
        return [
            Column("title", N_("Action"), lambda r: r.line.action.title, look=lambda r: Title(r.line.action.code),
                   width=30, stretch=True),
            Column("status", N_("Now"), lambda r: words.say(STATUSES[r.line.action.status]), width=12, filter=True),
            Column("end", N_("End date"), lambda r: formats.partial(r.line.action.end),
                   value=lambda r: r.line.action.end, width=14),
            Column("fate", N_("Becomes"), lambda r: words.say(FATES[r.fate]), look=lambda r: LOOKS[r.fate], width=22,
                   filter=True),
            Column("then", N_("New end date"), self._then, width=17),
        ]  # fmt: skip

    def _then(self, row: FateRow) -> str:
        if row.fate in rollover.CLOSING:
            return "–"
        end = rollover.renewed(row.line.action, self._years(), row.fate).end
        words = self._context.words
        return words.say("To be decided") if end is None else words.formats.partial(end)

    def _years(self) -> rollover.Years:
        begin = self.begin.value() or self._plan.end_year + 1
        return rollover.Years(begin, self.end.value() or begin, begin - self._plan.begin_year)

    def _setter(self, fate: Fate) -> Callable[[], None]:
        def put() -> None:
            for row in self.grid.selected():
                self._fates[row.id] = fate
            self._show()

        return put

    def _turn(self) -> None:
        row = self.grid.current()
        if row is not None:
            self._fates[row.id] = _ORDER[(_ORDER.index(row.fate) + 1) % len(_ORDER)]
            self._show()

    def _show(self) -> None:
        rows = [FateRow(row, self._fates[row.id]) for row in self._view.rows]
        groups = [Group(o.id, f"{o.objective.code} {o.objective.title}".strip()) for o in self._view.objectives]
        self.grid.show_rows(rows, groups)
        words, found = self._context.words, Counter(self._fates.values())
        closed = found[Fate.FINISHED] + found[Fate.STOPPED]
        self.facts.setText(
            " · ".join(
                (
                    words.count("{n} goes on", "{n} go on", found[Fate.CONTINUED]),
                    words.count("{n} restarts", "{n} restart", found[Fate.RESTARTED]),
                    words.count("{n} stays behind", "{n} stay behind", closed),
                )
            )
        )

    def _make(self) -> None:
        if not (self.begin.commit() and self.end.commit()):
            return
        years = self._years()
        command = StartNextPlan(self._plan.id, years.begin, years.end, tuple(self._fates.items()), self.title.value())
        self._context.submit(command, self.end, self._made)

    def _made(self, plan_id: str) -> None:
        self.close()
        self._done(plan_id)
