"""Changes to the indicators of objectives and actions, and to what they should reach per year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.plan.commands.seen import move, named, seen
from coopdesk.plan.model import Action, IndicatorTarget, Objective, ObjectiveIndicator
from coopdesk.plan.ports import PlanWork
from coopdesk.plan.rules import last_position
from coopdesk.words.marks import N_

INDICATOR = N_("Give the indicator a name, for example “Employment rate 50–64”.")


@dataclass(frozen=True, slots=True)
class AddIndicator:
    """Adds the way to measure an objective, or one of its actions; returns its id."""

    objective_id: str
    title: str
    indicator: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    baseline_year: int | None = None
    target: Decimal | None = None
    target_year: int | None = None
    action_id: str | None = None
    label: str = N_("Add indicator")

    def run(self, work: PlanWork) -> str:
        objective = work.plans.get(Objective, self.objective_id)
        if self.action_id is not None and work.plans.get(Action, self.action_id).objective_id != objective.id:
            raise Invalid(N_("Choose an action under the same objective."))
        made = ObjectiveIndicator(
            id=new_id(),
            objective_id=objective.id,
            title=named(self.title, INDICATOR),
            indicator=self.indicator,
            unit=self.unit.strip(),
            baseline=self.baseline,
            baseline_year=self.baseline_year,
            target=self.target,
            target_year=self.target_year,
            position=last_position(_beside(work, objective.id, self.action_id)),
            action_id=self.action_id,
        )
        work.plans.add(made)
        work.about(made.title)
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseIndicator:
    """Keeps a changed indicator, baseline or target."""

    changed: ObjectiveIndicator
    label: str = N_("Change indicator")

    def run(self, work: PlanWork) -> None:
        kept = seen(work, ObjectiveIndicator, self.changed.id, self.changed.version)
        title = named(self.changed.title, INDICATOR)
        fixed = replace(self.changed, objective_id=kept.objective_id, action_id=kept.action_id, position=kept.position)
        work.plans.save(replace(fixed, title=title))
        work.about(title)


@dataclass(frozen=True, slots=True)
class MoveIndicator:
    """Puts an indicator at a place among those of its objective or action; -1 is last."""

    id: str
    seen_version: int
    index: int
    label: str = N_("Move indicator")

    def run(self, work: PlanWork) -> None:
        moved = seen(work, ObjectiveIndicator, self.id, self.seen_version)
        move(work, moved, _beside(work, moved.objective_id, moved.action_id), self.index)


@dataclass(frozen=True, slots=True)
class RemoveIndicator:
    """Removes an indicator with its targets per year."""

    id: str
    label: str = N_("Remove indicator")

    def run(self, work: PlanWork) -> None:
        indicator = work.plans.get(ObjectiveIndicator, self.id)
        for target in work.plans.targets_of(indicator.id):
            work.plans.remove(target)
        work.plans.remove(indicator)
        work.about(indicator.title)


@dataclass(frozen=True, slots=True)
class SetTarget:
    """Says what an indicator should reach in a year; None takes the target of that year away."""

    indicator_id: str
    year: int
    value: Decimal | None
    label: str = N_("Change target")

    def run(self, work: PlanWork) -> None:
        indicator = work.plans.get(ObjectiveIndicator, self.indicator_id)
        if not 1900 <= self.year <= 2200:
            raise Invalid(N_("Type a year, for example 2026."))
        kept = next((one for one in work.plans.targets_of(indicator.id) if one.year == self.year), None)
        if self.value is None:
            if kept is not None:
                work.plans.remove(kept)
        elif kept is not None:
            work.plans.save(replace(kept, value=self.value))
        else:
            work.plans.add(IndicatorTarget(new_id(), indicator.id, self.year, self.value))
        work.about(indicator.title)


def _beside(work: PlanWork, objective_id: str, action_id: str | None) -> list[ObjectiveIndicator]:
    """The indicators of the same objective or the same action."""
    plan_id = work.plans.get(Objective, objective_id).plan_id
    return [
        one for one in work.plans.indicators(plan_id) if one.objective_id == objective_id and one.action_id == action_id
    ]
