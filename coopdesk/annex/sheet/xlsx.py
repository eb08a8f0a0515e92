"""Reads .xlsx and .xlsm: openpyxl for the workbook, its styles and strings, then a pass of our own over every sheet,
since that alone tells merged ranges, hidden rows and formulas without a value apart; regular sheets go much faster."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException

from coopdesk.annex.sheet.careful import Counter, read_sheet
from coopdesk.annex.sheet.limits import LIMITS, Limits
from coopdesk.annex.sheet.model import Book, Sheet
from coopdesk.annex.sheet.package import BROKEN, guard, notes
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.regular import read_regular
from coopdesk.annex.sheet.workbook import SheetPart, Workbook, open_workbook
from coopdesk.kernel.progress import Progress, silent

# What reading raises on workbooks whose parts are missing or contradict each other.
_BROKEN = (*BROKEN, KeyError, TypeError, IndexError, AttributeError, ParseError)


def read_xlsx(name: str, sha256: str, data: bytes, limits: Limits = LIMITS, progress: Progress = silent) -> Book:
    """All worksheets, hidden ones too; macros, links and drawings are left alone and only noted."""
    guard(data, limits)
    counter = Counter(limits, progress)
    try:
        data = _with_slashes(data)
        book = open_workbook(data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sheets = tuple(_sheet(archive, part, book, counter) for part in book.sheets)
            noted = notes(archive)
    except DefusedXmlException as error:
        raise Unreadable("doctype", type(error).__name__) from error
    except _BROKEN as error:
        raise Unreadable("damaged", type(error).__name__) from error
    return Book(name, sha256, "xlsx", sheets, date1904=book.date1904, notes=noted)


def _with_slashes(data: bytes) -> bytes:
    """The same archive with its parts under their right names, where a program wrote those with the separators of
    Windows."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if not any("\\" in part.orig_filename for part in parts):
            return data
        mended = io.BytesIO()
        with zipfile.ZipFile(mended, "w", zipfile.ZIP_DEFLATED) as copy:
            for part in parts:
                copy.writestr(part.filename.replace("\\", "/"), archive.read(part))
    return mended.getvalue()


def _sheet(archive: zipfile.ZipFile, part: SheetPart, book: Workbook, counter: Counter) -> Sheet:
    with archive.open(part.path) as stream:
        read = read_regular(part, stream, book, counter)
    if read is not None:
        return read
    with archive.open(part.path) as stream:
        return read_sheet(part.title, stream, book, counter, hidden=part.hidden)
