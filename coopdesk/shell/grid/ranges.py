"""Copying, pasting, filling and clearing ranges of cells: what each would change, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from coopdesk.kernel.errors import Invalid
from coopdesk.shell.grid.clip import Cell
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import (
    ChoiceKind,
    DateKind,
    Kind,
    ManyKind,
    MoneyKind,
    NumberKind,
    PercentageKind,
    Typing,
    same,
)
from coopdesk.shell.grid.model import GridModel, Problem
from coopdesk.words.reading import two_ways

EXACT = (DateKind, NumberKind, MoneyKind, PercentageKind)


@dataclass(slots=True)
class Changes:
    """What a paste, a fill or a clear comes down to. Rows by id with their new values; rows to be added with the texts
    they came from; what could not be read, by row id (or "+n" for the nth added row) and column; cells that hold this
    already; how many cells nobody may change; and per column a figure that can be read in two ways."""

    rows: dict[str, Any] = field(default_factory=dict)
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    added: list[dict[str, Any]] = field(default_factory=list)
    texts: list[Sequence[str]] = field(default_factory=list)
    problems: dict[tuple[str, str], Problem] = field(default_factory=dict)
    same: set[tuple[str, str]] = field(default_factory=set)
    skipped: int = 0
    doubts: dict[str, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many cells of existing rows change."""
        return sum(len(values) for values in self.values.values())


@dataclass(frozen=True, slots=True)
class Block:
    """The selection as lines (without headings) and columns from left to right."""

    lines: tuple[int, ...]
    columns: tuple[int, ...]


Cells = Mapping[int, Collection[int]]  # selected rows by column


def block(model: GridModel, selected: Cells, columns: Sequence[int]) -> Block:
    """The smallest block that holds the selected cells."""
    lines, rows = model.lines, set().union(*selected.values())
    chosen = sorted(row for row in rows if lines[row].group is None)
    return Block(tuple(chosen), tuple(column for column in columns if column in selected))


def copied(model: GridModel, chosen: Block, selected: Cells) -> list[list[Cell]]:
    """The cells of a block as they go to the clipboard; a cell of it that is not selected is empty."""
    typing, lines, nothing = model.typing(), model.lines, Cell("")
    columns: list[list[Cell]] = []
    for at in chosen.columns:
        column, held = model.shape.columns[at], selected[at]
        cell = _teller(column, typing)
        problems = model.problems_in(column)
        columns.append([
            nothing if row not in held else problems.get(lines[row].id) or cell(lines[row].row) for row in chosen.lines
        ])  # fmt: skip
    return [list(row) for row in zip(*columns, strict=True)]


def _teller(column: Column[Any], typing: Typing) -> Callable[[Any], Cell]:
    """Tells the cell of a row: what can be typed as it is typed, so that a spreadsheet and this list read it back, with
    what is shown. What is typed for a value is put in words once, for a column has few values and a list many rows."""
    kind, text, raw, typed = column.kind, column.text, column.value or column.text, {}
    if kind is None:
        return lambda row: Cell(text(row), text(row))

    def told(row: Any) -> tuple[str, str]:
        value = raw(row)
        key = value.as_tuple() if isinstance(value, Decimal) else value  # 7.50 is typed in another way than 7.5
        if key not in typed:
            typed[key] = (kind.write(value, typing), _number(kind, value))
        return typed[key]

    if not isinstance(kind, EXACT):
        return lambda row: Cell(told(row)[0], text(row))

    def exact(row: Any) -> Cell:
        written, number = told(row)
        return Cell(written, written if isinstance(kind, DateKind) else text(row) if written else "", number)

    return exact


def _number(kind: Kind, value: Any) -> str:
    """The bare number for a spreadsheet."""
    if value is None or not isinstance(kind, NumberKind | MoneyKind):
        return ""
    return str(Decimal(value) / 100 if isinstance(kind, MoneyKind) else value)


