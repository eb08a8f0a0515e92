"""One more way to look at a chapter, drawn when the figures are there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.figures.model import Source


@dataclass(frozen=True, slots=True)
class Extra:
    """A chart beside that of the indicator: `name` is what it shows, `unit` how it is measured, `smallest` the least
    number of people behind a part of it that is not empty."""

    key: str
    title: str
    name: str
    unit: str
    draw: Callable[[Look], Chart]
    sources: tuple[Source, ...]
    observation_ids: tuple[str, ...]
    smallest: int


def smallest(*counts: int) -> int:
    """The least number that is not 0; 0 when all are."""
    return min((count for count in counts if count), default=0)
