"""Small multiples: one small panel per area on the same axes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.charts.course import Course, change, course_table
from coopdesk.charts.dumbbell import target_label
from coopdesk.charts.fonts import shorten, width
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.charts.scale import Linear, ticks
from coopdesk.charts.sheet import Sheet

_DASH = (4, 2.5)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Sizes of the panels."""

    sheet: Sheet
    columns: int
    axis: float
    wide: float
    steps: tuple[float, ...]
    last: int

    @property
    def pitch(self) -> float:
        """Distance between rows of panels."""
        return self.sheet.look.body * 9.4

    def scales(self, number: int) -> tuple[Linear, Linear]:
        """The two axes of one panel."""
        body = self.sheet.look.body
        left = self.axis + (number % self.columns) * (self.wide + body * 1.8)
        top = body * 1.9 + (number // self.columns) * self.pitch
        x = Linear(0, max(self.last, 1), left, left + self.wide)
        return x, Linear(self.steps[0], self.steps[-1], top + body * 5.6, top)


def multiples(look: Look, periods: Sequence[str], courses: Sequence[Course], target: Decimal, *, title: str) -> Chart:
    """The area of a panel dark, all others grey behind it, the target dashed."""
    grid = _grid(look, periods, courses, target)
    sheet, body, small = grid.sheet, look.body, look.small
    for i, course in enumerate(courses):
        _panel(grid, i, course, courses, float(target))
        x, y = grid.scales(i)
        base = y.start + small * 1.3
        sheet.text(x.start, base, periods[0], small, sheet.theme.muted)
        sheet.text(x.end, base, periods[-1], small, sheet.theme.muted, "end")
        spoken = change(look, course, periods)
        sheet.mark(x.start, y.end - body * 1.7, grid.wide, body * 8.8, spoken, course.name)
    foot = body * 0.7 + math.ceil(len(courses) / grid.columns) * grid.pitch
    sheet.line(grid.axis, foot - small * 0.3, grid.axis + body * 2, foot - small * 0.3, sheet.theme.target, 1.1, _DASH)
    grey = look.words.say("grey: the other areas")
    note = f"{target_label(look, target)}   ·   {grey}"
    sheet.text(grid.axis + body * 2.5, foot, note, small, sheet.theme.muted)
    drawing, marks = sheet.build(foot + small * 0.6)
    head = look.words.count("{n} small line chart.", "{n} small line charts.", len(courses))
    parts = [head, f"{target_label(look, target)}.", *[f"{change(look, c, periods)}." for c in courses]]
    return Chart(drawing, marks, title, " ".join(parts), course_table(look, periods, courses))


def _grid(look: Look, periods: Sequence[str], courses: Sequence[Course], target: Decimal) -> _Grid:
    body = look.body
    longest = max(width(c.name, body, strong=True) for c in courses) + _value_room(look)
    columns = max(2, min(4, int(look.width // (max(longest, body * 9) + body * 2))))
    values = [float(v) for c in courses for _, v in c.known] + [float(target)]
    steps = ticks(min(values), max(values), 2)
    axis = width(look.rate(steps[-1]), look.small) + look.small * 0.7
    wide = (look.width - axis - body - body * 1.8 * (columns - 1)) / columns
    return _Grid(Sheet(look), columns, axis, wide, tuple(steps), len(periods) - 1)


def _value_room(look: Look) -> float:
    return width(look.formats.rate(Decimal(100)), look.body, strong=True) + look.body * 0.6


def _panel(grid: _Grid, number: int, course: Course, courses: Sequence[Course], target: float) -> None:
    sheet, look, theme = grid.sheet, grid.sheet.look, grid.sheet.theme
    body, small = look.body, look.small
    x, y = grid.scales(number)
    name = shorten(course.name, grid.wide - _value_room(look), body, strong=True)
    sheet.text(x.start, y.end - body * 0.7, name, body, strong=True)
    for value in grid.steps:
        sheet.line(x.start, y(value), x.end, y(value), theme.grid)
        if number % grid.columns == 0:
            label = look.rate(value)
            sheet.text(grid.axis - small * 0.5, y(value) + small * 0.33, label, small, theme.muted, "end")
    sheet.line(x.start, y(target), x.end, y(target), theme.target, 1.1, _DASH)
    for other in courses:
        if other is not course:
            _trace(sheet, other, (x, y), theme.ghost, 0.8)
    _trace(sheet, course, (x, y), theme.accent, 2)
    if course.known:
        at, last = course.known[-1]
        sheet.text(x.end, y.end - body * 0.7, look.formats.rate(last), body, theme.accent, "end", strong=True)
        sheet.marker(x(at), y(float(last)), body * 0.34, theme.series[0])


def _trace(sheet: Sheet, course: Course, axes: tuple[Linear, Linear], color: str, thick: float) -> None:
    x, y = axes
    for run in course.runs:
        if len(run) > 1:
            sheet.path([(x(i), y(float(v))) for i, v in run], color, thick)
