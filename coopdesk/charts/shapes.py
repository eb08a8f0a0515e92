"""Outlines of municipalities on a plane, in place of tiles, for a map of the user's own boundaries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Box = tuple[float, float, float, float]
NEAR = 300.0  # metres between two outlines that count as touching


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed outline, in metres to the east and to the south; `hole` when it cuts out of the one before it."""

    points: tuple[Point, ...]
    hole: bool = False

    @property
    def area(self) -> float:
        """In square metres."""
        pairs = zip(self.points, (*self.points[1:], self.points[0]), strict=True)
        return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True, slots=True)
class ShapeSet:
    """The outlines and names of municipalities by NIS code."""

    rings: Mapping[str, tuple[Ring, ...]]
    names: Mapping[str, str]

    @property
    def codes(self) -> Collection[str]:
        """The municipalities there is an outline for."""
        return self.rings.keys()

    def only(self, codes: Iterable[str]) -> ShapeSet:
        """The same restricted to some municipalities; those without an outline are left out."""
        return ShapeSet({n: self.rings[n] for n in codes if n in self.rings}, self.names)

    def near(self, codes: Iterable[str]) -> list[str]:
        """The codes of some municipalities and of all that lie against them."""
        inside = [code for code in codes if code in self.rings]
        boxes = {code: _box(rings) for code, rings in self.rings.items()}
        beside = [n for n in self.rings if n not in inside and any(self._touch(n, one, boxes) for one in inside)]
        return [*inside, *beside]

    def _touch(self, one: str, other: str, boxes: Mapping[str, Box]) -> bool:
        if not _overlap(boxes[one], boxes[other]):
            return False
        grid = {_square(point) for ring in self.rings[other] for point in ring.points}
        return any(
            (x + dx, y + dy) in grid
            for ring in self.rings[one]
            for x, y in map(_square, ring.points)
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        )


def _square(point: Point) -> tuple[int, int]:
    return int(point[0] // NEAR), int(point[1] // NEAR)


def _box(rings: Sequence[Ring]) -> Box:
    boxes = [ring.box for ring in rings]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _overlap(one: Box, other: Box) -> bool:
    return (
        one[0] - NEAR <= other[2]
        and other[0] - NEAR <= one[2]
        and one[1] - NEAR <= other[3]
        and other[1] - NEAR <= one[3]
    )


def whole_box(shapes: ShapeSet) -> Box:
    """The box around all outlines."""
    return _box([ring for rings in shapes.rings.values() for ring in rings])
