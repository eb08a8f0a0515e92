"""Copying, pasting and filling in the grid, by the keys and the mouse of a user."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from coopdesk.shell.labels import Button
from tests.shell_grid.conftest import Bench, click, press
from tests.shell_grid.hands import LEFT, Ctrl, Key, Shift, drag, paste, put, selected

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # popups of a screen that is none
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


# 3. Copy ----------------------------------------------------------------------------------------------------------


def test_what_is_copied_can_be_pasted_back_into_the_same_cells(tested: Bench, qtbot: QtBot) -> None:
    before = dict(tested.memory.jobs)
    click(tested, qtbot, "a", "name")
    click(tested, qtbot, "e", "towns", Shift)
    press(tested, qtbot, Key.Key_C, Ctrl)
    assert QGuiApplication.clipboard().text().startswith("Jobbeurs\tBezig\t30/06/2026\t100\t7,5\tLindemeer\r\n")
    html = QGuiApplication.clipboard().mimeData().html()
    assert 'sdval="100" sdnum="1033;">€\u00a0100</td>' in html
    press(tested, qtbot, Key.Key_V, Ctrl)
    # "Taal↵op de vloer" is one line in a column of one line; all else is as it was.
    assert {k: v for k, v in tested.memory.jobs.items() if k != "e"} == {k: v for k, v in before.items() if k != "e"}


def test_cutting_copies_and_clears_in_one_step(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "cents")
    press(tested, qtbot, Key.Key_X, Ctrl)
    assert QGuiApplication.clipboard().text() == "100\r\n"
    assert tested.memory.jobs["a"].cents is None
    assert tested.memory.steps == ["Clear cells"]


# 4. Paste ---------------------------------------------------------------------------------------------------------


def test_one_cell_fills_a_selection_and_what_is_pasted_is_selected(tested: Bench, qtbot: QtBot) -> None:
    click(tested, qtbot, "a", "hours")
    click(tested, qtbot, "d", "hours", Shift)
    paste(tested, qtbot, "8\r\n")
    assert [tested.memory.jobs[job].hours for job in "abcd"] == [8] * 4
    tested.choose("a", "cents")
    paste(tested, qtbot, "1\t2\r\n3\t4\r\n")
    assert selected(tested) == {("a", "cents"), ("a", "hours"), ("b", "cents"), ("b", "hours")}


def test_a_cell_the_rules_refuse_keeps_none_of_the_others_back(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    paste(tested, qtbot, "Eerste\tOpen\r\nforbidden\tOpen\r\nDerde\tOpen\r\n")
    assert [tested.memory.jobs[job].name for job in "abc"] == ["Eerste", "Écho 10", "Derde"]
    assert tested.memory.jobs["b"].state == "open"
    assert tested.text("b", "name") == "forbidden"
    assert tested.memory.steps == ["Paste cells"]
    assert "1 cel niet gelezen" in tested.bars.texts[0]


def test_a_new_row_the_rules_refuse_is_told_and_can_be_copied_again(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("e", "name")
    paste(tested, qtbot, "Vijf\tOpen\r\nforbidden\tBezig\r\nZeven\tOpen\r\n")
    assert {"Vijf", "Zeven"} <= {job.name for job in tested.memory.jobs.values()}
    assert "1 rij niet toegevoegd" in tested.bars.texts[0]
    next(one for one in tested.bars.findChildren(Button) if one.text() == "Deze rijen kopiëren").click()
    assert QGuiApplication.clipboard().text() == "forbidden\tBezig\r\n"


def test_new_rows_that_a_filter_hides_are_told(tested: Bench, qtbot: QtBot) -> None:
    tested.grid.filter_by("state", frozenset({"Bezig"}))
    tested.choose("e", "name")
    paste(tested, qtbot, "Vijf\tBezig\r\nZes\tKlaar\r\n")
    assert "1 nieuwe rij is nu niet te zien" in tested.bars.texts[0]


def test_columns_are_taken_by_their_titles_in_whatever_order_they_come(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    paste(tested, qtbot, "Bedrag\tFax\tNaam\r\n12\t03 123\tAnders\r\n")
    assert (tested.memory.jobs["a"].name, tested.memory.jobs["a"].cents) == ("Anders", 1200)
    assert "niet in deze lijst: Fax" in tested.bars.texts[0]


def test_a_figure_with_two_meanings_is_asked_once_per_column(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "hours")
    paste(tested, qtbot, "1.234\r\n2.500\r\n3,5\r\n")
    question = tested.grid.editing.question
    assert question is not None
    assert question.text == "“1.234” in de kolom Uren: is dat 1,234 of 1234?"
    assert tested.memory.steps == []
    assert question.buttons[0].hasFocus()
    qtbot.keyClick(question.buttons[1], Key.Key_Space)
    assert [tested.memory.jobs[job].hours for job in "abc"] == [1234, 2500, Decimal("3.5")]
    assert tested.memory.steps == ["Paste cells"]


def test_such_a_figure_left_as_typed_stays_marked_and_esc_pastes_nothing(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "hours")
    paste(tested, qtbot, "1.234\r\n5\r\n")
    question = tested.grid.editing.question
    assert question is not None
    qtbot.keyClick(question, Key.Key_Escape)
    assert tested.memory.steps == []
    paste(tested, qtbot, "1.234\r\n5\r\n")
    question = tested.grid.editing.question
    assert question is not None
    qtbot.mouseClick(question.buttons[2], LEFT)
    assert tested.text("a", "hours") == "1.234"
    assert [tested.memory.jobs[job].hours for job in "ab"] == [Decimal("7.5"), 5]


WORD = (
    '<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">'
    "<style>td {mso-x:y}</style></head><body><table class=MsoTableGrid><tr><td><p class=MsoNormal>Job"
    "<o:p></o:p></p><p class=MsoNormal>voor&nbsp;50+</p></td><td><p>Open</p></td></tr></table></body></html>"
)
EXCEL = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet></head><body>'
    "<table><tr><td>Job</td></tr></table></body></html>"
)


def test_a_table_of_a_word_processor_keeps_its_cells_of_several_paragraphs(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    paste(tested, qtbot, "Job\r\nvoor 50+\tOpen\r\n", WORD)
    assert (tested.memory.jobs["a"].name, tested.memory.jobs["a"].state) == ("Job voor 50+", "open")
    assert tested.memory.jobs["b"].name == "Écho 10"


def test_the_text_of_a_spreadsheet_is_read_with_its_quoted_line_breaks(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    table = EXCEL.replace("<td>Job</td>", "<td>Job<br>klein</td><td>Open</td>")
    paste(tested, qtbot, '"Job\nklein"\tOpen\r\n', table)
    assert (tested.memory.jobs["a"].name, tested.memory.jobs["a"].state) == ("Job klein", "open")
    paste(tested, qtbot, "Eén\r\ncel", EXCEL.replace("<td>Job</td>", "<td>Eén<br>cel</td>"))
    assert tested.memory.jobs["a"].name == "Eén cel"
    assert tested.memory.jobs["b"].name == "Écho 10"


CALC = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head><meta http-equiv="content-type" '
    'content="text/html; charset=utf-8"/><meta name="generator" content="LibreOffice 7.4"/><style>a{}</style>'
    '</head><body><table cellspacing="0" border="0"><colgroup width="85"></colgroup><tr><td height="17" align="left">'
    '<font face="Liberation Sans">Naam</font></td><td>Bedrag</td></tr><tr><td align="left"><font>Eén<br>cel</font></td>'
    '<td align="right" sdval="1250.5" sdnum="2067;0;#.##0,00">1.250,50</td></tr></table></body></html>'
)


def test_the_table_of_a_spreadsheet_stands_in_where_it_gave_no_text(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "name")
    paste(tested, qtbot, "", CALC)
    assert (tested.memory.jobs["a"].name, tested.memory.jobs["a"].cents) == ("Eén cel", 1250_50)


def test_pasting_specially_turns_rows_and_passes_over_empty_cells(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("a", "cents")
    put("1\r\n2\r\n")
    turn = tested.grid.menus.special_menu().actions()[1]
    assert turn.text().startswith("Transponeren")
    turn.trigger()
    assert (tested.memory.jobs["a"].cents, tested.memory.jobs["a"].hours) == (100, 2)
    put("\t9\r\n")
    tested.grid.menus.special_menu().actions()[2].trigger()
    assert (tested.memory.jobs["a"].cents, tested.memory.jobs["a"].hours) == (100, 9)


def test_a_list_becomes_rows_where_there_are_none_yet(tested: Bench, qtbot: QtBot) -> None:
    tested.memory.jobs.clear()
    tested.grid.show_rows([], [])
    put("Naam\tUren\r\nEerste\t3\r\nTweede\tveel\r\n")
    tested.grid.paste_list()
    assert [(job.name, job.hours) for job in tested.memory.jobs.values()] == [("Eerste", 3), ("Tweede", None)]
    assert "2 rijen toegevoegd" in tested.bars.texts[0]


# 5. Fill ----------------------------------------------------------------------------------------------------------


def test_the_handle_fills_the_rows_it_is_dragged_over_as_ctrl_d_does(tested: Bench, qtbot: QtBot) -> None:
    click(tested, qtbot, "a", "cents")
    handle = tested.grid.view.handle
    assert handle.isVisible()
    end = handle.mapFrom(tested.grid.view.viewport(), tested.grid.view.visualRect(tested.index("c", "cents")).center())
    drag(handle, handle.rect().center(), end)
    assert [tested.memory.jobs[job].cents for job in "abcd"] == [100_00, 100_00, 100_00, 50_00]
    assert tested.memory.steps == ["Fill down"]
