"""The text object of a paragraph: one marked-content sequence, and a space at each line end that separates words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfgen.textobject import PDFTextObject

from coopdesk.dossier.pdf.structure import StructElem

if TYPE_CHECKING:
    from coopdesk.dossier.pdf.marking import TaggedCanvas


class MarkedText(PDFTextObject):
    """Text that belongs to one element; it is marked when its code is taken, after the bullet was drawn."""

    _code: list[str]
    is_marked = True

    def __init__(self, canvas: TaggedCanvas, x: float, y: float, element: StructElem, spaced_lines: list[bool]) -> None:
        """Starts a text object; `spaced_lines` tells of each line whether a word space ends it."""
        super().__init__(canvas, x, y)
        self._tagged_canvas = canvas
        self._element = element
        self._spaced_lines = iter(spaced_lines)

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N803 - reportlab's name
        """Shows text; without the space, words of two lines would grow together (ISO 32000-1, 14.8.2.5)."""
        if TStar and next(self._spaced_lines, False):
            text += " "
        super()._textOut(text, TStar)  # type: ignore[misc]

    def getCode(self) -> str:
        """The code between BDC and EMC, or bare inside an artifact."""
        code = super().getCode()
        if self._tagged_canvas.in_artifact:
            return code
        return f"{self._tagged_canvas.mark_operator(self._element)} {code} EMC"
