"""The bare table of a list: which column stays at the left, the ground of a cell, and going from cell to cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Signal
from PySide6.QtWidgets import QTableView, QWidget

from coopdesk.shell.grid.marking import Mark
from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.grid.moves import edge, next_place
from coopdesk.shell.grid.opening import text_of
from coopdesk.shell.remarks import Noted

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag


class CellsView(QTableView):
    """What painting, editing and the frozen column ask of the list, without its keys and menus. `opened` tells that
    an editor opened in a cell, `orphaned` what was typed in a row that went meanwhile."""

    opened = Signal(object)
    orphaned = Signal(str)

    def __init__(self, model: GridModel, *, grouped: bool, tall: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.grouped, self.tall = grouped, tall
        self.folded: frozenset[str] = frozenset()
        self.typing_over = False
        self.sought: tuple[str, ...] = ()
        self.noted = Noted()
        self.mark_of: Callable[[Any, Any], Mark | None] = lambda column, row: None
        self._model, self._hovered = model, -1
        self._first: int | None = None
        self.setModel(model)

    def is_first(self, index: Index) -> bool:
        return self.first_column == index.column()

    @property
    def first_column(self) -> int:
        """The column that stays at the left; every cell that is painted asks for it."""
        if self._first is None:
            self._first = next(iter(self.columns()), 0)
        return self._first

    def _reordered(self, *_: object) -> None:
        """Columns moved, or were hidden: another one may stand at the left."""
        self._first = None

    def is_current_row(self, index: Index) -> bool:
        return self.currentIndex().row() == index.row() and self.chosen_block()[1] <= 1

    def chosen_block(self) -> tuple[QRect, int]:
        """The smallest block around the selection, in columns and rows, and how many cells are selected in it. From the
        ranges: a list of every cell of a long column would be made for each cell that is painted."""
        around, cells = QRect(), 0
        selection = self.selectionModel().selection()
        for part in (selection.at(at) for at in range(selection.count())):
            around = around.united(QRect(part.left(), part.top(), part.width(), part.height()))
            cells += part.width() * part.height()
        return around, cells

    def ground(self, index: Index) -> str:
        """The token of the ground of a cell."""
        if self.is_current_row(index) or self.selectionModel().isSelected(index):
            return "selected"
        return "hover" if index.row() == self._hovered else "surface"

    @property
    def grid_model(self) -> GridModel:
        """The model, as what it is."""
        return self._model

    def cell_rect(self, index: Index) -> QRect:
        """Where a cell is, in places of the whole list."""
        return self.visualRect(index).translated(self.viewport().pos())

    @property
    def editing(self) -> bool:
        """Whether a cell is being typed in."""
        return self.state() == QTableView.State.EditingState

    def row_is_chosen(self, row: int) -> bool:
        """Whether the whole row is selected."""
        return self.selectionModel().isRowSelected(row, QModelIndex())

    def chosen_parts(self) -> list[tuple[int, range]]:
        """The selection as pieces of columns, those on show."""
        selection, shown = self.selectionModel().selection(), set(self.columns())
        parts = [selection.at(at) for at in range(selection.count())]
        return [
            (column, range(part.top(), part.bottom() + 1))
            for part in parts for column in range(part.left(), part.right() + 1) if column in shown
        ]  # fmt: skip

    def chosen_cells(self) -> dict[int, set[int]]:
        """The selected rows of each column on show. From the ranges: Qt's own list of cells asks the model about each,
        which takes seconds once a whole list is selected."""
        found: dict[int, set[int]] = {}
        for column, rows in self.chosen_parts():
            found.setdefault(column, set()).update(rows)
        return found

    def columns(self) -> list[int]:
        """The columns on show, from left to right."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(at) for at in range(header.count()))
        return [column for column in order if not self.isColumnHidden(column)]

    def select_all(self, *, column: bool = False, row: bool = False) -> None:
        """Ctrl+Space the columns of the selection, Shift+Space its rows."""
        flag = Flag.Select | (Flag.Columns if column else Flag.Rows if row else Flag.NoUpdate)
        here = self.currentIndex()
        self.selectionModel().select(self.selectionModel().selection() or QItemSelection(here, here), flag)

    def choose_columns(self, column: int, extend: bool) -> None:  # noqa: FBT001 - a slot
        """Ctrl+click on a title selects its column, Shift+click all from the current one on."""
        if not self._model.rowCount():
            return
        here, last = self.currentIndex(), self._model.rowCount() - 1
        first = here.column() if extend and here.column() in self.columns() else column
        chosen = self._block(self._model.index(0, first), self._model.index(last, column))
        row = here.row() if here.isValid() else 0
        self.selectionModel().setCurrentIndex(self._model.index(row, first), Flag.NoUpdate)
        self.selectionModel().select(chosen, Flag.ClearAndSelect)
        self.setFocus()

    def choose_rows(self, ids: Sequence[str]) -> None:
        """Makes these rows the chosen ones, the first of them the current one, as far as they are on show."""
        here = self.currentIndex()
        column = here.column() if here.isValid() else self.first_column
        places = [at for at in map(self._model.at, ids) if at >= 0]
        for at in places[:1]:
            self.go(at, column)
        for at in places[1:]:
            self.selectionModel().select(self._model.index(at, column), Flag.Select)

    def step(self, down: int, right: int) -> None:
        """Goes a row or column on, past headings; at the end of a row to the next one."""
        columns, here = self.columns(), self.currentIndex()
        rows = [line.group is None for line in self._model.lines]
        row, place = here.row(), columns.index(here.column()) + right
        if not 0 <= place < len(columns):
            new = next_place(rows, row, 1 if right > 0 else -1)
            place = (0 if right > 0 else len(columns) - 1) if new != row else place - right
            row = new
        elif down:
            row = next_place(rows, row, down)
        self.go(row, columns[place])

    def corner(self, *, last: bool, extend: bool) -> None:
        """Ctrl+Home and Ctrl+End: to the first or the last cell."""
        columns, rows = self.columns(), [line.group is None for line in self._model.lines]
        if columns and rows:
            row = next_place(rows, len(rows) if last else -1, -1 if last else 1)
            self.go(min(max(row, 0), len(rows) - 1), columns[-1 if last else 0], extend=extend)
            if not last:
                self.scrollToTop()

    def jump(self, down: int, right: int, *, extend: bool) -> None:
        """Ctrl+arrow: to the edge of what is filled."""
        here, columns = self.currentIndex(), self.columns()
        if down:
            column = here.column()
            filled = [bool(self._text(row, column)) for row in range(self._model.rowCount())]
            self.go(edge(filled, here.row(), down), column, extend=extend)
        else:
            filled = [bool(self._text(here.row(), column)) for column in columns]
            self.go(here.row(), columns[edge(filled, columns.index(here.column()), right)], extend=extend)

    def go(self, row: int, column: int, *, extend: bool = False) -> None:
        """Makes a cell the current one; with `extend` the selection grows to it."""
        index = self._model.index(row, column)
        if not index.isValid():
            return
        if extend:
            block = self._block(self._anchor(), index)
            self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
            self.selectionModel().select(block, Flag.ClearAndSelect)
        else:
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
        self.scrollTo(index)

    def _anchor(self) -> Index:
        """Where the selection began: the corner across from the current cell."""
        here, columns = self.currentIndex(), self.columns()
        parts = self.chosen_parts() or [(here.column(), range(here.row(), here.row() + 1))]
        first, last = min(rows.start for _, rows in parts), max(rows.stop for _, rows in parts) - 1
        places = sorted({columns.index(column) for column, _ in parts})
        row = last if here.row() == first else first
        place = places[-1] if columns[places[0]] == here.column() else places[0]
        return self._model.index(row, columns[place])

    def _block(self, start: Index, end: Index) -> QItemSelection:
        """The cells between two corners, as they stand on show."""
        columns, chosen = self.columns(), QItemSelection()
        rows = sorted((start.row(), end.row()))
        places = sorted((columns.index(start.column()), columns.index(end.column())))
        for column in columns[places[0] : places[1] + 1]:
            chosen.select(self._model.index(rows[0], column), self._model.index(rows[1], column))
        return chosen

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """A row that goes while one types in it takes the editor along; what was typed must not go with it."""
        index = self.currentIndex()
        editor = self.indexWidget(index) if self.editing and start <= index.row() <= end else None
        text = text_of(editor) if editor is not None else ""
        if text and text != self._model.typed(index):
            self.orphaned.emit(text)
        super().rowsAboutToBeRemoved(parent, start, end)

    def _text(self, row: int, column: int) -> str:
        text = self._model.index(row, column).data()
        return str(text or "").strip("–")
