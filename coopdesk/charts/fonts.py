"""The one font family of figures, for reportlab and Qt alike, and the measuring of text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from coopdesk.kernel.resources import resource

REGULAR = "SourceSans3"
STRONG = "SourceSans3-Semibold"
BOLD = "SourceSans3-Bold"
ITALIC = "SourceSans3-It"
ASCENT, DESCENT = 0.75, 0.22  # of letters like d and g, in font sizes
FILES = {
    REGULAR: "SourceSans3-Regular.ttf",
    STRONG: "SourceSans3-Semibold.ttf",
    BOLD: "SourceSans3-Bold.ttf",
    ITALIC: "SourceSans3-It.ttf",
}


@dataclass(frozen=True, slots=True)
class Face:
    """How one reportlab font name is called in Qt."""

    family: str = "Source Sans 3"
    weight: int = 400
    italic: bool = False


FACES = {
    STRONG: Face(weight=600),
    BOLD: Face(weight=700),
    ITALIC: Face(italic=True),
    "Helvetica-Bold": Face(weight=700),
    "Helvetica-Oblique": Face(italic=True),
}


@cache
def face(name: str = REGULAR) -> str:
    """The font name itself, after making that font known to reportlab once; each takes a megabyte."""
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts") / FILES[name])))
    return name


def read_fonts() -> None:
    """Make the fonts of figures known."""
    face(REGULAR)
    face(STRONG)


def has_letters(text: str) -> bool:
    """Whether both weights have a sign for every letter of a text."""
    fonts: list[Any] = [pdfmetrics.getFont(face(name)) for name in (REGULAR, STRONG)]  # the stubs know no glyphs
    return all(ord(one) in font.face.charToGlyph for font in fonts for one in text)


def width(text: str, size: float, *, strong: bool = False) -> float:
    """Width of a text in points."""
    return float(pdfmetrics.stringWidth(text, face(STRONG if strong else REGULAR), size))


def shorten(text: str, room: float, size: float, *, strong: bool = False) -> str:
    """The text, cut with an ellipsis when it is wider than the room."""
    if width(text, size, strong=strong) <= room:
        return text
    while text and width(text + "…", size, strong=strong) > room:
        text = text[:-1]
    return text.rstrip(" -") + "…" if text else ""


def wrap(text: str, room: float, size: float, *, strong: bool = False) -> list[str]:
    """The text in lines that fit the room, broken at spaces."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, strong=strong) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def folded(text: str, room: float, size: float, lines: int = 2, *, strong: bool = False) -> list[str]:
    """The text in at most so many lines, the last one cut where it still does not fit."""
    found = wrap(text, room, size, strong=strong)
    kept = [*found[: lines - 1], " ".join(found[lines - 1 :])] if len(found) > lines else found
    return [shorten(line, room, size, strong=strong) for line in kept]
