"""Reads .xls and .xlsb with calamine."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine as calamine

from coopdesk.annex.sheet.limits import LIMITS, Limits
from coopdesk.annex.sheet.model import BLANK, Book, Cell, CellKind, Merge, Sheet
from coopdesk.annex.sheet.package import guard
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.shapes import plain_number
from coopdesk.kernel.progress import Progress, silent


def read_binary(
    name: str, sha256: str, data: bytes, format: str, limits: Limits = LIMITS, progress: Progress = silent
) -> Book:
    """All worksheets; hidden sheets are known as such, hidden rows and number formats are not."""
    if format != "xls":
        guard(data, limits)
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        sheets = tuple(_sheet(book, meta, limits, progress) for meta in book.sheets_metadata if _is_table(meta))
    except calamine.PasswordError as error:
        raise Unreadable("encrypted") from error
    except (calamine.CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
        raise Unreadable("damaged", type(error).__name__) from error
    if not sheets:
        raise Unreadable("damaged", "no sheet")
    return Book(name, sha256, format, sheets)


def _is_table(meta: calamine.SheetMetadata) -> bool:
    return meta.typ == calamine.SheetTypeEnum.WorkSheet


def _sheet(book: calamine.CalamineWorkbook, meta: Any, limits: Limits, progress: Progress) -> Sheet:
    sheet = book.get_sheet_by_name(meta.name)
    if sheet.total_height * sheet.total_width > limits.cells or sheet.total_height > limits.rows:
        raise Unreadable("too_many_cells", meta.name)
    rows = []
    for row in sheet.to_python(skip_empty_area=False):
        rows.append(_trimmed([_cell(value) for value in row[: limits.columns]]))
        if len(rows) % 500 == 0:
            progress(len(rows), sheet.total_height, "")
    ranges = sheet.merged_cell_ranges or []
    merges = tuple(Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges)
    return Sheet(meta.name, tuple(rows), meta.visible != calamine.SheetVisibleEnum.Visible, merges)


def _trimmed(cells: list[Cell]) -> tuple[Cell, ...]:
    while cells and not cells[-1].filled:
        cells.pop()
    return tuple(cells)


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return Cell(CellKind.TEXT, "TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        return plain_number(repr(value))
    if isinstance(value, datetime | date):
        return Cell(CellKind.DATE, value.isoformat()[:10], "day")
    if isinstance(value, time | timedelta):
        return Cell(CellKind.TEXT, str(value))
    text = str(value)
    return Cell(CellKind.TEXT, text) if text.strip() else BLANK
