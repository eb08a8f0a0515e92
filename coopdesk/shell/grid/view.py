"""The table itself: cells and ranges, the keys of a spreadsheet, folding headings, a first column that stays."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from coopdesk.shell.grid.cells import CellsView, Index
from coopdesk.shell.grid.delegate import GridDelegate
from coopdesk.shell.grid.editors import ENTER
from coopdesk.shell.grid.frozen import FrozenColumn
from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.grid.moves import next_place
from coopdesk.shell.grid.paint import CHEVRON
from coopdesk.shell.theme import current_theme

Key, Modifier, Trigger = Qt.Key, Qt.KeyboardModifier, QAbstractItemView.EditTrigger
Flag = QItemSelectionModel.SelectionFlag
_TRIGGERS = Trigger.AnyKeyPressed | Trigger.EditKeyPressed | Trigger.DoubleClicked
_STEPS = {Key.Key_Up: (-1, 0), Key.Key_Down: (1, 0), Key.Key_Left: (0, -1), Key.Key_Right: (0, 1)}
_SHIFTED = Modifier.ShiftModifier | Modifier.KeypadModifier


class GridView(CellsView):
    """Shows a GridModel. `asked` names what a key or menu wants done with the selection (copy, paste, ...);
    `activated_row` carries a row on Enter or double click where nothing can be typed."""

    asked = Signal(str)
    activated_row = Signal(object)
    fold_asked = Signal(str, bool)
    leave_asked = Signal(bool)

    def __init__(self, model: GridModel, *, grouped: bool, tall: bool, parent: QWidget) -> None:
        super().__init__(model, grouped=grouped, tall=tall, parent=parent)
        self.setItemDelegate(GridDelegate(self, model))
        self.frozen = FrozenColumn(self, model)
        self._settle()
        self.selectionModel().currentChanged.connect(self._repaint)
        self.selectionModel().selectionChanged.connect(self._repaint)
        self.entered.connect(self._hover)
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
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def measure(self) -> None:
        """Heights from the fonts as they are now: two lines and a margin where titles may wrap, else one."""
        theme = current_theme()
        self.setFont(theme.font("body"))
        self.horizontalHeader().setFont(theme.font("small strong"))
        line = QFontMetrics(theme.font("body")).height()
        height = line * 2 + theme.px(14) if self.tall else line + theme.px(15)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.frozen.measure()
        self.viewport().update()

    def show_sorted(self, column: int, *, down: bool) -> None:
        """Puts the mark of the order on a column title; -1 takes it away."""
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)

    def select_all(self, *, column: bool = False, row: bool = False) -> None:
        """Ctrl+Space a column, Shift+Space a row."""
        here = self.currentIndex()
        flag = Flag.ClearAndSelect | (Flag.Columns if column else Flag.Rows if row else Flag.NoUpdate)
        self.selectionModel().select(here, flag)

    # Keys and mouse ------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """A key this list handles itself is not a shortcut of the window while the list has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _chord(event) in _ASKS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chord = _chord(event)
        if chord in _ASKS:
            self.asked.emit(_ASKS[chord])
        elif not (self._enter(event) or self._arrow(event) or self._space(event) or self._leave(event)):
            super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> bool:
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
        if event.modifiers() & Modifier.ControlModifier and not event.modifiers() & Modifier.AltModifier:
            self.jump(*step, extend=bool(event.modifiers() & Modifier.ShiftModifier))
            return True
        line = self._model.line(self.currentIndex())
        if line is None or line.group is None or not step[1] or event.modifiers() & ~_SHIFTED:
            return False
        self.fold_asked.emit(line.group.id, step[1] < 0)
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
        self._hovered = index.row()
        self._repaint()

    # Qt's own ------------------------------------------------------------------------------------------------------

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        super().scrollTo(index, hint)
        if not self.is_first(index):
            hidden = self.frozen.reach() - self.visualRect(index).left()
            if self.frozen.isVisible() and hidden > 0:
                self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def edit(self, index: Index, *args: Any) -> Any:
        """The first column is typed in its own place, not under its standing copy."""
        if not args and self.is_first(index):
            self.horizontalScrollBar().setValue(0)
        return super().edit(index, *args)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frozen.settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            rows = [line.group is None for line in self._model.lines]
            self.go(next_place(rows, -1, 1) if rows else 0, self.first_column)
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint()

    def _repaint(self, *_: object) -> None:
        self.viewport().update()
        self.frozen.viewport().update()


_ASKS = {
    "Ctrl+C": "copy", "Ctrl+Shift+C": "copy with titles", "Ctrl+X": "cut", "Ctrl+V": "paste", "Ctrl+D": "fill",
    "Del": "clear", "Ctrl+Del": "remove", "Ctrl+F": "filter",
}  # fmt: skip
_NAMES = {Key.Key_C: "C", Key.Key_X: "X", Key.Key_V: "V", Key.Key_D: "D", Key.Key_Delete: "Del", Key.Key_F: "F"}


def _chord(event: QKeyEvent) -> str:
    """The key with Ctrl and Shift before it, as _ASKS writes it."""
    name = _NAMES.get(Key(event.key()), "")
    if not name or event.modifiers() & (Modifier.AltModifier | Modifier.MetaModifier):
        return ""
    control, shift = event.modifiers() & Modifier.ControlModifier, event.modifiers() & Modifier.ShiftModifier
    return f"{'Ctrl+' if control else ''}{'Shift+' if shift else ''}{name}"
