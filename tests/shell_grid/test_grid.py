from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.kernel.clock import FixedClock
from coopdesk.shell.memory import ShortMemory
from coopdesk.words.catalogue import Words
from tests.shell_grid.conftest import GROUPS, Bench, bench_of, click, press

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def test_rows_stand_under_their_headings_and_an_empty_one_shows(tested: Bench) -> None:
    assert tested.names() == ["[1]", "a", "b", "c", "[2]", "d", "e", "[3]"]


def test_the_current_cell_stays_when_rows_around_it_come_and_go(tested: Bench) -> None:
    tested.choose("d", "end")
    jobs = dict(tested.memory.jobs)
    del jobs["a"]
    jobs["c"] = replace(jobs["c"], name="Anders")
    fresh = replace(jobs["b"], id="z")
    tested.grid.show_rows([fresh, jobs["e"], jobs["d"], jobs["c"], jobs["b"]], GROUPS[::-1])
    current = tested.grid.current()
    assert current is not None
    assert current.id == "d"
    assert tested.grid.view.currentIndex().column() == 2
    assert tested.names() == ["[3]", "[2]", "e", "d", "[1]", "z", "c", "b"]


def test_typing_replaces_and_enter_goes_down_past_a_heading(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("c", "name")
    qtbot.keyClicks(tested.grid.view, "N")
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "ieuw")
    qtbot.keyClick(editor, Key.Key_Return)
    assert tested.memory.jobs["c"].name == "Nieuw"
    assert tested.grid.current() == tested.memory.jobs["d"]


def test_tab_goes_right_and_the_keypad_point_is_a_comma(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "cents")
    press(tested, qtbot, Key.Key_1)
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "2.5")
    qtbot.keyClick(editor, Key.Key_Tab)
    assert tested.memory.jobs["a"].cents == 1250
    assert tested.grid.view.currentIndex() == tested.index("a", "hours")


def test_escape_leaves_what_was(tested: Bench, qtbot: QtBot) -> None:
    click(tested, qtbot, "a", "name")
    press(tested, qtbot, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "Weg")
    qtbot.keyClick(editor, Key.Key_Escape)
    assert tested.memory.steps == []
    assert tested.text("a", "name") == "Jobbeurs"


def test_what_cannot_be_read_stays_with_its_reason_until_escape(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "end")
    tested.grid.model.setData(tested.index("a", "end"), "ooit")
    index = tested.index("a", "end")
    assert index.data() == "ooit"
    assert "ooit" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == index.data(Qt.ItemDataRole.ToolTipRole)
    assert tested.grid.model.typed(index) == "ooit"
    press(tested, qtbot, Key.Key_Escape)
    assert tested.text("a", "end") == "30\u00a0jun\u00a02026"


def test_a_refusal_of_the_rules_is_shown_in_the_cell(tested: Bench) -> None:
    tested.grid.model.setData(tested.index("a", "name"), "forbidden")
    assert tested.text("a", "name") == "forbidden"
    assert tested.memory.jobs["a"].name == "Jobbeurs"


def test_a_copied_range_is_text_and_a_table_without_headings(tested: Bench, qtbot: QtBot) -> None:
    click(tested, qtbot, "c", "name")
    click(tested, qtbot, "d", "state", Shift)
    press(tested, qtbot, Key.Key_C, Ctrl)
    assert QGuiApplication.clipboard().text() == "Echo 9\tOpen\r\nBouwklas\tOpen\r\n"
    press(tested, qtbot, Key.Key_C, Ctrl | Shift)
    assert QGuiApplication.clipboard().text().startswith("Naam\tToestand\r\n")
    assert "<th>Naam</th>" in QGuiApplication.clipboard().mimeData().html()


