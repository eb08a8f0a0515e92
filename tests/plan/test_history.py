"""Who looks back at an action sees when what became of it, from what to what, and by whom."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import FixedClock
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.commands.parts import ReviseMilestone
from coopdesk.plan.model import ActionStatus
from coopdesk.plan.past import told
from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.labels import Label
from coopdesk.storage.attachments import Attachments
from coopdesk.storage.unit import SqlLedger
from coopdesk.words.catalogue import Words
from coopdesk.work import SqlWork
from tests.plan.conftest import Story


@pytest.fixture
def at_work() -> list[str]:
    """Who the settings say is at work; the last one counts."""
    return [""]


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, empty_database: bytes, at_work: list[str]) -> Desk[SqlWork]:
    path, attachments = tmp_path / "desk.db", Attachments(tmp_path / "attachments")
    path.write_bytes(empty_database)
    return Desk(SqlLedger(path, lambda rows: SqlWork(rows, attachments), clock, "test", lambda: at_work[-1]))


def changed(story: Story, **values: Any) -> str:
    row = story.row("Werkplekleren")
    story.desk.do(ReviseAction(replace(row.action, **values)))
    return row.id


def test_each_step_names_who_was_at_work_then_and_older_ones_name_nobody(
    story: Story, at_work: list[str], words: Words
) -> None:
    at_work.append("Ann Peeters")
    key = changed(story, progress=70)
    at_work.append("Koen Maes")
    changed(story, status=ActionStatus.DONE)
    story.desk.undo()
    events = told(story.desk.history_of("action", key), words, str)
    assert sorted({event.who for event in events}) == ["", "Ann Peeters", "Koen Maes"]
    assert {event.who for event in events if "Voortgang: 20% → 70%" in event.changes} == {"Ann Peeters"}
    assert [head.who for head in story.desk.recent(3)] == ["Koen Maes", "Koen Maes", "Ann Peeters"]


def test_a_step_of_what_belongs_to_an_action_is_told_with_its_name(story: Story, words: Words) -> None:
    step = story.row("Werkplekleren").milestones[0]
    story.desk.do(ReviseMilestone(replace(step, done=not step.done)))
    (event, *_) = told(story.desk.history_of("milestone", step.id), words, str)
    assert event.changes[0].startswith(f"Bereikt “{step.title}”: ")


def test_the_pane_shows_who_did_it(at_work: list[str], story: Story, page: PlanPage, qtbot: QtBot) -> None:
    at_work.append("Ann Peeters")
    page.grid.select(changed(story, lead="Sofie Claes"))
    fold = page.pane.action.folds["history"]
    qtbot.mouseClick(fold.head, Qt.MouseButton.LeftButton)
    shown = lambda: [one.text() for one in fold.findChildren(Label)]  # noqa: E731
    qtbot.waitUntil(lambda: any(" · Ann Peeters · " in text for text in shown()), timeout=5000)
