"""A sheet on which charts are built from the top down, with text that is always measured."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from reportlab.graphics.shapes import (
    Drawing,
    Group,
    Hatching,
    Line,
    Polygon,
    PolyLine,
    Rect,
    Shape,
    String,
)
from reportlab.lib.colors import Color, HexColor

from coopdesk.charts.fonts import REGULAR, STRONG, read_fonts, width
from coopdesk.charts.look import Look
from coopdesk.charts.markers import marker_shape
from coopdesk.charts.model import Box, Mark
from coopdesk.charts.themes import Fill, Hatch, Series

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@lru_cache(maxsize=256)
def ink(color: str) -> Color:
    """A reportlab colour, cached."""
    return HexColor(color)


class Sheet:
    """Collects shapes with y growing down from the top edge, then turns them into a Drawing."""

    def __init__(self, look: Look) -> None:
        read_fonts()
        self.look, self.theme = look, look.theme
        self.group = Group()
        self.marks: list[tuple[float, float, float, float, str, str]] = []

    def add(self, shape: Shape) -> None:
        """Adds any reportlab shape, y already negated by the caller."""
        self.group.add(shape)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        color: str = "",
        anchor: Anchor = "start",
        *,
        strong: bool = False,
    ) -> float:
        """Writes one line with its baseline at y and returns its width."""
        name = STRONG if strong else REGULAR
        fill = ink(color or self.theme.ink)
        self.add(String(x, -y, text, fontName=name, fontSize=size, fillColor=fill, textAnchor=anchor))
        return width(text, size, strong=strong)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        color: str,
        thick: float = 0.75,
        dash: Sequence[float] = (),
    ) -> None:
        """A straight line."""
        shape = Line(x1, -y1, x2, -y2, strokeColor=ink(color), strokeWidth=thick)
        if dash:
            shape.strokeDashArray = list(dash)
        self.add(shape)

    def path(self, points: Sequence[tuple[float, float]], color: str, thick: float, dash: Sequence[float] = ()) -> None:
        """A line through several points, with round joins."""
        flat = [v for x, y in points for v in (x, -y)]
        shape = PolyLine(flat, strokeColor=ink(color), strokeWidth=thick)
        shape.strokeLineJoin = 1
        if dash:
            shape.strokeDashArray = list(dash)
        self.add(shape)

    def rect(
        self,
        x: float,
        y: float,
        wide: float,
        high: float,
        fill: Fill | None = None,
        stroke: str = "",
        thick: float = 0.75,
        radius: float = 0.0,
    ) -> None:
        """A rectangle from its top left corner, hatched when the fill says so."""
        shape = Rect(x, -y - high, wide, high, rx=radius, ry=radius)
        shape.fillColor = ink(fill.color) if fill else None
        shape.strokeColor, shape.strokeWidth = (ink(stroke) if stroke else None), thick
        hatch = fill.hatch if fill else None
        if not hatch or not fill:
            self.add(shape)
            return
        shape.strokeColor = None
        self.add(shape)
        self.hatch([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)], hatch, fill.line)
        if stroke:
            self.rect(x, y, wide, high, None, stroke, thick, radius)

    def polygon(self, points: Sequence[tuple[float, float]], fill: Fill, stroke: str = "", thick: float = 0.75) -> None:
        """A closed shape, hatched when the fill says so."""
        flat = [v for x, y in points for v in (x, -y)]
        edge = ink(stroke) if stroke else None
        self.add(Polygon(flat, fillColor=ink(fill.color), strokeColor=edge, strokeWidth=thick, strokeLineJoin=1))
        if fill.hatch:
            self.hatch(points, fill.hatch, fill.line)

    def ring(self, points: Sequence[tuple[float, float]], color: str, thick: float) -> None:
        """The outline of a closed shape, without a fill."""
        flat = [v for x, y in points for v in (x, -y)]
        shape = Polygon(flat, fillColor=None, strokeColor=ink(color), strokeWidth=thick)
        shape.strokeLineJoin = 1
        self.add(shape)

    def hatch(self, points: Sequence[tuple[float, float]], hatch: Hatch, color: str) -> None:
        """Parallel lines clipped to a closed shape."""
        flat = [v for x, y in points for v in (x, -y)]
        angles = list(hatch.angles)
        lines = Hatching([hatch.spacing] * len(angles), angles, [flat])
        lines.strokeColor, lines.strokeWidth, lines.fillColor = ink(color), hatch.width, None
        if lines.points:
            self.add(lines)

    def marker(self, x: float, y: float, size: float, look: Series, *, solid: bool | None = None) -> None:
        """A data point whose shape and filling tell the series."""
        full = look.solid if solid is None else solid
        fill = look.color if full else self.theme.paper
        shape = marker_shape(look.shape, x, -y, size)
        shape.fillColor, shape.strokeColor, shape.strokeWidth = ink(fill), ink(look.color), 1.4
        self.add(shape)

    def mark(self, x: float, y: float, wide: float, high: float, spoken: str, key: str = "") -> None:
        """Registers a datum for hover, keyboard and screen reader."""
        self.marks.append((x, y, wide, high, spoken, key))

    def build(self, height: float) -> tuple[Drawing, tuple[Mark, ...]]:
        """The finished drawing and its marks, y now growing upwards."""
        height = math.ceil(height)  # whole points: screen and page pixels stay in step
        drawing = Drawing(self.look.width, height)
        self.group.translate(0, height)
        drawing.add(self.group)
        marks = tuple(
            Mark(Box(x, height - y - high, wide, high), spoken, key) for x, y, wide, high, spoken, key in self.marks
        )
        return drawing, marks
