"""The overview of an analysis: its chapters, opened, reordered and put in the dossier from the keyboard or by mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView

from coopdesk.analysis.queries.overview import ChapterRow
from coopdesk.analysis.ui.rows import ROW, ChapterDelegate, ChapterRows
from coopdesk.shell.theme import Theme
from coopdesk.words.catalogue import Words


class ChapterList(QListView):
    """`opened` carries the id of a chapter, `moved` the row and its new place, `toggled` the row."""

    opened = Signal(str)
    moved = Signal(object, int)
    toggled = Signal(object)
    current_changed = Signal(object)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self.chapters = ChapterRows(words, self)
        self.delegate = ChapterDelegate(theme, words, self)
        self.setModel(self.chapters)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(words.say("Chapters"))
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setObjectName("card")
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW).id))
        self.selectionModel().currentChanged.connect(self._told)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[ChapterRow]) -> None:
        """Other chapters; the current one stays current."""
        held = self.current()
        self.chapters.show_rows(rows)
        self.choose(held.id if held else "")
        self._fit()

    def current(self) -> ChapterRow | None:
        """The chapter that is current."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, ChapterRow) else None

    def choose(self, id: str) -> None:
        """Makes a chapter current, the first one when there is none with this id."""
        rows = self.chapters.rows
        at = next((at for at, row in enumerate(rows) if row.id == id), 0)
        if rows:
            self.setCurrentIndex(self.chapters.index(at))

    def push(self, step: int) -> None:
        """Asks to move the current chapter so many places."""
        row = self.current()
        at = self.currentIndex().row() + step
        if row is not None and 0 <= at < self.chapters.rowCount():
            self.moved.emit(row, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space puts in or out of the dossier, Alt+Shift+arrows move."""
        row, key = self.current(), Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if held == both and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.push(-1 if key is Qt.Key.Key_Up else 1)
        elif row is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row.id)
        elif row is not None and key is Qt.Key.Key_Space:
            self.toggled.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the tick box puts in or out of the dossier."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.delegate.dossier_box(QRectF(self.visualRect(index))).contains(event.position()):
            self.toggled.emit(index.data(ROW))
        super().mouseReleaseEvent(event)

    def _fit(self) -> None:
        """As high as its chapters; the page scrolls, not the list."""
        self.scheduleDelayedItemsLayout()
        rows = self.chapters.rowCount()
        self.setFixedHeight(rows * max(1, self.sizeHintForRow(0)) + 2 * self.frameWidth() + 4)

    def _told(self, index: QModelIndex) -> None:
        self.current_changed.emit(index.data(ROW) if index.isValid() else None)
