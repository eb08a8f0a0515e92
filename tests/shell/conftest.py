"""A window on a real desk with two small pages that show steps of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.errors import Invalid
from coopdesk.shell.about import Facts
from coopdesk.shell.action import Action
from coopdesk.shell.areas import AreaEntry, Areas
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.page import Page, PageSpec
from coopdesk.shell.theme import Theme
from coopdesk.shell.window import Window
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_
from tests.answers import Files


@dataclass(frozen=True, slots=True)
class Typist:
    words: Words
    clock: FixedClock


@dataclass(frozen=True, slots=True)
class Refusing:
    """A command that is always refused."""

    label: str = N_("Fill this in.")

    def run(self, work: Any) -> None:
        raise Invalid("Fill this in.")


class Sheet(Page):
    """Counts how often it is built and read."""

    name = "plan"
    touches = ("area",)

    def build(self) -> None:
        self.built = 1
        self.read = 0
        self.head.set_title("Actieplan")
        self.detail.set_title("Detail")
        self.line = QLineEdit()
        self.line.setAccessibleName("Regel")
        self.body.addWidget(self.line)

    def refresh(self) -> None:
        self.read += 1

    def deeds(self) -> list[Action]:
        return [Action("add", "Add action", "add", "Ctrl+N", self.head.show)]


class Other(Page):
    name = "start"

    def build(self) -> None:
        self.head.set_title("Start")


class Papers(Other):
    name = "dossier"


PAGES = [
    PageSpec("start", "Start", "home", "", Other),
    PageSpec("plan", "Action plan", "clipboard_task", "", Sheet),
    PageSpec("dossier", "Dossier", "document_pdf", "Output", Papers),
]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, "light", contrast=lambda: False)
    yield theme
    theme.choose("light")
    theme.zoom_to(100)


@pytest.fixture
def typist(words: Words, clock: FixedClock, theme: Theme) -> Typist:
    return Typist(words, clock)


@pytest.fixture
def window(qtbot: QtBot, words: Words, clock: FixedClock, theme: Theme, desk: Desk[Any]) -> Iterator[Window]:
    made = Window(words, clock, theme, ShortMemory(), Facts("0"), Files())
    made.resize(1440, 860)
    made.open(desk, PAGES, areas=Areas(lambda: [AreaEntry("1", "Voorbeeldstreek"), AreaEntry("2", "Elders")]))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.tasks.wait()


NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
