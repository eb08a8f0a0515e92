"""Tables that stand beside each other without being one: each with its heading on another row, or shorter than the
other, and a small table of something else under the last row."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from coopdesk.annex.layout.filled import Row, own
from coopdesk.annex.layout.headers import Header, Recognise
from coopdesk.annex.sheet.model import BLANK, CellKind, Sheet

_LOOKED_AT = 80
_LONG, _WIDE = 8, 3
_SOME, _FOOT = 200, 40  # a long table is judged by some of its rows, and a legend is short
# What stands over the second column of a legend or a summary.
_EXPLAINS = re.compile(r"betekenis|verklaring|uitleg|omschrijving|legende|toelichting|afkorting|definitie|aantal", re.I)
Zone = tuple[int, int]


def zones(sheet: Sheet, rows: list[Row]) -> list[Zone]:
    """The runs of columns (from 0, the end excluded) between columns in which nothing stands."""
    width = len(rows[0]) if rows else 0
    empty = [column for column in range(width) if not any(row[column].filled for row in rows[:_LOOKED_AT])]
    empty = [column for column in empty if not any(cell.filled for cell in sheet.down(column + 1))]
    edges = [-1, *empty, width]
    return [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]


def within(rows: list[Row], zone: Zone) -> list[Row]:
    """The rows with nothing outside these columns."""
    first, end = zone
    before, after = (BLANK,) * first, (BLANK,) * (len(rows[0]) - end if rows else 0)
    return [before + row[first:end] + after for row in rows]


def apart(
    sheet: Sheet, rows: list[Row], find: Callable[[list[Row]], list[Header]]
) -> list[tuple[list[Row], list[Header]]]:
    """The rows and headings of each zone, where they are tables that begin on different rows; none else."""
    found = zones(sheet, rows)
    if len(found) < 2:
        return []
    parts = [(cut, find(cut)) for cut in (within(rows, zone) for zone in found)]
    headed = [(cut, headers) for cut, headers in parts if headers]
    begins = {headers[0].rows[0] for _, headers in headed}
    return headed if len(headed) > 1 and (len(begins) == len(headed) or _differ(headed, len(rows))) else []


def _differ(headed: list[tuple[list[Row], list[Header]]], last: int) -> bool:
    """Whether headings begin on one row and have other levels over a table that is much shorter."""
    (rows, (one, *_)), (others, (other, *_)) = headed[0], headed[1]
    main, piece = ([column for column, _ in header.words] for header in (one, other))
    joined = [
        tuple(a if a.filled else b for a, b in zip(*both, strict=True)) for both in zip(rows, others, strict=True)
    ]
    return one.rows != other.rows and is_shorter(joined, main, piece, one.rows[-1] + 1, last)


def is_shorter(rows: list[Row], main: list[int], piece: list[int], first: int, last: int) -> bool:
    """Whether columns behind an empty one are filled in less than half of the rows of a long table beside them."""
    long, short = (sum(any(rows[n - 1][c].filled for c in columns) for n in range(first, last + 1))
                   for columns in (main, piece))  # fmt: skip
    return long >= _LONG and short * 2 < long


def last_row(rows: list[Row], first: int, last: int, is_place: Recognise) -> int:
    """The last row of a table: before a small table with a title and headings of its own, behind a blank row, in which
    no municipality is named."""
    # Totals, headings between the rows and small tables say little; the others are what the table is made of.
    some = range(first, last + 1, max(1, (last - first) // _SOME))
    counts = sorted(count for n in some if (count := len(own(rows[n - 1]))) >= _WIDE)
    if not counts or counts[len(counts) // 2] < _WIDE:
        return last
    for n in range(last - 1, max(first + 1, last - _FOOT), -1):
        if own(rows[n - 2]) or len(own(rows[n - 1])) != 1:
            continue
        under = [rows[m - 1] for m in range(n + 1, last + 1) if own(rows[m - 1])]
        if under and all(_is_narrow(row, counts, is_place) for row in under) and _may_head(under[0]):
            return n - 1
    return last


def _is_narrow(row: Row, counts: list[int], is_place: Recognise) -> bool:
    at = own(row)
    named = any(row[i].kind is CellKind.TEXT and is_place(row[i].text) for i in at)
    return len(at) < counts[len(counts) // 2] and not named


def _may_head(row: Row) -> bool:
    cells = [row[i] for i in own(row)]
    words = all(cell.kind is CellKind.TEXT and not any(map(str.isdigit, cell.text)) for cell in cells)
    return len(cells) > 1 and words and any(_EXPLAINS.match(cell.text.strip()) for cell in cells)
