"""Makes the real window: language, looks, crash reports, and the session that opens workspaces in it.

Nothing here may import SQLAlchemy, openpyxl or reportlab: the window stands there first, the workspace comes after.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coopdesk.app.asked import Asked
from coopdesk.app.report import save_report
from coopdesk.app.session import Session
from coopdesk.app.single import Single
from coopdesk.app.touch import FirstTouch
from coopdesk.kernel.clock import Clock, SystemClock
from coopdesk.release import __version__
from coopdesk.settings.file import Settings
from coopdesk.shell.about import Facts
from coopdesk.shell.crash import CrashReporter
from coopdesk.shell.language import speak
from coopdesk.shell.messages import FileDialogs
from coopdesk.shell.theme import Theme
from coopdesk.shell.window import Window
from coopdesk.words.catalogue import Words, open_words
from coopdesk.words.marks import N_

SOURCES = (
    N_("Municipalities: REFNIS, © Statbel, CC BY 4.0"),
    N_("Steering areas: public pages, named with each area"),
    N_("Reference regions: Provincies in Cijfers"),
)


def begin(app: QApplication, settings: Settings, single: Single, asked: Asked) -> Window:
    """Make the real window and open what was asked for in it."""
    words = prepare(app, settings)
    window, session = make_window(app, settings, words, SystemClock(), user_data_path("Coopdesk", appauthor=False))
    single.asked.connect(session.raised)
    window.show()
    FirstTouch(window)
    QTimer.singleShot(0, window, lambda: session.begin(asked.file, asked.workspace))
    return window


def prepare(app: QApplication, settings: Settings) -> Words:
    """Name, language and translations of the application."""
    language = settings.chosen("language")
    app.setApplicationName("Coopdesk")
    app.setApplicationVersion(__version__)
    words = open_words(language)
    speak(app, words)
    return words


def make_window(
    app: QApplication, settings: Settings, words: Words, clock: Clock, data: Path, files: FileDialogs | None = None
) -> tuple[Window, Session]:
    """The window with nothing in it yet, and the session that shows the welcome or opens workspaces in it."""
    theme = Theme(app, settings.chosen("theme"), int(settings.chosen("zoom")))
    facts = Facts(__version__, sources=tuple(words.say(source) for source in SOURCES))
    window = Window(words, clock, theme, settings, facts, files)
    session = Session(window, settings, words, clock, data)
    save = partial(save_report, window)
    crashes = CrashReporter(words, __version__, lambda: window, session.latest_labels, save, window)
    crashes.install()
    app.aboutToQuit.connect(crashes.remove)
    window.closing.connect(session.close)

    def keep_look() -> None:
        settings.choose("theme", theme.mode)
        settings.choose("zoom", str(theme.percent))

    theme.changed.connect(keep_look)
    return window, session
