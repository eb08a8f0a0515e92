"""A board: cards in columns, walked and moved by mouse or keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coopdesk.shell.board.cards import Card
from coopdesk.shell.board.column import BoardColumn, Head, MakePainter
from coopdesk.shell.theme import Theme
from coopdesk.words.catalogue import Words


class Board(QWidget):
    """`moved` carries the card, the keys of its old and its new column, and its place there; `current_changed` a card
    or None. A card may stand in several columns."""

    current_changed = Signal(object)
    opened = Signal(object)
    moved = Signal(object, object, object, int)
    menu_asked = Signal(object, QPoint)

    def __init__(
        self, theme: Theme, words: Words, painter: MakePainter, empty: str, counted: Callable[[int], str]
    ) -> None:
        super().__init__()
        self._theme, self._words, self._painter = theme, words, painter
        self._empty, self._counted = empty, counted
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self.columns: list[BoardColumn] = []
        self._heads: tuple[Head, ...] = ()
        self._current, self._at = "", 0
        self._filling = self._held = False

    def show_heads(self, heads: Sequence[Head]) -> None:
        """Which columns there are; they are made again only when they are others."""
        if tuple(heads) == self._heads:
            return
        self._heads = tuple(heads)
        self._held = any(column.list.hasFocus() for column in self.columns)
        # The focus goes from one old list to the next as they go, and each would make its first card current.
        self._filling = True
        for old in self.columns:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._filling = False
        self.columns = [
            BoardColumn(head, self._theme, self._words, self._painter, self._empty, self._counted) for head in heads
        ]
        for at, column in enumerate(self.columns):
            self._row.addWidget(column, 1)
            self._listen(at, column)

    def fill(self, cards: Mapping[Any, Sequence[Card]]) -> None:
        """The cards by the key of their column; the current one stays current in whichever column it now is."""
        self._filling = True
        held = self._held or any(column.list.hasFocus() for column in self.columns)
        self._held = False
        for column in self.columns:
            column.show_cards(cards.get(column.key, ()))
        self._filling = False
        if self._current and not self.choose(self._current, focus=held):
            self._current = ""
            self.current_changed.emit(None)

    def current(self) -> Any:
        """The card that is current on the board, or None."""
        found = (column.list.cards.card(self._current) for column in self.columns)
        return next((card for card in found if card is not None), None)

    def choose(self, id: str, *, focus: bool = False) -> bool:
        """Makes a card current, in the column where it was current before if it is still there; whether it is on the
        board."""
        order = sorted(range(len(self.columns)), key=lambda at: at != self._at)
        for at in order:
            column = self.columns[at]
            place = column.list.cards.place_of(id)
            if place >= 0:
                column.list.choose(place)
                if focus:
                    column.list.setFocus()
                return True
        return False

    def focus_first(self) -> None:
        """Puts the focus on the current card, or on the first one."""
        if not self.columns or (self._current and self.choose(self._current, focus=True)):
            return
        column = next((c for c in self.columns if c.list.cards.rowCount()), self.columns[0])
        column.list.setFocus()
        column.list.choose(0)

    def push(self, across: int, down: int) -> None:
        """Asks to move the current card so many columns or places."""
        card = self.current()
        if card is None:
            return
        at = self._column_of(card.id)
        place = self.columns[at].list.cards.place_of(card.id)
        if across and 0 <= at + across < len(self.columns):
            self.moved.emit(card, self.columns[at].key, self.columns[at + across].key, place)
        elif down and 0 <= place + down < self.columns[at].list.cards.rowCount():
            self.moved.emit(card, self.columns[at].key, self.columns[at].key, place + down)

    def _column_of(self, id: str) -> int:
        """The column in which a card is meant: the one it is current in, else the first it stands in."""
        if self._at < len(self.columns) and self.columns[self._at].list.cards.place_of(id) >= 0:
            return self._at
        return next(at for at, column in enumerate(self.columns) if column.list.cards.place_of(id) >= 0)

    def _listen(self, at: int, column: BoardColumn) -> None:
        view = column.list
        view.current_changed.connect(lambda card: self._became_current(at, card))
        view.sideways.connect(lambda step: self._walk(at, step))
        view.pushed.connect(self.push)
        view.opened.connect(self.opened)
        view.menu_asked.connect(self.menu_asked)
        view.cards.dropped.connect(lambda card_id, place: self._dropped(column.key, card_id, place))

    def _became_current(self, at: int, card: Any) -> None:
        if self._filling or card is None:
            return
        for other in self.columns[:at] + self.columns[at + 1 :]:
            other.list.leave()
        self._at = at
        if card.id != self._current:
            self._current = card.id
            self.current_changed.emit(card)

    def _walk(self, at: int, step: int) -> None:
        """To the card beside the current one, past empty columns."""
        place = max(0, self.columns[at].list.currentIndex().row())
        target = at + step
        while 0 <= target < len(self.columns) and not self.columns[target].list.cards.rowCount():
            target += step
        if 0 <= target < len(self.columns):
            self.columns[target].list.setFocus()
            self.columns[target].list.choose(place)

    def _dropped(self, key: Any, id: str, place: int) -> None:
        card = next((card for c in self.columns if (card := c.list.cards.card(id)) is not None), None)
        if card is None:
            return
        target = next(column for column in self.columns if column.key == key)
        own = target.list.cards.place_of(id)
        source = self.columns[self._column_of(id)].key
        # The gap under a card in its own column is one place less once the card is taken out.
        self.moved.emit(card, source, key, place - 1 if source == key and 0 <= own < place else place)
