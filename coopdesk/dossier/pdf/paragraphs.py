"""Paragraphs, headings and list items that mark their own content."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any, Self, cast

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Paragraph
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.paragraph import (  # type: ignore[attr-defined]  # how a line ended is known to these alone
    _HSFrag,
    _SplitWord,
    _SplitWordEnd,
)

from coopdesk.dossier.pdf.marking import tagged_canvas
from coopdesk.dossier.pdf.markup import Markup
from coopdesk.dossier.pdf.record import PlacedHeading
from coopdesk.dossier.pdf.structure import StructElem
from coopdesk.dossier.pdf.textmarks import MarkedText

_UNSPLIT, _FIRST = 3, 2  # lines: of three, one would stand alone
_MANY = 150  # lines, some three pages


class TaggedParagraph(Paragraph):
    """A paragraph that belongs to one structure element, on however many pages it is drawn."""

    element: StructElem
    label: StructElem | None = None
    blPara: Any  # noqa: N815 - reportlab's name
    allowOrphans: int  # noqa: N815
    allowWidows: int  # noqa: N815
    frags: list[Any]
    goes_on = False
    breaks = False

    @classmethod
    def of(
        cls,
        element: StructElem,
        text: Markup,
        style: ParagraphStyle,
        bullet: str | None = None,
        label: StructElem | None = None,
    ) -> Self:
        """A paragraph for the element; the bullet belongs to the label element."""
        paragraph = cls(text, style, bullet)
        paragraph.element = element
        paragraph.label = label
        return paragraph

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """Splits over pages; all parts keep the structure element."""
        parts = [cast("Self", part) for part in super().split(availWidth, availHeight)]
        if len(parts) > 1:
            at = round(parts[0].height / self.style.leading)
            parts = [parts[0], *(self._pieces(at) or parts[1:])]
        for part in parts:
            self._pass_on(part)
        for part, following in pairwise(parts):
            part.goes_on, part.breaks = True, following.take_line_feed()
        if len(parts) > 1:
            parts[-1].goes_on, parts[-1].breaks = self.goes_on, self.breaks
        return list(parts)

    def take_line_feed(self) -> bool:
        """Takes off a line feed at the begin, which reportlab leaves there as an empty line; whether one was there."""
        first = self.frags[0] if len(self.frags) > 1 else None
        fed = isinstance(first, list) and hasattr(first[1][0], "lineBreak")
        if fed:
            self.frags = self.frags[1:]
        return fed

    def _pieces(self, begin: int) -> list[Self]:
        """The lines from this one on as paragraphs of a few pages each, as they would stand in one; none when there are
        few lines. reportlab breaks all that is left anew on every page: half a minute for a text of a hundred pages."""
        total = len(self.blPara.lines)
        if total - begin <= _MANY:
            return []
        take: Callable[[Any, int, int], list[Any]] = self._get_split_blParaFunc()  # type: ignore[attr-defined]
        pieces = list[Self]()
        for first in range(begin, total, _MANY):
            last = first + _MANY >= total
            after = self.style.spaceAfter if last else 0
            style = self.style.clone("piece", firstLineIndent=0, spaceBefore=0, spaceAfter=after)
            piece = type(self)("", style, frags=take(self.blPara, first, min(first + _MANY, total)))
            piece.allowOrphans = 1  # its first line is none of a paragraph
            if not last:
                piece.allowWidows = 1
            pieces.append(piece)
        return pieces

    def least_height(self, width: float, _left: float) -> float:
        """What has to fit below a heading: a paragraph of three lines whole, as it is not split, else two lines."""
        _, height = self.wrap(width, 1e6)
        lines = round(height / self.style.leading)
        return min(lines if lines <= _UNSPLIT else _FIRST, lines) * self.style.leading

    def _pass_on(self, part: Self) -> None:
        """Gives a part of this paragraph what reportlab does not copy."""
        part.element = self.element
        part.label = self.label

    def draw(self) -> None:
        """Draws the text as content of the element and the bullet as content of the label."""
        canvas = tagged_canvas(self.canv)
        canvas.label = self.label
        super().draw()
        canvas.label = None

    def beginText(self, x: float, y: float) -> PDFTextObject:
        """A text object with marks; reportlab asks for it once, after the bullet."""
        return MarkedText(tagged_canvas(self.canv), x, y, self.element, self._spaced_lines())

    def _spaced_lines(self) -> list[bool]:
        """Of each line whether it ends at a word space."""
        lines = self.blPara.lines
        if self.blPara.kind == 0:
            words = [line[1][-1] if line[1] else "" for line in lines]
            spaced = [not isinstance(w, _SplitWord) or isinstance(w, _SplitWordEnd) for w in words]
        else:
            words = [self.frags[line.sFW - 1] for line in lines[1:]] + self.frags[-1:]
            spaced = [
                getattr(line, "lineBreak", False) or isinstance(word, _HSFrag)
                for line, word in zip(lines, words, strict=True)
            ]
        spaced[-1:] = [self.goes_on and (self.breaks or spaced[-1])]
        return spaced


class TaggedHeading(TaggedParagraph):
    """A heading that is also a bookmark and an entry of the contents."""

    title: str
    level: int
    in_contents = True

    def _pass_on(self, part: Self) -> None:
        """Gives a part of this heading its title too; only the first part is noted."""
        super()._pass_on(part)
        part.title = self.title
        part.level = self.level
        part.in_contents = self.in_contents

    def draw(self) -> None:
        """Notes where the heading stands, then draws it."""
        canvas = tagged_canvas(self.canv)
        if canvas.record.start(self.element):
            top = canvas.absolute_box((0, 0, 0, self.height))[3]
            canvas.record.headings.append(
                PlacedHeading(self.title, self.level, canvas.page_index, top, self.in_contents)
            )
        super().draw()


class RemarkParagraph(TaggedParagraph):
    """A paragraph with a line along its left side, for what a reader has to know of the text around it."""

    bar: Color | None = None

    def _pass_on(self, part: Self) -> None:
        """Gives a part the line too."""
        super()._pass_on(part)
        part.bar = self.bar

    def draw(self) -> None:
        """Draws the line as an artifact, then the text."""
        canvas = tagged_canvas(self.canv)
        canvas.saveState()
        canvas.setFillColor(self.bar or self.style.textColor)
        canvas.rect(0, 1, 2, max(self.height - 2, 1), stroke=0, fill=1)
        canvas.restoreState()
        super().draw()
