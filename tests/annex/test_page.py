"""The three steps of importing, in a window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coopdesk.annex.model import AnnexKind
from coopdesk.annex.sheet.model import Book, Cell, CellKind, Sheet
from coopdesk.annex.ui.page import ImportPage
from coopdesk.shell.widgets import Pill
from tests.annex.hands import brought, pressed, settled
from tests.annex.test_import import AGREEMENTS, DOUBTFUL, RATES


def test_nothing_is_kept_before_the_button_that_names_the_rows(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(AGREEMENTS))
    assert page.head.title == "Overeenkomsten importeren"
    assert page.new.review.button.text() == "3 rijen importeren"
    with page.context.desk.look() as work:
        assert work.agreements.agreements() == []
    page.new.review.button.click()
    settled(qtbot, page)
    with page.context.desk.look() as work:
        assert len(work.agreements.agreements()) == 2
    assert page.new.stack.currentWidget() is page.new.done


def test_one_click_accepts_a_cause_and_the_row_joins(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(DOUBTFUL))
    assert page.new.review.button.text() == "3 rijen importeren"
    pressed(page, "Houden zoals het er staat")
    settled(qtbot, page)
    assert page.new.review.button.text() == "4 rijen importeren"


def test_a_column_read_otherwise_changes_the_preview_and_is_remembered(
    qtbot: QtBot, page: ImportPage, write: Any
) -> None:
    brought(qtbot, page, write(RATES))
    last = page.new.review.mapping.boxes[-1]
    at = next(i for i in range(last.count()) if last.itemText(i) == "Niet importeren")
    last.activated.emit(at)
    settled(qtbot, page)
    assert not page.new.review.button.isEnabled()
    last = page.new.review.mapping.boxes[-1]
    at = next(i for i in range(last.count()) if last.itemText(i).startswith("Werkzaamheidsgraad"))
    last.activated.emit(at)
    settled(qtbot, page)
    page.new.review.button.click()
    settled(qtbot, page)
    with page.context.desk.look() as work:
        assert [c.indicator for c in work.imports.columns()] == ["employment_rate"]


def test_a_column_about_a_part_of_the_population_says_so_and_keeps_it_when_its_figure_is_chosen(
    qtbot: QtBot, page: ImportPage, write: Any
) -> None:
    rows = [["Gemeente", "Vrouwen 2022", "Totaal 2022"], ["Aalst", 120, 250], ["Lede", 20, 41], ["Ninove", 60, 119]]
    brought(qtbot, page, write(rows))
    box = page.new.review.mapping.boxes[1]
    at = next(i for i in range(box.count()) if box.itemText(i).startswith("Inwoners"))
    box.activated.emit(at)
    settled(qtbot, page)
    told = [pill.accessibleName() for pill in page.new.review.mapping.findChildren(Pill)]
    assert "Herkend · 2022 · Vrouwen" in told
    page.new.review.button.click()
    settled(qtbot, page)
    with page.context.desk.look() as work:
        indicator = next(iter(work.imports.columns())).indicator
        assert {o.breakdown for o in work.figures.observations(indicator, breakdown="sex=f")} == {"sex=f"}
        assert list(work.figures.observations(indicator)) == []


def test_undo_after_an_import_leaves_nothing(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(RATES))
    page.new.review.button.click()
    settled(qtbot, page)
    page.new.done.undo_button.click()
    with page.context.desk.look() as work:
        assert work.figures.observations("employment_rate") == []
    assert page.new.stack.currentWidget() is page.new.start


def test_an_import_that_was_undone_elsewhere_is_no_longer_said_to_be_in(
    qtbot: QtBot, page: ImportPage, write: Any
) -> None:
    brought(qtbot, page, write(RATES))
    page.new.review.button.click()
    settled(qtbot, page)
    assert page.new.stack.currentWidget() is page.new.done
    page.context.desk.undo()
    page.refresh()
    assert page.new.stack.currentWidget() is page.new.start


def test_another_file_is_shown_from_its_first_row(qtbot: QtBot, page: ImportPage, write: Any, tmp_path: Path) -> None:
    rows = [RATES[0], *([41002, "Aalst", 1900 + n, "70,1"] for n in range(99))]
    first, second = tmp_path / "een.csv", tmp_path / "twee.csv"
    for path, last in ((first, "71"), (second, "72")):
        lines = [*rows, [41002, "Aalst", 2020, last]]
        path.write_text("\n".join(";".join(map(str, line)) for line in lines), encoding="utf-8")
    brought(qtbot, page, first)
    tables = page.new.review.preview, page.new.review.sheet.table
    for table in tables:
        table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert tables[0].verticalScrollBar().value() > 0
    brought(qtbot, page, second)
    assert [table.verticalScrollBar().value() for table in tables] == [0, 0]


def test_a_broken_file_is_said_and_the_page_stays(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    (tmp_path / "stuk.xlsx").write_bytes(b"PK\x03\x04")
    brought(qtbot, page, tmp_path / "stuk.xlsx")
    assert any("stuk.xlsx" in label.text() for label in page.bars.findChildren(QLabel))
    assert page.new.stack.currentWidget() is page.new.start


def test_the_kind_can_be_chosen_by_hand(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(AGREEMENTS))
    page.new.review.kind.committed.emit(AnnexKind.FIGURES)
    settled(qtbot, page)
    assert page.head.title == "Cijfers importeren"


def test_several_files_come_in_at_once_where_none_needs_a_look(
    qtbot: QtBot, page: ImportPage, write: Any, tmp_path: Path
) -> None:
    (tmp_path / "stuk.xlsx").write_bytes(b"PK\x03\x04")
    page.take(
        [write(RATES, "een.xlsx"), tmp_path / "stuk.xlsx", write(AGREEMENTS, "twee.xlsx"), write(DOUBTFUL, "drie.xlsx")]
    )
    settled(qtbot, page)
    together = page.new.together
    assert page.new.stack.currentWidget() is together
    told = "2 bestanden klaar, 5 rijen · 1 bestand na te kijken · 1 bestand niet gelezen"
    assert together._counts.text() == told
    assert together.button.text() == "5 rijen uit 2 bestanden importeren"
    together.button.click()
    settled(qtbot, page)
    with page.context.desk.look() as work:
        assert len(work.agreements.agreements()) == 2
        assert len(work.figures.observations("employment_rate")) == 2
    assert together._counts.text() == ("2 bestanden geïmporteerd · 1 bestand na te kijken · 1 bestand niet gelezen")
    together.looks[3].click()
    settled(qtbot, page)
    assert page.head.title == "Overeenkomsten importeren"


def test_each_of_several_files_is_a_step_and_all_can_be_taken_back(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    page.take([write(RATES, "een.xlsx"), write(AGREEMENTS, "twee.xlsx")])
    settled(qtbot, page)
    page.new.together.button.click()
    settled(qtbot, page)
    page.context.desk.undo()
    with page.context.desk.look() as work:
        assert work.agreements.agreements() == []
        assert len(work.figures.observations("employment_rate")) == 2
    page.refresh_now()
    assert page.new.together._counts.text().startswith("1 bestand geïmporteerd · 1 bestand klaar")
    page.context.desk.redo()
    page.refresh_now()
    assert page.new.together._counts.text() == "2 bestanden geïmporteerd"
    page.new.together.undo_button.click()
    with page.context.desk.look() as work:
        assert work.agreements.agreements() == []


def test_f8_goes_to_the_repair_and_enter_carries_it_out(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(DOUBTFUL))
    page.window().activateWindow()
    next(action for action in page.deeds() if action.id == "import.next").run()
    review = page.new.review
    assert review.sheet.table.currentIndex().data() == "eind 2025"
    assert review.preview.currentIndex().data() == "eind 2025"
    button, _ = review.problems._cards[0]
    qtbot.keyClick(button, Qt.Key.Key_Return)
    settled(qtbot, page)
    assert page.new.review.button.text() == "4 rijen importeren"


def test_a_code_that_is_a_number_in_the_file_is_shown_as_the_code_it_becomes(
    qtbot: QtBot, page: ImportPage, write: Any
) -> None:
    brought(qtbot, page, write([["Code", "Actie", "Status"], ["1.2", "Jobbeurs", "lopend"], [1.3, "Bus", "gepland"]]))
    model = page.new.review.model
    codes = [[model.index(row, column).data() for column in range(model.columnCount())][1] for row in range(2)]
    assert codes == ["1.2", "1.3"]


def test_the_cell_under_the_cursor_is_the_same_in_sheet_and_preview(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(AGREEMENTS))
    review = page.new.review
    review.sheet.table.setCurrentIndex(review.sheet.model.index(3, 3))
    assert review.preview.currentIndex().data() == "onbepaalde duur"
    review.preview.setCurrentIndex(review.model.index(0, 1))
    index = review.sheet.table.currentIndex()
    assert (index.row() + 1, index.column() + 1, index.data()) == (2, 1, "Aalst")


def test_a_table_pasted_from_excel_comes_in_through_the_same_door(qtbot: QtBot, page: ImportPage) -> None:
    page.new.begin()
    mime = QMimeData()
    mime.setText("\r\n".join("\t".join(map(str, row)) for row in AGREEMENTS))
    QGuiApplication.clipboard().setMimeData(mime)
    next(action for action in page.deeds() if action.id == "import.paste").run()
    settled(qtbot, page)
    assert page.new.review.button.text() == "3 rijen importeren"


def test_a_table_pasted_from_a_web_page_comes_in_too(qtbot: QtBot, page: ImportPage) -> None:
    page.new.begin()
    mime = QMimeData()
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in AGREEMENTS)
    mime.setHtml(f"<html><body><table>{rows}</table></body></html>")
    QGuiApplication.clipboard().setMimeData(mime)
    next(action for action in page.deeds() if action.id == "import.paste").run()
    settled(qtbot, page)
    assert page.new.review.button.text() == "3 rijen importeren"


def test_a_clipboard_without_a_table_is_said(qtbot: QtBot, page: ImportPage) -> None:
    page.new.begin()
    QGuiApplication.clipboard().setText("zomaar een zin")
    next(action for action in page.deeds() if action.id == "import.paste").run()
    assert any("klembord" in label.text() for label in page.bars.findChildren(QLabel))
    assert page.new.starting


def test_a_sheet_of_a_hundred_thousand_rows_opens_at_once(qtbot: QtBot, page: ImportPage) -> None:
    rows = tuple((Cell(CellKind.NUMBER, str(at)), Cell(CellKind.TEXT, "x")) for at in range(100_000))
    sheet = Sheet("Groot", rows, hidden_rows=frozenset({2}), hidden_columns=frozenset({2}))
    view = page.new.review.sheet
    view.show_book(Book("groot.xlsx", "1" * 64, "xlsx", (sheet, Sheet("Twee", rows[:2], hidden=True))))
    view.point("Groot", 99_999, 1)
    assert view.table.currentIndex().data() == "99998"
    assert [view.tabs.tabText(at) for at in range(2)] == ["Groot", "Twee (verborgen)"]
    side = view.model.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert side == "Verborgen in het bestand"
    # Asking for a cell costs nothing more than that cell: the view asks only for what it shows.
    assert view.model.rowCount() == 100_000


def test_what_came_in_is_said_to_a_screen_reader(qtbot: QtBot, page: ImportPage, write: Any, spoken: list[str]) -> None:
    brought(qtbot, page, write(AGREEMENTS))
    spoken.clear()
    page.new.review.button.click()
    settled(qtbot, page)
    assert len(spoken) == 1
    assert "is geïmporteerd" in spoken[0]
    assert "nieuw" in spoken[0]


def test_figures_without_a_name_are_a_thing_to_check_and_one_press_leads_to_their_choice(
    qtbot: QtBot, page: ImportPage, write: Any
) -> None:
    brought(qtbot, page, write([["Gemeente", "Jaar", "Kavels"], ["Aalst", 2022, 12], ["Lede", 2022, 2]]))
    assert not page.new.review.button.isEnabled()
    pressed(page, "Kies welk cijfer")
    assert page.new.review.mapping.boxes[2].hasFocus()
