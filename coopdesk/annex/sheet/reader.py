"""Reads one file of any known format into a `Book`; runs in the child process."""

from __future__ import annotations

import hashlib
from pathlib import Path

from coopdesk.annex.sheet.delimited import read_delimited
from coopdesk.annex.sheet.limits import LIMITS, Limits
from coopdesk.annex.sheet.markup import read_html, read_xml2003
from coopdesk.annex.sheet.model import Book
from coopdesk.annex.sheet.ods import read_ods
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.sniff import sniff
from coopdesk.annex.sheet.xlsb import read_xlsb
from coopdesk.annex.sheet.xlsx import read_xlsx
from coopdesk.kernel.progress import Progress, silent

_PLAIN = {"csv": read_delimited, "html": read_html, "xml2003": read_xml2003}
_PACKED = {"xlsx": read_xlsx, "xlsb": read_xlsb, "ods": read_ods}


def read_book(path: Path, limits: Limits = LIMITS, progress: Progress = silent) -> Book:
    """The whole file; Unreadable with a code when it cannot or may not be read."""
    return read_content(path.name, _bytes(path, limits), limits, progress)


def read_content(name: str, data: bytes, limits: Limits = LIMITS, progress: Progress = silent) -> Book:
    """The same for the bytes of a file."""
    sha256 = hashlib.sha256(data).hexdigest()
    kind = sniff(data)
    if kind in _PLAIN:
        return _PLAIN[kind](name, sha256, data, limits)
    if kind in _PACKED:
        return _PACKED[kind](name, sha256, data, limits, progress)
    # Few files need calamine, and starting without it is twice as fast.
    from coopdesk.annex.sheet.binary import read_binary  # noqa: PLC0415

    return read_binary(name, sha256, data, limits, progress)


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        if path.stat().st_size > limits.file_bytes:
            raise Unreadable("too_large")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable("missing", error.strerror or "") from error
