"""How a cell of a file is written on screen."""

from __future__ import annotations

from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.words.catalogue import Words


def cell_text(words: Words, cell: Cell) -> str:
    """A cell as Excel shows it, near enough: years and codes without points between their digits."""
    if cell.kind is CellKind.NUMBER and cell.number is not None:
        percent = "%" if cell.shape == "%" else ""
        plain = format((cell.number * 100 if percent else cell.number).normalize(), "f")
        return (plain.replace(".", ",") if words.language == "nl" else plain) + percent
    if cell.kind is CellKind.DATE and cell.day is not None:
        return words.formats.field_day(cell.day)
    return " ".join(cell.text.split())
