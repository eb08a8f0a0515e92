"""What the page of the plan gets on top of the plan: the check of the priorities, and the plans of other years."""

from __future__ import annotations

from collections.abc import Sequence

from coopdesk.cycle.ui.doors import Doors
from coopdesk.cycle.ui.priorities import PrioritiesView
from coopdesk.cycle.ui.priority_list import PriorityListDialog
from coopdesk.plan.model import Plan
from coopdesk.plan.ports import PlanWork
from coopdesk.plan.queries import plan_of
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.page import Page
from coopdesk.words.marks import N_

SUBMENU = "Tools/Action plan"


class CycleExtras:
    """Laid around one page of the plan."""

    views: frozenset[str] = frozenset({"priorities"})
    touches: tuple[str, ...] = ("priority_reason", "plan_version", "action_succession")

    def __init__(self, context: Context, doors: Doors) -> None:
        self._context, self._doors = context, doors
        self._plan: Plan | None = None
        self._page: Page | None = None

    def build(self, page: Page) -> None:
        """The view Priorities."""
        self._page, words = page, self._context.words
        self.priorities = PrioritiesView(self._context, self._doors.towns, self._edit_priorities, ())
        page.head.add_view("priorities", words.say("Priorities"), "flag", self.priorities)
        page.head.view_chosen.connect(lambda _: self._show())

    def plan_of(self, work: PlanWork, area_id: str) -> Plan | None:
        """The latest plan."""
        return plan_of(work, area_id)

    def show(self, plan: Plan | None) -> None:
        """The page has read again; a view that is not on show reads when it comes on show."""
        self._plan = plan
        self._show()

    def deeds(self) -> Sequence[Action]:
        """What can be done with a whole plan."""
        return (
            Action("plan.priorities", N_("Flemish priorities…"), "flag", "", self._edit_priorities, menu=SUBMENU,
                   also=N_("policy priorities reporting codes")),
            *(self.priorities.deeds() if self._page is not None else ()),
        )  # fmt: skip

    def _show(self) -> None:
        if self._page is not None and self._page.head.view == "priorities":
            self.priorities.show_plan(self._plan)

    def _edit_priorities(self) -> None:
        PriorityListDialog(self._page.window() if self._page else None, self._context).open()
