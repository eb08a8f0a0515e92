"""The three steps of importing, in a window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
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
    page = ImportPage(context, open_gazetteer())
    page.bars = bars
    window.setCentralWidget(page)
    window.resize(1280, 800)
    window.show()
    page.enter()
    return page


def brought(qtbot: QtBot, page: ImportPage, path: Path) -> None:
    page.read(path)
    settled(qtbot, page)


def settled(qtbot: QtBot, page: ImportPage) -> None:
    qtbot.waitUntil(lambda: not page.context.tasks.running, timeout=20_000)


def test_nothing_is_kept_before_the_button_that_names_the_rows(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(AGREEMENTS))
    assert page.head.title == "Overeenkomsten importeren"
    assert page.review.button.text() == "3 rijen importeren"
    with page.context.desk.look() as work:
        assert work.agreements.agreements() == []
    page.review.button.click()
    settled(qtbot, page)
    with page.context.desk.look() as work:
        assert len(work.agreements.agreements()) == 2
    assert page.stack.currentWidget() is page.done


def test_one_click_accepts_a_cause_and_the_row_joins(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(DOUBTFUL))
    assert page.review.button.text() == "3 rijen importeren"
    page.review._accept("imprecise_date")
    settled(qtbot, page)
    assert page.review.button.text() == "4 rijen importeren"


def test_a_column_read_otherwise_changes_the_preview_and_is_remembered(
    qtbot: QtBot, page: ImportPage, write: Any
) -> None:
    brought(qtbot, page, write(RATES))
    last = page.review.mapping.boxes[-1]
    at = next(i for i in range(last.count()) if last.itemText(i) == "Niet importeren")
    last.activated.emit(at)
    settled(qtbot, page)
    assert not page.review.button.isEnabled()
    last = page.review.mapping.boxes[-1]
    at = next(i for i in range(last.count()) if last.itemText(i).startswith("Werkzaamheidsgraad"))
    last.activated.emit(at)
    settled(qtbot, page)
    page.review.button.click()
    settled(qtbot, page)
    with page.context.desk.look() as work:
        assert [c.indicator for c in work.imports.columns()] == ["employment_rate"]


def test_undo_after_an_import_leaves_nothing(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(RATES))
    page.review.button.click()
    settled(qtbot, page)
    page.done.undo_button.click()
    with page.context.desk.look() as work:
        assert work.figures.observations("employment_rate") == []
    assert page.stack.currentWidget() is page.start


def test_a_broken_file_is_said_and_the_page_stays(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    (tmp_path / "stuk.xlsx").write_bytes(b"PK\x03\x04")
    brought(qtbot, page, tmp_path / "stuk.xlsx")
    assert any("stuk.xlsx" in label.text() for label in page.bars.findChildren(QLabel))
    assert page.stack.currentWidget() is page.start


def test_the_kind_can_be_chosen_by_hand(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(AGREEMENTS))
    page.review._choose_kind(AnnexKind.FIGURES)
    settled(qtbot, page)
    assert page.head.title == "Cijfers importeren"


def test_several_files_are_taken_in_turn_and_a_bad_one_holds_none_up(
    qtbot: QtBot, page: ImportPage, write: Any, tmp_path: Path
) -> None:
    (tmp_path / "stuk.xlsx").write_bytes(b"PK\x03\x04")
    page.take([write(RATES, "een.xlsx"), tmp_path / "stuk.xlsx", write(AGREEMENTS, "twee.xlsx")])
    settled(qtbot, page)
    assert page.review.button.text() == "2 rijen importeren"
    page.review.button.click()
    settled(qtbot, page)
    assert page.done.another_button.text() == "Volgend bestand: “stuk.xlsx”"
    page.done.another_button.click()
    settled(qtbot, page)
    assert page.head.title == "Overeenkomsten importeren"
    page.review.button.click()
    settled(qtbot, page)
    page.done.undo_button.click()
    with page.context.desk.look() as work:
        assert work.agreements.agreements() == []
        assert len(work.figures.observations("employment_rate")) == 2
    assert page.stack.currentWidget() is page.start
