"""The structure of a PDF as text, and the text a document has to show: both as a screen reader would speak them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pypdfium2

from coopdesk.dossier.model import (
    Block,
    Bullets,
    Document,
    FactsBlock,
    FigureBlock,
    Heading,
    Paragraph,
    SignatureBlock,
    TableBlock,
)
from tests.dossier.matterhorn.elements import Element
from tests.dossier.matterhorn.fontview import FontView
from tests.dossier.matterhorn.model import PdfModel


def words_in(data: bytes) -> str:
    """All words of a PDF, with one space between them."""
    opened, texts = pypdfium2.PdfDocument(data), []
    for page in opened:
        words = page.get_textpage()
        texts.append(words.get_text_range())
        words.close()
        page.close()
    opened.close()
    return " ".join(" ".join(texts).split())


def blocks_of(document: Document) -> Iterator[tuple[str, str]]:
    """What the sections of a document have to say, in order: kind of element and text."""
    for section in document.sections:
        for block in section.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Heading():
            yield "H", block.text
        case Paragraph():
            yield from (("P", part) for part in block.text.split("\n\n"))
        case Bullets():
            yield from (("LBody", item) for item in block.items)
        case TableBlock():
            yield from _table(block)
        case FigureBlock():
            yield from (("Caption", block.caption), ("P", block.subtitle), ("Figure", block.alt), ("P", block.source))
            yield from _table(block.twin) if block.twin else ()
        case _:
            yield from (("P", text) for text in _boxes(block))


def _boxes(block: Block) -> Iterator[str]:
    if isinstance(block, FactsBlock):
        for fact in block.facts:
            yield from (fact.value, fact.label, fact.note)
    elif isinstance(block, SignatureBlock):
        for party in block.signatories:
            yield from (party.party, *party.lines, *block.labels)


def _table(block: TableBlock) -> Iterator[tuple[str, str]]:
    if block.caption:
        yield "Caption", block.caption
    yield from (("TH", column.title) for column in block.columns)
    for row in block.rows:
        yield from (("TD" if at else "TH", cell) for at, cell in enumerate(row.cells))
    if not block.rows:
        yield "TH", block.empty
    if block.note:
        yield "P", block.note


def spoken(model: PdfModel) -> list[tuple[str, str]]:
    """What the structure tree says, in its order: kind of element and text."""
    return [("H" if e.role in {"H1", "H2", "H3"} else e.role, text) for e, text in _said(model)]


def languages(model: PdfModel) -> list[tuple[str, str]]:
    """In which language the structure tree says what, in its order."""
    return [(e.inherited("/Lang") or model.lang or "", text) for e, text in _said(model)]


def _said(model: PdfModel) -> Iterator[tuple[Element, str]]:
    """The elements that say something, with their text."""
    views: dict[int, FontView] = {}
    said: dict[tuple[int, int], str] = {}
    for painted in model.painted:
        if painted.mcid is not None and painted.codes:
            font = painted.font.get_object()
            view = views.setdefault(id(font), FontView(font))
            text = "".join(view.unicode(code) or "" for code in painted.codes)
            mark = (painted.page, painted.mcid)
            said[mark] = said.get(mark, "") + text
    for element in model.elements:
        if element.role == "Figure":
            yield element, element.text("/Alt") or ""
        elif element.role in {"H1", "H2", "H3", "P", "LBody", "Caption", "TH", "TD"}:
            yield element, "".join(said.get(mark, "") for mark in element.content)


def compact(said: Iterable[tuple[str, str]], clean: Callable[[str], str] = str) -> list[tuple[str, str]]:
    """The same without white space, which depends on where lines end, and without what says nothing."""
    short = ((role, "".join(clean(text).split())) for role, text in said)
    return [(role, text) for role, text in short if text]
