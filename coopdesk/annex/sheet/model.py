"""A spreadsheet as it was read: cells with what was written in them, before anyone says what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class CellKind(StrEnum):
    BLANK = "blank"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    ERROR = "error"
    UNCOMPUTED = "uncomputed"


class Cell(NamedTuple):
    """One cell. `text` is what the file holds: the text, the number in plain digits, the day as 2022-09-01, the error
    code or the formula that was saved without a value. `shape` tells what its display hides: "%" for a percentage,
    "day", "month" or "year" for how much of a date is shown. `merged` marks a value repeated from a merged range."""

    kind: CellKind = CellKind.BLANK
    text: str = ""
    shape: str = ""
    merged: bool = False

    @property
    def filled(self) -> bool:
        """Whether anything is written here, by itself or through a merged range."""
        return self.kind is not CellKind.BLANK

    @property
    def number(self) -> Decimal | None:
        """The value of a number cell."""
        return Decimal(self.text) if self.kind is CellKind.NUMBER else None

    @property
    def day(self) -> date | None:
        """The value of a date cell."""
        return date.fromisoformat(self.text) if self.kind is CellKind.DATE else None


BLANK = Cell()
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, rows and columns counted from 1, both ends inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `rows[0]` is row 1 as Excel shows it. Rows may be shorter than the sheet is wide. `turned` tells that
    its rows are the columns of the file."""

    name: str
    rows: Sequence[Row]
    hidden: bool = False
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    outside: int = 0
    turned: bool = False

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        told = getattr(self.rows, "width", None)
        return max(map(len, self.rows), default=0) if told is None else int(told)

    def down(self, column: int) -> Sequence[Cell]:
        """The cells of a column, counted from 1, from the first row to the last."""
        coded = getattr(self.rows, "down", None)
        if coded is not None:
            found: Sequence[Cell] = coded(column - 1)
            return found
        return [row[column - 1] if column <= len(row) else BLANK for row in self.rows]

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a row and column counted from 1; blank outside what is written."""
        if not 0 < row <= len(self.rows):
            return BLANK
        line = self.rows[row - 1]
        return line[column - 1] if 0 < column <= len(line) else BLANK


@dataclass(frozen=True, slots=True)
class Book:
    """A file as it was read, with what a careful reader should know about it (`notes`: codes such as "date1904")."""

    name: str
    sha256: str
    format: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    separator: str = ""
    date1904: bool = False
    notes: tuple[str, ...] = field(default=())


@lru_cache(maxsize=2_000)
def letters(column: int) -> str:
    """The column as Excel names it: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def spot(row: int, column: int) -> str:
    """The cell as Excel names it: row 4, column 2 is B4."""
    return f"{letters(column)}{row}"
