"""The board as a coordinator works it, by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.opportunity.model import Opportunity, OpportunityState
from coopdesk.opportunity.rules import STATES
from coopdesk.opportunity.ui.board import OpportunityBoard
from coopdesk.opportunity.ui.card import Card, card_of
from coopdesk.shell.theme import Theme
from coopdesk.words.catalogue import Words

PROPOSED, INVESTIGATE, CHOSEN, NOT_NOW = STATES


def cards(words: Words) -> list[Card]:
    made = [
        Opportunity("a", "x", "Focus op Lier", "Goed voor 40% van de kloof.", PROPOSED, 4, 2, ("1",)),
        Opportunity("b", "x", "Pendel", state=PROPOSED, position=1),
        Opportunity("c", "x", "Zorg", state=CHOSEN),
        Opportunity("d", "x", "Logistiek", state=CHOSEN, position=1),
    ]
    return [card_of(one, 3 if one.id == "d" else 0, lambda nis: tuple("Lier" for _ in nis), words) for one in made]


@pytest.fixture
def board(qtbot: QtBot, qapp: QApplication, words: Words) -> Iterator[OpportunityBoard]:
    made = OpportunityBoard(Theme(qapp, "light", 100, lambda: False), words)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show_cards(cards(words))
    made.show()
    made.choose("a", focus=True)
    return made


def test_arrows_walk_past_an_empty_column(qtbot: QtBot, board: OpportunityBoard) -> None:
    qtbot.keyClick(board.columns[0].list, Qt.Key.Key_Right)
    current = board.current()
    assert current is not None
    assert current.id == "c"
    qtbot.keyClick(board.columns[2].list, Qt.Key.Key_Down)
    assert board.columns[2].list.current() == board.current()
    qtbot.keyClick(board.columns[2].list, Qt.Key.Key_Left)
    current = board.current()
    assert current is not None
    assert current.id == "b"


@pytest.mark.parametrize(
    ("key", "state", "place"), [(Qt.Key.Key_Right, INVESTIGATE, 0), (Qt.Key.Key_Down, PROPOSED, 1)]
)
def test_alt_shift_arrows_move_the_card(
    qtbot: QtBot, board: OpportunityBoard, key: Qt.Key, state: OpportunityState, place: int
) -> None:
    moved: list[tuple[str, OpportunityState, int]] = []
    board.put.connect(lambda card, to, index: moved.append((card.id, to, index)))
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(board.columns[0].list, key, both)
    assert moved == [("a", state, place)]


def test_a_dragged_card_asks_for_the_same_move(board: OpportunityBoard) -> None:
    moved: list[tuple[str, OpportunityState, int]] = []
    board.put.connect(lambda card, to, index: moved.append((card.id, to, index)))
    source, target = board.columns[0].list.cards, board.columns[2].list.cards
    data = source.mimeData([source.index(0)])
    target.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert moved == [("a", CHOSEN, 1)]
    assert target.rowCount() == 2


def test_the_buttons_on_a_proposed_card_decide(qtbot: QtBot, board: OpportunityBoard) -> None:
    view = board.columns[0].list
    accepted: list[str] = []
    board.accepted.connect(lambda card: accepted.append(card.id))
    box = view.delegate.button_box(view.cards.cards[0], view.viewport().width(), "accept")
    spot = view.visualRect(view.cards.index(0)).topLeft() + box.center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert accepted == ["a"]


def test_a_chosen_card_without_action_is_pointed_out_in_words(board: OpportunityBoard) -> None:
    told = [card.spoken for card in board.columns[2].list.cards.cards]
    assert told[0].startswith("Zorg. Nog geen actie")
    assert told[1].startswith("Logistiek. 3 acties")


def test_the_columns_count_their_cards(board: OpportunityBoard) -> None:
    names = [column.list.accessibleName() for column in board.columns]
    assert names == ["Voorgesteld, 2 kansen", "Te onderzoeken, 0 kansen", "Gekozen, 2 kansen", "Niet nu, 0 kansen"]
