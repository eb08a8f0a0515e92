"""The strip before the rows: a click selects a row, dragging a selected one moves it where the list has an order."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from coopdesk.shell.grid.cells import CellsView
from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.icons import paint_icon
from coopdesk.shell.theme import current_theme

WIDE = 18


class Gutter(QHeaderView):
    """`dropped` carries the line that was dragged and the line before which it was let go (one past the last for the
    end). The keyboard has Shift+Space to select a row and Alt+Shift+arrows to move it."""

    dropped = Signal(int, int)

    def __init__(self, view: CellsView, model: GridModel) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view, self._model = view, model
        self.movable = False
        self._from, self._to = -1, -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # It says nothing of its own: the rows are spoken by their cells.
        self.setAccessibleName(" ")
        self.measure()

    @property
    def target(self) -> int:
        """The line before which what is dragged would come to stand; -1 while nothing is dragged."""
        return self._to

    def measure(self) -> None:
        self.setFixedWidth(current_theme().px(WIDE))

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        theme, line = current_theme(), self._model.lines[at] if at < len(self._model.lines) else None
        index = self._model.index(at, self._view.first_column)
        ground = "window" if line is not None and line.group is not None else self._view.ground(index)
        painter.save()
        painter.fillRect(rect, theme.token(ground))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.token("border"))
        if (
            line is not None
            and line.group is None
            and (self._view.is_current_row(index) or self._view.row_is_chosen(at))
        ):
            painter.fillRect(QRect(rect.x(), rect.y(), theme.px(3), rect.height() - 1), theme.token("accent"))
        if line is not None and self._view.noted.at(line.id, ""):
            side = theme.px(14)
            place = QRectF(rect.center().x() - side / 2 + 1, rect.center().y() - side / 2, side, side)
            paint_icon(painter, "comment_16_regular", place, theme.token("warnFg"))
        elif self.movable and line is not None and line.group is None and ground != "surface":
            self._paint_grip(painter, rect, theme.token("text2"))
        painter.restore()

    def _paint_grip(self, painter: QPainter, rect: QRect, colour: QColor) -> None:
        """Six dots that say: take hold here."""
        step, size = current_theme().px(4), max(2, current_theme().px(2))
        left, top = rect.center().x() - step // 2, rect.center().y() - step
        for across in range(2):
            for down in range(3):
                painter.fillRect(QRect(left + across * step, top + down * step, size, size), colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.logicalIndexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.button() == Qt.MouseButton.LeftButton and self._can_move(at):
            self._from = at
            return
        super().mousePressEvent(event)
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from < 0:
            super().mouseMoveEvent(event)
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        at = self.logicalIndexAt(event.position().toPoint())
        middle = self.sectionViewportPosition(at) + self.sectionSize(at) / 2 if at >= 0 else 0
        self._to = self.count() if at < 0 else at + 1 if event.position().y() > middle else at
        self._view.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from < 0:
            super().mouseReleaseEvent(event)
            return
        self.unsetCursor()
        dragged, target = self._from, self._to
        self._from, self._to = -1, -1
        self._view.viewport().update()
        if target < 0:
            self._view.selectRow(dragged)
            self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        elif target not in (dragged, dragged + 1):
            self.dropped.emit(dragged, target)

    def _can_move(self, at: int) -> bool:
        return self.movable and at >= 0 and self._model.lines[at].group is None and self._view.row_is_chosen(at)
