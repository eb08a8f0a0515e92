"""A canvas that writes marked content (ISO 32000-1, 14.6) and refuses untagged text."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Literal

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from coopdesk.dossier.pdf.fonts import Ledger
from coopdesk.dossier.pdf.record import Box, ContentRecord, Field, Link, PageCode
from coopdesk.dossier.pdf.structure import StructElem

ArtifactKind = Literal["Header", "Footer", "Pagination", "Layout"]

_ARTIFACTS: dict[ArtifactKind, str] = {
    "Header": "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC",
    "Footer": "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC",
    "Pagination": "/Artifact <</Type /Pagination>> BDC",
    "Layout": "/Artifact <</Type /Layout>> BDC",
}
_PACKING = 6


class UntaggedContentError(ValueError):
    """Text or an image was drawn outside marked content: a fault of this package, never of a document."""


class TaggedCanvas(Canvas):
    """Canvas whose content belongs to a structure element or is an artifact, always.

    It writes no file: it keeps the code of its pages, so that a part that did not change is not drawn again.
    """

    _code: list[str]

    def __init__(self, ledger: Ledger, pagesize: tuple[float, float] | None = None) -> None:
        """Starts with an empty record; letters get the codes of the ledger."""
        self.record = ContentRecord()
        self.pages: list[PageCode] = []
        self.label: StructElem | None = None
        self._sequences: list[str] = []
        self._images: set[str] = set()
        options: dict[str, Any] = {"initialFontName": ledger.first}  # which the stubs take for a number
        super().__init__(BytesIO(), pagesize=pagesize, **options)
        self._doc = ledger.codes

    def showPage(self) -> None:
        """Keeps the page that is finished and begins the next."""
        inner: Any = self
        code = "\n".join(["q", *self._code, "Q"]).encode("latin-1")
        width, height = inner._pagesize  # noqa: SLF001 - the size of this page
        self.pages.append(PageCode(width, height, zlib.compress(code, _PACKING), frozenset(self._images)))
        self._images = set()
        inner._startPage()  # noqa: SLF001 - what Canvas.showPage itself ends with

    def save(self) -> None:
        """Keeps the last page; there is no file."""
        if self._code:
            self.showPage()

    @property
    def page_index(self) -> int:
        """The zero-based index of the page being drawn."""
        return int(self.getPageNumber()) - 1

    @property
    def in_artifact(self) -> bool:
        """Whether an artifact is open, which swallows all content drawn in it."""
        return bool(self._sequences) and self._sequences[0] == "artifact"

    def begin_element(self, element: StructElem) -> None:
        """Opens a marked-content sequence of the element, or nothing inside an artifact."""
        if self.in_artifact:
            self._sequences.append("")
            return
        if self._sequences:
            raise UntaggedContentError(f"{element.role} starts inside another marked content")
        self._sequences.append("element")
        self._code.append(self.mark_operator(element))

    def begin_artifact(self, kind: ArtifactKind = "Layout") -> None:
        """Opens an artifact, or nothing inside other marked content."""
        if self._sequences:
            self._sequences.append("")
            return
        self._sequences.append("artifact")
        self._code.append(_ARTIFACTS[kind])

    def end_marked_content(self) -> None:
        """Closes what the latest begin_element or begin_artifact opened."""
        if self._sequences.pop():
            self._code.append("EMC")

    @contextmanager
    def element(self, element: StructElem) -> Iterator[None]:
        """Marks everything drawn in the with block as content of the element."""
        self.begin_element(element)
        yield
        self.end_marked_content()

    @contextmanager
    def artifact(self, kind: ArtifactKind = "Layout") -> Iterator[None]:
        """Marks everything drawn in the with block as an artifact."""
        self.begin_artifact(kind)
        yield
        self.end_marked_content()

    def mark_operator(self, element: StructElem) -> str:
        """The BDC operator of the element's next sequence on this page."""
        mcid = self.record.mark(element, self.page_index)
        return f"/{element.role} <</MCID {mcid}>> BDC"

    def drawText(self, aTextObject: PDFTextObject) -> None:  # noqa: N803 - reportlab's name
        """Draws text; text without marks of its own outside marked content is an error."""
        is_marked = getattr(aTextObject, "is_marked", False)
        if is_marked and self._sequences and not self.in_artifact:
            raise UntaggedContentError("a paragraph is drawn inside other marked content")
        if is_marked or self._sequences:
            super().drawText(aTextObject)
        elif self.label is not None:
            with self.element(self.label):
                super().drawText(aTextObject)
        else:
            raise UntaggedContentError(f"untagged text: {aTextObject.getCode()[:80]}")

    def drawImage(self, *args: Any, **kwargs: Any) -> Any:
        """Refused: a picture belongs to an element; see `picture`."""
        raise UntaggedContentError("untagged image")

    def picture(self, element: StructElem, name: str, data: bytes, box: Box) -> None:
        """Draws the picture with this name and these bytes in a box (left, bottom, width, height)."""
        self.record.images[name] = data
        self._images.add(name)
        left, bottom, width, height = box
        with self.element(element):
            self._code.append(f"q {width:.3f} 0 0 {height:.3f} {left:.3f} {bottom:.3f} cm /{name} Do Q")

    def line(self, *args: Any, **kwargs: Any) -> None:
        """Draws a line; outside marked content it is a layout artifact."""
        with self.artifact():
            super().line(*args, **kwargs)

    def lines(self, *args: Any, **kwargs: Any) -> None:
        """Draws lines; outside marked content they are a layout artifact."""
        with self.artifact():
            super().lines(*args, **kwargs)

    def rect(self, *args: Any, **kwargs: Any) -> None:
        """Draws a rectangle; outside marked content it is a layout artifact."""
        with self.artifact():
            super().rect(*args, **kwargs)

    def roundRect(self, *args: Any, **kwargs: Any) -> None:
        """Draws a rounded rectangle; outside marked content it is a layout artifact."""
        with self.artifact():
            super().roundRect(*args, **kwargs)

    def drawPath(self, *args: Any, **kwargs: Any) -> None:
        """Draws a path; outside marked content it is a layout artifact."""
        with self.artifact():
            super().drawPath(*args, **kwargs)

    def link(self, element: StructElem, rect: Box, destination: str) -> None:
        """Adds a link below the Link element."""
        spoken = element.alt or destination
        self.record.annotate(Link(self.page_index, self.absolute_box(rect), destination, spoken), element)

    def field(self, element: StructElem, rect: Box, name: str, spoken: str, *, signature: bool) -> None:
        """Adds a field to fill in below the Form element."""
        box = self.absolute_box(rect)
        self.record.annotate(Field(self.page_index, box, name, spoken, signature), element)

    def absolute_box(self, rect: Box) -> Box:
        """A box of the current coordinate system in page coordinates."""
        left, bottom = self.absolutePosition(rect[0], rect[1])
        right, top = self.absolutePosition(rect[2], rect[3])
        return (round(left, 3), round(bottom, 3), round(right, 3), round(top, 3))


def tagged_canvas(canvas: Canvas) -> TaggedCanvas:
    """The canvas as the tagged canvas that it has to be."""
    if not isinstance(canvas, TaggedCanvas):
        raise TypeError("tagged flowables need a TaggedCanvas")
    return canvas
