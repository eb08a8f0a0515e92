"""One measurement in a process of its own: `python -m tests.bench.child WHAT FOLDER` prints JSON.

Moments are of the system-wide monotonic clock, so that the parent can count from before the process was started.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SCREENS = ("area", "analysis", "figures", "opportunities", "plan", "agreements", "followup", "contacts", "dossier",
           "import", "settings", "start")  # fmt: skip
TURNS, PATIENCE = 6, 30.0


def memory() -> float:
    """Resident memory of this process in MB."""
    import psutil

    return psutil.Process().memory_info().rss / 1e6


def bare(_folder: Path) -> dict:
    """A window with nothing in it."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(["bare"])
    window = QMainWindow()
    window.resize(1280, 800)
    painted = watch(app)
    window.show()
    until(app, lambda: painted)
    settle(app)
    return {"first": painted[0], "memory": memory()}


def watch(seen, kind: str = "Paint") -> list[float]:
    """The moments at which anything was painted: in the whole application, or (`UpdateRequest`) in one window, which
    costs less than looking at every event."""
    from PySide6.QtCore import QEvent, QObject

    moments: list[float] = []
    wanted = getattr(QEvent.Type, kind)

    class Watch(QObject):
        def eventFilter(self, _thing, event):
            if event.type() == wanted:
                moments.append(time.monotonic())
            return False

    seen.watch = Watch()
    seen.installEventFilter(seen.watch)
    return moments


def until(app, met) -> None:
    """Run the event loop until something holds. It sleeps between events, as a program does: turning it without pause
    would take half the interpreter's time from a worker."""
    from PySide6.QtCore import QEventLoop, QTimer

    deadline = time.monotonic() + PATIENCE
    beat = QTimer(interval=5)
    beat.start()
    while not met():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        assert time.monotonic() < deadline, "this takes too long"


def settle(app) -> None:
    """Run the loop until nothing is left to do for a moment."""
    quiet = time.monotonic() + 0.3
    until(app, lambda: time.monotonic() > quiet)


def rest(program) -> None:
    """Turn the loop until all that the program does by itself after a start has been done."""
    from PySide6.QtCore import QThreadPool

    from coopdesk.app.main import STARTED

    app, begun = program.app, time.monotonic() + STARTED / 1000 + 0.3
    until(app, lambda: time.monotonic() > begun and program.session.warm.done)
    until(app, lambda: QThreadPool.globalInstance().waitForDone(10))
    settle(app)


class Program:
    """The real window, as `start` makes it."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        import coopdesk.__main__  # noqa: F401
        from coopdesk.app.main import collect_later
        from coopdesk.app.sight import FirstSight
        from coopdesk.settings.file import Settings

        self.app = QApplication(["coopdesk"])
        collect_later(self.app)
        settings = Settings(folder / "config" / "settings.json")
        self.painted = watch(self.app)
        sight = FirstSight(settings)
        sight.show()
        until(self.app, lambda: self.painted)
        from coopdesk.app.program import make_window, prepare
        from coopdesk.kernel.clock import SystemClock

        words = prepare(self.app, settings)
        self.window, self.session = make_window(self.app, settings, words, SystemClock(), folder / "data")
        self.window.resize(1280, 800)
        self.window.show()
        sight.give_way(self.window)
        seen = len(self.painted)
        until(self.app, lambda: len(self.painted) > seen)
        self.whole = self.painted[seen]

    def open(self, workspace: Path) -> float:
        """The moment at which the first screen of a workspace stands there."""
        self.session.open_folder(workspace)
        until(self.app, lambda: self.window.has_workspace)
        seen = len(self.painted)
        until(self.app, lambda: len(self.painted) > seen)
        return self.painted[seen]

    def close(self) -> None:
        self.window.tasks.wait()
        self.window.close()
        settle(self.app)


def first(folder: Path) -> dict:
    """Until the window stands there."""
    program = Program(folder)
    until(program.app, lambda: program.painted)
    program.close()
    return {"first": program.painted[0], "usable": program.whole}


def usable(folder: Path) -> dict:
    """Until the workspace used last stands there, and what the program then holds in memory."""
    program = Program(folder)
    ready = program.open(folder / "workspace")
    rest(program)
    held = memory()
    program.close()
    return {"usable": ready, "memory": held}


def edit(folder: Path) -> dict:
    """Change a title of an action, each time kept and told to whoever listens; beside it one row by SQLite alone, with
    the same settings, which is what the disk takes."""
    from contextlib import closing

    from coopdesk.kernel.clock import SystemClock
    from coopdesk.opening import opened
    from coopdesk.plan.commands.actions import ReviseAction
    from coopdesk.storage.connection import connect

    took, bare = [], []
    with opened(folder / "workspace", SystemClock()) as found, closing(connect(folder / "bare.db")) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS bare (text TEXT)")
        with found.desk.look() as work:
            plan = work.plans.plans()[0]
        for n in range(200):
            with found.desk.look() as work:
                action = work.plans.actions(plan.id)[0]
            began = time.perf_counter()
            found.desk.do(ReviseAction(replace(action, title=f"Jobbeurs {n}")))
            took.append(time.perf_counter() - began)
            began = time.perf_counter()
            connection.execute("INSERT INTO bare VALUES ('Jobbeurs')")
            bare.append(time.perf_counter() - began)
    return {"median": statistics.median(took) * 1000, "bare": statistics.median(bare) * 1000}


def screens(folder: Path) -> dict:
    """From each screen to the next, again and again: the time until it is painted, in milliseconds."""
    from coopdesk.shell.place import Place

    program = Program(folder)
    program.open(folder / "workspace")
    settle(program.app)
    context = program.window.context
    with context.desk.look() as work:
        area = next(a for a in work.territory.areas() if not a.is_example)
    context.area.choose(area.id)
    rest(program)
    program.app.removeEventFilter(program.app.watch)
    painted = watch(program.window, "UpdateRequest")
    first_visit, later = {}, {name: [] for name in SCREENS}
    for turn in range(TURNS):
        for name in SCREENS:
            seen = len(painted)
            began = time.monotonic()
            program.window.go.to(Place(name))
            until(program.app, lambda seen=seen: len(painted) > seen)
            program.app.processEvents()
            took = (time.monotonic() - began) * 1000
            if turn:
                later[name].append(took)
            else:
                first_visit[name] = took
            settle(program.app)
    found = {"first": first_visit, "later": {name: statistics.median(took) for name, took in later.items()}}
    found |= zoom(program)
    program.close()
    return found


def zoom(program) -> dict:
    """Another zoom once every screen was visited, in milliseconds; beside it what Qt takes to replace a style sheet."""
    app, theme = program.app, program.window.theme
    took, replaced = [], []
    for percent in (150, 100, 150, 100):
        began = time.monotonic()
        theme.zoom_to(percent)
        took.append((time.monotonic() - began) * 1000)
        settle(app)
        began = time.monotonic()
        app.setStyleSheet(app.styleSheet() + " ")
        replaced.append((time.monotonic() - began) * 1000)
    return {"zoom": statistics.median(took), "replaced": statistics.median(replaced)}


if __name__ == "__main__":
    found = {"bare": bare, "first": first, "usable": usable, "edit": edit, "screens": screens}[sys.argv[1]]
    sys.stdout.write(json.dumps(found(Path(sys.argv[2]))) + "\n")
