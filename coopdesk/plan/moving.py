"""Moving an action in time: what happens to its begin and end, however precisely they are known.

What is moved by days is known to the day from then on: a quarter that is shifted by a week is a quarter no more.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import Action, Plan

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)


def shifted(action: Action, days: int) -> Action:
    """The whole action so many days later, or earlier below zero; milestones stay, since they were agreed upon."""
    return replace(action, begin=_moved(action.begin, days), end=_moved(action.end, days, last=True))


def stretched(action: Action, days: int) -> Action:
    """Another end: so many days later, never before the begin."""
    if action.end is None:
        return action
    end = _within(action.end.last + timedelta(days=days))
    begin = action.begin.first if action.begin is not None else end
    return replace(action, end=PartialDate.day(max(begin, end)))


def begun(action: Action, days: int) -> Action:
    """Another begin: so many days later, never after the end."""
    if action.begin is None:
        return action
    begin = _within(action.begin.first + timedelta(days=days))
    end = action.end.last if action.end is not None else begin
    return replace(action, begin=PartialDate.day(min(begin, end)))


def planned(action: Action, begin: date, end: date) -> Action:
    """An action without dates, put in time."""
    return replace(action, begin=PartialDate.day(min(begin, end)), end=PartialDate.day(max(begin, end)))


def span(plan: Plan, actions: list[Action], today: date) -> tuple[date, date]:
    """The whole years a time line of these actions runs over: those of the plan, of every date, and today's."""
    days = [date(plan.begin_year, 1, 1), date(plan.end_year, 12, 31), today]
    days += [one.begin.first for one in actions if one.begin is not None]
    days += [one.end.last for one in actions if one.end is not None]
    return date(min(days).year, 1, 1), date(max(days).year, 12, 31)


def _moved(day: PartialDate | None, days: int, *, last: bool = False) -> PartialDate | None:
    if day is None or not days:
        return day
    return PartialDate.day(_within((day.last if last else day.first) + timedelta(days=days)))


def _within(day: date) -> date:
    return min(max(day, FIRST), LAST)
