"""Two edits of the same action, from two places or with an undo in between: the second is told, with both values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coopdesk.plan.commands.actions import RemoveActions, ReviseAction
from coopdesk.plan.ui.page import PlanPage
from tests.plan.conftest import Story
from tests.plan.test_page import choose

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore(
    "grabbing the keyboard", extend=True
)  # the names offered, on a screen that is none


def open_cell(page: PlanPage, qtbot: QtBot, story: Story, key: str) -> QWidget:
    choose(page, story, "Jobbeurs", key)
    qtbot.keyClick(page.grid.view, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    return editor


def elsewhere(story: Story, **changes: object) -> None:
    """Another window, or the pane, changes the same action."""
    action = story.row("Jobbeurs").action
    story.desk.do(ReviseAction(replace(action, **changes)))


def test_the_same_cell_changed_elsewhere_shows_both_values_and_asks(page: PlanPage, qtbot: QtBot, story: Story) -> None:
    editor = open_cell(page, qtbot, story, "lead")
    elsewhere(story, lead="Koen Maes")
    QApplication.processEvents()
    qtbot.keyClicks(editor, " en co")
    qtbot.keyClick(editor, Key.Key_Return)
    question = page.grid.editing.question
    assert question is not None
    assert question.text == "Intussen werd dit “Koen Maes”. Jij typte “Ann Peeters en co”."
    assert story.row("Jobbeurs").action.lead == "Koen Maes"
    qtbot.keyClick(question.buttons[1], Key.Key_Space)
    assert story.row("Jobbeurs").action.lead == "Ann Peeters en co"


def test_another_cell_of_the_action_changed_elsewhere_is_no_conflict_and_both_are_kept(
    page: PlanPage, qtbot: QtBot, story: Story
) -> None:
    editor = open_cell(page, qtbot, story, "lead")
    elsewhere(story, progress=80)
    qtbot.keyClicks(editor, " en co")
    qtbot.keyClick(editor, Key.Key_Return)
    assert page.grid.editing.question is None
    action = story.row("Jobbeurs").action
    assert (action.lead, action.progress) == ("Ann Peeters en co", 80)


def test_an_undo_while_one_types_is_told_as_well(page: PlanPage, qtbot: QtBot, story: Story) -> None:
    elsewhere(story, lead="Koen Maes")
    QApplication.processEvents()
    editor = open_cell(page, qtbot, story, "lead")
    story.desk.undo()
    QApplication.processEvents()
    qtbot.keyClicks(editor, "!")
    qtbot.keyClick(editor, Key.Key_Return)
    question = page.grid.editing.question
    assert question is not None
    assert "“Ann Peeters”" in question.text
    assert "“Koen Maes!”" in question.text
    qtbot.keyClick(question.buttons[0], Key.Key_Space)
    assert story.row("Jobbeurs").action.lead == "Ann Peeters"


def test_an_action_removed_while_one_types_does_not_take_the_typed_text_along(
    page: PlanPage, qtbot: QtBot, story: Story
) -> None:
    editor = open_cell(page, qtbot, story, "lead")
    qtbot.keyClicks(editor, " en co")
    story.desk.do(RemoveActions((story.row("Jobbeurs").id,)))
    QApplication.processEvents()
    assert any("“Ann Peeters en co”" in text for text in page.window().bars.texts)  # type: ignore[attr-defined]
