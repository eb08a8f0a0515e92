"""Runs long work off the GUI thread: one task at a time, with progress and a way to stop it."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from coopdesk.kernel.errors import Cancelled, UserError
from coopdesk.kernel.progress import Progress

EVERY = 0.05  # seconds between two progress signals
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Conclusions:
    """What to call on the GUI thread when a task has ended, per outcome."""

    done: Callable[[Any], object] | None
    failed: Callable[[UserError], object] | None
    stopped: Callable[[], object] | None


class Outcome(StrEnum):
    """How a task ended: exactly one of these."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Task(QObject):
    """Seen from the GUI thread: signals out, cancel() in. Make it there."""

    progress = Signal(object, int, int, str)  # the task, steps done, steps in all, a word
    ended = Signal(object, object, object)  # the task, its Outcome, the result or the error

    def __init__(self, title: str, work: Callable[[Progress], object], conclusions: Conclusions) -> None:
        super().__init__()
        self.title, self.conclusions = title, conclusions
        self._work, self._stop = work, threading.Event()

    def cancel(self) -> None:
        """Asks the work to stop at its next report."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        return self._stop.is_set()

    def run(self) -> None:
        """On the worker thread; every outcome becomes exactly one signal."""
        last = 0.0

        def report(done: int, total: int, what: str = "") -> None:
            nonlocal last
            if self._stop.is_set():
                raise Cancelled
            now = time.monotonic()
            if done == total or now - last > EVERY:
                last = now
                self.progress.emit(self, done, total, what)

        try:
            report(0, 0)
            result = self._work(report)
        except Cancelled:
            self.ended.emit(self, Outcome.CANCELLED, None)
        except Exception as error:  # noqa: BLE001 - shown or reported on the GUI thread
            self.ended.emit(self, Outcome.FAILED, error)
        else:
            self.ended.emit(self, Outcome.DONE, result)


class Tasks(QObject):
    """The queue of long work of one window; its signals tell the foot of the window what to show."""

    started = Signal(object)
    progressed = Signal(object, int, int, str)
    ended = Signal(object)

    def __init__(self, problem: Callable[[UserError], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problem = problem
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._open: list[Task] = []
        self._previous: Task | None = None

    def start(
        self, title: str, work: Callable[[Progress], T], done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None, stopped: Callable[[], object] | None = None,
    ) -> Task:  # fmt: skip
        """Queue work under a finished title. `done` gets its result on the GUI thread; a UserError goes to `failed` or
        else to the messages, any other error to the crash report; `stopped` is called after Cancel."""
        task = Task(title, work, Conclusions(done, failed, stopped))
        self._open.append(task)
        task.progress.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        task.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self.started.emit(task)
        # Not QRunnable.create: its Python half outlives the run, and a menu made later at its address is taken for it.
        self._pool.start(task.run)
        return task

    @property
    def running(self) -> list[Task]:
        """Tasks not yet concluded, the one at work first."""
        return list(self._open)

    def cancel_all(self) -> None:
        for task in self._open:
            task.cancel()

    def wait(self, msecs: int = 5000) -> bool:
        """Until the worker is idle; whether that came in time."""
        return self._pool.waitForDone(msecs)

    def _end(self, task: Task, outcome: Outcome, payload: Any) -> None:
        self._open.remove(task)
        self._previous = task  # its last lines may still be running on the worker; the next one starts only after
        self.ended.emit(task)
        conclusions = task.conclusions
        if outcome == Outcome.DONE and conclusions.done is not None:
            conclusions.done(payload)
        elif outcome == Outcome.CANCELLED and conclusions.stopped is not None:
            conclusions.stopped()
        elif isinstance(payload, UserError):
            (conclusions.failed or self._problem)(payload)
        elif outcome == Outcome.FAILED:
            sys.excepthook(type(payload), payload, payload.__traceback__)
