"""Reads .xls with calamine."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine as calamine

from coopdesk.annex.sheet.biff import Looks, shown_in
from coopdesk.annex.sheet.limits import LIMITS, Limits
from coopdesk.annex.sheet.model import BLANK, Book, Cell, CellKind, Merge, Sheet
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.shapes import plain_number
from coopdesk.kernel.progress import Progress, silent


def read_binary(name: str, sha256: str, data: bytes, limits: Limits = LIMITS, progress: Progress = silent) -> Book:
    """All worksheets, with what calamine leaves out."""
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        shown = shown_in(data)
        tables = [meta for meta in book.sheets_metadata if _is_table(meta)]
        sheets = tuple(_sheet(book, m, shown.sheets.get(m.name, Looks()), limits, progress) for m in tables)
    except calamine.PasswordError as error:
        raise Unreadable("encrypted") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise Unreadable("damaged", type(error).__name__) from error
    if not sheets:
        raise Unreadable("damaged", "no sheet")
    return Book(name, sha256, "xls", sheets, date1904=shown.date1904)


def _is_table(meta: calamine.SheetMetadata) -> bool:
    return meta.typ == calamine.SheetTypeEnum.WorkSheet


def _sheet(book: calamine.CalamineWorkbook, meta: Any, looks: Looks, limits: Limits, progress: Progress) -> Sheet:
    sheet = book.get_sheet_by_name(meta.name)
    if sheet.total_height * sheet.total_width > limits.cells or sheet.total_height > limits.rows:
        raise Unreadable("too_many_cells", meta.name)
    rows = []
    for r, row in enumerate(sheet.to_python(skip_empty_area=False)):
        cells = [_cell(value, looks.shapes.get((r, c), "")) for c, value in enumerate(row[: limits.columns])]
        rows.append(_trimmed([_wrong(looks, r, c) or cell for c, cell in enumerate(cells)] if looks.errors else cells))
        if len(rows) % 500 == 0:
            progress(len(rows), sheet.total_height, "")
    ranges = sheet.merged_cell_ranges or []
    merges = tuple(Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges)
    hidden = meta.visible != calamine.SheetVisibleEnum.Visible
    return Sheet(meta.name, tuple(rows), hidden, merges, frozenset(looks.hidden_rows), frozenset(looks.hidden_columns))


def _wrong(looks: Looks, row: int, column: int) -> Cell | None:
    told = looks.errors.get((row, column))
    return None if told is None else Cell(CellKind.ERROR, told)


def _trimmed(cells: list[Cell]) -> tuple[Cell, ...]:
    while cells and not cells[-1].filled:
        cells.pop()
    return tuple(cells)


def _cell(value: object, shape: str) -> Cell:
    if isinstance(value, bool):
        return Cell(CellKind.TEXT, "TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        return plain_number(repr(value), "%" if shape == "%" else "")
    if isinstance(value, datetime | date):
        return Cell(CellKind.DATE, value.isoformat()[:10], shape if shape in ("month", "year") else "day")
    if isinstance(value, time | timedelta):
        return Cell(CellKind.TEXT, str(value))
    text = str(value)
    return Cell(CellKind.TEXT, text) if text.strip() else BLANK
