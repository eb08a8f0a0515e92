"""Damage to content, metadata, language, attachments and security."""

from __future__ import annotations

from typing import Any

from pypdf.constants import UserAccessPermissions
from pypdf.generic import BooleanObject, NameObject, NumberObject

from tests.dossier.breakage.registry import breaks
from tests.dossier.breakage.tool import Broken, dictionary, value

_FIRST = b"/P <</MCID 0>> BDC"
_HEADER = b"/Artifact <</Type /Pagination /Subtype /Header /Attached [ /Top ]>> BDC"


@breaks("01-003")
def artifact_in_element(broken: Broken) -> None:
    """Put an artifact inside the first paragraph."""
    broken.replace(_FIRST, _FIRST + b" /Artifact BMC")
    broken.replace(b"ET EMC", b"ET EMC EMC")


@breaks("01-004")
def element_in_artifact(broken: Broken) -> None:
    """Put the first paragraph inside an artifact."""
    broken.replace(_FIRST, b"/Artifact BMC " + _FIRST)
    broken.replace(b"ET EMC", b"ET EMC EMC")


@breaks("01-005")
def unmarked(broken: Broken) -> None:
    """Take away the marks of the first paragraph."""
    broken.replace(_FIRST, b"")
    broken.replace(b"ET EMC", b"ET")


@breaks("01-007")
def suspects(broken: Broken) -> None:
    """Set Suspects."""
    broken.catalog["/MarkInfo"][NameObject("/Suspects")] = BooleanObject(True)


@breaks("02-001")
def unknown_type(broken: Broken) -> None:
    """Use a type without mapping."""
    broken.rename("P", "Alinea")


@breaks("02-003")
def circle(broken: Broken) -> None:
    """Map two types to each other."""
    broken.tree[NameObject("/RoleMap")] = dictionary(Een="/Twee", Twee="/Een")


@breaks("02-004")
def remap(broken: Broken) -> None:
    """Map a standard type."""
    broken.tree[NameObject("/RoleMap")] = dictionary(P="/Span")


@breaks("06-001")
def no_metadata(broken: Broken) -> None:
    """Remove the XMP packet."""
    del broken.catalog["/Metadata"]


@breaks("06-002")
def other_part(broken: Broken) -> None:
    """Change the PDF/UA identifier."""
    broken.rewrite(broken.catalog, "/Metadata", lambda d: d.replace(b"part>1<", b"part>2<"))


@breaks("06-003")
def no_title(broken: Broken) -> None:
    """Remove the title from the XMP packet."""
    broken.rewrite(broken.catalog, "/Metadata", lambda d: d.replace(b"dc:title", b"dc:subject"))


@breaks("07-001")
def no_preference(broken: Broken) -> None:
    """Remove the viewer preferences."""
    del broken.catalog["/ViewerPreferences"]


@breaks("07-002")
def preference_false(broken: Broken) -> None:
    """Hide the title."""
    preferences = broken.catalog["/ViewerPreferences"]
    preferences[NameObject("/DisplayDocTitle")] = BooleanObject(False)


@breaks("11-001", "11-002", "11-003", "11-004", "11-005", "11-006")
def no_language(broken: Broken) -> None:
    """Remove the language of the document."""
    del broken.catalog["/Lang"]


@breaks("20-001", "20-002", "20-003")
def optional_content(broken: Broken) -> None:
    """Add nameless configurations with AS."""
    configuration = dictionary(AS=[])
    properties = dictionary(OCGs=[], D=configuration, Configs=[configuration])
    broken.catalog[NameObject("/OCProperties")] = properties


@breaks("21-001")
def no_unicode_file_name(broken: Broken) -> None:
    """Remove UF from the attachment."""
    del broken.objects("/Type", "/Filespec")[0]["/UF"]


@breaks("25-001")
def dynamic_form(broken: Broken) -> None:
    """Add an XFA form."""
    xfa = broken.stream(b"<dynamicRender>required</dynamicRender>")
    broken.catalog["/AcroForm"][NameObject("/XFA")] = xfa


@breaks("26-002")
def closed_to_readers(broken: Broken) -> None:
    """Encrypt without the permission for accessibility."""
    broken.writer.encrypt("", "owner", permissions_flag=UserAccessPermissions(0), algorithm="RC4-128")


@breaks("30-001")
def reference_xobject(broken: Broken) -> None:
    """Add a reference XObject."""
    broken.stream(b"", Type="/XObject", Subtype="/Form", Ref=dictionary())


@breaks("30-002")
def repeated_xobject(broken: Broken) -> None:
    """Draw a form XObject with marked content twice."""
    content = b"/P <</MCID 0>> BDC 0 0 m 9 9 l S EMC"
    box = [NumberObject(n) for n in (0, 0, 9, 9)]
    form = broken.stream(content, Type="/XObject", Subtype="/Form", BBox=value(box))
    page: Any = broken.writer.pages[0]
    shown = page["/Resources"].get_object().setdefault(NameObject("/XObject"), dictionary())
    shown[NameObject("/Twice")] = form
    broken.replace(_FIRST, _FIRST + b" /Twice Do /Twice Do")
