"""The three steps of importing, in a window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from coopdesk.annex.model import AnnexKind
from coopdesk.annex.ui.page import ImportPage
from coopdesk.desk.desk import Desk
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
