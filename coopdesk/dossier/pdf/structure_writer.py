"""Writes the structure tree and the ParentTree of a composed document with pypdf."""

from __future__ import annotations

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


class StructureWriter:
    """Adds the structure of one record to a document that pypdf is about to write."""

    def __init__(self, writer: CompactWriter, record: ContentRecord) -> None:
        """Find the pages and the annotations that the record refers to."""
        self._writer = writer
        self._record = record
        self._pages = [_number(page.indirect_reference) for page in writer.pages]
        self._annotations = _annotations_by_key(writer)
        self._references: dict[StructElem, IndirectObject] = {}
        self._attribute_objects: dict[AttributeObject, IndirectObject] = {}

    def write(self, root: StructElem) -> None:
        """Write the tree below a StructTreeRoot and point catalog and pages to it."""
        tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        reference = self._writer.keep(tree)
        self._write_element(root, reference.idnum)
        tree[NameObject("/K")] = ArrayObject([self._references[root]])
        tree[NameObject("/ParentTree")] = self._writer.keep(self._parent_tree())
        next_key = len(self._record.annotation_parents) + len(self._pages)
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
        attributes = self._attributes(element)
        if attributes is not None:
            entries.append(b"/A %d 0 R" % attributes.idnum)
        kids = self._record.kids(element)
        page = next((kid.page for kid in kids if isinstance(kid, MarkedContent)), None)
        if page is not None:
            entries.append(b"/Pg %d 0 R" % self._pages[page])
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
            return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._pages[kid.page], kid.mcid)
        annotation = self._annotations[kid.key].idnum
        return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (self._pages[kid.page], annotation)

    def _attributes(self, element: StructElem) -> IndirectObject | None:
        """Return the attribute object of an element, shared by all elements with the same one."""
        attributes = element.attributes
        box = self._record.boxes.get(element)
        if box is not None:
            attributes = AttributeObject("Layout", (("Placement", "Block"), ("BBox", box)))
        if attributes is None:
            return None
        if attributes not in self._attribute_objects:
            reference = self._writer.keep(_attribute_dictionary(attributes))
            self._attribute_objects[attributes] = reference
        return self._attribute_objects[attributes]

    def _parent_tree(self) -> DictionaryObject:
        """Return the number tree: annotations first, then one array for each page."""
        parents = self._record.annotation_parents
        numbers = ArrayObject()
        for key, element in enumerate(parents):
            numbers += [NumberObject(key), self._references[element]]
        for index, page in enumerate(self._writer.pages):
            key = len(parents) + index
            page[NameObject("/StructParents")] = NumberObject(key)
            page[NameObject("/Tabs")] = NameObject("/S")
            elements = self._record.page_parents.get(index, [])
            array = ArrayObject([self._references[element] for element in elements])
            numbers += [NumberObject(key), self._writer.keep(array)]
        return DictionaryObject({NameObject("/Nums"): numbers})


def _annotations_by_key(writer: CompactWriter) -> dict[int, IndirectObject]:
    """Return the annotations of all pages by their StructParent key."""
    found: dict[int, IndirectObject] = {}
    for page in writer.pages:
        for annotation in page.get("/Annots", ()):
            found[int(annotation.get_object()["/StructParent"])] = annotation
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


def _number(reference: IndirectObject | None) -> int:
    """Return the object number of something that pypdf has numbered."""
    if reference is None:
        raise ValueError("object without a number")
    return reference.idnum
