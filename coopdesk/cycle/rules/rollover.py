"""What becomes of an action in the next policy cycle, and how its dates move along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from coopdesk.cycle.model import Fate
from coopdesk.kernel.partial_date import PartialDate, Precision
from coopdesk.plan.model import (
    Action,
    ActionLink,
    ActionStatus,
    BudgetLine,
    Evidence,
    IndicatorTarget,
    Milestone,
    ObjectiveIndicator,
    OpportunityLink,
    Plan,
)

Belonging = Milestone | BudgetLine | OpportunityLink | Evidence | ActionLink
CLOSING: Mapping[Fate, ActionStatus] = {Fate.FINISHED: ActionStatus.DONE, Fate.STOPPED: ActionStatus.STOPPED}


@dataclass(frozen=True, slots=True)
class Years:
    """The years of the next plan and by how many years they lie later than those of the plan before."""

    begin: int
    end: int
    shift: int


def next_years(plan: Plan) -> Years:
    """A plan just as long, right after this one: 2026–2031 after 2020–2025."""
    length = plan.end_year - plan.begin_year + 1
    return Years(plan.end_year + 1, plan.end_year + length, length)


def proposed(action: Action, plan: Plan) -> Fate:
    """What mostly happens: a yearly action starts anew, what is done or stopped stays behind, the rest goes on."""
    if action.status is ActionStatus.STOPPED:
        return Fate.STOPPED
    if action.yearly:
        return Fate.RESTARTED
    if action.status is ActionStatus.DONE:
        return Fate.FINISHED
    begun = action.begin is not None and action.begin.first.year <= plan.end_year
    return Fate.RESTARTED if action.status is ActionStatus.POSTPONED and not begun else Fate.CONTINUED


def shifted(day: PartialDate | None, years: int) -> PartialDate | None:
    """The same date so many years later; 29 February becomes the 28th where there is none."""
    if day is None or not years:
        return day
    if day.precision is Precision.DAY:
        year = day.first.year + years
        last = 28 if (day.first.month, day.first.day) == (2, 29) and not _leap(year) else day.first.day
        return PartialDate.day(date(year, day.first.month, last))
    text = day.canonical()
    return PartialDate.parse(f"{int(text[:4]) + years:04}{text[4:]}")


def renewed(action: Action, years: Years, fate: Fate) -> Action:
    """The action as it stands in the next plan, still with its old ids: one that restarts is planned again with its
    dates moved along; one that goes on keeps its dates, but for an end that lies before the new plan."""
    if fate is Fate.RESTARTED:
        return replace(
            action, status=ActionStatus.PLANNED, progress=0, begin=shifted(action.begin, years.shift),
            end=shifted(action.end, years.shift),
        )  # fmt: skip
    past = action.end is not None and action.end.last.year < years.begin
    return replace(action, end=None) if past else action


def part_after(part: Belonging, years: Years, fate: Fate) -> Belonging | None:
    """What belongs to an action, in the next plan; None for what stays with the years before: their money, and what
    shows that something was done."""
    restarts = fate is Fate.RESTARTED
    match part:
        case Milestone() if restarts:
            return replace(part, done=False, due=shifted(part.due, years.shift))
        case BudgetLine() if restarts:
            return replace(part, year=part.year + years.shift, spent=None)
        case BudgetLine():
            return part if part.year >= years.begin else None
        case Evidence():
            return None
        case _:
            return part


def indicator_after(indicator: ObjectiveIndicator, years: Years, *, restarts: bool = False) -> ObjectiveIndicator:
    """An indicator in the next plan. A target of the years before is no promise any more, unless its action starts
    anew: then it moves along."""
    if indicator.target_year is None or (indicator.target_year >= years.begin and not restarts):
        return indicator
    if restarts:
        return replace(indicator, target_year=indicator.target_year + years.shift)
    return replace(indicator, target=None, target_year=None)


def target_after(target: IndicatorTarget, years: Years, *, restarts: bool = False) -> IndicatorTarget | None:
    """A target of one year in the next plan, by the same rule."""
    if restarts:
        return replace(target, year=target.year + years.shift)
    return target if target.year >= years.begin else None


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
