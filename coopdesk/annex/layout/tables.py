"""Cuts a sheet into tables: one under another, side by side, with a heading that comes back on every page."""

from __future__ import annotations

from coopdesk.annex.layout.filled import Row, filled
from coopdesk.annex.layout.headers import Header, Recognise, find_headers, sure_meanings
from coopdesk.annex.layout.model import SheetLayout, Table
from coopdesk.annex.model import Meaning
from coopdesk.annex.sheet.model import CellKind, Sheet
from coopdesk.annex.wording import simple

Words = tuple[int, tuple[str, ...]]


def lay_out(sheet: Sheet, recognise: Recognise, is_place: Recognise) -> SheetLayout:
    """The tables of a sheet. `recognise` knows wordings of headings, `is_place` tells whether a cell names a place."""
    rows = filled(sheet)
    headers = find_headers(rows, recognise) or _by_content(rows, is_place)
    tables: list[Table] = []
    for at, header in enumerate(headers):
        first = header.rows[-1] + 1 if header.rows else 1
        last = headers[at + 1].rows[0] - 1 if at + 1 < len(headers) else len(rows)
        tables.extend(_blocks(sheet, rows, header, first, last, recognise))
    start = min((t.header_rows[0] if t.header_rows else 1 for t in tables), default=len(rows) + 1)
    return SheetLayout(sheet, rows, tuple(tables), tuple(range(1, start)))


def _blocks(sheet: Sheet, rows: list[Row], header: Header, first: int, last: int, recognise: Recognise) -> list[Table]:
    parts = _split(rows, header, first, last, recognise)
    tables = []
    for number, words in enumerate(parts, start=1):
        repeated = _repeats(rows, header, words, first, last)
        block = number if len(parts) > 1 else 0
        headings = tuple((column + 1, texts) for column, texts in words)
        tables.append(Table(sheet, rows, block, header.rows, headings, first, last, repeated))
    return tables


def _split(rows: list[Row], header: Header, first: int, last: int, recognise: Recognise) -> list[list[Words]]:
    """The columns per block: parted by an empty column or by a heading that starts anew."""
    parts: list[list[Words]] = []
    previous = -2
    for column, words in header.words:
        apart = column > previous + 1 and not _used(rows, range(previous + 1, column), first, last)
        if not parts or apart:
            parts.append([])
        parts[-1].append((column, words))
        previous = column
    joined: list[list[Words]] = []
    for part in parts:
        for piece in _halves(part, recognise):
            if joined and not (_has_key(piece, recognise) and _has_key(joined[-1], recognise)):
                joined[-1].extend(piece)
            else:
                joined.append(list(piece))
    return joined


def _used(rows: list[Row], columns: range, first: int, last: int) -> bool:
    return any(rows[n - 1][c].filled for n in range(first, last + 1) for c in columns if c >= 0)


def _halves(part: list[Words], recognise: Recognise) -> list[list[Words]]:
    """A run of columns whose first heading comes back halfway is two tables without a gap."""
    first = simple(" ".join(part[0][1]))
    for at in range(2, len(part) - 1):
        again = simple(" ".join(part[at][1])) == first
        if again and _has_key(part[:at], recognise) and _has_key(part[at:], recognise):
            return [part[:at], *_halves(part[at:], recognise)]
    return [part]


def _has_key(part: list[Words], recognise: Recognise) -> bool:
    strong = {Meaning.PLACE, Meaning.NIS, Meaning.TITLE}
    return any(sure_meanings(recognise(text)) & strong for _, words in part for text in words)


def _repeats(rows: list[Row], header: Header, words: list[Words], first: int, last: int) -> frozenset[int]:
    """The body rows that say again what a row of the heading says."""
    columns = [column for column, _ in words]
    levels = [_simple(rows[n - 1], columns) for n in header.rows]
    levels = [level for level in levels if sum(map(bool, level)) > 1]
    return frozenset(n for n in range(first, last + 1) if _simple(rows[n - 1], columns) in levels)


def _simple(row: Row, columns: list[int]) -> list[str]:
    return [simple(row[c].text) for c in columns]


def _by_content(rows: list[Row], is_place: Recognise) -> list[Header]:
    """Where no heading has known words: the columns under which municipalities stand, and the words above those."""
    for number, row in enumerate(rows, start=1):
        at = [i for i, cell in enumerate(row) if cell.kind is CellKind.TEXT and is_place(cell.text)]
        below = rows[number : number + 4]
        if not at or sum(1 for r in below if r[at[0]].filled and is_place(r[at[0]].text)) < min(2, len(below)):
            continue
        top = _top(rows, number, len([c for c in row if c.filled]))
        texts = [(i, (cell.text.strip(),)) for i, cell in enumerate(rows[top - 1]) if cell.filled] if top else []
        if len(texts) > 1 and any(i == at[0] for i, _ in texts):
            return [Header((top,), tuple(texts))]
        width = max(i for r in rows[number - 1 :] for i, c in enumerate(r) if c.filled) + 1
        return [Header((), tuple((i, ("",)) for i in range(width)))]
    return []


def _top(rows: list[Row], number: int, width: int) -> int:
    """The first row of the run of rows that a data row belongs to, if it is all words; 0 when there is none."""
    top = number
    while top > 1 and sum(cell.filled for cell in rows[top - 2]) * 2 >= width:
        top -= 1
    words = all(
        cell.kind is CellKind.TEXT and not cell.text.strip()[:1].isdigit() for cell in rows[top - 1] if cell.filled
    )
    return top if words and top < number else 0
