"""Files made to break a reader: bombs, entities, endless sheets, half files and other things than they say."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from functools import partial

import openpyxl

SHEET, STRINGS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
LAUGHS = (
    b'<!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">'.encode() for i in range(9)
    ) + b"]>"
)  # fmt: skip
OUTSIDE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODS_HEAD = (
    '<?xml version="1.0"?>{}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"


def good() -> dict[str, bytes]:
    """The parts of a small sound workbook."""
    book = openpyxl.Workbook()
    for row in (["Gemeente", "Begin"], ["Aalst", 2022]):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    parts = good()
    return packed({**parts, name: change(parts[name])})


def after_prolog(text: bytes) -> Callable[[bytes], bytes]:
    return lambda part: b'<?xml version="1.0"?>' + text + part.partition(b"?>")[2] if b"?>" in part else text + part


def rows_of(body: bytes) -> Callable[[bytes], bytes]:
    return lambda part: part.partition(b"<sheetData>")[0] + b"<sheetData>" + body + b"</sheetData></worksheet>"


def nested() -> bytes:
    inner = packed({"0.bin": b"\x00" * 5_000_000})
    for _ in range(3):
        inner = packed({f"{i}.zip": inner for i in range(10)})
    return inner


def doubled() -> bytes:
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, content in (*good().items(), (SHEET, b"<worksheet/>")):
            archive.writestr(name, content)
    return target.getvalue()


def wrong_sum() -> bytes:
    whole = bytearray(packed(good()))
    at = whole.index(b"PK\x01\x02") + 16
    whole[at : at + 4] = struct.pack("<I", 1)
    return bytes(whole)


def ods(body: str, doctype: str = "") -> bytes:
    content = ODS_HEAD.format(doctype) + body + ODS_TAIL
    return packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()})


def endless_ods() -> bytes:
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
    return ods(f'<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576">{cell}'
               "</table:table-row></table:table>")  # fmt: skip


def merged_everywhere() -> bytes:
    ranges = b"".join(b'<mergeCell ref="A%d:XFD%d"/>' % (n, n) for n in range(1, 20_001))
    tail = b"</sheetData><mergeCells>" + ranges + b"</mergeCells></worksheet>"
    return changed(SHEET, lambda part: part.partition(b"</sheetData>")[0] + tail)


def cells(*values: str) -> Callable[[bytes], bytes]:
    """A sheet with these cells under one another, each as it is written in the file."""
    lines = [f'<row r="{n}">{value.replace("?", f"A{n}", 1)}</row>'.encode() for n, value in enumerate(values, start=1)]
    return rows_of(b"".join(lines))


def noted(part: str) -> bytes:
    return packed(good() | {part: b"\xd0\xcf\x11\xe0"})


def backslashes() -> bytes:
    return packed({name.replace("/", "\\"): content for name, content in good().items()})


def noise(length: int) -> str:
    """Text that packs no better than text does."""
    return "".join(f"{n * 2_654_435_761 % 4_294_967_296:x}" for n in range(length // 8))


def sheets(count: int) -> bytes:
    book = openpyxl.Workbook()
    for n in range(count - 1):
        book.create_sheet(f"Blad {n}")
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def styles(count: int) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(
        b"</cellXfs>", b"".join(b'<xf numFmtId="%d"/>' % (n * 7919 % 9973) for n in range(count)) + b"</cellXfs>"
    )


def same_place() -> bytes:
    """Two entries of the archive that share their bytes."""
    whole = packed(good())
    at = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    first = whole[at : whole.index(b"PK\x01\x02", at + 4)]
    other = first.replace(b"docProps/app.xml", b"docProps/xpp.xml").replace(b"[Content_Types]", b"[Xontent_Types]")
    tail = bytearray(whole[end:])
    count = struct.unpack_from("<H", tail, 8)[0] + 1
    struct.pack_into("<HHI", tail, 8, count, count, struct.unpack_from("<I", tail, 12)[0] + len(other))
    return whole[:end] + other + bytes(tail)


def locked() -> bytes:
    """A zip whose entries are marked as encrypted."""
    whole = bytearray(packed(good()))
    at = whole.index(b"PK\x01\x02") + 8
    whole[at] |= 1
    return bytes(whole)


WIDE = b"<row>" + b"<c><v>1</v></c>" * 16_384 + b"</row>"
# What each file is refused for; None where it is read after all, with what is sound in it.
FILES: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "one part of blanks": (lambda: changed(SHEET, lambda part: part + b" " * 40_000_000), "bomb"),
    "archives in archives": (nested, "not_a_sheet"),
    "a hundred thousand parts": (lambda: packed(good() | {f"xl/x{n}.xml": b"" for n in range(100_000)}), "bomb"),
    "one part twice": (doubled, "damaged"),
    "a part above the folder": (lambda: packed(good() | {"xl/../../x.xml": b"<x/>"}), "damaged"),
    "a billion laughs": (lambda: changed(SHEET, after_prolog(LAUGHS)), "doctype"),
    "a file of the machine": (lambda: changed(BOOK, after_prolog(OUTSIDE)), "doctype"),
    "an endless dimension": (lambda: changed(SHEET, lambda part: part.replace(b"A1:B2", b"A1:XFD1048576")), None),
    "a cell of a row far away": (lambda: changed(SHEET, rows_of(b'<row r="1048576"><c r="XFD1048576"/></row>')), None),
    "sixteen thousand columns": (lambda: changed(SHEET, rows_of(WIDE * 2)), None),
    "many rows of sixteen thousand columns": (lambda: changed(SHEET, rows_of(WIDE * 40)), "bomb"),
    "twenty thousand merged rows": (merged_everywhere, None),
    "a string that is not there": (
        lambda: changed(SHEET, rows_of(b'<row r="1"><c r="A1" t="s"><v>99999</v></c></row>')),
        "damaged",
    ),
    "a cell without an address": (
        lambda: changed(SHEET, rows_of(b'<row r="x"><c r="??"><v>1</v></c></row>')),
        "damaged",
    ),
    "cells that stand twice": (
        lambda: changed(SHEET, rows_of(b'<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>')),
        "damaged",
    ),
    "rows in disorder": (
        lambda: changed(SHEET, rows_of(b'<row r="2"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>')),
        "damaged",
    ),
    "nested elements": (lambda: changed(SHEET, rows_of(b"<a>" * 50_000 + b"</a>" * 50_000)), None),
    "elements that are not closed": (lambda: changed(SHEET, lambda _: b"<worksheet><sheetData><row>"), "damaged"),
    "a sheet of noise": (lambda: changed(SHEET, lambda _: bytes(range(256)) * 99), "damaged"),
    "no workbook part": (lambda: packed({k: v for k, v in good().items() if k != BOOK}), "damaged"),
    "no sheet part": (lambda: packed({k: v for k, v in good().items() if k != SHEET}), "damaged"),
    "a wrong check sum": (wrong_sum, "damaged"),
    "half": (lambda: packed(good())[:2000], "damaged"),
    "nothing": (lambda: b"", "empty"),
    "only NUL": (lambda: b"\x00" * 100_000, "empty"),
    "a protected workbook": (lambda: OLE + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 4000, "encrypted"),
    "an old workbook of noise": (lambda: OLE + b"\xff" * 500 + "Workbook".encode("utf-16-le") * 99, "damaged"),
    "a binary workbook of noise": (lambda: packed({"xl/workbook.bin": b"\xff" * 4000}), "damaged"),
    "a lock file": (lambda: b"\x05Jan  " + b"\x20" * 158 + b"\x00", "owner"),
    "a PDF": (lambda: b"%PDF-1.7\n" + b"x" * 999, "not_a_sheet"),
    "an endless table": (endless_ods, "too_many_cells"),
    "a table with a document type": (lambda: ods('<table:table table:name="A"/>', LAUGHS.decode()), "doctype"),
    "a page of nested elements": (lambda: b"<html><table><tr><td>" + b"<div>" * 200_000, None),
    "an old XML workbook with entities": (
        lambda: b'<?xml version="1.0"?>' + LAUGHS + b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "doctype",
    ),
    "a quote that never ends": (lambda: b'Gemeente;Begin\nAalst;"' + b"2022;\n" * 300_000, "damaged"),
    "one line of twenty million separators": (lambda: b";" * 20_000_000, "too_many_cells"),
    "NUL in the middle": (lambda: b"Gemeente;Begin\nAal\x00st;2022\n", "not_a_sheet"),
    "parts that share their bytes": (same_place, "damaged"),
    "a locked archive": (locked, "encrypted"),
    "entities among the strings": (lambda: packed(good() | {STRINGS: after_prolog(LAUGHS)(b"<sst/>")}), "doctype"),
    "entities in UTF-16": (
        lambda: changed(SHEET, lambda part: (LAUGHS.decode() + part.decode()).encode("utf-16")),
        "doctype",
    ),
    "a cell far away that is filled": (
        lambda: changed(SHEET, rows_of(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
        None,
    ),
    "a hundred thousand merged ranges over one another": (
        lambda: changed(
            SHEET,
            lambda part: (
                part.partition(b"</sheetData>")[0]
                + b"</sheetData><mergeCells>"
                + b"".join(
                    b'<mergeCell ref="A%d:T%d"/>' % (n * 7 % 97 + 1, n * 7919 % 997 + 900) for n in range(100_000)
                )
                + b"</mergeCells></worksheet>"
            ),
        ),
        None,
    ),
    "rows that never close": (lambda: changed(SHEET, rows_of(b'<row r="1">' + b"<c><v>1</v></c>" * 900_000)), "bomb"),
    "strings by the million": (lambda: packed(good() | {STRINGS: b"<sst>" + b"<si/>" * 5_000_000 + b"</sst>"}), "bomb"),
    "separators of Windows in the names of parts": (backslashes, None),
    "macros": (partial(noted, "xl/vbaProject.bin"), None),
    "links to other files": (partial(noted, "xl/externalLinks/externalLink1.xml.bin"), None),
    "formulas without a value": (lambda: changed(SHEET, cells('<c r="?"><f>B1+1</f></c>')), None),
    "errors": (
        lambda: changed(SHEET, cells('<c r="?" t="e"><v>#REF!</v></c>', '<c r="?" t="e"><v>#DIV/0!</v></c>')),
        None,
    ),
    "numbers that are none": (
        lambda: changed(
            SHEET,
            cells(
                '<c r="?"><v>NaN</v></c>',
                '<c r="?"><v>INF</v></c>',
                f'<c r="?"><v>{"9" * 401}</v></c>',
                '<c r="?"><v>1e400</v></c>',
            ),
        ),
        None,
    ),
    "a text of a million characters": (
        lambda: changed(SHEET, cells(f'<c r="?" t="str"><v>{noise(1_000_000)}</v></c>')),
        None,
    ),
    "three hundred sheets": (partial(sheets, 300), None),
    "seventy thousand styles": (lambda: changed("xl/styles.xml", styles(70_000)), None),
    "a style that is not there": (lambda: changed(SHEET, cells('<c r="?" s="999999"><v>1</v></c>')), None),
    "a page with cells that span a million": (
        lambda: b"<html><table>" + b"<tr><td rowspan=1000 colspan=1000>x</td></tr>" * 2_000 + b"</table></html>",
        None,
    ),
    "an old XML workbook with a row far away": (
        lambda: (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
            b'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row ss:Index="99999999"/>'
            b"</Table></Worksheet></Workbook>"
        ),
        "too_many_cells",
    ),
    "half a character": (lambda: b"\xff\xfe" + "Gemeente;Begin\n".encode("utf-16-le") + b"\x00", "encoding"),
    "characters that were lost before": ("Gemeente;Begin\nGavere\ufffd;2022\n".encode, "encoding"),
    "a number without end": (lambda: b"NIS;Waarde\n41002;" + b"9" * 100_000 + b"\n", None),
}
