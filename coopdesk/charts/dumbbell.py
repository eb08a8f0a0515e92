"""Dumbbell: two moments per area with a target line, the gap and the people it takes to close it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.charts.fonts import shorten, width
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.rate import Rate, extremes, name_room, ranked
from coopdesk.charts.scale import Linear, ticks
from coopdesk.charts.sheet import Sheet
from coopdesk.charts.themes import Series


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the columns of the figure lie."""

    sheet: Sheet
    moments: tuple[str, str]
    target: Decimal
    left: float
    gap_end: float
    x: Linear
    top: float
    bottom: float

    @property
    def high(self) -> float:
        """Height of a row."""
        return self.sheet.look.row * 1.18

    @property
    def dot(self) -> float:
        return self.sheet.look.body * 0.42

    @property
    def style(self) -> Series:
        return Series(self.sheet.theme.accent, "circle", solid=True, dash=())


def dumbbell(
    look: Look,
    rows: Sequence[Rate],
    references: Sequence[Rate],
    moments: tuple[str, str],
    target: Decimal,
    *,
    title: str,
) -> Chart:
    """Areas from high to low, the areas to compare with below a line; `moments` are the two periods in words."""
    ordered = [*ranked(rows), *references]
    frame = _frame(look, ordered, moments, target, divided=bool(references))
    sheet = frame.sheet
    _head(frame)
    _axis(frame)
    y = frame.top + frame.high * 0.62
    for i, row in enumerate(ordered):
        if references and i == len(rows):
            sheet.line(0, y - frame.high * 0.52, look.width, y - frame.high * 0.52, sheet.theme.grid)
            y += frame.high * 0.35
        _row(frame, row, y)
        sheet.mark(0, y - frame.high * 0.6, look.width, frame.high, spoken(look, row, moments, target), row.id)
        y += frame.high
    drawing, marks = sheet.build(frame.bottom + look.small * 1.8)
    return Chart(drawing, marks, title, _told(look, rows, references, moments, target), _table(look, ordered, frame))


def _frame(look: Look, ordered: Sequence[Rate], moments: tuple[str, str], target: Decimal, *, divided: bool) -> _Frame:
    sheet, body = Sheet(look), look.body
    left = name_room(look, [r.name for r in ordered]) + body
    gap_head, need_head = _heads(look)
    gaps = [width(_gap(look, r, target), body, strong=True) for r in ordered]
    needs = [width(look.formats.number(r.needed), body, strong=True) for r in ordered if r.needed is not None]
    gap_room = max([*gaps, width(gap_head, look.small, strong=True)]) + body * 1.2
    need_room = max([width(need_head, look.small, strong=True), *needs])
    right = look.width - need_room - gap_room - body * 1.2
    values = [float(v) for r in ordered for v in (r.before, r.now) if v is not None] + [float(target)]
    steps = ticks(min(values) - 0.5, max(values), max(2, min(5, int((right - left) / (look.small * 5)))))
    x = Linear(steps[0], max(steps[-1], float(target) + 1), left + body * 0.6, right - body)
    top = look.small * 2.3
    high = look.row * 1.18
    bottom = top + high * len(ordered) + (high * 0.35 if divided else 0)
    return _Frame(sheet, moments, target, left, right + gap_room, x, top, bottom)


def _heads(look: Look) -> tuple[str, str]:
    return look.words.say("Gap"), look.words.say("Needed")


def _head(frame: _Frame) -> None:
    """The legend of the two moments, the name of the target and the column heads."""
    sheet, look, theme = frame.sheet, frame.sheet.look, frame.sheet.theme
    small, base, spot = look.small, frame.top - look.small, look.body * 0.45
    for solid, moment in ((False, frame.moments[0]), (True, frame.moments[1])):
        sheet.marker(spot, base - small * 0.3, frame.dot * 0.92, frame.style, solid=solid)
        spot += look.body * 0.85
        spot += sheet.text(spot, base, moment, small, theme.muted) + look.body * 1.3
    gap, need = _heads(look)
    need_end = look.width
    gap_left = frame.gap_end - width(gap, small, strong=True)
    label = target_label(look, frame.target)
    half = width(label, small, strong=True) / 2
    middle = max(min(frame.x(float(frame.target)), gap_left - small - half), spot + half - look.body * 0.6)
    sheet.text(middle, base, label, small, theme.target_text, "middle", strong=True)
    sheet.text(frame.gap_end, base, gap, small, theme.muted, "end", strong=True)
    sheet.text(need_end, base, need, small, theme.muted, "end", strong=True)


def target_label(look: Look, target: Decimal) -> str:
    """The name of the target line."""
    return look.words.say("Target {rate}", rate=look.rate(float(target)))


