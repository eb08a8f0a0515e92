"""What the multi-year plan and the annual accounts ask of a plan: per priority its actions, with money per year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.cycle.ports import CycleWork
from coopdesk.cycle.queries.checks import Check, check
from coopdesk.followup.model import ProgressNote
from coopdesk.followup.rules import per_priority
from coopdesk.plan.model import Action, ActionDomain, BudgetLine, Objective, Plan, PolicyPriority


@dataclass(frozen=True, slots=True)
class Money:
    """What a year costs an action, in euros; None where nobody noted anything."""

    estimate: Decimal | None
    spent: Decimal | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExtractLine:
    """An action under one reporting code (empty under none), with its money per year and what was said about it."""

    code: str
    title: str
    objective: Objective
    domain: ActionDomain | None
    action: Action
    money: dict[int, Money]
    notes: tuple[ProgressNote, ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """The lines of all years of a plan, and those of each year, with the check of the priorities."""

    plan: Plan
    check: Check
    lines: tuple[ExtractLine, ...]
    by_year: dict[int, tuple[ExtractLine, ...]]


def extract(work: CycleWork, plan_id: str) -> Extract:
    """Per code the actions that bear it: Flemish priorities first, then other reporting codes, then what has none. An
    action with two codes stands under both, as in the account of a half-year."""
    plan, store = work.plans.get(Plan, plan_id), work.plans
    actions, priorities = store.actions(plan_id), store.priorities()
    make = _Lines(work, plan_id, actions)
    years = range(plan.begin_year, plan.end_year + 1)
    held = list({p.code: p for p in priorities if any(p.holds_in(y) for y in years)}.values())
    groups = [(p, [a for a in actions if p.code in a.priorities]) for p in held]
    codes = {p.code for p in held}
    lines = make.under(groups, [a for a in actions if not codes & set(a.priorities)])
    by_year = {}
    for year in years:
        found = per_priority(actions, priorities, str(year))
        named = [(p, mine) for p, mine in found if p is not None]
        rest = next((mine for p, mine in found if p is None), [])
        by_year[year] = make.under(named, rest)
    return Extract(plan, check(work, plan_id), lines, by_year)


class _Lines:
    """Looks up what belongs to an action."""

    def __init__(self, work: CycleWork, plan_id: str, actions: Sequence[Action]) -> None:
        store = work.plans
        self._objectives = {o.id: o for o in store.objectives(plan_id)}
        self._domains = {d.id: d for d in store.domains(plan_id)}
        self._money: defaultdict[str, list[BudgetLine]] = defaultdict(list)
        for line in store.budget(plan_id):
            self._money[line.action_id].append(line)
        self._notes: defaultdict[str, list[ProgressNote]] = defaultdict(list)
        for note in work.followup.notes([a.id for a in actions]):
            self._notes[note.action_id].append(note)

    def under(
        self, groups: Iterable[tuple[PolicyPriority, Sequence[Action]]], rest: Sequence[Action]
    ) -> tuple[ExtractLine, ...]:
        """The lines under each priority, then under other codes, then under none."""
        lines = [self._line(p.code, p.title, action) for p, mine in groups for action in mine]
        other = sorted({code for action in rest for code in action.reporting_codes})
        lines += [self._line(code, "", a) for code in other for a in rest if code in a.reporting_codes]
        lines += [self._line("", "", a) for a in rest if not a.reporting_codes]
        return tuple(lines)

    def _line(self, code: str, title: str, action: Action) -> ExtractLine:
        domain = self._domains.get(action.domain_id or "")
        money = {year: _money(lines) for year, lines in _by_year(self._money[action.id]).items()}
        notes = tuple(self._notes[action.id])
        return ExtractLine(code, title, self._objectives[action.objective_id], domain, action, money, notes)


def _by_year(lines: Iterable[BudgetLine]) -> dict[int, list[BudgetLine]]:
    found: defaultdict[int, list[BudgetLine]] = defaultdict(list)
    for line in lines:
        found[line.year].append(line)
    return dict(found)


def _money(lines: Sequence[BudgetLine]) -> Money:
    spent = [line.spent for line in lines if line.spent is not None]
    sources = tuple(dict.fromkeys(line.source for line in lines if line.source))
    return Money(_euros(sum(line.cents for line in lines)), _euros(sum(spent)) if spent else None, sources)


def _euros(cents: int) -> Decimal:
    return Decimal(cents) / 100
