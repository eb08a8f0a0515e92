from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QRunnable
from pytestqt.qtbot import QtBot

from coopdesk.kernel.errors import Refused
from coopdesk.kernel.progress import Progress
from coopdesk.shell.tasks import Tasks
from coopdesk.shell.window import Window


class Outcomes:
    def __init__(self) -> None:
        self.all: list[tuple[str, object]] = []

    def of(self, name: str):
        return lambda *value: self.all.append((name, value[0] if value else None))


@pytest.fixture
def outcomes() -> Outcomes:
    return Outcomes()


def start(tasks: Tasks, outcomes: Outcomes, work):
    return tasks.start("Werk", work, outcomes.of("done"), outcomes.of("failed"), outcomes.of("stopped"))


def test_work_ends_with_its_result_once(qtbot: QtBot, outcomes: Outcomes) -> None:
    tasks = Tasks(outcomes.of("problem"))
    with qtbot.waitSignal(tasks.ended):
        start(tasks, outcomes, lambda progress: 42)
    qtbot.waitUntil(lambda: bool(outcomes.all))
    assert outcomes.all == [("done", 42)]
    assert tasks.running == []


def test_a_refusal_ends_it_once(qtbot: QtBot, outcomes: Outcomes) -> None:
    tasks = Tasks(outcomes.of("problem"))

    def work(progress: Progress) -> None:
        raise Refused("The file is gone.")

    start(tasks, outcomes, work)
    qtbot.waitUntil(lambda: bool(outcomes.all))
    assert [name for name, _ in outcomes.all] == ["failed"]


def test_cancel_keeps_nothing(qtbot: QtBot, outcomes: Outcomes) -> None:
    tasks = Tasks(outcomes.of("problem"))
    begun, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> int:
        begun.set()
        go_on.wait(5)
        progress(1, 2)
        return 1

    task = start(tasks, outcomes, work)
    assert begun.wait(5)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(outcomes.all))
    assert outcomes.all == [("stopped", None)]


def test_work_cancelled_before_its_turn_never_begins(qtbot: QtBot, outcomes: Outcomes) -> None:
    tasks = Tasks(outcomes.of("problem"))
    go_on, ran = threading.Event(), threading.Event()
    tasks.start("Eerst", lambda progress: go_on.wait(5))
    task = start(tasks, outcomes, lambda progress: ran.set())
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.running)
    assert outcomes.all == [("stopped", None)]
    assert not ran.is_set()


def test_long_work_shows_in_the_status_bar_with_cancel(qtbot: QtBot, window: Window) -> None:
    go_on = threading.Event()
    window.tasks.start("Bijlage lezen", lambda progress: go_on.wait(5))
    assert not window.foot.tasks.isVisible()
    qtbot.waitUntil(window.foot.tasks.isVisible, timeout=3000)
    assert window.foot.tasks.text == "Bijlage lezen"
    go_on.set()
    qtbot.waitUntil(lambda: not window.foot.tasks.isVisible())


def test_a_task_that_ended_leaves_no_object_of_the_toolkit_behind(qtbot: QtBot, outcomes: Outcomes) -> None:
    tasks = Tasks(outcomes.of("problem"))
    start(tasks, outcomes, lambda progress: 42)
    qtbot.waitUntil(lambda: bool(outcomes.all))
    tasks.wait()
    gc.collect()
    assert [thing for thing in gc.get_objects() if isinstance(thing, QRunnable)] == []
