"""The plan as the screens, the follow-up and the dossier read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from coopdesk.plan import rules
from coopdesk.plan.model import (
    Action,
    ActionDomain,
    ActionStatus,
    BudgetLine,
    Milestone,
    Objective,
    ObjectiveIndicator,
    Plan,
    PolicyPriority,
)
from coopdesk.plan.ports import PlanWork


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action with everything that belongs to it, as it stands on a day; `budget` adds up the estimates in cents."""

    action: Action
    objective: Objective
    domain: ActionDomain | None
    days_late: int
    milestones: tuple[Milestone, ...]
    lines: tuple[BudgetLine, ...]
    opportunity_ids: tuple[str, ...]
    measured: bool

    @property
    def id(self) -> str:
        return self.action.id

    @property
    def budget(self) -> int | None:
        return rules.total(self.lines)

    @property
    def smart(self) -> rules.Smart:
        return rules.smart(self.action, measured=self.measured, budgeted=bool(self.lines))


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective with its indicators and action domains, and how many of its actions are done."""

    objective: Objective
    indicators: tuple[ObjectiveIndicator, ...]
    domains: tuple[ActionDomain, ...]
    actions: int
    done: int

    @property
    def id(self) -> str:
        return self.objective.id


@dataclass(frozen=True, slots=True)
class Counts:
    """What the head of the page says."""

    objectives: int
    actions: int
    late: int
    soon: int


@dataclass(frozen=True, slots=True)
class PlanView:
    """A whole plan, its rows in the order of objectives and within each in the order people gave."""

    plan: Plan
    objectives: tuple[ObjectiveRow, ...]
    rows: tuple[ActionRow, ...]
    counts: Counts
    gaps: tuple[rules.PriorityGap, ...]
    priorities: tuple[PolicyPriority, ...]


def plan_of(work: PlanWork, area_id: str) -> Plan | None:
    """The latest plan of an area."""
    plans = work.plans.plans(area_id)
    return plans[-1] if plans else None


def view(work: PlanWork, plan_id: str, today: date) -> PlanView:
    """Everything of a plan as it stands on a day; Conflict when the plan is gone."""
    plan, store = work.plans.get(Plan, plan_id), work.plans
    objectives, actions = store.objectives(plan_id), store.actions(plan_id)
    indicators = _by((i.objective_id, i) for i in store.indicators(plan_id))
    domains = _by((d.objective_id, d) for d in store.domains(plan_id))
    milestones = _by((m.action_id, m) for m in store.milestones(plan_id))
    lines = _by((b.action_id, b) for b in store.budget(plan_id))
    links = _by((link.action_id, link.opportunity_id) for link in store.links(plan_id))
    under = _by((a.objective_id, a) for a in actions)
    rows = tuple(
        ActionRow(
            action=action,
            objective=objective,
            domain=next((d for d in domains[objective.id] if d.id == action.domain_id), None),
            days_late=rules.days_late(action, today),
            milestones=tuple(milestones[action.id]),
            lines=tuple(lines[action.id]),
            opportunity_ids=tuple(links[action.id]),
            measured=bool(milestones[action.id] or indicators[objective.id]),
        )
        for objective in objectives
        for action in under[objective.id]
    )
    heads = tuple(
        ObjectiveRow(
            objective=o,
            indicators=tuple(indicators[o.id]),
            domains=tuple(domains[o.id]),
            actions=len(under[o.id]),
            done=sum(a.status is ActionStatus.DONE for a in under[o.id]),
        )
        for o in objectives
    )
    priorities = tuple(store.priorities())
    gaps = rules.priority_gaps(plan, actions, priorities)
    return PlanView(plan, heads, rows, _counts(len(heads), actions, today), gaps, priorities)


def counts(work: PlanWork, plan_id: str, today: date) -> Counts:
    """How many objectives and actions a plan has, how many are late and how many end within 30 days."""
    return _counts(len(work.plans.objectives(plan_id)), work.plans.actions(plan_id), today)


def actions_in(work: PlanWork, plan_id: str, nis: str) -> list[Action]:
    """The actions of a plan that take place in a municipality; those for the whole area included."""
    return [a for a in work.plans.actions(plan_id) if not a.nis or nis in a.nis]


def names(work: PlanWork, plan_id: str) -> tuple[str, ...]:
    """The names of leads and partners already in use in a plan, in alphabetical order."""
    actions = work.plans.actions(plan_id)
    return tuple(sorted({n for a in actions for n in (a.lead, *a.partners) if n}, key=str.casefold))


def _counts(objectives: int, actions: list[Action], today: date) -> Counts:
    late = sum(rules.late(a, today) for a in actions)
    return Counts(objectives, len(actions), late, sum(rules.ends_soon(a, today) for a in actions))


T = TypeVar("T")


def _by(pairs: Iterable[tuple[str, T]]) -> defaultdict[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
