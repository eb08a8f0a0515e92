"""Partner workbooks from the page of the plan."""

from __future__ import annotations

from collections.abc import Sequence

from coopdesk.cycle.ui.doors import Doors
from coopdesk.plan.model import Plan
from coopdesk.plan.ui.extras import PlanFrame
from coopdesk.shell.action import Action
from coopdesk.words.marks import N_


class Partnering:
    """`plan` is the plan on screen."""

    def __init__(self, doors: Doors) -> None:
        self._doors = doors
        self._page: PlanFrame | None = None
        self.plan: Plan | None = None

    def over(self, page: PlanFrame) -> None:
        """Dialogs open over this page."""
        self._page = page

    def deeds(self, menu: str) -> Sequence[Action]:
        return (
            Action("plan.partners", N_("Partner workbooks…"), "people_team", "", self.send, self._has_plan, menu, 5,
                   also=N_("send spreadsheet lead partner")),
            Action("plan.partner_back", N_("Take in a partner workbook…"), "arrow_import", "", self.take_back,
                   self._has_plan, menu, 5, also=N_("returned spreadsheet differences")),
        )  # fmt: skip

    def send(self) -> None:
        """The dialog that makes workbooks."""
        if self.plan is not None:
            self._doors.send(self.plan, self._page)

    def take_back(self) -> None:
        """Asks for a workbook that came back and shows what differs."""
        if self.plan is not None:
            self._doors.take_back(self.plan, self._page)

    def _has_plan(self) -> bool:
        return self.plan is not None
