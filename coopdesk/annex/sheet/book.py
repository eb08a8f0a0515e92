"""Writes a workbook as it was composed: several sheets, cells that may be typed in and cells that may not, lists."""

from __future__ import annotations

from datetime import date
from typing import Any

from openpyxl import Workbook as Book
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from coopdesk.annex.sheet.write import FORMULA, NARROWEST, WIDEST, held, safe_text, saved, sheet_name
from coopdesk.kernel.workbook import Shape, Sheet, SheetColumn, Value, Workbook

FORMATS = {Shape.MONEY: "#,##0.00\\ [$€-813]", Shape.PERCENT: '0"%"', Shape.PLAIN: ""}
_PALE = PatternFill("solid", fgColor="E8EEF2")


def write_book(book: Workbook) -> bytes:
    """The bytes of an .xlsx. Text that looks like a formula stays text, also after someone types in its cell."""
    made: Any = Book()
    made.remove(made.worksheets[0])
    made.properties.title, made.properties.creator = safe_text(book.title), "Coopdesk"
    for name, value in book.properties:
        made.custom_doc_props.append(StringProperty(name=safe_text(name), value=safe_text(value)))
    taken: set[str] = set()
    for sheet in book.sheets:
        _sheet(made.create_sheet(_name(sheet.name, taken)), sheet)
    return saved(made)


def _sheet(target: Any, sheet: Sheet) -> None:
    head = len(sheet.above) + 1
    for at, line in enumerate(sheet.above, start=1):
        _line(target, at, sheet, line, strong=at == 1)
    for at, column in enumerate(sheet.columns, start=1):
        cell = _put(target, head, at, column.title)
        cell.font, cell.fill = _bold(cell), _PALE
        _width(target, at, column, sheet)
    for row, values in enumerate(sheet.rows):
        for at, (column, value) in enumerate(zip(sheet.columns, values, strict=True), start=1):
            cell = _put(target, head + 1 + row, at, value, column.shape)
            cell.protection = Protection(locked=not column.open)
            if sheet.protected and not column.open:
                cell.fill = _PALE
            if row in sheet.strong:
                cell.font = _bold(cell)
    last = head + len(sheet.rows)
    _spare(target, sheet, last)
    _settle(target, sheet, head, last)


def _settle(target: Any, sheet: Sheet, head: int, last: int) -> None:
    """What holds for the sheet as a whole."""
    target.freeze_panes = f"A{head + 1}"
    if sheet.rows:
        target.auto_filter.ref = f"A{head}:{get_column_letter(len(sheet.columns))}{last + sheet.spare}"
    if sheet.note:
        _line(target, last + sheet.spare + 2, sheet, sheet.note)
    for at, column in enumerate(sheet.columns, start=1):
        _validate(target, get_column_letter(at), column, (head + 1, last + sheet.spare))
    if sheet.hidden:
        target.sheet_state = "hidden"
    if sheet.protected:
        # No password: it keeps a hand from slipping, not a person from what is theirs.
        target.protection.sheet = True
        for allowed in ("sort", "autoFilter", "formatColumns", "formatRows"):
            setattr(target.protection, allowed, False)
    target.page_setup.orientation, target.page_setup.fitToWidth, target.page_setup.fitToHeight = "landscape", 1, 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.print_title_rows = f"{head}:{head}"


def _spare(target: Any, sheet: Sheet, last: int) -> None:
    for row in range(last + 1, last + 1 + sheet.spare):
        for at, column in enumerate(sheet.columns, start=1):
            if not column.hidden:
                target.cell(row, at).protection = Protection(locked=False)


def _validate(target: Any, letter: str, column: SheetColumn, rows: tuple[int, int]) -> None:
    if rows[1] < rows[0] or not (column.choices or column.between):
        return
    if column.choices:
        rule = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
    else:
        low, high = column.between or (0, 0)
        rule = DataValidation(type="whole", operator="between", formula1=str(low), formula2=str(high), allow_blank=True)
    rule.showErrorMessage = True
    rule.add(f"{letter}{rows[0]}:{letter}{rows[1]}")
    target.add_data_validation(rule)


def _width(target: Any, at: int, column: SheetColumn, sheet: Sheet) -> None:
    texts = (len(str(row[at - 1])) for row in sheet.rows if row[at - 1] is not None)
    widest = max([len(column.title) + 4, *texts]) + 2
    dimension = target.column_dimensions[get_column_letter(at)]
    dimension.width = column.width or min(WIDEST, max(NARROWEST, widest))
    dimension.hidden = column.hidden


def _put(target: Any, row: int, column: int, value: Value, shape: Shape = Shape.PLAIN) -> Any:
    cell = target.cell(row, column)
    value = held(value)
    if isinstance(value, str):
        text = safe_text(value)
        cell.value, cell.data_type = text, "s"
        cell.quotePrefix = text.startswith(FORMULA)
        cell.alignment = Alignment(wrap_text=len(text) > WIDEST or "\n" in text, vertical="top")
        return cell
    cell.value = value
    cell.alignment = Alignment(vertical="top")
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    elif FORMATS[shape] and value is not None:
        cell.number_format = FORMATS[shape]
    return cell


def _line(target: Any, row: int, sheet: Sheet, text: str, *, strong: bool = False) -> None:
    """A text over the whole width, in the first column people see."""
    cell = _put(target, row, 1 + _hidden_first(sheet), text)
    cell.alignment = Alignment(wrap_text=False, vertical="top")
    if strong:
        cell.font = _bold(cell)


def _bold(cell: Any) -> Font:
    """The font of a cell, bold: a font without a name is another one in each program."""
    return Font(name=cell.font.name, sz=cell.font.sz, bold=True)


def _hidden_first(sheet: Sheet) -> int:
    """How many columns at the left nobody sees: a text does not stand there."""
    return next((at for at, column in enumerate(sheet.columns) if not column.hidden), 0)


def _name(wanted: str, taken: set[str]) -> str:
    """A name Excel takes for a sheet, and no other sheet has."""
    stem, n = sheet_name(wanted), 2
    name = stem
    while name.casefold() in taken:
        name, n = f"{stem[:28]} {n}", n + 1
    taken.add(name.casefold())
    return name
