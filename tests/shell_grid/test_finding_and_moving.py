"""The grid contract: finding and replacing, moving rows, marks, views, and two who change the same cell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coopdesk.shell.grid.marking import Ask, Mark
from coopdesk.shell.grid.replace import ReplaceDialog
from tests.shell_grid.conftest import GROUPS, Bench, press
from tests.shell_grid.hands import LEFT, Alt, Ctrl, Key, Shift, drag, editor

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # popups of a screen that is none
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


# 11. Finding ------------------------------------------------------------------------------------------------------


def test_f3_goes_to_the_next_hit_and_back(tested: Bench, qtbot: QtBot) -> None:
    press(tested, qtbot, Key.Key_F, Ctrl)
    qtbot.keyClicks(tested.grid.bar.field, "echo")
    qtbot.keyClick(tested.grid.bar.field, Key.Key_F3)
    assert tested.grid.view.currentIndex() == tested.index("b", "name")
    press(tested, qtbot, Key.Key_F3)
    assert tested.grid.view.currentIndex() == tested.index("c", "name")
    press(tested, qtbot, Key.Key_F3, Shift)
    assert tested.grid.view.currentIndex() == tested.index("b", "name")
    assert tested.grid.view.sought == ("echo",)


# P2 ---------------------------------------------------------------------------------------------------------------


def test_replacing_shows_each_change_and_is_one_step(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_H, Ctrl)
    dialog = tested.window.findChild(ReplaceDialog)
    assert dialog is not None
    dialog.sought.setText("ECHO")
    dialog.new.setText("Galm")
    assert [dialog.list.item(at).text() for at in range(2)] == [
        "Écho 10 · Naam\nÉcho 10 → Galm 10",
        "Echo 9 · Naam\nEcho 9 → Galm 9",
    ]
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.button.text() == "1 cel vervangen"
    dialog.button.click()
    assert (tested.memory.jobs["b"].name, tested.memory.jobs["c"].name) == ("Galm 10", "Echo 9")
    assert tested.memory.steps == ["Replace"]


def test_what_a_column_cannot_hold_is_not_replaced(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_H, Ctrl)
    dialog = tested.window.findChild(ReplaceDialog)
    assert dialog is not None
    dialog.sought.setText("2026")
    dialog.new.setText("later")
    assert not dialog.button.isEnabled()
    assert "blijven zoals ze zijn" in dialog.facts.text()
    dialog.close()


def test_alt_shift_arrows_and_dragging_move_a_row(tested: Bench, qtbot: QtBot) -> None:
    moves: list[Any] = []
    tested.grid.moving._move = lambda row, group, at: moves.append((row.id, group, at))
    tested.grid.view.gutter.movable = True
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_Down, Alt | Shift)
    tested.choose("c", "name")
    press(tested, qtbot, Key.Key_Down, Alt | Shift)
    gutter = tested.grid.view.gutter
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_Space, Shift)
    middle = [gutter.sectionViewportPosition(tested.grid.model.at(job)) + 20 for job in ("a", "d")]
    drag(gutter.viewport(), QPoint(5, middle[0]), QPoint(5, middle[1] + 20))
    assert moves == [("a", "1", 1), ("c", "2", 0), ("a", "2", 1)]


def test_rows_do_not_move_while_they_are_sorted(tested: Bench, qtbot: QtBot) -> None:
    tested.grid.moving._move = lambda row, group, at: pytest.fail("moved")
    tested.grid.view.gutter.movable = True
    tested.grid.sort_by("name")
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_Up, Alt | Shift)
    assert "eigen volgorde" in tested.bars.texts[0]


def test_a_mark_is_seen_said_and_remembered(tested: Bench) -> None:
    tested.grid.show_marks((Mark("end", Ask.LESS, "vandaag"),))
    assert tested.index("a", "end").data(SPOKEN).endswith("gemarkeerd: Einde is kleiner of vroeger dan “vandaag”")
    assert "gemarkeerd" not in tested.index("d", "cents").data(SPOKEN)
    assert tested.grid.kept.marks() == (Mark("end", Ask.LESS, "vandaag"),)


def test_a_view_with_a_name_brings_filters_order_grouping_and_columns_back(tested: Bench) -> None:
    grid = tested.grid
    grid.filter_by("state", frozenset({"Open"}))
    grid.sort_by("name", down=True)
    grid.show_wish(replace(grid.wish, group="state"))
    grid.widths.show("code", shown=False)
    grid.views.keep("Nog te doen")
    grid.show_wish(type(grid.wish)())
    grid.widths.show("code", shown=True)
    next(action for action in grid.views.menu().actions() if action.text() == "Nog te doen").trigger()
    assert tested.names() == ["[by Open]", "c", "d"]
    assert grid.view.isColumnHidden(6)


def test_how_a_list_was_looked_at_is_remembered_but_not_what_was_sought(tested: Bench) -> None:
    tested.grid.filter_by("state", frozenset({"Open"}))
    tested.grid.bar.field.setText("echo")
    wish = tested.grid.kept.wish()
    assert (wish.facets["state"], wish.text) == (frozenset({"Open"}), "")


# Two edits of one cell --------------------------------------------------------------------------------------------


def test_a_cell_changed_by_something_else_while_one_types_asks_which_value_it_is(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_F2)
    tested.memory.jobs["a"] = replace(tested.memory.jobs["a"], name="Van elders")
    tested.grid.show_rows(tuple(tested.memory.jobs.values()), GROUPS)
    qtbot.keyClicks(editor(), " x")
    assert isinstance(editor(), QLineEdit)
    qtbot.keyClick(editor(), Key.Key_Return)
    question = tested.grid.editing.question
    assert question is not None
    assert question.text == "Intussen werd dit “Van elders”. Jij typte “Jobbeurs x”."
    assert tested.text("a", "name") == "Jobbeurs x"
    qtbot.mouseClick(question.buttons[1], LEFT)
    assert tested.memory.jobs["a"].name == "Jobbeurs x"
    assert tested.grid.model.problem(tested.index("a", "name")) is None


def test_the_value_of_the_other_can_be_kept_and_the_question_comes_back_until_then(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_F2)
    tested.memory.jobs["a"] = replace(tested.memory.jobs["a"], name="Van elders")
    tested.grid.show_rows(tuple(tested.memory.jobs.values()), GROUPS)
    qtbot.keyClicks(editor(), "!")
    qtbot.keyClick(editor(), Key.Key_Return)
    question = tested.grid.editing.question
    assert question is not None
    qtbot.keyClick(question, Key.Key_Escape)
    assert tested.text("a", "name") == "Jobbeurs!"
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_F2)
    question = tested.grid.editing.question
    assert question is not None
    qtbot.mouseClick(question.buttons[0], LEFT)
    assert tested.text("a", "name") == "Van elders"
    assert tested.memory.steps == []


def test_what_is_typed_in_a_row_that_goes_is_not_lost(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("b", "name")
    press(tested, qtbot, Key.Key_F2)
    qtbot.keyClicks(editor(), " bis")
    del tested.memory.jobs["b"]
    tested.grid.show_rows(tuple(tested.memory.jobs.values()), GROUPS)
    assert tested.bars.texts == ["Deze rij is er niet meer. Je had “Écho 10 bis” getypt."]


# What a screen reader says ----------------------------------------------------------------------------------------


def test_the_first_cell_says_what_stands_out_in_its_row_and_a_heading_whether_it_is_folded(tested: Bench) -> None:
    tested.grid.model.setData(tested.index("a", "end"), "ooit")
    assert tested.index("a", "name").data(SPOKEN).startswith("Jobbeurs")
    assert "is niet bewaard" in tested.index("a", "end").data(SPOKEN)
    assert tested.index("group 1", "name").data(SPOKEN) == "Eerste. Feiten. 3. uitgeklapt"
    tested.grid.fold("1", on=True)
    assert tested.index("group 1", "name").data(SPOKEN) == "Eerste. Feiten. 3. ingeklapt"
