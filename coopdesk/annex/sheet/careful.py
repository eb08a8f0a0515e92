"""Reads a sheet of an .xlsx element by element: any sheet, at the speed of an element at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from coopdesk.annex.sheet.limits import Limits
from coopdesk.annex.sheet.model import BLANK, Cell, CellKind, Merge, Row, Sheet
from coopdesk.annex.sheet.package import BROKEN
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.shapes import plain_number, serial_day
from coopdesk.annex.sheet.workbook import Workbook, string_of, unescaped
from coopdesk.kernel.progress import Progress

_DATES = ("day", "month", "year")


class Counter:
    """Counts cells over all sheets and tells how far reading is."""

    def __init__(self, limits: Limits, progress: Progress) -> None:
        self.limits = limits
        self._progress = progress
        self._cells = 0
        self._rows = 0

    def rows(self, rows: int, cells: int) -> None:
        """Raises Unreadable when the cells of the file are too many."""
        self._cells += cells
        if self._cells > self.limits.cells:
            raise Unreadable("too_many_cells", f"{self._cells:,}")
        before, self._rows = self._rows, self._rows + rows
        if before // 500 != self._rows // 500:
            self._progress(self._rows, 0, "")


@dataclass(slots=True)
class Around:
    """What a sheet says beside its cells."""

    merges: list[Merge]
    hidden_rows: set[int]
    hidden_columns: set[int]
    outside: int = 0


def read_sheet(title: str, part: Any, book: Workbook, counter: Counter, *, hidden: bool) -> Sheet:
    """The whole sheet; rows and cells in disorder are refused."""
    rows: list[Row] = []
    around = Around([], set(), set())
    limits = counter.limits
    for tag, element in elements_of(part):
        if tag != "row":
            note(tag, element, around, limits)
            continue
        at = int(element.get("r") or len(rows) + 1)
        if at > limits.rows or at - len(rows) > limits.empty_rows:
            around.outside += sum(1 for cell in element if len(cell))
            continue
        if at <= len(rows):
            raise Unreadable("damaged", f"{title}, row {at}")
        rows.extend(() for _ in range(at - 1 - len(rows)))
        cells, beyond = _row(element, at, book, limits)
        around.outside += beyond
        rows.append(cells)
        counter.rows(1, len(cells))
        if is_hidden(element.get("hidden")):
            around.hidden_rows.add(at)
    return sheet_of(title, rows, around, hidden=hidden)


def sheet_of(title: str, rows: Any, around: Around, *, hidden: bool) -> Sheet:
    """The sheet out of its rows and what stands around them."""
    hidden_rows, hidden_columns = frozenset(around.hidden_rows), frozenset(around.hidden_columns)
    return Sheet(title, rows if not isinstance(rows, list) else tuple(rows), hidden, tuple(around.merges),
                 hidden_rows, hidden_columns, around.outside)  # fmt: skip


def note(tag: str, element: Element, around: Around, limits: Limits) -> None:
    """Keeps a merged range or hidden columns."""
    if tag == "mergeCell":
        around.merges.extend(_merge(element.get("ref") or ""))
    elif is_hidden(element.get("hidden")):
        last = min(int(element.get("max") or 0), limits.columns)
        around.hidden_columns.update(range(int(element.get("min") or 1), last + 1))


def is_hidden(told: str | None) -> bool:
    return told in ("1", "true")


def elements_of(part: Any) -> Iterator[tuple[str, Element]]:
    """The rows, merged ranges and columns of a sheet, each forgotten once it was used."""
    try:
        parents: list[Element] = []
        for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
            if event == "start":
                parents.append(element)
                continue
            parents.pop()
            tag = element.tag.rpartition("}")[2]
            if tag in ("row", "mergeCell", "col"):
                yield tag, element
                if parents:
                    parents[-1].remove(element)
    except DefusedXmlException as error:
        raise Unreadable("doctype", "worksheet") from error
    except (ParseError, *BROKEN) as error:
        raise Unreadable("damaged", f"worksheet, {type(error).__name__}") from error


def _merge(reference: str) -> list[Merge]:
    first, _, last = reference.partition(":")
    try:
        (top, left), (bottom, right) = place_of(first), place_of(last or first)
    except ValueError:
        return []
    return [Merge(top, left, bottom, right)] if top <= bottom and left <= right else []


def place_of(reference: str) -> tuple[int, int]:
    """Row and column of a reference such as B4 or $B$4; ValueError for anything else."""
    bare = reference.replace("$", "")
    word = bare.rstrip("0123456789")
    row = int(bare[len(word) :] or 0)
    if not 0 < len(word) < 4 or not word.isascii() or not word.isalpha() or not row:
        raise ValueError(reference)
    column = 0
    for letter in word.upper():
        column = column * 26 + ord(letter) - 64
    return row, column


def _row(element: Element, at: int, book: Workbook, limits: Limits) -> tuple[Row, int]:
    """The cells of a row up to the last that is filled, and how many stand beyond the widest column we read."""
    cells: list[Cell] = []
    beyond = 0
    column = 0
    for item in element:
        reference = item.get("r")
        column = place_of(reference)[1] if reference else column + 1
        cell = _cell(item, book)
        if column <= len(cells):
            raise Unreadable("damaged", reference or f"row {at}")
        if column > limits.columns:
            beyond += cell.filled
            continue
        if cell.filled:
            cells.extend(BLANK for _ in range(column - 1 - len(cells)))
            cells.append(cell)
    return tuple(cells), beyond


def _cell(item: Element, book: Workbook) -> Cell:
    kind = item.get("t") or "n"
    value = item.findtext("{*}v")
    if kind == "inlineStr":
        inline = item.find("{*}is")
        return text_cell(string_of(inline)) if inline is not None else BLANK
    if not value:
        formula = item.find("{*}f")
        return Cell(CellKind.UNCOMPUTED, "=" + (formula.text or "")) if formula is not None and kind == "n" else BLANK
    return typed_cell(kind, value, item.get("s") or "0", book)


def typed_cell(kind: str, value: str, style: str, book: Workbook) -> Cell:
    """The cell of a kept value, by its type and its style."""
    if kind == "s":
        return text_cell(book.strings[int(value)])
    shape = book.shapes[int(style)] if style.isdecimal() and int(style) < len(book.shapes) else ""
    made = _KINDS.get(kind)
    return made(value, shape, book) if made else text_cell(unescaped(value))


def _number(value: str, shape: str, book: Workbook) -> Cell:
    return serial_day(value, shape, date1904=book.date1904) if shape in _DATES else plain_number(value, shape)


def _error(value: str, shape: str, book: Workbook) -> Cell:
    return Cell(CellKind.ERROR, value)


def _day(value: str, shape: str, book: Workbook) -> Cell:
    return Cell(CellKind.DATE, value[:10], shape or "day")


def _truth(value: str, shape: str, book: Workbook) -> Cell:
    return Cell(CellKind.TEXT, "TRUE" if value == "1" else "FALSE")


_KINDS: dict[str, Callable[[str, str, Workbook], Cell]] = {"n": _number, "e": _error, "d": _day, "b": _truth}


def text_cell(value: str) -> Cell:
    """A cell of text; one of blanks is blank."""
    return Cell(CellKind.TEXT, value) if value.strip() else BLANK
