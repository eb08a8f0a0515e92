"""Reads text with separators: csv and its relatives, in the encodings Belgian offices send."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from coopdesk.annex.sheet.limits import LIMITS, Limits
from coopdesk.annex.sheet.model import BLANK, Book, Cell, CellKind, Sheet
from coopdesk.annex.sheet.refusal import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = ";,\t|"
_TRIED = 200
_LOST = "\ufffd"


def read_delimited(name: str, sha256: str, data: bytes, limits: Limits = LIMITS) -> Book:
    """The one sheet of a csv file; row numbers count records, so a line break inside quotes is no new row."""
    text, encoding = decode(data)
    if "\x00" in text:
        raise Unreadable("not_a_sheet", "a binary file")
    if _LOST in text:
        # Some program already read this in the wrong characters, and what stood there is gone.
        raise Unreadable("encoding", f"row {text.count(chr(10), 0, text.index(_LOST)) + 1}")
    first = text.partition("\n")[0].strip().strip('"')
    told = first[4:5] if first.lower().startswith("sep=") and len(first) == 5 else ""
    separator = told or _separator(text)
    rows = _records(text, separator, limits)
    if told:
        rows[0] = ()
    sheet = Sheet("csv", tuple(rows))
    return Book(name, sha256, "csv", (sheet,), encoding=encoding, separator=separator)


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding it was in: a byte order mark, else UTF-16 by its zeros, UTF-8, Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding)
    sample = data[:2000]
    if len(sample) > 3 and sample[1::2].count(0) > len(sample) // 3:
        return _strict(data, "utf-16-le")
    if len(sample) > 3 and sample[0::2].count(0) > len(sample) // 3:
        return _strict(data, "utf-16-be")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strict(data, "cp1252")


def _strict(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise Unreadable("encoding", f"{encoding}, byte {error.start}") from error


def _separator(text: str) -> str:
    """The separator that cuts most records into equally many fields; a semicolon when nothing cuts."""
    best, score = ";", 0.0
    for candidate in _SEPARATORS:
        widths = Counter(len(record) for record in _head(text, candidate) if any(record))
        share = max((count * min(width, 50) for width, count in widths.items() if width > 1), default=0)
        if share > score:
            best, score = candidate, share
    return best


def _head(text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    records: list[list[str]] = []
    try:
        for record in reader:
            records.append(record)
            if len(records) >= _TRIED:
                break
    except csv.Error:
        return records
    return records


def _records(text: str, separator: str, limits: Limits) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    cells = 0
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(tuple(Cell(CellKind.TEXT, value) if value.strip() else BLANK for value in record))
            cells += len(record)
            if cells > limits.cells or len(rows) > limits.rows:
                raise Unreadable("too_many_cells", f"row {len(rows)}")
    except csv.Error as error:
        raise Unreadable("damaged", f"row {len(rows) + 1}") from error
    return rows
