"""Square and hexagonal lattices: centres, neighbours and outlines of cells."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

Cell = tuple[int, int]
Point = tuple[float, float]
Kind = Literal["square", "hex"]

_EVEN = ((1, 0), (-1, 0), (0, -1), (-1, -1), (0, 1), (-1, 1))
_ODD = ((1, 0), (-1, 0), (1, -1), (0, -1), (1, 1), (0, 1))
_FOUR = ((1, 0), (-1, 0), (0, -1), (0, 1))
_DIAGONAL = ((1, 1), (-1, 1), (1, -1), (-1, -1))
HEX_ROW = math.sqrt(3) / 2


@dataclass(frozen=True, slots=True)
class Lattice:
    """Cells are (column, row), rows grow to the south; odd hex rows shift half a cell east."""

    kind: Kind

    @property
    def row_height(self) -> float:
        """Distance between rows when the distance between columns is one."""
        return HEX_ROW if self.kind == "hex" else 1.0

    def centre(self, cell: Cell) -> Point:
        """Centre of a cell in tile widths."""
        shift = 0.5 * (cell[1] & 1) if self.kind == "hex" else 0.0
        return cell[0] + shift, cell[1] * self.row_height

    def beside(self, cell: Cell) -> list[Cell]:
        """Cells that share a side with this one."""
        steps = _FOUR if self.kind == "square" else (_ODD if cell[1] & 1 else _EVEN)
        return [(cell[0] + dc, cell[1] + dr) for dc, dr in steps]

    def around(self, cell: Cell) -> list[Cell]:
        """Cells that share a side or a corner with this one."""
        near = self.beside(cell)
        if self.kind == "square":
            near += [(cell[0] + dc, cell[1] + dr) for dc, dr in _DIAGONAL]
        return near

    def corners(self, cell: Cell) -> list[Point]:
        """Corner points of a cell, in order."""
        x, y = self.centre(cell)
        if self.kind == "square":
            return [(x - 0.5, y - 0.5), (x + 0.5, y - 0.5), (x + 0.5, y + 0.5), (x - 0.5, y + 0.5)]
        radius = 1 / math.sqrt(3)
        angles = [math.radians(60 * k - 90) for k in range(6)]
        return [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles]
