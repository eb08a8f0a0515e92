"""Writes a table as a workbook a person can go on with: headings that stay in view, filters, real numbers and dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

Value = str | int | Decimal | date | None
WIDEST, NARROWEST = 60, 10


def workbook(title: str, headings: Sequence[str], rows: Iterable[Sequence[Value]], note: str = "") -> bytes:
    """The bytes of an .xlsx with one sheet; `note` says below the table where it came from.

    Text that looks like a formula stays text: a name may begin with "=".
    """
    lines = [list(row) for row in rows]
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for at, heading in enumerate(headings):
        widest = max([len(heading) + 2, *(len(str(line[at])) for line in lines if line[at] is not None)])
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(WIDEST, max(NARROWEST, widest + 2))
    sheet.append([_cell(sheet, heading, bold=True) for heading in headings])
    for line in lines:
        sheet.append([_cell(sheet, value) for value in line])
    if lines:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(lines) + 1}"
    if note:
        sheet.append([])
        sheet.append([_cell(sheet, note)])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _cell(sheet: Any, value: Value, *, bold: bool = False) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, value=value)  # type: ignore[arg-type]  # it takes Decimal and date as they are
    if isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=len(value) > WIDEST, vertical="top")
    elif isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    if bold:
        cell.font = Font(bold=True)
    return cell
