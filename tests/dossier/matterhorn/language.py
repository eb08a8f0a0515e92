"""Checkpoints 11, 20, 21, 25 and 26: language, optional content, files, forms, security."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.dossier.matterhorn.document import LANGUAGE_TAG
from tests.dossier.matterhorn.elements import as_list
from tests.dossier.matterhorn.model import PdfModel
from tests.dossier.matterhorn.registry import checkpoint

_EXTRACT_FOR_ACCESSIBILITY = 1 << 9


@checkpoint("11-001")
def language_of_text(pdf: PdfModel) -> Iterator[str]:
    """Natural language for text in page content cannot be determined."""
    for painted in pdf.painted:
        if painted.codes and not painted.is_artifact and painted.mcid is not None:
            element = pdf.element_of(painted.page, painted.mcid)
            lang = (element.inherited("/Lang") if element else None) or pdf.lang
            if not lang or not LANGUAGE_TAG.fullmatch(lang):
                yield f"page {painted.page + 1}: MCID {painted.mcid} has language {lang}"


@checkpoint("11-002")
def language_of_alternatives(pdf: PdfModel) -> Iterator[str]:
    """Natural language for text in Alt, ActualText and E cannot be determined."""
    for element in pdf.elements:
        has_text = any(element.text(key) for key in ("/Alt", "/ActualText", "/E"))
        if has_text and not (element.inherited("/Lang") or pdf.lang):
            yield element.role


@checkpoint("11-003")
def language_of_outline(pdf: PdfModel) -> Iterator[str]:
    """Natural language in the Outline entries cannot be determined."""
    if pdf.reader.outline and not pdf.lang:
        yield "outline without document language"


@checkpoint("11-004")
def language_of_contents(pdf: PdfModel) -> Iterator[str]:
    """Natural language in the Contents entry for annotations cannot be determined."""
    for _, annotation, parent in pdf.annotations:
        if "/Contents" in annotation and not ((parent and parent.inherited("/Lang")) or pdf.lang):
            yield str(annotation["/Contents"])


@checkpoint("11-005")
def language_of_tooltips(pdf: PdfModel) -> Iterator[str]:
    """Natural language in the TU entry for form fields cannot be determined."""
    for _, annotation, parent in pdf.annotations:
        if "/TU" in annotation and not ((parent and parent.inherited("/Lang")) or pdf.lang):
            yield str(annotation["/TU"])


@checkpoint("11-006")
def language_of_metadata(pdf: PdfModel) -> Iterator[str]:
    """Natural language for document metadata cannot be determined."""
    if not pdf.lang:
        yield "no document language"


@checkpoint("20-001")
def optional_content_configs(pdf: PdfModel) -> Iterator[str]:
    """A configuration in Configs has no Name."""
    for configuration in as_list(_optional_content(pdf).get("/Configs")):
        if not configuration.get_object().get("/Name"):
            yield "Configs without Name"


@checkpoint("20-002")
def optional_content_default(pdf: PdfModel) -> Iterator[str]:
    """The default configuration has no Name."""
    default = _optional_content(pdf).get("/D")
    if default is not None and not default.get_object().get("/Name"):
        yield "D without Name"


@checkpoint("20-003")
def optional_content_usage(pdf: PdfModel) -> Iterator[str]:
    """An AS entry appears in a configuration."""
    properties = _optional_content(pdf)
    for configuration in as_list(properties.get("/Configs")) + as_list(properties.get("/D")):
        if "/AS" in configuration.get_object():
            yield "AS"


@checkpoint("21-001")
def embedded_file_names(pdf: PdfModel) -> Iterator[str]:
    """The file specification of an embedded file does not contain F and UF."""
    for specification in pdf.dictionaries("/Type", "/Filespec"):
        if "/EF" in specification and not (specification.get("/F") and specification.get("/UF")):
            yield str(specification)


@checkpoint("25-001")
def dynamic_xfa(pdf: PdfModel) -> Iterator[str]:
    """File contains the dynamicRender element with value required."""
    xfa = pdf.catalog.get("/AcroForm", {}).get("/XFA")
    parts = [p.get_object() for p in as_list(xfa)]
    if any(b"dynamicRender" in p.get_data() for p in parts if hasattr(p, "get_data")):
        yield "dynamic XFA"


@checkpoint("26-001")
def encryption_without_permissions(pdf: PdfModel) -> Iterator[str]:
    """The file is encrypted but does not contain a P entry."""
    if pdf.reader.is_encrypted and "/P" not in _encryption(pdf):
        yield "no P"


@checkpoint("26-002")
def encryption_blocks_accessibility(pdf: PdfModel) -> Iterator[str]:
    """The file is encrypted and the 10th bit of P is false."""
    if pdf.reader.is_encrypted:
        permissions = int(_encryption(pdf).get("/P", 0))
        if not permissions & _EXTRACT_FOR_ACCESSIBILITY:
            yield f"P is {permissions}"


def _optional_content(pdf: PdfModel) -> Any:
    """Return the optional content properties."""
    return pdf.catalog.get("/OCProperties", {})


def _encryption(pdf: PdfModel) -> Any:
    """Return the encryption dictionary."""
    return pdf.reader.trailer["/Encrypt"].get_object()
