"""The lines of the plan as the time line shows them: a column of names and a column of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.timeline import bar
from coopdesk.shell.grid.arrange import Line
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

NAME, TIME = 0, 1
LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole


class TimeRows(QAbstractTableModel):
    """The same lines as the table, in the same order; a screen reader hears of each what there is to see."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._titles = (words.say(N_("Action")), words.say(N_("Time")))
        self._lines: list[Line] = []
        self._places: dict[str, int] = {}

    @property
    def lines(self) -> Sequence[Line]:
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Other lines; where they are the same ones, only what changed is told."""
        if [line.id for line in lines] == [line.id for line in self._lines]:
            for at, line in enumerate(lines):
                if line != self._lines[at]:
                    self._lines[at] = line
                    self.dataChanged.emit(self.index(at, NAME), self.index(at, TIME))
            return
        self.beginResetModel()
        self._lines = list(lines)
        self._places = {line.id: at for at, line in enumerate(self._lines)}
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        return self._lines[index.row()] if index.isValid() else None

    def row_of(self, index: Index) -> ActionRow | None:
        """The action of a line; None on a heading."""
        line = self.line(index)
        return None if line is None or line.row is None else line.row

    def place(self, line_id: str) -> int:
        """Where a line stands; -1 when it is not shown."""
        return self._places.get(line_id, -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 2

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if way == Qt.Orientation.Horizontal and role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Role.DisplayRole:
            return self._shown(line, index.column())
        return self._spoken(line) if role == Role.AccessibleTextRole else None

    def _shown(self, line: Line, column: int) -> str:
        if line.group is not None:
            return line.group.title
        if column == NAME:
            return f"{line.row.action.code} {line.row.action.title}".strip()
        return bar.when(self._words, line.row)

    def _spoken(self, line: Line) -> str:
        return line.group.spoken if line.group is not None else bar.spoken(self._words, line.row)
