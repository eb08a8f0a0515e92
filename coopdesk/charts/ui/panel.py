"""A figure as the screens show it: conclusion as title, the chart or its table twin, and the source."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coopdesk.charts.model import Table
from coopdesk.charts.ui.view import ChartView, Draw
from coopdesk.words.catalogue import Words

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChartPanel(QWidget):
    """Title, subtitle, chart or table, source, and the two buttons *Table* and *Copy picture*."""

    copied = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.title, self.subtitle, self.source = (self._text() for _ in range(3))
        self.view = ChartView(words, parent=self)
        self.table = self._table()
        self.as_table = QPushButton(words.say("Table"))
        self.as_table.setCheckable(True)
        self.as_table.setToolTip(words.say("Show the figures of the chart as a table"))
        self.as_table.toggled.connect(self._switch)
        self.copy = QPushButton(words.say("Copy picture"))
        self.copy.setToolTip(words.say("Copy the chart as a picture for Word or PowerPoint"))
        self.copy.clicked.connect(self._copy)
        self._arrange()
        self.view.drawn.connect(self._follow)
        self._fonts()

    def show_chart(self, draw: Draw | None, subtitle: str = "", source: str = "") -> None:
        """Another chart, with what is measured below the title and the source below the figure."""
        for label, text in ((self.subtitle, subtitle), (self.source, source)):
            label.setText(text)
            label.setVisible(bool(text))
        self.view.show_chart(draw)

    def _text(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _table(self) -> QTableWidget:
        table = QTableWidget(self)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.hide()
        return table

    def _arrange(self) -> None:
        heads, texts = QHBoxLayout(), QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.subtitle)
        heads.addLayout(texts, 1)
        for button in (self.as_table, self.copy):
            button.setProperty("kind", "flat")
            heads.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(heads)
        layout.addWidget(self.view)
        layout.addWidget(self.table)
        layout.addWidget(self.source)

    def _fonts(self) -> None:
        """The title stands out, subtitle and source stand back."""
        size = self.font().pointSizeF()
        for label, times in ((self.title, 1.1), (self.subtitle, 0.92), (self.source, 0.88)):
            font = QFont(self.font())
            font.setPointSizeF(size * times)
            font.setWeight(QFont.Weight.DemiBold if label is self.title else QFont.Weight.Normal)
            label.setFont(font)
        for label in (self.subtitle, self.source):
            label.setForegroundRole(self.palette().ColorRole.PlaceholderText)

    def _follow(self) -> None:
        """The title and the table belong to the chart that is shown, and are as large as its letters."""
        self._fonts()
        chart = self.view.chart
        self.title.setText("" if chart is None else chart.title)
        for button in (self.as_table, self.copy):
            button.setVisible(chart is not None)
        if chart is not None and self.as_table.isChecked():
            self._fill(chart.table, chart.title)

    def _switch(self, as_table: bool) -> None:  # noqa: FBT001 - the signal of a button says so
        chart = self.view.chart
        self.as_table.setText(self._words.say("Chart") if as_table else self._words.say("Table"))
        if as_table and chart is not None:
            self._fill(chart.table, chart.title)
        self.view.setVisible(not as_table)
        self.table.setVisible(as_table)

    def _fill(self, table: Table, name: str) -> None:
        shown = self.table
        shown.setAccessibleName(name)
        shown.clear()
        shown.setColumnCount(len(table.header))
        shown.setRowCount(len(table.rows))
        shown.setHorizontalHeaderLabels(list(table.header))
        for r, row in enumerate(table.rows):
            for c, text in enumerate(row):
                item = QTableWidgetItem(text)
                if c:
                    item.setTextAlignment(_RIGHT)
                shown.setItem(r, c, item)
        header = shown.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        shown.resizeRowsToContents()
        rows = sum(shown.rowHeight(r) for r in range(min(14, shown.rowCount())))
        shown.setFixedHeight(header.sizeHint().height() + rows + 4)

    def _copy(self) -> None:
        if self.as_table.isChecked() and self.view.chart is not None:
            table = self.view.chart.table
            QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in (table.header, *table.rows)))
        else:
            self.view.copy_picture(self.subtitle.text(), self.source.text())
        self.copied.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "copy"):
            self._fonts()
