"""Dates as people know them: a day, a month, a quarter, a season, half a year or a year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from coopdesk.kernel.errors import Invalid


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"


SEASONS = ("spring", "summer", "autumn", "winter")
_PATTERN = re.compile(
    r"(?P<year>[12]\d{3})(?:-(?:(?P<month>\d{2})(?:-(?P<day>\d{2}))?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>spring|summer|autumn|winter)))?"
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """An imprecise date: the first and last day it may mean, how precise it is, and the text it came from.

    A begin date counts from `first`, an end date up to and including `last`. Two partial dates are equal when they
    mean the same days with the same precision, whatever text they were read from.
    """

    first: date
    last: date
    precision: Precision
    original: str = field(default="", compare=False)

    @classmethod
    def day(cls, day: date, original: str = "") -> Self:
        return cls(day, day, Precision.DAY, original)

    @classmethod
    def month(cls, year: int, month: int, original: str = "") -> Self:
        return cls(date(year, month, 1), _end(year, month), Precision.MONTH, original)

    @classmethod
    def quarter(cls, year: int, quarter: int, original: str = "") -> Self:
        return cls(date(year, 3 * quarter - 2, 1), _end(year, 3 * quarter), Precision.QUARTER, original)

    @classmethod
    def half(cls, year: int, half: int, original: str = "") -> Self:
        return cls(date(year, 6 * half - 5, 1), _end(year, 6 * half), Precision.HALF, original)

    @classmethod
    def year(cls, year: int, original: str = "") -> Self:
        return cls(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, original)

    @classmethod
    def season(cls, year: int, season: str, original: str = "") -> Self:
        """A season by its astronomical months as agreements use them: spring runs from 21 March to 20 June; the winter
        of a year begins on 21 December of that year."""
        at = SEASONS.index(season)
        first = date(year, 3 * at + 3, 21)
        last = date(year, 3 * at + 6, 20) if season != "winter" else date(year + 1, 3, 20)
        return cls(first, last, Precision.SEASON, original)

    def canonical(self) -> str:
        """The date as stored: 2025-12-31, 2025-12, 2025-Q4, 2025-autumn, 2025-H2 or 2025."""
        year = f"{self.first.year:04}"
        match self.precision:
            case Precision.DAY:
                return self.first.isoformat()
            case Precision.MONTH:
                return f"{year}-{self.first.month:02}"
            case Precision.QUARTER:
                return f"{year}-Q{(self.first.month + 2) // 3}"
            case Precision.HALF:
                return f"{year}-H{1 if self.first.month == 1 else 2}"
            case Precision.SEASON:
                return f"{year}-{SEASONS[self.first.month // 3 - 1]}"
            case Precision.YEAR:
                return year

    @classmethod
    def parse(cls, text: str, original: str = "") -> Self:
        """The reverse of `canonical`; Invalid for anything else."""
        found = _PATTERN.fullmatch(text)
        if found is None:
            raise Invalid("“{text}” is not a date.", text=text)
        year = int(found["year"])
        try:
            if found["day"]:
                return cls.day(date(year, int(found["month"]), int(found["day"])), original)
            if found["month"]:
                return cls.month(year, int(found["month"]), original)
        except ValueError as error:
            raise Invalid("“{text}” is not a date.", text=text) from error
        if found["quarter"]:
            return cls.quarter(year, int(found["quarter"]), original)
        if found["half"]:
            return cls.half(year, int(found["half"]), original)
        if found["season"]:
            return cls.season(year, found["season"], original)
        return cls.year(year, original)


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def month_later(day: date, months: int) -> date:
    """The same day so many months on, or the last day of that month where it is shorter."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day_of_term(begin: date, months: int) -> date:
    """The inclusive last day of a term: one year from 1 January 2022 ends on 31 December 2022."""
    return month_later(begin, months) - timedelta(days=1)
