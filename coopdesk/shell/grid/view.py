"""The table itself: cells and ranges, the keys of a spreadsheet, folding headings, a first column that stays."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from coopdesk.shell.grid.cells import Index
from coopdesk.shell.grid.chords import Modifier
from coopdesk.shell.grid.deeds import ListDeeds
from coopdesk.shell.grid.delegate import GridDelegate
from coopdesk.shell.grid.frozen import FrozenColumn
from coopdesk.shell.grid.gutter import Gutter
from coopdesk.shell.grid.handle import FillHandle
from coopdesk.shell.grid.header import TitleHeader
from coopdesk.shell.grid.keyed import KeyedView
from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.grid.moves import next_place
from coopdesk.shell.grid.paint import CHEVRON
from coopdesk.shell.grid.sticky import StickyHeading
from coopdesk.shell.theme import current_theme

Trigger = QAbstractItemView.EditTrigger
_TRIGGERS = Trigger.AnyKeyPressed | Trigger.EditKeyPressed | Trigger.DoubleClicked


class GridView(ListDeeds, KeyedView):
    """Shows a GridModel. `parted` tells that a key took the focus elsewhere."""

    parted = Signal()

    def __init__(self, model: GridModel, *, grouped: bool, tall: bool, parent: QWidget) -> None:
        super().__init__(model, grouped=grouped, tall=tall, parent=parent)
        self.titles = TitleHeader(self)
        self.setHorizontalHeader(self.titles)
        for changed in (self.titles.sectionMoved, self.titles.sectionResized, self.titles.sectionCountChanged):
            changed.connect(self._reordered)
        self.gutter = Gutter(self, model)
        self.movable = lambda: self.gutter.movable
        self.setVerticalHeader(self.gutter)
        self.setItemDelegate(GridDelegate(self, model))
        self.frozen = FrozenColumn(self, model)
        self.sticky = StickyHeading(self, model)
        self.handle = FillHandle(self, model)
        self._settle()
        for signal in (self.selectionModel().currentChanged, self.selectionModel().selectionChanged):
            signal.connect(self._repaint)
        self.entered.connect(self._hover)
        self.titles.columns_chosen.connect(self.choose_columns)
        self.sticky.pressed.connect(lambda line: self.go(line, self.first_column))
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._settle_overlays)
        current_theme().changed.connect(self.measure)
        self.measure()

    def _settle(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(_TRIGGERS)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(True)

    def measure(self) -> None:
        """Heights from the fonts as they are now: two lines and a margin where titles may wrap, else one."""
        theme = current_theme()
        self.setFont(theme.font("body"))
        self.horizontalHeader().setFont(theme.font("small strong"))
        line = QFontMetrics(theme.font("body")).height()
        height = line * 2 + theme.px(14) if self.tall else line + theme.px(15)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.gutter.measure()
        self.frozen.measure()
        self._settle_overlays()
        self.viewport().update()

    def show_sorted(self, column: int, *, down: bool) -> None:
        """Puts the mark of the order on a column title; -1 takes it away."""
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)

    # Keys and mouse ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.modifiers() == Modifier.ShiftModifier and index.isValid() and self.currentIndex().isValid():
            self.go(index.row(), index.column(), extend=True)  # from where one is, as with the keys
            return
        super().mousePressEvent(event)
        line = self._model.line(index)
        on_mark = event.position().x() < current_theme().px(CHEVRON)
        if line is not None and line.group is not None and on_mark and event.button() == Qt.MouseButton.LeftButton:
            self.fold_asked.emit(line.group.id, line.group.id not in self.folded)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        editable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        super().mouseDoubleClickEvent(event)
        if index.isValid() and not editable:
            self._open(index)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        if self._hovered != index.row():
            self._hovered = index.row()
            self._repaint()

    # Qt's own ------------------------------------------------------------------------------------------------------

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Into sight, and out from under what stands over the rows."""
        super().scrollTo(index, hint)
        if not self.is_first(index):
            hidden = self.frozen.reach() - self.visualRect(index).left()
            if self.frozen.isVisible() and hidden > 0:
                self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)
        line = self._model.line(index)
        covered = self.sticky.covers() - self.visualRect(index).top()
        if covered > 0 and line is not None and line.group is None:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - covered)

    def edit(self, index: Index, *args: Any) -> Any:
        """The first column is typed in its own place, not under its standing copy. F2 and a double click leave the
        cursor at the end of what is there; typing replaces it."""
        problem = self._model.problem(index) if index.isValid() else None
        asks = not args or args[0] in (Trigger.EditKeyPressed, Trigger.DoubleClicked)
        if asks and problem is not None and problem.meanwhile is not None:
            self.asked.emit("settle")
            return None if not args else False
        if not args and self.is_first(index):
            self.horizontalScrollBar().setValue(0)
        self.typing_over = bool(args) and args[0] == Trigger.AnyKeyPressed
        opened = super().edit(index, *args)
        line = self.focusWidget()
        if not self.typing_over and isinstance(line, QLineEdit):
            line.end(False)  # noqa: FBT003 - Qt's signature
        self.handle.settle()
        return opened

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        target, over = self.gutter.target, self.handle.over
        if target < 0 and not over:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(current_theme().token("accent"), 2))
        if target >= 0:
            last = self._model.rowCount() - 1
            y = (
                self.rowViewportPosition(target)
                if target <= last
                else self.rowViewportPosition(last) + self.rowHeight(0)
            )
            painter.drawLine(0, y, self.viewport().width(), y)
        for row in over:
            for column, _ in self.chosen_parts()[:1]:
                painter.drawRect(self.visualRect(self._model.index(row, column)).adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A bar with a message, or a pane, makes the list smaller: the cell one is in stays in sight."""
        here = self.currentIndex()
        seen = here.isValid() and 0 <= self.rowViewportPosition(here.row()) < event.oldSize().height()
        super().resizeEvent(event)
        self.frozen.settle()
        if seen:
            self.scrollTo(here)
        self._settle_overlays()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            rows = [line.group is None for line in self._model.lines]
            self.go(next_place(rows, -1, 1) if rows else 0, self.first_column)
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self.parted.emit()
        self._repaint()

    def _settle_overlays(self, *_: object) -> None:
        self.sticky.settle()
        self.handle.settle()

    def _repaint(self, *_: object) -> None:
        self.viewport().update()
        self.gutter.viewport().update()
        self.frozen.viewport().update()
        self.handle.settle()
