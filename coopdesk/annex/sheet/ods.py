"""Reads .ods in one pass over its content, since that alone keeps what other readers lose: hidden rows and columns,
error cells, and how much of a date is shown."""

from __future__ import annotations

import io
import re
import zipfile
from xml.parsers import expat

from coopdesk.annex.sheet.limits import LIMITS, Limits
from coopdesk.annex.sheet.model import BLANK, Book, Cell, CellKind, Merge, Sheet
from coopdesk.annex.sheet.package import BROKEN, guard
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.shapes import plain_number
from coopdesk.kernel.progress import Progress, silent

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    f"{_NAMES}table:1.0": "table", f"{_NAMES}office:1.0": "office", f"{_NAMES}text:1.0": "text",
    f"{_NAMES}style:1.0": "style", f"{_NAMES}datastyle:1.0": "number",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}  # fmt: skip
_PIECE = 1 << 16


def read_ods(name: str, sha256: str, data: bytes, limits: Limits = LIMITS, progress: Progress = silent) -> Book:
    """All sheets with their cells as they are kept, and as much of a date as is shown."""
    guard(data, limits)
    content = _Content(limits, progress)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as part:
            while piece := part.read(_PIECE):
                content.feed(piece)
            content.feed(b"", last=True)
    except (*BROKEN, expat.ExpatError, KeyError) as error:
        raise Unreadable("damaged", f"content.xml, {type(error).__name__}") from error
    if not content.sheets:
        raise Unreadable("damaged", "no sheet")
    return Book(name, sha256, "ods", tuple(content.sheets))


