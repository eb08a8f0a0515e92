"""Days as pixels: the scale of the time line at three zooms, and the marks of its calendar. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from coopdesk.kernel.partial_date import month_later


class Zoom(StrEnum):
    """How much of time fits on the screen."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


# Pixels of a day before the zoom of the program; a year, a quarter and a month then have room for their names.
_WIDTHS = {Zoom.YEAR: 130 / 365, Zoom.QUARTER: 72 / 91, Zoom.MONTH: 76 / 30}
_MONTHS = {Zoom.YEAR: (12, 3), Zoom.QUARTER: (12, 3), Zoom.MONTH: (3, 1)}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the calendar: its first day and the day after its last."""

    begin: date
    end: date


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a day lies: `first` at the left edge, `day` pixels wide; `last` is the last day there is."""

    first: date
    last: date
    day: float

    @property
    def width(self) -> float:
        """The whole of time in pixels."""
        return ((self.last - self.first).days + 1) * self.day

    def x(self, when: date) -> float:
        """The left edge of a day."""
        return (when - self.first).days * self.day

    def when(self, x: float) -> date:
        """The day at a place, kept within the calendar."""
        days = int(x // self.day)
        return self.first + timedelta(days=min(max(days, 0), (self.last - self.first).days))

    def days(self, pixels: float) -> int:
        """How many whole days a distance is."""
        return round(pixels / self.day)


def scale_of(first: date, last: date, zoom: Zoom, factor: float, room: float) -> Scale:
    """The scale at a zoom; the widest view fills the room there is. `factor` is the zoom of the program."""
    day = _WIDTHS[zoom] * factor
    if zoom is Zoom.YEAR:
        day = max(day, room / ((last - first).days + 1))
    return Scale(first, last, day)


def marks(scale: Scale, months: int, left: float, right: float) -> Iterator[Mark]:
    """The stretches of so many months of which something lies between two places."""
    when = scale.when(left)
    begin = date(when.year, (when.month - 1) // months * months + 1, 1)
    while scale.x(begin) < right and begin <= scale.last:
        end = month_later(begin, months)
        yield Mark(begin, end)
        begin = end


def rows(zoom: Zoom) -> tuple[int, int]:
    """How many months a stretch in the upper and in the lower row of the calendar is."""
    return _MONTHS[zoom]
