"""The embedded fonts, and the repair of what reportlab writes about them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pypdf.generic import DictionaryObject, StreamObject
from reportlab.pdfbase import pdfmetrics

from coopdesk.charts.fonts import REGULAR, STRONG, face
from coopdesk.dossier.pdf.compact import CompactWriter

_BFCHAR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_BLOCK = re.compile(rb"\d+ beginbfchar.*?endbfchar", re.DOTALL)
_BLOCK_LIMIT = 100


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The registered names of the two weights and the code points that both have a glyph for."""

    regular: str
    semibold: str
    coverage: frozenset[int]


def load_fonts() -> FontFamily:
    """Source Sans 3 as the charts know it: one font object, so one subset of each weight in the file."""
    names = (face(REGULAR), face(STRONG))
    regular, semibold = (frozenset(_face(name).charToGlyph) for name in names)
    return FontFamily(*names, regular & semibold)


def _face(name: str) -> Any:
    font: Any = pdfmetrics.getFont(name)  # the stubs do not know that a TrueType font has a face
    return font.face


def repair_to_unicode(writer: CompactWriter) -> None:
    """Rewrite each ToUnicode CMap: no U+0000, UTF-16 values, at most 100 lines a block (ISO 32000-1, 9.10.3)."""
    for font in writer.numbered():
        if isinstance(font, DictionaryObject) and font.get("/Type") == "/Font":
            stream = font.get("/ToUnicode")
            stream = stream.get_object() if stream is not None else None
            if isinstance(stream, StreamObject):
                stream.set_data(_BLOCK.sub(_rewrite_block, stream.get_data()))


def _rewrite_block(match: re.Match[bytes]) -> bytes:
    """Valid bfchar blocks for one block of reportlab."""
    lines = [
        b"<%s> <%s>" % (code, chr(value).encode("utf-16-be").hex().upper().encode())
        for code, value in ((c, int(v, 16)) for c, v in _BFCHAR.findall(match[0]))
        if value
    ]
    blocks = [lines[i : i + _BLOCK_LIMIT] for i in range(0, len(lines), _BLOCK_LIMIT)]
    return b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)
