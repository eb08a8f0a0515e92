"""A list from a spreadsheet in the plan: what people call states, what went over rows by mistake, and undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from coopdesk.plan.model import ActionStatus
from coopdesk.plan.ui.page import PlanPage
from tests.plan.conftest import Story

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
LIST = "Actie\tTrekker\tStatus\tBudget\nBouwklas\tKoen Maes\tin uitvoering\tveel\nFietspool\tAnn\tgepland\t1.500\n"


def paste(page: PlanPage, qtbot: QtBot, text: str, action: str, key: str = "title") -> None:
    QGuiApplication.clipboard().setText(text)
    page.grid.select(action, key)
    page.grid.view.setFocus()
    qtbot.keyClick(page.grid.view, Key.Key_V, Ctrl)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("text", "status"),
    [("in uitvoering", ActionStatus.RUNNING), ("Nog niet gestart", ActionStatus.PLANNED), ("klaar", ActionStatus.DONE)],
)
def test_states_are_known_by_what_people_call_them(
    page: PlanPage, story: Story, qtbot: QtBot, text: str, status: ActionStatus
) -> None:
    row = story.row("Kinderopvang")
    paste(page, qtbot, text, row.id, "status")
    assert story.row("Kinderopvang").action.status is status


def test_a_list_pasted_over_a_row_goes_under_the_last_one_with_one_press(
    page: PlanPage, story: Story, qtbot: QtBot
) -> None:
    before = [row.action.title for row in page.grid.rows]
    paste(page, qtbot, LIST, page.grid.rows[-1].id)
    assert len(page.grid.rows) == len(before) + 1, "one row was pasted over"
    offers = [one for one in page.window().findChildren(QPushButton) if one.text().startswith("Toch onder")]
    qtbot.mouseClick(offers[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert [row.action.title for row in page.grid.rows] == [*before, "Bouwklas", "Fietspool"]
    assert [row.action.title for row in page.grid.selected()] == ["Bouwklas", "Fietspool"], "and are seen"
    story.desk.undo()
    page.refresh_now()
    assert [row.action.title for row in page.grid.rows] == before


def test_what_could_not_be_read_is_seen_and_goes_with_the_paste(page: PlanPage, story: Story, qtbot: QtBot) -> None:
    last = page.grid.rows[-1]
    assert not page.grid.widths.shows("budget")
    paste(page, qtbot, LIST, last.id)
    assert page.grid.widths.shows("budget"), "a marked cell in a hidden column would be lost"
    assert page.grid.model.problem(page.grid.model.where(last.id, "budget")) is not None
    story.desk.undo()
    page.refresh_now()
    assert page.grid.model.problem(page.grid.model.where(last.id, "budget")) is None


def test_f2_on_a_heading_types_its_title_and_ctrl_end_takes_the_selection_along(page: PlanPage, qtbot: QtBot) -> None:
    page.grid.view.setFocus()
    qtbot.keyClick(page.grid.view, Key.Key_End, Ctrl)
    assert [row.id for row in page.grid.selected()] == [page.grid.rows[-1].id]
    qtbot.keyClick(page.grid.view, Key.Key_Home, Ctrl)
    assert [row.id for row in page.grid.selected()] == [page.grid.rows[0].id]
    qtbot.keyClick(page.grid.view, Key.Key_Up)
    QApplication.processEvents()
    qtbot.keyClick(page.grid.view, Key.Key_F2)
    title = page.pane.objective.fields["title"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert title.isAncestorOf(focused)


def test_after_undo_from_the_bar_the_keys_go_to_the_list_again(page: PlanPage, story: Story, qtbot: QtBot) -> None:
    first = page.grid.rows[0]
    page.grid.select(first.id, "title")
    page.grid.view.setFocus()
    qtbot.keyClick(page.grid.view, Key.Key_Delete, Ctrl)
    QApplication.processEvents()
    undo = next(one for one in page.window().findChildren(QPushButton) if one.text() == "Ongedaan maken")
    undo.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert page.grid.view.hasFocus()
    assert page.grid.rows[0].id == first.id


def test_ctrl_delete_on_a_heading_removes_the_objective_and_one_undo_brings_all_back(
    page: PlanPage, story: Story, qtbot: QtBot
) -> None:
    before = [(row.objective.title, row.action.title) for row in page.grid.rows]
    first = page.grid.rows[0].objective
    page.grid.select(f"group {first.id}")
    page.grid.view.setFocus()
    QApplication.processEvents()
    qtbot.keyClick(page.grid.view, Key.Key_Delete, Ctrl)
    page.refresh_now()
    assert page.grid.rows
    assert all(row.objective.id != first.id for row in page.grid.rows)
    story.desk.undo()
    page.refresh_now()
    assert [(row.objective.title, row.action.title) for row in page.grid.rows] == before
