"""The structure tree of a document (ISO 32000-1, 14.7 and 14.8): what assistive technology reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

AttributeValue = str | int | tuple[float, ...]

_TYPE_NAMES = """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
    P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
    Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form
"""
STANDARD_TYPES = frozenset(_TYPE_NAMES.split())


@dataclass(frozen=True, slots=True)
class AttributeObject:
    """One attribute object: an owner (O) and its entries; strings are written as names."""

    owner: str
    entries: tuple[tuple[str, AttributeValue], ...]


@dataclass(eq=False, slots=True)
class StructElem:
    """One structure element; its content is noted while it is drawn."""

    role: str
    parent: StructElem | None = None
    kids: list[StructElem] = field(default_factory=list)
    alt: str | None = None
    attributes: AttributeObject | None = None
    language: str = ""

    def __post_init__(self) -> None:
        """Refuses a type that would need a RoleMap."""
        if self.role not in STANDARD_TYPES:
            raise ValueError(f"{self.role} is not a standard structure type")

    def add(
        self, role: str, *, alt: str | None = None, attributes: AttributeObject | None = None, language: str = ""
    ) -> StructElem:
        """Appends a child element and returns it."""
        kid = StructElem(role, self, [], alt, attributes, language)
        self.kids.append(kid)
        return kid

    def walk(self) -> Iterator[StructElem]:
        """This element and all elements below it, parents first."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


COLUMN_HEADER = AttributeObject("Table", (("Scope", "Column"),))
ROW_HEADER = AttributeObject("Table", (("Scope", "Row"),))


def list_numbering(name: str) -> AttributeObject:
    """The list attribute that tells how the labels are numbered."""
    return AttributeObject("List", (("ListNumbering", name),))
