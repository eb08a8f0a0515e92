"""A sheet with its merged ranges filled in, so that every cell can be read where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Any

from coopdesk.annex.sheet.coded import CodedRows
from coopdesk.annex.sheet.model import BLANK, Cell, Row, Sheet

__all__ = ["Row", "distinct", "filled", "own", "rows_with"]
_LARGEST = 20_000


def filled(sheet: Sheet) -> list[Row]:
    """The rows of equal width; a merged range repeats its value, marked `merged` in all cells but the first."""
    width = sheet.width
    if not sheet.merges:
        if isinstance(sheet.rows, CodedRows):
            return sheet.rows.padded()
        return [row if len(row) == width else row + (BLANK,) * (width - len(row)) for row in sheet.rows]
    rows = [list(row) + [BLANK] * (width - len(row)) for row in sheet.rows]
    # Merged ranges never overlap, so that together they cover the sheet once at most; a file may say otherwise.
    room = len(rows) * width
    for merge in sheet.merges:
        area = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
        room -= min(area, _LARGEST)
        if area > _LARGEST or room < -_LARGEST:
            continue
        value = sheet.cell(merge.top, merge.left)
        if value.filled:
            _spread(rows, merge.top, merge.left, min(merge.bottom, len(rows)), min(merge.right, width), value)
    return [tuple(row) for row in rows]


def _spread(rows: list[list[Cell]], top: int, left: int, bottom: int, right: int, value: Cell) -> None:
    copy = value._replace(merged=True)
    for r in range(top - 1, bottom):
        for c in range(left - 1, right):
            if (r, c) != (top - 1, left - 1) and not rows[r][c].filled:
                rows[r][c] = copy


def own(row: Row) -> list[int]:
    """The columns (from 0) where something stands that was not repeated from a merged range."""
    return [at for at, cell in enumerate(row) if cell.filled and not cell.merged]


def distinct(sheet: Sheet) -> Iterable[Cell]:
    """Every cell that is written in a sheet, once, in the order in which it first comes."""
    if isinstance(sheet.rows, CodedRows):
        return sheet.rows.cells[1:]
    return dict.fromkeys(cell for row in sheet.rows for cell in row if cell.filled)


def rows_with(sheet: Sheet, rows: list[Row], cells: set[Cell]) -> list[int]:
    """The numbers of the rows with one of these cells; most columns have none, and are passed over as a whole."""
    wanted: set[Any] = cells
    columns: Iterable[Sequence[Any]] = zip(*rows, strict=True)
    if isinstance(sheet.rows, CodedRows) and not sheet.merges:
        wanted = {code for code, cell in enumerate(sheet.rows.cells) if cell in cells}
        columns = map(sheet.rows.column, range(sheet.rows.width))
    held = [column for column in columns if not wanted.isdisjoint(column)]
    numbers = range(1, len(rows) + 1)
    return sorted({number for column in held for number in compress(numbers, map(wanted.__contains__, column))})
