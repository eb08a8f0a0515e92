"""One column of a board: a heading with its count and the list of its cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from coopdesk.shell.board.cards import CARD, Card, Cards
from coopdesk.shell.board.paint import CardPainter
from coopdesk.shell.labels import Label, Picture
from coopdesk.shell.theme import Theme
from coopdesk.words.catalogue import Words

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MOVES = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


MakePainter = Callable[[QAbstractItemView], CardPainter]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a column: its key, its finished title, and an icon or none."""

    key: Any
    title: str
    icon: str = ""


class CardList(QListView):
    """The cards; arrows left and right leave for the next column, with Alt+Shift the card comes along."""

    current_changed = Signal(object)
    sideways = Signal(int)
    pushed = Signal(int, int)
    opened = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, theme: Theme, painter: MakePainter, name: str, empty: str) -> None:
        super().__init__()
        self._theme, self._empty = theme, empty
        self.cards = Cards(self)
        self.delegate = painter(self)
        self.setUniformItemSizes(self.delegate.uniform)
        self.setModel(self.cards)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(name)
        self.setObjectName("board")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._told)
        self.activated.connect(self._opened)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._asked)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def sizeHint(self) -> QSize:
        """Narrow enough for four columns in a small window."""
        return QSize(self._theme.px(180), self._theme.px(200))

    def current(self) -> Any:
        """The card that is current here, or None."""
        return self.currentIndex().data(CARD)

    def choose(self, place: int) -> None:
        """Makes the card at a place current, or the nearest one."""
        if self.cards.rowCount():
            index = self.cards.index(max(0, min(place, self.cards.rowCount() - 1)))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def leave(self) -> None:
        """No card here is current any more."""
        self.selectionModel().clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over the board; with Alt+Shift they move the card."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier and key in _MOVES:
            self.pushed.emit(*_MOVES[key])
        elif held == Qt.KeyboardModifier.NoModifier and key in _SIDEWAYS:
            self.sideways.emit(_SIDEWAYS[key])
        elif held == Qt.KeyboardModifier.NoModifier and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by keyboard lands on a card."""
        super().focusInEvent(event)
        if self.current() is None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards wrap anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty column says so."""
        super().paintEvent(event)
        if not self.cards.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.token("text2"))
            painter.setFont(self._theme.font("small"))
            room = self.viewport().rect().adjusted(0, self._theme.px(12), 0, 0)
            flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self._empty)
            painter.end()

    def _told(self, index: QModelIndex) -> None:
        self.current_changed.emit(index.data(CARD) if index.isValid() else None)

    def _opened(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(CARD))

    def _asked(self, spot: QPoint) -> None:
        index = self.indexAt(spot)
        if index.isValid():
            self.menu_asked.emit(index.data(CARD), self.viewport().mapToGlobal(spot))


class BoardColumn(QWidget):
    """Cards under a heading. `empty` says that there are none; `counted` words how many there are."""

    def __init__(
        self, head: Head, theme: Theme, words: Words, painter: MakePainter, empty: str, counted: Callable[[int], str]
    ) -> None:
        super().__init__()
        self.key, self._words, self._counted, self._name = head.key, words, counted, head.title
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._title, self._count = Label(head.title, "strong", wrap=not head.icon), Label("", "body", "text2")
        if head.icon:
            row.addWidget(Picture(head.icon))
        row.addWidget(self._title, 0 if head.icon else 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        if head.icon:
            row.addStretch(1)
        column.addLayout(row)
        self.list = CardList(theme, painter, head.title, empty)
        column.addWidget(self.list, 1)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Other cards, counted in the heading."""
        self.list.cards.show_cards(cards)
        self._count.setText(self._words.formats.number(len(cards)))
        self.list.setAccessibleName(f"{self._name}, {self._counted(len(cards))}")
