"""The box in which a party signs: on paper with a pen, on screen by filling in its fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.platypus.flowables import Flowable

from coopdesk.dossier.model import Signatory
from coopdesk.dossier.pdf.figures import PAD, Beside, Stack
from coopdesk.dossier.pdf.marking import tagged_canvas
from coopdesk.dossier.pdf.markup import Escaper
from coopdesk.dossier.pdf.paragraphs import TaggedParagraph
from coopdesk.dossier.pdf.sheet import Sheet
from coopdesk.dossier.pdf.structure import StructElem

_LABEL_WIDTH = 78.0
_LONGEST, _MOST_LINES = 160, 6
_LABEL_HIGH = 52.0
_STEPS = 8


@dataclass(frozen=True, slots=True)
class Room:
    """Room for writing a line and a signature, and the space between two rows of boxes, in points."""

    line: float = 19.0
    signature: float = 52.0
    after: float = 12.0


# From ample to as low as a pen and a finger on a screen still manage.
_ROOMS = tuple(Room(19 - 3 * at / _STEPS, 52 - 20 * at / _STEPS, 12 - 4 * at / _STEPS) for at in range(_STEPS + 1))


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing to fill in: its label, the element of its field, and the name that programs know it by."""

    label: TaggedParagraph
    element: StructElem
    name: str
    spoken: str
    signature: bool

    def height(self, room: Room) -> float:
        """Room for writing, in points."""
        return room.signature if self.signature else room.line


class SigningBox(Stack):
    """Name and decisions of a party, then a line for each thing to fill in."""

    def __init__(self, lines: Sequence[TaggedParagraph], blanks: Sequence[Blank], rule: Color) -> None:
        """Draws an outline in the colour of the lines."""
        super().__init__(lines, outline=rule)
        self._blanks = blanks
        self._line = rule
        self.give(_ROOMS[0])

    def give(self, room: Room) -> None:
        """Sets how much room there is for writing."""
        self._room = room
        self._below = sum(blank.height(room) for blank in self._blanks) + PAD / 2

    def draw(self) -> None:
        """Draws the box, then labels and lines from the foot of the text."""
        super().draw()
        canvas = tagged_canvas(self.canv)
        top = PAD + sum(blank.height(self._room) for blank in self._blanks)
        for blank in self._blanks:
            bottom = top - blank.height(self._room)
            blank.label.wrapOn(canvas, _LABEL_WIDTH, _LABEL_HIGH)
            blank.label.drawOn(canvas, PAD, (top - blank.label.height - 2) if blank.signature else bottom + 3)
            canvas.saveState()
            canvas.setStrokeColor(self._line)
            canvas.setLineWidth(0.5)
            canvas.line(PAD + _LABEL_WIDTH, bottom, self.width - PAD, bottom)
            canvas.restoreState()
            box = (PAD + _LABEL_WIDTH, bottom + 1, self.width - PAD, top - 2)
            canvas.field(blank.element, box, blank.name, blank.spoken, signature=blank.signature)
            top = bottom


class SigningRows(Flowable):
    """Stands before rows of boxes and makes them just so much lower that they take no page for a last row."""

    width = height = 0

    def __init__(self, boxes: Sequence[SigningBox], rows: Sequence[Beside], page: float) -> None:
        """`rows` hold the boxes and follow this in the story; `page` is the room of a whole page, in points."""
        super().__init__()
        self._boxes, self._rows, self._page = boxes, rows, page

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Takes no room itself; of what asks the fewest pages it gives the boxes the most."""
        pages = [self._pages(room, aW, aH) for room in _ROOMS]
        self._give(_ROOMS[pages.index(min(pages))])
        return 0, 0

    def least_height(self, width: float, _left: float) -> float:
        """All boxes stay together on one page when they fit on one."""
        self._give(_ROOMS[-1])
        heights = self._heights(width)
        whole = sum(heights) - self._rows[-1].getSpaceAfter()
        return whole if whole <= self._page else heights[0]

    def draw(self) -> None:
        """Nothing to draw."""

    def _give(self, room: Room) -> None:
        for box in self._boxes:
            box.give(room)
        for row in self._rows:
            row.spaceAfter = room.after

    def _heights(self, width: float) -> list[float]:
        """The rows with the space below each."""
        return [row.wrapOn(self.canv, width, 1e6)[1] + row.getSpaceAfter() for row in self._rows]

    def _pages(self, room: Room, width: float, left: float) -> int:
        """How many pages the rows reach over when this one has so much left."""
        self._give(room)
        pages = 1
        for row, height in zip(self._rows, self._heights(width), strict=True):
            if height - row.getSpaceAfter() > left:
                pages, left = pages + 1, self._page
            left -= height
        return pages


def signature_box(
    signatory: Signatory, labels: Sequence[str], number: int, element: StructElem, sheet: Sheet, escaper: Escaper
) -> SigningBox:
    """The box of the party with this number; the last label is that of the signature."""

    def text(words: str, style: str) -> TaggedParagraph:
        shown = escaper.short(words, _LONGEST)
        return TaggedParagraph.of(element.add("P"), escaper.text(shown), getattr(sheet, style))

    said = [line for line in signatory.lines if line]
    shown = said if len(said) <= _MOST_LINES else [*said[: _MOST_LINES - 1], "; ".join(said[_MOST_LINES - 1 :])]
    lines = [text(signatory.party, "caption"), *(text(line, "fact_note") for line in shown)]
    blanks = []
    party = escaper.short(signatory.party, _LONGEST)
    for at, words in enumerate(labels, start=1):
        label = text(words, "label")
        spoken = f"{party} – {escaper.short(words, _LONGEST)}"
        name = f"party{number}-{at}"
        blanks.append(Blank(label, label.element.add("Form"), name, spoken, signature=at == len(labels)))
    return SigningBox(lines, blanks, sheet.palette.line)
