"""A frame in the list that stands by a cell, and stays by it when the list gets another size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coopdesk.shell.theme import current_theme

Place = Callable[[], QRect]


class NearCell(QFrame):
    """Under its cell, above it where there is no room; never outside the list. Esc is for `put_off`."""

    def __init__(self, parent: QWidget, kind: str, wide: int) -> None:
        super().__init__(parent)
        self.setObjectName(kind)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._room, self._wide = parent, wide
        self._cell: Place = QRect
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 12)
        self.column.setSpacing(8)
        parent.installEventFilter(self)

    def open_by(self, cell: Place) -> None:
        """By a cell, given in places of the list."""
        self._cell = cell
        self.show()
        self.settle()
        self.raise_()

    def settle(self) -> None:
        """Takes its place, as large as what it holds."""
        room, cell = self._room.rect(), self._cell()
        wide = min(current_theme().px(self._wide), room.width() - 16)
        self.setFixedWidth(wide)
        high = max(self.column.totalHeightForWidth(wide), self.column.totalMinimumSize().height())
        self.resize(wide, high)
        below = cell.bottom() + 4
        top = below if below + high <= room.height() else max(4, min(cell.top(), room.height()) - high - 4)
        self.move(max(8, min(cell.left(), room.width() - wide - 8)), top)

    def put_off(self) -> None:
        """Not now."""
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._room and event.type() == QEvent.Type.Resize and self.isVisible():
            self.settle()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_off()
            return
        super().keyPressEvent(event)
