"""The plan as the screens, the follow-up and the dossier read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from coopdesk.plan import rules
from coopdesk.plan.model import (
    Action,
    ActionDomain,
    ActionLink,
    ActionStatus,
    BudgetLine,
    Evidence,
    IndicatorTarget,
    Milestone,
    Objective,
    ObjectiveIndicator,
    Plan,
    PolicyPriority,
)
from coopdesk.plan.ports import PlanStore, PlanWork


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
    indicators: tuple[ObjectiveIndicator, ...] = ()
    targets: tuple[IndicatorTarget, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rests: tuple[ActionLink, ...] = ()

    @property
    def id(self) -> str:
        return self.action.id

    @property
    def budget(self) -> int | None:
        return rules.total(self.lines)

    @property
    def spent(self) -> int | None:
        """What was spent, in cents, as far as it is known."""
        return rules.known(line.spent for line in self.lines)

    @property
    def own(self) -> int | None:
        """What the municipalities bear themselves, in cents."""
        return rules.known(line.own for line in self.lines)

    @property
    def group(self) -> str:
        """The level the action stands under: its action domain, else its objective."""
        return self.domain.id if self.domain is not None else self.objective.id

    @property
    def smart(self) -> rules.Smart:
        return rules.smart(self.action, measured=self.measured)


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective with its indicators, their targets per year and its action domains, and how many of its actions are
    done."""

    objective: Objective
    indicators: tuple[ObjectiveIndicator, ...]
    domains: tuple[ActionDomain, ...]
    actions: int
    done: int
    targets: tuple[IndicatorTarget, ...] = ()

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
    """A whole plan: its rows in the order of objectives, then action domains, and within each in that people gave."""

    plan: Plan
    objectives: tuple[ObjectiveRow, ...]
    rows: tuple[ActionRow, ...]
    counts: Counts
    gaps: tuple[rules.PriorityGap, ...]
    priorities: tuple[PolicyPriority, ...]


def plan_of(work: PlanWork, area_id: str, year: int | None = None) -> Plan | None:
    """The plan of an area that holds in a year, see `rules.plan_in`; without a year the latest."""
    return rules.plan_in(work.plans.plans(area_id), year)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What belongs to the actions and objectives of a plan, by the id of what it belongs to."""

    domains: Mapping[str, list[ActionDomain]]
    objective_indicators: Mapping[str, list[ObjectiveIndicator]]
    indicators: Mapping[str, list[ObjectiveIndicator]]
    targets: Mapping[str, list[IndicatorTarget]]
    milestones: Mapping[str, list[Milestone]]
    lines: Mapping[str, list[BudgetLine]]
    evidence: Mapping[str, list[Evidence]]
    rests: Mapping[str, list[ActionLink]]
    links: Mapping[str, list[str]]

    def targets_of(self, indicators: Iterable[ObjectiveIndicator]) -> tuple[IndicatorTarget, ...]:
        """The targets per year of some indicators."""
        return tuple(target for one in indicators for target in self.targets[one.id])


def view(work: PlanWork, plan_id: str, today: date) -> PlanView:
    """Everything of a plan as it stands on a day; Conflict when the plan is gone."""
    plan, store = work.plans.get(Plan, plan_id), work.plans
    objectives, actions, parts = store.objectives(plan_id), store.actions(plan_id), _parts(store, plan_id)
    under = _by((a.objective_id, a) for a in actions)
    rows = tuple(row for one in objectives for row in _rows(one, under[one.id], parts, today))
    heads = tuple(_head(one, under[one.id], parts) for one in objectives)
    priorities = tuple(store.priorities())
    gaps = rules.priority_gaps(plan, actions, priorities)
    return PlanView(plan, heads, rows, counts_of(len(heads), actions, today), gaps, priorities)


def _parts(store: PlanStore, plan_id: str) -> _Parts:
    measured = store.indicators(plan_id)
    return _Parts(
        domains=_by((d.objective_id, d) for d in store.domains(plan_id)),
        objective_indicators=_by((i.objective_id, i) for i in measured if i.action_id is None),
        indicators=_by((i.action_id, i) for i in measured if i.action_id is not None),
        targets=_by((t.indicator_id, t) for t in store.targets(plan_id)),
        milestones=_by((m.action_id, m) for m in store.milestones(plan_id)),
        lines=_by((b.action_id, b) for b in store.budget(plan_id)),
        evidence=_by((e.action_id, e) for e in store.evidence(plan_id)),
        rests=_by((link.action_id, link) for link in store.rests(plan_id)),
        links=_by((link.action_id, link.opportunity_id) for link in store.links(plan_id)),
    )


def _rows(objective: Objective, actions: list[Action], parts: _Parts, today: date) -> list[ActionRow]:
    """The actions of an objective: first those directly under it, then domain by domain."""
    domains = {domain.id: domain for domain in parts.domains[objective.id]}
    places = {one: at for at, one in enumerate(domains)}
    ordered = sorted(actions, key=lambda action: places.get(action.domain_id or "", -1))
    return [_row(objective, domains.get(action.domain_id or ""), action, parts, today) for action in ordered]


def _row(
    objective: Objective, domain: ActionDomain | None, action: Action, parts: _Parts, today: date
) -> ActionRow:  # fmt: skip
    indicators = tuple(parts.indicators[action.id])
    milestones = tuple(parts.milestones[action.id])
    return ActionRow(
        action=action,
        objective=objective,
        domain=domain,
        days_late=rules.days_late(action, today),
        milestones=milestones,
        lines=tuple(parts.lines[action.id]),
        opportunity_ids=tuple(parts.links[action.id]),
        measured=bool(milestones or indicators or parts.objective_indicators[objective.id]),
        indicators=indicators,
        targets=parts.targets_of(indicators),
        evidence=tuple(parts.evidence[action.id]),
        rests=tuple(parts.rests[action.id]),
    )


def _head(objective: Objective, actions: list[Action], parts: _Parts) -> ObjectiveRow:
    indicators = tuple(parts.objective_indicators[objective.id])
    return ObjectiveRow(
        objective=objective,
        indicators=indicators,
        domains=tuple(parts.domains[objective.id]),
        actions=len(actions),
        done=sum(action.status is ActionStatus.DONE for action in actions),
        targets=parts.targets_of(indicators),
    )


def counts(work: PlanWork, plan_id: str, today: date) -> Counts:
    """How many objectives and actions a plan has, how many are late and how many end within 30 days."""
    return counts_of(len(work.plans.objectives(plan_id)), work.plans.actions(plan_id), today)


def actions_in(work: PlanWork, plan_id: str, nis: str) -> list[Action]:
    """The actions of a plan that take place in a municipality; those for the whole area included."""
    return [a for a in work.plans.actions(plan_id) if not a.nis or nis in a.nis]


def names(work: PlanWork, plan_id: str) -> tuple[str, ...]:
    """The names of leads and partners already in use in a plan, in alphabetical order."""
    actions = work.plans.actions(plan_id)
    return tuple(sorted({n for a in actions for n in (a.lead, *a.partners) if n}, key=str.casefold))


def counts_of(objectives: int, actions: list[Action], today: date) -> Counts:
    """The same for some of the actions of a plan."""
    late = sum(rules.late(a, today) for a in actions)
    return Counts(objectives, len(actions), late, sum(rules.ends_soon(a, today) for a in actions))


T = TypeVar("T")


def _by(pairs: Iterable[tuple[str, T]]) -> defaultdict[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
