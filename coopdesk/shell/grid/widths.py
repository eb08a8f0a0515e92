"""Which columns show, in which order and how wide: measured in characters, changed by the user, remembered."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics

from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.view import GridView
from coopdesk.shell.memory import ViewMemory
from coopdesk.shell.theme import current_theme

FITTED = 2000  # rows that are measured for a fitting width
BESIDE = 44  # what stands beside a text: margins, an icon, the ends of a state
HORIZONTAL = Qt.Orientation.Horizontal


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

    def autofit(self, at: int) -> None:
        """As wide as the widest text of the column, and its title, up to half the list: a double click on a border."""
        column, theme = self._columns[at], current_theme()
        model, body = self._view.model(), QFontMetrics(theme.font("body"))
        texts = (str(model.index(row, at).data() or "") for row in range(min(model.rowCount(), FITTED)))
        widest = max((body.horizontalAdvance(line) for text in texts for line in text.split("\n")), default=0)
        title = QFontMetrics(theme.font("small strong")).horizontalAdvance(str(model.headerData(at, HORIZONTAL)))
        wide = max(widest + theme.px(BESIDE), title + theme.px(BESIDE))
        self._wide[column.key] = min(wide, self._view.viewport().width() // 2) / theme.zoom
        self.fit()
        self._keep()

    def state(self) -> dict[str, Any]:
        """Order, widths and hidden columns as plain values, for a saved view."""
        header = self._view.horizontalHeader()
        order = [self._columns[header.logicalIndex(at)].key for at in range(header.count())]
        return {"widths": dict(self._wide), "hidden": sorted(self._hidden), "order": order}

    def show_state(self, kept: dict[str, Any]) -> None:
        """Lays the columns out as they were kept."""
        self._wide, self._hidden = dict(kept.get("widths", {})), set(kept.get("hidden", ()))
        self._fitting = True
        self._restore(kept.get("order", []))
        self._fitting = False
        self.fit()
        self._keep()

    def fit(self, *_: object) -> None:
        """Gives every column its width, for the window and the fonts as they are."""
        view = self._view
        shown = view.columns()
        if self._fitting or not shown:
            return
        self._fitting = True
        wide = {column: self._width(self._columns[column]) for column in shown}
        free = [column for column in shown if self._columns[column].stretch]
        stretching = [column for column in free if self._columns[column].key not in self._wide]
        stretching = stretching or ([] if free else shown[-1:])  # what the user measured keeps its width
        left = view.viewport().width() - sum(wide.values())
        for at, column in enumerate(stretching):
            wide[column] += max(0, left) // len(stretching) + (max(0, left) % len(stretching) if at == 0 else 0)
        for column, width in wide.items():
            view.setColumnWidth(column, width)
        self._fitting = False
        view.frozen.settle()

    def _width(self, column: Column[Any]) -> int:
        theme = current_theme()
        if column.key in self._wide:
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
        self._memory.put(self._name, json.dumps(self.state()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False
