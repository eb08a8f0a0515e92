"""Imports the screens, and reads the font of the charts, ahead of their first visit.

What makes no widgets comes in on a worker. The screens themselves come in on the GUI thread, a module at a time when
there is nothing else to do: Qt classes that are made on another thread while the window is at work can crash the
program.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pkgutil import iter_modules

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from coopdesk.kernel.loading import ALL_THERE, load

WARM_AFTER = 1500  # milliseconds: the first screen stands there by then
APART = 10  # milliseconds between two modules, for keys and clicks
FEATURES = (
    "territory", "analysis", "opportunity", "plan", "agreement", "followup", "contacts", "figures", "dossier", "annex",
)  # fmt: skip
BEHIND = ("commands", "queries")  # no window toolkit in them, by contract


def load_behind() -> None:
    """What the screens need and has no widgets in it; on any thread."""
    load("coopdesk.charts.fonts").read_fonts()
    for feature in FEATURES:
        for part in BEHIND:
            if find_spec(f"coopdesk.{feature}.{part}") is not None:
                for name in modules_of(f"coopdesk.{feature}.{part}"):
                    load(name)


def modules_of(name: str) -> Iterator[str]:
    """A module, and what is inside it when it is a package."""
    yield name
    inside = find_spec(name)
    for found in iter_modules((inside and inside.submodule_search_locations) or ()):
        yield f"{name}.{found.name}"


class WarmUp(QObject):
    """Goes through everything once, while the window is open."""

    loaded = Signal()  # from the worker

    def __init__(self, parent: QObject, after: int = WARM_AFTER) -> None:
        super().__init__(parent)
        self.done = False
        self._next = QTimer(self, interval=APART)
        self._next.timeout.connect(self._one_more)
        self._screens = (name for feature in FEATURES for name in modules_of(f"coopdesk.{feature}.ui"))
        self.loaded.connect(self._next.start)
        QTimer.singleShot(after, self, lambda: QThreadPool.globalInstance().start(self._behind))

    def _behind(self) -> None:
        load_behind()
        self.loaded.emit()

    def _one_more(self) -> None:
        name = next(self._screens, None)
        if name is None:
            self.done = True
            ALL_THERE.set()
            self._next.stop()
        else:
            load(name)
