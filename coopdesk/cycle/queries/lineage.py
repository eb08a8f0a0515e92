"""Which action came from which, from one plan of an area to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from coopdesk.cycle.ports import CycleWork
from coopdesk.plan.model import Action, Plan


@dataclass(frozen=True, slots=True)
class Kin:
    """An action of another plan: the one before (`earlier`) or the one after."""

    action: Action
    plan: Plan
    earlier: bool


def lineage(work: CycleWork, area_id: str) -> Mapping[str, tuple[Kin, ...]]:
    """Per action of an area those it came from and those that came from it, as far as they are still there."""
    plans = {plan.id: plan for plan in work.plans.plans(area_id)}
    successions = [s for plan_id in plans for s in work.cycles.successions(plan_id)]
    actions = {a.id: a for plan_id in plans for a in work.plans.actions(plan_id)} if successions else {}
    found: defaultdict[str, list[Kin]] = defaultdict(list)
    for one in successions:
        before, after = actions.get(one.predecessor_id), actions.get(one.action_id)
        if before is not None and after is not None:
            found[after.id].append(Kin(before, plans[before.plan_id], earlier=True))
            found[before.id].append(Kin(after, plans[after.plan_id], earlier=False))
    return {key: tuple(kin) for key, kin in found.items()}
