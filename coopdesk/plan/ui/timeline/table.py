"""The bare time line: rows of the plan against a calendar, what is chosen in them, and sliding through time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScrollBar, QTableView

from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.neighbours import Gathering
from coopdesk.plan.ui.timeline import bar
from coopdesk.plan.ui.timeline.bar import Bar
from coopdesk.plan.ui.timeline.header import CalendarHeader
from coopdesk.plan.ui.timeline.lane import spoken
from coopdesk.plan.ui.timeline.paint import Stand, TimeDelegate, box_of
from coopdesk.plan.ui.timeline.rows import NAME, TIME, TimeRows
from coopdesk.plan.ui.timeline.scale import Zoom, rows, scale_of
from coopdesk.shell.grid.arrange import Line
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

NAMES, LEAST = 380, 190  # pixels for the names: at most, and at least


class TimeTable(QTableView):
    """Shows lines over a span of whole years; `time` is the bar that slides through them, to be put under it.
    `current_changed` carries the id of a line; both signals come from the user only."""

    current_changed = Signal(str)
    chosen_changed = Signal()

    def __init__(self, words: Words, today: Callable[[], date]) -> None:
        super().__init__()
        self._words, self._today = words, today
        self.rows = TimeRows(words, self)
        self.zoom = Zoom.QUARTER
        self.folded: frozenset[str] = frozenset()
        self._span = (date(today().year, 1, 1), date(today().year, 12, 31))
        self._silent = False
        self._painted: Stand | None = None
        self.setModel(self.rows)
        self.time = QScrollBar(Qt.Orientation.Horizontal)
        self.time.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.time.valueChanged.connect(self._slid)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.arrange)
        self.calendar = CalendarHeader(words, self.stand, self)
        self.setHorizontalHeader(self.calendar)
        self.setItemDelegate(TimeDelegate(words, self.stand, self))
        self._settle()
        self.selectionModel().currentChanged.connect(lambda *_: self._told())
        self.selectionModel().selectionChanged.connect(lambda *_: self._chose())
        current_theme().changed.connect(self.measure)
        self.measure()

    def dragged(self) -> tuple[int, Bar] | None:
        """The row and the bar that is in the hand now."""
        return None

    def _settle(self) -> None:
        self.setAccessibleName(self._words.say("Actions in time"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # What is shown -------------------------------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[Line], folded: frozenset[str], span: tuple[date, date]) -> None:
        """Other lines, over other years; what is chosen stays chosen as far as it is there."""
        chosen, here, first = self.chosen_ids(), self._here(), not self.rows.rowCount()
        old, self.folded, self._span = self._span, folded, span
        self._silent = True
        self.rows.show_lines(lines)
        self.choose(chosen, here)
        self._silent = False
        self.arrange()
        if first or old != span:
            self.show_day(self._today())

    def show_gatherings(self, gatherings: Sequence[Gathering]) -> None:
        """The meetings above the bars."""
        if tuple(gatherings) != self.calendar.gatherings:
            self.calendar.gatherings = tuple(gatherings)
            self.setAccessibleDescription(spoken(self._words, gatherings))
            self.measure()

    def stand(self) -> Stand:
        """How it stands now, for who paints."""
        if self._painted is not None:
            return self._painted
        theme, here = current_theme(), self.currentIndex()
        first, last = self._span
        scale = scale_of(first, last, self.zoom, theme.zoom, self._room())
        return Stand(scale, float(self.time.value()), self._today(), rows(self.zoom), self.folded, here.row(),
                     self.hasFocus(), self._is_chosen, self.dragged())  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        """Reckons how it stands once for all cells."""
        self._painted = self.stand()
        super().paintEvent(event)
        self._painted = None

    def _is_chosen(self, row: int) -> bool:
        return self.selectionModel().isRowSelected(row, QModelIndex())

    def measure(self) -> None:
        """Heights from the fonts as they are now."""
        theme = current_theme()
        lines = QFontMetrics(theme.font("body")).height() + QFontMetrics(theme.font("small")).height()
        self.verticalHeader().setMinimumSectionSize(lines + theme.px(8))
        self.verticalHeader().setDefaultSectionSize(lines + theme.px(8))
        self.horizontalHeader().setFixedHeight(self.horizontalHeader().sizeHint().height())
        self._later.start()

    def arrange(self) -> None:
        """Names at the left, time over the rest."""
        theme, room = current_theme(), self.viewport().width()
        names = max(theme.px(LEAST), min(theme.px(NAMES), round(room * 0.4)))
        self.setColumnWidth(NAME, names)
        self.setColumnWidth(TIME, max(room - names, 1))
        over = max(0, round(scale_of(*self._span, self.zoom, theme.zoom, self._room()).width - self._room()))
        self.time.setRange(0, over)
        self.time.setPageStep(round(self._room()))
        self.time.setSingleStep(theme.px(40))
        self.time.setVisible(bool(over))
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def show_day(self, day: date) -> None:
        """Slides to a day, with a quarter of the room before it."""
        stand = self.stand()
        self.time.setValue(round(stand.scale.x(day) - self._room() / 4))

    def show_zoom(self, zoom: Zoom) -> None:
        """Another zoom around the day in the middle."""
        middle = self.stand().scale.when(self.time.value() + self._room() / 2)
        self.zoom = zoom
        self.arrange()
        self.time.setValue(round(self.stand().scale.x(middle) - self._room() / 2))

    def _room(self) -> float:
        return float(max(self.viewport().width() - self.columnWidth(NAME), 1))

    def _slid(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    # What is chosen ------------------------------------------------------------------------------------------------

    def current(self) -> ActionRow | None:
        return self.rows.row_of(self.currentIndex())

    def chosen_ids(self) -> list[str]:
        """The chosen lines from top to bottom."""
        return [self.rows.lines[row].id for row in sorted(i.row() for i in self.selectionModel().selectedRows())]

    def choose(self, ids: Sequence[str], current: str) -> None:
        """Makes lines the chosen ones and one of them the current one, without telling anyone."""
        self._silent, before = True, self._silent
        model, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        model.clearSelection()
        if (at := self.rows.place(current)) >= 0:
            model.setCurrentIndex(self.rows.index(at, NAME), flag.SelectCurrent | flag.Rows)
            self.scrollTo(self.rows.index(at, NAME))
        for one in ids:
            if (at := self.rows.place(one)) >= 0:
                model.select(self.rows.index(at, NAME), flag.Select | flag.Rows)
        self._silent = before
        self.viewport().update()

    def _here(self) -> str:
        line = self.rows.line(self.currentIndex())
        return line.id if line is not None else ""

    def _told(self) -> None:
        self.viewport().update()
        if not self._silent:
            self._show_bar()
            self.current_changed.emit(self._here())

    def _chose(self) -> None:
        self.viewport().update()
        if not self._silent:
            self.chosen_changed.emit()

    def _show_bar(self) -> None:
        """Slides so far that something of the current bar is in sight."""
        row = self.current()
        found = bar.bar_of(row).anchor if row is not None else None
        if found is not None:
            x, left = self.stand().scale.x(found), self.time.value()
            if not left <= x < left + self._room() - current_theme().px(24):
                self.show_day(found)

    def box(self, at: int) -> QRectF | None:
        """Where the bar of a row stands on the screen; None without dates."""
        row = self.rows.row_of(self.rows.index(at, TIME))
        found = bar.bar_of(row) if row is not None else None
        if found is None or not found.dated:
            return None
        return box_of(found, QRectF(self.visualRect(self.rows.index(at, TIME))), self.stand(), current_theme())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
