"""Comments on the rows of a real list, kept in the workspace."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.app.comments import Comments
from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import FixedClock
from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.about import Facts
from coopdesk.shell.areas import AreaEntry, Areas
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.page import PageSpec
from coopdesk.shell.theme import Theme
from coopdesk.shell.window import Window
from coopdesk.words.catalogue import Words
from tests.plan.conftest import Story, tell

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def story(desk: Desk[Any], clock: FixedClock) -> Story:
    return tell(desk, clock)


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, words: Words, clock: FixedClock, story: Story) -> PlanPage:
    window = Window(words, clock, Theme(qapp, "light"), ShortMemory(), Facts("0"))
    qtbot.addWidget(window)
    window.resize(1400, 860)
    window.open(story.desk, [PageSpec("plan", "Action plan", "clipboard_task", "", PlanPage)],
                areas=Areas(lambda: [AreaEntry(story.area_id, "Voorbeeldstreek")]),
                remarks=Comments(story.desk, clock))  # fmt: skip
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    assert isinstance(window.page, PlanPage)
    return window.page


def write(page: PlanPage, qtbot: QtBot, story: Story, key: str, text: str) -> None:
    page.grid.select(story.row("Jobbeurs").id, key)
    page.grid.view.setFocus()
    QApplication.processEvents()
    qtbot.keyClick(page.grid.view, Key.Key_F2, Shift)
    panel = page.grid.noting.panel
    assert panel is not None
    qtbot.keyClicks(panel.text, text)
    qtbot.keyClick(panel.text, Key.Key_Return)
    QApplication.processEvents()


def test_a_comment_on_a_cell_is_kept_said_listed_and_undone(page: PlanPage, qtbot: QtBot, story: Story) -> None:
    write(page, qtbot, story, "end", "Nog af te spreken")
    write(page, qtbot, story, "title", "Wacht op de stuurgroep")
    index = page.grid.model.where(story.row("Jobbeurs").id, "end")
    first = page.grid.model.where(story.row("Jobbeurs").id, "title")
    assert index.data(SPOKEN).endswith("Opmerking: Nog af te spreken")
    assert first.data(SPOKEN).endswith("2 opmerkingen")
    assert [remark.text for remark in page.grid.view.noted.all] == ["Nog af te spreken", "Wacht op de stuurgroep"]
    page.window().undo()  # type: ignore[attr-defined]
    QApplication.processEvents()
    assert [remark.text for remark in page.grid.view.noted.all] == ["Nog af te spreken"]


def test_a_comment_put_off_with_esc_is_there_at_the_next_opening(page: PlanPage, qtbot: QtBot, story: Story) -> None:
    page.grid.select(story.row("Jobbeurs").id, "end")
    page.grid.view.setFocus()
    for text in ("Half", "Half"):
        qtbot.keyClick(page.grid.view, Key.Key_F2, Shift)
        panel = page.grid.noting.panel
        assert panel is not None
        if not panel.text.toPlainText():
            qtbot.keyClicks(panel.text, text)
        assert panel.text.toPlainText() == text
        qtbot.keyClick(panel.text, Key.Key_Escape)
        QApplication.processEvents()
