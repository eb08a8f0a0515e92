"""The contents and the page total: what a second build pass is needed for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.doctemplate import IndexingFlowable
from reportlab.platypus.flowables import Flowable

from coopdesk.dossier.pdf.marking import tagged_canvas
from coopdesk.dossier.pdf.markup import Markup
from coopdesk.dossier.pdf.paragraphs import TaggedParagraph
from coopdesk.dossier.pdf.structure import StructElem

_NUMBER_WIDTH = 30.0


@dataclass(frozen=True, slots=True)
class ContentsItem:
    """One heading as it appears in the contents."""

    level: int
    title: Markup
    plain_title: str
    destination: str


class ContentsEntry(Flowable):
    """One line of the contents: TOCI, Reference and Link around title and number."""

    def __init__(self, link: StructElem, item: ContentsItem, style: ParagraphStyle, rule: Color, page: int) -> None:
        """Shows an item; the page is zero until a pass has found it."""
        super().__init__()
        self._link = link
        self._item = item
        self._style = style
        self._rule = rule
        self._number = str(page)
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


class TableOfContents(IndexingFlowable):
    """All headings of the story; it has its final height in the first pass already."""

    def __init__(
        self,
        element: StructElem,
        items: list[ContentsItem],
        styles: tuple[ParagraphStyle, ...],
        rule: Color,
        line: str,
    ) -> None:
        """Lists the items, which may still grow until the document is built; `line` is the spoken pattern."""
        super().__init__()
        self._element = element
        self._fixed_kids = len(element.kids)
        self._items = items
        self._styles = styles
        self._rule = rule
        self._line = line
        self._pages: dict[str, int] = {}
        self._previous: dict[str, int] = {}
        self._entries: list[ContentsEntry] = []

    def isSatisfied(self) -> int:
        """Whether no page number changed in this pass."""
        return int(self._pages == self._previous)

    def notify(self, kind: str, stuff: Any) -> None:
        """Notes the page of a heading."""
        if kind == "Heading":
            self._pages[stuff[0]] = stuff[1]

    def beforeBuild(self) -> None:
        """Composes the entries of this pass from the page numbers of the pass before."""
        self._previous = dict(self._pages)
        del self._element.kids[self._fixed_kids :]
        parents = [self._element]
        self._entries = []
        for item in self._items:
            while len(parents) < item.level:
                parents.append(parents[-1].add("TOC"))
            del parents[item.level :]
            reference = parents[-1].add("TOCI").add("Reference")
            page = self._pages.get(item.destination, 0)
            spoken = self._line.format(title=item.plain_title, page=page)
            link = reference.add("Link", alt=spoken)
            self._entries.append(ContentsEntry(link, item, self._styles[item.level - 1], self._rule, page))

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """The height of all entries."""
        self.width = aW
        self.height = sum(entry.wrapOn(self.canv, aW, aH)[1] for entry in self._entries)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803
        """Gives the entries to the frame one by one."""
        return list(self._entries)

    def draw(self) -> None:
        """Draws the entries below each other."""
        top = self.height
        for entry in self._entries:
            top -= entry.height
            entry.drawOn(self.canv, 0, top)


class PageTotal(IndexingFlowable):
    """The number of pages of the pass before, for 'page x of y' without touching links."""

    width = height = 0

    def __init__(self) -> None:
        """Starts without a known total."""
        super().__init__()
        self.value = 0
        self.last_page = 0

    def isSatisfied(self) -> int:
        """Whether the total shown in this pass was right."""
        return int(self.value == self.last_page)

    def notify(self, kind: str, stuff: Any) -> None:
        """Notes the number of each page that is finished."""
        if kind == "Page":
            self.last_page = stuff

    def beforeBuild(self) -> None:
        """Shows the total of the pass before."""
        self.value = self.last_page

    def draw(self) -> None:
        """Nothing to draw: it only listens."""
