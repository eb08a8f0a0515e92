"""The table itself: cells and ranges, the keys of a spreadsheet, folding headings, a first column that stays."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from coopdesk.shell.grid.cells import CellsView, Index
from coopdesk.shell.grid.chords import Key, Modifier, asked_by
from coopdesk.shell.grid.deeds import ListDeeds
from coopdesk.shell.grid.delegate import GridDelegate
from coopdesk.shell.grid.editors import ENTER
from coopdesk.shell.grid.frozen import FrozenColumn
from coopdesk.shell.grid.gutter import Gutter
from coopdesk.shell.grid.handle import FillHandle
from coopdesk.shell.grid.header import TitleHeader
from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.grid.moves import next_place
from coopdesk.shell.grid.paint import CHEVRON
from coopdesk.shell.grid.sticky import StickyHeading
from coopdesk.shell.theme import current_theme

Trigger = QAbstractItemView.EditTrigger
_TRIGGERS = Trigger.AnyKeyPressed | Trigger.EditKeyPressed | Trigger.DoubleClicked
_STEPS = {Key.Key_Up: (-1, 0), Key.Key_Down: (1, 0), Key.Key_Left: (0, -1), Key.Key_Right: (0, 1)}
_SHIFTED = Modifier.ShiftModifier | Modifier.KeypadModifier


class GridView(ListDeeds, CellsView):
    """Shows a GridModel. `asked` names what a key or menu wants done with the selection (copy, paste, ...);
    `activated_row` carries a row on Enter or double click where nothing can be typed; `parted` tells that a key took
    the focus elsewhere."""

    asked = Signal(str)
    activated_row = Signal(object)
    fold_asked = Signal(str, bool)
    leave_asked = Signal(bool)
    parted = Signal()

    def __init__(self, model: GridModel, *, grouped: bool, tall: bool, parent: QWidget) -> None:
        super().__init__(model, grouped=grouped, tall=tall, parent=parent)
        self.titles = TitleHeader(self)
        self.setHorizontalHeader(self.titles)
        for changed in (self.titles.sectionMoved, self.titles.sectionResized, self.titles.sectionCountChanged):
            changed.connect(self._reordered)
        self.gutter = Gutter(self, model)
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

    def event(self, event: QEvent) -> bool:
        """A key this list handles itself is not a shortcut of the window while the list has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._asked_by(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asked := self._asked_by(event):
            self.asked.emit(asked)
        elif not (self._enter(event) or self._arrow(event) or self._space(event) or self._leave(event)):
            super().keyPressEvent(event)

    def _asked_by(self, event: QKeyEvent) -> str:
        return asked_by(event, movable=self.gutter.movable)

    def _enter(self, event: QKeyEvent) -> bool:
        """Enter types in the cell or folds a heading; Ctrl+Enter goes to the details of the row."""
        line = self._model.line(self.currentIndex())
        if event.key() in ENTER and event.modifiers() & ~_SHIFTED == Modifier.ControlModifier:
            if line is not None and line.row is not None:
                self.activated_row.emit(line.row)
            return True
        if event.key() not in ENTER or event.modifiers() & ~_SHIFTED:
            return False
        self._open(self.currentIndex())
        return True

    def _open(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is None:
            return
        if line.group is not None:
            self.fold_asked.emit(line.group.id, line.group.id not in self.folded)
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.activated_row.emit(line.row)

    def _arrow(self, event: QKeyEvent) -> bool:
        step = _STEPS.get(Key(event.key()))
        if step is None:
            return False
        if event.modifiers() & Modifier.AltModifier:
            return self._open_list(event, step)
        if event.modifiers() & Modifier.ControlModifier:
            self.jump(*step, extend=bool(event.modifiers() & Modifier.ShiftModifier))
            return True
        line = self._model.line(self.currentIndex())
        if line is None or line.group is None or not step[1] or event.modifiers() & ~_SHIFTED:
            return False
        self.fold_asked.emit(line.group.id, step[1] < 0)
        return True

    def _open_list(self, event: QKeyEvent, step: tuple[int, int]) -> bool:
        """Alt+Down: the editor with its list or calendar open."""
        index = self.currentIndex()
        if step != (1, 0) or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        editor = self.focusWidget()
        if editor is not None and editor is not self:
            again = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Down, Modifier.AltModifier)
            QApplication.sendEvent(editor, again)
        return True

    def _space(self, event: QKeyEvent) -> bool:
        line = self._model.line(self.currentIndex())
        if event.key() != Key.Key_Space or line is None:
            return False
        if event.modifiers() & (Modifier.ControlModifier | Modifier.ShiftModifier):
            column = bool(event.modifiers() & Modifier.ControlModifier)
            self.select_all(column=column, row=not column)
            return True
        if line.group is not None:
            self.fold_asked.emit(line.group.id, line.group.id not in self.folded)
        return line.group is not None

    def _leave(self, event: QKeyEvent) -> bool:
        if event.key() == Key.Key_Escape and self._model.problem(self.currentIndex()) is not None:
            self.asked.emit("restore")
            return True
        if event.key() == Key.Key_F6:
            self.leave_asked.emit(bool(event.modifiers() & Modifier.ShiftModifier))
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        line = self._model.line(self.indexAt(event.position().toPoint()))
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
        super().resizeEvent(event)
        self.frozen.settle()
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
