"""A PDF file as the checks see it: structure elements, painted content, fonts, annotations."""

from __future__ import annotations

from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.dossier.matterhorn.content import Painted, interpret
from tests.dossier.matterhorn.elements import Element, as_list


class PdfModel:
    """Reads a file with pypdf and resolves what the checks need."""

    def __init__(self, data: bytes) -> None:
        """Read the file."""
        self.data = data
        self.reader = PdfReader(BytesIO(data))
        self.catalog: Any = self.reader.trailer["/Root"]
        self.page_numbers = {
            page.indirect_reference.idnum: index
            for index, page in enumerate(self.reader.pages)
            if page.indirect_reference is not None
        }

    @cached_property
    def tree(self) -> Any:
        """Return the StructTreeRoot, or an empty dictionary."""
        return self.catalog.get("/StructTreeRoot", DictionaryObject())

    @cached_property
    def roots(self) -> list[Element]:
        """Return the elements directly below the StructTreeRoot."""
        return [
            self._element(kid.get_object(), None, kid.idnum)
            for kid in as_list(self.tree.raw_get("/K") if "/K" in self.tree else None)
        ]

    @cached_property
    def elements(self) -> list[Element]:
        """Return all structure elements in logical order."""
        return [element for root in self.roots for element in root.walk()]

    def with_role(self, *roles: str) -> list[Element]:
        """Return the elements of these types."""
        return [element for element in self.elements if element.role in roles]

    @cached_property
    def painted(self) -> list[Painted]:
        """Return everything painted on all pages, with its marked content."""
        return [
            painted
            for index, page in enumerate(self.reader.pages)
            if (contents := page.get_contents()) is not None
            for painted in interpret(index, contents, page["/Resources"], self.reader)
        ]

    @cached_property
    def appearances(self) -> list[Painted]:
        """Return everything painted by the normal appearances of annotations."""
        streams = [
            (page, annotation["/AP"]["/N"].get_object())
            for page, annotation, _ in self.annotations
            if "/AP" in annotation
        ]
        return [
            painted
            for page, stream in streams
            for painted in interpret(page, stream, stream["/Resources"], self.reader)
        ]

    @cached_property
    def parent_tree(self) -> dict[int, Any]:
        """Return the number tree that leads from content to its element."""
        numbers = self.tree["/ParentTree"]["/Nums"] if "/ParentTree" in self.tree else []
        return {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}

    @cached_property
    def by_number(self) -> dict[int, Element]:
        """Return the elements by object number."""
        return {element.number: element for element in self.elements}

    def element_of(self, page: int, mcid: int) -> Element | None:
        """Return the element that the ParentTree gives for marked content."""
        key = self.reader.pages[page].get("/StructParents")
        parents = self.parent_tree.get(int(key)) if key is not None else None
        if parents is None or mcid >= len(parents.get_object()):
            return None
        return self.by_number.get(parents.get_object()[mcid].idnum)

    @cached_property
    def annotations(self) -> list[tuple[int, Any, Element | None]]:
        """Return page, annotation and enclosing element of every annotation."""
        found = []
        for index, page in enumerate(self.reader.pages):
            for reference in as_list(page.get("/Annots")):
                annotation = reference.get_object()
                parent = None
                if "/StructParent" in annotation:
                    entry = self._raw_parent(int(annotation["/StructParent"]))
                    parent = self.by_number.get(entry) if entry is not None else None
                found.append((index, annotation, parent))
        return found

    @cached_property
    def objects(self) -> list[Any]:
        """Return every object of the file."""
        trailer: Any = self.reader.trailer
        size = int(trailer["/Size"])
        found = (self.reader.get_object(number) for number in range(1, size))
        return [obj for obj in found if obj is not None]

    def dictionaries(self, key: str, value: str) -> list[Any]:
        """Return the dictionaries of which an entry has this value."""
        return [o for o in self.objects if isinstance(o, dict) and o.get(key) == value]

    @property
    def lang(self) -> str | None:
        """Return the language of the document."""
        value = self.catalog.get("/Lang")
        return str(value) if value else None

    @property
    def xmp(self) -> str:
        """Return the XMP packet."""
        stream = self.catalog.get("/Metadata")
        return stream.get_object().get_data().decode() if stream is not None else ""

    def _raw_parent(self, key: int) -> int | None:
        """Return the object number that the ParentTree has for an annotation."""
        numbers = self.tree["/ParentTree"]["/Nums"] if "/ParentTree" in self.tree else []
        for i in range(0, len(numbers), 2):
            if int(numbers[i]) == key:
                return int(numbers[i + 1].idnum)
        return None

    def _element(self, entries: Any, parent: Element | None, number: int) -> Element:
        """Read an element and everything below it."""
        element = Element(str(entries["/S"])[1:], entries, parent, number)
        for kid in as_list(entries.raw_get("/K") if "/K" in entries else None):
            self._add_kid(element, kid)
        return element

    def _add_kid(self, element: Element, kid: Any) -> None:
        """Add an MCID, a reference or an element."""
        value = kid.get_object()
        own_page = element.entries.raw_get("/Pg") if "/Pg" in element.entries else None
        if isinstance(value, int):
            page = own_page.idnum if own_page is not None else 0
            element.content.append((self.page_numbers[page], int(value)))
        elif value.get("/Type") == "/MCR":
            page = value.raw_get("/Pg").idnum
            element.content.append((self.page_numbers[page], int(value["/MCID"])))
        elif value.get("/Type") == "/OBJR":
            element.objects.append(value.raw_get("/Obj"))
        else:
            element.kids.append(self._element(value, element, kid.idnum))