class Reader:
    """Gathers what cells would become. `answers` says per column whether the point of 1.234 stands between thousands
    (True) or before decimals; with `sparing` an empty cell leaves what was."""

    def __init__(
        self, model: GridModel, typing: Typing, *, adds: bool = False, answers: Mapping[str, bool] | None = None,
        sparing: bool = False,
    ) -> None:  # fmt: skip
        self._model, self._typing, self._adds, self._answers = model, typing, adds, answers or {}
        self._sparing = sparing
        self._kinds: dict[str, Kind] = {}
        self.changes = Changes()

    def put(self, at: int, column: int, text: str) -> None:
        """A text for a cell of a line."""
        row, found = self._model.lines[at].row, self._model.shape.columns[column]
        if not found.editable:
            self.changes.skipped += 1
            return
        try:
            value = self._value(found, text)
        except Invalid as error:
            self.changes.problems[row.id, found.key] = Problem(text, self._typing.words.tell(error))
            return
        if not same(value, found.raw(row)):
            self.changes.rows[row.id] = row
            self.changes.values.setdefault(row.id, {})[found.key] = value
        else:
            self.changes.same.add((row.id, found.key))

    def add(self, texts: Sequence[str], columns: Sequence[int | None]) -> None:
        """A row beyond the last one."""
        if not any(text.strip() for text in texts):
            return
        if not self._adds:
            self.changes.skipped += sum(bool(text.strip()) for text in texts)
            return
        values: dict[str, Any] = {}
        for text, column in zip(texts, columns, strict=False):
            found = self._model.shape.columns[column] if column is not None else None
            if found is None or not text.strip():
                continue
            if not found.editable and not found.given:
                self.changes.skipped += 1
                continue
            try:
                values[found.key] = self._value(found, text)
            except Invalid as error:
                place = (f"+{len(self.changes.added)}", found.key)
                self.changes.problems[place] = Problem(text, self._typing.words.tell(error))
        self.changes.added.append(values)
        self.changes.texts.append(texts)

    def _value(self, column: Column[Any], text: str) -> Any:
        if column.kind is None:
            return text.strip()
        both = two_ways(text) if isinstance(column.kind, NumberKind | PercentageKind) else None
        if both is not None:
            if column.key in self._answers:
                text = both[0] if self._answers[column.key] else both[1]
            else:
                self.changes.doubts.setdefault(column.key, text.strip())
        return self._kind(column).read(text, self._typing)

    def _kind(self, column: Column[Any]) -> Kind:
        """The kind of a column with what may be chosen asked for once: a paste reads thousands of cells."""
        if column.key not in self._kinds:
            kind = column.kind
            assert kind is not None
            if isinstance(kind, ChoiceKind | ManyKind):
                offered = list(kind.choices())
                kind = replace(kind, choices=lambda: offered)
            self._kinds[column.key] = kind
        return self._kinds[column.key]

    def paste(self, cells: Sequence[Sequence[str]], start: int, columns: Sequence[int | None]) -> Changes:
        """Cells from a line on, to the right and down, past headings; what is left over becomes new rows. `columns` are
        those of the cells; None stands for cells that have no column here."""
        targets = [at for at in range(start, len(self._model.lines)) if self._model.lines[at].group is None]
        for number, texts in enumerate(cells):
            self.changes.skipped += sum(bool(text.strip()) for text in texts[len(columns) :])
            if number >= len(targets):
                self.add(texts, columns)
                continue
            for text, column in zip(texts, columns, strict=False):
                if column is not None and (text or not self._sparing):
                    self.put(targets[number], column, text)
        return self.changes

    def fill(self, chosen: Block) -> Changes:
        """The first row of a block in all its rows; of one row, that of the row above it."""
        lines = chosen.lines
        if len(lines) == 1:
            above = [at for at in range(lines[0]) if self._model.lines[at].group is None]
            lines = (*above[-1:], *lines)
        return self.fill_from(lines[:1], lines[1:], chosen.columns)

    def fill_from(self, sources: Sequence[int], over: Sequence[int], columns: Sequence[int]) -> Changes:
        """The source lines in turn, repeated over other lines."""
        for column in columns:
            typed = [self._model.typed(self._model.index(line, column)) for line in sources]
            for at, line in enumerate(over):
                self.put(line, column, typed[at % len(typed)])
        return self.changes

    def clear(self, selected: Cells) -> Changes:
        """Nothing in every selected cell; one that may not be empty is passed over."""
        for column, rows in selected.items():
            for row in sorted(rows):
                if self._model.lines[row].group is None:
                    self.put(row, column, "")
        self.changes.skipped += len(self.changes.problems)
        self.changes.problems.clear()
        return self.changes
