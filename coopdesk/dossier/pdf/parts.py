"""Lays out the parts of a document, each on pages of its own, and keeps them for the next time.

A part begins on a new page, so nothing in it depends on what is before it but its page numbers, and those are written
when all parts are known. One changed paragraph therefore costs one part, and a build needs one pass.
"""

from __future__ import annotations

import pickle
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from coopdesk.dossier.model import Cover, Document, FigureBlock, Section
from coopdesk.dossier.pdf.contents import ContentsItem, contents_flowables
from coopdesk.dossier.pdf.fonts import Ledger, load_fonts, open_ledger
from coopdesk.dossier.pdf.markup import Escaper, Markup
from coopdesk.dossier.pdf.pages import UPRIGHT, PartTemplate, Size, page_size, text_room
from coopdesk.dossier.pdf.record import ContentRecord, PageCode
from coopdesk.dossier.pdf.sheet import COLOUR, GREY, Palette, Sheet, make_sheet, with_cover
from coopdesk.dossier.pdf.story import Story
from coopdesk.dossier.pdf.structure import StructElem
from coopdesk.dossier.pdf.wrapping import LineWrapper

_KEPT = 80  # parts; a dossier has some thirty
_LITTLE_AIR = 0.6  # of what is between blocks
_LEFT_OVER = 0.2  # of a page that may be gained by closing up what is on the others
_MOST_AGAIN = 40  # pages; what is longer is not laid out twice for the sake of one
_FEW = 3  # pages, of which one is a good deal
_HOLE = 0.85  # how full a page is that leaves room to close up; rows of a long table leave less


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that are laid out, what is on them, and what the fonts made of their letters."""

    pages: tuple[PageCode, ...]
    kids: tuple[StructElem, ...]
    record: ContentRecord
    rare: frozenset[str]
    missing: frozenset[str]
    cut: int
    cover: bool = False
    full: float = 0.0
    """How many pages it would fill if nothing had to stay together; all it has where nothing can be gained."""


class PartCache:
    """The parts of earlier builds, the least used of which are forgotten."""

    def __init__(self) -> None:
        """Starts empty."""
        self._kept: OrderedDict[Hashable, Part] = OrderedDict()

    def find(self, key: Hashable) -> Part | None:
        """A part that was laid out before."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def keep(self, key: Hashable, part: Part) -> None:
        """Keeps a part."""
        self._kept[key] = part
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


