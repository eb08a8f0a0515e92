"""Turns the blocks of a document into flowables and structure elements, in one reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import KeepTogether, NextPageTemplate, PageBreak, Spacer
from reportlab.platypus.flowables import Flowable

from coopdesk.dossier.model import (
    Bullets,
    Document,
    FactsBlock,
    FigureBlock,
    Heading,
    Paper,
    Paragraph,
    Section,
    SignatureBlock,
    TableBlock,
    Tone,
)
from coopdesk.dossier.pdf.contents import ContentsItem, TableOfContents
from coopdesk.dossier.pdf.cover import cover_flowables
from coopdesk.dossier.pdf.figures import Beside, RoomFor, Stack, TaggedFigure, clean_texts
from coopdesk.dossier.pdf.markup import Escaper
from coopdesk.dossier.pdf.pages import LANDSCAPE, LARGE, UPRIGHT, text_height, text_width
from coopdesk.dossier.pdf.paragraphs import RemarkParagraph, TaggedHeading, TaggedParagraph
from coopdesk.dossier.pdf.sheet import Sheet
from coopdesk.dossier.pdf.structure import StructElem, list_numbering
from coopdesk.dossier.pdf.table_builder import TableBuilder

_BULLET = "•"
_HIGHEST_FIGURE = 0.82
_SIGNING_ROOM = 64.0
_MOST_LEADING = 5
_SHORT_TEXT = 240


class Story:
    """The flowables of a document and its Document element."""

    def __init__(self, sheet: Sheet, escaper: Escaper) -> None:
        """Starts an empty document."""
        self.root = StructElem("Document")
        self.flowables: list[Flowable] = []
        self._sheet = sheet
        self._escaper = escaper
        self._open = [self.root]
        self._contents: list[ContentsItem] = []
        self._headings = 0
        self._leading: list[Flowable] = []
        self._landscape, self._paper = False, Paper.A4
        self._joins = False
        self._add: dict[type, Callable[[Any], None]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            FactsBlock: self._facts,
            TableBlock: self._table,
            FigureBlock: self._figure,
            SignatureBlock: self._signatures,
        }

    def write(self, document: Document) -> None:
        """Adds the whole document."""
        if document.cover is not None:
            with self._group("Sect") as element:
                self.flowables += cover_flowables(document.cover, element, self._sheet, self._escaper)
        if document.furniture.contents and document.sections:
            self._turn(landscape=False)
            self._contents_page(document)
        for section in document.sections:
            self._section(section)

    def _section(self, section: Section) -> None:
        """Adds blocks on new pages."""
        self._turn(landscape=section.landscape, paper=section.paper)
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            self._joins = isinstance(following, TableBlock | FigureBlock)
            self._add[type(block)](block)
        self._flush(None)
        self._close_to(0)

    def _turn(self, *, landscape: bool, paper: Paper = Paper.A4) -> None:
        """Goes to a new page; on the first page of all, the template already stands right unless it lies down."""
        self._landscape, self._paper = landscape, paper
        name = LARGE if paper is Paper.A3 else LANDSCAPE if landscape else UPRIGHT
        if self.flowables or name != UPRIGHT:
            self.flowables.append(NextPageTemplate(name))
        if self.flowables and any(not isinstance(f, NextPageTemplate) for f in self.flowables):
            self.flowables.append(PageBreak())

    @contextmanager
    def _group(self, role: str) -> Iterator[StructElem]:
        """Puts what follows in the with block below one grouping element."""
        element = self._open[-1].add(role)
        self._open.append(element)
        yield element
        self._open.pop()

    def _flush(self, first: Flowable | None) -> None:
        """Adds the headings and captions that waited for what they lead to, with room for its beginning."""
        if self._leading:
            self.flowables += [RoomFor(tuple(self._leading), first), *self._leading]
            self._leading = []

    def _append(self, *flowables: Flowable) -> None:
        """Adds content; headings before it are joined to its beginning, and a line or two between a heading and a
        table or figure go with them."""
        first = flowables[0]
        if self._joins and 0 < len(self._leading) <= _MOST_LEADING and _is_short(first):
            self._leading += flowables
            return
        self._flush(first)
        self.flowables += flowables

    def _text(self, role: str, text: str, style: ParagraphStyle) -> TaggedParagraph:
        """A block of text below the open element."""
        return TaggedParagraph.of(self._open[-1].add(role), self._escaper.text(text), style)

    def _contents_page(self, document: Document) -> None:
        """Adds the contents with a caption above."""
        sheet, furniture = self._sheet, document.furniture
        with self._group("TOC") as element:
            self._append(self._text("Caption", furniture.contents, sheet.contents_title))
            self._append(
                TableOfContents(element, self._contents, sheet.contents, sheet.palette.rule, furniture.contents_line)
            )

    def _heading(self, block: Heading) -> None:
        """Opens a Sect at the level of the heading; a skipped level is closed up, as PDF/UA asks."""
        depth = sum(element.role == "Sect" for element in self._open)
        level = min(block.level, depth + 1, 3)
        self._close_to(level - 1)
        section = self._open[-1].add("Sect")
        self._open.append(section)
        plain = " ".join(self._escaper.clean(block.text).split()) or "–"
        markup = self._escaper.text(plain)
        heading = TaggedHeading.of(section.add(f"H{level}"), markup, self._sheet.headings[level - 1])
        self._headings += 1
        heading.destination = f"h{self._headings}"
        heading.outline_title, heading.level = plain, level
        if block.in_contents:
            self._contents.append(ContentsItem(level, markup, plain, heading.destination))
        self._leading.append(heading)

    def _close_to(self, depth: int) -> None:
        """Closes sections until so many are open."""
        while sum(element.role == "Sect" for element in self._open) > depth:
            self._open.pop()

    def _paragraph(self, block: Paragraph) -> None:
        """Adds a P for each part between empty lines."""
        style = self._sheet.tones[block.tone]
        for part in (text for text in block.text.split("\n\n") if text.strip()):
            if block.tone is Tone.REMARK:
                remark = RemarkParagraph.of(self._open[-1].add("P"), self._escaper.text(part), style)
                remark.bar = self._sheet.palette.accent
                self._append(remark)
            else:
                self._append(self._text("P", part, style))

    def _bullets(self, block: Bullets) -> None:
        """Adds an L with an LI for each item."""
        if not block.items:
            return
        with self._group("L") as element:
            element.attributes = list_numbering("Decimal" if block.numbered else "Disc")
            for number, text in enumerate(block.items, start=1):
                item = element.add("LI")
                label, body = item.add("Lbl"), item.add("LBody")
                bullet = f"{number}." if block.numbered else _BULLET
                markup = self._escaper.text(text)
                style = self._sheet.bullet if number < len(block.items) else self._sheet.last_bullet
                self._append(TaggedParagraph.of(body, markup, style, bullet, label))

    def _facts(self, block: FactsBlock) -> None:
        """Adds figures side by side, at most four to a row."""
        sheet, across = self._sheet, min(max(len(block.facts), 2), 4)
        for start in range(0, len(block.facts), across):
            boxes = []
            for fact in block.facts[start : start + across]:
                with self._group("Div"):
                    lines = [self._text("P", fact.value, sheet.fact_value)]
                    lines.append(self._text("P", fact.label, sheet.fact_label))
                    lines += [self._text("P", fact.note, sheet.fact_note)] if fact.note else []
                boxes.append(Stack(lines, ground=sheet.palette.tint, rule=sheet.palette.accent))
            self._append(Beside(boxes, across, 4.0 if block.source else 12.0))
        if block.source:
            self._append(self._text("P", block.source, sheet.source))

    def _table(self, block: TableBlock) -> None:
        """Adds a Table with its Caption above it and a note below."""
        with self._group("Table") as element:
            if block.caption:
                self._leading.append(self._text("Caption", block.caption, self._sheet.caption))
                self._leading.append(Spacer(1, 2))
            width = text_width(landscape=self._landscape, paper=self._paper)
            self._append(TableBuilder(element, block, width, self._sheet, self._escaper).build())
        if block.note:
            self._append(self._text("P", block.note, self._sheet.source))

    def _figure(self, block: FigureBlock) -> None:
        """Adds caption, drawing and source on one page, then the table that says the same."""
        width = text_width(landscape=self._landscape, paper=self._paper)
        drawing = block.draw(width, self._sheet.palette.head != self._sheet.palette.ink)
        if not isinstance(drawing, Drawing):
            raise TypeError("a figure draws a reportlab Drawing")
        clean_texts(drawing, self._escaper)
        with self._group("Div") as element:
            parts: list[Flowable] = [self._text("Caption", block.caption, self._sheet.caption)]
            if block.subtitle:
                parts.append(self._text("P", block.subtitle, self._sheet.subtitle))
            figure = element.add("Figure", alt=self._escaper.clean(block.alt) or block.caption)
            room = (width, text_height(landscape=self._landscape, paper=self._paper) * _HIGHEST_FIGURE)
            parts.append(TaggedFigure(figure, drawing, self._sheet.fonts.regular, room))
            if block.source:
                parts.append(self._text("P", block.source, self._sheet.source))
        self._append(KeepTogether(parts))
        if block.twin is not None:
            self._table(block.twin)

    def _signatures(self, block: SignatureBlock) -> None:
        """Adds a box per party, two to a row."""
        sheet = self._sheet
        for start in range(0, len(block.signatories), 2):
            boxes = []
            for signatory in block.signatories[start : start + 2]:
                with self._group("Div"):
                    lines = [self._text("P", signatory.party, sheet.caption)]
                    lines += [self._text("P", line, sheet.subtitle) for line in signatory.lines if line]
                    lines += [self._text("P", label, sheet.tones[Tone.SMALL]) for label in block.labels]
                boxes.append(Stack(lines, outline=sheet.palette.rule, below=_SIGNING_ROOM))
            self._append(Beside(boxes, 2))


def _is_short(flowable: Flowable) -> bool:
    """Whether it is a line or two of text."""
    return isinstance(flowable, TaggedParagraph) and len(flowable.getPlainText()) <= _SHORT_TEXT
