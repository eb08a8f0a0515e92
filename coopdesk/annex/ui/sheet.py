"""A sheet as it stands in the file: cells where they were, what is hidden marked, and one cell pointed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTabBar, QTableView, QVBoxLayout, QWidget

from coopdesk.annex.model import Line, Verdict
from coopdesk.annex.reasons import reason_text
from coopdesk.annex.sheet.model import Book, Cell, CellKind, Sheet, letters, spot
from coopdesk.annex.ui.celltext import cell_text
from coopdesk.shell.context import Context
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

Index = QModelIndex | QPersistentModelIndex
_SPANS = 500  # merged ranges drawn as such; more would make opening a sheet slow
_SAMPLE = 60
_NARROW, _WIDE = 6, 34  # characters


class SheetModel(QAbstractTableModel):
    """The cells of one sheet; nothing is made per row, so that 100,000 of them cost nothing."""

    def __init__(self, context: Context, parent: QObject) -> None:
        """No sheet yet."""
        super().__init__(parent)
        self._context = context
        self._sheet = Sheet("", ())
        self._lines: Mapping[int, Line] = {}

    @property
    def sheet(self) -> Sheet:
        """The sheet on show."""
        return self._sheet

    def show_sheet(self, sheet: Sheet, lines: Mapping[int, Line]) -> None:
        """Shows a sheet, with what becomes of its rows."""
        self.beginResetModel()
        self._sheet, self._lines = sheet, lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._sheet.width

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        hidden = section + 1 in (self._sheet.hidden_columns if across else self._sheet.hidden_rows)
        if role == Qt.ItemDataRole.DisplayRole:
            return letters(section + 1) if across else str(section + 1)
        if role == Qt.ItemDataRole.DecorationRole and hidden:
            return self._context.theme.icon("eye_off_20_regular", "text2")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole) and hidden:
            return self._context.words.say("Hidden in the file")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row() + 1, index.column() + 1
        cell = self._sheet.cell(row, column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_text(self._context.words, cell)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{spot(row, column)}: {cell_text(self._context.words, cell)}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column, cell)
        return self._look(row, column, cell, role)

    def _look(self, row: int, column: int, cell: Cell, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.TextAlignmentRole if cell.kind in (CellKind.NUMBER, CellKind.DATE):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if self._hidden(row, column):
                font = QFont(self._context.theme.font("body"))
                font.setItalic(True)
                return font
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(row, column, cell)
            case Qt.ItemDataRole.BackgroundRole if self._doubted(row, column):
                return self._context.theme.token("warnBg")
            case Qt.ItemDataRole.DecorationRole if self._doubted(row, column):
                return self._context.theme.icon("warning_16_filled", "warnFg")
        return None

    def _hidden(self, row: int, column: int) -> bool:
        return row in self._sheet.hidden_rows or column in self._sheet.hidden_columns

    def _doubted(self, row: int, column: int) -> bool:
        line = self._lines.get(row)
        flagged = line is not None and line.verdict is Verdict.FLAGGED
        return flagged and any(d.origin.column == column for d in line.doubts)  # type: ignore[union-attr]

    def _ink(self, row: int, column: int, cell: Cell) -> Any:
        line, theme = self._lines.get(row), self._context.theme
        if cell.kind in (CellKind.ERROR, CellKind.UNCOMPUTED):
            return theme.token("errFg")
        if self._hidden(row, column) or (line is not None and line.verdict is Verdict.SKIPPED):
            return theme.token("text2")
        return theme.token("text")

    def _tip(self, row: int, column: int, cell: Cell) -> str:
        words, line = self._context.words, self._lines.get(row)
        told = [f"{self._sheet.name}!{spot(row, column)}: {cell.text}" if cell.filled else ""]
        if line is not None and line.verdict is Verdict.SKIPPED:
            told.append(words.say("This row is left out: {reason}", reason=reason_text(words, line.reason)))
        if self._hidden(row, column):
            told.append(words.say("Hidden in the file"))
        return "\n".join(filter(None, told))


class SheetTable(QTableView):
    """The cells, with the keys of a list: F6 and Tab leave it."""

    def __init__(self, model: SheetModel, spoken: str) -> None:
        """`spoken` names the table for a screen reader."""
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(spoken)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        side = self.verticalHeader()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for head in (side, self.horizontalHeader()):
            head.setHighlightSections(True)

    def fit(self, sheet: Sheet, words: Words) -> None:
        """Columns as wide as the words in the first rows, within bounds; merged ranges as one cell."""
        # The style gives headings room above and below, in which a row number must fit at any zoom.
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + current_theme().px(13))
        self.clearSpans()
        for merge in sheet.merges[:_SPANS]:
            high, wide = merge.bottom - merge.top + 1, merge.right - merge.left + 1
            if high * wide > 1:
                self.setSpan(merge.top - 1, merge.left - 1, high, wide)
        unit = self.fontMetrics().averageCharWidth()
        widest = [_NARROW] * sheet.width
        for row in sheet.rows[:_SAMPLE]:
            for at, cell in enumerate(row):
                if cell.filled and not cell.merged:
                    widest[at] = max(widest[at], len(cell_text(words, cell)) + 3)
        for at, characters in enumerate(widest):
            self.setColumnWidth(at, min(characters, _WIDE) * unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Home and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setCurrentIndex(self.model().index(0, 0))
            return
        super().keyPressEvent(event)


class SheetView(QWidget):
    """The sheets of a file under tabs. `pointed` tells the sheet, row and column under the cursor (both from 1)."""

    pointed = Signal(str, int, int)

    def __init__(self, context: Context) -> None:
        """No file yet."""
        super().__init__()
        self._context = context
        words = context.words
        self._book: Book | None = None
        self._lines: dict[str, dict[int, Line]] = {}
        self.model = SheetModel(context, self)
        self.table = SheetTable(self.model, words.say("The sheet as it stands in the file"))
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(words.say("Sheets of the file"))
        self.tabs.setDocumentMode(True)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.currentChanged.connect(self._show_tab)
        self.table.selectionModel().currentChanged.connect(self._moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addWidget(self.tabs)

    def show_book(self, book: Book, lines: Sequence[Line] = ()) -> None:
        """Shows a file; the sheet and the cell on show stay where they are when it is the same file."""
        same = self._book is not None and self._book.sha256 == book.sha256
        at, here = self.tabs.currentIndex(), self.table.currentIndex()
        place = (here.row(), here.column()) if same else (-1, -1)
        self._book = book
        self._lines = {}
        for line in lines:
            self._lines.setdefault(line.sheet, {})[line.row] = line
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            for sheet in book.sheets:
                text = self._context.words.say("{sheet} (hidden)", sheet=sheet.name) if sheet.hidden else sheet.name
                self.tabs.addTab(text.replace("&", "&&"))
        self.tabs.setVisible(len(book.sheets) > 1)
        if book.sheets:
            self.tabs.setCurrentIndex(at if same and at >= 0 else self._first(book))
            self._show_tab(self.tabs.currentIndex())
        if place[0] >= 0:
            with QSignalBlocker(self.table.selectionModel()):
                self.table.setCurrentIndex(self.model.index(*place))

    def point(self, sheet: str, row: int, column: int) -> None:
        """Brings a cell into view and puts the cursor on it, without saying so to others."""
        if self._book is None:
            return
        at = next((i for i, one in enumerate(self._book.sheets) if one.name == sheet), -1)
        if at < 0:
            return
        self.tabs.setCurrentIndex(at)
        index = self.model.index(row - 1, column - 1)
        with QSignalBlocker(self):
            self.table.setCurrentIndex(index)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _first(self, book: Book) -> int:
        """The first sheet of which rows are used, else the first that is not hidden."""
        used = {name for name, lines in self._lines.items()
                if any(line.verdict is not Verdict.SKIPPED for line in lines.values())}  # fmt: skip
        named = [i for i, sheet in enumerate(book.sheets) if sheet.name in used]
        open_ = [i for i, sheet in enumerate(book.sheets) if not sheet.hidden]
        return (named or open_ or [0])[0]

    def _show_tab(self, at: int) -> None:
        if self._book is None or not 0 <= at < len(self._book.sheets):
            return
        sheet = self._book.sheets[at]
        self.model.show_sheet(sheet, self._lines.get(sheet.name, {}))
        self.table.fit(sheet, self._context.words)

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pointed.emit(self.model.sheet.name, index.row() + 1, index.column() + 1)
