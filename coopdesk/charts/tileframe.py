"""Size, place and outlines of the tiles on a sheet."""

from __future__ import annotations

import csv
import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from coopdesk.charts.lattice import Cell, Kind, Lattice, Point
from coopdesk.charts.look import Look

MAX_TILE = 64.0
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TileSet:
    """The cells and names of one year."""

    kind: Kind
    cells: Mapping[str, Cell]
    names: Mapping[str, str]

    @property
    def codes(self) -> Collection[str]:
        """The municipalities there is a tile for."""
        return self.cells.keys()

    def only(self, codes: Iterable[str]) -> TileSet:
        """The same tiles restricted to some municipalities; those without a tile are left out."""
        return TileSet(self.kind, {n: self.cells[n] for n in codes if n in self.cells}, self.names)

    def near(self, codes: Iterable[str]) -> list[str]:
        """The codes of some municipalities and of all that touch them."""
        lattice, inside = Lattice(self.kind), {self.cells[n] for n in codes if n in self.cells}
        return [n for n, cell in self.cells.items() if cell in inside or any(c in inside for c in lattice.around(cell))]


def read_tiles(file: Path, names: Mapping[str, str], kind: Kind = "hex") -> TileSet:
    """Reads nis;column;row; a municipality without a name shows its code."""
    with file.open(encoding="utf-8", newline="") as handle:
        cells = {r["nis"]: (int(r["column"]), int(r["row"])) for r in csv.DictReader(handle, delimiter=";")}
    return TileSet(kind, cells, {n: names.get(n, n) for n in cells})


def patch(names: Mapping[str, str]) -> TileSet:
    """Tiles for municipalities that no tile file knows, in a compact patch in the order given: where a tile lies
    then says nothing about the place."""
    lattice, taken = Lattice("hex"), [(0, 0)]
    for _ in range(len(names) - 1):
        free = {c for cell in taken for c in lattice.beside(cell)} - set(taken)
        taken.append(min(free, key=lambda c: (_reach(lattice, c), c[1], c[0])))
    return TileSet("hex", dict(zip(names, sorted(taken, key=lambda c: (c[1], c[0])), strict=False)), names)


def _reach(lattice: Lattice, cell: Cell) -> float:
    """How far a cell lies from the first one, wide rather than high."""
    x, y = lattice.centre(cell)
    return round(math.hypot(x, y * 1.3), 6)


def _key(point: Point) -> Key:
    """A corner as integers, so that neighbouring tiles agree on it."""
    return round(point[0] * 1000), round(point[1] * 1000)


def outline(cells: set[Cell], lattice: Lattice) -> list[list[Point]]:
    """Closed rings around a set of cells, holes included, in tile widths."""
    sides: dict[tuple[Key, Key], Point] = {}
    for cell in cells:
        corners = lattice.corners(cell)
        for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
            sides[(_key(a), _key(b))] = a
    follow: dict[Key, list[tuple[Key, Point]]] = {}
    for (a, b), point in sides.items():
        if (b, a) not in sides:
            follow.setdefault(a, []).append((b, point))
    rings: list[list[Point]] = []
    while follow:
        here, ring = next(iter(follow)), []
        while here in follow:
            target, point = follow[here].pop()
            if not follow[here]:
                del follow[here]
            ring.append(point)
            here = target
        rings.append(ring)
    return rings


def inner_hole(cells: set[Cell], lattice: Lattice) -> set[Cell]:
    """Empty cells that the sea cannot reach: Brussels."""
    cols, rows = [c for c, _ in cells], [r for _, r in cells]
    wide, high = range(min(cols) - 1, max(cols) + 2), range(min(rows) - 1, max(rows) + 2)
    empty = {(c, r) for c in wide for r in high} - cells
    stack = [(wide[0], high[0])]
    empty.discard(stack[0])
    while stack:
        for near in lattice.beside(stack.pop()):
            if near in empty:
                empty.discard(near)
                stack.append(near)
    return empty


@dataclass(frozen=True, slots=True)
class Frame:
    """Where tile coordinates land on the sheet."""

    lattice: Lattice
    size: float
    left: float
    top: float
    bottom: float

    def spot(self, point: Point) -> Point:
        """A point in tile widths as a point on the sheet."""
        return self.left + point[0] * self.size, self.top + point[1] * self.size

    def tile(self, cell: Cell) -> list[Point]:
        """Corners of a tile on the sheet."""
        return [self.spot(p) for p in self.lattice.corners(cell)]


def fit(look: Look, tiles: TileSet, top: float) -> Frame:
    """The largest tile that fits the width, at most MAX_TILE, centred."""
    lattice = Lattice(tiles.kind)
    corners = [p for c in tiles.cells.values() for p in lattice.corners(c)]
    low_x, high_x = min(p[0] for p in corners), max(p[0] for p in corners)
    low_y, high_y = min(p[1] for p in corners), max(p[1] for p in corners)
    size = min((look.width - 4) / (high_x - low_x), MAX_TILE * look.zoom)
    left = (look.width - (high_x - low_x) * size) / 2 - low_x * size
    bottom = top + (high_y - low_y) * size + 4
    return Frame(lattice, size, left, top - low_y * size + 2, bottom)
