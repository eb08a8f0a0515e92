"""The document template: cover, upright and landscape pages with running content outside the structure tree."""

from __future__ import annotations

import math
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A3
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.flowables import Flowable

from coopdesk.dossier.model import Document, Furniture, Paper
from coopdesk.dossier.pdf.contents import PageTotal
from coopdesk.dossier.pdf.marking import TaggedCanvas, tagged_canvas
from coopdesk.dossier.pdf.markup import Escaper, readable
from coopdesk.dossier.pdf.record import ContentRecord
from coopdesk.dossier.pdf.sheet import BOTTOM, PAGE, SIDE, TOP, Sheet

# ASCII-85 would make every stream a fifth larger; nothing else in this program lets reportlab write pages.
rl_config.useA85 = 0

COVER, UPRIGHT, LANDSCAPE, LARGE = "cover", "upright", "landscape", "large"
_RUNNING_SIZE = 8.5
COVER_GROUND = 172 * mm
_HEXAGON = 21 * mm


class TaggedDocTemplate(BaseDocTemplate):
    """Builds a story in as many passes as needed and keeps the record of the last one."""

    def __init__(self, stream: BytesIO, document: Document, sheet: Sheet, escaper: Escaper) -> None:
        """Writes to the stream; equal stories give equal bytes."""
        super().__init__(
            stream,
            pagesize=PAGE,
            title=readable(document.title),
            author=readable(document.author),
            lang=document.language,
            invariant=1,
            initialFontName=sheet.fonts.regular,
        )
        self._sheet = sheet
        self._furniture = Furniture(
            header_left=escaper.clean(document.furniture.header_left),
            header_right=escaper.clean(document.furniture.header_right),
            footer_left=escaper.clean(document.furniture.footer_left),
            page=document.furniture.page,
        )
        width, height = PAGE
        cover = Frame(SIDE, BOTTOM, width - 2 * SIDE, height - BOTTOM - 30 * mm, 0, 0, 0, 0)
        templates = [
            PageTemplate(UPRIGHT, [_frame(PAGE)], onPage=self._running_content, pagesize=PAGE),
            PageTemplate(LANDSCAPE, [_frame(PAGE[::-1])], onPage=self._running_content, pagesize=PAGE[::-1]),
            PageTemplate(LARGE, [_frame(A3[::-1])], onPage=self._running_content, pagesize=A3[::-1]),
        ]
        front = PageTemplate(COVER, [cover], onPage=self._cover_ground, pagesize=PAGE)
        self.addPageTemplates([front, *templates] if document.cover else templates)
        self._total = PageTotal()
        self.record = ContentRecord()

    def compose(self, flowables: list[Flowable]) -> int:
        """Builds until contents and page total are right; returns the number of pages."""
        self.multiBuild([self._total, *flowables], canvasmaker=self._new_canvas, maxPasses=20)
        return self._total.last_page

    def afterPage(self) -> None:
        """Counts the page."""
        self.notify("Page", self.page)

    def _new_canvas(self, *args: Any, **kwargs: Any) -> TaggedCanvas:
        """The canvas of a new pass; its record is kept."""
        canvas = TaggedCanvas(*args, **kwargs)
        canvas.showOutline()
        self.record = canvas.record
        return canvas

    def _running_content(self, canvas: Canvas, template: BaseDocTemplate) -> None:
        """Draws header and footer as pagination artifacts."""
        target, furniture, palette = tagged_canvas(canvas), self._furniture, self._sheet.palette
        width, height = target._pagesize  # type: ignore[attr-defined]  # noqa: SLF001 - the size of this page
        target.saveState()
        target.setFont(self._sheet.fonts.regular, _RUNNING_SIZE)
        target.setFillColor(palette.quiet)
        target.setStrokeColor(palette.rule)
        target.setLineWidth(0.5)
        with target.artifact("Header"):
            target.drawString(SIDE, height - 15 * mm, furniture.header_left)
            target.drawRightString(width - SIDE, height - 15 * mm, furniture.header_right)
            target.line(SIDE, height - 17.5 * mm, width - SIDE, height - 17.5 * mm)
        with target.artifact("Footer"):
            target.drawString(SIDE, 13 * mm, furniture.footer_left)
            page = furniture.page.format(page=template.page, total=self._total.value)
            target.drawRightString(width - SIDE, 13 * mm, page)
        target.restoreState()

    def _cover_ground(self, canvas: Canvas, template: BaseDocTemplate) -> None:
        """Draws the ground of the cover with its tiles, the sign of the tile map inside."""
        target, palette = tagged_canvas(canvas), self._sheet.palette
        width, height = PAGE
        bottom = height - COVER_GROUND
        target.saveState()
        with target.artifact():
            target.setFillColor(palette.cover)
            target.rect(0, bottom, width, COVER_GROUND, stroke=0, fill=1)
            target.setFillColor(palette.cover_shape)
            clip = target.beginPath()
            clip.rect(0, bottom, width, COVER_GROUND)
            target.clipPath(clip, stroke=0, fill=0)
            for column, row in _TILES:
                _hexagon(target, width - 14 * mm, height - 22 * mm, column, row)
            if palette.cover == palette.cover.__class__(1, 1, 1):
                target.setFillColor(palette.ink)
                target.rect(SIDE, bottom, width - 2 * SIDE, 2, stroke=0, fill=1)
        target.restoreState()


_TILES = ((0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (0, 2), (1, 2), (0, 3), (1, 3), (0, 5), (2, 4), (0, 6), (1, 5))


def _hexagon(canvas: TaggedCanvas, right: float, top: float, column: int, row: int) -> None:
    """One tile, so many columns to the left and rows down."""
    size = _HEXAGON / math.sqrt(3) * 0.94
    x = right - column * _HEXAGON - (_HEXAGON / 2 if row % 2 else 0)
    y = top - row * _HEXAGON * math.sqrt(3) / 2
    path = canvas.beginPath()
    for corner in range(6):
        angle = math.radians(60 * corner + 30)
        (path.lineTo if corner else path.moveTo)(x + size * math.cos(angle), y + size * math.sin(angle))
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _frame(size: tuple[float, ...]) -> Frame:
    return Frame(SIDE, BOTTOM, size[0] - 2 * SIDE, size[1] - TOP - BOTTOM, 0, 0, 0, 0)


def paper_size(*, landscape: bool, paper: Paper = Paper.A4) -> tuple[float, float]:
    """Width and height of a page, in points."""
    if paper is Paper.A3:
        return float(A3[1]), float(A3[0])
    return (float(PAGE[1]), float(PAGE[0])) if landscape else (float(PAGE[0]), float(PAGE[1]))


def text_width(*, landscape: bool, paper: Paper = Paper.A4) -> float:
    """The width between the margins, in points."""
    return paper_size(landscape=landscape, paper=paper)[0] - 2 * SIDE


def text_height(*, landscape: bool, paper: Paper = Paper.A4) -> float:
    """The height between the margins, in points."""
    return paper_size(landscape=landscape, paper=paper)[1] - TOP - BOTTOM
