from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.shell_grid.conftest import Bench, Job, press

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def test_a_title_sorts_up_down_and_back(tested: Bench, qtbot: QtBot) -> None:
    header = tested.grid.view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)
    assert tested.names()[1:4] == ["c", "b", "a"]
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)
    assert tested.names()[1:4] == ["a", "b", "c"]
    tested.grid.sort_by("cents", down=True)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)
    assert tested.names()[1:4] == ["a", "b", "c"]
    assert tested.grid.wish.sort == ""


def test_states_sort_in_the_order_of_their_list(tested: Bench) -> None:
    tested.grid.sort_by("state")
    assert tested.names()[1:4] == ["c", "a", "b"]


def test_the_text_filter_knows_no_accents_and_says_how_many_are_left(tested: Bench, qtbot: QtBot) -> None:
    press(tested, qtbot, Key.Key_F, Ctrl)
    assert tested.grid.bar.field.hasFocus()
    qtbot.keyClicks(tested.grid.bar.field, "echo")
    assert tested.names() == ["[1]", "b", "c"]
    assert tested.grid.bar.count.text() == "2 van 5"
    qtbot.mouseClick(tested.grid.bar.clear, LEFT)
    assert len(tested.names()) == 8


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")
def test_a_column_filter_lists_values_with_counts(tested: Bench, qtbot: QtBot) -> None:
    tested.grid.filter_by("state", frozenset({"Open", "Klaar"}))
    tested.grid.open_filter("towns", tested.grid.bar.chips["towns"])
    popup = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and hasattr(w, "ticked"))
    items = [popup.list.item(at) for at in range(popup.list.count())]  # type: ignore[attr-defined]
    assert [item.text() for item in items] == ["Lindemeer  (1)", "Wilgenrode  (2)"]
    items[0].setCheckState(Qt.CheckState.Checked)
    assert tested.names() == ["[1]", "b"]
    assert tested.grid.bar.chips["towns"].text() == "Gemeenten: Lindemeer"
    popup.close()


def test_filters_that_leave_nothing_say_so(tested: Bench) -> None:
    tested.grid.bar.field.setText("bestaat niet")
    assert not tested.grid.view.isVisible()
    tested.grid.clear_filters()
    assert tested.grid.view.isVisible()


def test_left_and_right_fold_a_heading(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("group 1", "name")
    press(tested, qtbot, Key.Key_Left)
    assert tested.names() == ["[1]", "[2]", "d", "e", "[3]"]
    press(tested, qtbot, Key.Key_Right)
    assert tested.names()[1:4] == ["a", "b", "c"]


def test_a_heading_is_one_sentence_for_a_screen_reader(tested: Bench) -> None:
    assert tested.index("group 1", "end").data(Qt.ItemDataRole.AccessibleTextRole) == "Eerste. Feiten. 3. uitgeklapt"


def test_choosing_a_row_that_is_folded_or_filtered_away_brings_it_back(tested: Bench) -> None:
    tested.grid.fold("2", True)
    tested.grid.bar.field.setText("echo")
    assert tested.grid.select("d")
    current = tested.grid.current()
    assert current is not None
    assert current.id == "d"


def test_typing_down_a_sorted_column_takes_every_row_in_turn(tested: Bench, qtbot: QtBot) -> None:
    tested.grid.sort_by("name")
    rows = [name for name in tested.names() if not name.startswith("[")]
    tested.choose(rows[0], "name")
    for n in range(len(rows)):
        qtbot.keyClick(tested.grid.view, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        qtbot.keyClicks(editor, f"{9 - n} stappen")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()
    assert [tested.memory.jobs[row].name for row in rows] == [f"{9 - n} stappen" for n in range(len(rows))]
    assert [name for name in tested.names() if not name.startswith("[")] == rows, "nothing was carried off"
    tested.grid.sort_by("name")
    assert [name for name in tested.names() if not name.startswith("[")] != rows, "sorting again puts them in order"


def test_a_row_that_comes_while_a_list_is_sorted_stands_where_it_belongs(tested: Bench) -> None:
    tested.grid.sort_by("name", down=True)
    before = tested.names()
    tested.memory.jobs["z"] = Job("z", "1", "Zomerschool")
    tested.grid._context.desk.changed()
    assert [name for name in tested.names() if name != "z"] == before
    assert tested.names().index("z") == tested.names().index("[1]") + 1
