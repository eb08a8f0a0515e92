"""The rate of one area at two moments, as the charts about the target take it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.charts.fonts import width
from coopdesk.charts.look import Look


@dataclass(frozen=True, slots=True)
class Rate:
    """One area; rates in percent, None where there is no figure.

    `needed` is how many more people at work the target takes, `own` says whether the area is the user's own, and `key`
    is what a mark of it is called (the name when empty).
    """

    name: str
    before: Decimal | None
    now: Decimal | None
    needed: int | None = None
    own: bool = False
    key: str = ""

    @property
    def id(self) -> str:
        return self.key or self.name


def ranked(rows: Sequence[Rate]) -> list[Rate]:
    """Highest first, what has no figure last."""
    return sorted(rows, key=lambda row: (row.now is None, -(row.now or 0)))


def known(rows: Sequence[Rate]) -> list[Rate]:
    """Those that have a figure now, highest first."""
    return [row for row in ranked(rows) if row.now is not None]


def name_room(look: Look, names: Sequence[str]) -> float:
    """Width of the name column: the longest name, at most 38% of the figure."""
    return min(max((width(n, look.body, strong=True) for n in names), default=0.0), look.width * 0.38)


def extremes(look: Look, rows: Sequence[Rate]) -> str:
    """The highest and the lowest in a sentence each; nothing when no area has a figure."""
    told = known(rows)
    if not told:
        return look.words.say("No area has a figure.")
    return look.words.say(
        "Highest: {high} {high_rate}. Lowest: {low} {low_rate}.",
        high=told[0].name,
        high_rate=look.formats.rate(told[0].now),
        low=told[-1].name,
        low_rate=look.formats.rate(told[-1].now),
    )
