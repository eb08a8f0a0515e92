"""The list in which the rows of an annex are seen before they come in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from coopdesk.annex.ui.delta import DeltaDelegate
from coopdesk.annex.ui.preview import PreviewModel
from coopdesk.shell.theme import Theme


class PreviewTable(QTableView):
    """The preview with keys and looks of the program's tables. `pointed` tells the cell of the file (sheet, row, column
    from 1) under the cursor."""

    pointed = Signal(str, int, int)

    def __init__(self, model: PreviewModel, theme: Theme, spoken: str) -> None:
        """`spoken` names the table for a screen reader."""
        super().__init__()
        self.setModel(model)
        self._shown = model
        self._delegate = DeltaDelegate(theme)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(spoken)
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        model.modelReset.connect(self._fit)
        self.selectionModel().currentChanged.connect(self._moved)

    def point(self, sheet: str, row: int, column: int) -> None:
        """Puts the cursor on what a cell of the file becomes, without saying so to others."""
        index = self._shown.index_of(sheet, row, column)
        if index.isValid():
            with QSignalBlocker(self):
                self.setCurrentIndex(index)
            self.scrollTo(index)

    def next_doubt(self) -> bool:
        """Goes to the next cell that waits for a person, from the last back to the first; whether there is one."""
        cells = self._shown.doubtful()
        if not cells:
            return False
        here = self.currentIndex()
        after = [i for i in cells if (i.row(), i.column()) > (here.row(), here.column())] if here.isValid() else cells
        index = (after or cells)[0]
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pointed.emit(*self._shown.place(index))

    def _fit(self) -> None:
        """Columns as wide as their words, none wider than a third of the table."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.resizeColumnsToContents()
        most = max(self.viewport().width() // 4, self.fontMetrics().averageCharWidth() * 24)
        for column in range(self.model().columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column) + self.fontMetrics().height(), most))
