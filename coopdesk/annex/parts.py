"""Milestones, indicators, evidence and the budget of each year of an action as lines of a cell.

✓ Eerste overleg · 1/3/2026
Bezoekers · 120 (2025) → 200 (2027) · personen · 2026: 150; 2027: 200
Affiche · 2/2026 · https://example.org/affiche
2026 · € 10.000,00 · € 4.500,00 · – · ESF+
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.kernel.partial_date import PartialDate

NOTHING = "–"
BETWEEN = " · "
DONE, OPEN = "✓", "○"
TO = " → "
Day = Callable[[PartialDate | None], str]
Number = Callable[[Decimal | None], str]
Money = Callable[[int | None], str]
Aim = tuple[Decimal | None, int | None]


def plain_day(day: PartialDate | None) -> str:
    """A day in the one form in which equal days are equal texts."""
    return day.canonical() if day else ""


def plain_number(number: Decimal | None) -> str:
    """The same for a number."""
    return format(number.normalize(), "f") if number is not None else ""


def plain_cents(cents: int | None) -> str:
    """The same for an amount in cents."""
    return str(cents) if cents is not None else ""


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone."""

    title: str
    due: PartialDate | None = None
    done: bool = False

    def line(self, day: Day = plain_day) -> str:
        """As it is written."""
        return _joined(f"{DONE if self.done else OPEN} {_title(self.title)}", day(self.due))


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator: baseline and target with their years, and what each year should reach. `code` is the figure of the
    catalogue behind it."""

    title: str
    code: str = ""
    baseline: Aim = (None, None)
    target: Aim = (None, None)
    unit: str = ""
    years: tuple[tuple[int, Decimal], ...] = ()

    def line(self, number: Number = plain_number) -> str:
        """As it is written."""
        title = f"{_title(self.title)} [{self.code}]" if self.code else _title(self.title)
        first, last = (
            (number(value) or NOTHING) + (f" ({year})" if year else "") for value, year in (self.baseline, self.target)
        )
        years = "; ".join(f"{year}: {number(value)}" for year, value in sorted(self.years))
        return _joined(title, f"{first}{TO}{last}", _title(self.unit), years)


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence; `where` is its link or the name of its file."""

    title: str
    day: PartialDate | None = None
    where: str = ""

    @property
    def is_file(self) -> bool:
        """Whether it is a file, which does not travel in a cell."""
        return bool(self.where) and "://" not in self.where

    def line(self, day: Day = plain_day) -> str:
        """As it is written."""
        return _joined(_title(self.title), day(self.day), _title(self.where))


@dataclass(frozen=True, slots=True)
class Year:
    """What an action costs in a year, in cents: the estimate, what was spent, the own share, and who pays the rest."""

    year: int
    cents: int
    spent: int | None = None
    own: int | None = None
    source: str = ""

    def line(self, money: Money = plain_cents) -> str:
        """As it is written."""
        return _joined(str(self.year), money(self.cents), money(self.spent), money(self.own), _title(self.source))


def _joined(title: str, *rest: str) -> str:
    return BETWEEN.join((title, *(part or NOTHING for part in rest)))


def _title(text: str) -> str:
    return " ".join(text.split())
