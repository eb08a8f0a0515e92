"""The look of a dossier on paper: page, colours and styles, in colour or in black and grey."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from coopdesk.dossier.model import Tone
from coopdesk.dossier.pdf.fonts import FontFamily
from coopdesk.dossier.pdf.wrapping import LineWrapper

PAGE = A4
SIDE = 20 * mm
TOP = 27 * mm
BOTTOM = 24 * mm
_AMPLE = 6.0  # contrast of which the tiles may take some
_OFF = 0.08  # how far the tiles of the cover are from its ground
MEASURE = 141 * mm
"""Width of running text: about 85 characters; charts and tables use the whole width of the page."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one printing; every text colour has a contrast of at least 4,5 on its ground."""

    ink: Color
    quiet: Color
    accent: Color
    rule: Color
    line: Color
    head: Color
    strong: Color
    tint: Color
    cover: Color
    cover_shape: Color
    on_cover: Color


COLOUR = Palette(
    ink=HexColor("#18212B"),
    quiet=HexColor("#46525F"),
    accent=HexColor("#0B5A73"),
    rule=HexColor("#C3CCD5"),
    line=HexColor("#74818E"),
    head=HexColor("#0B5A73"),
    strong=HexColor("#EDF3F6"),
    tint=HexColor("#F1F5F7"),
    cover=HexColor("#0B5A73"),
    cover_shape=HexColor("#166781"),
    on_cover=white,
)
GREY = Palette(
    ink=HexColor("#000000"),
    quiet=HexColor("#333333"),
    accent=HexColor("#000000"),
    rule=HexColor("#9A9A9A"),
    line=HexColor("#555555"),
    head=HexColor("#000000"),
    strong=HexColor("#EBEBEB"),
    tint=HexColor("#F4F4F4"),
    cover=white,
    cover_shape=HexColor("#EFEFEF"),
    on_cover=HexColor("#000000"),
)


def with_cover(palette: Palette, cover: str) -> Palette:
    """The palette with another ground for the cover (#RRGGBB), its shapes a little off it and its text readable."""
    ground = HexColor(cover)
    dark = contrast(ground, white) >= contrast(ground, palette.ink)
    text, other = (white, palette.ink) if dark else (palette.ink, white)
    towards = text if contrast(ground, text) >= _AMPLE else other
    shape = Color(*(of + (to - of) * _OFF for of, to in zip(ground.rgb(), towards.rgb(), strict=True)))
    return replace(palette, cover=ground, cover_shape=shape, on_cover=text)


