"""The columns of the file beside what they become, each with examples and a choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from coopdesk.annex.model import AnnexKind, ColumnChoice, Meaning
from coopdesk.annex.reading import ColumnReading, Reading, TableReading
from coopdesk.annex.ui.wording import MEANINGS, OFFERED
from coopdesk.figures.catalogue import INDICATORS
from coopdesk.figures.wording import part_text
from coopdesk.shell.widgets import Label, Pill
from coopdesk.words.catalogue import Words

Changed = Callable[[TableReading, int, ColumnChoice], None]
_SURE = 0.8


class Examples(Label):
    """Some cells of a column, shortened to the room there is; the tip has them whole."""

    def __init__(self, examples: Sequence[str]) -> None:
        super().__init__("", "body", "text2")
        self._whole = " · ".join(examples)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setToolTip("\n".join(examples))
        self.setAccessibleName(self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class MappingTable(QScrollArea):
    """A row per column of each kind of table in the file; `changed` is told what the user makes of one."""

    def __init__(self, words: Words, changed: Changed) -> None:
        """Empty until a reading is shown."""
        super().__init__()
        self._words = words
        self._changed = changed
        self.boxes: list[QComboBox] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_reading(self, reading: Reading) -> None:
        """Makes the rows anew, and keeps the place."""
        place = self.verticalScrollBar().value()
        focused = next((at for at, box in enumerate(self.boxes) if box.hasFocus()), -1)
        self.boxes = []
        room = QWidget()
        room.setObjectName("plain")
        grid = QGridLayout(room)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        grid.setColumnStretch(2, 4)
        grid.setColumnStretch(3, 3)
        say = self._words.say
        heads = (say("Column in your file"), say("Examples"), say("Becomes in Coopdesk"), say("Result"))
        for at, text in enumerate(heads):
            grid.addWidget(Label(text, "small", "text2"), 0, at)
        shapes = {table.fingerprint: table for table in reversed(reading.tables)}
        for table in reversed(shapes.values()):
            if len(shapes) > 1:
                title = say("Sheet ‘{sheet}’, from row {row}", sheet=table.sheet, row=table.first)
                grid.addWidget(Label(title, "small strong"), grid.rowCount(), 0, 1, 4)
            for column in table.columns if reading.kind else ():
                self._row(grid, grid.rowCount(), table, column, reading.kind)  # type: ignore[arg-type]
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(room)
        # The card behind shows through: a scroll area paints the window's colour otherwise.
        room.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setValue(place)
        if 0 <= focused < len(self.boxes):
            self.boxes[focused].setFocus()

    def ask_name(self) -> None:
        """Goes to the choice of the first column of figures of which nobody has said what they are."""
        nameless = ColumnChoice(Meaning.VALUE)
        box = next((box for box in self.boxes if box.currentData() == nameless), None)
        if box is not None:
            self.ensureWidgetVisible(box)
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, grid: QGridLayout, at: int, table: TableReading, column: ColumnReading, kind: AnnexKind) -> None:
        heading = column.heading or self._words.say("Column without a title")
        name = Label(heading, wrap=True)
        examples = Examples(column.examples)
        grid.addWidget(name, at, 0)
        grid.addWidget(examples, at, 1)
        grid.addWidget(self._choice(table, column, kind, heading), at, 2)
        grid.addWidget(self._result(column), at, 3)

    def _choice(self, table: TableReading, column: ColumnReading, kind: AnnexKind, heading: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self._words.say("{column} becomes", column=heading))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(14)
        for meaning in OFFERED[kind]:
            box.addItem(self._words.say(MEANINGS[meaning]), ColumnChoice(meaning))
        if kind is AnnexKind.FIGURES:
            box.insertSeparator(box.count())
            for indicator in INDICATORS:
                box.addItem(self._words.say(indicator.title), ColumnChoice(Meaning.VALUE, indicator.code))
        wanted = ColumnChoice(column.meaning, column.indicator)
        at = next((i for i in range(box.count()) if box.itemData(i) == wanted), -1)
        if at < 0:
            at = next((i for i in range(box.count()) if box.itemData(i) == ColumnChoice(column.meaning)), 0)
        box.setCurrentIndex(at)
        box.activated.connect(lambda i: self._changed(table, column.column, box.itemData(i)))
        # The wheel scrolls the list of columns and never changes what a column becomes.
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        self.boxes.append(box)
        return box

    def _result(self, column: ColumnReading) -> Pill:
        say, count = self._words.say, self._words.count
        if column.doubts:
            return Pill(count("{n} unclear value", "{n} unclear values", column.doubts), "warning_16_filled", "warn")
        if column.meaning in (Meaning.IGNORE, Meaning.PERSONAL):
            return Pill(say("Left out"), "subtract_circle_16_regular", "neutral")
        if column.meaning is Meaning.VALUE and not column.indicator:
            return Pill(say("Choose which figure"), "warning_16_filled", "warn")
        if column.sure < _SURE and column.meaning is not Meaning.VALUE:
            return Pill(say("Proposal: check it"), "warning_16_filled", "warn")
        told = [say("Recognised")]
        if column.meaning is Meaning.VALUE and column.period:
            told.append(self._words.formats.period(column.period))
        if column.breakdown:
            told.append(part_text(self._words, column.breakdown))
        return Pill(" · ".join(told), "checkmark_circle_16_regular", "ok")
