"""Refuses a change that was based on something older than what is kept."""

from __future__ import annotations

from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.plan.ports import P, PlanWork
from coopdesk.words.marks import N_


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
