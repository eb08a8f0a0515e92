"""The list of Flemish priorities with the years they hold, to change on screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from coopdesk.desk.command import Command
from coopdesk.kernel.errors import Invalid
from coopdesk.plan.commands.plans import AddPriority, RemovePriority, RevisePriority
from coopdesk.plan.model import PolicyPriority
from coopdesk.shell.context import Context
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.grid.batch import Batch
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.kinds import NumberKind, TextKind
from coopdesk.words.marks import N_


class PriorityListDialog(Dialog):
    """One row per priority; what is changed here holds for every plan of the workspace, and can be undone."""

    def __init__(self, parent: QWidget | None, context: Context) -> None:
        say = context.words.say
        super().__init__(
            parent, say("Flemish priorities"),
            say("A priority holds from its first year up to and including its last; leave the last empty while it "
                "holds. Give it a last year rather than removing it: actions were reported with it."),
        )  # fmt: skip
        self._context = context
        self.grid: Grid[PolicyPriority] = Grid(
            context, self._columns(), name="priority_list", label=N_("Flemish priorities"),
            remove=self._remove, edit_row=lambda row, values: RevisePriority(replace(row, **_whole(values))),
            add_row=self._pasted,
        )  # fmt: skip
        self.body.addWidget(self.grid, 1)
        self.add_button(say("Add priority"), self._add)
        self.add_button(say("Back to the plan"), self.close, primary=True)
        self._listening = context.desk.bus.subscribe(lambda step, _: self.read())
        self.finished.connect(lambda _: self._listening())
        self.read()
        self.resize(context.theme.px(860), context.theme.px(460))

    def read(self) -> None:
        """Shows the list as it is now."""
        with self._context.desk.look() as work:
            self.grid.show_rows(work.plans.priorities())

    def _columns(self) -> list[Column[PolicyPriority]]:
        def revise(key: str) -> Any:
            return lambda row, value: RevisePriority(replace(row, **_whole({key: value})))

        year = NumberKind(Decimal(1900), Decimal(2200))
        return [
            Column("code", N_("Code"), lambda r: r.code, edit=revise("code"), kind=TextKind(required=True), width=12),
            Column("title", N_("What it is about"), lambda r: r.title, edit=revise("title"),
                   kind=TextKind(required=True), width=40, stretch=True),
            Column("first_year", N_("First year"), lambda r: str(r.first_year), value=lambda r: r.first_year,
                   edit=revise("first_year"), kind=year, width=10),
            Column("last_year", N_("Last year"), lambda r: str(r.last_year or ""), value=lambda r: r.last_year,
                   edit=revise("last_year"), kind=year, width=10),
            Column("source", N_("Source"), lambda r: r.source, edit=revise("source"), kind=TextKind(), width=20),
        ]  # fmt: skip

    def _add(self) -> None:
        say, year = self._context.words.say, self._context.clock.today().year
        self._context.submit(AddPriority(say("New code"), say("New priority"), year), self.grid, self._begin)

    def _begin(self, made: str) -> None:
        self.read()
        self.grid.edit(made, "code")

    def _pasted(self, values: Mapping[str, Any]) -> Command:
        """One that says no year holds from this year on."""
        found = {"code": "", "title": "", "first_year": self._context.clock.today().year, **_whole(values)}
        return AddPriority(**found)

    def _remove(self, rows: Sequence[PolicyPriority]) -> Command | None:
        removals = tuple(RemovePriority(row.id) for row in rows)
        return removals[0] if len(removals) == 1 else Batch(removals, N_("Remove Flemish priorities"))


def _whole(values: Mapping[str, Any]) -> dict[str, Any]:
    """Years are whole numbers; the first one is needed."""
    found = dict(values)
    for key in ("first_year", "last_year"):
        if key not in found:
            continue
        year = found[key]
        if (year is None and key == "first_year") or (year is not None and year != int(year)):
            raise Invalid(N_("Type a year, for example 2026."))
        found[key] = None if year is None else int(year)
    return found
