"""Which letters stand behind the codes in a PDF that reportlab wrote: what a screen reader and a search read."""

from __future__ import annotations

import re

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

_BFCHAR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_BLOCK = re.compile(rb"\d+ beginbfchar.*?endbfchar", re.DOTALL)
_BLOCK_LIMIT = 100


def repair_to_unicode(writer: PdfWriter) -> None:
    """Rewrite each ToUnicode CMap: no U+0000, UTF-16 values, at most 100 lines a block (ISO 32000-1, 9.10.3)."""
    for number in range(1, len(writer._objects) + 1):  # noqa: SLF001 - pypdf lists its objects nowhere else
        font = writer.get_object(number)
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
