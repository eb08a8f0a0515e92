"""Flowables that are not running text: charts, figures side by side, boxes for signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import Color
from reportlab.platypus import FrameBreak, KeepTogether
from reportlab.platypus.flowables import Flowable

from coopdesk.dossier.pdf.marking import tagged_canvas
from coopdesk.dossier.pdf.markup import Escaper
from coopdesk.dossier.pdf.paragraphs import TaggedParagraph
from coopdesk.dossier.pdf.structure import StructElem

PAD = 9.0
_GUTTER = 12.0


class TaggedFigure(Flowable):
    """A drawing as content of one Figure element, with its bounding box, never larger than the room it gets."""

    def __init__(self, element: StructElem, drawing: Drawing, font_name: str, room: tuple[float, float]) -> None:
        """Shows a drawing with an alternative text; its default font has to be an embedded one."""
        super().__init__()
        if not element.alt:
            raise ValueError("a figure needs an alternative text")
        self._element = element
        self._drawing = drawing
        vars(drawing)["initialFontName"] = font_name
        self._scale = min(1.0, room[0] / drawing.width, room[1] / drawing.height)
        self.width, self.height = drawing.width * self._scale, drawing.height * self._scale

    def draw(self) -> None:
        """Draws everything in one marked-content sequence and records the BBox."""
        canvas = tagged_canvas(self.canv)
        canvas.record.boxes[self._element] = canvas.absolute_box((0, 0, self.width, self.height))
        canvas.saveState()
        canvas.scale(self._scale, self._scale)
        with canvas.element(self._element):
            self._drawing.drawOn(canvas, 0, 0)
        canvas.restoreState()


def clean_texts(node: Any, escaper: Escaper) -> None:
    """Replaces what the fonts cannot show in every text of a drawing."""
    for part in getattr(node, "contents", ()):
        if isinstance(part, String):
            part.text = escaper.clean(part.text)
        clean_texts(part, escaper)


class Stack(Flowable):
    """Paragraphs below each other in a box with room around them and a ground or an outline."""

    def __init__(
        self, lines: Sequence[TaggedParagraph], *, ground: Color | None = None, outline: Color | None = None,
        rule: Color | None = None, below: float = 0.0,
    ) -> None:  # fmt: skip
        """`below` is white space inside the box under the text; `rule` is a thick line along its left side."""
        super().__init__()
        self._lines = lines
        self._ground, self._outline, self._rule, self._below = ground, outline, rule, below
        # Text without a box around it stands in line with the text of the page.
        self._side = PAD if ground or outline or rule else 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """The box is as wide as its room and as high as its text."""
        self.width = aW
        heights = [line.wrapOn(self.canv, aW - 2 * self._side, aH)[1] + line.style.spaceAfter for line in self._lines]
        self.height = sum(heights) + 2 * PAD + self._below
        return self.width, self.height

    def draw(self) -> None:
        """Draws the box as an artifact and the lines as content, from the top."""
        canvas = tagged_canvas(self.canv)
        canvas.saveState()
        if self._ground is not None:
            canvas.setFillColor(self._ground)
            canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        if self._outline is not None:
            canvas.setStrokeColor(self._outline)
            canvas.setLineWidth(0.75)
            canvas.rect(0, 0, self.width, self.height, stroke=1, fill=0)
        if self._rule is not None:
            canvas.setFillColor(self._rule)
            canvas.rect(0, 0, 2.5, self.height, stroke=0, fill=1)
        canvas.restoreState()
        top = self.height - PAD
        for line in self._lines:
            top -= line.height
            line.drawOn(canvas, self._side, top)
            top -= line.style.spaceAfter


class Beside(Flowable):
    """Boxes side by side, all as high as the highest."""

    def __init__(self, boxes: Sequence[Stack], across: int, after: float = 12.0) -> None:
        """`across` boxes fill the width; fewer keep the same width, so that rows stay aligned."""
        super().__init__()
        self._boxes = boxes
        self._across = across
        self.spaceAfter = after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """As high as the highest box."""
        self.width = aW
        self._each = (aW - _GUTTER * (self._across - 1)) / self._across
        self.height = max(box.wrapOn(self.canv, self._each, aH)[1] for box in self._boxes)
        return self.width, self.height

    def draw(self) -> None:
        """Draws the boxes from left to right."""
        for at, box in enumerate(self._boxes):
            box.height = self.height
            box.drawOn(self.canv, at * (self._each + _GUTTER), 0)


class RoomFor(Flowable):
    """Starts a new page when what follows could not begin on this one: headings and captions never stand alone.

    reportlab's keepWithNext does not reach over a caption to a table, and moves whole paragraphs.
    """

    width = height = 0
    locChanger = 1  # noqa: N815 - reportlab's name

    def __init__(self, leading: Sequence[Flowable], first: Flowable | None) -> None:
        """`leading` are headings and captions, `first` is what they lead to."""
        super().__init__()
        self._leading = leading
        self._first = first

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Takes no room; asks for a new frame when there is too little and the frame has been used."""
        frame: Any = self._doctemplateAttr("frame")  # type: ignore[attr-defined]
        if frame is not None and not frame._atTop and aH < min(self._needed(aW, aH), frame._aH):  # noqa: SLF001 - unnamed
            frame.add_generated_content(FrameBreak)
        return 0, 0

    def _needed(self, width: float, left: float) -> float:
        leading = self._stacked(self._leading, width)
        if self._first is None:
            return leading
        between = max(self._first.getSpaceBefore(), self._leading[-1].getSpaceAfter())
        return leading + between + self._least(self._first, width, left)

    def _least(self, flowable: Flowable, width: float, left: float) -> float:
        """What has to fit of a flowable for it to begin on a page of which so much is left, in points."""
        if isinstance(flowable, KeepTogether):
            content: list[Flowable] = vars(flowable)["_content"]
            return self._stacked(content, width)
        vars(flowable)["canv"] = self.canv  # as wrapOn does
        own = getattr(flowable, "least_height", None)
        return float(own(width, left) if own is not None else flowable.wrapOn(self.canv, width, 1e6)[1])

    def _stacked(self, flowables: Iterable[Flowable], width: float) -> float:
        """The height of flowables below each other: as on the page, of two spaces that meet the larger one counts."""
        height = after = 0.0
        for flowable in flowables:
            height += max(flowable.getSpaceBefore(), after) + flowable.wrapOn(self.canv, width, 1e6)[1]
            after = flowable.getSpaceAfter()
        return height

    def draw(self) -> None:
        """Nothing to draw."""