def _axis(frame: _Frame) -> None:
    sheet, look, theme, x = frame.sheet, frame.sheet.look, frame.sheet.theme, frame.x
    for value in ticks(x.low, x.high, max(2, min(5, int((x.end - x.start) / (look.small * 5))))):
        if x.low <= value <= x.high:
            sheet.line(x(value), frame.top, x(value), frame.bottom, theme.grid)
            label = look.rate(value)
            sheet.text(x(value), frame.bottom + look.small * 1.3, label, look.small, theme.muted, "middle")
    goal = x(float(frame.target))
    sheet.line(goal, frame.top - look.small * 0.6, goal, frame.bottom, theme.target, 1.5, (5, 3))


def _row(frame: _Frame, row: Rate, y: float) -> None:
    """Name, the two moments, gap and people of one area."""
    sheet, look, theme = frame.sheet, frame.sheet.look, frame.sheet.theme
    body, base = look.body, y + look.body * 0.33
    name = shorten(row.name, frame.left - body, body, strong=row.own)
    sheet.text(frame.left - body, base, name, body, anchor="end", strong=row.own)
    sheet.text(frame.gap_end, base, _gap(look, row, frame.target), body, anchor="end", strong=row.own)
    if row.needed is not None:
        sheet.text(look.width, base, look.formats.number(row.needed), body, anchor="end", strong=row.own)
    if row.now is None:
        sheet.text(frame.x.start, base, look.words.say("no figures"), look.small, theme.muted)
        return
    _dots(frame, row, float(row.now), y)


def _dots(frame: _Frame, row: Rate, rate: float, y: float) -> None:
    sheet, look, theme, x = frame.sheet, frame.sheet.look, frame.sheet.theme, frame.x
    now, goal, below = x(rate), x(float(frame.target)), rate < frame.target
    if below:
        sheet.line(now + frame.dot, y, goal, y, theme.target, 0.9, (1.2, 1.8))
    if row.before is not None:
        sheet.line(x(float(row.before)), y, now, y, theme.muted, 1.6)
        sheet.marker(x(float(row.before)), y, frame.dot * 0.85, frame.style, solid=False)
    sheet.marker(now, y, frame.dot, frame.style, solid=True)
    shown = look.formats.rate(row.now)
    half = width(shown, look.small, strong=True) / 2
    middle = min(now, goal - half - 3) if below else max(now, goal + half + 3)
    middle = max(min(middle, x.end + look.body - half), x.start - look.body * 0.6 + half)
    sheet.text(middle, y - look.body * 0.72, shown, look.small, anchor="middle", strong=True)


def _gap(look: Look, row: Rate, target: Decimal) -> str:
    """The distance to the target in words."""
    if row.now is None:
        return look.formats.points(None)
    return look.formats.points(target - row.now, sign=False) if row.now < target else look.words.say("reached")


def spoken(look: Look, row: Rate, moments: tuple[str, str], target: Decimal) -> str:
    """One area read aloud."""
    words, formats = look.words, look.formats
    if row.now is None:
        return words.say("{name}: no figures", name=row.name)
    parts = [words.say("{name}: {rate} in {moment}", name=row.name, rate=formats.rate(row.now), moment=moments[1])]
    if row.before is not None:
        parts.append(words.say("{rate} in {moment}", rate=formats.rate(row.before), moment=moments[0]))
    if row.now >= target:
        parts.append(words.say("target {target} reached", target=look.rate(float(target))))
        return ", ".join(parts)
    gap = formats.points(target - row.now, sign=False)
    parts.append(words.say("gap to {target} {gap}", target=look.rate(float(target)), gap=gap))
    if row.needed is not None:
        parts.append(words.count("{n} more person at work needed", "{n} more people at work needed", row.needed))
    return ", ".join(parts)


def _told(
    look: Look, rows: Sequence[Rate], references: Sequence[Rate], moments: tuple[str, str], target: Decimal
) -> str:
    words, goal = look.words, look.rate(float(target))
    parts = [
        words.say("Dot chart per area, {first} and {last}, with target line {target}.",
                  first=moments[0], last=moments[1], target=goal),
        extremes(look, rows),
        words.count("{n} of {all} areas reaches the target.", "{n} of {all} areas reach the target.",
                    sum(r.now is not None and r.now >= target for r in rows), all=look.formats.number(len(rows))),
    ]  # fmt: skip
    extra = [f"{r.name} {look.formats.rate(r.now)}" for r in references if r.now is not None]
    return " ".join([*parts, f"{'; '.join(extra)}."] if extra else parts)


def _table(look: Look, ordered: Sequence[Rate], frame: _Frame) -> Table:
    words, formats = look.words, look.formats
    gap = words.say("Gap to {target}", target=look.rate(float(frame.target)))
    header = (words.say("Area"), *frame.moments, gap, words.say("Needed"))
    rows = tuple(
        (
            r.name,
            formats.rate(r.before),
            formats.rate(r.now),
            _gap(look, r, frame.target),
            "" if r.needed is None else formats.number(r.needed),
        )
        for r in ordered
    )
    return Table(header, rows)
