"""Writes the smallest .xls that Excel's own readers take: one sheet of numbers and texts with the formats they show."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_SECTOR = 512
Value = tuple[float | str, int]  # a number, a text, or an error code such as "#42", and which format shows it


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def text(value: str, *, wide: bool = False) -> bytes:
    return struct.pack("<HB" if wide else "<BB", len(value), 1) + value.encode("utf-16-le")


def workbook(rows: Sequence[Sequence[Value]], formats: Sequence[str], hidden: Sequence[int] = ()) -> bytes:
    begin = struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)
    known = b"".join(
        record(0x41E, struct.pack("<H", 164 + at) + text(code, wide=True)) for at, code in enumerate(formats)
    )
    styles = b"".join(record(0xE0, struct.pack("<HH16x", 0, 164 + at)) for at in range(len(formats)))
    front = record(0x809, begin) + known + styles
    name = text("Blad1")
    at = len(front) + 4 + 6 + len(name) + 4
    whole = front + record(0x85, struct.pack("<IBB", at, 0, 0) + name) + record(0x0A, b"")
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
    sheet += record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    for r, row in enumerate(rows):
        sheet += record(0x208, struct.pack("<HHHHHHHH", r, 0, len(row), 255, 0, 0, 0x20 if r + 1 in hidden else 0, 0))
        sheet += b"".join(_cell(r, c, value, style) for c, (value, style) in enumerate(row))
    return compound(whole + sheet + record(0x0A, b""))


def _cell(row: int, column: int, value: float | str, style: int) -> bytes:
    place = struct.pack("<HHH", row, column, style)
    if not isinstance(value, str):
        return record(0x203, place + struct.pack("<d", value))
    if value.startswith("#"):
        return record(0x205, place + bytes([int(value[1:]), 1]))
    return record(0x204, place + text(value, wide=True))


def compound(stream: bytes) -> bytes:
    """A compound file with this as its workbook: a table of sectors, a folder, and the stream itself."""
    stream = stream.ljust(max(4096, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    count = len(stream) // _SECTOR
    links = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    table = struct.pack(f"<{len(links)}I", *links).ljust(_SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    folder = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1) + _entry("Workbook", 2, 2, len(stream))
    return head.ljust(_SECTOR, b"\xff") + table + folder.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, start: int, length: int, child: int = 0xFFFFFFFF) -> bytes:
    named = name.encode("utf-16-le") + b"\0\0"
    return named.ljust(64, b"\0") + struct.pack(
        "<HBBIII36xIQ", len(named), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child, start, length
    )
