"""Fields to fill in: widget annotations with an embedded font (ISO 32000-1, 12.7)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)
from reportlab.pdfbase import pdfmetrics

from coopdesk.dossier.pdf.compact import CompactWriter
from coopdesk.dossier.pdf.fonts import load_fonts
from coopdesk.dossier.pdf.record import Field

_FONT = "/FieldFont"
_LOOK = f"{_FONT} 10 Tf 0 g"
_PRINT, _NON_SYMBOLIC, _SIGNATURES_EXIST = 4, 32, 1
# The only order of letters that a font of reportlab's making can have and that a reader of PDF can type in.
_MAC_ROMAN = [ord(character) for character in bytes(range(256)).decode("mac_roman")]


class Form:
    """The fields of a document; without fields there is no form."""

    def __init__(self, writer: CompactWriter) -> None:
        """Adds to this file."""
        self._writer = writer
        self._fields: list[IndirectObject] = []
        self._names: set[str] = set()
        self._resources: IndirectObject | None = None
        self._signs = False

    def add(self, field: Field, page: IndirectObject) -> IndirectObject:
        """A field merged with its only widget."""
        name = field.name
        while name in self._names:
            name += "'"
        self._names.add(name)
        entries: dict[str, PdfObject] = {
            "Type": NameObject("/Annot"),
            "Subtype": NameObject("/Widget"),
            "T": TextStringObject(name),
            "TU": TextStringObject(field.spoken),
            "F": NumberObject(_PRINT),
            "Rect": _numbers(field.box),
            "P": page,
        }
        self._signs = self._signs or field.signature
        kind = {"FT": NameObject("/Sig")} if field.signature else self._typed(field)
        reference = self._writer.keep(_dictionary(**entries, **kind))
        self._fields.append(reference)
        return reference

    def close(self) -> None:
        """Tells the catalog of the fields."""
        if not self._fields:
            return
        form = _dictionary(Fields=ArrayObject(self._fields), DA=TextStringObject(_LOOK), DR=self._drawn_with())
        if self._signs:
            form[NameObject("/SigFlags")] = NumberObject(_SIGNATURES_EXIST)
        self._writer.root_object[NameObject("/AcroForm")] = form

    def _typed(self, field: Field) -> dict[str, PdfObject]:
        """What a text field has: an empty appearance and the font it is typed in."""
        left, bottom, right, top = field.box
        stream = DecodedStreamObject()
        stream.set_data(b"/Tx BMC EMC")
        shape = _dictionary(
            Type=NameObject("/XObject"),
            Subtype=NameObject("/Form"),
            BBox=_numbers((0, 0, right - left, top - bottom)),
            Resources=self._drawn_with(),
        )
        stream.update(shape)
        look = _dictionary(N=self._writer.keep(stream))
        return {"FT": NameObject("/Tx"), "V": TextStringObject(""), "DA": TextStringObject(_LOOK), "AP": look}

    def _drawn_with(self) -> IndirectObject:
        if self._resources is None:
            font = self._writer.keep(_field_font(self._writer))
            self._resources = self._writer.keep(_dictionary(Font=DictionaryObject({NameObject(_FONT): font})))
        return self._resources


@cache
def _field_program() -> bytes:
    return bytes(_face().makeSubset(_MAC_ROMAN))


def _face() -> Any:
    font: Any = pdfmetrics.getFont(load_fonts().regular)
    return font.face


def _field_font(writer: CompactWriter) -> DictionaryObject:
    """A font in Mac OS Roman order, so that people can type."""
    face, program = _face(), DecodedStreamObject()
    program.set_data(_field_program())
    program[NameObject("/Length1")] = NumberObject(len(program.get_data()))
    name = NameObject("/FIELDS+" + face.name.decode())
    descriptor = _dictionary(
        Type=NameObject("/FontDescriptor"),
        FontName=name,
        Flags=NumberObject(_NON_SYMBOLIC),
        FontBBox=_numbers(face.bbox),
        ItalicAngle=NumberObject(face.italicAngle),
        Ascent=NumberObject(face.ascent),
        Descent=NumberObject(face.descent),
        CapHeight=NumberObject(face.capHeight),
        StemV=NumberObject(face.stemV),
        FontFile2=writer.keep(program.flate_encode()),
    )
    return _dictionary(
        Type=NameObject("/Font"),
        Subtype=NameObject("/TrueType"),
        BaseFont=name,
        Encoding=NameObject("/MacRomanEncoding"),
        FirstChar=NumberObject(32),
        LastChar=NumberObject(255),
        Widths=_numbers([face.getCharWidth(code) for code in _MAC_ROMAN[32:]]),
        FontDescriptor=writer.keep(descriptor),
    )


def _dictionary(**entries: PdfObject) -> DictionaryObject:
    """A dictionary with these keys."""
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def _numbers(values: Sequence[float]) -> ArrayObject:
    """An array of numbers."""
    return ArrayObject([FloatObject(value) for value in values])
