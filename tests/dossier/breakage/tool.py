"""Opens the example for damage and finds the object to damage."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)


class Broken:
    """A copy of a file that is about to lose something."""

    def __init__(self, data: bytes) -> None:
        """Open the copy."""
        self.writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
        self.catalog: Any = self.writer.root_object
        self.tree: Any = self.catalog["/StructTreeRoot"]

    def save(self) -> bytes:
        """Return the damaged file."""
        target = BytesIO()
        self.writer.write(target)
        return target.getvalue()

    def element(self, role: str, index: int = 0) -> Any:
        """Return an element of a type, in object order."""
        found = [o for o in self.objects("/Type", "/StructElem") if o["/S"] == f"/{role}"]
        return found[index]

    def objects(self, key: str, value: str) -> list[Any]:
        """Return the dictionaries of which an entry has this value."""
        return [o for o in self.writer._objects if isinstance(o, dict) and o.get(key) == value]

    def rename(self, role: str, other: str, index: int = 0) -> None:
        """Give an element another type."""
        self.element(role, index)[NameObject("/S")] = NameObject(f"/{other}")

    def annotation(self, subtype: str) -> Any:
        """Return the first annotation of a subtype."""
        return self.objects("/Subtype", subtype)[0]

    def font(self, name: str) -> Any:
        """Return the first font whose name ends like this."""
        return next(f for f in self.objects("/Type", "/Font") if f["/BaseFont"].endswith(name))

    def fill_in(self) -> None:
        """Show a letter in the first field that can be typed in."""
        field = next(f for f in self.objects("/Subtype", "/Widget") if f["/FT"] == "/Tx")
        field["/AP"]["/N"].get_object().set_data(b"/Tx BMC q BT /FieldFont 10 Tf 3 5 Td (A) Tj ET Q EMC")

    def field_font(self) -> Any:
        """Return the font of the form fields, one of which is filled in."""
        self.fill_in()
        return next(f for f in self.objects("/Type", "/Font") if "FIELDS" in f["/BaseFont"])

    def replace(self, old: bytes, new: bytes, page: int = 0) -> None:
        """Replace the first occurrence of something in the content of a page."""
        target: Any = self.writer.pages[page]
        data = target.get_contents().get_data()
        if old not in data:
            raise ValueError(f"{old!r} is not on page {page + 1}")
        target[NameObject("/Contents")] = self.stream(data.replace(old, new, 1))

    def rewrite(self, owner: Any, key: str, change: Callable[[bytes], bytes]) -> None:
        """Change the data of a stream that an entry refers to."""
        data = owner[key].get_object().get_data()
        owner[NameObject(key)] = self.stream(change(data))

    def stream(self, data: bytes, **entries: Any) -> Any:
        """Add a stream object."""
        stream = DecodedStreamObject()
        stream.set_data(data)
        stream.update(dictionary(**entries))
        return self.writer._add_object(stream)

    def annotate(self, **entries: Any) -> None:
        """Add an annotation to the contents, which has links."""
        annotation = dictionary(Type="/Annot", Rect=ArrayObject(), **entries)
        added = self.writer._add_object(annotation)
        page: Any = self.writer.pages[1]
        page["/Annots"].get_object().append(added)


def value(plain: Any) -> Any:
    """Return a Python value as a PDF object; text that starts with a slash is a name."""
    if isinstance(plain, str) and not isinstance(plain, (NameObject, TextStringObject)):
        return NameObject(plain) if plain.startswith("/") else TextStringObject(plain)
    if type(plain) is dict:
        return dictionary(**plain)
    return ArrayObject([value(item) for item in plain]) if type(plain) is list else plain


def dictionary(**entries: Any) -> DictionaryObject:
    """Return a dictionary object."""
    return DictionaryObject({NameObject(f"/{k}"): value(v) for k, v in entries.items()})
