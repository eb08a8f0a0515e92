"""Stacked bars of 100%: the parts of a whole per area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.charts.fonts import shorten, width
from coopdesk.charts.legend import legend
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.rate import name_room
from coopdesk.charts.scale import Linear
from coopdesk.charts.sheet import Sheet
from coopdesk.charts.themes import Fill, text_on

MOST = 5


@dataclass(frozen=True, slots=True)
class Parts:
    """Counts per part for one area."""

    name: str
    counts: tuple[int, ...]
    own: bool = False

    @property
    def shares(self) -> tuple[Decimal, ...]:
        """Percentages of the whole; all 0 when there is nothing."""
        total = sum(self.counts) or 1
        return tuple(Decimal(100 * count) / total for count in self.counts)


def stacked(
    look: Look,
    parts: Sequence[str],
    rows: Sequence[Parts],
    moment: str,
    *,
    title: str,
    unit: str,
    fills: Sequence[Fill] = (),
) -> Chart:
    """One bar per area, shares printed where they fit; more than five parts raise ValueError.

    `unit` names what is counted ("actions"); `fills` are the looks of the parts, the ramp of the theme when empty.
    """
    if len(parts) > MOST:
        raise ValueError("more than five parts")
    sheet, body = Sheet(look), look.body
    fills = list(fills) or list(look.theme.ramp[: len(parts)])
    top = legend(sheet, 0, parts, fills) + look.small * 0.3
    left = name_room(look, [r.name for r in rows]) + body
    x = Linear(0, 100, left, look.width - 0.5)
    high = look.row * 1.15
    for i, row in enumerate(rows):
        y = top + high * i
        name = shorten(row.name, left - body, body, strong=row.own)
        sheet.text(left - body, y + high / 2 + body * 0.33, name, body, anchor="end", strong=row.own)
        _bar(sheet, x, row, y, list(zip(parts, fills, strict=True)), unit=unit)
    drawing, marks = sheet.build(top + high * len(rows) + look.small * 0.4)
    table = tuple((r.name, *[look.formats.rate(s) for s in r.shares]) for r in rows)
    header = (look.words.say("Area"), *parts)
    return Chart(drawing, marks, title, _told(look, parts, rows, moment), Table(header, table))


def _bar(sheet: Sheet, x: Linear, row: Parts, y: float, parts: Sequence[tuple[str, Fill]], *, unit: str) -> None:
    look, theme, high = sheet.look, sheet.theme, sheet.look.row * 1.15
    done, tall = 0.0, high * 0.74
    for (part, fill), share, count in zip(parts, row.shares, row.counts, strict=True):
        start, wide = x(done), x(done + float(share)) - x(done)
        done += float(share)
        if not count:
            continue
        sheet.rect(start, y + (high - tall) / 2, wide, tall, fill, theme.paper, 1)
        if theme.printed or fill.hatch or fill.color == theme.paper:
            sheet.rect(start + 0.5, y + (high - tall) / 2 + 0.5, wide - 1, tall - 1, None, theme.edge, 0.5)
        _share(sheet, (start + wide / 2, y + high / 2), wide, look.formats.rate(share, 0), fill, own=row.own)
        told = f"{row.name}, {part}: {look.formats.rate(share)}, {look.formats.number(count)} {unit}"
        sheet.mark(start, y, wide, high, told, f"{row.name}/{part}")


def _share(sheet: Sheet, spot: tuple[float, float], wide: float, shown: str, fill: Fill, *, own: bool) -> None:
    """The share in its bar, on a plain plate when the bar is hatched."""
    small = sheet.look.small
    if width(shown, small, strong=own) + small * 0.5 >= wide:
        return
    middle, y = spot
    base = y + sheet.look.body * 0.33 - 0.3
    if fill.hatch:
        half = width(shown, small, strong=own) / 2 + 2
        sheet.rect(middle - half, base - small * 0.95, half * 2, small * 1.3, Fill(fill.color))
    sheet.text(middle, base, shown, small, text_on(fill.color), "middle", strong=own)


def _told(look: Look, parts: Sequence[str], rows: Sequence[Parts], moment: str) -> str:
    head = look.words.count(
        "Stacked bars of 100%, {moment}, {n} row.",
        "Stacked bars of 100%, {moment}, {n} rows.",
        len(rows),
        moment=moment,
    )
    told = [
        f"{row.name}: "
        + look.formats.listing([f"{p} {look.formats.rate(s)}" for p, s in zip(parts, row.shares, strict=True) if s])
        for row in rows[:1]
        if any(row.counts)
    ]
    return " ".join([head, *[f"{text}." for text in told]])
