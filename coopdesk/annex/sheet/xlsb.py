"""Reads .xlsb, a workbook whose parts are records instead of XML, record by record: calamine gives neither its number
formats nor what is hidden.

[MS-XLSB] describes the records; those that say nothing of cells are passed over.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from coopdesk.annex.sheet.biff import ERRORS
from coopdesk.annex.sheet.careful import Around, Counter, sheet_of, text_cell
from coopdesk.annex.sheet.limits import LIMITS, Limits
from coopdesk.annex.sheet.model import BLANK, Book, Cell, CellKind, Merge, Row, Sheet
from coopdesk.annex.sheet.package import BROKEN, guard, notes
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.shapes import BUILT_IN, format_shape, plain_number, serial_day
from coopdesk.annex.sheet.workbook import SheetPart, Workbook
from coopdesk.kernel.progress import Progress, silent

_BROKEN = (*BROKEN, struct.error, KeyError, TypeError, IndexError, ParseError)
_ROW, _STRING, _FORMAT, _STYLE, _COLUMN, _PROPERTIES, _SHEET, _MERGE = 0, 19, 44, 47, 60, 153, 156, 176
_BEGIN_STYLES, _END_STYLES = 617, 618
_RICH = 62
# A short record leaves out the column: it is the one after the last.
_SHORT = {12: 1, 13: 2, 14: 3, 15: 4, 16: 5, 17: 6, 18: 7}
_NONE = 0xFFFFFFFF
_DATES = ("day", "month", "year")


def read_xlsb(name: str, sha256: str, data: bytes, limits: Limits = LIMITS, progress: Progress = silent) -> Book:
    """All worksheets, hidden ones too; macros, links and drawings are left alone and only noted."""
    guard(data, limits)
    counter = Counter(limits, progress)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            book = _workbook(archive)
            sheets = tuple(_Reading(part, book, counter).sheet(archive.read(part.path)) for part in book.sheets)
            noted = notes(archive)
    except DefusedXmlException as error:
        raise Unreadable("doctype", type(error).__name__) from error
    except _BROKEN as error:
        raise Unreadable("damaged", type(error).__name__) from error
    if not sheets:
        raise Unreadable("damaged", "worksheets")
    return Book(name, sha256, "xlsb", sheets, date1904=book.date1904, notes=noted)


def _workbook(archive: zipfile.ZipFile) -> Workbook:
    """The sheets that hold cells, what the styles show, the shared texts and from when days count."""
    paths = _paths(fromstring(archive.read("xl/_rels/workbook.bin.rels"), forbid_dtd=True))
    sheets, date1904 = [], False
    for kind, body in _records(archive.read("xl/workbook.bin")):
        if kind == _PROPERTIES:
            date1904 = bool(body[0] & 1)
        elif kind == _SHEET:
            relation, end = _text(body, 8)
            if relation in paths:
                sheets.append(SheetPart(_text(body, end)[0], body[0] != 0, paths[relation]))
    return Workbook(tuple(sheets), _shapes(archive), _strings(archive), date1904)


def _paths(relations: object) -> dict[str, str]:
    """The parts of the worksheets by how the workbook calls them; charts and macros have sheets of another type."""
    return {
        one.get("Id"): posixpath.normpath(posixpath.join("/xl", one.get("Target"))).lstrip("/")
        for one in relations  # type: ignore[attr-defined]  # an Element; defusedxml has no types for it
        if one.get("Type", "").endswith("/worksheet")
    }


def _shapes(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """What the number format of each cell style shows."""
    formats, shapes, within = dict(BUILT_IN), [], False
    for kind, body in _part(archive, "xl/styles.bin"):
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", body)[0]] = format_shape(_text(body, 2)[0])
        elif kind == _STYLE and within:
            shapes.append(formats.get(struct.unpack_from("<H", body, 2)[0], ""))
        elif kind in (_BEGIN_STYLES, _END_STYLES):
            within = kind == _BEGIN_STYLES
    return tuple(shapes)


def _strings(archive: zipfile.ZipFile) -> list[str]:
    return [_text(body, 1)[0] for kind, body in _part(archive, "xl/sharedStrings.bin") if kind == _STRING]


def _part(archive: zipfile.ZipFile, path: str) -> Iterator[tuple[int, bytes]]:
    """The records of a part that a workbook may do without."""
    return _records(archive.read(path)) if path in archive.namelist() else iter(())


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Kinds and bodies; both kind and size are numbers of seven bits a byte. ValueError for what is cut off."""
    at, end = 0, len(part)
    while at < end:
        kind, at = _number(part, at, 2)
        size, at = _number(part, at, 4)
        if at + size > end:
            raise ValueError("record")
        yield kind, part[at : at + size]
        at += size


def _number(part: bytes, at: int, longest: int) -> tuple[int, int]:
    """A number and where it ends."""
    number = 0
    for nth in range(longest):
        byte = part[at + nth]
        number |= (byte & 0x7F) << 7 * nth
        if byte < 0x80:
            break
    return number, at + nth + 1


