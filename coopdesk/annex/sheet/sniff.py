"""What a file is, by its content; its name says nothing."""

from __future__ import annotations

import io
import zipfile

from coopdesk.annex.sheet.refusal import Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a text document"),
    (b"Rar!", "a packed archive"),
    (b"7z\xbc\xaf", "a packed archive"),
    (b"\x1f\x8b", "a packed archive"),
    (b"SQLite format 3", "a database"),
)
_OWNER_BYTES = (165, 162)


def sniff(data: bytes) -> str:
    """One of xlsx, xlsb, ods, xls, html, xml2003, csv; Unreadable with the cause for anything else."""
    if not data.strip(b"\x00 \r\n\t"):
        raise Unreadable("empty")
    for magic, what in _OTHERS:
        if data.startswith(magic):
            raise Unreadable("not_a_sheet", what)
    if data.startswith(_OLE):
        return _compound(data)
    if data.startswith(b"PK"):
        return _packed(data)
    if len(data) in _OWNER_BYTES and data[0] <= 54 and b"\x20" * 20 in data:
        raise Unreadable("owner")
    return _text(data)


def _compound(data: bytes) -> str:
    def names(word: str) -> bool:
        return word.encode("utf-16-le") in data

    if names("EncryptedPackage") or names("EncryptionInfo"):
        raise Unreadable("encrypted")
    if names("Workbook") or names("Book"):
        return "xls"
    if names("WordDocument"):
        raise Unreadable("not_a_sheet", "a text document")
    if len(data) < 2048:
        raise Unreadable("damaged", "OLE")
    raise Unreadable("not_a_sheet", "another document")


def _packed(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = {info.filename.replace("\\", "/"): info for info in archive.infolist()}
            if "mimetype" in entries and entries["mimetype"].file_size < 200:
                return _open_document(archive.read("mimetype"), set(entries))
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Unreadable("damaged", "zip") from error
    lowered = {name.lower() for name in entries}
    if "xl/workbook.bin" in lowered:
        return "xlsb"
    if any(name.startswith("xl/") for name in lowered):
        return "xlsx"
    if any(name.startswith("word/") for name in lowered):
        raise Unreadable("not_a_sheet", "a text document")
    if any(name.startswith("ppt/") for name in lowered):
        raise Unreadable("not_a_sheet", "a presentation")
    raise Unreadable("not_a_sheet", "a packed archive")


def _open_document(kind: bytes, names: set[str]) -> str:
    if not kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise Unreadable("not_a_sheet", "a text document")
    if "content.xml" not in names:
        raise Unreadable("damaged", "content.xml")
    return "ods"


def _text(data: bytes) -> str:
    head = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    if head.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return "xml2003"
    if head.startswith(b"<") and (b"<html" in head or b"<table" in head or b"<!doctype html" in head):
        return "html"
    if head.startswith(b"<?xml"):
        raise Unreadable("not_a_sheet", "an XML file")
    if head[:1] in b"{[" and head[1:].lstrip()[:1] in b'"{[]}' and b"\n" not in head.split(b":")[0].strip(b"{[ \r\n\t"):
        raise Unreadable("not_a_sheet", "a JSON file")
    return "csv"
