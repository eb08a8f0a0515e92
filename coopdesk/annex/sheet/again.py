"""Writes some rows of a sheet as they were, under the same titles and headings, so that they can be corrected in Excel
and brought in again through the same door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as OutCell
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill

from coopdesk.annex.sheet.model import BLANK, Cell, CellKind, Sheet
from coopdesk.annex.sheet.write import sheet_name, text_cell
from coopdesk.annex.wording import WHY

_DATES = {"month": "mm/yyyy", "year": "yyyy"}
_FILL = PatternFill("solid", fgColor="FFF4D6")


@dataclass(frozen=True, slots=True)
class Again:
    """One table to write: the sheet it stands on, the rows above it, those of its headings, its columns (both from 1),
    and the rows that come again with why, by number. `filled` are the rows of the sheet with merged ranges filled in.
    """

    title: str
    sheet: Sheet
    filled: Sequence[Sequence[Cell]]
    above: tuple[int, ...]
    headings: tuple[int, ...]
    columns: tuple[int, ...]
    rows: Mapping[int, str]


def write_again(leaves: Iterable[Again]) -> bytes:
    """The bytes of an .xlsx with a sheet per table."""
    book = Workbook(write_only=True)
    for leaf in leaves:
        _write(book.create_sheet(sheet_name(leaf.title)), leaf)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _write(out: Any, leaf: Again) -> None:
    width = max(leaf.columns, default=0)
    for number in leaf.above:
        out.append([_cell(out, leaf.sheet.cell(number, column)) for column in range(1, leaf.sheet.width + 1)])
    for number in leaf.headings:
        why = text_cell(out, WHY if number == leaf.headings[-1] else "")
        why.font = Font(bold=True)
        out.append([*_cells(out, leaf, number, width), why])
    for number, reason in leaf.rows.items():
        why = text_cell(out, reason)
        why.fill = _FILL
        out.append([*_cells(out, leaf, number, width), why])


def _cells(out: Any, leaf: Again, number: int, width: int) -> list[OutCell]:
    """The cells of the table in a row, each in the column in which it stood."""
    row = leaf.filled[number - 1]
    mine = set(leaf.columns)
    return [_cell(out, row[column - 1] if column in mine else BLANK) for column in range(1, width + 1)]


def _cell(out: Any, cell: Cell) -> OutCell:
    """A cell as it stood: a number with its percent sign, a date shown as precisely as it was."""
    if cell.kind is CellKind.NUMBER and cell.number is not None:
        made: OutCell = WriteOnlyCell(out, value=cell.number)  # type: ignore[arg-type]  # it takes Decimal as it is
        if cell.shape == "%":
            made.number_format = "0.00%"
        return made
    if cell.kind is CellKind.DATE and cell.day is not None:
        made = WriteOnlyCell(out, value=cell.day)  # type: ignore[arg-type]  # and a date
        made.number_format = _DATES.get(cell.shape, "dd/mm/yyyy")
        return made
    return text_cell(out, cell.text) if cell.filled else WriteOnlyCell(out, value=None)
