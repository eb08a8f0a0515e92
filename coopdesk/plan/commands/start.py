"""Actions that bring along the plan and the objective they need."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from coopdesk.plan.commands.actions import AddAction
from coopdesk.plan.commands.objectives import AddObjective
from coopdesk.plan.commands.parts import LinkOpportunity
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.plan.ports import PlanWork
from coopdesk.plan.rules import policy_cycle
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class AddFirstAction:
    """Adds an action to the plan of an area, making the plan for the policy cycle of `year` and an objective where
    there are none; `values` are further fields of the action by name. Returns its id."""

    area_id: str
    year: int
    objective_title: str
    title: str
    code: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    label: str = N_("Add action")

    def run(self, work: PlanWork) -> str:
        objective = objective_for(work, self.area_id, self.year, self.objective_title)
        return AddAction(objective, self.title, self.code, values=self.values).run(work)


@dataclass(frozen=True, slots=True)
class AddFirstObjective:
    """Adds an objective to the plan of an area, making the plan where there is none; returns its id."""

    area_id: str
    year: int
    title: str
    label: str = N_("Add objective")

    def run(self, work: PlanWork) -> str:
        return AddObjective(plan_for(work, self.area_id, self.year), self.title).run(work)


@dataclass(frozen=True, slots=True)
class MakeActionFromOpportunity:
    """Turns an opportunity into an action and links them; returns the id of the action.

    Without an objective the first of the area's plan is taken; where there is none yet, one is made with
    `objective_title`, and a plan for the policy cycle of `year` with it.
    """

    area_id: str
    opportunity_id: str
    title: str
    year: int
    description: str = ""
    nis: tuple[str, ...] = ()
    objective_id: str = ""
    objective_title: str = ""
    label: str = N_("Make an action from an opportunity")

    def run(self, work: PlanWork) -> str:
        title = self.objective_title or self.title
        objective = self.objective_id or objective_for(work, self.area_id, self.year, title)
        made = AddAction(objective, self.title, values={"description": self.description, "nis": self.nis}).run(work)
        LinkOpportunity(made, self.opportunity_id).run(work)
        return made


def plan_for(work: PlanWork, area_id: str, year: int) -> str:
    """The id of the latest plan of an area; a new one for the policy cycle of the year where there is none."""
    plans = work.plans.plans(area_id)
    return plans[-1].id if plans else AddPlan(area_id, *policy_cycle(year)).run(work)


def objective_for(work: PlanWork, area_id: str, year: int, title: str) -> str:
    """The id of the first objective of the area's plan; a new one with this title where there is none."""
    plan_id = plan_for(work, area_id, year)
    objectives = work.plans.objectives(plan_id)
    return objectives[0].id if objectives else AddObjective(plan_id, title).run(work)
