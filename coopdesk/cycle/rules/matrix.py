"""The check of the Flemish priorities: at least one action per priority per year, or a reason why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from coopdesk.cycle.model import PriorityReason
from coopdesk.plan.model import Action, Plan, PolicyPriority
from coopdesk.plan.rules import runs_in


class CellState(StrEnum):
    """What stands in a year of a priority."""

    SERVED = "served"
    EXPLAINED = "explained"
    HOLE = "hole"
    NOT_IN_FORCE = "not_in_force"


@dataclass(frozen=True, slots=True)
class Cell:
    """One priority in one year, for one municipality or (`nis` empty) for the area: its actions, or the reason."""

    code: str
    year: int
    nis: str
    state: CellState
    actions: tuple[Action, ...] = ()
    reason: PriorityReason | None = None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A priority over the years of the plan; with a municipality one row for each."""

    code: str
    title: str
    nis: str
    cells: tuple[Cell, ...]

    @property
    def id(self) -> str:
        return f"{self.code}/{self.nis}"


def matrix(
    plan: Plan,
    actions: Sequence[Action],
    priorities: Sequence[PolicyPriority],
    reasons: Sequence[PriorityReason],
    municipalities: Sequence[str] = (),
) -> tuple[MatrixRow, ...]:
    """The rows of the check, one per priority code; with municipalities, one per priority code and municipality.

    Only what holds in a year of the plan is asked for. An action of the whole area counts for each municipality, and so
    does a reason for the whole area. A stopped action counts for nothing.
    """
    years = range(plan.begin_year, plan.end_year + 1)
    rows = []
    for code in dict.fromkeys(p.code for p in priorities if any(p.holds_in(year) for year in years)):
        mine = [p for p in priorities if p.code == code]
        serving = [a for a in actions if code in a.priorities]
        running = {year: [a for a in serving if runs_in(a, year)] for year in years}
        explained = [r for r in reasons if r.code == code]
        for nis in municipalities or ("",):
            cells = tuple(_cell(code, year, nis, mine, running[year], explained) for year in years)
            rows.append(MatrixRow(code, _title(mine, plan.end_year), nis, cells))
    return tuple(rows)


def holes(rows: Sequence[MatrixRow]) -> int:
    """How many cells have neither an action nor a reason."""
    return sum(cell.state is CellState.HOLE for row in rows for cell in row.cells)


def _cell(
    code: str, year: int, nis: str, priorities: Sequence[PolicyPriority], running: Sequence[Action],
    reasons: Sequence[PriorityReason],
) -> Cell:  # fmt: skip
    if not any(p.holds_in(year) for p in priorities):
        return Cell(code, year, nis, CellState.NOT_IN_FORCE)
    found = tuple(a for a in running if not nis or not a.nis or nis in a.nis)
    # A reason of the municipality itself says more than the one for the whole area.
    own = sorted((r for r in reasons if r.year == year and r.nis in (nis, "")), key=lambda r: r.nis != nis)
    reason = own[0] if own else None
    if found:
        return Cell(code, year, nis, CellState.SERVED, found, reason)
    return Cell(code, year, nis, CellState.EXPLAINED if reason else CellState.HOLE, (), reason)


def _title(priorities: Sequence[PolicyPriority], year: int) -> str:
    """What the code stood for last within the plan: a priority may be worded anew."""
    return max((p for p in priorities if p.first_year <= year), key=lambda p: p.first_year).title
