"""Cuts a sheet into tables: one under another, side by side, with a heading that comes back on every page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.annex.layout.bare import by_content, find_crossed
from coopdesk.annex.layout.filled import Row, filled
from coopdesk.annex.layout.headers import Header, Recognise, find_headers, sure_meanings
from coopdesk.annex.layout.model import SheetLayout, Table
from coopdesk.annex.layout.zones import apart, is_shorter, last_row
from coopdesk.annex.model import Meaning
from coopdesk.annex.sheet.model import Sheet
from coopdesk.annex.wording import simple

_SEEN = 10
Words = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Sight:
    """What can be seen of the columns of a heading: the rows under it, wordings that are known, names of places."""

    rows: list[Row]
    first: int
    last: int
    recognise: Recognise
    is_place: Recognise

    def keys(self, part: list[Words]) -> set[Meaning]:
        """What the rows of a part of a heading are about; two tables stand side by side when both are about the same.
        A heading may say it, or the column under it."""
        strong = {Meaning.PLACE, Meaning.NIS, Meaning.TITLE}
        each = [sure_meanings(self.recognise(text)) for _, words in part for text in words]
        # "Regio" may head agreements as well as places; only what stands under it tells.
        said = {m for meanings in each if Meaning.AGREEMENT not in meanings for m in meanings} & strong
        if len(part) > 1 and Meaning.PLACE not in said and any(self._holds_places(column) for column, _ in part):
            said.add(Meaning.PLACE)
        return said

    def is_shorter(self, main: list[Words], piece: list[Words]) -> bool:
        """Whether a part behind an empty column is another table, of fewer rows or with a row per province."""
        columns, others = ([column for column, _ in part] for part in (main, piece))
        if is_shorter(self.rows, columns, others, self.first, self.last):
            return True
        column, words = piece[0]
        names = [row[column].text for row in self.rows[self.first - 1 : self.last] if row[column].filled]
        headed = any(Meaning.PROVINCE in sure_meanings(self.recognise(text)) for text in words)
        return headed and len(piece) > 1 and len(names) > 2 and len(set(names)) == len(names)

    def with_places(self, header: Header) -> Header:
        """The heading together with a column of municipalities over which nothing stands."""
        heads = dict(header.words)
        if any(self._holds_places(column) for column in heads):
            return header
        width = len(self.rows[self.first - 1]) if self.first <= self.last else 0
        bare = next((c for c in range(width) if c not in heads and self._holds_places(c)), None)
        return header if bare is None else Header(header.rows, tuple(sorted({**heads, bare: ("",)}.items())))

    def _holds_places(self, column: int) -> bool:
        texts = [row[column].text for row in self.rows[self.first - 1 : self.first + _SEEN] if row[column].filled]
        return len(texts) > 1 and sum(bool(self.is_place(text)) for text in texts) * 3 > len(texts) * 2


def lay_out(sheet: Sheet, recognise: Recognise, is_place: Recognise) -> SheetLayout:
    """The tables of a sheet. `recognise` knows wordings of headings, `is_place` tells whether a cell names a place."""
    rows = filled(sheet)
    crossed = find_crossed(rows, is_place)
    if crossed is not None:
        return _crossed(sheet, rows, *crossed)

    def find(some: list[Row]) -> list[Header]:
        return find_headers(sheet, some, recognise, is_place)

    tables: list[Table] = []
    beside = apart(sheet, rows, find)
    for block, (cut, headers) in enumerate(beside, start=1):
        tables.extend(replace(table, block=block) for table in _under(sheet, cut, headers, recognise, is_place))
    if not beside:
        tables = _under(sheet, rows, find(rows) or by_content(rows, is_place), recognise, is_place)
    start = min((t.header_rows[0] if t.header_rows else 1 for t in tables), default=len(rows) + 1)
    return SheetLayout(sheet, rows, tuple(tables), tuple(range(1, start)))


def _under(
    sheet: Sheet, rows: list[Row], headers: list[Header], recognise: Recognise, is_place: Recognise
) -> list[Table]:
    """The tables under these headings, from top to bottom."""
    tables: list[Table] = []
    for at, header in enumerate(headers):
        first = header.rows[-1] + 1 if header.rows else 1
        last = headers[at + 1].rows[0] - 1 if at + 1 < len(headers) else last_row(rows, first, len(rows), is_place)
        tables.extend(_blocks(sheet, rows, header, first, last, recognise, is_place))
    return tables


def _crossed(sheet: Sheet, rows: list[Row], header: Header, places: frozenset[int]) -> SheetLayout:
    headings = tuple((column + 1, texts) for column, texts in header.words)
    columns = [column for column, _ in header.words]
    first, last = header.rows[-1] + 1, len(rows)
    repeated = _repeats(rows, header, list(header.words), first, last) if columns else frozenset()
    table = Table(sheet, rows, 0, header.rows, headings, first, last, repeated, places)
    return SheetLayout(sheet, rows, (table,), tuple(range(1, header.rows[0])))


def _blocks(
    sheet: Sheet, rows: list[Row], header: Header, first: int, last: int, recognise: Recognise, is_place: Recognise
) -> list[Table]:
    sight = _Sight(rows, first, last, recognise, is_place)
    header = sight.with_places(header)
    parts = _split(rows, header, sight)
    tables = []
    for number, words in enumerate(parts, start=1):
        repeated = _repeats(rows, header, words, first, last)
        block = number if len(parts) > 1 else 0
        headings = tuple((column + 1, texts) for column, texts in words)
        tables.append(Table(sheet, rows, block, header.rows, headings, first, last, repeated))
    return tables


def _split(rows: list[Row], header: Header, sight: _Sight) -> list[list[Words]]:
    """The columns per block: parted by an empty column or by a heading that starts anew."""
    parts: list[list[Words]] = []
    after_gap: list[bool] = []
    previous = -2
    for column, words in header.words:
        is_apart = column > previous + 1 and not _used(rows, range(previous + 1, column), sight.first, sight.last)
        if not parts or is_apart:
            parts.append([])
            after_gap.append(is_apart)
        parts[-1].append((column, words))
        previous = column
    joined: list[list[Words]] = []
    for part, gap in zip(parts, after_gap, strict=True):
        for piece in _halves(part, sight):
            own_table = gap and bool(joined) and sight.is_shorter(joined[-1], piece)
            if joined and not own_table and not (sight.keys(piece) & sight.keys(joined[-1])):
                joined[-1].extend(piece)
            else:
                joined.append(list(piece))
    return joined


def _used(rows: list[Row], columns: range, first: int, last: int) -> bool:
    return any(rows[n - 1][c].filled for n in range(first, last + 1) for c in columns if c >= 0)


def _halves(part: list[Words], sight: _Sight) -> list[list[Words]]:
    """A run of columns whose first heading comes back halfway is two tables without a gap."""
    first = simple(" ".join(part[0][1]))
    for at in range(2, len(part) - 1):
        again = simple(" ".join(part[at][1])) == first
        if again and sight.keys(part[:at]) and sight.keys(part[at:]):
            return [part[:at], *_halves(part[at:], sight)]
    return [part]


def _repeats(rows: list[Row], header: Header, words: list[Words], first: int, last: int) -> frozenset[int]:
    """The body rows that say again what a row of the heading says."""
    columns = [column for column, _ in words]
    found: set[int] = set()
    for level in (_simple(rows[n - 1], columns) for n in header.rows):
        if len(level) > 1:
            # Few rows begin as the heading does, and only those are compared as a whole.
            at, word = next(iter(level.items()))
            alike = {cell for cell in {row[at] for row in rows[first - 1 : last]} if simple(cell.text) == word}
            near = (n for n in range(first, last + 1) if rows[n - 1][at] in alike)
            found.update(n for n in near if _simple(rows[n - 1], columns) == level)
    return frozenset(found)


def _simple(row: Row, columns: list[int]) -> dict[int, str]:
    """What a row says of its own: a heading may be merged where its repetition is not."""
    return {c: text for c in columns if not row[c].merged and (text := simple(row[c].text))}
