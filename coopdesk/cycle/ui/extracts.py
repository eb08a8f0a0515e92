"""Saving the extracts for the multi-year plan and the annual accounts."""

from __future__ import annotations

from collections.abc import Sequence

from coopdesk.cycle.extracts import annual_accounts_book, multi_year_book
from coopdesk.cycle.queries.extracts import Extract, extract
from coopdesk.cycle.ui.doors import Doors
from coopdesk.kernel.workbook import Workbook
from coopdesk.plan.model import Plan
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.words.marks import N_


class Extracts:
    """`plan` is the plan on screen."""

    def __init__(self, context: Context, doors: Doors) -> None:
        self._context, self._doors = context, doors
        self.plan: Plan | None = None

    def deeds(self, menu: str) -> Sequence[Action]:
        return (
            Action("plan.multi_year", N_("Extract for the multi-year plan…"), "document_table", "", self.multi_year,
                   self._has_plan, menu, 4, also=N_("BBC MJP reporting codes spreadsheet")),
            Action("plan.accounts", N_("Extract for the annual accounts…"), "document_table", "", self.accounts,
                   self._has_plan, menu, 4, also=N_("BBC report Flanders spreadsheet")),
        )  # fmt: skip

    def multi_year(self) -> None:
        """Asks for a file and saves the extract for the multi-year plan."""
        if (plan := self.plan) is not None:
            words = self._context.words
            name = words.say("Multi-year plan {years}", years=f"{plan.begin_year}-{plan.end_year}")
            self._doors.save_book(name, lambda: multi_year_book(self._read(plan), self._area(plan), words))

    def accounts(self) -> None:
        """The same for the annual accounts, up to and including this year."""
        if self.plan is not None:
            self.save_accounts(self.plan, self._context.clock.today().year)

    def save_accounts(self, plan: Plan, until: int) -> None:
        """The extract for the annual accounts up to and including a year."""
        words = self._context.words

        def make() -> Workbook:
            return annual_accounts_book(self._read(plan), self._area(plan), until, words)

        self._doors.save_book(words.say("Annual accounts {year}", year=str(until)), make)

    def _read(self, plan: Plan) -> Extract:
        with self._context.desk.look() as work:
            return extract(work, plan.id)

    def _area(self, plan: Plan) -> str:
        return self._doors.area_name(plan.area_id)

    def _has_plan(self) -> bool:
        return self.plan is not None
