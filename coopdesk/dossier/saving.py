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
    """Writes beside `out`, reads back, and swaps; Refused when that cannot be, and then `out` is as it was."""
    beside = out.with_name(f".{new_id()}.part")
    try:
        _write(data, beside)
        _verify(data, pages, beside)
        _swap(beside, out, replace, pause)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def save_file(data: bytes, out: Path) -> None:
    """The same for a file that is no PDF: written beside and swapped in."""
    beside = out.with_name(f".{new_id()}.part")
    try:
        _write(data, beside)
        _swap(beside, out, os.replace, time.sleep)
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
            raise Refused(N_("The disk is full. The PDF was not saved; what was there is untouched.")) from error
        raise Refused(
            N_("“{folder}” cannot be written to. Choose another folder."), folder=str(beside.parent)
        ) from error


def _verify(data: bytes, pages: int, beside: Path) -> None:
    """What was written reads back byte for byte and opens as a PDF of so many pages."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - megabytes that only a finished PDF needs

    try:
        document = pypdfium2.PdfDocument(beside.read_bytes())
        count = len(document)
        document.close()
        same = beside.read_bytes() == data
    except (OSError, pypdfium2.PdfiumError) as error:
        raise Refused(N_("The PDF could not be read back. Nothing was replaced. Try another folder.")) from error
    if not same or count != pages:
        raise Refused(N_("The PDF could not be read back. Nothing was replaced. Try another folder."))


def _swap(beside: Path, out: Path, replace: Replace, pause: Callable[[float], None]) -> None:
    """Puts the new file in place; a program that has the old one open gets a second to let go."""
    for attempt in range(_TRIES):
        try:
            replace(beside, out)
        except PermissionError as error:
            if attempt == _TRIES - 1:
                text = N_("“{name}” is open in another program. Close it there and try again.")
                raise Refused(text, name=out.name) from error
            pause(_PAUSE)
        except OSError as error:
            raise Refused(N_("“{name}” cannot be replaced. Choose another name."), name=out.name) from error
        else:
            return
