"""The actions of a plan that are one partner's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from coopdesk.annex.partner.model import Frame, Own
from coopdesk.followup.model import Rhythm
from coopdesk.followup.ports import FollowupWork
from coopdesk.followup.rules import period_of
from coopdesk.plan.ports import PlanWork


def partners(work: PlanWork, plan_id: str) -> Mapping[str, int]:
    """Everyone who leads an action or takes part in one, with the number of their actions, in alphabetical order."""
    found: Counter[str] = Counter()
    for action in work.plans.actions(plan_id):
        found.update({name for name in (action.lead, *action.partners) if name})
    return dict(sorted(found.items(), key=lambda pair: pair[0].casefold()))


def frame_of(plan_id: str, partner: str, today: date) -> Frame:
    """What a workbook made today asks about: the half-year of today."""
    return Frame(plan_id, partner, period_of(today, Rhythm.HALF))


def own_actions(work: FollowupWork, frame: Frame, every: bool = False) -> tuple[Own, ...]:  # noqa: FBT001, FBT002
    """The actions a partner leads or takes part in, in the order of the plan; `every` gives those of others too."""
    objectives = {o.id: o for o in work.plans.objectives(frame.plan_id)}
    actions = [
        a for a in work.plans.actions(frame.plan_id) if every or frame.partner == a.lead or frame.partner in a.partners
    ]
    notes = {n.action_id: n.text for n in work.followup.notes([a.id for a in actions]) if n.period == frame.half}
    lines = work.plans.budget(frame.plan_id)
    order = {one: at for at, one in enumerate(objectives)}
    return tuple(
        Own(
            action, objectives[action.objective_id],
            tuple(b for b in lines if b.action_id == action.id and b.year == frame.year), notes.get(action.id, ""),
        )
        for action in sorted(actions, key=lambda a: (order[a.objective_id], a.position, a.id))
    )  # fmt: skip
