"""The first page: what the dossier is, of whom and when."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Spacer
from reportlab.platypus.flowables import Flowable

from coopdesk.dossier.model import Cover, Logo
from coopdesk.dossier.pdf.figures import Beside, Stack
from coopdesk.dossier.pdf.marking import tagged_canvas
from coopdesk.dossier.pdf.markup import Escaper
from coopdesk.dossier.pdf.pages import COVER_GROUND, UPRIGHT, text_room
from coopdesk.dossier.pdf.paragraphs import TaggedParagraph
from coopdesk.dossier.pdf.pictures import picture_name
from coopdesk.dossier.pdf.sheet import Sheet
from coopdesk.dossier.pdf.structure import StructElem

_LOGO_HEIGHT, _LOGO_GAP = 15 * mm, 12 * mm
_TITLE_WIDTH = 128 * mm
_GROUND_TEXT = COVER_GROUND - 30 * mm - 16 * mm


class Raised(Flowable):
    """Text that stands at the bottom of a room of fixed height and grows upwards."""

    def __init__(self, lines: list[TaggedParagraph], height: float, width: float) -> None:
        """`height` and `width` in points; a text that is too long takes what it needs."""
        super().__init__()
        self._lines = lines
        self._room = height
        self._text_width = width

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """The room, or more when the text asks it."""
        self.width = aW
        taken = sum(part.wrapOn(self.canv, self._text_width, aH)[1] + part.style.spaceAfter for part in self._lines)
        self.height = max(self._room, taken)
        self._top = taken
        return self.width, self.height

    def draw(self) -> None:
        """Draws the lines from the top of the text."""
        top = self._top
        for line in self._lines:
            top -= line.height
            line.drawOn(self.canv, 0, top)
            top -= line.style.spaceAfter


class Logos(Flowable):
    """The logos in a row at the foot of the page, all equally high, each a Figure with its alternative text."""

    def __init__(self, logos: Sequence[Logo], element: StructElem) -> None:
        """Shrinks them together when they are too wide for the page."""
        super().__init__()
        self._logos = [(element.add("Figure", alt=logo.alt or "–"), logo) for logo in logos]

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """All that is left of the page, so that they stand at its foot."""
        wide = sum(_LOGO_HEIGHT * logo.width / logo.height for _, logo in self._logos)
        room = aW - _LOGO_GAP * (len(self._logos) - 1)
        self._high = _LOGO_HEIGHT * min(1.0, room / wide)
        self.width, self.height = aW, max(self._high, aH - 1)
        return self.width, self.height

    def draw(self) -> None:
        """Draws them from left to right."""
        canvas, left = tagged_canvas(self.canv), 0.0
        for element, logo in self._logos:
            wide = self._high * logo.width / logo.height
            canvas.record.boxes[element] = canvas.absolute_box((left, 0, left + wide, self._high))
            canvas.picture(element, picture_name(logo.data), logo.data, (left, 0.0, wide, self._high))
            left += wide + _LOGO_GAP


def cover_flowables(cover: Cover, element: StructElem, sheet: Sheet, escaper: Escaper) -> list[Flowable]:
    """The text of the cover: kicker, title and subtitle on the ground, the facts and a note below it."""

    def line(text: str, style: str, limit: int = 400) -> TaggedParagraph:
        return TaggedParagraph.of(element.add("P"), escaper.text(escaper.short(text, limit)), getattr(sheet, style))

    lines = [line(cover.kicker, "kicker", 80), line(cover.title, "cover_title", 140)]
    if cover.subtitle:
        lines.append(line(cover.subtitle, "cover_subtitle", 200))
    found: list[Flowable] = [Raised(lines, _GROUND_TEXT, min(_TITLE_WIDTH, text_room(UPRIGHT)[0]))]
    found.append(Spacer(1, 16 * mm + 26))
    if cover.facts:
        boxes = []
        for fact in cover.facts[:4]:
            texts = [line(fact.label, "fact_label", 60), line(fact.value, "cover_fact", 300)]
            texts += [line(fact.note, "fact_note", 120)] if fact.note else []
            boxes.append(Stack(texts))
        found.append(Beside(boxes, min(max(len(boxes), 2), 4)))
    for note in (part for part in cover.note.split("\n\n") if part.strip()):
        found += [line(note, "cover_note", 600), Spacer(1, 6)]
    if cover.logos:
        found.append(Logos(cover.logos, element))
    return found
