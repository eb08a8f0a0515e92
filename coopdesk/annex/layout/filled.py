"""A sheet with its merged ranges filled in, so that every cell can be read where it stands."""

from __future__ import annotations

from coopdesk.annex.sheet.model import BLANK, Cell, Sheet

Row = tuple[Cell, ...]
_LARGEST = 20_000


def filled(sheet: Sheet) -> list[Row]:
    """The rows of equal width; a merged range repeats its value, marked `merged` in all cells but the first."""
    width = sheet.width
    rows = [list(row) + [BLANK] * (width - len(row)) for row in sheet.rows]
    for merge in sheet.merges:
        if (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) > _LARGEST:
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
