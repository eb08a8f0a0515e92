"""Line chart of at most four areas, with their names at the ends of the lines."""

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
from coopdesk.charts.scale import Linear, spread, ticks
from coopdesk.charts.sheet import Sheet

MOST = 4


@dataclass(frozen=True, slots=True)
class _Frame:
    sheet: Sheet
    periods: Sequence[str]
    x: Linear
    y: Linear
    left: float

    def spots(self, run: Sequence[tuple[int, Decimal]]) -> list[tuple[float, float]]:
        """Points of a stretch of figures on the sheet."""
        return [(self.x(i), self.y(float(value))) for i, value in run]


def lines(
    look: Look, periods: Sequence[str], courses: Sequence[Course], target: Decimal | None = None, *, title: str
) -> Chart:
    """Shape, filling and dash differ, not only colour. More than four courses raise ValueError: use `multiples`."""
    if len(courses) > MOST:
        raise ValueError("more than four courses: use multiples")
    drawn = sorted((c for c in courses if c.known), key=lambda c: not c.own)
    frame = _frame(look, periods, drawn, target)
    sheet = frame.sheet
    _axes(frame)
    if target is not None:
        _target(frame, target)
    for i in reversed(range(len(drawn))):
        _course(frame, drawn[i], i)
    _labels(frame, drawn)
    half = (frame.x.end - frame.x.start) / max(len(periods) - 1, 1) / 2
    for course in drawn:
        for i, value in course.known:
            spoken = look.words.say(
                "{name}, {moment}: {rate}", name=course.name, moment=periods[i], rate=look.formats.rate(value)
            )
            y = frame.y(float(value)) - look.body * 0.5
            sheet.mark(frame.x(i) - half, y, half * 2, look.body, spoken, f"{course.name}/{periods[i]}")
    drawing, marks = sheet.build(frame.y.start + look.small * 2)
    parts = [look.words.say("Line chart."), *[f"{change(look, c, periods)}." for c in drawn]]
    if target is not None:
        parts.append(f"{target_label(look, target)}.")
    return Chart(drawing, marks, title, " ".join(parts), course_table(look, periods, courses))


def _frame(look: Look, periods: Sequence[str], drawn: Sequence[Course], target: Decimal | None) -> _Frame:
    body, small = look.body, look.small
    texts = [_label(look, c) for c in drawn]
    room = min(max((width(t, body, strong=True) for t in texts), default=0.0) + body, look.width * 0.45)
    values = [float(v) for c in drawn for _, v in c.known] + ([] if target is None else [float(target)])
    steps = ticks(min(values, default=0), max(values, default=100), 4)
    left = max(width(look.rate(v), small) for v in steps) + small
    top, bottom = small * 0.8, small * 0.8 + body * 19
    x = Linear(0, max(len(periods) - 1, 1), left + body * 0.5, look.width - room - body * 0.3)
    return _Frame(Sheet(look), periods, x, Linear(steps[0], steps[-1], bottom, top), left)


def _label(look: Look, course: Course) -> str:
    return f"{look.formats.rate(course.known[-1][1])} {course.name}"


def _axes(frame: _Frame) -> None:
    sheet, x, y, small = frame.sheet, frame.x, frame.y, frame.sheet.look.small
    for value in ticks(y.low, y.high, 4):
        sheet.line(frame.left, y(value), x.end, y(value), sheet.theme.grid)
        label = sheet.look.rate(value)
        sheet.text(frame.left - small * 0.6, y(value) + small * 0.33, label, small, sheet.theme.muted, "end")
    bottom = y.start
    last = len(frame.periods) - 1
    room = max((width(p, small) for p in frame.periods), default=0.0) + small
    skip = max(1, math.ceil(room / ((x.end - x.start) / max(last, 1))))
    for i, period in enumerate(frame.periods):
        half = width(period, small) / 2
        if (last - i) % skip == 0 and x(i) - half >= 0:
            sheet.line(x(i), bottom, x(i), bottom + small * 0.3, sheet.theme.muted)
            sheet.text(x(i), bottom + small * 1.5, period, small, sheet.theme.muted, "middle")


def _target(frame: _Frame, target: Decimal) -> None:
    sheet, look, y = frame.sheet, frame.sheet.look, frame.y(float(target))
    sheet.line(frame.left, y, frame.x.end, y, sheet.theme.target, 1.3, (5, 3))
    below = y - frame.y.end < look.small * 1.4
    base = y + look.small * 1.1 if below else y - look.small * 0.4
    sheet.text(frame.left + 2, base, target_label(look, target), look.small, sheet.theme.target_text, strong=True)


def _course(frame: _Frame, course: Course, number: int) -> None:
    sheet, body = frame.sheet, frame.sheet.look.body
    style, first = sheet.theme.series[number], number == 0
    for run in course.runs:
        if len(run) > 1:
            sheet.path(frame.spots(run), style.color, 2.2 if first else 1.3, style.dash)
    spots = frame.spots(course.known)
    for k, spot in enumerate(spots):
        if k % max(1, len(spots) // 4) == 0 or k == len(spots) - 1:
            sheet.marker(*spot, body * (0.36 if first else 0.32), style)


def _labels(frame: _Frame, drawn: Sequence[Course]) -> None:
    sheet, look, body = frame.sheet, frame.sheet.look, frame.sheet.look.body
    wanted = [frame.y(float(c.known[-1][1])) for c in drawn]
    start = frame.x.end + body
    places = spread(wanted, body * 1.25, frame.y.end, frame.y.start)
    for i, (course, place) in enumerate(zip(drawn, places, strict=True)):
        text = shorten(_label(look, course), look.width - start, body, strong=course.own)
        color = sheet.theme.ink if sheet.theme.plain else sheet.theme.series[i].color
        sheet.text(start, place + body * 0.33, text, body, color, strong=course.own)
