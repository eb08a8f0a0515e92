"""Checkpoints 10 and 31 for simple TrueType fonts, the only kind the package writes."""

from __future__ import annotations

from collections.abc import Iterator

from fontTools.agl import AGL2UV

from tests.dossier.matterhorn.fontview import FontView, used_fonts
from tests.dossier.matterhorn.model import PdfModel
from tests.dossier.matterhorn.registry import checkpoint


def _true_type(pdf: PdfModel, symbolic: bool) -> Iterator[FontView]:
    """Yield the rendered TrueType fonts of one kind."""
    for font in used_fonts(pdf):
        if font.rendered and font.is_true_type and font.is_symbolic == symbolic:
            yield font


@checkpoint("10-001")
def code_without_unicode(pdf: PdfModel) -> Iterator[str]:
    """Character code cannot be mapped to Unicode."""
    for font in used_fonts(pdf):
        yield from (f"{font.name} code {c}" for c in sorted(font.codes) if not font.unicode(c))


@checkpoint("31-009")
def font_not_embedded(pdf: PdfModel) -> Iterator[str]:
    """The font program of a rendered font is not embedded."""
    for font in used_fonts(pdf):
        keys = ("/FontFile", "/FontFile2", "/FontFile3")
        if font.rendered and not any(key in font.descriptor for key in keys):
            yield font.name


@checkpoint("31-011")
def glyph_not_embedded(pdf: PdfModel) -> Iterator[str]:
    """The embedded program does not contain a glyph that text refers to."""
    for font in used_fonts(pdf):
        for code in sorted(font.codes):
            glyph = font.glyph(code)
            if glyph is None or glyph not in font.program.getGlyphSet():
                yield f"{font.name} code {code}"


@checkpoint("31-016")
def inconsistent_width(pdf: PdfModel) -> Iterator[str]:
    """Widths in dictionary and program differ by more than 1/1000."""
    for font in used_fonts(pdf):
        for code in sorted(font.codes):
            width = font.glyph_width(code)
            if width is None or abs(width - font.declared_width(code)) > 1:
                yield f"{font.name} code {code}: {width}"


@checkpoint("31-017")
def non_symbolic_without_cmap(pdf: PdfModel) -> Iterator[str]:
    """No cmap of a non-symbolic font is a non-symbolic cmap."""
    for font in _true_type(pdf, symbolic=False):
        if not {(1, 0), (3, 1)} & set(font.cmaps):
            yield font.name


@checkpoint("31-018")
def non_symbolic_lookup(pdf: PdfModel) -> Iterator[str]:
    """A glyph of a non-symbolic font cannot be looked up by a non-symbolic cmap."""
    for font in _true_type(pdf, symbolic=False):
        yield from (f"{font.name} code {c}" for c in sorted(font.codes) if not font.glyph(c))


@checkpoint("31-019")
def non_symbolic_without_encoding(pdf: PdfModel) -> Iterator[str]:
    """A non-symbolic font has no Encoding entry."""
    yield from (f.name for f in _true_type(pdf, symbolic=False) if f.encoding is None)


@checkpoint("31-020")
def encoding_without_base(pdf: PdfModel) -> Iterator[str]:
    """An Encoding dictionary of a non-symbolic font has no BaseEncoding."""
    for font in _true_type(pdf, symbolic=False):
        if isinstance(font.encoding, dict) and "/BaseEncoding" not in font.encoding:
            yield font.name


@checkpoint("31-021")
def other_encoding(pdf: PdfModel) -> Iterator[str]:
    """The encoding is neither MacRomanEncoding nor WinAnsiEncoding."""
    for font in _true_type(pdf, symbolic=False):
        if font.base_encoding not in ("/MacRomanEncoding", "/WinAnsiEncoding"):
            yield f"{font.name}: {font.base_encoding}"


def _differences(font: FontView) -> list[str]:
    """Return the glyph names of a Differences array."""
    encoding = font.encoding
    found = encoding.get("/Differences", []) if isinstance(encoding, dict) else []
    return [name[1:] for name in found if isinstance(name, str)]


@checkpoint("31-022")
def unknown_difference(pdf: PdfModel) -> Iterator[str]:
    """A Differences array contains a name that is not in the Adobe Glyph List."""
    for font in _true_type(pdf, symbolic=False):
        yield from (f"{font.name}: {name}" for name in _differences(font) if name not in AGL2UV)


@checkpoint("31-023")
def differences_without_unicode_cmap(pdf: PdfModel) -> Iterator[str]:
    """A Differences array is present but no (3,1) cmap."""
    for font in _true_type(pdf, symbolic=False):
        if _differences(font) and (3, 1) not in font.cmaps:
            yield font.name


@checkpoint("31-024")
def symbolic_with_encoding(pdf: PdfModel) -> Iterator[str]:
    """The Encoding entry is present for a symbolic font."""
    yield from (f.name for f in _true_type(pdf, symbolic=True) if f.encoding is not None)


@checkpoint("31-025")
def symbolic_without_cmap(pdf: PdfModel) -> Iterator[str]:
    """The program of a symbolic font contains no cmap."""
    yield from (f.name for f in _true_type(pdf, symbolic=True) if not f.cmaps)


@checkpoint("31-026")
def symbolic_with_cmaps(pdf: PdfModel) -> Iterator[str]:
    """The program of a symbolic font has several cmaps, none of them (3,0)."""
    for font in _true_type(pdf, symbolic=True):
        if len(font.cmaps) > 1 and (3, 0) not in font.cmaps:
            yield font.name


@checkpoint("31-027")
def no_to_unicode(pdf: PdfModel) -> Iterator[str]:
    """A font has no ToUnicode entry and no encoding that makes it unnecessary."""
    for font in used_fonts(pdf):
        exempt = font.is_true_type and not font.is_symbolic
        named = font.encoding in ("/MacRomanEncoding", "/MacExpertEncoding", "/WinAnsiEncoding")
        if font.to_unicode is None and not (exempt or named):
            yield font.name


@checkpoint("31-028")
def zero_in_to_unicode(pdf: PdfModel) -> Iterator[str]:
    """A Unicode value in the ToUnicode CMap is zero."""
    for font in used_fonts(pdf):
        yield from (f"{font.name} code {c}" for c, v in (font.to_unicode or {}).items() if "\0" in v)


@checkpoint("31-029")
def mark_in_to_unicode(pdf: PdfModel) -> Iterator[str]:
    """A Unicode value in the ToUnicode CMap is U+FEFF or U+FFFE."""
    for font in used_fonts(pdf):
        for code, value in (font.to_unicode or {}).items():
            if "\ufeff" in value or "\ufffe" in value:
                yield f"{font.name} code {code}"


@checkpoint("31-030")
def notdef(pdf: PdfModel) -> Iterator[str]:
    """Text refers to the .notdef glyph."""
    for font in used_fonts(pdf):
        order = font.program.getGlyphOrder() if font.program is not None else [""]
        for code in sorted(font.codes):
            if font.glyph(code) in (None, ".notdef", order[0]):
                yield f"{font.name} code {code}"
