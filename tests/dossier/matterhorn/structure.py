"""Checkpoints 09, 13, 14, 15, 17 and 19: structure elements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tests.dossier.matterhorn.elements import Element
from tests.dossier.matterhorn.model import PdfModel
from tests.dossier.matterhorn.registry import checkpoint

_KIDS = {
    "Table": r"(Caption )?((TR )+|(THead )?(TBody )+(TFoot )?)(Caption )?",
    "THead": r"(TR )+",
    "TBody": r"(TR )+",
    "TFoot": r"(TR )+",
    "TR": r"((TH|TD) )+",
    "L": r"(Caption )?((L|LI) )+",
    "LI": r"(Lbl )?(LBody )",
    "TOC": r"(Caption )?((TOC|TOCI) )*",
    "TOCI": r"(Lbl )?((Reference|NonStruct|P|TOC) )+",
    "Ruby": r"RB (RT |RP RT RP )",
    "Warichu": r"WP WT WP ",
}
_PARENTS = {
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "RB": {"Ruby"},
    "RT": {"Ruby"},
    "RP": {"Ruby"},
    "WT": {"Warichu"},
    "WP": {"Warichu"},
}


def _syntax(pdf: PdfModel, roles: set[str]) -> Iterator[str]:
    """Yield elements whose children or parent are not what ISO 32000-1 allows."""
    for element in pdf.with_role(*roles):
        kids = "".join(f"{kid.role} " for kid in element.kids)
        pattern = _KIDS.get(element.role)
        if pattern is not None and not re.fullmatch(pattern, kids):
            yield f"{element.role} contains {kids}"
        if pattern is not None and element.content:
            yield f"{element.role} contains text itself"
        parents = _PARENTS.get(element.role)
        if parents and (element.parent is None or element.parent.role not in parents):
            yield f"{element.role} is in {element.parent.role if element.parent else 'the root'}"


@checkpoint("09-004")
def table_syntax(pdf: PdfModel) -> Iterator[str]:
    """A table element does not conform to Table 337."""
    yield from _syntax(pdf, {"Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"})


@checkpoint("09-005")
def list_syntax(pdf: PdfModel) -> Iterator[str]:
    """A list element does not conform to Table 336."""
    yield from _syntax(pdf, {"L", "LI", "LBody"})


@checkpoint("09-006")
def contents_syntax(pdf: PdfModel) -> Iterator[str]:
    """A table of contents element does not conform to Table 333."""
    yield from _syntax(pdf, {"TOC", "TOCI"})


@checkpoint("09-007")
def ruby_syntax(pdf: PdfModel) -> Iterator[str]:
    """A Ruby element does not conform to Table 338."""
    yield from _syntax(pdf, {"Ruby", "RB", "RT", "RP"})


@checkpoint("09-008")
def warichu_syntax(pdf: PdfModel) -> Iterator[str]:
    """A Warichu element does not conform to Table 338."""
    yield from _syntax(pdf, {"Warichu", "WT", "WP"})


@checkpoint("13-004")
def figure_without_alternative(pdf: PdfModel) -> Iterator[str]:
    """Figure tag alternative or replacement text missing."""
    for figure in pdf.with_role("Figure"):
        if not (figure.text("/Alt") or figure.text("/ActualText")):
            yield f"Figure {figure.number}"


def heading_levels(pdf: PdfModel) -> list[int]:
    """Return the levels of the numbered headings in logical order."""
    return [int(e.role[1]) for e in pdf.elements if re.fullmatch("H[1-6]", e.role)]


@checkpoint("14-002")
def first_heading(pdf: PdfModel) -> Iterator[str]:
    """The first heading tag is not H1."""
    levels = heading_levels(pdf)
    if levels and levels[0] != 1:
        yield f"first heading is H{levels[0]}"


@checkpoint("14-003")
def skipped_heading(pdf: PdfModel) -> Iterator[str]:
    """Numbered heading levels in descending sequence are skipped."""
    levels = heading_levels(pdf)
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"H{after} follows H{before}"


@checkpoint("14-006")
def more_than_one_h(pdf: PdfModel) -> Iterator[str]:
    """A node contains more than one H tag."""
    for element in pdf.elements:
        if sum(kid.role == "H" for kid in element.kids) > 1:
            yield element.role


@checkpoint("14-007")
def mixed_headings(pdf: PdfModel) -> Iterator[str]:
    """Document uses both H and H# tags."""
    if pdf.with_role("H") and heading_levels(pdf):
        yield "H and H#"


@checkpoint("15-003")
def header_without_scope(pdf: PdfModel) -> Iterator[str]:
    """A TH cell has no Scope in a table not organized with Headers and IDs."""
    for table in pdf.with_role("Table"):
        cells = [e for e in table.walk() if e.role in ("TH", "TD")]
        if any(cell.attribute("/Headers") for cell in cells):
            continue
        for cell in cells:
            scope = cell.attribute("/Scope")
            if cell.role == "TH" and scope not in ("/Row", "/Column", "/Both"):
                yield f"TH {cell.number} has Scope {scope}"


@checkpoint("17-002")
def formula_without_alternative(pdf: PdfModel) -> Iterator[str]:
    """Formula tag is missing an Alt attribute."""
    for formula in pdf.with_role("Formula"):
        if not formula.text("/Alt"):
            yield f"Formula {formula.number}"


@checkpoint("17-003")
def formula_unicode(pdf: PdfModel) -> Iterator[str]:
    """Unicode mapping requirements are not met in a formula."""
    formulas = {e.number for f in pdf.with_role("Formula") for e in f.walk()}
    for painted in pdf.painted:
        element = None if painted.mcid is None else pdf.element_of(painted.page, painted.mcid)
        in_formula = element is not None and element.number in formulas
        if in_formula and painted.codes and "/ToUnicode" not in painted.font:
            yield f"page {painted.page + 1}: MCID {painted.mcid}"


def _notes(pdf: PdfModel) -> list[Element]:
    """Return all notes."""
    return pdf.with_role("Note")


@checkpoint("19-003")
def note_without_id(pdf: PdfModel) -> Iterator[str]:
    """ID entry of the Note tag is not present."""
    for note in _notes(pdf):
        if not note.text("/ID"):
            yield f"Note {note.number}"


@checkpoint("19-004")
def note_id_not_unique(pdf: PdfModel) -> Iterator[str]:
    """ID entry of the Note tag is non-unique."""
    for ident, count in Counter(note.text("/ID") for note in _notes(pdf)).items():
        if count > 1:
            yield str(ident)
