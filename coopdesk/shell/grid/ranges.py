"""Copying, pasting, filling and clearing ranges of cells: what each would change, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QModelIndex

from coopdesk.kernel.errors import Invalid
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import Typing
from coopdesk.shell.grid.model import GridModel, Problem


@dataclass(slots=True)
class Changes:
    """What a paste, a fill or a clear comes down to. Rows by id with their new values; rows to be added; what could not
    be read, by row id (or "+n" for the nth added row) and column; and how many cells nobody may change."""

    rows: dict[str, Any] = field(default_factory=dict)
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    added: list[dict[str, Any]] = field(default_factory=list)
    problems: dict[tuple[str, str], Problem] = field(default_factory=dict)
    skipped: int = 0

    @property
    def count(self) -> int:
        """How many cells of existing rows change."""
        return sum(len(values) for values in self.values.values())


@dataclass(frozen=True, slots=True)
class Block:
    """The selection as lines (without headings) and columns from left to right."""

    lines: tuple[int, ...]
    columns: tuple[int, ...]


def block(model: GridModel, selected: Sequence[QModelIndex], columns: Sequence[int]) -> Block:
    """The smallest block that holds the selected cells."""
    rows = {index.row() for index in selected if model.lines[index.row()].group is None}
    chosen = {index.column() for index in selected}
    return Block(tuple(sorted(rows)), tuple(column for column in columns if column in chosen))


def texts(model: GridModel, chosen: Block, selected: Sequence[QModelIndex]) -> list[list[str]]:
    """The texts of a block; a cell of it that is not selected is empty."""
    cells = {(index.row(), index.column()) for index in selected}
    return [
        [_text(model, row, column) if (row, column) in cells else "" for column in chosen.columns]
        for row in chosen.lines
    ]


def _text(model: GridModel, row: int, column: int) -> str:
    return str(model.index(row, column).data() or "")


class Reader:
    """Gathers what cells would become."""

    def __init__(self, model: GridModel, typing: Typing, *, adds: bool) -> None:
        self._model, self._typing, self._adds = model, typing, adds
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
        if value != found.raw(row):
            self.changes.rows[row.id] = row
            self.changes.values.setdefault(row.id, {})[found.key] = value

    def add(self, texts: Sequence[str], columns: Sequence[int]) -> None:
        """A row beyond the last one."""
        if not self._adds or not any(text.strip() for text in texts):
            return
        values: dict[str, Any] = {}
        for text, column in zip(texts, columns, strict=False):
            found = self._model.shape.columns[column]
            if found.editable and text.strip():
                try:
                    values[found.key] = self._value(found, text)
                except Invalid as error:
                    place = (f"+{len(self.changes.added)}", found.key)
                    self.changes.problems[place] = Problem(text, self._typing.words.tell(error))
        self.changes.added.append(values)

    def _value(self, column: Column[Any], text: str) -> Any:
        assert column.kind is not None
        return column.kind.read(text, self._typing)

    def paste(self, cells: Sequence[Sequence[str]], start: int, columns: Sequence[int]) -> Changes:
        """Cells from a line on, to the right and down, past headings; what is left over becomes new rows."""
        targets = [at for at in range(start, len(self._model.lines)) if self._model.lines[at].group is None]
        for number, texts in enumerate(cells):
            if number >= len(targets):
                self.add(texts, columns)
                continue
            for text, column in zip(texts, columns, strict=False):
                self.put(targets[number], column, text)
        return self.changes

    def fill(self, chosen: Block) -> Changes:
        """The first row of a block in all its rows; of one row, that of the row above it."""
        lines = chosen.lines
        if len(lines) == 1:
            above = [at for at in range(lines[0]) if self._model.lines[at].group is None]
            lines = (*above[-1:], *lines)
        for column in chosen.columns:
            typed = self._model.typed(self._model.index(lines[0], column))
            for at in lines[1:]:
                self.put(at, column, typed)
        return self.changes

    def clear(self, selected: Sequence[QModelIndex]) -> Changes:
        """Nothing in every selected cell; one that may not be empty is passed over."""
        for index in selected:
            if self._model.lines[index.row()].group is None:
                self.put(index.row(), index.column(), "")
        self.changes.skipped += len(self.changes.problems)
        self.changes.problems.clear()
        return self.changes


def without_titles(cells: list[list[str]], titles: Sequence[str]) -> list[list[str]]:
    """The cells without a first row that repeats the titles of the columns."""
    head = [cell.strip().casefold() for cell in cells[0]] if cells else []
    known = [title.casefold() for title in titles][: len(head)]
    return cells[1:] if head and len(cells) > 1 and head == known else cells