def contrast(one: Color, other: Color) -> float:
    """The contrast between two colours as WCAG computes it: 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.rgb())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True, slots=True)
class Sheet:
    """Styles by purpose, with a line wrapper for each font of a table cell."""

    palette: Palette
    fonts: FontFamily
    headings: tuple[ParagraphStyle, ...]
    tones: dict[Tone, ParagraphStyle]
    contents: tuple[ParagraphStyle, ...]
    contents_title: ParagraphStyle
    bullet: ParagraphStyle
    last_bullet: ParagraphStyle
    caption: ParagraphStyle
    subtitle: ParagraphStyle
    source: ParagraphStyle
    fact_label: ParagraphStyle
    fact_value: ParagraphStyle
    fact_note: ParagraphStyle
    label: ParagraphStyle
    cell: ParagraphStyle
    cell_head: ParagraphStyle
    cell_strong: ParagraphStyle
    kicker: ParagraphStyle
    cover_title: ParagraphStyle
    cover_subtitle: ParagraphStyle
    cover_fact: ParagraphStyle
    cover_note: ParagraphStyle
    wrappers: dict[str, LineWrapper]


class _Maker:
    """Makes styles that share fonts and ink, so that each line below says only what differs."""

    def __init__(self, fonts: FontFamily, palette: Palette, air: float) -> None:
        self._fonts, self._palette, self._air = fonts, palette, air

    def style(self, name: str, size: float, leading: float, *, font: str = "", **more: object) -> ParagraphStyle:
        common: dict[str, object] = {
            "fontName": font or self._fonts.regular,
            "bulletFontName": self._fonts.regular,
            "textColor": self._palette.ink,
            "allowWidows": 0,
            "allowOrphans": 0,
            "splitLongWords": 1,
        }
        style = ParagraphStyle(name, fontSize=size, leading=leading, **{**common, **more})  # type: ignore[arg-type]
        style.spaceBefore, style.spaceAfter = style.spaceBefore * self._air, style.spaceAfter * self._air
        return style


def make_sheet(
    fonts: FontFamily, wrappers: dict[str, LineWrapper], page_width: float, palette: Palette, air: float = 1.0
) -> Sheet:
    """The styles of a printing on pages of this width, in points, with so much of the usual `air` between blocks; the
    wrappers remember words and are shared."""
    make = _Maker(fonts, palette, air).style
    semibold = fonts.semibold
    text_indent = page_width - 2 * SIDE - MEASURE
    list_item: Any = {"leftIndent": 14, "bulletIndent": 2, "bulletFontSize": 10.5, "rightIndent": text_indent}
    sheet = Sheet(
        palette=palette,
        fonts=fonts,
        headings=(
            make("h1", 20, 25, font=semibold, textColor=palette.accent, spaceBefore=20, spaceAfter=8),
            make("h2", 14, 18, font=semibold, spaceBefore=14, spaceAfter=5),
            make("h3", 11, 15, font=semibold, spaceBefore=10, spaceAfter=3),
        ),
        tones={
            Tone.LEAD: make("lead", 12.5, 18, spaceAfter=9, rightIndent=text_indent),
            Tone.BODY: make("body", 10.5, 15, spaceAfter=7, rightIndent=text_indent),
            Tone.SMALL: make("small", 8.5, 11.5, textColor=palette.quiet, spaceAfter=5, rightIndent=text_indent),
            Tone.REMARK: make(
                "remark", 9.5, 13.5, textColor=palette.quiet, spaceAfter=9, spaceBefore=3,
                leftIndent=9, borderPadding=0, rightIndent=text_indent,
            ),
        },
        contents=(
            make("toc1", 10.5, 15, font=semibold, spaceBefore=7),
            make("toc2", 10, 14.5, leftIndent=14),
            make("toc3", 9.5, 14, leftIndent=28),
        ),
        contents_title=make("toc", 20, 25, font=semibold, textColor=palette.accent, spaceAfter=12),
        bullet=make("li", 10.5, 15, spaceAfter=3, **list_item),
        last_bullet=make("lilast", 10.5, 15, spaceAfter=9, **list_item),
        caption=make("caption", 10.5, 14, font=semibold, spaceBefore=8, spaceAfter=1),
        subtitle=make("subtitle", 9, 12, textColor=palette.quiet, spaceAfter=5),
        # What is below a figure keeps its air: what follows is not about it.
        source=make("source", 8.5, 11.5, textColor=palette.quiet, spaceBefore=3, spaceAfter=10 / air),
        fact_label=make("factlabel", 9, 12, spaceBefore=1),
        fact_value=make("factvalue", 19, 23, font=semibold, textColor=palette.accent),
        fact_note=make("factnote", 8.5, 11, textColor=palette.quiet),
        label=make("label", 8.5, 11, textColor=palette.quiet),
        cell=make("cell", 9, 11.5),
        cell_head=make("cellhead", 9, 11.5, font=semibold),
        cell_strong=make("cellstrong", 9, 11.5, font=semibold),
        kicker=make("kicker", 11.5, 15, font=semibold, textColor=palette.on_cover, spaceAfter=10),
        cover_title=make("covertitle", 36, 41, font=semibold, textColor=palette.on_cover, spaceAfter=12),
        cover_subtitle=make("coversubtitle", 15, 21, textColor=palette.on_cover),
        cover_fact=make("coverfact", 11, 15, font=semibold),
        cover_note=make("covernote", 9, 12.5, textColor=palette.quiet),
        wrappers=wrappers,
    )  # fmt: skip
    for style in (sheet.cell, sheet.cell_head, sheet.cell_strong):
        if style.name not in wrappers:
            wrappers[style.name] = LineWrapper(style.fontName, style.fontSize)
    return sheet
