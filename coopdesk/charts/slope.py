"""Slope chart: two moments of many areas, where only those that moved most are named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.charts.fonts import shorten, width
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.rate import Rate
from coopdesk.charts.scale import Linear, spread, ticks
from coopdesk.charts.sheet import Sheet
from coopdesk.charts.themes import Series

Text = Callable[[Decimal | None], str]
MOVERS = 6
_DASH = (4.0, 2.5)


@dataclass(frozen=True, slots=True)
class Told:
    """How a value and a difference of the indicator are written."""

    value: Text
    difference: Text


@dataclass(frozen=True, slots=True)
class _Frame:
    sheet: Sheet
    told: Told
    left: float
    right: float
    y: Linear


def slope(look: Look, rows: Sequence[Rate], moments: tuple[str, str], told: Told, *, title: str) -> Chart:
    """One line per area from the earlier to the later moment; what fell is dashed, the own area thick, and of the
    others at most six are named: those that moved most."""
    both = [row for row in rows if row.before is not None and row.now is not None]
    named = {row.id for row in both if row.own} | {row.id for row in _movers(both)}
    frame = _frame(look, both, named, told)
    sheet, theme, small = frame.sheet, look.theme, look.small
    for x, moment in ((frame.left, moments[0]), (frame.right, moments[1])):
        sheet.text(x, small, moment, look.body, anchor="middle", strong=True)
        sheet.line(x, frame.y.end - small * 0.5, x, frame.y.start, theme.muted, 0.9)
    for row in sorted(both, key=lambda row: (row.own, row.id in named)):
        _line(frame, row, named=row.id in named)
    _labels(frame, [row for row in both if row.id in named])
    for row in both:
        _mark(frame, row, moments)
    foot = frame.y.start
    if any(_moved(row) < 0 for row in both):
        foot += small * 2
        _key(sheet, foot, moments[0])
    drawing, marks = sheet.build(foot + small * 0.8)
    return Chart(drawing, marks, title, _spoken(look, both, moments, told), _table(look, rows, moments, told))


def _moved(row: Rate) -> Decimal:
    """The difference between the two moments; 0 where one is unknown."""
    return Decimal(0) if row.now is None or row.before is None else row.now - row.before


def _movers(rows: Sequence[Rate]) -> list[Rate]:
    return sorted((row for row in rows if not row.own), key=lambda row: (-abs(_moved(row)), row.name))[:MOVERS]


def _frame(look: Look, rows: Sequence[Rate], named: set[str], told: Told) -> _Frame:
    body, small = look.body, look.small
    values = [float(v) for row in rows for v in (row.before, row.now) if v is not None]
    steps = ticks(min(values, default=0), max(values, default=1), 4)
    shown = [row for row in rows if row.id in named]
    left = max((width(told.value(row.before), body, strong=True) for row in shown), default=0.0) + body * 1.4
    names = max((width(_label(row, told), body, strong=True) for row in shown), default=0.0) + body * 1.4
    top = small * 2.6
    high = body * max(17, 1.5 * len(shown) + 2)
    y = Linear(steps[0], steps[-1], top + high, top)
    return _Frame(Sheet(look), told, max(left, body * 2), look.width - max(min(names, look.width * 0.5), body * 2), y)


def _label(row: Rate, told: Told) -> str:
    return f"{told.value(row.now)}  {row.name}"


def _line(frame: _Frame, row: Rate, *, named: bool) -> None:
    sheet, theme = frame.sheet, frame.sheet.theme
    start, end = frame.y(float(row.before or 0)), frame.y(float(row.now or 0))
    color = theme.accent if row.own else theme.ink if named else theme.quiet
    thick = 2.6 if row.own else 1.3 if named else 0.8
    dash = _DASH if _moved(row) < 0 else ()
    sheet.line(frame.left, start, frame.right, end, color, thick, dash)
    style = Series(color, "circle", solid=True, dash=())
    size = sheet.look.body * (0.4 if row.own else 0.28)
    sheet.marker(frame.left, start, size, style, solid=False)
    sheet.marker(frame.right, end, size, style, solid=True)


def _labels(frame: _Frame, rows: Sequence[Rate]) -> None:
    """Values at the left, values with names at the right, moved apart where they would touch."""
    sheet, body = frame.sheet, frame.sheet.look.body
    low, high = frame.y.end + body * 0.4, frame.y.start - body * 0.4
    starts = spread([frame.y(float(row.before or 0)) for row in rows], body * 1.3, low, high)
    ends = spread([frame.y(float(row.now or 0)) for row in rows], body * 1.3, low, high)
    begin = frame.right + body * 0.9
    for row, start, end in zip(rows, starts, ends, strict=True):
        first, base = frame.told.value(row.before), end + body * 0.33
        sheet.text(frame.left - body * 0.9, start + body * 0.33, first, body, anchor="end", strong=row.own)
        name = shorten(_label(row, frame.told), sheet.look.width - begin, body, strong=row.own)
        sheet.text(begin, base, name, body, sheet.theme.accent if row.own else "", strong=row.own)


def _mark(frame: _Frame, row: Rate, moments: tuple[str, str]) -> None:
    """A datum at its later end: lines cross, ends seldom coincide."""
    sheet, body = frame.sheet, frame.sheet.look.body
    y = frame.y(float(row.now or 0))
    sheet.mark(frame.right - body * 3, y - body * 0.5, body * 4, body, _sentence(sheet.look, row, moments, frame.told),
               row.id)  # fmt: skip


def _key(sheet: Sheet, y: float, before: str) -> None:
    small, theme = sheet.look.small, sheet.theme
    sheet.line(0, y - small * 0.3, small * 2.6, y - small * 0.3, theme.muted, 1.3, _DASH)
    text = sheet.look.words.say("lower than in {moment}", moment=before)
    sheet.text(small * 3.2, y, text, small, theme.muted)


def _sentence(look: Look, row: Rate, moments: tuple[str, str], told: Told) -> str:
    return look.words.say(
        "{name}: from {first} in {start} to {last} in {end} ({difference})",
        name=row.name, first=told.value(row.before), start=moments[0], last=told.value(row.now), end=moments[1],
        difference=told.difference(_moved(row)),
    )  # fmt: skip


def _spoken(look: Look, rows: Sequence[Rate], moments: tuple[str, str], told: Told) -> str:
    words, apart = look.words, [row for row in rows if not row.own]
    parts = [words.say("Slope chart, {first} and {last}.", first=moments[0], last=moments[1])]
    parts += [f"{_sentence(look, row, moments, told)}." for row in rows if row.own]
    if apart:
        rose = sum(_moved(row) > 0 for row in apart)
        parts.append(
            words.count("{n} of {all} areas stands higher.", "{n} of {all} areas stand higher.", rose,
                        all=look.formats.number(len(apart)))
        )  # fmt: skip
        most, least = max(apart, key=_moved), min(apart, key=_moved)
        ends = [most] if most is least else [most, least]
        parts += [f"{_sentence(look, row, moments, told)}." for row in ends]
    return " ".join(parts)


def _table(look: Look, rows: Sequence[Rate], moments: tuple[str, str], told: Told) -> Table:
    def cells(row: Rate) -> tuple[str, ...]:
        known = row.now is not None and row.before is not None
        return row.name, told.value(row.before), told.value(row.now), told.difference(_moved(row) if known else None)

    ordered = sorted(rows, key=lambda row: (row.now is None or row.before is None, -_moved(row), row.name))
    header = (look.words.say("Area"), *moments, look.words.say("Difference"))
    return Table(header, tuple(cells(row) for row in ordered))
