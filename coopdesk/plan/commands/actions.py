"""Changes to actions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.plan.codes import proposed
from coopdesk.plan.commands.seen import followed, move, seen
from coopdesk.plan.model import Action, ActionDomain, Objective, ObjectiveIndicator, Plan
from coopdesk.plan.ports import PlanWork
from coopdesk.plan.rules import checked, last_position, put, settled
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class AddAction:
    """Adds an action as the last of its objective, or after another one; returns its id.

    `values` are further fields of the action by name, for instance {"lead": "Ann Peeters"}. Without a code it gets the
    next one after the pattern of the plan.
    """

    objective_id: str
    title: str
    code: str = ""
    after: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    label: str = N_("Add action")

    def run(self, work: PlanWork) -> str:
        objective = work.plans.get(Objective, self.objective_id)
        siblings = _siblings(work, objective) if self.after else []
        position = last_position(siblings) if siblings else work.plans.last_place(objective.id) + 1
        made = Action(new_id(), objective.plan_id, objective.id, "", self.title, position=position)
        made = checked(settled(made, replace(made, **self.values)))
        made = replace(made, code=self.code.strip() or self._code(work, objective, made))
        work.plans.add(made)
        for at, sibling in enumerate(siblings):
            if sibling.id == self.after:
                for changed in put([*siblings, made], made, at + 1):
                    work.plans.save(changed)
        work.about(made.title)
        return made.id

    def _code(self, work: PlanWork, objective: Objective, made: Action) -> str:
        domain = None if made.domain_id is None else _domain_of(work, made)
        plan = work.plans.get(Plan, objective.plan_id)
        there = work.plans.codes(plan.id)
        return proposed(plan.code_pattern, objective.code, domain.code if domain else "", there)


@dataclass(frozen=True, slots=True)
class ReviseAction:
    """Keeps a changed action; the value carries the version that was seen. Its place changes by moving only.

    A progress typed by hand is kept as typed and no longer follows the milestones.
    """

    changed: Action
    label: str = N_("Change action")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: PlanWork) -> None:
        kept = seen(work, Action, self.changed.id, self.changed.version)
        changed = replace(self.changed, plan_id=kept.plan_id, objective_id=kept.objective_id, position=kept.position)
        if changed.domain_id is not None:
            _domain_of(work, changed)
        if kept.auto_progress and changed.progress != kept.progress:
            changed = replace(changed, auto_progress=False)
        work.plans.save(followed(work, checked(settled(kept, changed))))
        work.about(changed.title)


@dataclass(frozen=True, slots=True)
class MoveAction:
    """Puts an action at a place of an objective, its own or another one; -1 is last. The code stays: it may be
    printed in an agreement. `domain_id` is the level between it comes under; empty keeps that within its objective."""

    id: str
    seen_version: int
    objective_id: str
    index: int = -1
    domain_id: str | None = ""
    label: str = N_("Move action")

    def run(self, work: PlanWork) -> None:
        action = seen(work, Action, self.id, self.seen_version)
        objective = work.plans.get(Objective, self.objective_id)
        if objective.plan_id != action.plan_id:
            raise Invalid(N_("An action stays in its own plan."))
        domain = action.domain_id if objective.id == action.objective_id else None
        moved = replace(action, objective_id=objective.id, domain_id=self.domain_id if self.domain_id != "" else domain)
        if moved.domain_id is not None:
            _domain_of(work, moved)
        for part in work.plans.parts_of(action.id) if objective.id != action.objective_id else ():
            if isinstance(part, ObjectiveIndicator):
                work.plans.save(replace(part, objective_id=objective.id))
        move(work, moved, _siblings(work, objective), self.index)


@dataclass(frozen=True, slots=True)
class RemoveActions:
    """Removes actions with their milestones, budget, indicators, evidence and links."""

    ids: tuple[str, ...]
    label: str = N_("Remove action")

    def run(self, work: PlanWork) -> None:
        for one in self.ids:
            action = work.plans.get(Action, one)
            for part in work.plans.parts_of(one):
                work.plans.remove(part)
            work.plans.remove(action)
            work.about(action.title)


def _siblings(work: PlanWork, objective: Objective) -> list[Action]:
    return [a for a in work.plans.actions(objective.plan_id) if a.objective_id == objective.id]


def _domain_of(work: PlanWork, action: Action) -> ActionDomain:
    domain = work.plans.get(ActionDomain, action.domain_id or "")
    if domain.objective_id != action.objective_id:
        raise Invalid(N_("Choose a level under the same objective."))
    return domain
