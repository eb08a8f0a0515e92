"""Writes small objects in compressed object streams (ISO 32000-1, 7.5.7 and 7.5.8)."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import IO, Any

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, IndirectObject, NameObject, PdfObject, StreamObject

_OBJECTS_PER_STREAM = 200
_FREE, _PLAIN, _PACKED = 0, 1, 2
_Entry = tuple[int, int, int]


class RawObject(PdfObject):
    """An object in its written form: much cheaper than a dictionary for 35,000 elements."""

    data = b"null"

    def write_to_stream(self, stream: IO[Any], encryption_key: None = None) -> None:
        """Write the object."""
        stream.write(self.data)


class CompactWriter(PdfWriter):
    """A writer whose structure elements take a few bytes each instead of a hundred."""

    def keep(self, obj: PdfObject) -> IndirectObject:
        """Takes an object into the file and returns the reference to it."""
        return self._add_object(obj)

    def identify(self, identifier: ArrayObject) -> None:
        """Sets the identifier of the file; pypdf itself would make one at random."""
        self._ID = identifier

    def write_stream(self, stream: IO[Any]) -> None:
        """Write header, objects and cross-reference stream."""
        self._resolve_links()
        stream.write(self.pdf_header.encode() + b"\n%\xe2\xe3\xcf\xd3\n")
        entries: list[_Entry] = [(_FREE, 0, 65535)]
        small: list[tuple[int, bytes]] = []
        for number, obj in enumerate(self._objects, start=1):
            entries.append((_FREE, 0, 0))
            if isinstance(obj, StreamObject):
                entries[number] = (_PLAIN, stream.tell(), 0)
                _write_object(stream, number, written(obj))
            elif obj is not None:
                small.append((number, written(obj)))
        for start in range(0, len(small), _OBJECTS_PER_STREAM):
            _write_object_stream(stream, small[start : start + _OBJECTS_PER_STREAM], entries)
        self._write_cross_reference_stream(stream, entries)

    def _write_cross_reference_stream(self, stream: IO[Any], entries: list[_Entry]) -> None:
        """Write the cross-reference stream, which is also the trailer."""
        position = stream.tell()
        entries.append((_PLAIN, position, 0))
        table = b"".join(
            kind.to_bytes(1, "big") + second.to_bytes(4, "big") + third.to_bytes(2, "big")
            for kind, second, third in entries
        )
        info = self._info.indirect_reference if self._info is not None else None
        trailer = {"/Root": self.root_object.indirect_reference, "/Info": info, "/ID": self._ID}
        keys = b"".join(b"%s %s" % (k.encode(), written(v)) for k, v in trailer.items() if v)
        keys = b"/Type /XRef /Size %d /W [1 4 2] %s" % (len(entries), keys)
        _write_object(stream, len(entries) - 1, _compressed(keys, table))
        stream.write(b"startxref\n%d\n%%%%EOF\n" % position)


def packed(data: bytes, entries: Mapping[str, PdfObject]) -> StreamObject:
    """A stream of data that is compressed already."""
    stream = StreamObject()
    stream._data = data  # noqa: SLF001 - pypdf would compress it again
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream.update({NameObject(key): value for key, value in entries.items()})
    return stream


def written(obj: PdfObject) -> bytes:
    """Return an object as it stands in the file."""
    target = BytesIO()
    obj.write_to_stream(target)
    return target.getvalue()


def _write_object_stream(stream: IO[Any], objects: list[tuple[int, bytes]], entries: list[_Entry]) -> None:
    """Write one object stream and note where each object is in it."""
    container = len(entries)
    offsets: list[int] = []
    body = bytearray()
    for index, (number, data) in enumerate(objects):
        offsets += [number, len(body)]
        body += data + b"\n"
        entries[number] = (_PACKED, container, index)
    entries.append((_PLAIN, stream.tell(), 0))
    head = " ".join(map(str, offsets)).encode() + b"\n"
    keys = b"/Type /ObjStm /N %d /First %d" % (len(objects), len(head))
    _write_object(stream, container, _compressed(keys, head + body))


def _compressed(keys: bytes, data: bytes) -> bytes:
    """Return a stream object with these keys."""
    packed = zlib.compress(data, 6)
    head = b"<<%s /Filter /FlateDecode /Length %d>>" % (keys, len(packed))
    return head + b"\nstream\n" + packed + b"\nendstream"


def _write_object(stream: IO[Any], number: int, data: bytes) -> None:
    """Write an indirect object."""
    stream.write(b"%d 0 obj\n%s\nendobj\n" % (number, data))
