"""Ranges of cells as text that spreadsheets, word processors and mail programs understand, and back. Free of Qt."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape

Cells = Sequence[Sequence[str]]


def to_tsv(cells: Cells) -> str:
    """Tab-separated as Excel writes it: a cell with a tab, a line break or a quote stands in quotes."""
    text = io.StringIO()
    csv.writer(text, dialect="excel-tab", lineterminator="\r\n").writerows(cells)
    return text.getvalue()


def from_tsv(text: str) -> list[list[str]]:
    """The cells of tab-separated text with quoted cells of several lines; the break after the last row adds none."""
    if not text:
        return []
    source = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"), newline="")
    return [row or [""] for row in csv.reader(source, dialect="excel-tab")]


def to_html(cells: Cells, *, headed: bool) -> str:
    """A plain table; the first row is a heading when `headed`."""
    rows = [
        "".join(f"<{tag}>{_html(cell)}</{tag}>" for cell in row)
        for at, row in enumerate(cells)
        for tag in ("th" if headed and at == 0 else "td",)
    ]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def repeated(cells: Cells, height: int, width: int) -> list[list[str]]:
    """The cells repeated to fill a selection that is a whole number of times as high and as wide; else as they are."""
    rows, columns = len(cells), max((len(row) for row in cells), default=0)
    if not rows or not columns:
        return []
    down = height // rows if height % rows == 0 else 1
    right = width // columns if width % columns == 0 else 1
    even = [[*row, *[""] * (columns - len(row))] for row in cells]
    return [row * max(right, 1) for row in even] * max(down, 1)
