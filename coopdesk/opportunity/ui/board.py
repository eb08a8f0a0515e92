"""The board of opportunities: columns by state, and a yes or no on the cards that are still proposed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView

from coopdesk.opportunity.model import OpportunityState
from coopdesk.opportunity.rules import STATES
from coopdesk.opportunity.ui.card import Card
from coopdesk.opportunity.ui.looks import STATE_ICONS
from coopdesk.opportunity.ui.painter import CardDelegate
from coopdesk.opportunity.wording import state_name
from coopdesk.shell.board.board import Board
from coopdesk.shell.board.column import Head
from coopdesk.shell.theme import Theme
from coopdesk.words.catalogue import Words


class OpportunityBoard(Board):
    """`put` carries the card, the state of its new column and its place there; `accepted` a card to be chosen."""

    put = Signal(object, object, int)
    accepted = Signal(object)

    def __init__(self, theme: Theme, words: Words) -> None:
        def painter(view: QAbstractItemView) -> CardDelegate:
            made = CardDelegate(theme, words, view)
            made.decided.connect(self._decided)
            return made

        super().__init__(
            theme, words, painter, words.say("No opportunities here"),
            lambda n: words.count("{n} opportunity", "{n} opportunities", n),
        )  # fmt: skip
        self.show_heads([Head(state, state_name(state, words), STATE_ICONS[state]) for state in STATES])
        self.moved.connect(lambda card, _, state, place: self.put.emit(card, state, place))

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Other cards, each in the column of its state."""
        self.fill({state: [card for card in cards if card.opportunity.state is state] for state in STATES})

    def _decided(self, id: str, key: str) -> None:
        card = next((card for c in self.columns if (card := c.list.cards.card(id)) is not None), None)
        if card is not None and key == "accept":
            self.accepted.emit(card)
        elif card is not None:
            self.put.emit(card, OpportunityState.NOT_NOW, self.columns[-1].list.cards.rowCount())
