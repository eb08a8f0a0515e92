"""The three steps of importing, in a window."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from coopdesk.annex.model import AnnexKind
from coopdesk.annex.sheet.model import Book, Cell, CellKind, Sheet
from coopdesk.annex.ui.delta import DELTA
from coopdesk.annex.ui.page import ImportPage
from coopdesk.desk.desk import Desk
from coopdesk.figures.commands import ReviseObservation
from coopdesk.kernel.clock import FixedClock
from coopdesk.shell.bars import BarStack
from coopdesk.shell.context import AreaChoice, Context
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.messages import Messages
from coopdesk.shell.place import Navigator
from coopdesk.shell.tasks import Tasks
from coopdesk.shell.theme import Theme
from coopdesk.storage.attachments import write_whole
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.catalogue import Words
from tests.annex.test_import import AGREEMENTS, RATES, ledger  # noqa: F401 (a fixture)

DOUBTFUL = [*AGREEMENTS, ["Ninove", "Dender", "2022", "eind 2025"]]


class Files:
    """Answers the file dialogs of the system, which no test can click."""

    answer: Path | None = None

    def open(self, parent: object, title: str, filters: str) -> Path | None:
        return self.answer

    def open_many(self, parent: object, title: str, filters: str) -> list[Path]:
        return [self.answer] if self.answer else []

    def save(self, parent: object, title: str, name: str, filters: str) -> Path | None:
        return self.answer


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, desk: Desk[Any], words: Words, clock: FixedClock) -> ImportPage:
    theme = Theme(qapp, "light", 100, lambda: False)
    window = QMainWindow()
    qtbot.addWidget(window)
    bars = BarStack("Sluiten")
    bars.setParent(window)
    messages = Messages(words, window, bars, desk.undo, Files())
    tasks = Tasks(lambda error: pytest.fail(words.tell(error)), window)
    context = Context(desk, words, clock, theme, messages, tasks, Navigator(window), ShortMemory(), AreaChoice())
    page = ImportPage(context, open_gazetteer(), write_whole)
    page.bars = bars
    window.setCentralWidget(page)
    window.resize(1280, 800)
    window.show()
    page.enter()
    return page


def brought(qtbot: QtBot, page: ImportPage, path: Path) -> None:
    page.take([path])
    settled(qtbot, page)


def settled(qtbot: QtBot, page: ImportPage) -> None:
    qtbot.waitUntil(lambda: not page.context.tasks.running, timeout=20_000)


def pressed(page: ImportPage, text: str) -> None:
    """Presses the repair with these words."""
    buttons = page.new.review.problems.findChildren(QPushButton)
    next(button for button in buttons if button.text().strip() == text).click()


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


def test_undo_after_an_import_leaves_nothing(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(RATES))
    page.new.review.button.click()
    settled(qtbot, page)
    page.new.done.undo_button.click()
    with page.context.desk.look() as work:
        assert work.figures.observations("employment_rate") == []
    assert page.new.stack.currentWidget() is page.new.start


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
    page.context.desk.redo()
    page.new.together.undo_button.click()
    with page.context.desk.look() as work:
        assert work.agreements.agreements() == []


def test_next_years_file_of_the_same_shape_takes_three_clicks_at_most(
    qtbot: QtBot, page: ImportPage, write: Any
) -> None:
    brought(qtbot, page, write(DOUBTFUL, "overzicht 2025.xlsx"))
    pressed(page, "Houden zoals het er staat")
    settled(qtbot, page)
    page.new.review.button.click()
    settled(qtbot, page)
    page.new.done.another_button.click()
    next_year = [DOUBTFUL[0], ["Aalst", "Dender", "2026", "eind 2031"], ["Lede", "Dender", "2026", "eind 2031"]]
    brought(qtbot, page, write(next_year, "overzicht 2026.xlsx"))  # one: the file is dropped
    assert not page.new.review.notes.isHidden()
    assert page.new.review.button.text() == "2 rijen importeren"
    page.new.review.button.click()  # two: the button that names the rows
    settled(qtbot, page)
    assert page.new.stack.currentWidget() is page.new.done


def test_the_remembered_mapping_can_be_put_aside(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(DOUBTFUL))
    pressed(page, "Houden zoals het er staat")
    settled(qtbot, page)
    page.new.review.button.click()
    settled(qtbot, page)
    brought(qtbot, page, write([DOUBTFUL[0], ["Aalst", "Z", "2026", "eind 2031"], ["Lede", "Z", "2026", "2031"]]))
    assert page.new.review.button.text() == "2 rijen importeren"
    page.new.review.guessed.emit()
    settled(qtbot, page)
    assert page.new.review.button.text() == "1 rij importeren"


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


def test_the_cell_under_the_cursor_is_the_same_in_sheet_and_preview(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(AGREEMENTS))
    review = page.new.review
    review.sheet.table.setCurrentIndex(review.sheet.model.index(3, 3))
    assert review.preview.currentIndex().data() == "onbepaalde duur"
    review.preview.setCurrentIndex(review.model.index(0, 1))
    index = review.sheet.table.currentIndex()
    assert (index.row() + 1, index.column() + 1, index.data()) == (2, 1, "Aalst")


def test_what_a_changed_file_changes_is_seen_in_the_cell(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(RATES))
    page.new.review.button.click()
    settled(qtbot, page)
    newer = [RATES[0], [41002, "Aalst", 2015, "70,4"], [41048, "Ninove", 2015, "68,8"]]
    brought(qtbot, page, write(newer, "nieuw.xlsx"))
    model = page.new.review.model
    deltas = [model.index(0, c).data(DELTA) for c in range(model.columnCount())]
    (delta,) = [one for one in deltas if one is not None]
    assert (delta.old, delta.new, delta.taken) == ("70,1", "70,4", True)
    assert model.index(1, 0).data() == "+ 3"


def test_a_conflict_is_put_before_the_user_and_settled_for_the_column(
    qtbot: QtBot, page: ImportPage, write: Any
) -> None:
    brought(qtbot, page, write(RATES))
    page.new.review.button.click()
    settled(qtbot, page)
    desk = page.context.desk
    with desk.look() as work:
        (aalst,) = work.figures.observations("employment_rate", ["41002"])
    desk.do(ReviseObservation(aalst.id, aalst.version, Decimal("69.9")))
    brought(qtbot, page, write([RATES[0], [41002, "Aalst", 2015, "70,4"], RATES[2]], "nieuw.xlsx"))
    pressed(page, "Neem wat in het bestand staat")
    settled(qtbot, page)
    page.new.review.button.click()
    settled(qtbot, page)
    with desk.look() as work:
        assert str(work.figures.observations("employment_rate", ["41002"])[0].value) == "70.4"
        assert work.imports.recipes()[0].rules == ("employment_rate=source",)


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


def saved(page: ImportPage, path: Path) -> Path:
    """What the next file dialog answers."""
    page.context.messages._files.answer = path  # type: ignore[attr-defined]
    return path


def test_rows_that_stayed_out_go_to_excel_and_come_back_through_the_same_door(
    qtbot: QtBot, page: ImportPage, write: Any, tmp_path: Path
) -> None:
    brought(qtbot, page, write([*AGREEMENTS, ["Gemt", "Leie", "2022", "2025"]], "bijlage 2.xlsx"))
    page.new.review.button.click()
    settled(qtbot, page)
    path = saved(page, tmp_path / "bijlage 2 - te verbeteren.xlsx")
    page.new.done.left_button.click()
    book = openpyxl.load_workbook(path)
    assert book.active.cell(2, 5).value == "Onbekende gemeente"
    book.active.cell(2, 1).value = "Gent"
    book.save(path)
    brought(qtbot, page, path)
    assert not page.new.review.notes.isHidden()
    page.new.review.button.click()
    settled(qtbot, page)
    with page.context.desk.look() as work:
        assert sorted(a.title for a in work.agreements.agreements()) == ["Dender", "Leie", "Stad Genk"]


def test_the_account_is_saved_as_a_workbook(qtbot: QtBot, page: ImportPage, write: Any, tmp_path: Path) -> None:
    brought(qtbot, page, write(RATES))
    page.new.review.button.click()
    settled(qtbot, page)
    path = saved(page, tmp_path / "verslag.xlsx")
    page.new.done.account_button.click()
    assert openpyxl.load_workbook(path).sheetnames == ["Rijen", "Sommen", "Niet geïmporteerd"]
    page.refresh_now()
    page.head.show_view("history")
    page.history.view.setCurrentIndex(page.history.model.index(0, 0))
    path.unlink()
    page.import_detail.show_import(page.history.current())
    page.import_detail.save_button.click()
    assert path.exists()


def test_a_mapping_is_named_handed_on_removed_and_taken_over(
    qtbot: QtBot, page: ImportPage, write: Any, tmp_path: Path
) -> None:
    brought(qtbot, page, write(AGREEMENTS))
    page.new.review.button.click()
    settled(qtbot, page)
    page.new.done.name.committed.emit("Bijlage 2")
    page.refresh_now()
    page.head.show_view("recipes")
    page.recipes.view.setCurrentIndex(page.recipes.model.index(0, 0))
    path = saved(page, tmp_path / "Bijlage 2.json")
    next(action for action in page.deeds() if action.id == "import.save_recipe").run()
    assert path.exists()
    page.recipes.remove_selected()
    page.refresh_now()
    assert page.recipes.model.rowCount() == 0
    page.take([path])
    page.refresh_now()
    page.head.show_view("recipes")
    assert page.recipes.model.index(0, 0).data() == "Bijlage 2"


def test_a_damaged_mapping_is_refused_in_words(page: ImportPage, tmp_path: Path) -> None:
    path = tmp_path / "koppeling.json"
    path.write_text('{"coopdesk": "recipe", "version": 1}')
    page.take([path])
    assert any("geen volledige koppeling" in label.text() for label in page.bars.findChildren(QLabel))
