"""Renders every screen to a picture: `python -m tests.gallery DIR`, and hands the same windows to the audit.

Light, dark, 150% and 1280×680, on the example area (full) and on an area without anything (empty).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from coopdesk.app.attach import attach
from coopdesk.app.main import make_window
from coopdesk.app.session import Session
from coopdesk.example.make import make_example
from coopdesk.kernel.clock import FixedClock
from coopdesk.opening import Opened, open_desk
from coopdesk.settings.file import Settings
from coopdesk.shell.language import speak
from coopdesk.shell.place import Place
from coopdesk.shell.window import Window
from coopdesk.territory.commands import AddArea
from coopdesk.words.catalogue import open_words

TODAY = date(2026, 11, 24)
PAGES = ("start", "area", "analysis", "figures", "opportunities", "plan", "agreements", "followup", "contacts",
         "dossier", "import", "settings")  # fmt: skip
VIEWS = {
    "opportunities": ("board", "list"), "agreements": ("list", "map", "expiry", "coverage"),
    "followup": ("measurements", "progress", "account", "meetings"),
    "contacts": ("persons", "organisations", "consultation"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at the screens."""

    name: str
    theme: str = "light"
    zoom: int = 100
    width: int = 1440
    height: int = 860


LOOKS = (
    Look("light"),
    Look("dark", "dark"),
    Look("150", zoom=150, width=1920, height=1030),
    Look("1280", width=1280, height=680),
)


@contextmanager
def studio(full: bool, folder: Path, language: str = "nl") -> Iterator[tuple[Window, Session, Opened]]:
    """A real window on a real workspace: the example area, or an area of two municipalities without anything."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    clock = FixedClock(TODAY)
    words = open_words(language)
    speak(app, words)
    settings = Settings(folder / "settings.json")
    window, session = make_window(app, settings, words, clock, folder / "data")
    opened = open_desk(folder / ("full" if full else "empty"), clock)
    if full:
        make_example(opened.desk, clock)
    else:
        opened.desk.do(AddArea("Proefgebied", ("12021", "12025"), 2026, 2031))
    session.opened = opened
    attach(session, opened, None)
    window.show()
    try:
        yield window, session, opened
    finally:
        window.tasks.cancel_all()
        window.tasks.wait()
        session.close()
        window.close()
        window.deleteLater()


def settle(window: Window, msecs: int = 60) -> None:
    """Until the window has nothing left to do."""
    for _ in range(200):
        loop = QEventLoop()
        QTimer.singleShot(msecs, loop.quit)
        loop.exec()
        if not window.tasks.running:
            return


def dress(window: Window, look: Look) -> None:
    """Theme, zoom and size of a look."""
    window.theme.choose(look.theme)
    window.theme.zoom_to(look.zoom)
    window.resize(look.width, look.height)
    settle(window)


def screens(window: Window) -> Iterator[str]:
    """Goes to every screen and view in turn; the name of each."""
    for page in PAGES:
        for view in VIEWS.get(page, ("",)):
            window.go.to(Place(page, view=view))
            settle(window)
            yield f"{page}-{view}" if view else page
    window.go.to(Place("analysis"))
    settle(window)


def main(target: Path) -> None:
    """Write all pictures."""
    target.mkdir(parents=True, exist_ok=True)
    only = set(sys.argv[2:])
    for full in (True, False):
        with TemporaryDirectory() as folder, studio(full, Path(folder)) as (window, _, _):
            for look in LOOKS if full else LOOKS[:1]:
                dress(window, look)
                for name in screens(window):
                    if not only or name.partition("-")[0] in only:
                        kind = "full" if full else "empty"
                        window.grab().save(str(target / f"{name}-{kind}-{look.name}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
