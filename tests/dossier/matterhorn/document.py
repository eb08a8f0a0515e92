"""Checkpoints 01, 02, 06, 07, 11, 20, 21, 25, 26 and 30: document and content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from coopdesk.dossier.pdf.structure import STANDARD_TYPES
from tests.dossier.matterhorn.elements import is_true
from tests.dossier.matterhorn.model import PdfModel
from tests.dossier.matterhorn.registry import checkpoint

LANGUAGE_TAG = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_PDFUA = "{http://www.aiim.org/pdfua/ns/id/}part"
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"


@checkpoint("01-003")
def artifact_inside_tagged_content(pdf: PdfModel) -> Iterator[str]:
    """Content marked as Artifact is present inside tagged content."""
    for painted in pdf.painted:
        tags = [s.tag for s in painted.stack]
        if "Artifact" in tags[1:]:
            yield f"page {painted.page + 1}: {tags}"


@checkpoint("01-004")
def tagged_content_inside_artifact(pdf: PdfModel) -> Iterator[str]:
    """Tagged content is present inside content marked as Artifact."""
    for painted in pdf.painted:
        if painted.is_artifact and painted.mcid is not None:
            yield f"page {painted.page + 1}: MCID {painted.mcid}"


@checkpoint("01-005")
def neither_artifact_nor_real_content(pdf: PdfModel) -> Iterator[str]:
    """Content is neither marked as Artifact nor tagged as real content."""
    for painted in pdf.painted:
        if painted.is_artifact:
            continue
        if painted.mcid is None:
            yield f"page {painted.page + 1}: {painted.operator} {painted.codes!r}"
        elif pdf.element_of(painted.page, painted.mcid) is None:
            yield f"page {painted.page + 1}: MCID {painted.mcid} has no element"


@checkpoint("01-007")
def suspects(pdf: PdfModel) -> Iterator[str]:
    """Suspects entry has a value of true."""
    if is_true(pdf.catalog.get("/MarkInfo", {}).get("/Suspects")):
        yield "Suspects is true"


@checkpoint("02-001")
def unmapped_type(pdf: PdfModel) -> Iterator[str]:
    """The mapping of a non-standard type does not terminate with a standard type."""
    role_map = pdf.tree.get("/RoleMap", {})
    for role in {element.role for element in pdf.elements}:
        seen = set()
        mapped = role
        while mapped not in STANDARD_TYPES and mapped not in seen:
            seen.add(mapped)
            mapped = str(role_map.get(f"/{mapped}", f"/{mapped}"))[1:]
        if mapped not in STANDARD_TYPES:
            yield mapped


@checkpoint("02-003")
def circular_mapping(pdf: PdfModel) -> Iterator[str]:
    """A circular mapping exists."""
    role_map = pdf.tree.get("/RoleMap", {})
    for start in role_map:
        seen, role = set(), start
        while role in role_map and role not in seen:
            seen.add(role)
            role = role_map[role]
        if role in seen:
            yield str(start)


@checkpoint("02-004")
def remapped_standard_type(pdf: PdfModel) -> Iterator[str]:
    """One or more standard types are remapped."""
    for role in pdf.tree.get("/RoleMap", {}):
        if role[1:] in STANDARD_TYPES:
            yield str(role)


@checkpoint("06-001")
def no_xmp(pdf: PdfModel) -> Iterator[str]:
    """Document does not contain an XMP metadata stream."""
    if not pdf.xmp:
        yield "no Metadata"


@checkpoint("06-002")
def no_pdfua_identifier(pdf: PdfModel) -> Iterator[str]:
    """The XMP metadata stream does not include the PDF/UA identifier."""
    part = ET.fromstring(pdf.xmp).find(f".//{_PDFUA}") if pdf.xmp else None
    if part is None or part.text != "1":
        yield "pdfuaid:part is not 1"


@checkpoint("06-003")
def no_title(pdf: PdfModel) -> Iterator[str]:
    """XMP metadata stream does not contain dc:title."""
    title = ET.fromstring(pdf.xmp).find(f".//{_DC_TITLE}") if pdf.xmp else None
    if title is None or not "".join(title.itertext()).strip():
        yield "no dc:title"


@checkpoint("07-001")
def no_display_title(pdf: PdfModel) -> Iterator[str]:
    """ViewerPreferences does not contain a DisplayDocTitle entry."""
    if "/DisplayDocTitle" not in pdf.catalog.get("/ViewerPreferences", {}):
        yield "no DisplayDocTitle"


@checkpoint("07-002")
def display_title_false(pdf: PdfModel) -> Iterator[str]:
    """ViewerPreferences contains a DisplayDocTitle entry with a value of false."""
    preferences = pdf.catalog.get("/ViewerPreferences", {})
    if "/DisplayDocTitle" in preferences and not is_true(preferences["/DisplayDocTitle"]):
        yield "DisplayDocTitle is false"


@checkpoint("30-001")
def reference_xobject(pdf: PdfModel) -> Iterator[str]:
    """A reference XObject is present."""
    for xobject in pdf.dictionaries("/Subtype", "/Form"):
        if "/Ref" in xobject:
            yield "reference XObject"


@checkpoint("30-002")
def shared_xobject_with_mcids(pdf: PdfModel) -> Iterator[str]:
    """A form XObject contains MCIDs and is referenced more than once."""
    counts = Counter(id(p.xobject.get_object()) for p in pdf.painted if p.xobject is not None)
    for xobject in pdf.dictionaries("/Subtype", "/Form"):
        if b"/MCID" in xobject.get_data() and counts[id(xobject)] > 1:
            yield "form XObject"
