"""The pages of a part: their size, their frame, and the ground of the cover."""

from __future__ import annotations

import math
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.flowables import Flowable

from coopdesk.charts.fonts import shorten
from coopdesk.dossier.model import Furniture, Paper
from coopdesk.dossier.pdf.fonts import Ledger
from coopdesk.dossier.pdf.marking import TaggedCanvas, tagged_canvas
from coopdesk.dossier.pdf.record import PageCode
from coopdesk.dossier.pdf.sheet import BOTTOM, PAGE, SIDE, TOP, Sheet

# ASCII-85 would make every stream a fifth larger; nothing else in this program lets reportlab write pages.
rl_config.useA85 = 0

Size = tuple[float, float]
UPRIGHT: Size = (float(A4[0]), float(A4[1]))
COVER_GROUND = 172 * mm
_LYING_TOP, _LYING_BOTTOM = 23 * mm, 20 * mm
_RUNNING_SIZE = 8.5
_HEADER_LEFT = 0.78
_HEXAGON = 21 * mm


def page_size(paper: Paper, *, landscape: bool) -> Size:
    """Width and height of a page, in points; A3 only lies down."""
    width, height = A3 if paper is Paper.A3 else A4
    lies = landscape or paper is Paper.A3
    return (float(height), float(width)) if lies else (float(width), float(height))


def text_room(size: Size) -> Size:
    """Width and height between the margins, in points."""
    top, bottom = _margins(size)
    return size[0] - 2 * SIDE, size[1] - top - bottom


def _margins(size: Size) -> Size:
    """Above and below the text; a page that lies has little height to give away."""
    return (_LYING_TOP, _LYING_BOTTOM) if size[0] > size[1] else (TOP, BOTTOM)


class PartTemplate(BaseDocTemplate):
    """Lays out one part in one pass; header and footer come when all pages are known."""

    canvas: TaggedCanvas

    def __init__(self, sheet: Sheet, size: Size, *, cover: bool) -> None:
        """Lays out pages of one size; a cover has its ground and a frame of its own."""
        super().__init__(BytesIO(), pagesize=size, initialFontName=sheet.fonts.regular)
        self._sheet = sheet
        self.filled: list[float] = []
        if cover:
            frame = Frame(SIDE, BOTTOM, size[0] - 2 * SIDE, size[1] - BOTTOM - 30 * mm, 0, 0, 0, 0)
            self.addPageTemplates([PageTemplate("cover", [frame], onPage=self._cover_ground, pagesize=size)])
        else:
            frame = Frame(SIDE, _margins(size)[1], *text_room(size), 0, 0, 0, 0)
            self.addPageTemplates([PageTemplate("page", [frame], pagesize=size)])

    def lay_out(self, flowables: list[Flowable], ledger: Ledger) -> TaggedCanvas:
        """The canvas with the pages of the story on it."""

        def make(_: object, **options: Any) -> TaggedCanvas:
            self.canvas = TaggedCanvas(ledger, options["pagesize"])
            return self.canvas

        self.build(flowables, canvasmaker=make)
        return self.canvas

    def afterPage(self) -> None:
        """Notes how much of the page is full, from 0 to 1."""
        frame: Any = vars(self)["frame"]
        self.filled.append(1 - (frame._y - frame._y1p) / (frame._y2 - frame._y1p))  # noqa: SLF001 - not told otherwise

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


def running_pages(sizes: list[Size], furniture: Furniture, sheet: Sheet, ledger: Ledger, first: int) -> list[PageCode]:
    """Header and footer of every page from `first` on, as pagination artifacts; the pages before have none."""
    canvas, palette = TaggedCanvas(ledger), sheet.palette
    for number, (width, height) in enumerate(sizes, start=1):
        canvas.setPageSize((width, height))
        if number >= first:
            canvas.setFont(sheet.fonts.regular, _RUNNING_SIZE)
            canvas.setFillColor(palette.quiet)
            canvas.setStrokeColor(palette.rule)
            canvas.setLineWidth(0.5)
            with canvas.artifact("Header"):
                left = shorten(furniture.header_left, (width - 2 * SIDE) * _HEADER_LEFT, _RUNNING_SIZE)
                canvas.drawString(SIDE, height - 15 * mm, left)
                right = shorten(furniture.header_right, (width - 2 * SIDE) * (1 - _HEADER_LEFT), _RUNNING_SIZE)
                canvas.drawRightString(width - SIDE, height - 15 * mm, right)
                canvas.line(SIDE, height - 17.5 * mm, width - SIDE, height - 17.5 * mm)
            with canvas.artifact("Footer"):
                left = shorten(furniture.footer_left, (width - 2 * SIDE) * _HEADER_LEFT, _RUNNING_SIZE)
                canvas.drawString(SIDE, 13 * mm, left)
                page = furniture.page.format(page=number, total=len(sizes))
                canvas.drawRightString(width - SIDE, 13 * mm, page)
        canvas.showPage()
    return canvas.pages
