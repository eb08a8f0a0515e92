"""The Qt model of every list: shows lines, changes only what changed, keeps what was typed and could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coopdesk.shell.grid.arrange import Line, Shape
from coopdesk.shell.grid.clip import Cell
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import Typing
from coopdesk.shell.grid.looks import Bar, Marked, PillLook

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
LINE = Role.UserRole


@dataclass(frozen=True, slots=True)
class Problem:
    """What was typed in a cell and why it could not be kept; `meanwhile` is what others made of the cell since."""

    typed: str
    reason: str
    meanwhile: str | None = None


Take = Callable[[Any, Column[Any], str], bool]


class GridModel(QAbstractTableModel):
    """The lines of a list. `take` is given the row, column and text of an edit and says whether it was accepted."""

    def __init__(self, shape: Shape, titles: Sequence[str], typing: Callable[[], Typing], parent: QObject) -> None:
        super().__init__(parent)
        self.shape, self._titles, self.typing = shape, tuple(titles), typing
        self.take: Take = lambda row, column, text: False
        self._lines: list[Line] = []
        self._at: dict[str, int] = {}
        self._problems: dict[tuple[str, str], Problem] = {}
        self.folded: frozenset[str] = frozenset()
        self.shows: Callable[[int], bool] = lambda at: True
        self.marked: Callable[[Column[Any], Any], list[str]] = lambda column, row: []
        self.notes_at: Callable[[str, str], list[str]] = lambda line_id, key: []
        self.trace_at: Callable[[str, str], str] = lambda line_id, key: ""
        self.remarks_of: Callable[[str], Sequence[str]] = lambda line_id: ()

    @property
    def lines(self) -> Sequence[Line]:
        return self._lines

    def line(self, index: Index) -> Line | None:
        return self._lines[index.row()] if index.isValid() else None

    def column(self, index: Index) -> Column[Any]:
        return self.shape.columns[index.column()]

    def at(self, line_id: str) -> int:
        """The place of a line; -1 when it is not shown."""
        return self._at.get(line_id, -1)

    def where(self, line_id: str, key: str = "") -> QModelIndex:
        """The cell of a line, of the first column without a key; invalid when it is not shown."""
        keys = [column.key for column in self.shape.columns]
        at = self.at(line_id)
        return self.index(at, keys.index(key) if key else 0) if at >= 0 else QModelIndex()

    # What is shown -------------------------------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows these lines, telling Qt exactly what went, moved, came and changed, so that selection and scrolling
        stay."""
        if len(lines) != len(self._lines) or any(one.id != had.id for one, had in zip(lines, self._lines, strict=True)):
            place = {line.id: at for at, line in enumerate(lines)}
            self._drop([at for at, line in enumerate(self._lines) if line.id not in place])
            self._reorder(place)
            self._fill(lines)
            self._at = place
        for at, (line, had) in enumerate(zip(lines, self._lines, strict=True)):
            if line is not had and line != had:
                self._lines[at] = line
                self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))

    def _drop(self, gone: list[int]) -> None:
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(ROOT, first, last)
            del self._lines[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, place: Mapping[str, int]) -> None:
        ordered = sorted(self._lines, key=lambda line: place[line.id])
        if all(one is had for one, had in zip(ordered, self._lines, strict=True)):
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        new = {line.id: at for at, line in enumerate(ordered)}
        moved = [self.index(new[self._lines[index.row()].id], index.column()) for index in held]
        self._lines = ordered
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _fill(self, lines: Sequence[Line]) -> None:
        have = {line.id for line in self._lines}
        for first, last in _runs([at for at, line in enumerate(lines) if line.id not in have]):
            self.beginInsertRows(ROOT, first, last)
            self._lines[first:first] = lines[first : last + 1]
            self.endInsertRows()

    # Problems ------------------------------------------------------------------------------------------------------

    def problem(self, index: Index) -> Problem | None:
        line = self.line(index)
        return self.problem_of(line, self.column(index)) if line else None

    def problem_of(self, line: Line, column: Column[Any]) -> Problem | None:
        return self.problem_at(line.id, column.key)

    def problem_at(self, line_id: str, key: str) -> Problem | None:
        """The problem of a cell, shown or not."""
        return self._problems.get((line_id, key))

    def problems_in(self, column: Column[Any]) -> dict[str, Cell]:
        """What was typed and could not be kept in a column, by line, as it is copied."""
        return {line: Cell(one.typed, one.typed) for (line, key), one in self._problems.items() if key == column.key}

    def show_problem(self, line_id: str, key: str, problem: Problem | None) -> None:
        """Keeps what was typed in a cell with the reason it was refused; None puts the kept value back."""
        had = self._problems.pop((line_id, key), None)
        if problem is not None:
            self._problems[line_id, key] = problem
        index = self.where(line_id, key)
        if index.isValid() and had != problem:
            self.dataChanged.emit(index, index)

    # Qt's questions ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.shape.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == LINE:
            return line
        if line.group is not None:
            return self._group_data(line, role)
        answer = _ANSWERS.get(role)
        return answer(self, index, line.row) if answer else None

    def _group_data(self, line: Line, role: int) -> str | None:
        """A heading is spoken in each of its cells, for it is painted over all of them."""
        if line.group is None or role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        if role == Role.DisplayRole:
            return line.group.title
        say = self.typing().words.say
        state = say("folded") if line.group.id in self.folded else say("unfolded")
        return f"{line.group.spoken}. {state}"

    def title(self, at: int) -> str:
        """The title of a column in words."""
        return self._titles[at]

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if way != Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._titles[section]
        if role == Role.TextAlignmentRole:
            return _side(self.shape.columns[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = line.group is None and self.column(index).editable
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        line = self.line(index)
        if line is None or line.group is not None or role != Role.EditRole:
            return False
        return self.take(line.row, self.column(index), str(value))

    def typed(self, index: Index) -> str:
        """The text an editor starts with: what was typed before when that could not be read."""
        problem, line, column = self.problem(index), self.line(index), self.column(index)
        if problem is not None:
            return problem.typed
        return column.typed(line.row, self.typing()) if line is not None and line.row is not None else ""


def _display(model: GridModel, index: Index, row: Any) -> str:
    problem = model.problem(index)
    return problem.typed if problem else model.column(index).text(row)


def _spoken(model: GridModel, index: Index, row: Any) -> str:
    """What a sighted user sees of a cell; the first cell of a row says what stands out in the whole row."""
    own = _said(model, index, model.column(index), row)
    if index.column():
        return ". ".join((own, *model.marked(model.column(index), row), *_noted(model, index, row)))
    return ". ".join((own, *_standing_out(model, index, row), *model.remarks_of(row.id)))


def _said(model: GridModel, index: Index, column: Column[Any], row: Any) -> str:
    problem = model.problem(index)
    if problem is not None:
        return model.typing().words.say("“{text}” is not kept: {reason}", text=problem.typed, reason=problem.reason)
    return column.spoken(row) if column.spoken else column.text(row)


def _standing_out(model: GridModel, index: Index, row: Any) -> Iterator[str]:
    """States, progress and marked dates of the columns on show, each after its title."""
    for at, column in enumerate(model.shape.columns):
        look = column.look(row) if at and column.look and model.shows(at) else None
        if isinstance(look, PillLook | Bar) or (isinstance(look, Marked) and look.icon):
            text = column.spoken(row) if column.spoken else column.text(row)
            yield f"{model.title(at)}: {text}"


def _reason(model: GridModel, index: Index, row: Any) -> str | None:
    problem = model.problem(index)
    return problem.reason if problem else None


def _noted(model: GridModel, index: Index, row: Any) -> list[str]:
    return model.notes_at(row.id, "" if index.column() == 0 else model.column(index).key)


def _tip(model: GridModel, index: Index, row: Any) -> str:
    column = model.column(index)
    own = _reason(model, index, row) or (column.tip(row) if column.tip else column.text(row))
    return "\n".join(filter(None, (own, model.trace_at(row.id, column.key), *_noted(model, index, row))))


def _side(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


_ANSWERS: Mapping[int, Callable[[GridModel, Index, Any], Any]] = {
    Role.DisplayRole: _display,
    Role.EditRole: lambda model, index, row: model.typed(index),
    Role.AccessibleTextRole: _spoken,
    Role.AccessibleDescriptionRole: _reason,
    Role.ToolTipRole: _tip,
    Role.TextAlignmentRole: lambda model, index, row: _side(model.column(index)),
}


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Rising places as stretches of neighbours."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
