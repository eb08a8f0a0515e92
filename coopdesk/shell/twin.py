"""The table behind a chart: the same figures as rows, for reading aloud, for copying, for who rather reads a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)  # fmt: skip

from coopdesk.shell.theme import current_theme

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Cells as far from their edges as the headings are, with a line under each row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size, theme = super().sizeHint(option, index), current_theme()
        return QSize(size.width() + theme.px(16), size.height() + theme.px(9))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = current_theme(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.token("selected"))
        painter.setPen(theme.token("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = QStyleOptionViewItem(option)
        inner.rect = rect.adjusted(theme.px(5), 0, -theme.px(5), 0)
        super().paint(painter, inner, index)


class TableTwin(QTableView):
    """Finished texts in rows and columns; `right` holds the numbers of the columns with figures. Ctrl+C copies it all,
    or the chosen cells, for a spreadsheet."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setItemDelegate(RowDelegate(self))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)

    def show_table(self, headers: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> None:
        """Shows other figures."""
        self._model.clear()
        self._model.setHorizontalHeaderLabels(list(headers))
        for row in rows:
            items = [QStandardItem(text) for text in row]
            for at in right:
                items[at].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._model.appendRow(items)
        for at in right:
            head = self._model.horizontalHeaderItem(at)
            head.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if headers:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def as_text(self) -> str:
        """The whole table, tabs between cells."""
        columns = range(self._model.columnCount())
        heads = [self._model.horizontalHeaderItem(at).text() for at in columns]
        rows = [[self._model.item(row, at).text() for at in columns] for row in range(self._model.rowCount())]
        return "\n".join("\t".join(cells) for cells in (heads, *rows))

    def copy(self) -> None:
        """Puts the table, or the chosen cells, on the clipboard."""
        chosen = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        if len(chosen) <= 1:
            QGuiApplication.clipboard().setText(self.as_text())
            return
        lines: dict[int, list[str]] = {}
        for row, column in chosen:
            lines.setdefault(row, []).append(self._model.item(row, column).text())
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines.values()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)
