"""Where the tables of a sheet are, before anyone says what they are about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from coopdesk.annex.layout.filled import Row
from coopdesk.annex.sheet.coded import CodedRows
from coopdesk.annex.sheet.model import Cell, CellKind, Sheet

_BLANK = CellKind.BLANK


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
    columns: tuple[int, ...] = field(init=False)
    _body: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _cut: Callable[[Row], Row] = field(init=False, repr=False, compare=False)
    _different: list[set[Cell]] = field(init=False, repr=False, compare=False, default_factory=list)

    def __post_init__(self) -> None:
        """What is asked of every row again and again is made out once."""
        columns = tuple(column for column, _ in self.headings)
        object.__setattr__(self, "columns", columns)
        object.__setattr__(self, "_cut", _cutter(columns))
        rows = map(self._cut, self.rows[self.first - 1 : self.last])
        body = tuple([n for n, row in enumerate(rows, self.first) if n not in self.repeated and _says_something(row)])
        object.__setattr__(self, "_body", body)

    def row(self, number: int) -> Row:
        """The cells of this table in a row, in the order of `columns`, which are counted from 1."""
        return self._cut(self.rows[number - 1])

    def different(self) -> list[set[Cell]]:
        """Every different cell between the heading and the foot, per column."""
        if not self._different:
            self._different.extend(self._found_different())
        return self._different

    def _found_different(self) -> list[set[Cell]]:
        coded, span = self.sheet.rows, slice(self.first - 1, self.last)
        if isinstance(coded, CodedRows) and not self.sheet.merges:
            return [{coded.cells[code] for code in set(coded.column(column - 1)[span])} for column in self.columns]
        return list(map(set, zip(*map(self._cut, self.rows[span]), strict=True))) or [set() for _ in self.columns]

    def titles(self) -> list[str]:
        """The texts right above the heading, one to a row; where tables stand side by side, those over this one."""
        found: list[str] = []
        for row in reversed(self.rows[: self.header_rows[0] - 1 if self.header_rows else 0]):
            own = [(at, cell) for at, cell in enumerate(row, start=1) if cell.filled and not cell.merged]
            if any(cell.kind is not CellKind.TEXT for _, cell in own) or (len(own) > 1 and not self.block):
                break
            over = [(at, cell) for at, cell in own if self.columns[0] <= at <= self.columns[-1]]
            found.extend(cell.text for _, cell in (over if len(own) > 1 else own))
        return found[::-1]

    def body(self) -> tuple[int, ...]:
        """The numbers of the body rows that hold something and do not repeat the heading."""
        return self._body


def _says_something(row: Row) -> bool:
    # Most rows say something in their first cell already.
    return bool(row) and (row[0].kind is not _BLANK or any(cell.kind is not _BLANK for cell in row))


def _cutter(columns: tuple[int, ...]) -> Callable[[Row], Row]:
    """Takes the cells of these columns out of a row; columns in a run are one slice."""
    if columns and columns == tuple(range(columns[0], columns[-1] + 1)):
        first, last = columns[0] - 1, columns[-1]
        return lambda row: row[first:last]
    return lambda row: tuple([row[column - 1] for column in columns])


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet with its tables and the rows above the first of them."""

    sheet: Sheet
    rows: list[Row]
    tables: tuple[Table, ...]
    titles: tuple[int, ...]
