"""The little square at the corner of the selection: dragged over rows it fills them with what is selected."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coopdesk.shell.grid.cells import CellsView
from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.theme import current_theme

SIDE, SEEN = 16, 8  # what can be taken hold of, and what is painted


class FillHandle(QWidget):
    """`filled` carries the selected lines and those dragged over, nearest first. The keyboard has Ctrl+D."""

    filled = Signal(list, list)

    def __init__(self, view: CellsView, model: GridModel) -> None:
        super().__init__(view.viewport())
        self._view, self._model = view, model
        self._lines: list[int] = []
        self._over: list[int] = []
        self._dragging = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def over(self) -> list[int]:
        """The lines that would be filled, while it is dragged."""
        return self._over

    def settle(self) -> None:
        """Stands at the corner of a block of cells that can be filled, or steps aside."""
        if self._dragging:
            return
        around, cells = self._view.chosen_block() if self._view.hasFocus() else (QRect(), 0)
        columns = {column for column in self._view.columns() if around.left() <= column <= around.right()}
        rows = range(around.top(), min(around.bottom() + 1, len(self._model.lines)))
        block = 0 < cells <= around.width() * around.height() and around.height() * len(columns) <= cells
        editable = any(self._model.shape.columns[column].editable for column in columns)
        self._lines = [row for row in rows if self._model.lines[row].group is None] if block and editable else []
        if not self._lines or self._view.editing:
            self.hide()
            return
        shown = [column for column in self._view.columns() if column in columns]
        corner = self._view.visualRect(self._model.index(self._lines[-1], shown[-1])) if shown else QRect()
        side = current_theme().px(SIDE)
        port = self._view.viewport().rect()
        at = QPoint(min(corner.right(), port.right()) - side // 2, min(corner.bottom(), port.bottom()) - side // 2)
        self.setGeometry(QRect(at, QSize(side, side)))
        self.setVisible(corner.isValid() and port.contains(corner.bottomRight() - QPoint(2, 2)))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        side = theme.px(SEEN)
        square = QRect(0, 0, side, side)
        square.moveCenter(self.rect().center())
        painter = QPainter(self)
        painter.fillRect(square.adjusted(-1, -1, 1, 1), theme.token("surface"))
        painter.fillRect(square, theme.token("accent"))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragging, self._over = event.button() == Qt.MouseButton.LeftButton, []

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._dragging:
            return
        at = self.mapTo(self._view.viewport(), event.position().toPoint())
        index = self._view.indexAt(QPoint(max(at.x(), 0), at.y()))
        row = index.row() if index.isValid() else self._view.rowAt(at.y())
        if row < 0:
            row = len(self._model.lines) - 1 if at.y() > 0 else 0
        down, up = range(self._lines[-1] + 1, row + 1), range(self._lines[0] - 1, row - 1, -1)
        self._over = [line for line in (down or up) if self._model.lines[line].group is None]
        self._view.scrollTo(self._model.index(row, max(self._view.currentIndex().column(), 0)))
        self._view.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        over, self._over, self._dragging = self._over, [], False
        self._view.viewport().update()
        if over:
            self.filled.emit(self._lines, over)
        self.settle()
