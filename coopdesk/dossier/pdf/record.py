"""What one build pass has drawn: the content of each structure element."""

from __future__ import annotations

from typing import NamedTuple

from coopdesk.dossier.pdf.structure import StructElem

Box = tuple[float, float, float, float]


class MarkedContent(NamedTuple):
    """A marked-content sequence: the page index and its MCID on that page."""

    page: int
    mcid: int


class ObjectReference(NamedTuple):
    """An annotation: its page index and its StructParent key."""

    page: int
    key: int


Kid = StructElem | MarkedContent | ObjectReference


class ContentRecord:
    """Links drawn content to structure elements; every canvas, so every pass, has its own."""

    def __init__(self) -> None:
        """Starts with nothing drawn."""
        self.content: dict[StructElem, list[Kid]] = {}
        self.page_parents: dict[int, list[StructElem]] = {}
        self.annotation_parents: list[StructElem] = []
        self.boxes: dict[StructElem, Box] = {}
        self._started: set[StructElem] = set()

    def mark(self, element: StructElem, page: int) -> int:
        """Gives the element the next MCID of the page."""
        parents = self.page_parents.setdefault(page, [])
        mcid = len(parents)
        parents.append(element)
        self.content.setdefault(element, []).append(MarkedContent(page, mcid))
        return mcid

    def annotate(self, element: StructElem, page: int) -> int:
        """Gives an annotation of the element the next StructParent key."""
        key = len(self.annotation_parents)
        self.annotation_parents.append(element)
        self.content.setdefault(element, []).append(ObjectReference(page, key))
        return key

    def start(self, element: StructElem) -> bool:
        """Whether this is the first time in this pass that the element is drawn."""
        if element in self._started:
            return False
        self._started.add(element)
        return True

    def kids(self, element: StructElem) -> list[Kid]:
        """The text, then the annotations, then the elements of the story."""
        content = self.content.get(element, [])
        return [*sorted(content, key=lambda kid: isinstance(kid, ObjectReference)), *element.kids]
