"""What calamine leaves out of an .xls: how much of a date is shown, percentages, error cells, hidden rows and columns.

Only the records that tell these are looked at; a workbook in which they make no sense is read without them.
[MS-XLS] and [MS-CFB] describe the format.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from coopdesk.annex.sheet.shapes import BUILT_IN, format_shape

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFF0  # from here on a sector number is a mark
ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
    43: "#GETTING_DATA",
}
_FORMAT, _XF, _SHEET, _ROW, _COLUMNS, _DATES = 0x41E, 0xE0, 0x85, 0x208, 0x7D, 0x22
_NUMBER, _RK, _MANY_RK, _FORMULA, _TRUTH, _BEGIN, _EOF = 0x203, 0x27E, 0xBD, 0x06, 0x205, 0x809, 0x0A
_HIDDEN = 0x20


@dataclass(slots=True)
class Looks:
    """What is shown of the cells of one sheet; rows and columns counted from 0 for cells, from 1 for hidden ones."""

    shapes: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Shown:
    """The looks of the sheets of a workbook by name, and whether its days count from 1904."""

    sheets: dict[str, Looks] = field(default_factory=dict)
    date1904: bool = False


def shown_in(data: bytes) -> Shown:
    """What is shown in a workbook; nothing where it cannot be followed."""
    try:
        stream = _stream(data)
        return _shown(stream) if stream else Shown()
    except (struct.error, IndexError, ValueError, UnicodeDecodeError):
        return Shown()


def _shown(stream: bytes) -> Shown:
    date1904 = False
    formats: dict[int, str] = {}
    styles: list[int] = []
    sheets: list[tuple[str, int]] = []
    for kind, body in _records(stream, 0):
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", body)[0]] = format_shape(_text(body, 2, wide=True))
        elif kind == _XF:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _SHEET:
            sheets.append((_text(body, 6, wide=False), struct.unpack_from("<I", body)[0]))
        elif kind == _DATES:
            date1904 = body[0] == 1
    shapes = [formats.get(code, BUILT_IN.get(code, "")) for code in styles]
    return Shown({name: _sheet(stream, at, shapes) for name, at in sheets}, date1904)


def _sheet(stream: bytes, at: int, shapes: list[str]) -> Looks:
    looks = Looks()
    for kind, body in _records(stream, at):
        if kind in (_NUMBER, _RK, _FORMULA):
            row, column, style = struct.unpack_from("<HHH", body)
            _note(looks, row, column, shapes[style])
            if kind == _FORMULA and body[6] == 2 and body[12:14] == b"\xff\xff":
                looks.errors[row, column] = ERRORS.get(body[8], "#N/A")
        elif kind == _MANY_RK:
            row, first = struct.unpack_from("<HH", body)
            for n in range((len(body) - 6) // 6):
                _note(looks, row, first + n, shapes[struct.unpack_from("<H", body, 4 + 6 * n)[0]])
        elif kind == _TRUTH and body[7]:
            looks.errors[struct.unpack_from("<HH", body)] = ERRORS.get(body[6], "#N/A")
        else:
            _note_hidden(looks, kind, body)
    return looks


def _note(looks: Looks, row: int, column: int, shape: str) -> None:
    if shape:
        looks.shapes[row, column] = shape


def _note_hidden(looks: Looks, kind: int, body: bytes) -> None:
    if kind == _ROW and struct.unpack_from("<H", body, 12)[0] & _HIDDEN:
        looks.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
    elif kind == _COLUMNS and struct.unpack_from("<H", body, 8)[0] & 1:
        first, last = struct.unpack_from("<HH", body)
        looks.hidden_columns.update(range(first + 1, min(last, 255) + 2))


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the workbook, up to its end; charts inside it are passed over."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == _BEGIN:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _text(body: bytes, at: int, *, wide: bool) -> str:
    """A text with its length in front, in one or in two bytes."""
    length = struct.unpack_from("<H" if wide else "<B", body, at)[0]
    at += 2 if wide else 1
    return body[at + 1 : at + 1 + 2 * length].decode("utf-16-le") if body[at] & 1 else (
        body[at + 1 : at + 1 + length].decode("latin-1")
    )  # fmt: skip


def _stream(data: bytes) -> bytes:
    """The workbook out of the compound file around it; empty when there is none of this kind."""
    if not data.startswith(_SIGNATURE):
        return b""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    chain = _Chains(data, size)
    first, cutoff = struct.unpack_from("<I4xI", data, 48)
    folder = chain.whole(first)
    root, mini = b"", b""
    for at in range(0, len(folder), 128):
        entry = folder[at : at + 128]
        name = entry[: max(0, struct.unpack_from("<H", entry, 64)[0] - 2)].decode("utf-16-le", "replace")
        start, length = struct.unpack_from("<II", entry, 116)
        if entry[66] == 5:
            root = chain.whole(start)
        elif name == "Workbook":
            mini = chain.whole(struct.unpack_from("<I", data, 60)[0])
            return chain.whole(start)[:length] if length >= cutoff else _small(root, mini, start, length)
    return b""


def _small(root: bytes, mini: bytes, start: int, length: int) -> bytes:
    """A stream kept in small sectors within another."""
    links = struct.unpack(f"<{len(mini) // 4}I", mini[: len(mini) // 4 * 4])
    pieces, seen = [], set[int]()
    while start < _END and start not in seen:
        seen.add(start)
        pieces.append(root[64 * start : 64 * start + 64])
        start = links[start]
    return b"".join(pieces)[:length]


class _Chains:
    """The sectors of a compound file and which follows which."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data, self._size = data, size
        listed = list(struct.unpack_from("<109I", data, 76))
        more, seen = struct.unpack_from("<I", data, 68)[0], set[int]()
        while more < _END and more not in seen:
            seen.add(more)
            part = struct.unpack(f"<{size // 4}I", self._sector(more))
            listed += part[:-1]
            more = part[-1]
        tables = b"".join(self._sector(number) for number in listed if number < _END)
        self._next = struct.unpack(f"<{len(tables) // 4}I", tables)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        piece = self._data[start : start + self._size]
        return piece + bytes(self._size - len(piece))

    def whole(self, start: int) -> bytes:
        """The bytes of a chain of sectors; one that bites its tail ends there."""
        pieces, seen = [], set[int]()
        while start < _END and start not in seen:
            seen.add(start)
            pieces.append(self._sector(start))
            start = self._next[start]
        return b"".join(pieces)
