"""The grid contract, line by line, by the keys and the mouse of a user: typing, ranges, order, editors."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from coopdesk.shell.grid.chips import ChipsEditor
from coopdesk.shell.grid.editors import ChoiceEditor, DateEditor
from tests.shell_grid.conftest import Bench, click, press
from tests.shell_grid.hands import LEFT, Alt, Ctrl, Key, Shift, editor, selected

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # popups of a screen that is none
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


# 1. Typing --------------------------------------------------------------------------------------------------------


def test_f2_and_a_double_click_leave_what_is_there_and_tab_goes_on(tested: Bench, qtbot: QtBot) -> None:
    click(tested, qtbot, "a", "name")
    press(tested, qtbot, Key.Key_F2)
    qtbot.keyClicks(editor(), " 50+")
    qtbot.keyClick(editor(), Key.Key_Tab)
    assert tested.memory.jobs["a"].name == "Jobbeurs 50+"
    assert tested.grid.view.currentIndex() == tested.index("a", "state")
    at = tested.grid.view.visualRect(tested.index("b", "cents")).center()
    qtbot.mouseClick(tested.grid.view.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(tested.grid.view.viewport(), LEFT, pos=at)
    assert isinstance(editor(), QLineEdit)
    qtbot.keyClicks(editor(), ",5")
    qtbot.keyClick(editor(), Key.Key_Return)
    assert tested.memory.jobs["b"].cents == 250_50


def test_typing_a_letter_in_a_list_cell_chooses_by_it_and_enter_goes_down(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "state")
    press(tested, qtbot, Key.Key_K)
    box = tested.grid.view.findChild(ChoiceEditor)
    assert box is not None
    qtbot.waitUntil(lambda: box.view().isVisible())
    qtbot.keyClick(box.view(), Key.Key_Return)
    qtbot.waitUntil(lambda: tested.memory.jobs["a"].state == "done")
    assert tested.grid.view.currentIndex() == tested.index("b", "state")


def test_a_figure_of_thousands_opens_as_it_reads_back(tested: Bench, qtbot: QtBot) -> None:
    tested.grid.model.setData(tested.index("a", "hours"), "1234")
    tested.choose("a", "hours")
    press(tested, qtbot, Key.Key_F2)
    qtbot.keyClick(editor(), Key.Key_Return)
    assert tested.memory.jobs["a"].hours == 1234
    assert tested.grid.model.problem(tested.index("a", "hours")) is None


# 2. Ranges --------------------------------------------------------------------------------------------------------


def test_shift_arrows_and_ctrl_shift_arrows_grow_the_selection(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "end")
    press(tested, qtbot, Key.Key_Right, Shift)
    press(tested, qtbot, Key.Key_Down, Shift)
    assert selected(tested) == {("a", "end"), ("a", "cents"), ("b", "end"), ("b", "cents")}
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_Right, Ctrl | Shift)
    assert len(selected(tested)) == len(tested.grid.shape.columns)


def test_ctrl_click_on_a_title_selects_the_column_and_shift_click_more(tested: Bench, qtbot: QtBot) -> None:
    titles = tested.grid.view.titles
    place = [column.key for column in tested.grid.shape.columns].index
    tested.choose("a", "cents")
    for key, modifier, found in (("cents", Ctrl, {"cents"}), ("hours", Shift, {"cents", "hours"})):
        at = QPoint(titles.sectionViewportPosition(place(key)) + 12, titles.height() // 2)
        qtbot.mouseClick(titles.viewport(), LEFT, modifier, at)
        assert selected(tested) == {(job, one) for job in "abcde" for one in found}
    assert tested.grid.wish.sort == ""


def test_the_strip_before_a_row_selects_it_and_so_does_shift_space(tested: Bench, qtbot: QtBot) -> None:
    gutter = tested.grid.view.gutter
    at = gutter.sectionViewportPosition(tested.grid.model.at("b")) + 10
    qtbot.mouseClick(gutter.viewport(), LEFT, pos=QPoint(5, at))
    assert {job for job, _ in selected(tested)} == {"b"}
    assert len(selected(tested)) == 7
    tested.choose("d", "name")
    press(tested, qtbot, Key.Key_Space, Shift)
    assert {job for job, _ in selected(tested)} == {"d"}


def test_ctrl_enter_goes_to_the_details_of_the_row(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("b", "name")
    with qtbot.waitSignal(tested.grid.activated) as opened:
        press(tested, qtbot, Key.Key_Return, Ctrl)
    assert opened.args == [tested.memory.jobs["b"]]
    assert not tested.grid.view.editing


# 6. Sorting and filters -------------------------------------------------------------------------------------------


def test_what_is_unknown_stands_last_both_ways(tested: Bench) -> None:
    tested.grid.show_rows(tuple(tested.memory.jobs.values()), ())
    for down in (False, True):
        tested.grid.sort_by("cents", down=down)
        assert {line.id for line in tested.grid.model.lines[-2:]} <= {"c", "e"} or tested.names()[3] in ("c", "e")


def test_the_funnel_of_any_column_filters_and_gives_a_chip(tested: Bench, qtbot: QtBot) -> None:
    titles, place = tested.grid.view.titles, [column.key for column in tested.grid.shape.columns].index("code")
    tested.grid.view.horizontalScrollBar().setValue(0)
    at = titles.funnel_rect(place).center()
    assert tested.grid.wish.sort == ""
    qtbot.mouseClick(titles.viewport(), LEFT, pos=at)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    tested.grid.filter_by("code", frozenset({"A", "B"}))
    assert tested.names() == ["[1]", "a", "b"]
    assert tested.grid.bar.chips["code"].isChecked()
    assert tested.grid.bar.count.text() == "2 van 5"
    assert titles.filtered == {place}


def test_ctrl_shift_l_turns_the_filters_off_and_on_again(tested: Bench, qtbot: QtBot) -> None:
    tested.grid.filter_by("state", frozenset({"Bezig"}))
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_L, Ctrl | Shift)
    assert len(tested.names()) == 8
    press(tested, qtbot, Key.Key_L, Ctrl | Shift)
    assert tested.names() == ["[1]", "a", "[2]", "e"]


# 7, 8. Headings and columns ---------------------------------------------------------------------------------------


def test_the_heading_of_the_rows_in_sight_stays_at_the_top(tested: Bench, qtbot: QtBot) -> None:
    view = tested.grid.view
    tested.window.resize(900, 260)
    QApplication.processEvents()
    view.verticalScrollBar().setValue(view.verticalHeader().defaultSectionSize() + 4)
    assert view.sticky.isVisible()
    tested.choose("a", "name")
    assert view.visualRect(tested.index("a", "name")).top() >= view.sticky.covers() or not view.sticky.isVisible()


def test_a_double_click_on_a_border_makes_the_column_fit(tested: Bench, qtbot: QtBot) -> None:
    titles = tested.grid.view.titles
    titles.resizeSection(1, 300)
    edge = QPoint(titles.sectionViewportPosition(1) + titles.sectionSize(1) - 1, titles.height() // 2)
    qtbot.mouseDClick(titles.viewport(), LEFT, pos=edge)
    assert titles.sectionSize(1) < 150


# 9. Editors -------------------------------------------------------------------------------------------------------


def test_alt_down_opens_the_calendar_of_a_date(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("b", "end")
    press(tested, qtbot, Key.Key_Down, Alt)
    calendar = QApplication.activePopupWidget()
    assert calendar is not None
    qtbot.keyClick(editor(), Key.Key_Return)
    assert isinstance(editor(), DateEditor)
    qtbot.keyClick(editor(), Key.Key_Return)
    end = tested.memory.jobs["b"].end
    assert end is not None
    assert end.canonical() == "2026-11-24"


def test_several_values_are_chips_to_add_and_take_away(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "towns")
    press(tested, qtbot, Key.Key_F2)
    line = editor()
    chips = tested.grid.view.findChild(ChipsEditor)
    assert chips is not None
    qtbot.keyClicks(line, "wilg")
    qtbot.keyClick(line, Key.Key_Comma)
    assert chips.text() == "Lindemeer, wilg"
    qtbot.keyClick(line, Key.Key_Backspace)
    qtbot.keyClicks(line, "Wilgenrode")
    qtbot.keyClick(line, Key.Key_Tab)
    assert tested.memory.jobs["a"].towns == ("1", "2")
    assert tested.grid.view.currentIndex() == tested.index("a", "code")
