"""Damage to structure elements and annotations."""

from __future__ import annotations

from pypdf.generic import NameObject, TextStringObject

from tests.dossier.breakage.registry import breaks
from tests.dossier.breakage.tool import Broken, dictionary


@breaks("09-004")
def cell_in_paragraph(broken: Broken) -> None:
    """Turn a cell into a paragraph."""
    broken.rename("TD", "P")


@breaks("09-005")
def list_without_body(broken: Broken) -> None:
    """Turn the body of an item into a paragraph."""
    broken.rename("LBody", "P")


@breaks("09-006")
def contents_without_item(broken: Broken) -> None:
    """Turn a line of the table of contents into a paragraph."""
    broken.rename("TOCI", "P")


@breaks("09-007")
def empty_ruby(broken: Broken) -> None:
    """Turn a paragraph into Ruby."""
    broken.rename("P", "Ruby")


@breaks("09-008")
def empty_warichu(broken: Broken) -> None:
    """Turn a paragraph into Warichu."""
    broken.rename("P", "Warichu")


@breaks("13-004")
def no_alternative(broken: Broken) -> None:
    """Remove the description of the figure."""
    del broken.element("Figure")["/Alt"]


@breaks("14-002")
def starts_with_h2(broken: Broken) -> None:
    """Turn the first heading into H2."""
    broken.rename("H1", "H2")


@breaks("14-003")
def skips_a_level(broken: Broken) -> None:
    """Turn H2 into H3 after H1."""
    broken.rename("H2", "H3")


@breaks("14-006", "14-007")
def unnumbered(broken: Broken) -> None:
    """Turn two headings of one parent into H."""
    parent = broken.element("H2")["/P"]
    for kid in list(parent["/K"])[:2]:
        kid.get_object()[NameObject("/S")] = NameObject("/H")


@breaks("15-003")
def no_scope(broken: Broken) -> None:
    """Remove the attributes of a header cell."""
    del broken.element("TH")["/A"]


@breaks("17-002", "17-003")
def formula(broken: Broken) -> None:
    """Turn a paragraph into a formula in a font without ToUnicode."""
    broken.rename("P", "Formula")
    for font in broken.objects("/Type", "/Font"):
        font.pop("/ToUnicode", None)


@breaks("19-003")
def no_identifier(broken: Broken) -> None:
    """Remove the identifier of the note."""
    broken.rename("Div", "Note")


@breaks("19-004")
def same_identifier(broken: Broken) -> None:
    """Make a second note with the same identifier."""
    for at in range(2):
        broken.rename("Div", "Note")
        broken.element("Note", at)[NameObject("/ID")] = TextStringObject("note-1")


@breaks("28-002", "28-004")
def highlight(broken: Broken) -> None:
    """Add an annotation without element and description."""
    broken.annotate(Subtype="/Highlight")


@breaks("28-005")
def no_tooltip(broken: Broken) -> None:
    """Remove the tooltip of a field."""
    del broken.annotation("/Widget")["/TU"]


@breaks("28-006")
def unknown_annotation(broken: Broken) -> None:
    """Add an annotation of an unknown subtype."""
    broken.annotate(Subtype="/Sticker")


@breaks("28-007")
def trap_net(broken: Broken) -> None:
    """Add a TrapNet annotation."""
    broken.annotate(Subtype="/TrapNet")


@breaks("28-008")
def no_tabs(broken: Broken) -> None:
    """Remove the tab order of a page with links."""
    del broken.writer.pages[1]["/Tabs"]


@breaks("28-009")
def row_tabs(broken: Broken) -> None:
    """Use another tab order."""
    broken.writer.pages[1][NameObject("/Tabs")] = NameObject("/R")


@breaks("28-010")
def widget_in_paragraph(broken: Broken) -> None:
    """Turn a Form element into a paragraph."""
    broken.rename("Form", "P")


@breaks("28-011")
def link_in_span(broken: Broken) -> None:
    """Turn a Link element into a Span."""
    broken.rename("Link", "Span")


@breaks("28-012")
def no_contents(broken: Broken) -> None:
    """Remove the description of a link."""
    del broken.annotation("/Link")["/Contents"]


@breaks("28-014", "28-015")
def media_clip(broken: Broken) -> None:
    """Add a media clip without type and description."""
    broken.writer._add_object(dictionary(S="/MCD", D="film"))


@breaks("28-016")
def attachment_annotation(broken: Broken) -> None:
    """Add a file attachment annotation without UF."""
    broken.annotate(Subtype="/FileAttachment", FS=dictionary(F="a.txt"))


@breaks("28-017", "28-018")
def printer_mark(broken: Broken) -> None:
    """Make a link a printer's mark with an unmarked appearance."""
    link = broken.annotation("/Link")
    appearance = broken.stream(b"0 0 m 9 9 l S", Subtype="/Form", Resources=dictionary())
    link[NameObject("/Subtype")] = NameObject("/PrinterMark")
    link[NameObject("/AP")] = dictionary(N=appearance)
