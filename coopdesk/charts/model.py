"""What a chart function returns, and walking over its marks with the arrow keys."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.graphics.shapes import Drawing

Way = Literal["left", "right", "up", "down"]
_STEP: dict[Way, tuple[float, float]] = {
    "left": (-1.0, 0.0),
    "right": (1.0, 0.0),
    "up": (0.0, 1.0),
    "down": (0.0, -1.0),
}
SIDEWAYS = 2.2
SAME = 0.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in drawing units, y growing upwards as in the Drawing itself."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        """Middle of the rectangle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the rectangle."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@dataclass(frozen=True, slots=True)
class Mark:
    """One datum: where it is drawn and how it is read aloud."""

    box: Box
    spoken: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a chart as text, ready for the table twin."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with everything that the eye, the keyboard and a screen reader need."""

    drawing: Drawing
    marks: tuple[Mark, ...]
    title: str
    alt_text: str
    table: Table


def mark_at(marks: Sequence[Mark], x: float, y: float) -> int | None:
    """Index of the smallest mark under a point, for hovering."""
    hits = [i for i, m in enumerate(marks) if m.box.holds(x, y)]
    return min(hits, key=lambda i: marks[i].box.width * marks[i].box.height, default=None)


def next_mark(marks: Sequence[Mark], here: int, way: Way) -> int:
    """Index of the nearest mark in the direction of an arrow key, or the same index."""
    sx, sy = _STEP[way]
    x, y = marks[here].box.centre
    forward = way in ("right", "down")
    for i in range(here + 1, len(marks)) if forward else range(here - 1, -1, -1):
        if math.dist(marks[i].box.centre, (x, y)) <= SAME:  # two data on one spot are told one after the other
            return i
    best, found = math.inf, here
    for i, mark in enumerate(marks):
        dx, dy = mark.box.centre[0] - x, mark.box.centre[1] - y
        ahead, aside = dx * sx + dy * sy, abs(dx * sy) + abs(dy * sx)
        if ahead > SAME / 2 and ahead + SIDEWAYS * aside < best and aside < 4 * ahead:
            best, found = ahead + SIDEWAYS * aside, i
    return found
