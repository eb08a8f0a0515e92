"""Making, changing and removing a plan and the Flemish priorities it is measured against."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.plan.codes import checked_pattern
from coopdesk.plan.commands.objectives import RemoveObjectives
from coopdesk.plan.commands.seen import named, seen
from coopdesk.plan.model import Plan, PolicyPriority
from coopdesk.plan.ports import PlanWork
from coopdesk.plan.priorities import shipped
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class AddPlan:
    """Adds the plan of an area and, with the first plan of a workspace, the known Flemish priorities; returns its
    id."""

    area_id: str
    begin_year: int
    end_year: int
    title: str = ""
    label: str = N_("Add action plan")

    def run(self, work: PlanWork) -> str:
        plan = _checked(Plan(new_id(), self.area_id, self.begin_year, self.end_year, self.title))
        work.plans.add(plan)
        if not work.plans.priorities():
            for priority in shipped():
                work.plans.add(priority)
        work.about(plan.title)
        return plan.id


@dataclass(frozen=True, slots=True)
class RevisePlan:
    """Keeps the changed title, years, words or code pattern of a plan."""

    changed: Plan
    label: str = N_("Change action plan")

    def run(self, work: PlanWork) -> None:
        kept = seen(work, Plan, self.changed.id, self.changed.version)
        work.plans.save(_checked(replace(self.changed, area_id=kept.area_id)))
        work.about(self.changed.title)


@dataclass(frozen=True, slots=True)
class RemovePlan:
    """Removes a plan with its objectives and actions."""

    id: str
    label: str = N_("Remove action plan")

    def run(self, work: PlanWork) -> None:
        plan = work.plans.get(Plan, self.id)
        RemoveObjectives(tuple(o.id for o in work.plans.objectives(plan.id))).run(work)
        work.plans.remove(plan)
        work.about(plan.title)


@dataclass(frozen=True, slots=True)
class AddPriority:
    """Adds a Flemish policy priority and returns its id."""

    code: str
    title: str
    first_year: int
    last_year: int | None = None
    source: str = ""
    label: str = N_("Add Flemish priority")

    def run(self, work: PlanWork) -> str:
        made = _priority(PolicyPriority(new_id(), self.code, self.title, self.first_year, self.last_year, self.source))
        work.plans.add(made)
        work.about(made.code)
        return made.id


@dataclass(frozen=True, slots=True)
class RevisePriority:
    """Keeps a changed priority, for instance with its last year."""

    changed: PolicyPriority
    label: str = N_("Change Flemish priority")

    def run(self, work: PlanWork) -> None:
        seen(work, PolicyPriority, self.changed.id, self.changed.version)
        work.plans.save(_priority(self.changed))
        work.about(self.changed.code)


@dataclass(frozen=True, slots=True)
class RemovePriority:
    """Removes a priority; actions keep its code, since they were reported with it."""

    id: str
    label: str = N_("Remove Flemish priority")

    def run(self, work: PlanWork) -> None:
        priority = work.plans.get(PolicyPriority, self.id)
        work.plans.remove(priority)
        work.about(priority.code)


def _checked(plan: Plan) -> Plan:
    if not 1900 <= plan.begin_year <= plan.end_year <= 2200:
        raise Invalid(N_("The last year of a plan cannot come before its first year."))
    return replace(
        plan,
        title=_one_line(plan.title),
        own_objective=_one_line(plan.own_objective),
        own_objectives=_one_line(plan.own_objectives),
        own_domain=_one_line(plan.own_domain),
        own_domains=_one_line(plan.own_domains),
        code_pattern=checked_pattern(plan.code_pattern),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _priority(priority: PolicyPriority) -> PolicyPriority:
    if priority.last_year is not None and priority.last_year < priority.first_year:
        raise Invalid(N_("A priority cannot end before it begins."))
    return replace(
        priority,
        code=named(priority.code, N_("Give the priority a code, for example WSE-LR1.")),
        title=named(priority.title, N_("Say what the priority is about.")),
    )
