"""The follow-up as its page, the start screen and the dossier read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from coopdesk.followup import rules
from coopdesk.followup.model import Measurement, Meeting, ProgressNote, Rhythm, Standing
from coopdesk.followup.ports import FollowupWork
from coopdesk.followup.rules import Due
from coopdesk.plan.model import Action, Objective, ObjectiveIndicator, Plan, PolicyPriority
from coopdesk.plan.queries import plan_of


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with its objective, its measurements oldest first, and where it stands."""

    indicator: ObjectiveIndicator
    objective: Objective
    measurements: tuple[Measurement, ...]
    standing: Standing

    @property
    def id(self) -> str:
        return self.indicator.id

    @property
    def latest(self) -> Measurement | None:
        return self.measurements[-1] if self.measurements else None

    def measured(self, period: str) -> Measurement | None:
        """The measurement over exactly this period."""
        return next((m for m in self.measurements if m.period == period), None)


@dataclass(frozen=True, slots=True)
class ObjectiveProgress:
    """An objective with its actions in the order of the plan."""

    objective: Objective
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class FollowupView:
    """Everything that is followed up of the latest plan of an area."""

    plan: Plan
    indicators: tuple[IndicatorRow, ...]
    objectives: tuple[ObjectiveProgress, ...]
    actions: tuple[Action, ...]

    @property
    def standings(self) -> Mapping[Standing, int]:
        """How many indicators stand where."""
        return Counter(row.standing for row in self.indicators)


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An action in the account of a half-year, under one policy priority, or under none."""

    id: str
    priority: PolicyPriority | None
    action: Action
    note: ProgressNote | None


@dataclass(frozen=True, slots=True)
class Account:
    """The account of a period: the priorities in force, also those without an action, and the lines under them."""

    period: str
    priorities: tuple[PolicyPriority, ...]
    lines: tuple[AccountLine, ...]

    @property
    def commented(self) -> int:
        """How many actions have commentary, each counted once."""
        return len({line.action.id for line in self.lines if line.note is not None})

    @property
    def actions(self) -> int:
        """How many actions are in it, each counted once."""
        return len({line.action.id for line in self.lines})


def view(work: FollowupWork, area_id: str, year: int | None = None) -> FollowupView | None:
    """The follow-up of the plan of an area that holds in a year, else the latest; None without a plan."""
    plan = plan_of(work, area_id, year)
    if plan is None:
        return None
    objectives, actions = work.plans.objectives(plan.id), work.plans.actions(plan.id)
    by_id = {o.id: o for o in objectives}
    indicators = sorted(work.plans.indicators(plan.id), key=lambda i: (by_id[i.objective_id].position, i.position))
    kept = work.followup.measurements([i.id for i in indicators])
    rows = []
    for indicator in indicators:
        mine = tuple(rules.by_period(m for m in kept if m.indicator_id == indicator.id))
        rows.append(IndicatorRow(indicator, by_id[indicator.objective_id], mine, rules.standing(indicator, mine)))
    heads = tuple(ObjectiveProgress(o, tuple(a for a in actions if a.objective_id == o.id)) for o in objectives)
    return FollowupView(plan, tuple(rows), heads, tuple(actions))


def measurements_due(work: FollowupWork, area_id: str, today: date, rhythm: Rhythm = Rhythm.HALF) -> tuple[Due, ...]:
    """The measurements of an area that should be made now, over the period that ended last."""
    ended = rules.first_day(rules.period_of(today, rhythm)) - timedelta(days=1)
    plan = plan_of(work, area_id, ended.year)
    if plan is None:
        return ()
    indicators = work.plans.indicators(plan.id)
    kept = work.followup.measurements([i.id for i in indicators])
    return tuple(rules.due(plan, indicators, kept, today, rhythm))


def account(work: FollowupWork, area_id: str, period: str) -> Account:
    """The account of a half-year: per policy priority the actions with their commentary."""
    plan = plan_of(work, area_id, rules.first_day(period).year)
    if plan is None:
        return Account(period, (), ())
    actions, priorities = work.plans.actions(plan.id), work.plans.priorities()
    notes = {n.action_id: n for n in work.followup.notes([a.id for a in actions]) if n.period == period}
    groups = rules.per_priority(actions, priorities, period)
    lines = tuple(
        AccountLine(f"{priority.code if priority else ''}/{action.id}", priority, action, notes.get(action.id))
        for priority, mine in groups
        for action in mine
    )
    return Account(period, tuple(p for p, _ in groups if p is not None), lines)


def meetings(work: FollowupWork, area_id: str) -> list[Meeting]:
    """The meetings of an area, newest first."""
    return work.followup.meetings(area_id)
