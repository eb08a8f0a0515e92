"""Annexes made for a test, read the way the program reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from coopdesk.annex.commands import ImportAnnex, Imported
from coopdesk.annex.interpret import interpret
from coopdesk.annex.meaning.known import register_of
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.model import Choices
from coopdesk.annex.reading import Reading
from coopdesk.annex.sheet.reader import read_book
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
from tests.answers import Files

TODAY = date(2026, 11, 24)
Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def register() -> Register:
    return register_of(open_gazetteer())


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Sequence[Sequence[Any]]], Path]:
    """Writes rows into the first sheet of a workbook."""

    def written(rows: Sequence[Sequence[Any]], name: str = "bijlage.xlsx") -> Path:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return written


@pytest.fixture
def read(register: Register, write: Callable[..., Path]) -> Read:
    """Reads rows, or a file, into a reading."""

    def reading(source: Path | Sequence[Sequence[Any]], choices: Choices = Choices()) -> Reading:  # noqa: B008
        path = source if isinstance(source, Path) else write(source)
        return interpret(read_book(path), register, TODAY, choices)

    return reading


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


@pytest.fixture
def bring(desk: Desk[Any], read: Read) -> Callable[..., Imported]:
    """Imports rows as a file."""

    def brought(rows: list[list[Any]], plan_id: str = "", choices: Choices = Choices()) -> Imported:  # noqa: B008
        return desk.do(ImportAnnex(read(rows, choices), b"bytes of the file", TODAY, plan_id))

    return brought
