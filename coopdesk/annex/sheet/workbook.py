"""The parts of an .xlsx beside its sheets: which sheets there are, what its styles show, its shared strings."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import openpyxl

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
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    found: list[Any] = list(book.worksheets)
    if not found:
        raise Unreadable("damaged", "worksheets")
    # openpyxl offers no other way to the part of a sheet and to the strings, which all sheets share.
    sheets = tuple(SheetPart(s.title, s.sheet_state != "visible", s._worksheet_path) for s in found)  # noqa: SLF001
    strings = [unescaped(text) for text in found[0]._shared_strings]  # noqa: SLF001
    return Workbook(sheets, _shapes(book), strings, book.epoch.year == 1904)


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
