"""What holds for measurements and accounts, computed from values alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from coopdesk.followup.model import Measurement, Rhythm, Standing
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate, Precision
from coopdesk.plan.model import Action, ActionStatus, ObjectiveIndicator, Plan, PolicyPriority
from coopdesk.words.marks import N_

GRACE_DAYS = 15  # after a period has ended, to find the figure and type it
_PRECISIONS = (Precision.QUARTER, Precision.HALF, Precision.YEAR)


def period_of(day: date, rhythm: Rhythm) -> str:
    """The period a day lies in, as it is kept: 2026-Q4, 2026-H2 or 2026."""
    match rhythm:
        case Rhythm.QUARTER:
            return PartialDate.quarter(day.year, (day.month + 2) // 3).canonical()
        case Rhythm.HALF:
            return PartialDate.half(day.year, 1 if day.month <= 6 else 2).canonical()
        case Rhythm.YEAR:
            return PartialDate.year(day.year).canonical()


def last_day(period: str) -> date:
    """The day on which a period ends; Invalid when it is no period."""
    return PartialDate.parse(period).last


def first_day(period: str) -> date:
    """The day on which a period begins."""
    return PartialDate.parse(period).first


def periods(rhythm: Rhythm, first: date, last: date) -> tuple[str, ...]:
    """The periods from one day up to and including another."""
    found, day = [], first
    while day <= last:
        found.append(period_of(day, rhythm))
        day = last_day(found[-1]) + timedelta(days=1)
    return tuple(found)


def checked_period(period: str) -> str:
    """The period as it is kept; Invalid unless it is a quarter, a half-year or a year."""
    try:
        found = PartialDate.parse(period)
    except Invalid:
        found = None
    if found is None or found.precision not in _PRECISIONS:
        raise Invalid(N_("“{text}” is not a quarter, half-year or year."), text=period)
    return found.canonical()


def by_period(measurements: Iterable[Measurement]) -> list[Measurement]:
    """Oldest first: by the day their period ends, the shorter period last of two that end together."""
    return sorted(measurements, key=lambda m: (last_day(m.period), first_day(m.period)))


def expected(indicator: ObjectiveIndicator, day: date, first: Measurement | None = None) -> Decimal | None:
    """Where the straight way from baseline to target lies on a day.

    The baseline and the target count at the end of their year. Without a baseline the way starts at the first
    measurement. None without a target and its year, or without a start.
    """
    if indicator.target is None or indicator.target_year is None:
        return None
    end, start, value = date(indicator.target_year, 12, 31), None, indicator.baseline
    if value is not None and indicator.baseline_year is not None:
        start = date(indicator.baseline_year, 12, 31)
    elif first is not None:
        start, value = last_day(first.period), first.value
    if start is None or value is None:
        return None
    if day >= end or start >= end:
        return indicator.target
    gone = max(0, (day - start).days)
    return value + (indicator.target - value) * gone / (end - start).days


def standing(indicator: ObjectiveIndicator, measurements: Sequence[Measurement]) -> Standing:
    """The last measurement against the way it should have gone; a target below the start means lower is better."""
    if not measurements:
        return Standing.UNMEASURED
    if indicator.target is None:
        return Standing.NO_TARGET
    ordered = by_period(measurements)
    first, last = ordered[0], ordered[-1]
    begin = first.value if indicator.baseline is None else indicator.baseline
    sign = 1 if indicator.target >= begin else -1
    if sign * (last.value - indicator.target) >= 0:
        return Standing.REACHED
    wanted = expected(indicator, last_day(last.period), first)
    on_way = wanted is not None and sign * (last.value - wanted) >= 0
    return Standing.ON_SCHEDULE if on_way else Standing.BEHIND


@dataclass(frozen=True, slots=True)
class Due:
    """A measurement that should be made: of which indicator, over which period, by which day."""

    indicator: ObjectiveIndicator
    period: str
    by: date


def due(
    plan: Plan,
    indicators: Sequence[ObjectiveIndicator],
    measurements: Iterable[Measurement],
    today: date,
    rhythm: Rhythm = Rhythm.HALF,
) -> list[Due]:
    """Per indicator with a target: the last period that has ended within the plan and has no measurement that ends
    with it or later. One quarter or half-year that was skipped long ago is not asked for again."""
    period = period_of(first_day(period_of(today, rhythm)) - timedelta(days=1), rhythm)
    end = last_day(period)
    if not plan.begin_year <= end.year <= plan.end_year:
        return []
    latest: dict[str, date] = {}
    for m in measurements:
        latest[m.indicator_id] = max(latest.get(m.indicator_id, date.min), last_day(m.period))
    by = end + timedelta(days=GRACE_DAYS)
    return [Due(i, period, by) for i in indicators if i.target is not None and latest.get(i.id, date.min) < end]


def done_day(action: Action, changed: date | None, today: date) -> date | None:
    """When an action was done: the day its status was set, else its planned end when that is past, else today; None
    when it is not done."""
    if action.status is not ActionStatus.DONE:
        return None
    if changed is not None:
        return changed
    return min(action.end.last, today) if action.end is not None else today


def in_scope(actions: Iterable[Action]) -> list[Action]:
    """The actions that count in the progress: all but those that were stopped."""
    return [a for a in actions if a.status is not ActionStatus.STOPPED]


def done_until(days: Iterable[date], day: date) -> int:
    """How many were done on or before a day."""
    return sum(one <= day for one in days)


def runs_within(action: Action, period: str) -> bool:
    """Whether an action runs in a period; a side that is not dated is open."""
    first, last = first_day(period), last_day(period)
    begins = action.begin is None or action.begin.first <= last
    return begins and (action.end is None or action.end.last >= first or action.status is ActionStatus.RUNNING)


def per_priority(
    actions: Sequence[Action], priorities: Sequence[PolicyPriority], period: str
) -> list[tuple[PolicyPriority | None, list[Action]]]:
    """The actions of a period under each policy priority in force then, in its order, and under None those without
    one; an action with two priorities stands under both. A priority without actions is there too: that is a finding."""
    year = first_day(period).year
    held: Mapping[str, PolicyPriority] = {p.code: p for p in priorities if p.holds_in(year)}
    running = [a for a in actions if runs_within(a, period)]
    found: list[tuple[PolicyPriority | None, list[Action]]] = [
        (priority, [a for a in running if code in a.priorities]) for code, priority in held.items()
    ]
    rest = [a for a in running if not held.keys() & set(a.priorities)]
    return [*found, (None, rest)] if rest else found
