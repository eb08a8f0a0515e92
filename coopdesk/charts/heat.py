"""Heat table: a shaded table with the numbers in the cells and suppressed cells hatched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.charts.fonts import shorten, width, wrap
from coopdesk.charts.legend import class_names, legend
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.rate import name_room
from coopdesk.charts.sheet import Sheet
from coopdesk.charts.themes import Fill, text_on

HeatRow = tuple[str, Sequence[Decimal | None]]
Text = Callable[[Decimal | None], str]


@dataclass(frozen=True, slots=True)
class _Frame:
    sheet: Sheet
    limits: tuple[Decimal, ...]
    why: str
    left: float
    wide: float
    text: Text
    spoken: Text


def heat_table(
    look: Look, columns: Sequence[str], rows: Sequence[HeatRow], limits: Sequence[Decimal], *, title: str, why: str,
    text: Text | None = None,
) -> Chart:  # fmt: skip
    """Areas by groups; None is a suppressed cell, `why` says why; four rounded limits make five classes. `text` writes
    what is no rate: numbers of people."""
    sheet = Sheet(look)
    fills = [*look.theme.ramp[: len(limits) + 1], look.theme.missing]
    y = legend(sheet, 0, [*class_names(look, limits, text), why], fills) + look.small * 0.4
    left = name_room(look, [name for name, _ in rows]) + look.body
    wide = (look.width - left) / len(columns)
    told = text or look.formats.rate
    frame = _Frame(sheet, tuple(limits), why, left, wide, text or (lambda v: look.formats.number(v, 1)), told)
    top = _heads(frame, columns, y)
    for r, (name, values) in enumerate(rows):
        line_y = top + look.row * r
        base = line_y + look.row / 2 + look.body * 0.33
        sheet.text(left - look.body, base, shorten(name, left - look.body, look.body), look.body, anchor="end")
        for c, value in enumerate(values):
            _cell(frame, left + frame.wide * c, line_y, value, (name, columns[c]))
    drawing, marks = sheet.build(top + look.row * len(rows) + 1)
    table = tuple((name, *[told(v) for v in values]) for name, values in rows)
    header = (look.words.say("Area"), *columns)
    return Chart(drawing, marks, title, _told(frame, columns, rows, told), Table(header, table))


def _heads(frame: _Frame, columns: Sequence[str], y: float) -> float:
    """The column heads, ending on one line; returns where the cells begin."""
    sheet, small = frame.sheet, frame.sheet.look.small
    heads = [wrap(c, frame.wide - 2, small, strong=True) for c in columns]
    deep = max(len(h) for h in heads)
    for i, head in enumerate(heads):
        for k, line in enumerate(head):
            base = y + small * (1.15 * (deep - len(head) + k) + 0.9)
            shown = shorten(line, frame.wide, small, strong=True)
            middle = frame.left + frame.wide * (i + 0.5)
            sheet.text(middle, base, shown, small, sheet.theme.muted, "middle", strong=True)
    return y + small * 1.15 * deep + small * 0.5


def _cell(frame: _Frame, x: float, y: float, value: Decimal | None, names: tuple[str, str]) -> None:
    sheet, look, theme = frame.sheet, frame.sheet.look, frame.sheet.theme
    body, wide, high = look.body, frame.wide, look.row
    fill = theme.missing if value is None else theme.ramp[bisect_right(frame.limits, value)]
    sheet.rect(x + 0.5, y + 0.5, wide - 1, high - 1, fill)
    if theme.printed:
        sheet.rect(x + 0.5, y + 0.5, wide - 1, high - 1, None, theme.edge, 0.5)
    shown, base = frame.text(value), y + high / 2 + body * 0.33
    if fill.hatch:
        half = width(shown, body) / 2 + 2.5
        sheet.rect(x + wide / 2 - half, base - body * 0.9, half * 2, body * 1.2, Fill(fill.color))
    color = theme.muted if value is None else text_on(fill.color)
    sheet.text(x + wide / 2, base, shown, body, color, "middle")
    told = frame.why if value is None else frame.spoken(value)
    sheet.mark(x, y, wide, high, f"{names[0]}, {names[1]}: {told}", f"{names[0]}/{names[1]}")


def _told(frame: _Frame, columns: Sequence[str], rows: Sequence[HeatRow], text: Text) -> str:
    look, why = frame.sheet.look, frame.why
    words = look.words
    cells = [(v, name, columns[c]) for name, values in rows for c, v in enumerate(values)]
    known = [(v, name, column) for v, name, column in cells if v is not None]
    parts = [
        words.say("Table with colour classes, {rows} areas and {columns} groups.",
                  rows=look.formats.number(len(rows)), columns=look.formats.number(len(columns)))
    ]  # fmt: skip
    if known:
        high, low = (f"{name}, {column}, {text(v)}" for v, name, column in (max(known), min(known)))
        parts.append(words.say("Highest: {high}. Lowest: {low}.", high=high, low=low))
    if hidden := len(cells) - len(known):
        parts.append(words.count("{n} cell not shown ({why}).", "{n} cells not shown ({why}).", hidden, why=why))
    return " ".join(parts)
