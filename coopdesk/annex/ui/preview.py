"""The rows as they will look, with the doubtful cells marked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from coopdesk.annex.model import (
    ActionEntry,
    ColumnReading,
    FigureEntry,
    Limit,
    LimitState,
    Line,
    Meaning,
    MemberEntry,
    Reading,
    TableReading,
    Verdict,
)
from coopdesk.annex.ui.wording import MEANINGS, STATES
from coopdesk.shell.context import Context
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words

Index = QModelIndex | QPersistentModelIndex
_HIDDEN = (Meaning.IGNORE, Meaning.PERSONAL)
_RIGHT = (Meaning.VALUE, Meaning.BUDGET)
_MOST_COLUMNS = 14


class PreviewModel(QAbstractTableModel):
    """One row per line that is imported or waits for the user; the first column is its row in the file."""

    def __init__(self, context: Context, gazetteer: Gazetteer, parent: QObject) -> None:
        """An empty model."""
        super().__init__(parent)
        self._context = context
        self._gazetteer = gazetteer
        self._lines: list[Line] = []
        self._columns: list[ColumnReading] = []
        self._reading: Reading | None = None
        self._tables: dict[tuple[str, int], TableReading] = {}

    def show_reading(self, reading: Reading) -> None:
        """Replaces everything."""
        self.beginResetModel()
        self._reading = reading
        # What needs a look stands first; within that, the order of the file.
        self._lines = [*reading.of(Verdict.FLAGGED), *reading.of(Verdict.IMPORT)]
        self._tables = {(table.sheet, table.block): table for table in reading.tables}
        first = reading.tables[0].columns if reading.tables else ()
        self._columns = [c for c in first if c.meaning not in _HIDDEN][:_MOST_COLUMNS]
        self.endResetModel()

    def line(self, row: int) -> Line:
        """The line of a row."""
        return self._lines[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        say = self._context.words.say
        if section == 0:
            return say("Row")
        column = self._columns[section - 1]
        return column.heading if column.meaning is Meaning.VALUE else say(MEANINGS[column.meaning])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: PLR0911 (one answer per role)
        line = self._lines[index.row()]
        if index.column() == 0:
            return self._row_number(line, role)
        column = self._here(line, self._columns[index.column() - 1])
        doubtful = any(d.origin.column == column.column for d in line.doubts) and line.verdict is Verdict.FLAGGED
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(line, column, doubtful=doubtful)
            case Qt.ItemDataRole.TextAlignmentRole if column.meaning in _RIGHT:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(line, column)
            case Qt.ItemDataRole.BackgroundRole if doubtful:
                return self._context.theme.token("warnBg")
            case Qt.ItemDataRole.ForegroundRole if doubtful:
                return self._context.theme.token("warnFg")
            case Qt.ItemDataRole.DecorationRole if doubtful:
                return self._context.theme.icon("warning_16_filled", "warnFg")
        return None

    def _row_number(self, line: Line, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(line.row)
        return self._context.theme.token("text2") if role == Qt.ItemDataRole.ForegroundRole else None

    def _here(self, line: Line, column: ColumnReading) -> ColumnReading:
        """The column with that meaning in the table of a line, which may be another than the first."""
        table = self._tables.get((line.sheet, line.block))
        if table is None or any(c is column for c in table.columns):
            return column
        same = [c for c in table.columns if c.meaning is column.meaning]
        return next((c for c in same if c.heading == column.heading), same[0] if same else column)

    def _tip(self, line: Line, column: ColumnReading) -> str:
        raw = self._raw(line, column)
        return f"{line.sheet}!{line.row} · {column.heading}: {raw}" if raw else ""

    def _raw(self, line: Line, column: ColumnReading) -> str:
        assert self._reading is not None
        sheet = next(s for s in self._reading.book.sheets if s.name == line.sheet)
        return sheet.cell(line.row, column.column).text.strip()

    def _text(self, line: Line, column: ColumnReading, *, doubtful: bool) -> str:
        raw = self._raw(line, column)
        if doubtful or not line.entries:
            return raw
        entry = line.entries[0]
        match entry:
            case MemberEntry():
                names = [e.name for e in line.entries if isinstance(e, MemberEntry)]
                return member_text(self._context.words, entry, names, column.meaning) or raw
            case ActionEntry():
                return self._action_text(entry, column.meaning) or raw
            case FigureEntry():
                return self._figure_text(line, column) or raw

    def _action_text(self, entry: ActionEntry, meaning: Meaning) -> str:  # noqa: PLR0911 (one answer per meaning)
        formats = self._context.words.formats
        match meaning:
            case Meaning.PLACE if entry.nis:
                return formats.listing(self._gazetteer.names(entry.nis))
            case Meaning.BEGIN:
                return limit_text(self._context.words, entry.begin)
            case Meaning.END:
                return limit_text(self._context.words, entry.end)
            case Meaning.BUDGET if entry.budget is not None:
                return formats.money(entry.budget)
            case Meaning.STATUS | Meaning.PROGRESS if entry.progress is not None:
                return formats.rate(entry.progress * 100, 0)
            case Meaning.OBJECTIVE:
                return entry.objective
        return ""

    def _figure_text(self, line: Line, column: ColumnReading) -> str:
        if column.meaning is Meaning.PLACE:
            first = line.entries[0]
            return self._gazetteer.name(first.nis) if isinstance(first, FigureEntry) else ""
        found = next((e for e in line.entries if isinstance(e, FigureEntry) and e.origin.column == column.column), None)
        if found is None or column.meaning is not Meaning.VALUE:
            return ""
        if found.value is None:
            return self._context.words.say(STATES[found.state.value])
        text = self._context.words.formats.exact(round(found.value, 4))
        return f"{text}%" if found.unit == "%" else text


def member_text(words: Words, entry: MemberEntry, names: list[str], meaning: Meaning) -> str:
    """What a column of an agreement becomes."""
    match meaning:
        case Meaning.PLACE:
            return words.formats.listing(names)
        case Meaning.BEGIN:
            return limit_text(words, entry.begin)
        case Meaning.END:
            return limit_text(words, entry.end)
        case Meaning.TERM:
            return f"{limit_text(words, entry.begin) or '?'} – {limit_text(words, entry.end) or '?'}"
    return ""


def limit_text(words: Words, limit: Limit) -> str:
    """A begin or an end in words; empty when it is unknown."""
    if limit.state is LimitState.OPEN:
        return words.say("open-ended")
    return words.formats.partial(limit.date) if limit.date is not None else ""


class PreviewTable(QTableView):
    """The preview with keys and looks of the program's tables."""

    def __init__(self, model: PreviewModel, spoken: str) -> None:
        """`spoken` names the table for a screen reader."""
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(spoken)
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        model.modelReset.connect(self._fit)

    def _fit(self) -> None:
        """Columns as wide as their words, none wider than a third of the table."""
        self.resizeColumnsToContents()
        most = max(self.viewport().width() // 4, self.fontMetrics().averageCharWidth() * 24)
        for column in range(self.model().columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column) + self.fontMetrics().height(), most))
