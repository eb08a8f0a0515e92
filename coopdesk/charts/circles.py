"""Circle map: numbers of people or jobs as circles on equal tiles, as large in surface as the number."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from decimal import Decimal

from reportlab.graphics.shapes import Circle

from coopdesk.charts.fonts import width
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.scale import ticks
from coopdesk.charts.sheet import Sheet, ink
from coopdesk.charts.themes import text_on
from coopdesk.charts.tileframe import Frame, TileSet, fit
from coopdesk.charts.tilemap import LEAST
from coopdesk.charts.tilenames import LEADING, tile_lines

_LARGEST, _HIGHER = 0.26, 0.16  # of a tile: the radius of the largest circle, and how far it stands above the middle
_NAME = 0.25  # of a tile below the middle


def circle_map(
    look: Look, tiles: TileSet, values: Mapping[str, Decimal], members: Collection[str], subject: str, *, title: str
) -> Chart:
    """A circle on the tile of each of these members of which the number is known; the tiles beside them are context."""
    sheet = Sheet(look)
    most = max((float(value) for value in values.values()), default=1.0) or 1.0
    frame = fit(look, tiles, look.small * 2.9)
    scale = frame.size * _LARGEST / math.sqrt(most)
    _legend(sheet, most, scale)
    drawn = [code for code in tiles.cells if code in members]
    texts = tile_lines(tiles.kind, {n: tiles.names[n] for n in drawn}, frame.size * 0.9, look.small, LEAST)
    for code in sorted(tiles.cells, key=lambda n: n in members):
        sheet.ring(frame.tile(tiles.cells[code]), sheet.theme.edge if code in members else sheet.theme.grid, 0.6)
    for code in drawn:
        _tile(sheet, frame, (code, tiles), values.get(code), scale)
        x, y = frame.spot(frame.lattice.centre(tiles.cells[code]))
        size, lines = texts[code]
        for at, line in enumerate(lines):
            base = y + frame.size * _NAME + size * (0.33 + LEADING * (at - (len(lines) - 1) / 2))
            sheet.text(x, base, line, size, sheet.theme.ink, "middle")
    drawing, marks = sheet.build(frame.bottom)
    ordered = sorted(drawn, key=lambda n: (-(values.get(n) or 0), tiles.names[n]))
    rows = tuple((tiles.names[n], look.formats.number(values.get(n))) for n in ordered)
    table = Table((look.words.say("Municipality"), subject), rows)
    return Chart(drawing, marks, title, _told(look, rows, subject), table)


def _legend(sheet: Sheet, most: float, scale: float) -> None:
    """The largest circle of a round number that there is room for, with that number."""
    look, small = sheet.look, sheet.look.small
    steps = [step for step in ticks(0, most, 4) if 0 < step <= most] or [most]
    rounds = [*reversed(steps), steps[0] / 2, steps[0] / 5, steps[0] / 10]
    x, middle = 0.5, small * 1.3
    fits = (step for step in rounds if step == int(step) and scale * math.sqrt(step) <= middle)
    if (step := next(fits, None)) is not None:
        radius, number = scale * math.sqrt(step), look.formats.number(Decimal(int(step)))
        _circle(sheet, (x + radius, middle), radius)
        x += radius * 2 + small * 0.4
        x += sheet.text(x, middle + small * 0.33, number, small, sheet.theme.muted) + small
    told = look.words.say("the surface of a circle is the number")
    if x + width(told, small) < look.width:
        sheet.text(x, middle + small * 0.33, told, small, sheet.theme.muted)


def _tile(
    sheet: Sheet, frame: Frame, which: tuple[str, TileSet], value: Decimal | None, scale: float
) -> None:  # fmt: skip
    """The circle of one municipality with its number in it, or above it where it does not fit."""
    (code, tiles), look = which, sheet.look
    x, y = frame.spot(frame.lattice.centre(tiles.cells[code]))
    centre, size = y - frame.size * _HIGHER, look.small
    shown = look.words.say("no figures") if value is None else look.formats.number(value)
    radius = scale * math.sqrt(float(value)) if value else 0.0
    if radius:
        _circle(sheet, (x, centre), radius)
    if width(shown, size) < frame.size * 0.95:
        inside = radius * 2 > width(shown, size) + size * 0.5
        base = centre + size * 0.33 if inside or not radius else centre - radius - size * 0.25
        color = text_on(sheet.theme.accent) if inside else sheet.theme.ink if value is not None else sheet.theme.muted
        sheet.text(x, base, shown, size, color, "middle")
    half = frame.size * frame.lattice.row_height / 2
    sheet.mark(x - frame.size / 2, y - half, frame.size, half * 2, f"{tiles.names[code]}: {shown}", code)


def _circle(sheet: Sheet, middle: tuple[float, float], radius: float) -> None:
    sheet.add(Circle(middle[0], -middle[1], radius, fillColor=ink(sheet.theme.accent), strokeColor=None))


def _told(look: Look, rows: tuple[tuple[str, str], ...], subject: str) -> str:
    """How many circles there are, and the largest and smallest of them."""
    head = look.words.count(
        "Map with a circle for {n} municipality, {subject}.",
        "Map with a circle for {n} municipalities, {subject}.",
        len(rows),
        subject=subject,
    )
    known = [row for row in rows if row[1] != "–"]
    if not known:
        return head
    high, low = (f"{name} {number}" for name, number in (known[0], known[-1]))
    ends = look.words.say("Most: {high}. Least: {low}.", high=high, low=low)
    return f"{head} {ends}"
