"""Renders every screen to a picture: `python -m tests.gallery DIR [screen ...]`, and hands the windows to the audit.

Light, dark, 150% and 1280×680, on the example area (full) and on an area without anything (empty); then what opens over
a screen: the dialogs, the search field and the welcome.
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
from PySide6.QtWidgets import QApplication, QWidget

from coopdesk.analysis.model import ChapterKind
from coopdesk.app.attach import attach
from coopdesk.app.program import make_window
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
from tests.audit import menu_actions
from tests.catalogues import compile_catalogues

TODAY = date(2026, 11, 24)


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
SCREENS = {
    "start": Place("start"),
    "area": Place("area"),
    "analysis": Place("analysis", view="overview"),
    "figures": Place("figures"),
    "opportunities-board": Place("opportunities", view="board"),
    "opportunities-list": Place("opportunities", view="list"),
    "plan": Place("plan", view="table"),
    "plan-timeline": Place("plan", view="timeline"),
    "plan-board": Place("plan", view="board"),
    "plan-priorities": Place("plan", view="priorities"),
    "agreements-list": Place("agreements", view="list"),
    "agreements-map": Place("agreements", view="map"),
    "agreements-expiry": Place("agreements", view="expiry"),
    "agreements-coverage": Place("agreements", view="coverage"),
    "followup-measurements": Place("followup", view="measurements"),
    "followup-progress": Place("followup", view="progress"),
    "followup-account": Place("followup", view="account"),
    "followup-meetings": Place("followup", view="meetings"),
    "contacts-people": Place("contacts", view="people"),
    "contacts-organisations": Place("contacts", view="organisations"),
    "contacts-seats": Place("contacts", view="seats"),
    "dossier": Place("dossier", view="pages"),
    "dossier-texts": Place("dossier", view="texts"),
    "dossier-papers": Place("dossier", view="papers"),
    "dossier-issued": Place("dossier", view="issued"),
    "import": Place("import", view="new"),
    "import-history": Place("import", view="history"),
    "import-mappings": Place("import", view="recipes"),
    "settings": Place("settings"),
}
PLAN_DIALOGS = ("plan.catalogue", "plan.next_cycle", "plan.fix", "plan.compare", "plan.priorities", "plan.partners")
DIALOGS = {
    "about": "Over Coopdesk", "shortcuts": "Sneltoetsen", "versions": "Versies…", "new-area": "Nieuw regiegebied…",
}  # fmt: skip


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


def settle(window: Window, msecs: int = 20) -> None:
    """Until the window has nothing left to do: two quiet turns, since a long turn leaves its layouts for the next."""
    quiet = 0
    for _ in range(200):
        loop = QEventLoop()
        QTimer.singleShot(msecs, loop.quit)
        loop.exec()
        quiet = 0 if window.tasks.running else quiet + 1
        if quiet == 2:
            return


def dress(window: Window, look: Look) -> None:
    """Theme, zoom and size of a look."""
    window.theme.choose(look.theme)
    window.theme.zoom_to(look.zoom)
    window.resize(look.width, look.height)
    settle(window)


def places(opened: Opened) -> dict[str, Place]:
    """Every screen and view, and where there is something to choose also with it in the pane."""
    found = dict(SCREENS)
    with opened.desk.look() as work:
        area = work.territory.areas()[0]
        for analysis in work.analyses.of_area(area.id):
            for chapter in work.analyses.chapters(analysis.id):
                if chapter.kind in (ChapterKind.GAP, ChapterKind.POPULATION):
                    found[f"analysis-{chapter.kind}"] = Place("analysis", chapter.id)
        for plan in work.plans.plans(area.id):
            found["plan-chosen"] = Place("plan", work.plans.actions(plan.id)[2].id, "table")
            found["plan-timeline-chosen"] = Place("plan", work.plans.actions(plan.id)[2].id, "timeline")
            found["plan-objective"] = Place("plan", work.plans.objectives(plan.id)[0].id, "table")
        for opportunity in work.opportunities.of_area(area.id)[:1]:
            found["opportunities-chosen"] = Place("opportunities", opportunity.id, "board")
        for agreement in work.agreements.agreements()[:1]:
            found["agreements-chosen"] = Place("agreements", agreement.id, "list")
        for person in work.contacts.persons()[:1]:
            found["contacts-chosen"] = Place("contacts", person.id, "people")
    return found


def screens(window: Window, opened: Opened, only: frozenset[str] = frozenset()) -> Iterator[str]:
    """Goes to every screen and view in turn; the name of each. `only` are first words of names."""
    for name, place in places(opened).items():
        if only and name.partition("-")[0] not in only:
            continue
        window.go.to(place)
        settle(window)
        page = window.page
        assert page is not None
        assert page.name == place.page
        assert place.view in ("", "overview", page.head.view), f"{name}: {page.head.view} is on show"
        yield name


def dialogs(window: Window, session: Session) -> Iterator[tuple[str, QWidget]]:
    """What opens over a screen: each with its name, closed again when the next is asked for."""
    window.activateWindow()
    window.topbar.field.open()
    window.topbar.field.setText("zorg")
    settle(window)
    yield "search", window
    window.topbar.field.clear()
    window.topbar.field.close_results()
    entries = {action.text().replace("&", ""): action for action in menu_actions(window)}
    for name, title in DIALOGS.items():
        entries[title].trigger()
        settle(window)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, name
        yield name, dialog
        dialog.close()
    window.go.to(Place("plan", view="table"))
    settle(window)
    for name in PLAN_DIALOGS:
        next(action for action in menu_actions(window) if action.objectName() == name).trigger()
        settle(window)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, name
        yield name, dialog
        dialog.close()
    session.shut()
    settle(window)
    yield "welcome", window


def main(target: Path, only: frozenset[str]) -> None:
    """Write all pictures."""
    compile_catalogues()
    target.mkdir(parents=True, exist_ok=True)
    for full in (True, False):
        with TemporaryDirectory() as folder, studio(full, Path(folder)) as (window, session, opened):
            kind = "full" if full else "empty"
            for look in LOOKS if full else LOOKS[:1]:
                dress(window, look)
                for name in screens(window, opened, only):
                    window.grab().save(str(target / f"{name}-{kind}-{look.name}.png"))
            dress(window, LOOKS[0])
            for name, shown in dialogs(window, session) if full and (not only or "dialogs" in only) else ():
                shown.grab().save(str(target / f"dialog-{name}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), frozenset(sys.argv[2:]))