def _text(body: bytes, at: int) -> tuple[str, int]:
    """A text with its length in front, and where it ends."""
    length = struct.unpack_from("<I", body, at)[0]
    end = at + 4 + (0 if length == _NONE else 2 * length)
    if end > len(body):
        raise ValueError("text")
    return body[at + 4 : end].decode("utf-16-le", "replace"), end


class _Reading:
    """One sheet while it is read."""

    def __init__(self, part: SheetPart, book: Workbook, counter: Counter) -> None:
        self._part, self._book, self._counter = part, book, counter
        self._rows: list[Row] = []
        self._cells: list[Cell] = []
        self._around = Around([], set(), set())
        self._column = self._beyond = 0
        self._number = 0  # of the row that is being read; 0 before the first

    def sheet(self, part: bytes) -> Sheet:
        """The whole sheet; rows and cells in disorder are refused."""
        for kind, body in _records(part):
            if kind in _CELLS or kind in _SHORT:
                self._take(kind, body)
            elif kind == _ROW:
                self._end_row()
                self._begin_row(body)
            elif kind == _MERGE:
                top, bottom, left, right = struct.unpack_from("<IIII", body)
                self._around.merges.extend([Merge(top + 1, left + 1, bottom + 1, right + 1)] * (top <= bottom))
            elif kind == _COLUMN and body[16] & 1:
                first, last = struct.unpack_from("<II", body)
                self._around.hidden_columns.update(range(first + 1, min(last + 1, self._counter.limits.columns) + 1))
        self._end_row()
        return sheet_of(self._part.title, self._rows, self._around, hidden=self._part.hidden)

    def _begin_row(self, body: bytes) -> None:
        number = struct.unpack_from("<I", body)[0] + 1
        if number <= self._number:
            raise Unreadable("damaged", f"{self._part.title}, row {number}")
        self._number, self._column = number, -1
        if body[11] & 0x10 and number <= self._counter.limits.rows:
            self._around.hidden_rows.add(number)

    def _end_row(self) -> None:
        """Puts the row under those that are there; one without cells only counts where another follows."""
        cells, self._cells = self._cells, []
        if not cells:
            return
        limits, gap = self._counter.limits, self._number - 1 - len(self._rows)
        if self._number > limits.rows or gap >= limits.empty_rows:
            self._around.outside += sum(cell.filled for cell in cells)
            return
        self._rows.extend([()] * gap)
        self._rows.append(tuple(cells))
        self._counter.rows(1, len(cells))

    def _take(self, kind: int, body: bytes) -> None:
        if kind in _SHORT:
            kind, column, at = _SHORT[kind], self._column + 1, 0
        else:
            column, at = struct.unpack_from("<I", body)[0], 4
        if column <= self._column or not self._number:
            raise Unreadable("damaged", f"{self._part.title}, row {self._number}")
        self._column = column
        style = int.from_bytes(body[at : at + 3], "little")
        cell = _CELLS[kind](
            body, at + 4, self._book.shapes[style] if style < len(self._book.shapes) else "", self._book
        )
        if not cell.filled:
            return
        if column >= self._counter.limits.columns:
            self._around.outside += 1
            return
        self._cells.extend([BLANK] * (column - len(self._cells)))
        self._cells.append(cell)


def _real(body: bytes, at: int, shape: str, book: Workbook) -> Cell:
    return _value(struct.unpack_from("<d", body, at)[0], shape, book)


def _packed(body: bytes, at: int, shape: str, book: Workbook) -> Cell:
    """A number in four bytes: thirty bits of a whole number or of a double, perhaps of a hundred times as much."""
    told = struct.unpack_from("<i", body, at)[0]
    value = float(told >> 2) if told & 2 else struct.unpack("<d", struct.pack("<iI", 0, told & 0xFFFFFFFC))[0]
    return _value(value / 100 if told & 1 else value, shape, book)


def _value(value: float, shape: str, book: Workbook) -> Cell:
    text = repr(value)
    return serial_day(text, shape, date1904=book.date1904) if shape in _DATES else plain_number(text, shape)


def _error(body: bytes, at: int, shape: str, book: Workbook) -> Cell:
    return Cell(CellKind.ERROR, ERRORS.get(body[at], "#N/A"))


def _truth(body: bytes, at: int, shape: str, book: Workbook) -> Cell:
    return Cell(CellKind.TEXT, "TRUE" if body[at] else "FALSE")


def _string(body: bytes, at: int, shape: str, book: Workbook) -> Cell:
    return text_cell(_text(body, at)[0])


def _rich(body: bytes, at: int, shape: str, book: Workbook) -> Cell:
    return text_cell(_text(body, at + 1)[0])


def _shared(body: bytes, at: int, shape: str, book: Workbook) -> Cell:
    return text_cell(book.strings[struct.unpack_from("<I", body, at)[0]])


def _blank(body: bytes, at: int, shape: str, book: Workbook) -> Cell:
    return BLANK


# The kinds of cell record; from 8 on the kept value of a formula.
_CELLS: dict[int, Callable[[bytes, int, str, Workbook], Cell]] = {
    1: _blank, 2: _packed, 3: _error, 4: _truth, 5: _real, 6: _string, 7: _shared, 8: _string, 9: _real, 10: _truth,
    11: _error, _RICH: _rich,
}  # fmt: skip
