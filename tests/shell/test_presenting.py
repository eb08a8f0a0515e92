"""F11: only the page, in larger words, and back again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.plan.ui.page import PlanPage
from tests.plan.conftest import Show, Story, page, show, story  # noqa: F401 - fixtures


def test_f11_leaves_the_page_alone_and_puts_all_back(page: PlanPage, story: Story, qtbot: QtBot) -> None:  # noqa: F811
    window, theme = page.window(), page.context.theme
    page.reveal(story.row("Werkplekleren").id)
    QApplication.processEvents()
    parts = (window.navigation, window.topbar, window.foot, page.detail)
    assert all(part.isVisible() for part in parts)
    qtbot.keyClick(window, Qt.Key.Key_F11)
    QApplication.processEvents()
    assert not any(part.isVisible() for part in parts)
    assert theme.percent == 130
    qtbot.keyClick(window, Qt.Key.Key_F11)
    QApplication.processEvents()
    assert all(part.isVisible() for part in parts)
    assert theme.percent == 100


def test_a_larger_size_of_ones_own_stays_while_presenting(page: PlanPage) -> None:  # noqa: F811
    window, theme = page.window(), page.context.theme
    theme.zoom_to(150)
    window.presenting.toggle()
    assert theme.percent == 150
    window.presenting.stop()
    window.presenting.stop()
    assert theme.percent == 150
