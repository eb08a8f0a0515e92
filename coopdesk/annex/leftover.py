"""The rows that stayed out, as a workbook to correct and bring in again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from coopdesk.annex.layout.filled import filled
from coopdesk.annex.model import Verdict
from coopdesk.annex.reading import Reading, TableReading
from coopdesk.annex.sheet.model import Book
from coopdesk.annex.wording import WHY
from coopdesk.kernel.loading import load

if TYPE_CHECKING:
    from coopdesk.annex.sheet.again import Again

_AGAIN = "coopdesk.annex.sheet.again"  # brings in openpyxl, for which no screen should wait

# Rows that are no data stay out for good: nobody has to correct a total.
MENDABLE = frozenset(
    ["unknown_place", "deelgemeente", "ambiguous_name", "unknown_members", "name_and_code_differ", "in_preparation",
     "imprecise_date", "date_without_year", "invalid_date", "unreadable_date", "duration_without_start",
     "duration_only", "end_before_begin", "duplicate_code", "unknown_status", "unreadable_number", "no_title",
     "no_period", "figures_differ", "years_span"]
)  # fmt: skip


def leftover(reading: Reading, tell: Callable[[str], str]) -> bytes | None:
    """The workbook; None when every row of data came in. `tell` puts a reason in words."""
    leaves = [leaf for table in reading.tables if (leaf := _leaf(reading, table, tell)).rows]
    written: bytes | None = load(_AGAIN).write_again(_named_apart(leaves)) if leaves else None
    return written


def leftover_name(reading: Reading, label: str) -> str:
    """A name for that workbook, with the name of the file in it: it may hold the year of the figures."""
    stem = PurePath(reading.book.name).stem
    return f"{stem.removesuffix(f' - {label}')} - {label}.xlsx"


def comes_back(book: Book) -> bool:
    """Whether a book holds corrected rows of an earlier import."""
    return any(cell.text == WHY for sheet in book.sheets for row in sheet.rows[:60] for cell in row)


def _leaf(reading: Reading, table: TableReading, tell: Callable[[str], str]) -> Again:
    sheet = next(s for s in reading.book.sheets if s.name == table.sheet)
    rows = {
        line.row: "; ".join(dict.fromkeys(tell(doubt.reason) for doubt in line.doubts)) or tell(line.reason)
        for line in reading.lines
        if (line.sheet, line.block) == (table.sheet, table.block)
        and table.first <= line.row <= table.last
        and (line.verdict is Verdict.FLAGGED or (line.verdict is Verdict.SKIPPED and line.reason in MENDABLE))
    }
    top = min(table.header_rows, default=table.first)
    above = tuple(number for number in range(1, top) if number not in table.header_rows)
    columns = tuple(column.column for column in table.columns)
    made: Again = load(_AGAIN).Again(table.sheet, sheet, filled(sheet), above[:20], table.header_rows, columns, rows)
    return made


def _named_apart(leaves: Iterable[Again]) -> list[Again]:
    """The sheets, each under a name of its own: Excel takes no two alike."""
    seen: dict[str, int] = {}
    apart = []
    for leaf in leaves:
        at = seen[leaf.title] = seen.get(leaf.title, 0) + 1
        title = leaf.title if at == 1 else f"{leaf.title[:26]} ({at})"
        apart.append(replace(leaf, title=title))
    return apart
