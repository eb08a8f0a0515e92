"""The three steps of importing, in a window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

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


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, desk: Desk[Any], words: Words, clock: FixedClock) -> ImportPage:
    theme = Theme(qapp, "light", 100, lambda: False)
    window = QMainWindow()
    qtbot.addWidget(window)
    bars = BarStack("Sluiten")
    messages = Messages(words, window, bars, desk.undo)
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
