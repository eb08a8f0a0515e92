"""Sorted dot plot: one value per name on a common scale from zero, with what holds for all of them as a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.charts.fonts import shorten, width
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.rate import name_room
from coopdesk.charts.scale import Linear, ticks
from coopdesk.charts.sheet import Sheet

_DOT = 3.4
Text = Callable[[Decimal | None], str]


@dataclass(frozen=True, slots=True)
class Dot:
    """A name with its value."""

    name: str
    value: Decimal


def dot_plot(
    look: Look, heads: tuple[str, str], dots: Sequence[Dot], text: Text, overall: Dot | None = None, *, title: str
) -> Chart:
    """The dots in their order; `heads` say what is named and what is measured, `overall` is the value of them all."""
    sheet, body, small, theme = Sheet(look), look.body, look.small, look.theme
    left = name_room(look, [dot.name for dot in dots]) + body
    right = look.width - max((width(text(dot.value), body) for dot in dots), default=0.0) - body
    values = [float(dot.value) for dot in (*dots, *([overall] if overall else []))]
    steps = ticks(0, max(values, default=1.0) or 1.0, max(2, min(5, int((right - left) / (small * 5)))))
    x, top = Linear(0, steps[-1], left, right), small * (2.0 if overall else 0.4)
    bottom = top + look.row * len(dots)
    for step in steps:
        sheet.line(x(step), top, x(step), bottom, theme.grid)
        sheet.text(x(step), bottom + small * 1.3, text(Decimal(str(step))), small, theme.muted, "middle")
    if overall is not None:
        _line(sheet, x(float(overall.value)), f"{overall.name} {text(overall.value)}", (top, bottom))
    for at, dot in enumerate(dots):
        y = top + look.row * (at + 0.5)
        base, spot = y + body * 0.33, x(float(dot.value))
        sheet.text(left - body, base, shorten(dot.name, left - body, body), body, anchor="end")
        sheet.line(x(0), y, spot, y, theme.quiet, 0.75, (1, 2))
        sheet.marker(spot, y, _DOT * look.zoom, theme.series[0])
        sheet.text(look.width, base, text(dot.value), body, anchor="end")
        sheet.mark(0, top + look.row * at, look.width, look.row, f"{dot.name}: {text(dot.value)}", dot.name)
    drawing, marks = sheet.build(bottom + small * 1.8)
    rows = tuple((dot.name, text(dot.value)) for dot in (*dots, *([overall] if overall else [])))
    return Chart(drawing, marks, title, _told(look, dots, text, overall), Table(heads, rows))


def _line(sheet: Sheet, x: float, label: str, reach: tuple[float, float]) -> None:
    """The value of all together, its name above it."""
    small, (top, bottom) = sheet.look.small, reach
    half = width(label, small, strong=True) / 2
    middle = min(max(x, half), sheet.look.width - half)
    sheet.text(middle, top - small * 0.7, label, small, sheet.theme.target_text, "middle", strong=True)
    sheet.line(x, top - small * 0.3, x, bottom, sheet.theme.target, 1.2, (5, 3))


def _told(look: Look, dots: Sequence[Dot], text: Text, overall: Dot | None) -> str:
    words = look.words
    parts = [words.count("Dot plot of {n} value.", "Dot plot of {n} values.", len(dots))]
    if dots:
        first, last = (f"{dot.name} {text(dot.value)}" for dot in (dots[0], dots[-1]))
        parts.append(words.say("First: {first}. Last: {last}.", first=first, last=last))
    if overall is not None:
        parts.append(f"{overall.name}: {text(overall.value)}.")
    return " ".join(parts)
