"""Reads the table that word processors, spreadsheets, mail programs and browsers put on the clipboard. Free of Qt."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SKIPPED = ("style", "script", "title", "head", "xml")
_BREAKS = ("p", "div", "li", "h1", "h2", "h3", "h4")
_OF_SPREADSHEET = re.compile(r"excel\.sheet|office:excel|content=\"?(libreoffice|openoffice|coopdesk|gnumeric)", re.I)


def is_of_spreadsheet(html: str) -> bool:
    """Whether a spreadsheet wrote it, whose text beside it has its cells of several lines in quotes."""
    return _OF_SPREADSHEET.search(html[:4000]) is not None


def table_of(html: str) -> list[list[str]]:
    """The cells of the first table; a merged cell has its text in its first place and leaves the others empty."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.cells()


class _Reader(HTMLParser):
    """Gathers rows of cells; a table inside a cell is text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._places: dict[tuple[int, int], str] = {}
        self._depth = self._skips = 0
        self._row, self._column, self._down, self._right = -1, 0, 1, 1
        self._text: list[str] | None = None
        self._done = False

    def cells(self) -> list[list[str]]:
        self._end_cell()
        high = max((row for row, _ in self._places), default=-1) + 1
        wide = max((column for _, column in self._places), default=-1) + 1
        return [[self._places.get((row, column), "") for column in range(wide)] for row in range(high)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skips += 1
        elif tag == "body":
            self._skips = 0
        elif tag == "table":
            self._depth += 1
        elif self._done or self._depth > 1:
            return
        elif tag == "tr" and self._depth:
            self._end_cell()
            self._row, self._column = self._row + 1, 0
        elif tag in ("td", "th") and self._depth:
            self._begin_cell(dict(attrs))
        elif tag == "br" or (tag in _BREAKS and self._text and "".join(self._text).strip()):
            self.break_line()

    def break_line(self) -> None:
        if self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skips = max(0, self._skips - 1)
        elif tag == "table":
            self._depth -= 1
            if self._depth == 0:
                self._end_cell()
                self._done = True
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._skips:
            self._text.append(re.sub(r"\s+", " ", data.replace("\u00a0", " ")))

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        self._row = max(self._row, 0)
        while (self._row, self._column) in self._places:
            self._column += 1
        self._right, self._down = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))
        self._text = []

    def _end_cell(self) -> None:
        if self._text is None:
            return
        lines = [" ".join(line.split()) for line in "".join(self._text).split("\n")]
        for down in range(self._down):
            for right in range(self._right):
                self._places[self._row + down, self._column + right] = ""
        self._places[self._row, self._column] = "\n".join(lines).strip("\n")
        self._column += self._right
        self._text = None


def _span(text: str | None) -> int:
    """How many places a cell takes; a figure out of all measure is a mistake of the writer, or mischief."""
    return min(int(text), 200) if text and text.isdecimal() and int(text) else 1
