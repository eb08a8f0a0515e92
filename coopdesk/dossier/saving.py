"""Writes a finished file so that the one that was there stays whole until the new one is proven."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from coopdesk.kernel.errors import Refused
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.turns import PDFIUM
from coopdesk.words.marks import N_

_TRIES = 5
_PAUSE = 0.2  # seconds; a virus scanner or a preview lets go of a file within one
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

Replace = Callable[[Path, Path], None]


def save_pdf(
    data: bytes,
    pages: int,
    out: Path,
    replace: Replace = os.replace,
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Saves a PDF that opens again with so many pages."""
    save_file(data, out, lambda found: _pages_of(found) == pages, replace, pause)


def save_protected(data: bytes, pages: int, password: str, out: Path) -> None:
    """Saves a PDF that only opens with a password."""
    save_file(data, out, lambda found: not _pages_of(found) and _pages_of(found, password) == pages)


def save_file(
    data: bytes,
    out: Path,
    opens: Callable[[bytes], bool] = bool,
    replace: Replace = os.replace,
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Writes beside `out`, reads back, and swaps; Refused when that cannot be, and then `out` is as it was.

    `opens` says of the bytes that were read back whether they are a whole file of their kind.
    """
    beside = out.with_name(f".{new_id()}.part")
    try:
        _write(data, beside)
        _verify(data, opens, beside)
        _swap(beside, out, replace, pause)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _write(data: bytes, beside: Path) -> None:
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        if error.errno in _FULL:
            text = N_(
                "The disk is full. Nothing was saved; what was there is untouched. Make room, or choose another folder."
            )
            raise Refused(text) from error
        text = N_("“{folder}” cannot be written to. What was there is untouched. Choose another folder.")
        raise Refused(text, folder=str(beside.parent)) from error


def _verify(data: bytes, opens: Callable[[bytes], bool], beside: Path) -> None:
    """What was written reads back byte for byte and opens."""
    try:
        found = beside.read_bytes()
        whole = found == data and opens(found)
    except OSError as error:
        raise Refused(N_("The file could not be read back. Nothing was replaced. Try another folder.")) from error
    if not whole:
        raise Refused(N_("The file could not be read back. Nothing was replaced. Try another folder."))


def _pages_of(data: bytes, password: str | None = None) -> int:
    """The number of pages that another reader finds; 0 when it is no PDF."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - megabytes that only a finished PDF needs

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data, password)
        except pypdfium2.PdfiumError:
            return 0
        count = len(document)
        document.close()
    return count


def _swap(beside: Path, out: Path, replace: Replace, pause: Callable[[float], None]) -> None:
    """Puts the new file in place; a program that has the old one open gets a second to let go."""
    for attempt in range(_TRIES):
        try:
            replace(beside, out)
        except PermissionError as error:
            if attempt == _TRIES - 1:
                text = N_("“{name}” is open in another program and is untouched. Close it there and try again.")
                raise Refused(text, name=out.name) from error
            pause(_PAUSE)
        except OSError as error:
            raise Refused(N_("“{name}” cannot be replaced. Choose another name."), name=out.name) from error
        else:
            return
