"""Turns the blocks of a document into flowables and structure elements, in one reading order."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import KeepTogether, Spacer
from reportlab.platypus.flowables import Flowable

from coopdesk.dossier.model import (
    Bullets,
    Cover,
    FactsBlock,
    FigureBlock,
    Heading,
    Paragraph,
    Section,
    SignatureBlock,
    TableBlock,
    TableRow,
    Tone,
)
from coopdesk.dossier.pdf.cover import cover_flowables
from coopdesk.dossier.pdf.figures import Beside, RoomFor, Stack, TaggedFigure, clean_texts
from coopdesk.dossier.pdf.markup import Escaper
from coopdesk.dossier.pdf.pages import Size, text_room
from coopdesk.dossier.pdf.paragraphs import RemarkParagraph, TaggedHeading, TaggedParagraph
from coopdesk.dossier.pdf.sheet import Sheet
from coopdesk.dossier.pdf.signing import SigningRows, signature_box
from coopdesk.dossier.pdf.structure import StructElem, list_numbering
from coopdesk.dossier.pdf.table_builder import HIGHEST_NOTE, TableBuilder

_BULLET = "•"
_HIGHEST_FIGURE = 0.82
_TIGHT = 0.9
_MOST_LEADING = 5
_LONGEST_HEADING, _LONGEST_FACT = 500, 160
_SHORT_TEXT = 240


class Story:
    """The flowables of one part and the elements that go below the Document element."""

    def __init__(self, sheet: Sheet, escaper: Escaper, size: Size, *, tight: bool = False) -> None:
        """Starts an empty part on pages of this size; a `tight` one has smaller figures and splits more tables."""
        self.root = StructElem("Document")
        self.flowables: list[Flowable] = []
        self._sheet = sheet
        self._escaper = escaper
        self._room = text_room(size)
        self._tight = tight
        self._open = [self.root]
        self._leading: list[Flowable] = []
        self._joins = False
        self._fields = 0
        self._kin = defaultdict[tuple[str, int], list[TableRow]](list)
        self._add: dict[type, Callable[[Any], None]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            FactsBlock: self._facts,
            TableBlock: self._table,
            FigureBlock: self._figure,
            SignatureBlock: self._signatures,
        }

    def cover(self, cover: Cover) -> None:
        """Adds the text of the cover."""
        with self._group("Sect") as element:
            self.flowables += cover_flowables(cover, element, self._sheet, self._escaper)

    def section(self, section: Section) -> None:
        """Adds the blocks of a section."""
        if section.continues:
            self._open.append(self.root.add("Sect"))
        for block in section.blocks:
            if isinstance(block, TableBlock):
                self._kin[_kin_of(block)] += block.rows
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            remarks = isinstance(block, Paragraph) and block.tone is Tone.REMARK and following is not None
            self._joins = remarks or isinstance(following, TableBlock | FigureBlock | SignatureBlock)
            self._add[type(block)](block)
        self._flush(None)

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

    def _text(self, role: str, text: str, style: ParagraphStyle, language: str = "") -> TaggedParagraph:
        """A block of text below the open element."""
        return TaggedParagraph.of(self._open[-1].add(role, language=language), self._escaper.text(text), style)

    def _short(self, text: str, style: ParagraphStyle) -> TaggedParagraph:
        """A line of a box, which cannot go on on the next page."""
        return self._text("P", self._escaper.short(text, _LONGEST_FACT), style)

    def _heading(self, block: Heading) -> None:
        """Opens a Sect at the level of the heading; a skipped level is closed up, as PDF/UA asks."""
        depth = sum(element.role == "Sect" for element in self._open)
        level = min(block.level, depth + 1, 3)
        self._close_to(level - 1)
        section = self._open[-1].add("Sect")
        self._open.append(section)
        plain = self._escaper.short(block.text, _LONGEST_HEADING) or "–"
        markup = self._escaper.text(plain)
        role = section.add(f"H{level}", language=block.language)
        heading = TaggedHeading.of(role, markup, self._sheet.headings[level - 1])
        heading.title, heading.level, heading.in_contents = plain, level, block.in_contents
        self._leading.append(heading)

    def _close_to(self, depth: int) -> None:
        """Closes sections until so many are open."""
        while sum(element.role == "Sect" for element in self._open) > depth:
            self._open.pop()

    def _paragraph(self, block: Paragraph) -> None:
        """Adds a P for each part between empty lines."""
        style = self._sheet.tones[block.tone]
        for markup in filter(None, map(self._escaper.running, block.text.split("\n\n"))):
            element = self._open[-1].add("P", language=block.language)
            if block.tone is Tone.REMARK:
                remark = RemarkParagraph.of(element, markup, style)
                remark.bar = self._sheet.palette.accent
                self._append(remark)
            else:
                self._append(TaggedParagraph.of(element, markup, style))

    def _bullets(self, block: Bullets) -> None:
        """Adds an L with an LI for each item."""
        if not block.items:
            return
        with self._group("L") as element:
            element.attributes = list_numbering("Decimal" if block.numbered else "Disc")
            for number, text in enumerate(block.items, start=1):
                item = element.add("LI")
                label, body = item.add("Lbl"), item.add("LBody", language=block.language)
                bullet = f"{number}." if block.numbered else _BULLET
                markup = self._escaper.text(text)
                style = self._sheet.bullet if number < len(block.items) else self._sheet.last_bullet
                self._append(TaggedParagraph.of(body, markup, style, bullet, label))

    def _facts(self, block: FactsBlock) -> None:
        """Adds figures side by side, at most four to a row; a box that says nothing is none."""
        facts = [one for one in block.facts if self._says((one.value, one.label, one.note))]
        sheet, across = self._sheet, min(max(len(facts), 2), 4)
        for start in range(0, len(facts), across):
            boxes = []
            for fact in facts[start : start + across]:
                with self._group("Div"):
                    lines = [self._short(fact.value, sheet.fact_value), self._short(fact.label, sheet.fact_label)]
                    lines += [self._short(fact.note, sheet.fact_note)] if fact.note else []
                boxes.append(Stack(lines, ground=sheet.palette.tint, rule=sheet.palette.accent))
            self._append(Beside(boxes, across, 4.0 if block.source else 12.0))
        if block.source:
            self._append(self._text("P", block.source, self._sheet.source))

    def _says(self, texts: tuple[str, ...]) -> bool:
        """Whether anything of these texts can be shown."""
        return any(self._escaper.clean(text).split() for text in texts)

    def _table(self, block: TableBlock) -> None:
        """Adds a Table with its Caption above it and a note below."""
        with self._group("Table") as element:
            if block.caption:
                self._leading.append(self._text("Caption", block.caption, self._sheet.caption))
                self._leading.append(Spacer(1, 2))
            kin = self._kin[_kin_of(block)] if block.kin else ()
            table = TableBuilder(element, block, self._room, self._sheet, self._escaper, kin, tight=self._tight).build()
        note = self._text("P", block.note, self._sheet.source) if block.note else None
        if note is not None and note.wrap(self._room[0], math.inf)[1] <= self._room[1] * HIGHEST_NOTE:
            table.note = note
        self._append(table)
        if note is not None and table.note is None:
            self._append(note)

    def _figure(self, block: FigureBlock) -> None:
        """Adds caption, drawing and source on one page, then the table that says the same."""
        width, height = self._room
        drawing = block.draw(width, self._sheet.palette.head != self._sheet.palette.ink)
        if not isinstance(drawing, Drawing):
            raise TypeError("a figure draws a reportlab Drawing")
        clean_texts(drawing, self._escaper)
        with self._group("Div") as element:
            parts: list[Flowable] = [self._text("Caption", block.caption, self._sheet.caption)]
            if block.subtitle:
                parts.append(self._text("P", block.subtitle, self._sheet.subtitle))
            figure = element.add("Figure", alt=self._escaper.clean(block.alt) or block.caption)
            room = (width * (_TIGHT if self._tight else 1.0), height * _HIGHEST_FIGURE)
            parts.append(TaggedFigure(figure, drawing, self._sheet.fonts.regular, room))
            if block.source:
                parts.append(self._text("P", block.source, self._sheet.source))
        self._append(KeepTogether(parts))
        if block.twin is not None:
            self._table(block.twin)

    def _signatures(self, block: SignatureBlock) -> None:
        """Adds a box per party, two to a row, with its fields to fill in."""
        boxes = []
        for signatory in block.signatories:
            self._fields += 1
            with self._group("Div") as element:
                boxes.append(signature_box(signatory, block.labels, self._fields, element, self._sheet, self._escaper))
        rows = [Beside(boxes[start : start + 2], 2) for start in range(0, len(boxes), 2)]
        if rows:
            self._append(SigningRows(boxes, rows, self._room[1]), *rows)


def _kin_of(block: TableBlock) -> tuple[str, int]:
    """What tables with the same columns have in common."""
    return block.kin, len(block.columns)


def _is_short(flowable: Flowable) -> bool:
    """Whether it is a line or two of text."""
    return isinstance(flowable, TaggedParagraph) and len(flowable.getPlainText()) <= _SHORT_TEXT
