"""The embedded fonts: which letters they have, which code each letter gets, and the file that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from coopdesk.charts.fonts import REGULAR, STRONG, face
from coopdesk.charts.letters import repair_to_unicode

# Letters that every document has a code for, in this order. They fill one font object per weight. Because codes do not
# depend on what comes first in a document, a part that was drawn before can be put in another document as it is.
_LATIN = "".join(map(chr, range(0xA1, 0x100)))
_SIGNS = "–—‘’‚“”„•…‹›€−≤≥≈×→←↑↓▲▼△▽●○◆◇■□√∑‰\ufffd\u2002\u2009\u202f"
_EUROPE = "ŒœŠšŽžŸąćčęěğıłńňřśşșțůżź"
COMMON = frozenset(map(ord, map(chr, range(32, 127)))) | frozenset(map(ord, _LATIN + _SIGNS + _EUROPE))


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The registered names of the two weights and the code points that both have a glyph for."""

    regular: str
    semibold: str
    coverage: frozenset[int]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Gives each letter its code; `codes` is the reportlab document that a canvas asks. A letter it does not know is
    refused, never drawn as something else."""

    first: str
    codes: Any


@lru_cache(maxsize=1)
def load_fonts() -> FontFamily:
    """Source Sans 3 as the charts know it."""
    names = (face(REGULAR), face(STRONG))
    regular, semibold = (frozenset(_font(name).face.charToGlyph) for name in names)
    return FontFamily(*names, regular & semibold)


@lru_cache(maxsize=4)
def open_ledger(rare: str) -> Ledger:
    """The codes of the common letters and of these others, in the order given."""
    family = load_fonts()
    canvas = _canvas(BytesIO())
    _assign(canvas, rare)
    for name in (family.regular, family.semibold):
        _font(name).state[canvas._doc].frozen = 1  # noqa: SLF001 - reportlab has no other way to ask for a code
    return Ledger(family.regular, canvas._doc)  # noqa: SLF001


@lru_cache(maxsize=4)
def font_file(rare: str) -> PdfReader:
    """A page with nothing on it and every font of a document with these rare letters in its resources."""
    target = BytesIO()
    canvas = _canvas(target)
    _assign(canvas, rare)
    canvas.showPage()
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(target))
    repair_to_unicode(writer)
    repaired = BytesIO()
    writer.write(repaired)
    return PdfReader(repaired)


def _assign(canvas: Any, rare: str) -> None:
    """Codes for the common letters, then the rare ones, in both weights."""
    family = load_fonts()
    common = "".join(c for c in _LATIN + _SIGNS + _EUROPE if ord(c) in family.coverage)
    for name in (family.regular, family.semibold):
        font = _font(name)
        font.splitString(common + rare, canvas._doc)  # noqa: SLF001
        font.getSubsetInternalName(0, canvas._doc)  # noqa: SLF001


def _canvas(target: BytesIO) -> Any:
    options: dict[str, Any] = {"initialFontName": load_fonts().regular}  # which the stubs take for a number
    return Canvas(target, invariant=1, **options)


def _font(name: str) -> Any:
    return pdfmetrics.getFont(name)  # the stubs do not know what a TrueType font has
