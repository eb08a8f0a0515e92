"""Rows of tables of figures, column by column: whatever comes back is read once.

A row of which nothing is doubtful is put together from the readings of its parts; every other is left to the careful
reading. Both mean the same (tests hold them side by side).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from coopdesk.annex.layout.filled import Row
from coopdesk.annex.meaning.numbers import FigureRead, figure_in
from coopdesk.annex.meaning.places import PlaceKind
from coopdesk.annex.model import FigureEntry, FigureState, Line, Meaning, Origin, Verdict
from coopdesk.annex.sheet.model import BLANK, Cell, CellKind
from coopdesk.annex.verdict.figures import About, Careful, ValueColumn, place_of
from coopdesk.annex.verdict.ground import Ground, MeantTable, Source
from coopdesk.annex.verdict.rows import NO_TOTAL, TOLD, may_be_total

_FEWEST = 3
_PLACE = (Meaning.PLACE, Meaning.NIS)
_SAID = (Meaning.INDICATOR, Meaning.UNIT, Meaning.PERIOD, Meaning.BREAKDOWN)
# Named tuples straight from their fields: their own way there takes twice as long.
_new = tuple.__new__
K = TypeVar("K")
V = TypeVar("V")


def read_figures(meant: MeantTable, columns: list[ValueColumn], ground: Ground, period: str, around: str) -> list[Line]:
    """A line for every row of the body; `period` stands in where neither row nor heading has a year."""
    careful = Careful(meant, columns, ground, period, around)
    numbers = range(meant.table.first, meant.table.last + 1)
    if meant.table.sheet.merges or not columns:
        return [careful.line(number) for number in numbers]
    lines = _quick(careful, [meant.table.row(number) for number in numbers])
    return [line or careful.line(number) for number, line in zip(numbers, lines, strict=True)]


def _quick(careful: Careful, rows: list[Row]) -> list[Line | None]:
    """The lines of rows beyond doubt, None for the others."""
    if not rows:
        return []
    table = careful.meant.table
    columns = list(zip(*rows, strict=True))
    nis = _read(careful, columns, _PLACE, lambda source: _municipality(source, careful.ground))
    about = _read(careful, columns, _SAID, lambda source: _said(source, careful))
    figures = [_figures(careful, column, nis, about, columns) for column in careful.columns]
    name, block, sound = table.sheet.name, table.block, _Sound(careful)
    numbers = range(table.first, table.last + 1)
    return [
        None if None in entries or number in sound.odd or not sound.is_sound(row)
        else _new(Line, (name, number, block, Verdict.IMPORT, "", entries, (), (), 0))
        for number, row, entries in zip(numbers, rows, zip(*figures, strict=True), strict=True)
    ]  # fmt: skip


def _figures(
    careful: Careful, column: ValueColumn, nis: list[str], about: list[list[About] | None], columns: list[Row]
) -> list[FigureEntry | None]:
    """The entries of a column of values; None for rows that need a careful reading."""
    table, at = careful.meant.table, careful.columns.index(column)
    name, where = table.sheet.name, table.columns[column.at]
    cells = columns[column.at]
    read = _each(cells, lambda cell: _certain(careful, column, cell))
    return [
        None if figure is None or said is None or not place
        else _new(FigureEntry, (
            place, (one := said[at]).heading, one.indicator, one.period, figure.value, figure.state,
            figure.unit or one.unit, _new(Origin, (name, number, where, cell.text, False)), one.breakdown))
        for number, cell, figure, place, said in zip(
            range(table.first, table.last + 1), cells, read, nis, about, strict=True)
    ]  # fmt: skip


def _certain(careful: Careful, column: ValueColumn, cell: Cell) -> FigureRead | None:
    figure = figure_in(cell, column.style) if cell.kind is CellKind.NUMBER else careful.figure(cell, column)
    doubtful = column.style.doubt and figure.state is FigureState.OK
    return None if doubtful or figure.state is FigureState.UNREADABLE else figure


def _each(keys: Iterable[K], read: Callable[[K], V]) -> list[V]:
    """The reading of each key, made once for equal ones."""
    listed = list(keys)
    known = {key: read(key) for key in dict.fromkeys(listed)}
    return [known[key] for key in listed]


def _read(careful: Careful, columns: list[Row], meanings: tuple[Meaning, ...], read: Callable[[Source], V]) -> list[V]:
    """What the columns with these meanings say in each row."""
    meant = careful.meant
    at = [n for n, meaning in enumerate(meant.meanings) if meaning in meanings]

    def only(cells: tuple[Cell, ...]) -> V:
        told = dict(zip(at, cells, strict=True))
        return read(Source(meant, 0, tuple([told.get(n, BLANK) for n in range(len(meant.meanings))])))

    # Without such a column every row says the same nothing.
    return _each(zip(*(columns[n] for n in at), strict=True), only) if at else [only(())] * len(columns[0])


def _municipality(source: Source, ground: Ground) -> str:
    place, doubts = place_of(source, ground)
    return place.nis if place.kind is PlaceKind.MATCHED and not doubts else ""


def _said(source: Source, careful: Careful) -> list[About] | None:
    """What is said of each value; None where no period is told, or several years at once."""
    if careful.spans_years(source):
        return None
    about = [careful.about(source, column) for column in careful.columns]
    return about if any(one.period for one in about) else None


class _Sound:
    """Tells rows of data from headings, totals, notes and blank rows; what the columns rule out is asked of no row."""

    def __init__(self, careful: Careful) -> None:
        table = careful.meant.table
        columns = table.different()
        self.odd = table.repeated | table.sheet.hidden_rows
        self._values = [column.at for column in careful.columns]
        full = [BLANK not in column for column in columns]
        self._always_filled = sum(full) >= _FEWEST and any(full[at] for at in self._values)
        telling = [column for column, meaning in zip(columns, careful.meant.meanings, strict=True)
                   if meaning not in NO_TOTAL]  # fmt: skip
        self._totals = {cell for column in telling[: _told(telling)] for cell in column if may_be_total(cell)}

    def is_sound(self, row: Row) -> bool:
        """Whether a row has a value, says enough to be data, and does not call itself a total."""
        return (self._always_filled or self._is_filled(row)) and (not self._totals or not self._is_total(row))

    def _is_filled(self, row: Row) -> bool:
        return len(row) - row.count(BLANK) >= _FEWEST and any(row[at].kind is not CellKind.BLANK for at in self._values)

    def _is_total(self, row: Row) -> bool:
        return not self._totals.isdisjoint(row)


def _told(columns: list[set[Cell]]) -> int:
    """How many columns may hold the first texts of a row, among which a total says that it is one."""
    texts = 0
    for at, column in enumerate(columns, start=1):
        texts += all(cell.kind is CellKind.TEXT for cell in column)
        if texts == TOLD:
            return at
    return len(columns)
