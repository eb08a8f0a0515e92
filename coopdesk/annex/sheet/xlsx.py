"""Reads .xlsx and .xlsm: openpyxl for the workbook, its styles and strings, one pass of our own over each sheet, since
that alone tells merged ranges, hidden rows and formulas without a value apart in a single reading."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError

import openpyxl
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from coopdesk.annex.sheet.limits import LIMITS, Limits
from coopdesk.annex.sheet.model import BLANK, Book, Cell, CellKind, Merge, Sheet
from coopdesk.annex.sheet.package import guard
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.shapes import format_shape, plain_number, serial_day
from coopdesk.kernel.progress import Progress, silent

# What openpyxl raises on workbooks whose parts are missing or contradict each other; measured on 2,069 public files.
_BROKEN = (KeyError, TypeError, ValueError, IndexError, AttributeError, OSError, EOFError, ParseError,
           zipfile.BadZipFile, zlib.error, SyntaxError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Looks:
    """What the cells of a sheet refer to: shared strings, and a shape per style."""

    strings: list[str]
    shapes: dict[int, str]
    date1904: bool


def read_xlsx(name: str, sha256: str, data: bytes, limits: Limits = LIMITS, progress: Progress = silent) -> Book:
    """All worksheets, hidden ones too; macros, links and drawings are left alone and only noted."""
    if not openpyxl.DEFUSEDXML:
        raise Unreadable("stopped", "defusedxml")
    guard(data, limits)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    except DefusedXmlException as error:
        raise Unreadable("doctype", type(error).__name__) from error
    except _BROKEN as error:
        raise Unreadable("damaged", type(error).__name__) from error
    counter = _Counter(limits, progress)
    if not book.worksheets:
        raise Unreadable("damaged", "worksheets")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sheets = _sheets(book, archive, counter)
            notes = _notes(archive)
    except _BROKEN as error:
        raise Unreadable("damaged", f"worksheet, {type(error).__name__}") from error
    return Book(name, sha256, "xlsx", sheets, date1904=book.epoch.year == 1904, notes=notes)


def _sheets(book: Any, archive: zipfile.ZipFile, counter: _Counter) -> tuple[Sheet, ...]:
    """The sheets with cells; chart sheets have none."""
    shapes, sheets = _shapes(book), []
    for sheet in book.worksheets:
        # openpyxl offers no other way to the strings and the part of a sheet.
        looks = _Looks(sheet._shared_strings, shapes, book.epoch.year == 1904)  # noqa: SLF001
        with archive.open(sheet._worksheet_path) as part:  # noqa: SLF001
            sheets.append(_sheet(sheet.title, sheet.sheet_state != "visible", part, looks, counter))
    return tuple(sheets)


def _shapes(book: Any) -> dict[int, str]:
    """The shape of each cell style."""
    own = book._number_formats  # noqa: SLF001
    shapes = {}
    for index, style in enumerate(book._cell_styles):  # noqa: SLF001
        code = style.numFmtId
        text = own[code - 164] if 164 <= code < 164 + len(own) else BUILTIN_FORMATS.get(code, "General")
        shapes[index] = format_shape(text)
    return shapes


def _notes(archive: zipfile.ZipFile) -> tuple[str, ...]:
    names = [name.lower() for name in archive.namelist()]
    found = {"macros": "vbaproject.bin", "links": "externallinks/", "connections": "connections.xml"}
    return tuple(note for note, part in found.items() if any(part in name for name in names))


class _Counter:
    """Counts cells over all sheets and tells how far reading is."""

    def __init__(self, limits: Limits, progress: Progress) -> None:
        self.limits = limits
        self._progress = progress
        self._cells = 0
        self._rows = 0

    def row(self, cells: int) -> None:
        self._cells += cells
        self._rows += 1
        if self._cells > self.limits.cells:
            raise Unreadable("too_many_cells", f"{self._cells:,}")
        if self._rows % 500 == 0:
            self._progress(self._rows, 0, "")


def _sheet(title: str, hidden: bool, part: Any, looks: _Looks, counter: _Counter) -> Sheet:  # noqa: FBT001
    rows: list[tuple[Cell, ...]] = []
    merges: list[Merge] = []
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    outside = 0
    for tag, element in _elements(part):
        if tag == "row":
            at = int(element.get("r") or len(rows) + 1)
            if at > counter.limits.rows or at - len(rows) > counter.limits.empty_rows:
                outside += sum(1 for cell in element if len(cell))
                continue
            if at <= len(rows):
                raise Unreadable("damaged", f"{title}, row {at}")
            rows.extend(() for _ in range(at - 1 - len(rows)))
            cells, beyond = _row(element, at, looks, counter.limits)
            outside += beyond
            rows.append(cells)
            counter.row(len(cells))
            if element.get("hidden") in ("1", "true"):
                hidden_rows.add(at)
        elif tag == "mergeCell":
            merges.extend(_merge(element.get("ref") or ""))
        elif element.get("hidden") in ("1", "true"):
            last = min(int(element.get("max") or 0), counter.limits.columns)
            hidden_columns.update(range(int(element.get("min") or 1), last + 1))
    return Sheet(title, tuple(rows), hidden, tuple(merges), frozenset(hidden_rows), frozenset(hidden_columns), outside)


def _elements(part: Any) -> Iterator[tuple[str, Element]]:
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
    except (ParseError, *_BROKEN) as error:
        raise Unreadable("damaged", f"worksheet, {type(error).__name__}") from error


def _merge(reference: str) -> list[Merge]:
    try:
        left, top, right, bottom = range_boundaries(reference)
    except (ValueError, TypeError):
        return []
    if None in (left, top, right, bottom):
        return []
    return [Merge(int(top or 1), int(left or 1), int(bottom or 1), int(right or 1))]


def _row(element: Element, at: int, looks: _Looks, limits: Limits) -> tuple[tuple[Cell, ...], int]:
    """The cells of a row up to the last that is filled, and how many stand beyond the widest column we read."""
    cells: list[Cell] = []
    beyond = 0
    column = 0
    for item in element:
        reference = item.get("r")
        column = coordinate_to_tuple(reference)[1] if reference else column + 1
        cell = _cell(item, looks)
        if column <= len(cells):
            raise Unreadable("damaged", reference or f"row {at}")
        if column > limits.columns:
            beyond += cell.filled
            continue
        if cell.filled:
            cells.extend(BLANK for _ in range(column - 1 - len(cells)))
            cells.append(cell)
    return tuple(cells), beyond


def _cell(item: Element, looks: _Looks) -> Cell:
    kind = item.get("t") or "n"
    value = item.findtext("{*}v")
    if kind == "inlineStr":
        return _text("".join(text.text or "" for text in item.iter() if text.tag.endswith("}t")))
    if not value:
        formula = item.find("{*}f")
        return Cell(CellKind.UNCOMPUTED, "=" + (formula.text or "")) if formula is not None and kind == "n" else BLANK
    if kind == "s":
        return _text(looks.strings[int(value)])
    return _plain(kind, value, looks.shapes.get(int(item.get("s") or 0), ""), looks)


def _plain(kind: str, value: str, shape: str, looks: _Looks) -> Cell:
    if kind == "n":
        if shape in ("day", "month", "year"):
            return serial_day(value, shape, date1904=looks.date1904)
        return plain_number(value, shape)
    if kind == "e":
        return Cell(CellKind.ERROR, value)
    if kind == "d":
        return Cell(CellKind.DATE, value[:10], shape or "day")
    if kind == "b":
        return Cell(CellKind.TEXT, "TRUE" if value == "1" else "FALSE")
    return _text(value)


def _text(value: str) -> Cell:
    return Cell(CellKind.TEXT, value) if value.strip() else BLANK
