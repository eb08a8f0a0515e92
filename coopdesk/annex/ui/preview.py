"""The rows as they will look, with the doubtful cells marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coopdesk.annex.merge.sides import Difference
from coopdesk.annex.merge.tally import Comparison
from coopdesk.annex.model import ActionEntry, FigureEntry, Limit, LimitState, Line, Meaning, MemberEntry, Verdict
from coopdesk.annex.reading import ColumnReading, Reading, TableReading
from coopdesk.annex.sheet.model import Sheet
from coopdesk.annex.ui.celltext import cell_text
from coopdesk.annex.ui.delta import DELTA, delta_of
from coopdesk.annex.ui.wording import MEANINGS, STATES
from coopdesk.shell.context import Context
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words

Tell = Callable[[Line, ColumnReading], str]
Index = QModelIndex | QPersistentModelIndex
_HIDDEN = (Meaning.IGNORE, Meaning.PERSONAL)
_RIGHT = (Meaning.VALUE, Meaning.BUDGET)
_MOST_COLUMNS = 14
# Columns that say more than one thing of an object.
_TOGETHER = {
    Meaning.TERM: (Meaning.END.value, Meaning.BEGIN.value), Meaning.STATUS: (Meaning.PROGRESS.value,),
    Meaning.BEGIN: (Meaning.END.value,),
}  # fmt: skip


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
        self._sheets: dict[str, Sheet] = {}
        self._differences: dict[tuple[str, int, int, str], Difference] = {}
        self._fresh: frozenset[tuple[str, int]] = frozenset()
        self._at: dict[tuple[str, int], list[int]] = {}

    def show_reading(self, reading: Reading, found: Comparison = Comparison()) -> None:  # noqa: B008 (it is frozen)
        """Replaces everything."""
        self.beginResetModel()
        self._reading = reading
        self._sheets = {sheet.name: sheet for sheet in reading.book.sheets}
        self._differences = {(d.origin.sheet, d.origin.row, d.origin.column, d.field): d for d in found.differences}
        self._fresh = found.fresh
        # What needs a look stands first, then what changes; within that, the order of the file.
        changing = {key[:2] for key in self._differences}
        came = sorted(reading.of(Verdict.IMPORT), key=lambda line: (line.sheet, line.row) not in changing)
        self._lines = [*reading.of(Verdict.FLAGGED), *came]
        self._at = {}
        for at, line in enumerate(self._lines):
            self._at.setdefault((line.sheet, line.row), []).append(at)
        self._tables = {(table.sheet, table.block): table for table in reading.tables}
        first = reading.tables[0].columns if reading.tables else ()
        self._columns = [c for c in first if c.meaning not in _HIDDEN][:_MOST_COLUMNS]
        self.endResetModel()

    def line(self, row: int) -> Line:
        """The line of a row."""
        return self._lines[row]

    def place(self, index: Index) -> tuple[str, int, int]:
        """The sheet, row and column (from 1) of the cell a preview cell was read from."""
        line = self._lines[index.row()]
        if index.column() == 0:
            return line.sheet, line.row, 1
        return line.sheet, line.row, self._here(line, self._columns[index.column() - 1]).column

    def index_of(self, sheet: str, row: int, column: int) -> QModelIndex:
        """The preview cell of a cell of the file; of its row where the column is not imported."""
        for at in self._at.get((sheet, row), ()):
            line = self._lines[at]
            for across, one in enumerate(self._columns, start=1):
                if self._here(line, one).column == column:
                    return self.index(at, across)
            return self.index(at, 0)
        return QModelIndex()

    def doubtful(self) -> list[QModelIndex]:
        """The cells that wait for a person, in order."""
        found = []
        for at, line in enumerate(self._lines):
            if line.verdict is Verdict.FLAGGED:
                doubted = {d.origin.column for d in line.doubts}
                across = [i for i, one in enumerate(self._columns, start=1) if self._here(line, one).column in doubted]
                found.append(self.index(at, across[0] if across else 0))
        return found

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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if index.column() == 0:
            return self._row_number(line, role)
        column = self._here(line, self._columns[index.column() - 1])
        if line.verdict is Verdict.FLAGGED and any(d.origin.column == column.column for d in line.doubts):
            return self._doubtful(line, column, role)
        found = self._difference(line, column)
        if found is not None and role in (DELTA, Qt.ItemDataRole.AccessibleTextRole):
            delta = delta_of(self._context.words, self._gazetteer, found)
            return delta if role == DELTA else delta.spoken(self._context.words)
        return self._plain(line, column, role, self._text)

    def _plain(self, line: Line, column: ColumnReading, role: int, text: Tell) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return text(line, column)
            case Qt.ItemDataRole.TextAlignmentRole if column.meaning in _RIGHT:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(line, column)
        return None

    def _doubtful(self, line: Line, column: ColumnReading, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.BackgroundRole:
                return self._context.theme.token("warnBg")
            case Qt.ItemDataRole.ForegroundRole:
                return self._context.theme.token("warnFg")
            case Qt.ItemDataRole.DecorationRole:
                return self._context.theme.icon("warning_16_filled", "warnFg")
        return self._plain(line, column, role, self._raw)

    def _difference(self, line: Line, column: ColumnReading) -> Difference | None:
        place = (line.sheet, line.row, column.column)
        for field in (column.meaning.value, column.indicator, *_TOGETHER.get(column.meaning, ())):
            if found := self._differences.get((*place, field)):
                return found
        return None

    def _row_number(self, line: Line, role: int) -> Any:
        fresh = (line.sheet, line.row) in self._fresh
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"+ {line.row}" if fresh else str(line.row)
            case Qt.ItemDataRole.ForegroundRole:
                return self._context.theme.token("okFg" if fresh else "text2")
            case Qt.ItemDataRole.BackgroundRole if fresh:
                return self._context.theme.token("okBg")
            case Qt.ItemDataRole.ToolTipRole if fresh:
                return self._context.words.say("New: not there yet")
        return None

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
        return cell_text(self._context.words, self._sheets[line.sheet].cell(line.row, column.column))

    def _text(self, line: Line, column: ColumnReading) -> str:
        raw = self._raw(line, column)
        if not line.entries:
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
            case Meaning.CODE:
                return entry.code  # a code that is a number in the file has the point it is written with, no comma
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
