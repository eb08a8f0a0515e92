"""The box in which a party signs: on paper with a pen, on screen by filling in its fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color

from coopdesk.dossier.model import Signatory
from coopdesk.dossier.pdf.figures import PAD, Stack
from coopdesk.dossier.pdf.marking import tagged_canvas
from coopdesk.dossier.pdf.markup import Escaper
from coopdesk.dossier.pdf.paragraphs import TaggedParagraph
from coopdesk.dossier.pdf.sheet import Sheet
from coopdesk.dossier.pdf.structure import StructElem

_LABEL_WIDTH = 78.0
_LONGEST, _MOST_LINES = 160, 6
_LINE_HIGH, _SIGNATURE_HIGH = 19.0, 52.0


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing to fill in: its label, the element of its field, and the name that programs know it by."""

    label: TaggedParagraph
    element: StructElem
    name: str
    spoken: str
    signature: bool

    @property
    def height(self) -> float:
        """Room for writing, in points."""
        return _SIGNATURE_HIGH if self.signature else _LINE_HIGH


class SigningBox(Stack):
    """Name and decisions of a party, then a line for each thing to fill in."""

    def __init__(self, lines: Sequence[TaggedParagraph], blanks: Sequence[Blank], rule: Color) -> None:
        """Draws an outline in the colour of the lines."""
        super().__init__(lines, outline=rule, below=sum(blank.height for blank in blanks) + PAD / 2)
        self._blanks = blanks
        self._line = rule

    def draw(self) -> None:
        """Draws the box, then labels and lines from the foot of the text."""
        super().draw()
        canvas = tagged_canvas(self.canv)
        top = PAD + sum(blank.height for blank in self._blanks)
        for blank in self._blanks:
            bottom = top - blank.height
            blank.label.wrapOn(canvas, _LABEL_WIDTH, _SIGNATURE_HIGH)
            blank.label.drawOn(canvas, PAD, (top - blank.label.height - 2) if blank.signature else bottom + 3)
            canvas.saveState()
            canvas.setStrokeColor(self._line)
            canvas.setLineWidth(0.5)
            canvas.line(PAD + _LABEL_WIDTH, bottom, self.width - PAD, bottom)
            canvas.restoreState()
            box = (PAD + _LABEL_WIDTH, bottom + 1, self.width - PAD, top - 2)
            canvas.field(blank.element, box, blank.name, blank.spoken, signature=blank.signature)
            top = bottom


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
