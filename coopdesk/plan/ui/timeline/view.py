"""The time line as it is worked: walked, moved and stretched by mouse or keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from coopdesk.plan.ui.timeline import bar
from coopdesk.plan.ui.timeline.bar import Bar
from coopdesk.plan.ui.timeline.grip import EDGE, Grip, Hold, hold_at
from coopdesk.plan.ui.timeline.paint import diamond_of
from coopdesk.plan.ui.timeline.rows import NAME, TIME
from coopdesk.plan.ui.timeline.scale import scale_of
from coopdesk.plan.ui.timeline.table import TimeTable
from coopdesk.shell.grid.paint import CHEVRON
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

WEEK = 7
Key, Modifier = Qt.Key, Qt.KeyboardModifier
_CONTROL, _BOTH = Modifier.ControlModifier, Modifier.ControlModifier | Modifier.ShiftModifier
_SIDES = {Key.Key_Left: -1, Key.Key_Right: 1}
_CURSORS = {
    Hold.BEGIN: Qt.CursorShape.SizeHorCursor, Hold.END: Qt.CursorShape.SizeHorCursor,
    Hold.MIDDLE: Qt.CursorShape.OpenHandCursor, Hold.DRAW: Qt.CursorShape.CrossCursor,
}  # fmt: skip


class TimelineView(TimeTable):
    """`shifted` and `stretched` carry the days that keys ask for; `dropped` the action a drag made of it."""

    opened = Signal(object)
    fold_asked = Signal(str, bool)
    shifted = Signal(int)
    stretched = Signal(int)
    dropped = Signal(object)
    zoom_asked = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(self, words: Words, today: Callable[[], date]) -> None:
        self._grip: Grip | None = None
        super().__init__(words, today)

    def dragged(self) -> tuple[int, Bar] | None:
        """The row and the bar that is in the hand now."""
        if self._grip is None:
            return None
        scale = scale_of(*self._span, self.zoom, current_theme().zoom, self._room())
        return self._grip.at, self._grip.bar(scale, float(self.time.value()))

    # Keys ----------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Ctrl with an arrow is this list's own while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _SIDES:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Key(event.key()), event.modifiers() & ~Modifier.KeypadModifier
        if self._grip is not None and key == Key.Key_Escape:
            self._grip = None
            self.viewport().update()
        elif key in _SIDES:
            self._sideways(_SIDES[key], held)
        elif key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space) and not held:
            self._open()
        else:
            super().keyPressEvent(event)

    def _sideways(self, step: int, held: Qt.KeyboardModifier) -> None:
        line = self.rows.line(self.currentIndex())
        if held == _CONTROL:
            self.shifted.emit(step * WEEK)
        elif held == _BOTH:
            self.stretched.emit(step * WEEK)
        elif line is not None and line.group is not None:
            self.fold_asked.emit(line.group.id, step < 0)
        else:
            self.time.setValue(self.time.value() + step * self.time.singleStep())

    def _open(self) -> None:
        line = self.rows.line(self.currentIndex())
        if line is None:
            return
        if line.group is not None:
            self.fold_asked.emit(line.group.id, line.group.id not in self.folded)
        else:
            self.opened.emit(line.row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            first = next((at for at, line in enumerate(self.rows.lines) if line.row is not None), 0)
            self.setCurrentIndex(self.rows.index(first, NAME))
        self.viewport().update()

    # Mouse ---------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        spot = event.position()
        index = self.indexAt(spot.toPoint())
        line = self.rows.line(index)
        if line is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if line.group is not None:
            if index.column() == NAME and spot.x() < current_theme().px(CHEVRON):
                self.fold_asked.emit(line.group.id, line.group.id not in self.folded)
        elif (hold := self._hold(spot)) is not None and not event.modifiers():
            self._grip = Grip(index.row(), line.row, hold, self._into(spot))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            hold = self._hold(event.position())
            self.viewport().setCursor(_CURSORS[hold] if hold is not None else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)
            return
        stand = self.stand()
        self._grip = self._grip.moved(self._into(event.position()), stand.scale)
        moved = replace(self._grip.row, action=self._grip.action(stand.scale, stand.left))
        text = bar.when(self._words, moved)
        QToolTip.showText(event.globalPosition().toPoint(), text, self.viewport())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        grip, self._grip = self._grip, None
        if grip is None or event.button() != Qt.MouseButton.LeftButton:
            return
        QToolTip.hideText()
        stand = self.stand()
        moved = grip.action(stand.scale, stand.left)
        self.viewport().update()
        if grip.days and moved != grip.row.action:
            self.dropped.emit(moved)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._grip = None
        self._open()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        if event.modifiers() & _CONTROL:
            self.zoom_asked.emit(1 if turn.y() > 0 else -1)
            event.accept()
        elif event.modifiers() & Modifier.ShiftModifier or turn.x():
            self.time.setValue(self.time.value() - (turn.x() or turn.y()))
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if text := self._tip(QPointF(event.pos())):
                QToolTip.showText(event.globalPos(), text, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _hold(self, spot: QPointF) -> Hold | None:
        index = self.indexAt(spot.toPoint())
        row = self.rows.row_of(index)
        if row is None or index.column() != TIME:
            return None
        return hold_at(row, self.box(index.row()), spot, current_theme().px(EDGE))

    def _into(self, spot: QPointF) -> float:
        """How far into the column of time."""
        return spot.x() - self.columnViewportPosition(TIME)

    def _tip(self, spot: QPointF) -> str:
        index = self.indexAt(spot.toPoint())
        row = self.rows.row_of(index)
        if row is None:
            return ""
        rect, stand = QRectF(self.visualRect(self.rows.index(index.row(), TIME))), self.stand()
        for at, one in enumerate(row.milestones):
            if one.due is not None and diamond_of(one.due.last, rect, stand).contains(spot):
                return bar.milestone(self._words, row, at)
        return bar.spoken(self._words, row)
