"""Tile map: equal tiles for municipalities, with classes, outlines and names when they fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coopdesk.charts.fonts import width
from coopdesk.charts.lattice import Cell
from coopdesk.charts.legend import legend
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.sheet import Sheet
from coopdesk.charts.themes import Fill, contrast, text_on
from coopdesk.charts.tileframe import Frame, TileSet, fit, inner_hole, outline
from coopdesk.charts.tilenames import LEADING, tile_lines

LEAST = 8.0  # letters smaller than this (points) are left out
PALE = 1.6  # a fill with less contrast than this to the paper gets an edge


@dataclass(frozen=True, slots=True)
class Klass:
    """One class of a tile map with its legend text and look."""

    name: str
    fill: Fill


@dataclass(frozen=True, slots=True)
class MapData:
    """The class and spoken datum per NIS code, sets to outline, and tiles without a fill."""

    subject: str
    classes: Sequence[Klass]
    value: Mapping[str, int]
    spoken: Mapping[str, str]
    areas: Sequence[Sequence[str]] = ()
    strong: Sequence[str] = ()
    strong_name: str = ""
    context: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Map:
    sheet: Sheet
    tiles: TileSet
    data: MapData
    frame: Frame
    fills: Mapping[str, Fill]


def tile_map(look: Look, tiles: TileSet, data: MapData, *, title: str) -> Chart:
    """Tiles filled by class, thin outlines around areas and a thick one around the strong set."""
    sheet = Sheet(look)
    drawn = [n for n in tiles.cells if n not in data.context]
    counts = [sum(data.value.get(n) == i for n in drawn) for i in range(len(data.classes))]
    top = map_legend(sheet, data, counts, missing=any(n not in data.value for n in drawn))
    fills = dict.fromkeys(tiles.cells, look.theme.missing)
    fills |= {n: data.classes[data.value[n]].fill for n in drawn if n in data.value}
    fills |= {n: Fill(look.theme.paper) for n in data.context if n in tiles.cells}
    drawing = _Map(sheet, tiles, data, fit(look, tiles, top + look.small * 0.5), fills)
    _tiles(drawing)
    _borders(drawing, data.areas, look.theme.ink, (3.0, 1.3))
    _hole(drawing)
    _names(drawing)
    _borders(drawing, [data.strong], look.theme.target, (4.6, 2.6))
    graphic, marks = sheet.build(drawing.frame.bottom)
    empty = look.words.say("no figures")
    ordered = sorted(tiles.cells, key=lambda n: tiles.names[n])
    rows = tuple((tiles.names[n], data.spoken.get(n, empty)) for n in ordered)
    table = Table((look.words.say("Municipality"), data.subject), rows)
    return Chart(graphic, marks, title, _told(look, tiles, data, counts), table)


def map_legend(sheet: Sheet, data: MapData, counts: Sequence[int], *, missing: bool) -> float:
    """Only the classes that occur, each with how many tiles it has."""
    used = [(k, c) for k, c in zip(data.classes, counts, strict=True) if c]
    names = [f"{k.name} ({sheet.look.formats.number(c)})" for k, c in used]
    fills = [k.fill for k, _ in used]
    if missing:
        names.append(sheet.look.words.say("no figures"))
        fills.append(sheet.theme.missing)
    return legend(sheet, 0, names, fills)


def _tiles(drawing: _Map) -> None:
    sheet, frame, theme = drawing.sheet, drawing.frame, drawing.sheet.theme
    for code, cell in drawing.tiles.cells.items():
        sheet.polygon(frame.tile(cell), drawing.fills[code], theme.paper, 0.9)
    for code, cell in drawing.tiles.cells.items():
        if contrast(drawing.fills[code].color, theme.paper) < PALE:
            sheet.ring(frame.tile(cell), theme.edge, 0.5)


def _borders(drawing: _Map, areas: Sequence[Sequence[str]], color: str, thick: tuple[float, float]) -> None:
    """Outlines around sets of tiles, each on a halo of paper."""
    cells = drawing.tiles.cells
    for ink, wide in ((drawing.sheet.theme.paper, thick[0]), (color, thick[1])):
        for area in areas:
            inside = {cells[n] for n in area if n in cells}
            for ring in outline(inside, drawing.frame.lattice):
                drawing.sheet.ring([drawing.frame.spot(p) for p in ring], ink, wide)


def _hole(drawing: _Map) -> None:
    """The place of Brussels, with its name when it fits."""
    sheet, frame = drawing.sheet, drawing.frame
    cells: set[Cell] = inner_hole(set(drawing.tiles.cells.values()), frame.lattice)
    name, size = sheet.look.words.say("Brussels"), sheet.look.small
    if len(cells) < 5 or width(name, size) >= frame.size * 2.4:
        return
    spots = [frame.spot(frame.lattice.centre(c)) for c in cells]
    x, y = (sum(p[k] for p in spots) / len(spots) for k in (0, 1))
    sheet.text(x, y + size * 0.33, name, size, sheet.theme.muted, "middle")


def _names(drawing: _Map) -> None:
    """The name of each tile where it fits, and its mark."""
    sheet, tiles, frame, data = drawing.sheet, drawing.tiles, drawing.frame, drawing.data
    look, empty = sheet.look, sheet.look.words.say("no figures")
    named = {n: tiles.names[n] for n in tiles.cells}
    texts = tile_lines(tiles.kind, named, frame.size, look.small, LEAST * min(1.0, look.zoom))
    half = frame.size * frame.lattice.row_height / 2
    for code, cell in tiles.cells.items():
        x, y = frame.spot(frame.lattice.centre(cell))
        size, lines = texts[code]
        fill = drawing.fills[code]
        color = sheet.theme.muted if code in data.context else text_on(fill.color)
        _letters(sheet, (x, y), lines, size, fill=fill, color=color)
        told = f"{tiles.names[code]}: {data.spoken.get(code, empty)}"
        sheet.mark(x - frame.size / 2, y - half, frame.size, half * 2, told, code)


def _letters(
    sheet: Sheet, spot: tuple[float, float], lines: Sequence[str], size: float, *, fill: Fill, color: str
) -> None:
    """The name in a tile, on a plain plate when the tile is hatched."""
    x, y = spot
    if fill.hatch and lines:
        deep = size * (LEADING * len(lines) + 0.2)
        wide = max(width(t, size) for t in lines) + size * 0.5
        sheet.rect(x - wide / 2, y - deep / 2, wide, deep, Fill(fill.color), radius=1.5)
    for k, line in enumerate(lines):
        base = y + size * (0.33 + LEADING * (k - (len(lines) - 1) / 2))
        sheet.text(x, base, line, size, color, "middle")


def _told(look: Look, tiles: TileSet, data: MapData, counts: Sequence[int]) -> str:
    head = look.words.count(
        "Tile map of {n} municipality, {subject}.",
        "Tile map of {n} municipalities, {subject}.",
        len(tiles.cells),
        subject=data.subject,
    )
    used = [f"{k.name}: {look.formats.number(c)}" for k, c in zip(data.classes, counts, strict=True) if c]
    parts = [head, *([f"{'; '.join(used)}."] if used else [])]
    if data.strong_name:
        parts.append(look.words.say("Outlined: {name}.", name=data.strong_name))
    return " ".join(parts)
