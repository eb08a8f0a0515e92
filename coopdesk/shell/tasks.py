"""Runs long work off the GUI thread: one task at a time, with progress and a way to stop it."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from coopdesk.kernel.errors import Cancelled, UserError
from coopdesk.kernel.progress import Progress

EVERY = 0.05  # seconds between two progress signals
T = TypeVar("T")


class Task(QObject):
    """Seen from the GUI thread: signals out, cancel() in. Make it there."""

    progress = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, title: str, work: Callable[[Progress], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
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
                self.progress.emit(done, total, what)

        try:
            report(0, 0)
            result = self._work(report)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - shown or reported on the GUI thread
            self.failed.emit(error)
        else:
            self.done.emit(result)


class Tasks(QObject):
    """The queue of long work of one window; `started` and `ended` tell the status bar what to show."""

    started = Signal(object)
    ended = Signal(object)

    def __init__(self, problem: Callable[[UserError], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problem = problem
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._open: list[Task] = []

    def start(
        self, title: str, work: Callable[[Progress], T], done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None, stopped: Callable[[], object] | None = None,
    ) -> Task:  # fmt: skip
        """Queue work under a finished title. `done` gets its result on the GUI thread; a UserError goes to `failed` or
        else to the messages, any other error to the crash report; `stopped` is called after Cancel."""
        task = Task(title, work, self)
        self._open.append(task)
        queued = Qt.ConnectionType.QueuedConnection
        task.done.connect(lambda result: self._end(task, done, result), queued)
        task.failed.connect(lambda error: self._end(task, self._failure(failed), error), queued)
        task.cancelled.connect(lambda: self._end(task, None if stopped is None else lambda _: stopped(), None), queued)
        self.started.emit(task)
        self._pool.start(QRunnable.create(task.run))
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

    def _failure(self, failed: Callable[[UserError], object] | None) -> Callable[[Any], object]:
        def conclude(error: BaseException) -> None:
            if isinstance(error, UserError):
                (failed or self._problem)(error)
            else:
                sys.excepthook(type(error), error, error.__traceback__)

        return conclude

    def _end(self, task: Task, conclude: Callable[[Any], object] | None, outcome: Any) -> None:
        self._open.remove(task)
        self.ended.emit(task)
        task.deleteLater()
        if conclude is not None:
            conclude(outcome)
