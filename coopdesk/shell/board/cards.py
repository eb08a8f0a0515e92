"""The cards of one column of a board as a model: it lends its cards to a drag and takes dropped ones at a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    Signal,
)

MIME = "application/x-coopdesk-card"
CARD = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Card(Protocol):
    """A frozen card of a feature: what it is, its title, and all that is on it in words."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def spoken(self) -> str: ...


class Cards(QStringListModel):
    """`dropped` carries the id of a card and the place at which it was put down.

    Qt keeps the ids: a list view asks for the number of its rows for each row it lays out, and with an answer written
    in Python thousands of cards take longer to count than to paint.
    """

    dropped = Signal(str, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Any] = []
        self._places: dict[str, int] = {}

    @property
    def cards(self) -> list[Any]:
        """The cards from top to bottom."""
        return list(self._cards)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Other cards; one that only changed keeps its place, so that selection and scroll stay."""
        places = {card.id: at for at, card in enumerate(cards)}
        if list(places) == list(self._places):
            for at, card in enumerate(cards):
                if card != self._cards[at]:
                    self._cards[at] = card
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self._cards, self._places = list(cards), places
        self.setStringList(list(places))

    def card(self, id: str) -> Any:
        """A card by its id; None when it is not here."""
        place = self.place_of(id)
        return self._cards[place] if place >= 0 else None

    def place_of(self, id: str) -> int:
        """The place of a card, -1 when it is not here."""
        return self._places.get(id, -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card itself for the painter, its words for everything else."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        roles = {
            int(Qt.ItemDataRole.DisplayRole): card.title,
            int(Qt.ItemDataRole.AccessibleTextRole): card.spoken,
            int(CARD): card,
        }
        return roles.get(int(role))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A card can be dragged; between cards one can be dropped."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Cards are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only cards of this program."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the dragged card."""
        data = QMimeData()
        if indexes:
            data.setData(MIME, QByteArray(self._cards[indexes[0].row()].id.encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Says where a card was put down; False, because the command moves it, not the view."""
        if data.hasFormat(MIME):
            place = row if row >= 0 else parent.row() if parent.isValid() else len(self._cards)
            self.dropped.emit(bytes(data.data(MIME).data()).decode(), place)
        return False
