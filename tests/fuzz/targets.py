"""What is run on each input, and what must hold whatever it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from coopdesk.annex.interpret import interpret
from coopdesk.annex.meaning.known import register_of
from coopdesk.annex.model import FigureEntry, FigureState, Verdict
from coopdesk.annex.sheet.coded import CodedRows
from coopdesk.annex.sheet.limits import Limits
from coopdesk.annex.sheet.model import Book, Cell, CellKind, Sheet
from coopdesk.annex.sheet.reader import read_content
from coopdesk.annex.sheet.refusal import REASONS, Unreadable
from coopdesk.annex.sheet.shapes import plain_number
from coopdesk.annex.sheet.sniff import sniff
from coopdesk.annex.sheet.wire import book_from, messages, send
from coopdesk.territory.gazetteer import open_gazetteer

_REGISTER = register_of(open_gazetteer())
_TODAY = date(2026, 11, 24)
_SMALL = Limits(file_bytes=2_000_000, unpacked_bytes=5_000_000, cells=100_000, rows=20_000)
# Read by calamine, whose own faults end the child process and are told as such.
_FOREIGN = "xls"


def read_bytes(content: bytes) -> None:
    """A file is refused by a known name, or gives a book that comes through the pipe as it is."""
    try:
        if sniff(content) == _FOREIGN:
            return
        book = read_content("bijlage", content, _SMALL)
    except Unreadable as error:
        if error.code not in {*REASONS, "not_a_sheet"}:
            raise AssertionError(f"no words for {error.code}") from error
        return
    except RecursionError:
        return
    sent = io.BytesIO()
    send(book, sent.write)
    sent.seek(0)
    assert _told(book_from(messages(sent))) == _told(book)


def _told(book: Book) -> tuple[object, ...]:
    """What a book says, whether or not its rows end in blank cells."""
    sheets = [(replace(sheet, rows=()), list(CodedRows.of(sheet.rows))) for sheet in book.sheets]
    return replace(book, sheets=()), sheets


def mutated(content: bytes, largest: int, seed: int, change: Callable[[bytes, int], bytes]) -> bytes:
    """Changes one part inside an archive, since bytes changed anywhere only break its frame."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # noqa: BLE001 (whatever is no archive is changed as it stands)
        return bytes(change(content, largest))
    if not parts or seed % 8 == 0:
        return bytes(change(content, largest))
    name = sorted(parts)[seed % len(parts)]
    parts[name] = bytes(change(parts[name], largest // 2))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for other, part in parts.items():
            archive.writestr(other, part)
    return target.getvalue()[:largest] if len(target.getvalue()) <= largest else content


def interpret_cells(content: bytes) -> None:
    """Every row gets one line per block at least, and nothing that is not a number becomes a value."""
    lines = content.decode("utf-8", "replace").split("\n")[:60]
    rows = tuple(tuple(map(_cell, line.split("|")[:16])) for line in lines)
    reading = interpret(Book("bijlage.xlsx", "0" * 64, "xlsx", (Sheet("Blad1", rows),)), _REGISTER, _TODAY)
    told = {line.row for line in reading.lines}
    assert told == set(range(1, len(rows) + 1)), (told, len(rows))
    counts = [len(reading.of(verdict)) for verdict in Verdict]
    assert sum(counts) == len(reading.lines)
    for entry in reading.entries:
        if isinstance(entry, FigureEntry):
            assert (entry.value is not None) == (entry.state is FigureState.OK), entry


def _cell(text: str) -> Cell:
    bare = text.strip()
    if bare[:1] == "#" and bare[1:2].isdecimal():
        return plain_number(bare[1:])
    if bare[:1] == "@" and len(bare) == 11 and bare[1:].replace("-", "").isdecimal():
        try:
            return Cell(CellKind.DATE, date.fromisoformat(bare[1:]).isoformat(), "day")
        except ValueError:
            return Cell(CellKind.TEXT, bare)
    return Cell(CellKind.TEXT, bare) if bare else Cell()
