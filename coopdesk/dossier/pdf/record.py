"""What the pages of one part hold: marked content, links, fields, headings, and the code of the pages themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from coopdesk.dossier.pdf.structure import StructElem

Box = tuple[float, float, float, float]


class MarkedContent(NamedTuple):
    """A marked-content sequence: the page of its part and its MCID on that page."""

    page: int
    mcid: int


class ObjectReference(NamedTuple):
    """An annotation: its page and its number within its part."""

    page: int
    number: int


Kid = StructElem | MarkedContent | ObjectReference


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that leads to a heading of any part."""

    page: int
    box: Box
    destination: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Field:
    """A place to fill in: text, or a signature."""

    page: int
    box: Box
    name: str
    spoken: str
    signature: bool = False


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """A heading where it was drawn: a bookmark and, as a rule, a line of the contents."""

    title: str
    level: int
    page: int
    top: float
    in_contents: bool = True


@dataclass(frozen=True, slots=True)
class PageCode:
    """The content of one page, compressed, without header and footer; `images` are the pictures it shows."""

    width: float
    height: float
    code: bytes
    images: frozenset[str] = frozenset()


class ContentRecord:
    """Links what a canvas draws to structure elements; every part has its own."""

    def __init__(self) -> None:
        """Starts with nothing drawn."""
        self.content: dict[StructElem, list[Kid]] = {}
        self.page_parents: dict[int, list[StructElem]] = {}
        self.annotations: list[tuple[Link | Field, StructElem]] = []
        self.boxes: dict[StructElem, Box] = {}
        self.headings: list[PlacedHeading] = []
        self.images: dict[str, bytes] = {}
        self._started: set[StructElem] = set()

    def mark(self, element: StructElem, page: int) -> int:
        """Gives the element the next MCID of the page."""
        parents = self.page_parents.setdefault(page, [])
        mcid = len(parents)
        parents.append(element)
        self.content.setdefault(element, []).append(MarkedContent(page, mcid))
        return mcid

    def annotate(self, annotation: Link | Field, element: StructElem) -> None:
        """Puts an annotation below its element."""
        kids = self.content.setdefault(element, [])
        kids.append(ObjectReference(annotation.page, len(self.annotations)))
        self.annotations.append((annotation, element))

    def start(self, element: StructElem) -> bool:
        """Whether this is the first time that the element is drawn."""
        if element in self._started:
            return False
        self._started.add(element)
        return True

    def kids(self, element: StructElem) -> list[Kid]:
        """The text, then the annotations, then the elements of the story."""
        content = self.content.get(element, [])
        return [*sorted(content, key=lambda kid: isinstance(kid, ObjectReference)), *element.kids]
