"""Damage to fonts."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from pypdf.generic import ArrayObject, NameObject, NumberObject

from tests.dossier.breakage.registry import breaks
from tests.dossier.breakage.tool import Broken, dictionary

_REGULAR = "AAAAAA+SourceSans3-Regular"


def _change_program(broken: Broken, font: Any, change: Callable[[Any], None]) -> None:
    """Change the cmap of an embedded font program."""

    def changed(data: bytes) -> bytes:
        """Return the changed program."""
        program, target = TTFont(BytesIO(data)), BytesIO()
        change(program["cmap"])
        program.save(target)
        return target.getvalue()

    broken.rewrite(font["/FontDescriptor"].get_object(), "/FontFile2", changed)


@breaks("10-001", "31-027")
def no_to_unicode(broken: Broken) -> None:
    """Remove the ToUnicode CMap."""
    del broken.font(_REGULAR)["/ToUnicode"]


@breaks("31-009")
def not_embedded(broken: Broken) -> None:
    """Remove the font program."""
    del broken.font(_REGULAR)["/FontDescriptor"].get_object()["/FontFile2"]


@breaks("31-011", "31-030")
def unknown_code(broken: Broken) -> None:
    """Show a code that has no glyph, and the code of .notdef."""
    broken.replace(b"(Pagina 2", b"(\\377\\000agina 2", page=1)


@breaks("31-016")
def other_width(broken: Broken) -> None:
    """Declare a wrong width for the letter P."""
    widths = broken.font(_REGULAR)["/Widths"].get_object()
    widths[ord("P")] = NumberObject(int(widths[ord("P")]) + 2)


@breaks("31-017", "31-018")
def field_font_without_cmap(broken: Broken) -> None:
    """Remove all cmaps from the font of the fields."""
    _change_program(broken, broken.field_font(), lambda cmap: cmap.tables.clear())


@breaks("31-019")
def no_encoding(broken: Broken) -> None:
    """Remove the encoding of the field font."""
    del broken.field_font()["/Encoding"]


@breaks("31-020", "31-021")
def no_base_encoding(broken: Broken) -> None:
    """Use an encoding without a base."""
    broken.field_font()[NameObject("/Encoding")] = dictionary(Type="/Encoding")


@breaks("31-022", "31-023")
def differences(broken: Broken) -> None:
    """Use an encoding with an unknown glyph name."""
    names = ArrayObject([NumberObject(65), NameObject("/nietbestaand")])
    encoding = dictionary(BaseEncoding="/MacRomanEncoding", Differences=names)
    broken.field_font()[NameObject("/Encoding")] = encoding


@breaks("31-024")
def symbolic_encoding(broken: Broken) -> None:
    """Give a symbolic font an encoding."""
    broken.font(_REGULAR)[NameObject("/Encoding")] = NameObject("/WinAnsiEncoding")


@breaks("31-025")
def symbolic_without_cmap(broken: Broken) -> None:
    """Remove all cmaps from a symbolic font."""
    _change_program(broken, broken.font(_REGULAR), lambda cmap: cmap.tables.clear())


@breaks("31-026")
def symbolic_with_two_cmaps(broken: Broken) -> None:
    """Add a Unicode cmap to a symbolic font."""
    from fontTools.ttLib.tables._c_m_a_p import cmap_format_4

    def add(cmap: Any) -> None:
        """Add the subtable."""
        table = cmap_format_4(4)
        table.platformID, table.platEncID, table.language = 3, 1, 0
        table.cmap = {65: ".notdef"}
        cmap.tables.append(table)

    _change_program(broken, broken.font(_REGULAR), add)


def _unicode(value: bytes) -> Callable[[Broken], None]:
    """Return a breakage that gives a code this value in the ToUnicode CMap."""

    def breakage(broken: Broken) -> None:
        """Change the value of the letter P."""
        broken.rewrite(
            broken.font(_REGULAR),
            "/ToUnicode",
            lambda data: data.replace(b"<50> <0050>", b"<50> <" + value + b">"),
        )

    return breakage


breaks("31-028")(_unicode(b"0000"))
breaks("31-029")(_unicode(b"FEFF"))


@breaks("31-001", "31-002", "31-003", "31-004", "31-005", "31-014", "31-015")
def composite(broken: Broken) -> None:
    """Add composite fonts whose parts do not fit together."""
    info = dictionary(Registry="Adobe", Ordering="Japan1", Supplement=NumberObject(1))
    other = dictionary(Registry="Mine", Ordering="Own", Supplement=NumberObject(2))
    shared = {"Type": "/Font", "Subtype": "/CIDFontType2", "BaseFont": "/X"}
    descendant = dictionary(**shared, CIDSystemInfo=info, CIDToGIDMap="/Other")
    encoding = broken.stream(b"", CIDSystemInfo=other)
    reference = broken.writer._add_object(descendant)
    broken.writer._add_object(dictionary(**shared))
    font = dictionary(Type="/Font", Subtype="/Type0", BaseFont="/X", Encoding=encoding)
    font[NameObject("/DescendantFonts")] = ArrayObject([reference])
    broken.writer._add_object(font)


@breaks("31-006", "31-007", "31-008")
def embedded_cmap(broken: Broken) -> None:
    """Add an embedded CMap."""
    broken.stream(b"", Type="/CMap")


@breaks("31-012", "31-013")
def type_one(broken: Broken) -> None:
    """Add a Type 1 font."""
    broken.writer._add_object(dictionary(Type="/Font", Subtype="/Type1", BaseFont="/X"))
