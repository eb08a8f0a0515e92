"""What the commands of a plan share: only what was seen is changed, what is named has a name, and order is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.plan.model import Action, ActionDomain, Milestone, Objective, ObjectiveIndicator
from coopdesk.plan.ports import P, PlanWork
from coopdesk.plan.rules import progress_of, put
from coopdesk.words.marks import N_

Ordered = TypeVar("Ordered", Objective, ObjectiveIndicator, ActionDomain, Action, Milestone)


def seen(work: PlanWork, kind: type[P], id: str, version: int) -> P:
    """The kept part; Conflict when it is gone or not the one the user saw."""
    kept = work.plans.get(kind, id)
    if kept.version != version:
        raise Conflict(N_("This was changed since you opened it."))
    return kept


def named(title: str, example: str) -> str:
    """The title on one line; Invalid, with the example as message, when there is none."""
    found = " ".join(title.split())
    if not found:
        raise Invalid(example)
    return found


def move(work: PlanWork, thing: Ordered, siblings: Sequence[Ordered], index: int) -> None:
    """Puts a thing at a place among its siblings; -1 is last."""
    for changed in put(siblings, thing, index):
        work.plans.save(changed)
    work.about(thing.title)


def followed(work: PlanWork, action: Action) -> Action:
    """The action with the progress its milestones give, when it follows them and there are any."""
    if not action.auto_progress:
        return action
    found = progress_of([part for part in work.plans.parts_of(action.id) if isinstance(part, Milestone)])
    return action if found is None else replace(action, progress=found)


def follow(work: PlanWork, action_id: str) -> None:
    """Brings the progress of an action in line with milestones that just changed."""
    action = work.plans.get(Action, action_id)
    if (now := followed(work, action)) != action:
        work.plans.save(now)
