"""Burn-up: how much work there is, how much is done, and the pace it takes to reach the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coopdesk.charts.fonts import width
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.quarters import quarters
from coopdesk.charts.scale import Linear, spread, ticks
from coopdesk.charts.sheet import Sheet
from coopdesk.charts.themes import Series


@dataclass(frozen=True, slots=True)
class Reading:
    """On one day: how many actions were planned and how many of them were done."""

    day: date
    planned: int
    done: int


@dataclass(frozen=True, slots=True)
class _Frame:
    sheet: Sheet
    x: Linear
    y: Linear

    def at(self, day: date) -> float:
        return self.x(day.toordinal())


def burn_up(look: Look, readings: Sequence[Reading], end: date, *, title: str) -> Chart:
    """Planned as a stepped line, done as a filled area, and the pace needed to the end; at least one reading."""
    labels = _labels(look, readings[-1])
    steps = [v for v in ticks(0, max(1, *(r.planned for r in readings)), 4) if v == int(v)]
    left = width(look.formats.number(int(steps[-1])), look.small) + look.small
    room = max(width(t, look.body, strong=True) for t in labels) + look.body
    last = max(end, readings[-1].day).toordinal()
    x = Linear(readings[0].day.toordinal(), max(last, readings[0].day.toordinal() + 1), left, look.width - room)
    top = look.small * 0.8
    frame = _Frame(Sheet(look), x, Linear(0, steps[-1], top + look.body * 17, top))
    _axes(frame, steps, readings[0].day, date.fromordinal(last))
    _areas(frame, readings)
    _points(frame, readings)
    _ends(frame, readings[-1], labels)
    drawing, marks = frame.sheet.build(frame.y.start + look.small * 2)
    say, number = look.words.say, look.formats.number
    rows = tuple((look.formats.long_day(r.day), number(r.planned), number(r.done)) for r in readings)
    header = (say("Date"), say("Planned"), say("Done"))
    return Chart(drawing, marks, title, _told(look, readings, end), Table(header, rows))


def _labels(look: Look, last: Reading) -> tuple[str, str, str]:
    say, number = look.words.say, look.formats.number
    return (
        say("Planned {n}", n=number(last.planned)),
        say("Done {n}", n=number(last.done)),
        say("Pace needed"),
    )


def _axes(frame: _Frame, steps: Sequence[float], first: date, end: date) -> None:
    sheet, look, theme, x, y = frame.sheet, frame.sheet.look, frame.sheet.theme, frame.x, frame.y
    small, last = look.small, -1e9
    for value in steps:
        sheet.line(x.start, y(value), x.end, y(value), theme.grid)
        label = look.formats.number(int(value))
        sheet.text(x.start - small * 0.6, y(value) + small * 0.33, label, small, theme.muted, "end")
    for when in quarters(first, end):
        spot = frame.at(when)
        text = look.formats.month(when)
        half = width(text, small) / 2
        if x.start - 1 <= spot <= x.end + 1 and spot - half > last and spot + half < look.width:
            sheet.line(spot, y.start, spot, y.start + small * 0.3, theme.muted)
            sheet.text(max(spot, half), y.start + small * 1.5, text, small, theme.muted, "middle")
            last = max(spot, half) + half + small


def _areas(frame: _Frame, readings: Sequence[Reading]) -> None:
    sheet, theme, y = frame.sheet, frame.sheet.theme, frame.y
    line = [(frame.at(r.day), y(r.done)) for r in readings]
    if len(line) > 1:
        sheet.polygon([(line[0][0], y.start), *line, (line[-1][0], y.start)], theme.partial)
        sheet.path(line, theme.accent, 2.2)
    stairs: list[tuple[float, float]] = []
    for reading in readings:
        spot, high = frame.at(reading.day), y(reading.planned)
        stairs += [(spot, stairs[-1][1] if stairs else high), (spot, high)]
    goal = (frame.x.end, y(readings[-1].planned))
    sheet.path([*stairs, goal], theme.ink, 1.3, (5, 2))
    sheet.path([line[-1], goal], theme.target, 1.4, (1.5, 2.5))


def _points(frame: _Frame, readings: Sequence[Reading]) -> None:
    sheet, look, y = frame.sheet, frame.sheet.look, frame.y
    dot = Series(sheet.theme.accent, "circle", solid=True, dash=())
    for reading in readings:
        spot = frame.at(reading.day)
        sheet.marker(spot, y(reading.done), look.body * 0.3, dot)
        spoken = look.words.count(
            "{day}: {done} of {n} action done",
            "{day}: {done} of {n} actions done",
            reading.planned,
            day=look.formats.long_day(reading.day),
            done=look.formats.number(reading.done),
        )
        top = y(reading.planned) - look.body * 0.5
        sheet.mark(spot - look.body * 0.7, top, look.body * 1.4, y.start - top, spoken, reading.day.isoformat())


def _ends(frame: _Frame, last: Reading, labels: tuple[str, str, str]) -> None:
    sheet, look, y = frame.sheet, frame.sheet.look, frame.y
    wanted = [y(last.planned), y(last.done), (y(last.done) + y(last.planned)) / 2]
    places = spread(wanted, look.body * 1.3, y.end + look.body * 0.4, y.start)
    colors = (sheet.theme.ink, sheet.theme.accent, sheet.theme.target_text)
    for text, place, color in zip(labels, places, colors, strict=True):
        sheet.text(frame.x.end + look.body * 0.6, place + look.body * 0.33, text, look.body, color, strong=True)


def _told(look: Look, readings: Sequence[Reading], end: date) -> str:
    first, last = readings[0], readings[-1]
    share = look.formats.rate(Decimal(100 * last.done) / (last.planned or 1), 0)
    return look.words.say(
        "Progress: on {day} {done} of {planned} actions are done ({share}). "
        "The number of planned actions went from {first} to {planned}. End date {end}.",
        day=look.formats.long_day(last.day),
        done=look.formats.number(last.done),
        planned=look.formats.number(last.planned),
        share=share,
        first=look.formats.number(first.planned),
        end=look.formats.long_day(end),
    )
