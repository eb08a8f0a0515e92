"""What holds for a plan and its actions, computed from values alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol, TypeVar

from coopdesk.kernel.errors import Invalid
from coopdesk.plan.model import Action, ActionStatus, BudgetLine, Milestone, Plan, PolicyPriority
from coopdesk.words.marks import N_

SOON_DAYS = 30
OPEN = frozenset({ActionStatus.PLANNED, ActionStatus.RUNNING})
CYCLE_YEARS, FIRST_CYCLE = 6, 2020


def policy_cycle(year: int) -> tuple[int, int]:
    """The local policy cycle of a year: six years, 2026 up to and including 2031 (Planlastendecreet, art. 2)."""
    begin = year - (year - FIRST_CYCLE) % CYCLE_YEARS
    return begin, begin + CYCLE_YEARS - 1


def plan_in(plans: Sequence[Plan], year: int | None) -> Plan | None:
    """The plan that holds in a year, the latest of several; else the last one before it, else the first after it.

    Without a year the latest of all. So a plan that was made ahead does not push the present one off the screens.
    """
    ordered = sorted(plans, key=lambda plan: (plan.begin_year, plan.id))
    if year is None:
        return ordered[-1] if ordered else None
    holding = [plan for plan in ordered if plan.begin_year <= year <= plan.end_year]
    before = [plan for plan in ordered if plan.begin_year <= year]
    return next(iter(reversed(holding or before or ordered[:1])), None)


def days_late(action: Action, today: date) -> int:
    """How many days the last possible end day lies behind today, for what is planned or running; otherwise 0."""
    if action.end is None or action.status not in OPEN:
        return 0
    return max(0, (today - action.end.last).days)


def late(action: Action, today: date) -> bool:
    """Whether the action should have ended: what is postponed was put off on purpose and is not late."""
    return days_late(action, today) > 0


def ends_soon(action: Action, today: date, days: int = SOON_DAYS) -> bool:
    """Whether an open action ends from today up to and including so many days on."""
    return action.end is not None and action.status in OPEN and today <= action.end.last <= today + timedelta(days=days)


def natural_key(code: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts codes as people count: 1.2 before 1.10, A0402 before A1310."""
    parts = re.findall(r"\d+|\D+", code.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def next_code(parent: str, codes: Iterable[str]) -> str:
    """A proposal for the next code under a parent: after 1.1 and 1.3 comes 1.4; without a parent plain numbers."""
    stem = f"{parent}." if parent else ""
    tails = (code[len(stem) :] for code in codes if code.startswith(stem))
    return f"{stem}{max((int(tail) for tail in tails if tail.isdecimal()), default=0) + 1}"


def runs_in(action: Action, year: int) -> bool:
    """Whether an action that was not stopped runs in a year; a side that is not dated is open."""
    if action.status is ActionStatus.STOPPED:
        return False
    begins = action.begin is None or action.begin.first.year <= year
    return begins and (action.end is None or year <= action.end.last.year)


@dataclass(frozen=True, slots=True)
class PriorityGap:
    """A year in which no action serves a Flemish priority that holds then."""

    year: int
    code: str


def priority_gaps(
    plan: Plan, actions: Sequence[Action], priorities: Sequence[PolicyPriority]
) -> tuple[PriorityGap, ...]:
    """Where the plan lacks the required one action per priority per year (socialeeconomie.be, regierol)."""
    return tuple(
        PriorityGap(year, priority.code)
        for year in range(plan.begin_year, plan.end_year + 1)
        for priority in priorities
        if priority.holds_in(year)
        and not any(priority.code in action.priorities and runs_in(action, year) for action in actions)
    )


def progress_of(milestones: Sequence[Milestone]) -> int | None:
    """The share of milestones reached as a whole percentage rounded half up; None without milestones."""
    if not milestones:
        return None
    return (200 * sum(m.done for m in milestones) + len(milestones)) // (2 * len(milestones))


def total(lines: Iterable[BudgetLine]) -> int | None:
    """The estimates added up, in cents; None when there is no line."""
    amounts = [line.cents for line in lines]
    return sum(amounts) if amounts else None


def known(amounts: Iterable[int | None]) -> int | None:
    """The known amounts added up, in cents; None when none is known."""
    found = [amount for amount in amounts if amount is not None]
    return sum(found) if found else None


@dataclass(frozen=True, slots=True)
class Smart:
    """What an action says of itself; every False is a hint, never an error."""

    specific: bool
    measurable: bool
    lead: bool
    end: bool
    places: bool

    @property
    def met(self) -> int:
        return sum((self.specific, self.measurable, self.lead, self.end, self.places))


def smart(action: Action, *, measured: bool) -> Smart:
    """The hints for an action; `measured` says whether it has milestones or its objective an indicator."""
    return Smart(bool(action.description), measured, bool(action.lead), action.end is not None, bool(action.nis))


def checked(action: Action) -> Action:
    """The action with its texts trimmed; Invalid without a title, outside 0 to 100% or ending before it begins."""
    title = " ".join(action.title.split())
    if not title:
        raise Invalid(N_("Give the action a title, for example “Job fair for over-50s”."))
    if not 0 <= action.progress <= 100:
        raise Invalid(N_("Progress goes from 0 to 100%."))
    if action.begin is not None and action.end is not None and action.end.last < action.begin.first:
        raise Invalid(N_("An end date cannot come before the begin date."))
    return replace(
        action,
        title=title,
        code=action.code.strip(),
        lead=" ".join(action.lead.split()),
        description=action.description.strip(),
        remark=action.remark.strip(),
    )


def settled(before: Action, changed: Action) -> Action:
    """The changed action; one that is now done is done for 100% unless the progress was typed as well."""
    finished = changed.status is ActionStatus.DONE and before.status is not ActionStatus.DONE
    return replace(changed, progress=100) if finished and changed.progress == before.progress else changed


class Placed(Protocol):
    """Something that people put in an order."""

    @property
    def id(self) -> str: ...
    @property
    def position(self) -> int: ...


T = TypeVar("T", bound=Placed)


def put(siblings: Sequence[T], moved: T, index: int) -> list[T]:
    """The things of which the position changes when one is put at `index` among its siblings; -1 is after the last."""
    others = [thing for thing in siblings if thing.id != moved.id]
    index = len(others) if index < 0 else min(index, len(others))
    arranged = [*others[:index], moved, *others[index:]]
    return [
        replace(thing, position=at)  # type: ignore[type-var]  # everything placed is a dataclass by house rule
        for at, thing in enumerate(arranged)
        if thing.position != at or thing.id == moved.id
    ]


def last_position(siblings: Sequence[Placed]) -> int:
    """The position after the last."""
    return max((thing.position for thing in siblings), default=-1) + 1
