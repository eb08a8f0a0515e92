"""Lines of the contract of a list that only real hands show: mouse on cells, titles copied along, searching a filter,
columns put elsewhere, percentages, and the whole list at once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.shell.grid.popup import SEARCHED, TickList
from coopdesk.words.catalogue import Words
from tests.shell_grid.conftest import GROUPS, Bench, Job, added, click, press
from tests.shell_grid.hands import Ctrl, Key, Shift, drag, editor, put, selected


def test_a_click_chooses_a_cell_and_shift_click_the_block_up_to_another(tested: Bench, qtbot: QtBot) -> None:
    click(tested, qtbot, "a", "state")
    assert selected(tested) == {("a", "state")}
    assert tested.grid.view.currentIndex() == tested.index("a", "state")
    click(tested, qtbot, "c", "end", Shift)
    assert selected(tested) == {(job, key) for job in "abc" for key in ("state", "end")}


def test_what_is_typed_after_a_click_replaces_what_was_there(tested: Bench, qtbot: QtBot) -> None:
    click(tested, qtbot, "d", "hours")
    qtbot.keyClicks(tested.grid.view, "6")
    qtbot.keyClicks(editor(), ",5")
    qtbot.keyClick(editor(), Key.Key_Return)
    assert tested.memory.jobs["d"].hours == Decimal("6.5")


def test_ctrl_shift_c_copies_the_titles_along(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_Right, Shift)
    press(tested, qtbot, Key.Key_C, Ctrl | Shift)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Naam\tToestand\r\nJobbeurs\tBezig\r\n"
    assert "<th>Naam</th><th>Toestand</th>" in data.html()


def test_a_block_with_a_hole_in_it_is_copied_with_an_empty_cell(tested: Bench, qtbot: QtBot) -> None:
    click(tested, qtbot, "a", "name")
    click(tested, qtbot, "a", "state", Ctrl)
    click(tested, qtbot, "b", "state", Ctrl)
    press(tested, qtbot, Key.Key_C, Ctrl)
    assert QGuiApplication.clipboard().text() == "Jobbeurs\tBezig\r\n\tKlaar\r\n"


def test_a_pasted_list_goes_under_the_last_row_where_that_is_asked(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    put("Nieuw een\tKlaar\nNieuw twee\tOpen\n")
    menu = tested.grid.menus.special_menu()
    next(entry for entry in menu.actions() if entry.text() == "Als nieuwe rijen onder de laatste").trigger()
    assert [job.name for job in list(tested.memory.jobs.values())[-2:]] == ["Nieuw een", "Nieuw twee"]
    assert tested.memory.jobs["a"].name == "Jobbeurs"
    assert tested.memory.steps == ["Paste cells"]


def test_a_list_that_takes_no_new_rows_offers_none(tested: Bench) -> None:
    tested.grid.editing.add_row = None
    assert not any("nieuwe rijen" in entry.text() for entry in tested.grid.menus.special_menu().actions())
    tested.grid.editing.add_row = lambda values: added(tested.memory, values)


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")
def test_a_long_list_of_values_is_searched_by_typing(bench: Bench, words: Words, qtbot: QtBot) -> None:
    entries = {str(at): (f"Gemeente {at}", at) for at in range(SEARCHED + 3)}
    popup = TickList(bench.grid, "Gemeenten", entries, frozenset(), lambda ticked: None, words)
    popup.open()
    qtbot.keyClicks(popup.search, "gemeente 10")
    shown = [item for at in range(popup.list.count()) if not (item := popup.list.item(at)).isHidden()]
    assert [item.text() for item in shown] == ["Gemeente 10  (10)"]
    popup.close()


def test_ctrl_f_seeks_and_marks_what_was_found(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_F, Ctrl)
    assert tested.grid.bar.field.hasFocus()
    qtbot.keyClicks(tested.grid.bar.field, "echo")
    QApplication.processEvents()
    assert tested.names() == ["[1]", "b", "c"]
    assert tested.grid.view.sought == ("echo",)


def test_a_title_dragged_elsewhere_takes_its_column_along(tested: Bench, qtbot: QtBot) -> None:
    titles = tested.grid.view.titles
    first, other = (
        QPoint(titles.sectionViewportPosition(at) + titles.sectionSize(at) // 2, titles.height() // 2) for at in (2, 1)
    )
    drag(titles.viewport(), first, other - QPoint(titles.sectionSize(1) // 3, 0))
    assert tested.grid.view.columns()[:3] == [0, 2, 1]


def test_ctrl_space_after_ctrl_a_is_done_at_once_and_escape_keeps_the_selection(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_A, Ctrl)
    everything = selected(tested)
    assert len(everything) == len(tested.memory.jobs) * len(tested.grid.shape.columns)
    press(tested, qtbot, Key.Key_Space, Ctrl)
    assert selected(tested) == everything


def test_delete_over_the_whole_list_passes_over_what_must_be_filled(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_A, Ctrl)
    press(tested, qtbot, Key.Key_Delete)
    job: Job = tested.memory.jobs["a"]
    assert (job.name, job.end, job.cents, job.towns) == ("Jobbeurs", None, None, ())
    assert tested.memory.steps == ["Clear cells"]


def test_rows_that_come_back_are_chosen_again(tested: Bench, qtbot: QtBot) -> None:
    kept = dict(tested.memory.jobs)
    click(tested, qtbot, "b", "state")
    click(tested, qtbot, "d", "state", Ctrl)
    press(tested, qtbot, Key.Key_Delete, Ctrl)
    assert set(tested.memory.jobs) == {"a", "c", "e"}
    click(tested, qtbot, "e", "state")
    tested.memory.jobs.clear()
    tested.memory.jobs.update(kept)
    tested.grid.show_rows(tuple(kept.values()), GROUPS)
    assert selected(tested) == {("b", "state"), ("d", "state")}
    assert tested.grid.view.currentIndex() == tested.index("b", "state")


def test_the_selection_grows_from_the_cell_one_went_to(tested: Bench, qtbot: QtBot) -> None:
    click(tested, qtbot, "a", "name")
    press(tested, qtbot, Key.Key_F2)
    qtbot.keyClicks(editor(), " 50+")
    qtbot.keyClick(editor(), Key.Key_Return)
    press(tested, qtbot, Key.Key_Down, Shift)
    assert selected(tested) == {("b", "name"), ("c", "name")}
    tested.choose("d", "state")
    press(tested, qtbot, Key.Key_Down, Shift)
    press(tested, qtbot, Key.Key_Right, Shift)
    assert selected(tested) == {("d", "state"), ("e", "state"), ("d", "end"), ("e", "end")}
    press(tested, qtbot, Key.Key_Up, Shift)
    assert selected(tested) == {("d", "state"), ("d", "end")}
    tested.choose("b", "state")
    click(tested, qtbot, "c", "state", Shift)
    assert selected(tested) == {("b", "state"), ("c", "state")}
