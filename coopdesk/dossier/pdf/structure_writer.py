"""Writes the structure tree and the ParentTree of a composed document with pypdf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from coopdesk.dossier.pdf.compact import CompactWriter, RawObject, written
from coopdesk.dossier.pdf.record import ContentRecord, Kid, MarkedContent
from coopdesk.dossier.pdf.structure import AttributeObject, AttributeValue, StructElem


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A part in the file: what it holds, its elements, the number of its first page, and its annotations."""

    record: ContentRecord
    kids: Sequence[StructElem]
    first: int
    annotations: Sequence[IndirectObject]


class StructureWriter:
    """Adds the structure of all parts to a document that is about to be written."""

    def __init__(self, writer: CompactWriter, pages: Sequence[IndirectObject]) -> None:
        """Knows the pages of the file in their order."""
        self._writer = writer
        self._pages = pages
        self._references: dict[StructElem, IndirectObject] = {}
        self._attribute_objects: dict[AttributeObject, IndirectObject] = {}
        self._part: PlacedPart

    def write(self, parts: Sequence[PlacedPart]) -> None:
        """Write the tree below a StructTreeRoot and point catalog and pages to it."""
        tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        reference = self._writer.keep(tree)
        root = RawObject()
        document = self._writer.keep(root)
        kids: list[bytes] = []
        for self._part in parts:
            kids += [b"%d 0 R" % self._write_element(element, document.idnum) for element in self._part.kids]
        root.data = b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>" % (reference.idnum, b" ".join(kids))
        tree[NameObject("/K")] = ArrayObject([document])
        tree[NameObject("/ParentTree")] = self._writer.keep(self._parent_tree(parts))
        next_key = sum(len(part.annotations) for part in parts) + len(self._pages)
        tree[NameObject("/ParentTreeNextKey")] = NumberObject(next_key)
        marked = DictionaryObject({NameObject("/Marked"): BooleanObject(value=True)})
        self._writer.root_object[NameObject("/StructTreeRoot")] = reference
        self._writer.root_object[NameObject("/MarkInfo")] = marked

    def _write_element(self, element: StructElem, parent: int) -> int:
        """Write an element and everything below it; return its object number."""
        raw = RawObject()
        reference = self._references[element] = self._writer.keep(raw)
        entries = [f"<</Type/StructElem/S/{element.role}/P {parent} 0 R".encode()]
        if element.alt:
            entries.append(b"/Alt" + written(TextStringObject(element.alt)))
        if element.language:
            entries.append(b"/Lang" + written(TextStringObject(element.language)))
        attributes = self._attributes(element)
        if attributes is not None:
            entries.append(b"/A %d 0 R" % attributes.idnum)
        kids = self._part.record.kids(element)
        page = next((kid.page for kid in kids if isinstance(kid, MarkedContent)), None)
        if page is not None:
            entries.append(b"/Pg %d 0 R" % self._page(page))
        if kids:
            numbers = [self._write_kid(kid, page, reference.idnum) for kid in kids]
            shown = b" %s" if len(numbers) == 1 else b"[%s]"
            entries.append(b"/K" + shown % b" ".join(numbers))
        raw.data = b"".join(entries) + b">>"
        return reference.idnum

    def _write_kid(self, kid: Kid, page: int | None, parent: int) -> bytes:
        """Return an MCID, a marked-content reference, an object reference or an element."""
        if isinstance(kid, StructElem):
            return b"%d 0 R" % self._write_element(kid, parent)
        if isinstance(kid, MarkedContent):
            if kid.page == page:
                return b"%d" % kid.mcid
            return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._page(kid.page), kid.mcid)
        annotation = self._part.annotations[kid.number].idnum
        return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (self._page(kid.page), annotation)

    def _page(self, page: int) -> int:
        """The object number of a page of this part."""
        return self._pages[self._part.first + page].idnum

    def _attributes(self, element: StructElem) -> IndirectObject | None:
        """Return the attribute object of an element, shared by all elements with the same one."""
        attributes = element.attributes
        box = self._part.record.boxes.get(element)
        if box is not None:
            attributes = AttributeObject("Layout", (("Placement", "Block"), ("BBox", box)))
        if attributes is None:
            return None
        if attributes not in self._attribute_objects:
            reference = self._writer.keep(_attribute_dictionary(attributes))
            self._attribute_objects[attributes] = reference
        return self._attribute_objects[attributes]

    def _parent_tree(self, parts: Sequence[PlacedPart]) -> DictionaryObject:
        """Return the number tree: annotations first, then one array for each page."""
        entries, key = ArrayObject(), 0
        for part in parts:
            for reference, (_, element) in zip(part.annotations, part.record.annotations, strict=True):
                _dictionary_of(reference)[NameObject("/StructParent")] = NumberObject(key)
                entries += [NumberObject(key), self._references[element]]
                key += 1
        parents = {p.first + page: found for p in parts for page, found in p.record.page_parents.items()}
        for index, reference in enumerate(self._pages):
            page = _dictionary_of(reference)
            page[NameObject("/StructParents")] = NumberObject(key + index)
            page[NameObject("/Tabs")] = NameObject("/S")
            array = ArrayObject([self._references[element] for element in parents.get(index, [])])
            entries += [NumberObject(key + index), self._writer.keep(array)]
        return DictionaryObject({NameObject("/Nums"): entries})


def _dictionary_of(reference: IndirectObject) -> DictionaryObject:
    found = reference.get_object()
    assert isinstance(found, DictionaryObject)
    return found


def _attribute_dictionary(attributes: AttributeObject) -> DictionaryObject:
    """Return an attribute object as a dictionary."""
    entries = DictionaryObject({NameObject("/O"): NameObject(f"/{attributes.owner}")})
    for key, value in attributes.entries:
        entries[NameObject(f"/{key}")] = _attribute_value(value)
    return entries


def _attribute_value(value: AttributeValue) -> PdfObject:
    """Return an attribute value as a name, an integer or an array of numbers."""
    if isinstance(value, str):
        return NameObject(f"/{value}")
    if isinstance(value, int):
        return NumberObject(value)
    return ArrayObject([FloatObject(number) for number in value])
