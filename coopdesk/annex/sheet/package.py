"""Looks a zipped workbook over before anything in it is parsed: bombs, doubles, odd names and document types."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.parsers import expat

from coopdesk.annex.sheet.limits import LIMITS, Limits
from coopdesk.annex.sheet.refusal import Unreadable

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class _Seen(Exception):
    """The prolog is over."""


def guard(data: bytes, limits: Limits = LIMITS) -> None:
    """Returns when the package may be parsed; Unreadable otherwise."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _entries(archive.infolist(), limits)
            for info in archive.infolist():
                if info.filename.lower().endswith((".xml", ".rels", ".vml")):
                    with archive.open(info) as part:
                        _no_doctype(info.filename, part.read(1_000_000))
    except BROKEN as error:
        raise Unreadable("damaged", "zip") from error


def _entries(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    names = [info.filename for info in infos]
    if len(names) > limits.entries:
        raise Unreadable("bomb", f"{len(names)} parts")
    if len(set(names)) != len(names):
        raise Unreadable("damaged", "double parts")
    if any(".." in name.replace("\\", "/").split("/") or name.startswith("/") for name in names):
        raise Unreadable("damaged", "part names")
    total = sum(info.file_size for info in infos)
    if total > limits.unpacked_bytes:
        raise Unreadable("bomb", f"{total // 1_000_000} MB")
    for info in infos:
        packed = max(1, info.compress_size)
        if info.file_size > limits.ratio_from and info.file_size / packed > limits.ratio:
            raise Unreadable("bomb", f"{info.filename}: {info.file_size // 1_000_000} MB")
        if info.flag_bits & 1:
            raise Unreadable("encrypted", info.filename)


def _no_doctype(name: str, head: bytes) -> None:
    parser = expat.ParserCreate()

    def doctype(*_: object) -> None:
        raise Unreadable("doctype", name)

    def root(*_: object) -> None:
        raise _Seen

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = root
    try:
        parser.Parse(head, False)  # noqa: FBT003 (expat takes no keywords)
    except _Seen:
        return
    except (expat.ExpatError, LookupError) as error:  # the second for an encoding nobody knows
        raise Unreadable("damaged", name) from error


def notes(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """What a workbook brings along that is left alone: macros, links to other files, connections."""
    names = [name.lower() for name in archive.namelist()]
    found = {"macros": "vbaproject.bin", "links": "externallinks/", "connections": "connections."}
    return tuple(note for note, part in found.items() if any(part in name for name in names))
