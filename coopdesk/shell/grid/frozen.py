"""The first column of a list, standing at the left while the rest scrolls sideways under it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from coopdesk.shell.grid.cells import CellsView
from coopdesk.shell.grid.delegate import GridDelegate
from coopdesk.shell.grid.model import GridModel


class FrozenColumn(QTableView):
    """A second view on the same model and selection, shown only when the list is scrolled sideways."""

    def __init__(self, view: CellsView, model: GridModel) -> None:
        super().__init__(view)
        self._view = view
        self.setModel(model)
        # Its own delegate: editors of a shared one would be reported to both views, and belong to one.
        self.setItemDelegate(GridDelegate(view, model))
        self.setSelectionModel(view.selectionModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(view.horizontalHeader().defaultAlignment())
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(view.horizontalHeader().sectionClicked)
        self.hide()
        view.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        view.horizontalScrollBar().valueChanged.connect(self.settle)
        view.horizontalHeader().sectionResized.connect(self.settle)

    def measure(self) -> None:
        """Takes over heights and fonts of the list."""
        height = self._view.verticalHeader().defaultSectionSize()
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFont(self._view.font())
        self.horizontalHeader().setFont(self._view.horizontalHeader().font())
        self.settle()

    def reach(self) -> int:
        """How far it covers the list, in pixels."""
        return self._view.columnWidth(self._view.first_column) if self.isVisible() else 0

    def settle(self, *_: object) -> None:
        """Stands over the first column, or steps aside when the list is not scrolled."""
        view, header = self._view, self._view.horizontalHeader()
        self.setAccessibleName(view.accessibleName())  # it takes no focus, so a screen reader hears the list once
        first = view.first_column
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column != first)
        width = view.columnWidth(first)
        self.setColumnWidth(first, width)
        self.horizontalHeader().setFixedHeight(header.height())
        frame = view.frameWidth()
        left = frame + view.verticalHeader().width()
        self.setGeometry(left, frame, width, header.height() + view.viewport().height())
        self.setVisible(view.horizontalScrollBar().value() > 0)
        self.verticalScrollBar().setValue(view.verticalScrollBar().value())
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and index.isValid():
            self._view.go(index.row(), index.column(), extend=True)  # as in the list under it
        else:
            super().mousePressEvent(event)
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._view.edit(QModelIndex(index))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._view.wheelEvent(event)
