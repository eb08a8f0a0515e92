"""The grid contract, line by line, by the keys and the mouse of a user."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coopdesk.shell.grid.chips import ChipsEditor
from coopdesk.shell.grid.editors import ChoiceEditor, DateEditor
from coopdesk.shell.grid.marking import Ask, Mark
from coopdesk.shell.grid.replace import ReplaceDialog
from coopdesk.shell.labels import Button
from tests.shell_grid.conftest import GROUPS, Bench, click, press

Key = Qt.Key
Ctrl, Shift, Alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # popups of a screen that is none
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def editor() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def put(text: str, html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def paste(bench: Bench, qtbot: QtBot, text: str, html: str = "") -> None:
    put(text, html)
    press(bench, qtbot, Key.Key_V, Ctrl)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Real mouse events: down, over, up."""
    moves = (
        (QEvent.Type.MouseButtonPress, start, LEFT),
        (QEvent.Type.MouseMove, (start + end) / 2, LEFT),
        (QEvent.Type.MouseMove, end, LEFT),
        (QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton),
    )
    for kind, at, held in moves:
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        where = QPointF(at)
        event = QMouseEvent(kind, where, QPointF(widget.mapToGlobal(at)), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)
    QApplication.processEvents()


def selected(bench: Bench) -> set[tuple[str, str]]:
    lines, columns = bench.grid.model.lines, bench.grid.shape.columns
    found = bench.grid.view.selectionModel().selectedIndexes()
    return {(lines[i.row()].id, columns[i.column()].key) for i in found if lines[i.row()].row is not None}


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


def test_ctrl_enter_goes_to_the_details_of_the_row(tested: Bench, qtbot: QtBot) -> None:
    tested.choose("b", "name")
    with qtbot.waitSignal(tested.grid.activated) as opened:
        press(tested, qtbot, Key.Key_Return, Ctrl)
    assert opened.args == [tested.memory.jobs["b"]]
    assert not tested.grid.view.editing


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