class Press:
    """Lays out the parts of one document."""

    def __init__(self, document: Document, cache: PartCache) -> None:
        """Takes from the cache what is in it already."""
        self._document = document
        self._cache = cache
        self._wrappers: dict[str, LineWrapper] = {}
        self._sheets: dict[tuple[float, Palette, float], Sheet] = {}
        self._palette = COLOUR if document.colour else GREY
        self.rare = ""

    @property
    def ledger(self) -> Ledger:
        """The codes of all letters of the document."""
        return open_ledger(self.rare)

    def parts(self) -> list[Part]:
        """Cover and sections; again when a rare letter turned up that the parts before did not know of."""
        document = self._document
        found: list[Part] = []
        while True:
            found = [] if document.cover is None else [self._cover(document.cover)]
            seen: Counter[Hashable] = Counter()
            for section in document.sections:
                # Two equal sections are two parts: each has elements of its own in the structure tree.
                key = self._key(section, colour=document.colour)
                seen[key] += 1
                found.append(self._section(section, (key, seen[key])))
            rare = frozenset().union(*(part.rare for part in found), self._furniture_rare())
            if rare <= set(self.rare):
                return found
            self.rare = "".join(sorted(rare))

    def contents(self, parts: Sequence[Part], at: int) -> Part:
        """The contents that stands before the part with this number; its own length is known before its numbers."""
        part = self._contents(parts, at, 0)
        return self._contents(parts, at, len(part.pages))

    def sheet(self, width: float, palette: Palette | None = None, *, tight: bool = False) -> Sheet:
        """The styles for pages of this width."""
        key = (width, palette or self._palette, _LITTLE_AIR if tight else 1.0)
        if key not in self._sheets:
            self._sheets[key] = make_sheet(load_fonts(), self._wrappers, *key)
        return self._sheets[key]

    def escaper(self) -> Escaper:
        """A fresh door for texts."""
        return Escaper(load_fonts().coverage, self._document.furniture.too_long)

    def _furniture_rare(self) -> frozenset[str]:
        """The rare letters in header, footer and contents."""
        escaper, furniture = self.escaper(), self._document.furniture
        for text in (furniture.header_left, furniture.header_right, furniture.footer_left, furniture.page,
                     furniture.contents):  # fmt: skip
            escaper.clean(text)
        return frozenset(escaper.rare)

    def _cover(self, cover: Cover) -> Part:
        """The first page."""
        key = (cover, self._palette, self.rare, self._document.furniture.too_long)
        found = self._cache.find(key)
        if found is None:
            escaper = self.escaper()
            sheet = self.sheet(UPRIGHT[0], self._cover_palette(cover))
            story = Story(sheet, escaper, UPRIGHT)
            story.cover(cover)
            found = self._laid(story, sheet, escaper, UPRIGHT, cover=True)
            self._cache.keep(key, found)
        return found

    def _cover_palette(self, cover: Cover) -> Palette:
        chosen = self._document.colour and cover.colour
        return with_cover(self._palette, cover.colour) if chosen else self._palette

    def _section(self, section: Section, key: Hashable) -> Part:
        """One section, laid out or remembered."""
        whole = (key, self._palette, self.rare, self._document.furniture.too_long)
        found = self._cache.find(whole)
        if found is None:
            found = _closed_up(lambda tight: self._set(section, tight=tight))
            self._cache.keep(whole, found)
        return found

    def _set(self, section: Section, *, tight: bool) -> Part:
        size = page_size(section.paper, landscape=section.landscape)
        escaper, sheet = self.escaper(), self.sheet(size[0], tight=tight)
        story = Story(sheet, escaper, size, tight=tight)
        story.section(section)
        return self._laid(story, sheet, escaper, size)

    def _key(self, section: Section, *, colour: bool) -> Hashable:
        """What a section looks like: its blocks, and its charts, whose drawing is no part of a block's equality."""
        width = text_room(page_size(section.paper, landscape=section.landscape))[0]
        return section, tuple(_drawn(b, width, colour=colour) for b in section.blocks if isinstance(b, FigureBlock))

    def _laid(self, story: Story, sheet: Sheet, escaper: Escaper, size: Size, *, cover: bool = False) -> Part:
        """The pages of a story; letters that are new to the ledger wait for the next round."""
        rare = frozenset(escaper.rare)
        if not rare <= set(self.rare):
            return Part((), (), ContentRecord(), rare, frozenset(), 0)
        template = PartTemplate(sheet, size, cover=cover)
        canvas = template.lay_out(story.flowables, self.ledger)
        missing = frozenset(escaper.missing)
        # A section that says nothing has no page; one that says something has something on each.
        pages = canvas.pages if canvas.record.page_parents or cover else []
        loose = len(pages) <= _FEW or any(each < _HOLE for each in template.filled[:-1])
        full = sum(template.filled) if loose else float(len(pages))
        return Part(tuple(pages), tuple(story.root.kids), canvas.record, rare, missing, escaper.cut, cover, full)

    def _contents(self, parts: Sequence[Part], at: int, own: int) -> Part:
        """The contents, when it takes so many pages itself."""
        furniture, escaper = self._document.furniture, self.escaper()
        items, before = [], 0
        for number, part in enumerate(parts):
            shift = before + (own if number >= at else 0)
            for place, heading in enumerate(part.record.headings):
                if not heading.in_contents:
                    continue
                page = shift + heading.page + 1
                spoken = furniture.contents_line.format(title=heading.title, page=page)
                title = escaper.text(heading.title)
                items.append(ContentsItem(heading.level, title, spoken, destination(number, place), page))
            before += len(part.pages)
        caption = escaper.text(furniture.contents)
        return _closed_up(lambda tight: self._listed(items, caption, tight=tight))

    def _listed(self, items: list[ContentsItem], caption: Markup, *, tight: bool) -> Part:
        """The lines of the contents on their pages."""
        root, sheet = StructElem("Document"), self.sheet(UPRIGHT[0], tight=tight)
        template = PartTemplate(sheet, UPRIGHT, cover=False)
        canvas = template.lay_out(contents_flowables(root.add("TOC"), caption, items, sheet), self.ledger)
        full = sum(template.filled)
        return Part(tuple(canvas.pages), tuple(root.kids), canvas.record, frozenset(), frozenset(), 0, full=full)


def _closed_up(set_: Callable[[bool], Part]) -> Part:
    """A part as it comes; when so much of its pages is empty that it could do with one less, a bit tighter."""
    usual = set_(False)
    pages = len(usual.pages)
    if not 1 < pages <= _MOST_AGAIN or usual.full > pages - 1 + _LEFT_OVER:
        return usual
    return min(usual, set_(True), key=lambda part: len(part.pages))


def _drawn(block: FigureBlock, width: float, *, colour: bool) -> Hashable:
    """A chart as bytes that are equal when it looks the same; one that cannot be written down equals no other."""
    try:
        return pickle.dumps(block.draw(width, colour), 5)
    except (pickle.PicklingError, AttributeError, TypeError):
        return object()


def destination(part: int, heading: int) -> str:
    """How a heading of a part is named as the end of a link; the contents itself is not counted as a part."""
    return f"{part}.{heading}"
