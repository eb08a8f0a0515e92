"""The board of the plan, worked by keyboard and by dragging."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from coopdesk.plan.model import ActionStatus
from coopdesk.plan.ui.board.cards import Sorting
from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.board.board import Board
from tests.plan.conftest import Story

MOVE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def board(page: PlanPage, story: Story) -> Board:
    page.head.show_view("board")
    page.reveal(story.row("Werkplekleren").id)
    QApplication.processEvents()
    page.window().activateWindow()
    page.views.focus()
    QApplication.processEvents()
    return page.views.board.board


def by(page: PlanPage, sorting: Sorting) -> None:
    choice = page.views.board.choice
    segment = choice.findChildren(QPushButton)[choice.keys.index(sorting)]
    segment.click()
    QApplication.processEvents()


def titles(board: Board, at: int) -> list[str]:
    return [card.row.action.title[:12] for card in board.columns[at].list.cards.cards]


def press(qtbot: QtBot, page: PlanPage, key: Key) -> None:
    qtbot.keyClick(page.window(), key, MOVE)
    QApplication.processEvents()


def test_alt_shift_right_gives_the_action_the_next_status(
    page: PlanPage, story: Story, board: Board, qtbot: QtBot
) -> None:
    press(qtbot, page, Key.Key_Right)
    assert story.row("Werkplekleren").action.status is ActionStatus.DONE
    assert board.current().id == story.row("Werkplekleren").id
    page.context.desk.undo()
    assert story.row("Werkplekleren").action.status is ActionStatus.RUNNING


def test_a_card_dragged_to_another_column_asks_for_the_same(page: PlanPage, story: Story, board: Board) -> None:
    source, target = board.columns[1].list.cards, board.columns[4].list.cards
    place = source.place_of(story.row("Werkplekleren").id)
    data = source.mimeData([source.index(place)])
    target.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    QApplication.processEvents()
    assert story.row("Werkplekleren").action.status is ActionStatus.STOPPED


def test_columns_by_lead_hand_the_action_over(page: PlanPage, story: Story, board: Board, qtbot: QtBot) -> None:
    by(page, Sorting.LEAD)
    assert [column.key for column in board.columns][:2] == ["Ann Peeters", "Fatima El Amrani"]
    assert board.columns[-1].key == ""
    press(qtbot, page, Key.Key_Right)
    assert story.row("Werkplekleren").action.lead == "Fatima El Amrani"


def test_columns_by_objective_move_the_action_there(page: PlanPage, story: Story, board: Board, qtbot: QtBot) -> None:
    by(page, Sorting.OBJECTIVE)
    press(qtbot, page, Key.Key_Right)
    assert story.row("Werkplekleren").objective.title == "Niet-beroepsactieven bereiken"
    press(qtbot, page, Key.Key_Up)
    assert titles(board, 1)[-2:] == ["Werkplekleren"[:12], "Infosessies "[:12]]


def test_an_action_for_two_municipalities_stands_in_both_columns(
    page: PlanPage, story: Story, board: Board, qtbot: QtBot
) -> None:
    by(page, Sorting.MUNICIPALITY)
    assert [column.key for column in board.columns] == ["", "99001", "99002", "99003"]
    assert "Vindplaatsge" in titles(board, 1)
    assert "Vindplaatsge" in titles(board, 2)
    page.reveal(story.row("Vindplaatsgericht").id)
    QApplication.processEvents()
    board.columns[2].list.choose(titles(board, 2).index("Vindplaatsge"))
    press(qtbot, page, Key.Key_Right)
    assert story.row("Vindplaatsgericht").action.nis == ("99001", "99003")


def test_to_the_whole_area_takes_the_municipalities_away(
    page: PlanPage, story: Story, board: Board, qtbot: QtBot
) -> None:
    by(page, Sorting.MUNICIPALITY)
    press(qtbot, page, Key.Key_Left)
    assert story.row("Werkplekleren").action.nis == ()


def test_the_filters_of_the_table_hold_on_the_board(page: PlanPage, board: Board) -> None:
    page.grid.filter_by("lead", frozenset({"Koen Maes"}))
    QApplication.processEvents()
    assert [len(titles(board, at)) for at in range(5)] == [0, 0, 1, 1, 0]
    page.grid.filter_by("lead", frozenset({"Niemand"}))
    QApplication.processEvents()
    assert page.views.widgets[1].currentIndex() == 1
    page.grid.clear_filters()
    QApplication.processEvents()
    assert page.views.widgets[1].currentIndex() == 0


def test_a_card_says_in_words_what_it_shows(story: Story, board: Board) -> None:
    told = board.current().spoken
    assert told == ("1.3 Werkplekleren bij drie woonzorgcentra. Ann Peeters. Lopend. 20% klaar. 12\xa0nov\xa02026. "
                    "12 dagen te laat")  # fmt: skip


def test_ctrl_n_on_the_board_types_the_title_in_the_pane(page: PlanPage, board: Board, qtbot: QtBot) -> None:
    qtbot.keyClick(page.window(), Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    row = page.grid.current()
    assert row is not None
    assert row.action.title == "Nieuwe actie"
    line = page.pane.action.fields["title"].focusProxy()
    assert line.hasFocus()
    assert line.selectedText() == "Nieuwe actie"
    qtbot.keyClicks(line, "Beurs")
    assert line.text() == "Beurs"
