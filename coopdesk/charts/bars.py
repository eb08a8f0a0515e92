"""Sorted bars from zero with a target line: who stands where now."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from coopdesk.charts.dumbbell import target_label
from coopdesk.charts.fonts import shorten, width
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.rate import Rate, extremes, name_room, ranked
from coopdesk.charts.scale import Linear, ticks
from coopdesk.charts.sheet import Sheet
from coopdesk.charts.themes import Fill


def bars(look: Look, rows: Sequence[Rate], target: Decimal, moment: str, *, title: str) -> Chart:
    """Own areas filled, others quiet, what has no figure below; `moment` is the period in words."""
    sheet, body, small = Sheet(look), look.body, look.small
    ordered = ranked(rows)
    left = name_room(look, [r.name for r in ordered]) + body
    right = look.width - width(look.formats.rate(Decimal(100)), body, strong=True) - body
    wanted = max(2, min(4, int((right - left) / (small * 4.5))))
    steps = ticks(0, max([float(target), *[float(r.now) for r in rows if r.now is not None]]), wanted)
    x = Linear(0, max(steps[-1], float(target) * 1.04), left, right)
    top, bottom = small * 2.2, small * 2.2 + look.row * len(ordered)
    _axis(sheet, x, steps, top, bottom)
    for i, row in enumerate(ordered):
        _bar(sheet, x, row, top + look.row * i)
        place = _spoken(look, row, moment, i + 1, len(ordered))
        sheet.mark(0, top + look.row * i, look.width, look.row, place, row.id)
    label, goal = target_label(look, target), x(float(target))
    half = width(label, small, strong=True) / 2
    middle = min(goal, look.width - half)
    sheet.text(middle, top - small * 0.8, label, small, sheet.theme.target_text, "middle", strong=True)
    sheet.line(goal, top - small * 0.4, goal, bottom, sheet.theme.target, 1.5, (5, 3))
    sheet.line(x(0), top, x(0), bottom, sheet.theme.muted, 0.9)
    drawing, marks = sheet.build(bottom + small * 1.8)
    table = tuple((r.name, look.formats.rate(r.now)) for r in ordered)
    told = _told(look, rows, target, moment)
    return Chart(drawing, marks, title, told, Table((look.words.say("Area"), moment), table))


def _axis(sheet: Sheet, x: Linear, steps: Sequence[float], top: float, bottom: float) -> None:
    small, theme = sheet.look.small, sheet.theme
    for value in steps:
        sheet.line(x(value), top, x(value), bottom, theme.grid)
        sheet.text(x(value), bottom + small * 1.3, sheet.look.rate(value), small, theme.muted, "middle")


def _bar(sheet: Sheet, x: Linear, row: Rate, y: float) -> None:
    look, theme, body = sheet.look, sheet.theme, sheet.look.body
    base, tall = y + look.row / 2 + body * 0.33, look.row * 0.62
    name = shorten(row.name, x.start - body, body, strong=row.own)
    sheet.text(x.start - body, base, name, body, anchor="end", strong=row.own)
    sheet.text(look.width, base, look.formats.rate(row.now), body, anchor="end", strong=row.own)
    if row.now is None:
        sheet.text(x.start + body * 0.5, base, look.words.say("no figures"), look.small, theme.muted)
        return
    quiet = Fill(theme.soft if theme.plain else theme.quiet)
    edge = theme.ink if theme.plain else ""
    fill = Fill(theme.accent) if row.own else quiet
    sheet.rect(x(0), y + (look.row - tall) / 2, x(float(row.now)) - x(0), tall, fill, edge, 0.6)


def _spoken(look: Look, row: Rate, moment: str, place: int, count: int) -> str:
    if row.now is None:
        return look.words.say("{name}: no figures", name=row.name)
    return look.words.say(
        "{name}: {rate} in {moment}, place {place} of {count}",
        name=row.name,
        rate=look.formats.rate(row.now),
        moment=moment,
        place=place,
        count=count,
    )


def _told(look: Look, rows: Sequence[Rate], target: Decimal, moment: str) -> str:
    head = look.words.say(
        "Bar chart, {moment}, sorted, with target line {target}.", moment=moment, target=look.rate(float(target))
    )
    own = [f"{r.name} {look.formats.rate(r.now)}" for r in ranked(rows) if r.own and r.now is not None]
    parts = [head, extremes(look, rows)]
    return " ".join([*parts, f"{'; '.join(own)}."] if own else parts)