def test_a_pasted_range_is_one_step_converts_marks_and_adds_rows(tested: Bench, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(
        'Naam\tToestand\tEinde\n"Twee\nregels"\tklaar\t31/5/2027\nE\tfout\tmei 2027\nExtra\tBezig\tsoms\n'
    )
    tested.choose("d", "name")
    press(tested, qtbot, Key.Key_V, Ctrl)
    d, e = tested.memory.jobs["d"], tested.memory.jobs["e"]
    assert (d.name, d.state, d.end.canonical() if d.end else "") == ("Twee regels", "done", "2027-05-31")
    assert (e.name, e.state, e.end.canonical() if e.end else "") == ("E", "busy", "2027-05")
    assert tested.text("e", "state") == "fout"
    extra = next(job for job in tested.memory.jobs.values() if job.name == "Extra")
    assert tested.text(extra.id, "end") == "soms"
    assert tested.memory.steps == ["Paste cells"]
    assert tested.bars.texts == ["5 cellen geplakt · 1 rij toegevoegd · 2 cellen niet gelezen"]


def test_hidden_and_filtered_rows_are_not_pasted_over(tested: Bench, qtbot: QtBot) -> None:
    tested.grid.filter_by("state", frozenset({"Bezig"}))
    tested.choose("a", "hours")
    QGuiApplication.clipboard().setText("1\n2\n")
    press(tested, qtbot, Key.Key_V, Ctrl)
    assert [tested.memory.jobs[job].hours for job in "abcde"] == [1, None, 2, 4, 2]


def test_a_read_only_column_is_passed_over(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "code")
    QGuiApplication.clipboard().setText("X")
    press(tested, qtbot, Key.Key_V, Ctrl)
    assert tested.memory.steps == []
    assert "1 cel onveranderd gelaten" in tested.bars.texts[0]


def test_fill_down_and_delete_are_one_step_each(tested: Bench, qtbot: QtBot) -> None:
    click(tested, qtbot, "a", "cents")
    click(tested, qtbot, "d", "cents", Shift)
    press(tested, qtbot, Key.Key_D, Ctrl)
    assert [tested.memory.jobs[job].cents for job in "abcd"] == [100_00] * 4
    press(tested, qtbot, Key.Key_Delete)
    assert [tested.memory.jobs[job].cents for job in "abcd"] == [None] * 4
    assert tested.memory.steps == ["Fill down", "Clear cells"]


def test_a_required_cell_is_not_cleared(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_Delete)
    assert tested.memory.jobs["a"].name == "Jobbeurs"
    assert tested.text("a", "name") == "Jobbeurs"


def test_selected_figures_are_counted_and_added_up(tested: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(
        tested.grid.totals_changed,
        check_params_cb=lambda text: text == "Aantal 2 · Som €\u00a0350 · Gemiddelde €\u00a0175",
    ):
        click(tested, qtbot, "a", "cents")
        click(tested, qtbot, "c", "cents", Shift)


def test_ctrl_arrow_and_ctrl_a_reach_everything(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_Down, Ctrl)
    assert tested.grid.view.currentIndex().row() == len(tested.grid.model.lines) - 1
    press(tested, qtbot, Key.Key_A, Ctrl)
    assert [job.id for job in tested.grid.selected()] == ["a", "b", "c", "d", "e"]


def test_f6_leaves_the_list_both_ways(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    press(tested, qtbot, Key.Key_F6)
    assert tested.after.hasFocus()
    tested.grid.view.setFocus()
    press(tested, qtbot, Key.Key_F6, Shift)
    assert not tested.grid.view.hasFocus()


def test_the_first_column_stands_while_the_rest_scrolls(tested: Bench, qtbot: QtBot) -> None:
    view = tested.grid.view
    tested.window.resize(420, 500)
    QApplication.processEvents()
    assert not view.frozen.isVisible()
    tested.choose("a", "code")
    assert view.frozen.isVisible()
    tested.choose("a", "state")
    assert view.visualRect(tested.index("a", "state")).left() >= view.frozen.reach()


def test_widths_and_hidden_columns_are_remembered(
    qapp: QApplication, qtbot: QtBot, words: Words, clock: FixedClock, settings: ShortMemory
) -> None:
    with bench_of(qapp, qtbot, words, clock, settings) as first:
        first.grid.view.setColumnWidth(2, 222)
        first.grid.widths.show("towns", shown=False)
        first.grid.view.horizontalHeader().moveSection(4, 1)
    with bench_of(qapp, qtbot, words, clock, settings) as second:
        assert second.grid.view.columnWidth(2) == 222
        assert second.grid.view.isColumnHidden(5)
        assert second.grid.view.columns()[:2] == [0, 4]


def test_ctrl_delete_removes_the_selected_rows(tested: Bench, qtbot: QtBot) -> None:
    click(tested, qtbot, "a", "name")
    click(tested, qtbot, "b", "name", Shift)
    press(tested, qtbot, Key.Key_Delete, Ctrl)
    assert list(tested.memory.jobs) == ["c", "d", "e"]
    assert tested.grid.current() == tested.memory.jobs["c"]


def test_enter_on_a_read_only_cell_opens_the_row(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("b", "code")
    with qtbot.waitSignal(tested.grid.activated) as opened:
        press(tested, qtbot, Key.Key_Return)
    assert opened.args == [tested.memory.jobs["b"]]


def test_every_key_has_its_entry_in_the_menu(tested: Bench) -> None:
    texts = [action.text() for action in tested.grid.menus.cell_menu().actions()]
    for chord in ("Ctrl+C", "Ctrl+Shift+C", "Ctrl+V", "Ctrl+D", "Del", "Ctrl+Del"):
        assert any(text.endswith(f"\t{chord}") for text in texts)


def test_a_message_that_makes_the_list_smaller_does_not_cover_the_cell_one_is_in(tested: Bench) -> None:
    tested.choose("e", "name")
    tested.grid.setFixedHeight(tested.grid.view.visualRect(tested.index("b", "name")).bottom() + 120)
    QApplication.processEvents()
    rect = tested.grid.view.visualRect(tested.index("e", "name"))
    assert tested.grid.view.viewport().rect().contains(rect.center())
