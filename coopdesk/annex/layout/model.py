"""Where the tables of a sheet are, before anyone says what they are about."""

from __future__ import annotations

from dataclasses import dataclass

from coopdesk.annex.layout.filled import Row
from coopdesk.annex.sheet.model import Sheet


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the rows of its heading (from 1), its columns (from 1) with the words above each from top to bottom,
    the rows of its body, and those that repeat the heading. `block` is 0 for a table that has the sheet to itself;
    `crossed` are the columns headed by a place, in a table that has a column per municipality."""

    sheet: Sheet
    rows: list[Row]
    block: int
    header_rows: tuple[int, ...]
    headings: tuple[tuple[int, tuple[str, ...]], ...]
    first: int
    last: int
    repeated: frozenset[int]
    crossed: frozenset[int] = frozenset()

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns, counted from 1."""
        return tuple(column for column, _ in self.headings)

    def row(self, number: int) -> Row:
        """The cells of this table in a row, in the order of `columns`."""
        line = self.rows[number - 1]
        return tuple([line[column - 1] for column, _ in self.headings])

    def body(self) -> list[int]:
        """The numbers of the body rows that hold something and do not repeat the heading."""
        return [
            n for n in range(self.first, self.last + 1) if n not in self.repeated and any(c.filled for c in self.row(n))
        ]


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet with its tables and the rows above the first of them."""

    sheet: Sheet
    rows: list[Row]
    tables: tuple[Table, ...]
    titles: tuple[int, ...]
