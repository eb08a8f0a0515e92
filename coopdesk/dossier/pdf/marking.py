"""A canvas that writes marked content (ISO 32000-1, 14.6) and refuses untagged text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from coopdesk.dossier.pdf.record import Box, ContentRecord
from coopdesk.dossier.pdf.structure import StructElem

ArtifactKind = Literal["Header", "Footer", "Pagination", "Layout"]

_ARTIFACTS: dict[ArtifactKind, str] = {
    "Header": "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC",
    "Footer": "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC",
    "Pagination": "/Artifact <</Type /Pagination>> BDC",
    "Layout": "/Artifact <</Type /Layout>> BDC",
}
_PRINT_FLAG = 4


class UntaggedContentError(ValueError):
    """Text or an image was drawn outside marked content: a fault of this package, never of a document."""


class TaggedCanvas(Canvas):
    """Canvas whose content belongs to a structure element or is an artifact, always."""

    _code: list[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Starts with an empty record; the arguments are those of Canvas."""
        self.record = ContentRecord()
        self.label: StructElem | None = None
        self._sequences: list[str] = []
        super().__init__(*args, **kwargs)

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
        """Draws an image; an image outside marked content is an error."""
        if not self._sequences:
            raise UntaggedContentError("untagged image")
        return super().drawImage(*args, **kwargs)

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
        """Adds a link to a destination (StructParent, Contents) and its OBJR below the Link element."""
        canvas: Any = self
        entries: dict[str, Any] = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray(self.absolute_box(rect)),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": _PRINT_FLAG,
            "Contents": pdfdoc.PDFString(element.alt or destination),
            "StructParent": self.record.annotate(element, self.page_index),
            "Dest": canvas._bookmarkReference(destination),  # noqa: SLF001 - linkRect would add an annotation of its own
        }
        canvas._addAnnotation(pdfdoc.PDFDictionary(entries))  # noqa: SLF001 - the public way cannot set StructParent

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
