"""The styles of the Word document: Word's own names, so that headings and contents work as people know."""

from __future__ import annotations

from coopdesk.dossier.office.package import HEAD, el

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ACCENT, _QUIET = "0B5A73", "46525F"
# The letter that Word itself brings along: ours is not on every computer, and its stand-in would change every line.
_FONT = "Calibri"


def styles(language: str, *, colour: bool) -> str:
    """All styles of the document; sizes are in half points, distances in twentieths of a point."""
    accent = _ACCENT if colour else "000000"
    fonts = el("w:rFonts", w_ascii=_FONT, w_hAnsi=_FONT, w_cs=_FONT, w_eastAsia=_FONT)
    base = el(
        "w:rPr", fonts, el("w:sz", w_val=21), el("w:szCs", w_val=21), el("w:lang", w_val=language, w_eastAsia=language)
    )
    defaults = el(
        "w:docDefaults",
        el("w:rPrDefault", base),
        el("w:pPrDefault", el("w:pPr", el("w:spacing", w_after=140, w_line=290, w_lineRule="auto"))),
    )
    found = [
        el(
            "w:style",
            el("w:name", w_val="Normal"),
            el("w:qFormat"),
            w_type="paragraph",
            w_default=1,
            w_styleId="Normal",
        ),
        _style("Title", "Title", 64, bold=True, colour=accent, after=160),
        _style("Subtitle", "Subtitle", 28, colour=_QUIET, after=240),
        _style("Heading1", "heading 1", 40, bold=True, colour=accent, before=400, after=160, level=0),
        _style("Heading2", "heading 2", 28, bold=True, before=280, after=100, level=1),
        _style("Heading3", "heading 3", 22, bold=True, before=200, after=60, level=2),
        _style("TOCHeading", "TOC Heading", 40, bold=True, colour=accent, after=200),
        *(_style(f"TOC{n}", f"toc {n}", 21, bold=n == 1, after=10, indent=(n - 1) * 280) for n in (1, 2, 3)),
        _style("Caption", "caption", 21, bold=True, before=160, after=60, keep=True),
        _style("Lead", "Lead", 25),
        _style("Small", "Small", 17, colour=_QUIET),
        _style("Source", "Source", 17, colour=_QUIET, after=200),
        _style("Remark", "Remark", 19, colour=_QUIET, border=accent, indent=180),
        _style("ListParagraph", "List Paragraph", 21, after=60),
        _style("Cell", "Cell", 18, after=0),
        _style("Fact", "Fact", 38, bold=True, colour=accent, after=0, keep=True),
        _style("CoverFact", "Cover Fact", 22, bold=True, after=0, keep=True),
        _style("Header", "header", 17, colour=_QUIET, after=0),
        _style("Footer", "footer", 17, colour=_QUIET, after=0),
        _table_style(accent),
    ]
    return HEAD + el("w:styles", defaults, *found, xmlns_w=W)


def _style(
    key: str, name: str, size: int, *, bold: bool = False, colour: str = "", before: int = 0, after: int = 140,
    level: int | None = None, keep: bool = False, indent: int = 0, border: str = "",
) -> str:  # fmt: skip
    paragraph = [el("w:keepNext"), el("w:keepLines")] if keep or level is not None else []
    if border:
        paragraph.append(el("w:pBdr", el("w:left", w_val="single", w_sz=18, w_space=8, w_color=border)))
    paragraph.append(el("w:spacing", w_before=before, w_after=after))
    if indent:
        paragraph.append(el("w:ind", w_left=indent))
    if level is not None:
        paragraph.append(el("w:outlineLvl", w_val=level))
    run = [el("w:b")] if bold else []
    run += [el("w:color", w_val=colour)] if colour else []
    run += [el("w:sz", w_val=size), el("w:szCs", w_val=size)]
    return el(
        "w:style",
        el("w:name", w_val=name), el("w:basedOn", w_val="Normal"), el("w:qFormat"),
        el("w:pPr", *paragraph), el("w:rPr", *run), w_type="paragraph", w_styleId=key,
    )  # fmt: skip


def _table_style(accent: str) -> str:
    """Hairlines between rows, a stronger line under the header."""
    line = el(
        "w:tblBorders", *(el(f"w:{side}", w_val="single", w_sz=4, w_color="C3CCD5") for side in ("bottom", "insideH"))
    )
    sides = (("top", 50), ("left", 80), ("bottom", 50), ("right", 80))
    margins = el("w:tblCellMar", *(el(f"w:{side}", w_w=room, w_type="dxa") for side, room in sides))
    under = el("w:tcPr", el("w:tcBorders", el("w:bottom", w_val="single", w_sz=8, w_color=accent)))
    return el(
        "w:style",
        el("w:name", w_val="Coopdesk"),
        el("w:tblPr", line, margins),
        el("w:tblStylePr", el("w:rPr", el("w:b")), under, w_type="firstRow"),
        w_type="table",
        w_styleId="Coopdesk",
    )
