"""A list of agreements on its side: the fields stand under each other and every agreement has a column. It is
read as if someone had turned it; the cells keep the names they have in the file."""

from __future__ import annotations

import re
from dataclasses import replace

from coopdesk.annex.layout.filled import Row, filled
from coopdesk.annex.layout.headers import Recognise
from coopdesk.annex.model import Meaning
from coopdesk.annex.sheet.model import Book, CellKind, Sheet

_MOST_ROWS, _SEARCHED = 200, 3
_WHO = frozenset({Meaning.PLACE, Meaning.NIS})
_WHEN = frozenset({Meaning.BEGIN, Meaning.END, Meaning.TERM})
_PARTED = re.compile(r"[,;\n/+&]| en ")


def turned(book: Book, recognise: Recognise, is_place: Recognise) -> Book:
    """The book with such sheets turned."""
    sheets = tuple(_turned(sheet, recognise, is_place) for sheet in book.sheets)
    return book if sheets == book.sheets else replace(book, sheets=sheets)


def _turned(sheet: Sheet, recognise: Recognise, is_place: Recognise) -> Sheet:
    if sheet.turned or not 0 < len(sheet.rows) <= _MOST_ROWS or sheet.width < 2:
        return sheet
    rows = filled(sheet)
    if not any(_are_fields(rows, column, recognise, is_place) for column in range(min(_SEARCHED, sheet.width - 1))):
        return sheet
    return Sheet(sheet.name, tuple(zip(*rows, strict=True)), sheet.hidden, (), sheet.hidden_columns, sheet.hidden_rows,
                 sheet.outside, turned=True)  # fmt: skip


def _are_fields(rows: list[Row], column: int, recognise: Recognise, is_place: Recognise) -> bool:
    """Whether the cells of a column are headings, no other cells are, and municipalities stand beside the one that
    says so: a sheet that explains the headings of another has sentences there."""
    told = {at: _meanings(row[column].text, recognise) for at, row in enumerate(rows)
            if row[column].kind is CellKind.TEXT}  # fmt: skip
    all_ = set[Meaning]().union(*told.values())
    named = [at for at, meanings in told.items() if meanings]
    if len(named) < 3 or not all_ & _WHO or not all_ & _WHEN:
        return False
    if any(_meanings(cell.text, recognise) for row in rows for cell in row[column + 1 :] if cell.kind is CellKind.TEXT):
        return False
    who = [cell for at in named if told[at] & _WHO for cell in rows[at][column + 1 :] if cell.filled]
    return bool(who) and sum(_names(cell.text, is_place) for cell in who) * 2 > len(who)


def _meanings(text: str, recognise: Recognise) -> set[Meaning]:
    return {meaning for meaning, sure in recognise(text).items() if sure >= 1} if len(text) < 60 else set()


def _names(text: str, is_place: Recognise) -> bool:
    return any(is_place(part.strip()) for part in _PARTED.split(text) if part.strip()) or text.strip().isdecimal()
