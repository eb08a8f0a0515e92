"""A document for Word, for those who have to edit it: headings, contents, tables, pictures and fields of Word's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coopdesk.dossier.model import Cover, Document, Heading, Paper, Section
from coopdesk.dossier.office.blocks import TWIPS, Parts, blocks, facts, paragraph, picture, run
from coopdesk.dossier.office.package import HEAD, content_types, core_properties, el, packed, relations, text
from coopdesk.dossier.office.styles import W, styles

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A4, _A3 = (595.28, 841.89), (841.89, 1190.55)
_SIDE, _TOP, _BOTTOM = 56.7, 76.5, 68.0
_LOGO_HIGH = 42.0
_FIELDS = re.compile(r"(\{page\}|\{total\})")


def make_docx(document: Document) -> bytes:
    """The file; equal documents give equal bytes."""
    parts = Parts(document.colour)
    body = "".join(_body(document, parts))
    root = el("w:document", el("w:body", body), xmlns_w=W, xmlns_r=_R, xmlns_wp=_WP)
    running = _all_running(document)
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings",
             **{name: name.rstrip("0123456789") for name in running}}  # fmt: skip
    types = {f"/word/{name}.xml": f"{_TYPE}{kind}+xml" for name, kind in kinds.items()}
    types["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    links = {name: (kinds[name], f"{name}.xml") for name in ("styles", "numbering", "settings", *running)}
    links |= {f"p{n}": ("image", f"media/{n}.{_kind(data)}") for n, data in enumerate(parts.pictures, start=1)}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(types, png=True),
        "_rels/.rels": relations(
            {"d": ("officeDocument", "word/document.xml"), "c": ("core-properties", "docProps/core.xml")}
        ),
        "docProps/core.xml": core_properties(
            document.title, document.author, document.language, document.on.isoformat()
        ),
        "word/document.xml": HEAD + root,
        "word/_rels/document.xml.rels": relations(links),
        "word/styles.xml": styles(document.language, colour=document.colour),
        "word/numbering.xml": _numbering(parts.numbered),
        "word/settings.xml": _settings(),
    }
    files |= {f"word/{name}.xml": content for name, content in running.items()}
    files |= {f"word/media/{n}.{_kind(data)}": data for n, data in enumerate(parts.pictures, start=1)}
    return packed(files)


def _settings() -> str:
    """Without a mode Word takes the file for one of 2007 and says so in its title bar."""
    mode = el("w:compatSetting", w_name="compatibilityMode", w_uri="http://schemas.microsoft.com/office/word", w_val=15)
    return HEAD + el(
        "w:settings",
        el("w:defaultTabStop", w_val=567),
        el("w:updateFields", w_val="true"),
        el("w:compat", mode),
        xmlns_w=W,
    )


def _kind(data: bytes) -> str:
    return "png" if data.startswith(b"\x89PNG") else "jpeg"


def _body(document: Document, parts: Parts) -> Iterator[str]:
    """Cover and contents, then each section on pages of its own size."""
    upright = Section(())
    width = _size(upright)[0] - 2 * _SIDE
    before = [*_cover(document.cover, width, parts)] if document.cover else []
    before += _contents(document)
    yield from before
    if before and document.sections:
        yield el("w:p", el("w:pPr", _page(upright, cover=document.cover is not None)))
    for at, section in enumerate(document.sections, start=1):
        wide, high = _size(section)
        yield from blocks(section.blocks, (wide - 2 * _SIDE, high - _TOP - _BOTTOM), parts)
        if at < len(document.sections):
            yield el("w:p", el("w:pPr", _page(section)))
    yield _page(document.sections[-1] if document.sections else upright)


def _size(section: Section) -> tuple[float, float]:
    """Width and height of the pages of a section, in points."""
    short, long = _A3 if section.paper is Paper.A3 else _A4
    return (long, short) if section.landscape or section.paper is Paper.A3 else (short, long)


def _page(section: Section, *, cover: bool = False) -> str:
    """The end of a section, which says what its pages are like; a cover has no header and footer."""
    wide, high = _size(section)
    size: dict[str, str | int] = {"w_w": round(wide * TWIPS), "w_h": round(high * TWIPS)}
    if wide > high:
        size["w_orient"] = "landscape"
    room = {"w_top": _TOP, "w_right": _SIDE, "w_bottom": _BOTTOM, "w_left": _SIDE, "w_header": 36.0, "w_footer": 34.0}
    return el(
        "w:sectPr",
        el("w:headerReference", w_type="default", r_id=f"header{_reach(section)}"),
        el("w:footerReference", w_type="default", r_id=f"footer{_reach(section)}"),
        el("w:type", w_val="nextPage"),
        el("w:pgSz", **size),
        el("w:pgMar", **{key: round(value * TWIPS) for key, value in room.items()}, w_gutter=0),
        *([el("w:titlePg")] if cover else []),
    )


def _cover(cover: Cover, width: float, parts: Parts) -> Iterator[str]:
    """Title, facts and logos."""
    yield paragraph(cover.kicker, "Lead", "", el("w:spacing", w_before=3600))
    yield paragraph(cover.title, "Title")
    if cover.subtitle:
        yield paragraph(cover.subtitle, "Subtitle")
    yield from facts(cover.facts, width, "CoverFact")
    if cover.note:
        yield paragraph(cover.note, "Small")
    logos = [
        picture(logo.data, _LOGO_HIGH * logo.width / logo.height, _LOGO_HIGH, logo.alt, parts) for logo in cover.logos
    ]
    if logos:
        yield el("w:p", *logos)


def _contents(document: Document) -> Iterator[str]:
    """Links to the headings, each with a field for its page, which the settings ask Word to count as it opens the file.

    Not within a field for a whole contents: LibreOffice takes what stands in that for text, and counts nothing.
    """
    title = document.furniture.contents
    found = [b for section in document.sections for b in section.blocks if isinstance(b, Heading)]
    if not title or not found:
        return
    fresh = [el("w:pageBreakBefore")] if document.cover else []
    yield paragraph(title, "TOCHeading", "", *fresh)
    wide = round((_A4[0] - 2 * _SIDE) * TWIPS)
    stop = el("w:tabs", el("w:tab", w_val="right", w_leader="dot", w_pos=wide))
    for number, block in enumerate(found, start=1):
        if block.in_contents:
            style = el("w:pPr", el("w:pStyle", w_val=f"TOC{block.level}"), stop)
            page = _field_start(f" PAGEREF h{number} \\h ") + el("w:r", el("w:fldChar", w_fldCharType="end"))
            line = (run(block.text), el("w:r", el("w:tab")), page)
            yield el("w:p", style, el("w:hyperlink", *line, w_anchor=f"h{number}"))


def _field_start(code: str) -> str:
    return "".join(
        (
            el("w:r", el("w:fldChar", w_fldCharType="begin")),
            el("w:r", el("w:instrText", text(code), xml_space="preserve")),
            el("w:r", el("w:fldChar", w_fldCharType="separate")),
        )
    )


def _reach(section: Section) -> int:
    """How far the text of a section reaches, in whole points."""
    return round(_size(section)[0] - 2 * _SIDE)


def _all_running(document: Document) -> dict[str, str]:
    """A header and a footer for every width of page: what stands at the right ends where the text ends."""
    furniture, found = document.furniture, dict[str, str]()
    for reach in dict.fromkeys(map(_reach, (Section(()), *document.sections))):
        head, foot = (furniture.header_left, furniture.header_right), (furniture.footer_left, furniture.page)
        found[f"header{reach}"] = _running("w:hdr", "Header", *head, reach)
        found[f"footer{reach}"] = _running("w:ftr", "Footer", *foot, reach)
    return found


def _running(kind: str, style: str, left: str, right: str, reach: int) -> str:
    """A header or footer; page number and total are fields."""
    codes = {"{page}": " PAGE ", "{total}": " NUMPAGES "}
    shown = []
    for part in filter(None, _FIELDS.split(right)):
        if part in codes:
            shown.append(_field_start(codes[part]) + run("1") + el("w:r", el("w:fldChar", w_fldCharType="end")))
        else:
            shown.append(el("w:r", el("w:t", text(part), xml_space="preserve")))
    stop = el("w:tabs", el("w:tab", w_val="right", w_pos=reach * TWIPS))
    look = el("w:pPr", el("w:pStyle", w_val=style), stop)
    return HEAD + el(kind, el("w:p", look, run(left), el("w:r", el("w:tab")), *shown), xmlns_w=W)


def _numbering(lists: int) -> str:
    """Bullets, and numbers that begin anew for each list."""

    def kind(number: int, form: str, mark: str) -> str:
        place = el("w:pPr", el("w:ind", w_left=360, w_hanging=280))
        level = el("w:lvl", el("w:start", w_val=1), el("w:numFmt", w_val=form), el("w:lvlText", w_val=mark),
                   el("w:lvlJc", w_val="left"), place, w_ilvl=0)  # fmt: skip
        return el("w:abstractNum", level, w_abstractNumId=number)

    fresh = el("w:lvlOverride", el("w:startOverride", w_val=1), w_ilvl=0)
    numbers = [el("w:num", el("w:abstractNumId", w_val=0), w_numId=1)]
    numbers += [el("w:num", el("w:abstractNumId", w_val=1), fresh, w_numId=2 + n) for n in range(lists)]
    return HEAD + el("w:numbering", kind(0, "bullet", "•"), kind(1, "decimal", "%1."), *numbers, xmlns_w=W)
