"""Fonts as the checks see them: codes shown, glyphs, widths and Unicode values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont

from tests.dossier.matterhorn.model import PdfModel

_INVISIBLE = 3
_SYMBOLIC = 4
_CODECS = {"/MacRomanEncoding": "mac_roman", "/WinAnsiEncoding": "cp1252"}
_BFCHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)


@dataclass
class FontView:
    """One font dictionary and the codes that are shown with it."""

    entries: Any
    codes: set[int] = field(default_factory=set)
    rendered: bool = False

    @property
    def name(self) -> str:
        """Return the BaseFont."""
        return str(self.entries.get("/BaseFont"))

    @property
    def is_true_type(self) -> bool:
        """Tell whether this is a simple TrueType font."""
        return bool(self.entries["/Subtype"] == "/TrueType")

    @property
    def descriptor(self) -> Any:
        """Return the font descriptor."""
        return self.entries.get("/FontDescriptor", {})

    @property
    def is_symbolic(self) -> bool:
        """Tell whether the Symbolic flag is set."""
        return bool(int(self.descriptor.get("/Flags", 0)) & _SYMBOLIC)

    @property
    def encoding(self) -> Any:
        """Return the encoding, None if there is none."""
        return self.entries.get("/Encoding")

    @property
    def base_encoding(self) -> Any:
        """Return the encoding name or the BaseEncoding of an encoding dictionary."""
        encoding = self.encoding
        return encoding.get("/BaseEncoding") if isinstance(encoding, dict) else encoding

    @cached_property
    def program(self) -> Any:
        """Return the embedded TrueType program, None if there is none."""
        stream = self.descriptor.get("/FontFile2")
        return TTFont(BytesIO(stream.get_object().get_data())) if stream is not None else None

    @cached_property
    def cmaps(self) -> dict[tuple[int, int], dict[int, str]]:
        """Return the cmap subtables by platform and encoding."""
        tables = self.program["cmap"].tables if self.program is not None else []
        return {(table.platformID, table.platEncID): table.cmap for table in tables}

    def glyph(self, code: int) -> str | None:
        """Return the glyph name of a code, as ISO 32000-1, 9.6.6.4 looks it up."""
        if self.is_symbolic:
            symbol = self.cmaps.get((3, 0), {})
            found = symbol.get(0xF000 + code) or symbol.get(code)
            return found or self.cmaps.get((1, 0), {}).get(code)
        codec = _CODECS.get(self.base_encoding)
        if codec is None:
            return None
        character = bytes([code]).decode(codec, errors="replace")
        found = self.cmaps.get((3, 1), {}).get(ord(character))
        if found is None:
            mac = character.encode("mac_roman", errors="ignore")
            found = self.cmaps.get((1, 0), {}).get(mac[0]) if mac else None
        return found

    def glyph_width(self, code: int) -> float | None:
        """Return the width in the font program, in thousandths of an em."""
        glyph = self.glyph(code)
        if glyph is None or self.program is None:
            return None
        return float(self.program["hmtx"][glyph][0] * 1000 / self.program["head"].unitsPerEm)

    def declared_width(self, code: int) -> float:
        """Return the width in the font dictionary."""
        first, widths = int(self.entries["/FirstChar"]), self.entries["/Widths"]
        inside = 0 <= code - first < len(widths)
        return float(widths[code - first] if inside else self.descriptor.get("/MissingWidth", 0))

    @cached_property
    def to_unicode(self) -> dict[int, str] | None:
        """Return the ToUnicode CMap, None if there is none."""
        stream = self.entries.get("/ToUnicode")
        if stream is None:
            return None
        data = stream.get_object().get_data()
        if b"beginbfrange" in data:
            raise NotImplementedError("bfrange")
        pairs = [pair for block in _BLOCK.findall(data) for pair in _BFCHAR.findall(block)]
        return {int(c, 16): bytes.fromhex(v.decode()).decode("utf-16-be") for c, v in pairs}

    def unicode(self, code: int) -> str | None:
        """Return the text that a code stands for."""
        if self.to_unicode is not None:
            return self.to_unicode.get(code)
        codec = _CODECS.get(self.base_encoding)
        return bytes([code]).decode(codec, errors="replace") if codec else None


def used_fonts(pdf: PdfModel) -> list[FontView]:
    """Return the fonts that show text on pages or in appearances."""
    found: dict[int, FontView] = {}
    for painted in pdf.painted + pdf.appearances:
        if painted.font is not None and painted.codes:
            entries = painted.font.get_object()
            view = found.setdefault(id(entries), FontView(entries))
            view.codes |= set(painted.codes)
            view.rendered |= painted.rendering_mode != _INVISIBLE
    return list(found.values())
