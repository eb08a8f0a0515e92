"""Reads tables that web pages save under a spreadsheet's name: HTML, and the XML of Excel 2003."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from coopdesk.annex.sheet.delimited import decode
from coopdesk.annex.sheet.limits import LIMITS, Limits
from coopdesk.annex.sheet.model import BLANK, Book, Cell, CellKind, Merge, Sheet
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.shapes import format_shape, plain_number

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XL = "{urn:schemas-microsoft-com:office:excel}"
_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"


class _Tables(HTMLParser):
    """Collects the cells of all tables, row after row; a table inside a cell is read as the text of that cell."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[tuple[str, int, int]]] = []
        self.hidden: set[int] = set()
        self._limits = limits
        self._depth = 0
        self._text: list[str] | None = None
        self._span = (1, 1)
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {key: value or "" for key, value in attrs}
        if tag == "table":
            self._depth += 1
        elif tag == "tr" and self._depth == 1:
            self._close()
            self.rows.append([])
            if "display:none" in named.get("style", "").replace(" ", "").lower():
                self.hidden.add(len(self.rows))
        elif tag in ("td", "th") and self._depth == 1 and self.rows:
            self._close()
            self._text = []
            self._span = (_count(named.get("colspan")), _count(named.get("rowspan")))
        elif tag in ("br", "p", "div") and self._text:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            if self._depth == 1:
                self._close()
            self._depth = max(0, self._depth - 1)
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._close()

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def _close(self) -> None:
        if self._text is None:
            return
        self.rows[-1].append(("".join(self._text).strip(), *self._span))
        self._text = None
        self._cells += 1
        if self._cells > self._limits.cells:
            raise Unreadable("too_many_cells", f"row {len(self.rows)}")


def _count(text: str | None) -> int:
    return min(int(text), 1000) if text and text.isdecimal() and int(text) else 1


def read_html(name: str, sha256: str, data: bytes, limits: Limits = LIMITS) -> Book:
    """All tables of a page as one sheet; the row number is that of the <tr>."""
    text, encoding = _decoded(data)
    tables = _Tables(limits)
    tables.feed(text)
    tables.close()
    if not tables.rows:
        raise Unreadable("not_a_sheet", "a web page without a table")
    rows, merges = _placed(tables.rows, limits.columns)
    sheet = Sheet("html", rows, merges=merges, hidden_rows=frozenset(tables.hidden))
    return Book(name, sha256, "html", (sheet,), encoding=encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    told = _CHARSET.search(data[:4096])
    if told:
        encoding = told[1].decode("ascii").lower()
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            return decode(data)
    return decode(data)


def _placed(
    source: list[list[tuple[str, int, int]]], widest: int
) -> tuple[tuple[tuple[Cell, ...], ...], tuple[Merge, ...]]:
    """Puts cells where the spans of those above and before them leave room, as far as columns are read."""
    taken: dict[int, int] = {}
    rows: list[tuple[Cell, ...]] = []
    merges: list[Merge] = []
    for r, line in enumerate(source, start=1):
        placed: dict[int, Cell] = {}
        column = 1
        for text, across, down in line:
            while taken.get(column, 0) >= r:
                column += 1
            if column > widest:
                break
            placed[column] = Cell(CellKind.TEXT, text) if text else BLANK
            last = min(column + across - 1, widest)
            if across > 1 or down > 1:
                merges.append(Merge(r, column, r + down - 1, last))
                taken.update(dict.fromkeys(range(column, last + 1), r + down - 1))
            column = last + 1
        rows.append(tuple(placed.get(c, BLANK) for c in range(1, max(placed, default=0) + 1)))
    return tuple(rows), tuple(merges)


def read_xml2003(name: str, sha256: str, data: bytes, limits: Limits = LIMITS) -> Book:
    """The sheets of an "XML Spreadsheet 2003"."""
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Unreadable("doctype", "XML") from error
    except ParseError as error:
        raise Unreadable("damaged", "XML") from error
    try:
        shapes = _shapes2003(root)
        found = [_sheet2003(sheet, shapes, limits) for sheet in root.iter(f"{_SS}Worksheet")]
    except ValueError as error:
        raise Unreadable("damaged", "XML") from error
    if not found:
        raise Unreadable("damaged", "XML")
    return Book(name, sha256, "xml2003", tuple(found))


def _shapes2003(root: Element) -> dict[str, str]:
    """What the number format of each style shows; "Short Date" and its like are names of formats."""
    named = {"Percent": "%", "Short Date": "day", "Medium Date": "day", "Long Date": "day", "General Date": "day"}
    shapes = {}
    for style in root.iter(f"{_SS}Style"):
        format_ = style.find(f"{_SS}NumberFormat")
        code = format_.get(f"{_SS}Format") or "" if format_ is not None else ""
        shapes[style.get(f"{_SS}ID") or ""] = named.get(code) or format_shape(code or "General")
    return shapes


def _sheet2003(sheet: Element, shapes: dict[str, str], limits: Limits) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    merges: list[Merge] = []
    hidden: set[int] = set()
    for row in sheet.iter(f"{_SS}Row"):
        at = int(row.get(f"{_SS}Index") or len(rows) + 1)
        if at > limits.rows:
            raise Unreadable("too_many_cells", f"row {at}")
        rows.extend(() for _ in range(at - 1 - len(rows)))
        if row.get(f"{_SS}Hidden") == "1":
            hidden.add(at)
        placed: dict[int, Cell] = {}
        column = 0
        for cell in row.iter(f"{_SS}Cell"):
            column = min(int(cell.get(f"{_SS}Index") or column + 1), limits.columns)
            placed[column] = _cell2003(cell, shapes.get(cell.get(f"{_SS}StyleID") or "", ""))
            across, down = int(cell.get(f"{_SS}MergeAcross") or 0), int(cell.get(f"{_SS}MergeDown") or 0)
            if across or down:
                merges.append(Merge(at, column, at + down, column + across))
            column += across
        rows.append(tuple(placed.get(c, BLANK) for c in range(1, max(placed, default=0) + 1)))
    visible = sheet.findtext(f"{_XL}WorksheetOptions/{_XL}Visible") or ""
    return Sheet(sheet.get(f"{_SS}Name") or "", tuple(rows), "Hidden" in visible, tuple(merges), frozenset(hidden))


def _cell2003(cell: Element, shape: str) -> Cell:
    data = cell.find(f"{_SS}Data")
    text = "".join(data.itertext()) if data is not None else ""
    if data is None or not text.strip():
        return Cell(CellKind.UNCOMPUTED, cell.get(f"{_SS}Formula") or "") if cell.get(f"{_SS}Formula") else BLANK
    kind = data.get(f"{_SS}Type")
    if kind == "Number":
        return plain_number(text, "%" if shape == "%" else "")
    if kind == "DateTime":
        return Cell(CellKind.DATE, text[:10], shape if shape in ("month", "year") else "day")
    return Cell(CellKind.ERROR if kind == "Error" else CellKind.TEXT, text)
