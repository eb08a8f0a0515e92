"""Which columns show, in which order and how wide: measured in characters, changed by the user, remembered."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetrics

from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.view import GridView
from coopdesk.shell.memory import ViewMemory
from coopdesk.shell.theme import current_theme


class Widths(QObject):
    """Lays the columns of a view out: those that stretch share what is left, never below their own width."""

    def __init__(self, view: GridView, columns: tuple[Column[Any], ...], memory: ViewMemory, name: str) -> None:
        super().__init__(view)
        self._view, self._columns, self._memory, self._name = view, columns, memory, f"grid.{name}"
        kept: dict[str, Any] = json.loads(memory.get(self._name) or "{}")
        self._wide: dict[str, float] = kept.get("widths", {})
        self._hidden: set[str] = set(kept.get("hidden", [c.key for c in columns if c.hidden]))
        self._fitting = True
        self._restore(kept.get("order", []))
        self._fitting = False
        header = view.horizontalHeader()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)
        current_theme().changed.connect(self.fit)
        view.viewport().installEventFilter(self)
        self.fit()

    def shows(self, key: str) -> bool:
        return key not in self._hidden

    def show(self, key: str, *, shown: bool) -> None:
        """Shows or hides a column; the first one always shows."""
        if key == self._columns[self._view.first_column].key:
            return
        (self._hidden.discard if shown else self._hidden.add)(key)
        self._place()
        self._keep()

    def fit(self, *_: object) -> None:
        """Gives every column its width, for the window and the fonts as they are."""
        view = self._view
        shown = view.columns()
        if self._fitting or not shown:
            return
        self._fitting = True
        wide = {column: self._width(self._columns[column]) for column in shown}
        stretching = [column for column in shown if self._columns[column].stretch] or shown[-1:]
        left = view.viewport().width() - sum(wide.values())
        for at, column in enumerate(stretching):
            wide[column] += max(0, left) // len(stretching) + (max(0, left) % len(stretching) if at == 0 else 0)
        for column, width in wide.items():
            view.setColumnWidth(column, width)
        self._fitting = False
        view.frozen.settle()

    def _width(self, column: Column[Any]) -> int:
        theme = current_theme()
        if column.key in self._wide and not column.stretch:
            return theme.px(self._wide[column.key])
        metrics = QFontMetrics(theme.font("body"))
        return metrics.averageCharWidth() * column.width + theme.px(16)

    def _restore(self, order: list[str]) -> None:
        header = self._view.horizontalHeader()
        keys = [column.key for column in self._columns]
        for place, key in enumerate([key for key in order if key in keys]):
            header.moveSection(header.visualIndex(keys.index(key)), place)
        header.setMinimumSectionSize(current_theme().px(40))
        self._place()

    def _place(self) -> None:
        for at, column in enumerate(self._columns):
            self._view.setColumnHidden(at, column.key in self._hidden)
        self.fit()

    def _resized(self, at: int, old: int, new: int) -> None:
        column = self._columns[at]
        if self._fitting or not old or not new:
            return
        self._wide[column.key] = new / current_theme().zoom
        self.fit()
        self._keep()

    def _moved(self, *_: object) -> None:
        if not self._fitting:
            self._keep()
            self._view.frozen.settle()

    def _keep(self) -> None:
        header = self._view.horizontalHeader()
        order = [self._columns[header.logicalIndex(at)].key for at in range(header.count())]
        kept = {"widths": self._wide, "hidden": sorted(self._hidden), "order": order}
        self._memory.put(self._name, json.dumps(kept))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False
