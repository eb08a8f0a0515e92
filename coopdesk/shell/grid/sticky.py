"""The heading of the rows at the top of a list, standing there while they scroll under it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coopdesk.shell.grid import paint
from coopdesk.shell.grid.cells import CellsView
from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.theme import current_theme


class StickyHeading(QWidget):
    """Shown only while the heading itself is scrolled away; a click goes to it. A screen reader hears the heading in
    the list, not here."""

    pressed = Signal(int)

    def __init__(self, view: CellsView, model: GridModel) -> None:
        super().__init__(view)
        self._view, self._model, self._line = view, model, -1
        self.setAccessibleName(" ")
        self.hide()
        view.verticalScrollBar().valueChanged.connect(self.settle)

    def covers(self) -> int:
        """How many pixels of the rows it hides."""
        return self.height() if self.isVisible() else 0

    def settle(self, *_: object) -> None:
        """Stands at the top with the heading of the first row in sight, pushed up by the next heading."""
        top = self._view.rowAt(0)
        line = self._heading_of(top)
        if line < 0 or (line == top and self._view.rowViewportPosition(line) >= 0):
            self.hide()
            return
        high = self._view.verticalHeader().defaultSectionSize()
        following = next((at for at in range(line + 1, min(top + 3, len(self._model.lines)))
                          if self._model.lines[at].group is not None), -1)  # fmt: skip
        below = self._view.rowViewportPosition(following) if following > 0 else high
        port = self._view.viewport().geometry()
        gutter = self._view.verticalHeader().width()
        # Cut off at the top rather than moved above the viewport, where it would cover the column titles.
        self._pushed = min(0, below - high)
        self._line = line
        self.setGeometry(port.x() - gutter, port.y(), port.width() + gutter, high + self._pushed)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._model.lines[self._line] if self._line < len(self._model.lines) else None
        if line is None or line.group is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.token("window"))
        high = self._view.verticalHeader().defaultSectionSize()
        gutter = self._view.verticalHeader().width()
        room = QRectF(gutter, self._pushed, self.width() - gutter, high - 1)
        folded = line.group.id in self._view.folded
        paint.paint_group(painter, room, line.group, folded=folded, theme=theme)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.token("control"))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self._line)

    def _heading_of(self, at: int) -> int:
        """The line of the heading above a line; -1 without one."""
        if not self._view.grouped or not 0 <= at < len(self._model.lines):
            return -1
        return next((line for line in range(at, -1, -1) if self._model.lines[line].group is not None), -1)
