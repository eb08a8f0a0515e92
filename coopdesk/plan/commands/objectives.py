"""Changes to objectives and their action domains."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.kernel.ids import new_id
from coopdesk.plan.commands.actions import RemoveActions
from coopdesk.plan.commands.indicators import RemoveIndicator
from coopdesk.plan.commands.seen import move, named, seen
from coopdesk.plan.model import ActionDomain, Objective
from coopdesk.plan.ports import PlanWork
from coopdesk.plan.rules import last_position, next_code
from coopdesk.words.marks import N_

OBJECTIVE = N_("Give the objective a title, for example “More over-50s at work”.")
DOMAIN = N_("Give this level a name, for example “Guidance”.")


@dataclass(frozen=True, slots=True)
class AddObjective:
    """Adds an objective after the last one, with the next code when none is given; returns its id."""

    plan_id: str
    title: str
    code: str = ""
    description: str = ""
    label: str = N_("Add objective")

    def run(self, work: PlanWork) -> str:
        siblings = work.plans.objectives(self.plan_id)
        code = self.code.strip() or next_code("", (o.code for o in siblings))
        title = named(self.title, OBJECTIVE)
        made = Objective(
            new_id(), self.plan_id, code, title, self.description.strip(), position=last_position(siblings)
        )
        work.plans.add(made)
        work.about(title)
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseObjective:
    """Keeps the changed words of an objective."""

    changed: Objective
    label: str = N_("Change objective")

    def run(self, work: PlanWork) -> None:
        kept = seen(work, Objective, self.changed.id, self.changed.version)
        title = named(self.changed.title, OBJECTIVE)
        work.plans.save(replace(self.changed, plan_id=kept.plan_id, title=title, position=kept.position))
        work.about(title)


@dataclass(frozen=True, slots=True)
class MoveObjective:
    """Puts an objective at a place among those of its plan; -1 is last."""

    id: str
    seen_version: int
    index: int
    label: str = N_("Move objective")

    def run(self, work: PlanWork) -> None:
        moved = seen(work, Objective, self.id, self.seen_version)
        move(work, moved, work.plans.objectives(moved.plan_id), self.index)


@dataclass(frozen=True, slots=True)
class RemoveObjectives:
    """Removes objectives with their actions, indicators and domains."""

    ids: tuple[str, ...]
    label: str = N_("Remove objective")

    def run(self, work: PlanWork) -> None:
        for one in self.ids:
            objective = work.plans.get(Objective, one)
            plan = objective.plan_id
            RemoveActions(tuple(a.id for a in work.plans.actions(plan) if a.objective_id == one)).run(work)
            for indicator in (i for i in work.plans.indicators(plan) if i.objective_id == one):
                RemoveIndicator(indicator.id).run(work)
            for domain in (d for d in work.plans.domains(plan) if d.objective_id == one):
                work.plans.remove(domain)
            work.plans.remove(objective)
            work.about(objective.title)


@dataclass(frozen=True, slots=True)
class AddDomain:
    """Adds an action domain under an objective; returns its id."""

    objective_id: str
    title: str
    code: str = ""
    label: str = N_("Add action domain")

    def run(self, work: PlanWork) -> str:
        objective = work.plans.get(Objective, self.objective_id)
        title = named(self.title, DOMAIN)
        made = ActionDomain(new_id(), objective.id, title, self.code.strip(), last_position(_domains(work, objective)))
        work.plans.add(made)
        work.about(title)
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseDomain:
    """Keeps the changed words of an action domain."""

    changed: ActionDomain
    label: str = N_("Change action domain")

    def run(self, work: PlanWork) -> None:
        kept = seen(work, ActionDomain, self.changed.id, self.changed.version)
        title = named(self.changed.title, DOMAIN)
        work.plans.save(replace(self.changed, objective_id=kept.objective_id, title=title, position=kept.position))
        work.about(title)


@dataclass(frozen=True, slots=True)
class MoveDomain:
    """Puts an action domain at a place among those of its objective; -1 is last."""

    id: str
    seen_version: int
    index: int
    label: str = N_("Move action domain")

    def run(self, work: PlanWork) -> None:
        moved = seen(work, ActionDomain, self.id, self.seen_version)
        move(work, moved, _domains(work, work.plans.get(Objective, moved.objective_id)), self.index)


@dataclass(frozen=True, slots=True)
class RemoveDomain:
    """Removes an action domain; its actions stay under the objective."""

    id: str
    label: str = N_("Remove action domain")

    def run(self, work: PlanWork) -> None:
        domain = work.plans.get(ActionDomain, self.id)
        plan_id = work.plans.get(Objective, domain.objective_id).plan_id
        for action in work.plans.actions(plan_id):
            if action.domain_id == domain.id:
                work.plans.save(replace(action, domain_id=None))
        work.plans.remove(domain)
        work.about(domain.title)


def _domains(work: PlanWork, objective: Objective) -> list[ActionDomain]:
    return [d for d in work.plans.domains(objective.plan_id) if d.objective_id == objective.id]
