"""Writes tables as a workbook a person can go on with: headings that stay in view, filters, real numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

Value = str | int | Decimal | date | None
WIDEST, NARROWEST = 60, 10
LONGEST = 32_767  # characters Excel takes in a cell
_CUT = " […]"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DIGITS = 15  # Excel keeps no more of a number
_CORE = "docProps/core.xml"
_MOMENTS = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
_NAME = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One sheet of a workbook to write."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value]]


def workbook(title: str, headings: Sequence[str], rows: Iterable[Sequence[Value]], note: str = "") -> bytes:
    """The bytes of an .xlsx with one sheet; `note` says below the table where it came from."""
    return workbook_of((Leaf(title, headings, rows),), note)


def workbook_of(leaves: Iterable[Leaf], note: str = "") -> bytes:
    """The bytes of an .xlsx with these sheets.

    Text that looks like a formula stays text: a name may begin with "=". What a cell cannot hold is left out (control
    characters) or cut off with a mark (above 32,767 characters).
    """
    book = Workbook(write_only=True)
    for leaf in leaves:
        _write(book.create_sheet(sheet_name(leaf.title)), leaf, note)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook without the moment it was made: equal tables give equal files, so that whoever compares
    two of them finds only what differs in them."""
    made, target = BytesIO(), BytesIO()
    book.save(made)
    with ZipFile(made) as source, ZipFile(target, "w", ZIP_DEFLATED) as steady:
        for name in source.namelist():
            content = source.read(name)
            steady.writestr(ZipInfo(name), _MOMENTS.sub(b"", content) if name == _CORE else content, ZIP_DEFLATED)
    return target.getvalue()


def sheet_name(title: str) -> str:
    """A title as Excel allows it on a tab."""
    return _NAME.sub("-", safe_text(title)).strip("' ")[:31] or "Blad1"


def safe_text(text: str) -> str:
    """A text as a cell can hold it."""
    bare = _CONTROL.sub("", text)
    return bare if len(bare) <= LONGEST else bare[: LONGEST - len(_CUT)] + _CUT


def text_cell(sheet: Any, text: str) -> Cell:
    """A cell with a text that stays a text, also in Excel when someone edits it."""
    cell: Cell = WriteOnlyCell(sheet, value=safe_text(text))
    cell.data_type = "s"
    # Excel's own mark for "this is a text": without it an edit in Excel would make a formula of it.
    if text.startswith(FORMULA):
        cell.quotePrefix = True
    return cell


def _write(sheet: Any, leaf: Leaf, note: str) -> None:
    lines = [list(row) for row in leaf.rows]
    sheet.freeze_panes = "A2"
    for at, heading in enumerate(leaf.headings):
        widest = max([len(heading) + 2, *(len(str(line[at])) for line in lines if line[at] is not None)])
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(WIDEST, max(NARROWEST, widest + 2))
    sheet.append([_cell(sheet, heading, bold=True) for heading in leaf.headings])
    for line in lines:
        sheet.append([_cell(sheet, value) for value in line])
    if lines:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(leaf.headings))}{len(lines) + 1}"
    if note:
        sheet.append([])
        sheet.append([_cell(sheet, note)])


def held(value: Value) -> Value:
    """A value as a cell can hold it: a number Excel would change becomes its own text."""
    return value if not isinstance(value, int | Decimal) or _fits(value) else str(value)


def _fits(number: int | Decimal) -> bool:
    """Whether Excel can hold a number as it is; NaN and 401 digits would make the file unreadable."""
    return Decimal(number).is_finite() and len(Decimal(number).normalize().as_tuple().digits) <= _DIGITS


def _cell(sheet: Any, value: Value, *, bold: bool = False) -> Cell:
    value = held(value)
    if isinstance(value, str):
        cell = text_cell(sheet, value)
        cell.alignment = Alignment(wrap_text=len(value) > WIDEST, vertical="top")
    else:
        cell = WriteOnlyCell(sheet, value=value)  # type: ignore[arg-type]  # it takes Decimal and date as they are
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    if bold:
        cell.font = Font(bold=True)
    return cell
