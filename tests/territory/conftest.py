"""A window with the pages of areas on a real desk."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import FixedClock
from coopdesk.shell.bars import BarStack
from coopdesk.shell.context import AreaChoice, Context
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.messages import Messages
from coopdesk.shell.place import Navigator
from coopdesk.shell.tasks import Tasks
from coopdesk.shell.theme import Theme
from coopdesk.words.catalogue import Words
from coopdesk.work import SqlWork


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> QMainWindow:
    Theme(qapp, "light", 100, lambda: False)
    shown = QMainWindow()
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    shown.show()
    return shown


@pytest.fixture
def context(window: QMainWindow, qapp: QApplication, desk: Desk[SqlWork], words: Words, clock: FixedClock) -> Context:
    theme = qapp.findChild(Theme)
    messages = Messages(words, window, BarStack("Sluiten"), desk.undo)
    tasks = Tasks(lambda error: None, window)
    return Context(desk, words, clock, theme, messages, tasks, Navigator(window), ShortMemory(), AreaChoice())
