"""Map of municipalities by their boundaries, with the same classes, legend and marks as the tile map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coopdesk.charts.fonts import width
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.shapes import Point, Ring, ShapeSet, whole_box
from coopdesk.charts.sheet import Sheet
from coopdesk.charts.themes import Fill, text_on
from coopdesk.charts.tileframe import TileSet
from coopdesk.charts.tilemap import LEAST, MapData, map_legend, tile_map

HIGHEST = 0.75  # of the width
_PART = 0.6  # of its box that is taken as the inside of a municipality


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where metres land on the sheet."""

    scale: float
    left: float
    top: float
    bottom: float

    def spot(self, point: Point) -> Point:
        return self.left + point[0] * self.scale, self.top + point[1] * self.scale


def area_map(look: Look, ground: TileSet | ShapeSet, data: MapData, *, title: str) -> Chart:
    """The map on whichever ground there is: equal tiles, or the user's own boundaries."""
    draw = tile_map if isinstance(ground, TileSet) else shape_map
    return draw(look, ground, data, title=title)  # type: ignore[arg-type]  # each draws its own kind of ground


def shape_map(look: Look, shapes: ShapeSet, data: MapData, *, title: str) -> Chart:
    """Municipalities filled by class; those of the strong set have a thick outline."""
    sheet = Sheet(look)
    drawn = [n for n in shapes.rings if n not in data.context]
    counts = [sum(data.value.get(n) == i for n in drawn) for i in range(len(data.classes))]
    top = map_legend(sheet, data, counts, missing=any(n not in data.value for n in drawn))
    fills = dict.fromkeys(shapes.rings, look.theme.missing)
    fills |= {n: data.classes[data.value[n]].fill for n in drawn if n in data.value}
    fills |= {n: Fill(look.theme.paper) for n in data.context if n in shapes.rings}
    ground = _fit(look, shapes, top + look.small * 0.5)
    _grounds(sheet, shapes, ground, fills)
    _outlines(sheet, shapes, ground, {n for area in data.areas for n in area}, look.theme.ink, 1.0)
    _outlines(sheet, shapes, ground, set(data.strong), look.theme.target, 1.2)
    _names(sheet, shapes, ground, data, fills)
    graphic, marks = sheet.build(ground.bottom)
    empty = look.words.say("no figures")
    ordered = sorted(shapes.rings, key=lambda n: shapes.names[n])
    table = Table(
        (look.words.say("Municipality"), data.subject),
        tuple((shapes.names[n], data.spoken.get(n, empty)) for n in ordered),
    )
    return Chart(graphic, marks, title, _told(look, shapes, data, counts), table)


def _fit(look: Look, shapes: ShapeSet, top: float) -> _Ground:
    """The largest scale at which all fits the width and a share of it in height, centred."""
    low_x, low_y, high_x, high_y = whole_box(shapes)
    wide, high = max(high_x - low_x, 1.0), max(high_y - low_y, 1.0)
    scale = min((look.width - 4) / wide, look.width * HIGHEST / high)
    left = (look.width - wide * scale) / 2 - low_x * scale
    return _Ground(scale, left, top - low_y * scale + 2, top + high * scale + 4)


def _grounds(sheet: Sheet, shapes: ShapeSet, ground: _Ground, fills: Mapping[str, Fill]) -> None:
    """The largest first, so that an enclave lies on what surrounds it."""
    paper = Fill(sheet.theme.paper)
    rings = [(ring, paper if ring.hole else fills[code]) for code, those in shapes.rings.items() for ring in those]
    for ring, fill in sorted(rings, key=lambda pair: -pair[0].area):
        sheet.polygon([ground.spot(point) for point in ring.points], fill, sheet.theme.edge, 0.5)


def _outlines(
    sheet: Sheet, shapes: ShapeSet, ground: _Ground, codes: set[str], color: str, thick: float
) -> None:  # fmt: skip
    for code in codes & set(shapes.rings):
        for ring in shapes.rings[code]:
            sheet.ring([ground.spot(point) for point in ring.points], color, thick)


def _names(sheet: Sheet, shapes: ShapeSet, ground: _Ground, data: MapData, fills: Mapping[str, Fill]) -> None:
    """The name where it fits, and the mark of each municipality."""
    look, empty = sheet.look, sheet.look.words.say("no figures")
    size = max(look.small * 0.9, LEAST * min(1.0, look.zoom))
    for code, rings in sorted(shapes.rings.items(), key=lambda pair: -max(ring.area for ring in pair[1])):
        left, top, right, bottom = max((r for r in rings if not r.hole), key=lambda ring: ring.area).box
        x, y = _middle(max((r for r in rings if not r.hole), key=lambda ring: ring.area))
        x, y = ground.spot((x, y))
        wide, high = (right - left) * ground.scale * _PART, (bottom - top) * ground.scale * _PART
        name = shapes.names[code]
        if width(name, size) < wide and size < high:
            color = sheet.theme.muted if code in data.context else text_on(fills[code].color)
            sheet.text(x, y + size * 0.33, name, size, color, "middle")
        sheet.mark(x - wide / 2, y - high / 2, wide, high, f"{name}: {data.spoken.get(code, empty)}", code)


def _middle(ring: Ring) -> Point:
    """The centre of mass of an outline; the middle of its box when it encloses nothing."""
    total = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring.points, (*ring.points[1:], ring.points[0]), strict=True):
        cross = x1 * y2 - x2 * y1
        total, x, y = total + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    if not total:
        left, top, right, bottom = ring.box
        return (left + right) / 2, (top + bottom) / 2
    return x / (3 * total), y / (3 * total)


def _told(look: Look, shapes: ShapeSet, data: MapData, counts: Sequence[int]) -> str:
    n = len(shapes.rings)
    head = look.words.count("Map of {n} municipality, {subject}.", "Map of {n} municipalities, {subject}.", n,
                            subject=data.subject)  # fmt: skip
    used = [f"{k.name}: {look.formats.number(c)}" for k, c in zip(data.classes, counts, strict=True) if c]
    return " ".join([head, *([f"{'; '.join(used)}."] if used else [])])
