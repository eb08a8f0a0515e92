"""The parts of an .xlsx beside its sheets: which sheets there are, what its styles show, its shared strings."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import openpyxl
from openpyxl.reader.excel import ExcelReader

from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.shapes import BUILT_IN, format_shape

_OWN = 164  # the number of the first format that a workbook defines itself
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet: its name, whether it is hidden, and the part it is kept in."""

    title: str
    hidden: bool
    path: str


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the cells of the sheets refer to."""

    sheets: tuple[SheetPart, ...]
    shapes: tuple[str, ...]
    strings: list[str]
    date1904: bool


def open_workbook(data: bytes) -> Workbook:
    """The workbook without its sheets, as openpyxl knows it. Errors come as raised; Unreadable when it has no sheet."""
    if not openpyxl.DEFUSEDXML:
        raise Unreadable("stopped", "defusedxml")
    reader = _Reader(io.BytesIO(data), read_only=True, keep_links=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader.read()
    if not reader.found:
        raise Unreadable("damaged", "worksheets")
    strings = [unescaped(text) for text in reader.shared_strings]
    return Workbook(tuple(reader.found), _shapes(reader.wb), strings, reader.wb.epoch.year == 1904)


class _Reader(ExcelReader):
    """openpyxl's reader, which leaves the sheets where they are: to know how large one is that does not say so itself,
    openpyxl would read the whole of it."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.found: list[SheetPart] = []

    def read_worksheets(self) -> None:
        """Notes the worksheets that are there; charts on a sheet of their own hold no cells."""
        for sheet, part in self.parser.find_sheets():
            if part.target in self.valid_files and "chartsheet" not in part.Type:
                self.found.append(SheetPart(sheet.name, sheet.state != "visible", part.target))


def _shapes(book: Any) -> tuple[str, ...]:
    """What the number format of each cell style shows."""
    own = {at: format_shape(text) for at, text in enumerate(book._number_formats, _OWN)}  # noqa: SLF001
    codes = (style.numFmtId for style in book._cell_styles)  # noqa: SLF001
    return tuple(own.get(code, BUILT_IN.get(code, "")) for code in codes)


def string_of(element: Element) -> str:
    """The text of a string with runs of different looks; how it is pronounced is left out."""
    texts: list[str] = []
    for child in element:
        tag = child.tag.rpartition("}")[2]
        if tag == "t":
            texts.append(child.text or "")
        elif tag == "r":
            texts.extend(t.text or "" for t in child if t.tag.rpartition("}")[2] == "t")
    return unescaped("".join(texts))


def unescaped(text: str) -> str:
    """Characters that XML cannot hold, written as _x000D_ by Excel."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
