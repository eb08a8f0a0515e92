"""The contents: a line per heading that leads to its page."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.flowables import Flowable

from coopdesk.dossier.pdf.marking import tagged_canvas
from coopdesk.dossier.pdf.markup import Markup
from coopdesk.dossier.pdf.paragraphs import TaggedParagraph
from coopdesk.dossier.pdf.sheet import Sheet
from coopdesk.dossier.pdf.structure import StructElem

_NUMBER_WIDTH = 30.0


@dataclass(frozen=True, slots=True)
class ContentsItem:
    """One heading as it appears in the contents."""

    level: int
    title: Markup
    spoken: str
    destination: str
    page: int


class ContentsEntry(Flowable):
    """One line of the contents: TOCI, Reference and Link around title and number."""

    def __init__(self, link: StructElem, item: ContentsItem, style: ParagraphStyle, rule: Color) -> None:
        """Shows an item; its height does not depend on the page number."""
        super().__init__()
        self._link = link
        self._item = item
        self._style = style
        self._rule = rule
        self._number = str(item.page)
        self._title = TaggedParagraph.of(link, item.title, style)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Leaves room for the page number at the right of the title."""
        self.width = aW
        _, height = self._title.wrapOn(self.canv, aW - _NUMBER_WIDTH, aH)
        self._title_height = height
        self.height = height + self._style.spaceBefore
        return self.width, self.height

    def draw(self) -> None:
        """Draws title and number as link text; chapters get a hairline above."""
        canvas, style = tagged_canvas(self.canv), self._style
        self._title.drawOn(canvas, 0, 0)
        first = self._title.blPara if self._title.blPara.kind == 0 else self._title.blPara.lines[0]
        baseline = self._title_height - first.ascent - (len(self._title.blPara.lines) - 1) * style.leading
        if self._item.level == 1:
            canvas.saveState()
            canvas.setStrokeColor(self._rule)
            canvas.setLineWidth(0.5)
            canvas.line(0, self._title_height + 2.5, self.width, self._title_height + 2.5)
            canvas.restoreState()
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(style.textColor)
        with canvas.element(self._link):
            canvas.drawRightString(self.width, baseline, f" {self._number}")
        left = self.width - stringWidth(self._number, style.fontName, style.fontSize)
        canvas.link(
            self._link, (min(style.leftIndent, left), 0, self.width, self._title_height), self._item.destination
        )


def contents_flowables(element: StructElem, caption: Markup, items: list[ContentsItem], sheet: Sheet) -> list[Flowable]:
    """The contents with its caption, as content of a TOC element with one below it for each deeper level."""
    found: list[Flowable] = [TaggedParagraph.of(element.add("Caption"), caption, sheet.contents_title)]
    parents = [element]
    for item in items:
        while len(parents) < item.level:
            parents.append(parents[-1].add("TOC"))
        del parents[item.level :]
        link = parents[-1].add("TOCI").add("Reference").add("Link", alt=item.spoken)
        found.append(ContentsEntry(link, item, sheet.contents[item.level - 1], sheet.palette.rule))
    return found
