"""The board: opportunities in columns by state, walked, moved and decided on by mouse or keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coopdesk.opportunity.model import OpportunityState
from coopdesk.opportunity.rules import STATES
from coopdesk.opportunity.ui.card import Card
from coopdesk.opportunity.ui.column import BoardColumn
from coopdesk.shell.theme import Theme
from coopdesk.words.catalogue import Words


class Board(QWidget):
    """`moved` carries the card, the state of its new column and its place there; `current_changed` a card or None."""

    current_changed = Signal(object)
    opened = Signal(object)
    moved = Signal(object, object, int)
    accepted = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.columns = [BoardColumn(state, theme, words) for state in STATES]
        self._current = ""
        self._filling = False
        for at, column in enumerate(self.columns):
            row.addWidget(column, 1)
            self._listen(at, column)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Other cards; the current one stays current in whichever column it now is."""
        self._filling = True
        held = next((c for c in self.columns if c.list.hasFocus()), None)
        for column in self.columns:
            column.show_cards([card for card in cards if card.opportunity.state is column.state])
        self._filling = False
        if self._current and not self.choose(self._current, focus=held is not None):
            self._current = ""
            self.current_changed.emit(None)

    def current(self) -> Card | None:
        """The card that is current on the board."""
        return next((card for c in self.columns for card in c.list.cards.cards if card.id == self._current), None)

    def choose(self, id: str, *, focus: bool = False) -> bool:
        """Makes a card current; whether it is on the board."""
        for column in self.columns:
            place = column.list.cards.place_of(id)
            if place >= 0:
                column.list.choose(place)
                if focus:
                    column.list.setFocus()
                return True
        return False

    def focus_first(self) -> None:
        """Puts the focus on the current card, or on the first one."""
        column = next((c for c in self.columns if c.list.cards.rowCount()), self.columns[0])
        if not (self._current and self.choose(self._current, focus=True)):
            column.list.setFocus()
            column.list.choose(0)

    def push(self, across: int, down: int) -> None:
        """Asks to move the current card so many columns or places."""
        card = self.current()
        if card is None:
            return
        at = STATES.index(card.opportunity.state)
        place = self.columns[at].list.cards.place_of(card.id)
        if across and 0 <= at + across < len(STATES):
            self.moved.emit(card, STATES[at + across], place)
        elif down and 0 <= place + down < self.columns[at].list.cards.rowCount():
            self.moved.emit(card, card.opportunity.state, place + down)

    def _listen(self, at: int, column: BoardColumn) -> None:
        view = column.list
        view.current_changed.connect(lambda card: self._became_current(at, card))
        view.sideways.connect(lambda step: self._walk(at, step))
        view.pushed.connect(self.push)
        view.opened.connect(self.opened)
        view.menu_asked.connect(self.menu_asked)
        view.cards.dropped.connect(lambda card_id, place: self._dropped(column.state, card_id, place))
        view.delegate.decided.connect(self._decided)

    def _became_current(self, at: int, card: Card | None) -> None:
        if self._filling or card is None:
            return
        for other in self.columns[:at] + self.columns[at + 1 :]:
            other.list.leave()
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

    def _dropped(self, state: OpportunityState, id: str, place: int) -> None:
        card = self._card(id)
        if card is None:
            return
        own = self.columns[STATES.index(state)].list.cards.place_of(id)
        # The gap under a card in its own column is one place less once the card is taken out.
        self.moved.emit(card, state, place - 1 if 0 <= own < place else place)

    def _decided(self, id: str, key: str) -> None:
        card = self._card(id)
        if card is not None and key == "accept":
            self.accepted.emit(card)
        elif card is not None:
            self.moved.emit(card, OpportunityState.NOT_NOW, self.columns[-1].list.cards.rowCount())

    def _card(self, id: str) -> Card | None:
        return next((card for c in self.columns for card in c.list.cards.cards if card.id == id), None)
