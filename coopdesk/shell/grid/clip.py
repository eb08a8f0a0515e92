"""Ranges of cells as text that spreadsheets, word processors and mail programs understand, and back. Free of Qt."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from coopdesk.shell.grid.table import is_of_spreadsheet, table_of

Cells = Sequence[Sequence[str]]
NAME = "Coopdesk"
ENGLISH = 1033  # the language a spreadsheet reads the bare number in, by its own number
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=[\t\n]|\Z)')
_ADDRESS = re.compile(r"([^<>@]*?)\s*<?([^<>@\s]+@[^<>@\s]+\.[^<>@\s]+?)>?,?")
_PLAIN = re.compile(r"[^\t\n]*")


class Cell(NamedTuple):
    """One copied cell: as it is pasted elsewhere, as it looks, and the bare number behind it for a spreadsheet. A
    tuple, because a whole list of them is made at one press of a key."""

    text: str
    shown: str = ""
    number: str = ""


def to_tsv(cells: Cells) -> str:
    """Tab-separated as Excel writes it: a cell with a tab, a line break or a quote stands in quotes."""
    text = io.StringIO()
    csv.writer(text, dialect="excel-tab", lineterminator="\r\n").writerows(cells)
    return text.getvalue()


def from_tsv(text: str) -> list[list[str]]:
    """The cells of tab-separated text with quoted cells of several lines; the break after the last row adds none.

    A quote that is not closed before a tab or a break is an ordinary letter: spreadsheets leave a name such as
    "De Brug" vzw as it is, and csv's own reader would take the rest of the text into that one cell.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    at = 0
    while text and at <= len(text):
        quoted = _QUOTED.match(text, at)
        found = quoted or _PLAIN.match(text, at)
        assert found is not None
        rows[-1].append(quoted[1].replace('""', '"') if quoted else found[0])
        at = found.end() + 1
        if found.end() < len(text) and text[found.end()] == "\n":
            rows.append([])
    return rows if text else []


def cells_of(text: str, html: str) -> list[list[str]]:
    """What is on the clipboard as cells. Spreadsheets quote a cell of several lines in their text; word processors and
    browsers do not, so there the table is read. A single cell is text without quotes in some spreadsheets."""
    table = table_of(html) if "<t" in html.lower() else []
    single = len(table) == 1 and len(table[0]) == 1
    if table and (single or not text or not is_of_spreadsheet(html)):
        return table
    return from_tsv(text)


def addresses(text: str) -> list[list[str]]:
    """Names and addresses of the line of addressees of a mail program: `Ann Peeters <ann@voorbeeld.be>; …`."""
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    found = [_ADDRESS.fullmatch(part) for part in parts]
    if not parts or "\t" in text or not all(found):
        return []
    return [[(one[1] or one[2]).strip(" '\""), one[2]] for one in found if one is not None]


def to_html(rows: Sequence[Sequence[Cell]], *, headed: bool) -> str:
    """A plain table; the first row is a heading when `headed`. Figures carry their value, and texts say that they are
    texts, so that a spreadsheet makes no date or number of a code such as 1.10."""
    made: dict[Cell, str] = {}
    lines = ["".join([_html(cell, "th") for cell in row]) for row in rows[:headed]]
    for row in rows[headed:]:
        for cell in row:
            if cell not in made:
                made[cell] = _html(cell, "td")
        lines.append("".join([made[cell] for cell in row]))
    body = "".join([f"<tr>{line}</tr>" for line in lines])
    return f'<html><head><meta name="generator" content="{NAME}"></head><body><table>{body}</table></body></html>'


def _html(cell: Cell, tag: str) -> str:
    text = escape(cell.shown or cell.text).replace("\n", '<br style="mso-data-placement:same-cell">')
    if cell.number:
        number = escape(cell.number)
        return f'<{tag} align="right" x:num="{number}" sdval="{number}" sdnum="{ENGLISH};">{text}</{tag}>'
    looks = cell.text[:1].isdecimal() or cell.text.startswith(("+", "=", "@", "-"))
    as_text = looks and cell.text == (cell.shown or cell.text)
    return f"<{tag} style=\"mso-number-format:'\\@'\">{text}</{tag}>" if as_text else f"<{tag}>{text}</{tag}>"


def repeated(cells: Cells, height: int, width: int) -> list[list[str]]:
    """The cells repeated to fill a selection that is a whole number of times as high and as wide; else as they are."""
    rows, columns = len(cells), max((len(row) for row in cells), default=0)
    if not rows or not columns:
        return []
    down = height // rows if height % rows == 0 else 1
    right = width // columns if width % columns == 0 else 1
    even = [[*row, *[""] * (columns - len(row))] for row in cells]
    return [row * max(right, 1) for row in even] * max(down, 1)


def transposed(cells: Cells) -> list[list[str]]:
    """Rows become columns; a short row is filled up with empty cells."""
    wide = max((len(row) for row in cells), default=0)
    return [[row[at] if at < len(row) else "" for row in cells] for at in range(wide)]
