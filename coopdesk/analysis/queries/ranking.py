"""Charts of any indicator: municipalities from high to low, then and now, and a count through the years."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from coopdesk.analysis.queries.chapter import ChapterFigures, Course
from coopdesk.analysis.rules.description import Described, PlaceFigure, Sort
from coopdesk.charts.dumbbell import target_label
from coopdesk.charts.fonts import shorten, width
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.rate import Rate
from coopdesk.charts.scale import Linear, ticks
from coopdesk.charts.sheet import Sheet
from coopdesk.charts.slope import Told, slope
from coopdesk.charts.themes import Fill, Series

Text = Callable[[Decimal | None], str]


def value_text(figures: Described, look: Look) -> Text:
    """How a value of the indicator is written."""
    if figures.sort is Sort.RATE:
        return lambda value: look.formats.rate(value, figures.shown.digits)
    return lambda value: look.formats.number(value, figures.shown.digits)


def ranking(look: Look, figures: Described, title: str) -> Chart:
    """Bars from zero, the highest first, with the target where there is one; the area and the places beside it under
    a line, with rates only."""
    text, target = value_text(figures, look), figures.target
    rows = [*figures.known, *(row for row in figures.rows if row.now is None)]
    beside = [] if figures.sort is Sort.COUNT else [figures.own, *(r for r in figures.references if r.now is not None)]
    sheet, body, small = Sheet(look), look.body, look.small
    everyone = [*rows, *beside]
    left = min(max((width(r.name, body, strong=True) for r in everyone), default=0.0), look.width * 0.38) + body
    values = [float(row.now) for row in everyone if row.now is not None]
    right = look.width - max((width(text(r.now), body, strong=True) for r in everyone), default=0.0) - body
    if target is not None:
        values.append(float(target) * 1.02)
    steps = ticks(0, max(values, default=1.0) or 1.0, max(2, min(4, int((right - left) / (small * 5)))))
    x, top = Linear(0, steps[-1], left, right), small * (0.6 if target is None else 2.2)
    bottom = top + look.row * len(everyone) + (look.row * 0.4 if beside else 0)
    for value in steps:
        sheet.line(x(value), top, x(value), bottom, sheet.theme.grid)
        label = text(Decimal(str(value))) if figures.sort is Sort.RATIO else _axis(look, figures, value)
        sheet.text(x(value), bottom + small * 1.3, label, small, sheet.theme.muted, "middle")
    y = top
    for at, row in enumerate(everyone):
        if beside and at == len(rows):
            y += look.row * 0.4
            sheet.line(0, y - look.row * 0.2, look.width, y - look.row * 0.2, sheet.theme.grid)
        _bar(sheet, x, row, y, text, own=row is figures.own, quiet=at > len(rows))
        sheet.mark(0, y, look.width, look.row, f"{row.name}: {text(row.now)}", row.place)
        y += look.row
    sheet.line(x(0), top, x(0), bottom, sheet.theme.muted, 0.9)
    if target is not None:
        _target(sheet, x(float(target)), target_label(look, target), (top, bottom))
    drawing, marks = sheet.build(bottom + small * 1.8)
    return Chart(drawing, marks, title, _told(look, figures, text), ranking_table(look, figures))


def _target(sheet: Sheet, x: float, label: str, reach: tuple[float, float]) -> None:
    """The line aimed at over the bars, its name above it."""
    small, (top, bottom) = sheet.look.small, reach
    middle = min(x, sheet.look.width - width(label, small, strong=True) / 2)
    sheet.text(middle, top - small * 0.8, label, small, sheet.theme.target_text, "middle", strong=True)
    sheet.line(x, top - small * 0.4, x, bottom, sheet.theme.target, 1.5, (5, 3))


def then_and_now(look: Look, figures: Described, title: str) -> Chart:
    """How each municipality moved since the earlier year; the area among them, with rates and ratios only."""
    text, rate = value_text(figures, look), figures.sort is Sort.RATE
    digits = figures.shown.digits

    def difference(value: Decimal | None) -> str:
        if rate:
            return look.formats.points(value, digits)
        return f"{'+' if value and value > 0 else ''}{look.formats.number(value, digits)}"

    beside = () if figures.sort is Sort.COUNT else (figures.own,)
    rows = [Rate(r.name, r.before, r.now, own=r is figures.own, key=r.place) for r in (*beside, *figures.rows)]
    return slope(look, rows, (str(figures.since), str(figures.year)), Told(text, difference), title=title)


def _axis(look: Look, figures: Described, value: float) -> str:
    """A value on the axis, without decimals it does not need."""
    return look.rate(value) if figures.sort is Sort.RATE else look.formats.number(Decimal(str(value)))


def _bar(sheet: Sheet, x: Linear, row: PlaceFigure, y: float, text: Text, *, own: bool, quiet: bool) -> None:
    """One bar with its name and value; the own area strong, the places beside it quiet."""
    look, theme, body = sheet.look, sheet.theme, sheet.look.body
    base, tall = y + look.row / 2 + body * 0.33, look.row * 0.6
    name = shorten(row.name, x.start - body, body, strong=own)
    sheet.text(x.start - body, base, name, body, anchor="end", strong=own)
    sheet.text(look.width, base, text(row.now), body, anchor="end", strong=own)
    if row.now is None:
        sheet.text(x.start + body * 0.5, base, look.words.say("no figures"), look.small, theme.muted)
        return
    edge = theme.ink if theme.plain else ""
    fill = Fill(theme.quiet if quiet else theme.accent)
    sheet.rect(x(0), y + (look.row - tall) / 2, x(float(row.now)) - x(0), tall, fill, edge, 0.6)


def _told(look: Look, figures: Described, text: Text) -> str:
    """The chart in a sentence or two."""
    words = look.words
    parts = [words.say("Bar chart, {moment}, from high to low.", moment=str(figures.year))]
    if figures.target is not None:
        parts.append(f"{target_label(look, figures.target)}.")
    if figures.known:
        top, low = figures.known[0], figures.known[-1]
        parts.append(
            words.say(
                "Highest: {high} {high_rate}. Lowest: {low} {low_rate}.",
                high=top.name,
                high_rate=text(top.now),
                low=low.name,
                low_rate=text(low.now),
            )
        )
    return " ".join(parts)


def ranking_table(look: Look, figures: Described) -> Table:
    """The table twin: every place with its value, and the earlier one when there is one."""
    text = value_text(figures, look)
    places = [*figures.known, *(row for row in figures.rows if row.now is None), figures.own, *figures.references]
    if not figures.since:
        return Table((look.words.say("Area"), str(figures.year)), tuple((r.name, text(r.now)) for r in places))
    rows = tuple((r.name, text(r.before), text(r.now)) for r in places)
    return Table((look.words.say("Area"), str(figures.since), str(figures.year)), rows)


def count_course(look: Look, figures: ChapterFigures, title: str) -> Chart:
    """A number of people or jobs of the area through the years, as one line from zero."""
    described, course = figures.described, figures.courses[0]
    text = value_text(described, look)
    sheet, small, theme = Sheet(look), look.small, look.theme
    known = [(at, value) for at, value in enumerate(course.values) if value is not None]
    steps = ticks(0, max((float(value) for _, value in known), default=1.0) or 1.0, 4)
    left = max(width(text(Decimal(str(value))), small) for value in steps) + small
    top, bottom = small * 2.4, small * 2.4 + look.row * 8
    x = Linear(0, max(len(figures.periods) - 1, 1), left + small, look.width - small * 2)
    y = Linear(0, steps[-1], bottom, top)
    for step in steps:
        sheet.line(left, y(step), look.width, y(step), theme.grid)
        sheet.text(left - small * 0.5, y(step) + small * 0.33, text(Decimal(str(step))), small, theme.muted, "end")
    apart = max(1, round(len(figures.periods) * small * 3 / (look.width - left)))
    for at, period in enumerate(figures.periods):
        if (len(figures.periods) - 1 - at) % apart == 0:
            sheet.text(x(at), bottom + small * 1.4, period, small, theme.muted, "middle")
    _draw_course(sheet, course, (x, y), text)
    half = (x(1) - x(0)) / 2
    for at, value in known:
        spoken = f"{course.name}, {figures.periods[at]}: {text(value)}"
        sheet.mark(x(at) - half, top, half * 2, bottom - top, spoken, figures.periods[at])
    drawing, marks = sheet.build(bottom + small * 2)
    rows = tuple((period, text(value)) for period, value in zip(figures.periods, course.values, strict=True))
    told = look.words.say("Line chart.")
    return Chart(drawing, marks, title, told, Table((look.words.say("Period"), course.name), rows))


def _draw_course(sheet: Sheet, course: Course, scales: tuple[Linear, Linear], text: Text) -> None:
    """The line with its first and last value; a hole in the figures is a hole in the line."""
    x, y = scales
    style = Series(sheet.theme.accent, "circle", solid=True, dash=())
    run: list[tuple[float, float]] = []
    known = [at for at, value in enumerate(course.values) if value is not None]
    for at, value in enumerate(course.values):
        if value is None:
            if len(run) > 1:
                sheet.path(run, sheet.theme.accent, 1.8)
            run = []
            continue
        run.append((x(at), y(float(value))))
    if len(run) > 1:
        sheet.path(run, sheet.theme.accent, 1.8)
    for at in {known[0], known[-1]} if known else set():
        value = course.values[at] or Decimal(0)
        spot = x(at), y(float(value))
        sheet.marker(*spot, sheet.look.body * 0.4, style, solid=True)
        anchor_at = min(max(spot[0], x.start + sheet.look.small), x.end)
        sheet.text(
            anchor_at, spot[1] - sheet.look.small * 0.9, text(value), sheet.look.small, anchor="middle", strong=True
        )
