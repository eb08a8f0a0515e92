"""Checkpoint 28: annotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.dossier.matterhorn.elements import Element
from tests.dossier.matterhorn.model import PdfModel
from tests.dossier.matterhorn.registry import checkpoint

_SUBTYPES = """
    /Text /Link /FreeText /Line /Square /Circle /Polygon /PolyLine /Highlight /Underline
    /Squiggly /StrikeOut /Stamp /Caret /Ink /Popup /FileAttachment /Sound /Movie /Widget
    /Screen /PrinterMark /TrapNet /Watermark /3D /Redact
"""
_KNOWN = set(_SUBTYPES.split())
_HIDDEN = 2


def _visible(pdf: PdfModel, *subtypes: str) -> Iterator[tuple[int, Any, Element | None]]:
    """Yield annotations that are not hidden, of these subtypes if any are given."""
    for page, annotation, parent in pdf.annotations:
        if int(annotation.get("/F", 0)) & _HIDDEN:
            continue
        if not subtypes or annotation["/Subtype"] in subtypes:
            yield page, annotation, parent


def _is_in(annotation: Any, parent: Element | None, role: str) -> bool:
    """Tell whether ParentTree and OBJR both put the annotation in an element of a type."""
    if parent is None or parent.role != role:
        return False
    return any(reference.get_object() is annotation for reference in parent.objects)


@checkpoint("28-002")
def annotation_outside_annot(pdf: PdfModel) -> Iterator[str]:
    """An annotation other than Widget, Link and PrinterMark is not in an Annot element."""
    for page, annotation, parent in _visible(pdf):
        exempt = annotation["/Subtype"] in ("/Widget", "/Link", "/PrinterMark", "/Popup")
        if not exempt and not _is_in(annotation, parent, "Annot"):
            yield f"page {page + 1}: {annotation['/Subtype']}"


@checkpoint("28-004")
def annotation_without_description(pdf: PdfModel) -> Iterator[str]:
    """An annotation other than Widget has neither Contents nor Alt."""
    for page, annotation, parent in _visible(pdf):
        described = annotation.get("/Contents") or (parent and parent.text("/Alt"))
        if annotation["/Subtype"] != "/Widget" and not described:
            yield f"page {page + 1}: {annotation['/Subtype']}"


@checkpoint("28-005")
def field_without_description(pdf: PdfModel) -> Iterator[str]:
    """A form field has neither TU nor an enclosing element with Alt."""
    for page, annotation, parent in _visible(pdf, "/Widget"):
        if not (annotation.get("/TU") or (parent and parent.text("/Alt"))):
            yield f"page {page + 1}: {annotation.get('/T')}"


@checkpoint("28-006")
def unknown_subtype(pdf: PdfModel) -> Iterator[str]:
    """An annotation has a subtype undefined in ISO 32000."""
    for page, annotation, _ in pdf.annotations:
        if annotation["/Subtype"] not in _KNOWN:
            yield f"page {page + 1}: {annotation['/Subtype']}"


@checkpoint("28-007")
def trap_net(pdf: PdfModel) -> Iterator[str]:
    """An annotation of subtype TrapNet exists."""
    for page, annotation, _ in pdf.annotations:
        if annotation["/Subtype"] == "/TrapNet":
            yield f"page {page + 1}"


@checkpoint("28-008")
def page_without_tabs(pdf: PdfModel) -> Iterator[str]:
    """A page containing an annotation does not contain a Tabs entry."""
    for page in {page for page, _, _ in pdf.annotations}:
        if "/Tabs" not in pdf.reader.pages[page]:
            yield f"page {page + 1}"


@checkpoint("28-009")
def page_with_other_tabs(pdf: PdfModel) -> Iterator[str]:
    """A page containing an annotation has a Tabs entry with a value other than S."""
    for page in {page for page, _, _ in pdf.annotations}:
        if pdf.reader.pages[page].get("/Tabs", "/S") != "/S":
            yield f"page {page + 1}"


@checkpoint("28-010")
def widget_outside_form(pdf: PdfModel) -> Iterator[str]:
    """A widget annotation is not nested within a Form tag."""
    for page, annotation, parent in _visible(pdf, "/Widget"):
        if not _is_in(annotation, parent, "Form"):
            yield f"page {page + 1}: {annotation.get('/T')}"


@checkpoint("28-011")
def link_outside_link(pdf: PdfModel) -> Iterator[str]:
    """A link annotation is not nested within a Link tag."""
    for page, annotation, parent in _visible(pdf, "/Link"):
        if not _is_in(annotation, parent, "Link"):
            yield f"page {page + 1}: {annotation.get('/Contents')}"


@checkpoint("28-012")
def link_without_contents(pdf: PdfModel) -> Iterator[str]:
    """A link annotation does not include an alternate description in Contents."""
    for page, annotation, _ in _visible(pdf, "/Link"):
        if not str(annotation.get("/Contents", "")).strip():
            yield f"page {page + 1}"


def _media_clips(pdf: PdfModel) -> list[Any]:
    """Return all media clip data dictionaries."""
    return [o for o in pdf.dictionaries("/S", "/MCD") if "/D" in o]


@checkpoint("28-014")
def media_without_type(pdf: PdfModel) -> Iterator[str]:
    """CT entry is missing from the media clip data dictionary."""
    yield from ("no CT" for clip in _media_clips(pdf) if not clip.get("/CT"))


@checkpoint("28-015")
def media_without_description(pdf: PdfModel) -> Iterator[str]:
    """Alt entry is missing from the media clip data dictionary."""
    yield from ("no Alt" for clip in _media_clips(pdf) if not clip.get("/Alt"))


@checkpoint("28-016")
def file_attachment(pdf: PdfModel) -> Iterator[str]:
    """A file attachment annotation has a file specification without F and UF."""
    for page, annotation, _ in pdf.annotations:
        if annotation["/Subtype"] == "/FileAttachment":
            specification = annotation["/FS"]
            if not (specification.get("/F") and specification.get("/UF")):
                yield f"page {page + 1}"


@checkpoint("28-017")
def printer_mark_in_structure(pdf: PdfModel) -> Iterator[str]:
    """A PrinterMark annotation is included in the logical structure."""
    for page, annotation, parent in pdf.annotations:
        if annotation["/Subtype"] == "/PrinterMark" and parent is not None:
            yield f"page {page + 1}"


@checkpoint("28-018")
def printer_mark_appearance(pdf: PdfModel) -> Iterator[str]:
    """The appearance stream of a PrinterMark annotation is not marked as Artifact."""
    for page, annotation, _ in pdf.annotations:
        if annotation["/Subtype"] != "/PrinterMark":
            continue
        if b"/Artifact" not in annotation["/AP"]["/N"].get_object().get_data():
            yield f"page {page + 1}"
