"""What the page of the plan gets on top of the plan: the check of the priorities, and the plans of other years."""

from __future__ import annotations

from collections.abc import Sequence

from coopdesk.cycle.ui.approving import Approving
from coopdesk.cycle.ui.doors import Doors
from coopdesk.cycle.ui.extracts import Extracts
from coopdesk.cycle.ui.kinship import Kinship
from coopdesk.cycle.ui.partnering import Partnering
from coopdesk.cycle.ui.plan_menu import PlanMenu
from coopdesk.cycle.ui.priorities import PrioritiesView
from coopdesk.cycle.ui.priority_list import PriorityListDialog
from coopdesk.cycle.ui.starting import Starting
from coopdesk.plan.model import Action as PlanAction
from coopdesk.plan.model import Evidence, Objective, Plan
from coopdesk.plan.ports import PlanWork
from coopdesk.plan.queries import ActionRow, plan_of
from coopdesk.plan.ui.extras import PlanFrame
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.grid.column import Column
from coopdesk.shell.labels import Button
from coopdesk.words.marks import N_

SUBMENU = "Tools/Action plan"


class CycleExtras:
    """Laid around one page of the plan; remembers per area which plan was chosen."""

    views: frozenset[str] = frozenset({"priorities"})
    touches: tuple[str, ...] = ("priority_reason", "plan_version", "action_succession")

    def __init__(self, context: Context, doors: Doors) -> None:
        self._context, self._doors = context, doors
        self._plan: Plan | None = None
        self._page: PlanFrame | None = None
        self.starting = Starting(context, self.choose)
        self.approving = Approving(context, doors)
        self.extracts = Extracts(context, doors)
        self.partnering = Partnering(doors)

    def build(self, page: PlanFrame) -> None:
        """The view Priorities and the button with the plans."""
        self._page, words = page, self._context.words
        self.starting.over(page)
        self.approving.over(page)
        self.partnering.over(page)
        self.kinship = Kinship(self._context, page)
        page.detail.body.insertWidget(1, self.kinship)
        self.menu = PlanMenu(self._context, self.choose, self._plan_deeds)
        page.head.tools.addWidget(self.menu)
        extracts = (
            Button(words.say("Multi-year plan…"), "document_table", "", self.extracts.multi_year,
                   words.say("Save the extract as a workbook")),
            Button(words.say("Annual accounts…"), "document_table", "", self.extracts.accounts,
                   words.say("Save the extract as a workbook")),
        )  # fmt: skip
        self.priorities = PrioritiesView(self._context, self._doors.towns, self._edit_priorities, extracts)
        page.head.add_view("priorities", words.say("Priorities"), "flag", self.priorities)
        page.head.view_chosen.connect(lambda _: self._show())

    def columns(self) -> Sequence[Column[ActionRow]]:
        """What the list shows besides."""
        return self.approving.columns()

    def plan_of(self, work: PlanWork, area_id: str) -> Plan | None:
        """The plan that was chosen last, while it is there; else the one of this year."""
        chosen = self._context.settings.get(_key(area_id))
        kept = work.plans.find(Plan, chosen) if chosen else None
        if kept is not None and kept.area_id == area_id:
            return kept
        return plan_of(work, area_id, self._context.clock.today().year)

    def choose(self, plan_id: str) -> None:
        """Another plan of the area on screen, from now on."""
        self._context.settings.put(_key(self._context.area.id or ""), plan_id)
        if self._page is not None:
            self._page.refresh_now()

    def find(self, id: str) -> bool:
        """Brings the plan of an action, an objective or a piece of evidence on screen, when it is one of this area."""
        with self._context.desk.look() as work:
            proof = work.plans.find(Evidence, id)
            held = work.plans.find(PlanAction, proof.action_id if proof else id) or work.plans.find(Objective, id)
            plan = work.plans.get(Plan, held.plan_id) if held is not None else None
        if plan is None or plan.area_id != self._context.area.id or (self._plan and plan.id == self._plan.id):
            return False
        self.choose(plan.id)
        return True

    def show(self, plan: Plan | None) -> None:
        """The page has read again; a view that is not on show reads when it comes on show."""
        self._plan, area_id = plan, self._context.area.id
        with self._context.desk.look() as work:
            plans = work.plans.plans(area_id) if area_id else []
        self.menu.show_plans(plans, plan)
        self.menu.setVisible(area_id is not None)
        self.starting.plan = plan
        self.approving.show(plan)
        self.kinship.show_plan(plan)
        self.extracts.plan = self.partnering.plan = plan
        self._show()

    def deeds(self) -> Sequence[Action]:
        """What can be done with a whole plan."""
        see = Action("plan.check", N_("As a &check of the priorities"), "flag", "", self._see_priorities,
                     lambda: self._plan is not None, "View", 5, checked=self._sees_priorities)  # fmt: skip
        return (see, *self._plan_deeds(), *(self.priorities.deeds() if self._page is not None else ()))

    def _plan_deeds(self) -> Sequence[Action]:
        return (
            *self.starting.deeds(SUBMENU),
            *self.approving.deeds(SUBMENU),
            *self.extracts.deeds(SUBMENU),
            *self.partnering.deeds(SUBMENU),
            Action("plan.priorities", N_("Flemish priorities…"), "flag", "", self._edit_priorities, menu=SUBMENU,
                   group=9, also=N_("policy priorities reporting codes")),
        )  # fmt: skip

    def _show(self) -> None:
        if self._page is not None and self._page.head.view == "priorities":
            self.priorities.show_plan(self._plan)

    def _sees_priorities(self) -> bool:
        return self._page is not None and self._page.head.view == "priorities"

    def _see_priorities(self) -> None:
        if self._page is not None:
            self._page.head.show_view("priorities")
            if self.priorities.grid is not None:
                self.priorities.grid.setFocus()

    def _edit_priorities(self) -> None:
        PriorityListDialog(self._page.window() if self._page else None, self._context).open()


def _key(area_id: str) -> str:
    return f"plan.chosen.{area_id}"