class _Content:
    """The parts of the content that are wanted, collected while it is parsed."""

    def __init__(self, limits: Limits, progress: Progress) -> None:
        self.sheets: list[Sheet] = []
        self._limits, self._progress = limits, progress
        self._shapes: dict[str, str] = {}
        self._dates: dict[str, set[str]] = {}
        self._hidden_styles: set[str] = set()
        self._style = self._date_style = ""
        self._cells_read = self._depth = self._notes = 0
        self._rows: list[tuple[Cell, ...]] = []
        self._row: list[Cell] = []
        self._text: list[str] | None = None
        self._attributes: dict[str, str] = {}
        self._starts = {
            "style:style": self._style_starts, "style:table-properties": self._properties,
            "number:date-style": self._date_starts, "table:table": self._table_starts,
            "table:table-column": self._column, "table:table-row": self._row_starts,
            "table:table-cell": self._cell_starts, "table:covered-table-cell": self._cell_starts,
            "text:p": self._paragraph, "text:s": self._spaces, "text:line-break": self._line_break,
            "office:annotation": self._note_starts,
        }  # fmt: skip
        self._ends = {
            "table:table": self._table_ends, "table:table-row": self._row_ends, "table:table-cell": self._cell_ends,
            "table:covered-table-cell": self._cell_ends, "office:annotation": self._note_ends,
        }  # fmt: skip
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        self._parser.Parse(piece, last)

    def _doctype(self, *_: object) -> None:
        raise Unreadable("doctype", "content.xml")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        short = _short(name)
        if short.startswith("number:") and self._date_style:
            self._dates[self._date_style].add(short)
        handler = self._starts.get(short)
        if handler is not None:
            handler({_short(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        short = _short(name)
        if short == "number:date-style":
            self._date_style = ""
        handler = self._ends.get(short)
        if handler is not None:
            handler()

    def _data(self, text: str) -> None:
        if self._text is not None and not self._notes:
            self._text.append(text)

    def _style_starts(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get("style:name", "")
        shown = self._dates.get(attributes.get("style:data-style-name", ""))
        if shown is not None:
            self._shapes[self._style] = _shape(shown)

    def _properties(self, attributes: dict[str, str]) -> None:
        if attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)

    def _date_starts(self, attributes: dict[str, str]) -> None:
        self._date_style = attributes.get("style:name", "")
        self._dates[self._date_style] = set()

    def _table_starts(self, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > 1:
            return
        self._title = attributes.get("table:name", "")
        self._hidden = attributes.get("table:style-name", "") in self._hidden_styles
        self._rows, self._merges = [], list[Merge]()
        self._hidden_rows, self._hidden_columns = set[int](), set[int]()
        self._columns = self._blank_rows = 0

    def _table_ends(self) -> None:
        self._depth -= 1
        if not self._depth:
            self.sheets.append(Sheet(self._title, tuple(self._rows), self._hidden, tuple(self._merges),
                                     frozenset(self._hidden_rows), frozenset(self._hidden_columns)))  # fmt: skip

    def _column(self, attributes: dict[str, str]) -> None:
        count = _count(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility") in ("collapse", "filter"):
            last = min(self._columns + count, self._limits.columns)
            self._hidden_columns.update(range(self._columns + 1, last + 1))
        self._columns += count

    def _row_starts(self, attributes: dict[str, str]) -> None:
        self._row = []
        self._repeated = _count(attributes, "table:number-rows-repeated")
        self._row_hidden = attributes.get("table:visibility") in ("collapse", "filter")

    def _row_ends(self) -> None:
        while self._row and not self._row[-1].filled:
            self._row.pop()
        if not self._row:
            self._blank_rows += self._repeated
            return
        at = len(self._rows) + self._blank_rows
        self._cells_read += len(self._row) * self._repeated
        if at + self._repeated > self._limits.rows or self._cells_read > self._limits.cells:
            raise Unreadable("too_many_cells", self._title)
        self._rows.extend(() for _ in range(self._blank_rows))
        self._blank_rows = 0
        self._rows.extend(tuple(self._row) for _ in range(self._repeated))
        if self._row_hidden:
            self._hidden_rows.update(range(at + 1, at + self._repeated + 1))
        if len(self._rows) % 500 < self._repeated:
            self._progress(len(self._rows), 0, "")

    def _cell_starts(self, attributes: dict[str, str]) -> None:
        self._attributes, self._text = attributes, []

    def _cell_ends(self) -> None:
        attributes, text = self._attributes, "".join(self._text or ()).strip("\n")
        self._text = None
        cell = _cell(attributes, text, self._shapes.get(attributes.get("table:style-name", ""), ""))
        across, down = (_count(attributes, f"table:number-{way}-spanned") for way in ("columns", "rows"))
        if across > 1 or down > 1:
            top, left = len(self._rows) + self._blank_rows + 1, len(self._row) + 1
            self._merges.append(Merge(top, left, top + down - 1, left + across - 1))
        room = max(0, self._limits.columns - len(self._row))
        self._row.extend([cell] * min(_count(attributes, "table:number-columns-repeated"), room))

    def _paragraph(self, _: dict[str, str]) -> None:
        if self._text:
            self._text.append("\n")

    def _spaces(self, attributes: dict[str, str]) -> None:
        self._data(" " * min(_count(attributes, "text:c"), 100))

    def _line_break(self, _: dict[str, str]) -> None:
        self._data("\n")

    def _note_starts(self, _: dict[str, str]) -> None:
        self._notes += 1

    def _note_ends(self) -> None:
        self._notes -= 1


def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"{_PREFIXES.get(space, '?')}:{local}"


def _count(attributes: dict[str, str], key: str) -> int:
    text = attributes.get(key, "1")
    return int(text) if text.isdecimal() and 0 < len(text) < 8 and int(text) else 1


def _shape(shown: set[str]) -> str:
    if "number:day" in shown:
        return "day"
    return "month" if "number:month" in shown else "year"


def _cell(attributes: dict[str, str], text: str, shape: str) -> Cell:
    kind = attributes.get("office:value-type", "")
    if attributes.get("calcext:value-type") == "error" or (attributes.get("table:formula") and _is_error(text)):
        return Cell(CellKind.ERROR, text)
    if kind in ("float", "currency", "percentage") and attributes.get("office:value"):
        return plain_number(attributes["office:value"], "%" if kind == "percentage" else "")
    if kind == "date" and attributes.get("office:date-value"):
        return Cell(CellKind.DATE, attributes["office:date-value"][:10], shape or _shown(text))
    if not text.strip() and not kind and attributes.get("table:formula"):
        return Cell(CellKind.UNCOMPUTED, "=" + attributes["table:formula"].partition(":=")[2])
    if kind == "boolean":
        return Cell(CellKind.TEXT, attributes.get("office:boolean-value", text).upper())
    return Cell(CellKind.TEXT, text) if text.strip() else BLANK


def _shown(text: str) -> str:
    """How much of a date is shown, by what is shown of it, for a style that is kept elsewhere."""
    if re.fullmatch(r"\d{4}", text):
        return "year"
    return (
        "month" if re.fullmatch(r"[^\W\d]+[ ./'-]*(?:\d{4}|\d{2})|\d{1,2}[/-]\d{4}|\d{4}[/-]\d{1,2}", text) else "day"
    )


def _is_error(text: str) -> bool:
    return text.startswith(("#", "Err:"))
