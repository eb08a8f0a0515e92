"""A coordinator from nothing to a dossier, in a real window on real files; and all is there after a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coopdesk.analysis.queries.overview import current
from coopdesk.app.program import make_window
from coopdesk.app.session import Session
from coopdesk.figures.queries import gap
from coopdesk.kernel.clock import FixedClock
from coopdesk.opening import open_desk
from coopdesk.plan.commands.indicators import AddIndicator
from coopdesk.plan.queries import plan_of
from coopdesk.settings.file import Settings
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.place import Place
from coopdesk.shell.window import Window
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.territory.ui.new_area import NewArea
from coopdesk.words.catalogue import Words
from tests.answers import Files

RATES, PEOPLE = "spreadsheets/pinc_export_werkzaamheidsgraad_2003-2015.csv", "labour/population_by_age_2015.csv"
ANNEX = "bijlage_SV_samenwerkingsovereenkomsten_toestand_2022-01.xlsx"


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(target=tmp_path / "dossier.pdf")


@pytest.fixture
def start(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, words: Words, files: Files
) -> Iterator[Callable[[], tuple[Window, Session]]]:
    """Starts the program; again after it was closed."""
    running: list[tuple[Window, Session]] = []

    def begin() -> tuple[Window, Session]:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        window, session = make_window(
            app,
            Settings(tmp_path / "settings.json"),
            words,
            clock,
            tmp_path / "data",
            files,  # type: ignore[arg-type]
        )
        qtbot.addWidget(window)
        window.show()
        running.append((window, session))
        return window, session

    yield begin
    for window, session in running:
        window.tasks.cancel_all()
        window.tasks.wait()
        session.close()


def idle(qtbot: QtBot, window: Window) -> None:
    """Until no task runs any more."""
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=60_000)


def bring_in(qtbot: QtBot, window: Window, files: Files, path: Path) -> None:
    """Import a file through the import screen, as it proposes."""
    window.go.to(Place("import"))
    page = window.page
    files.answer = path
    page._choose_files()
    review = page.new.review
    qtbot.waitUntil(lambda: review.button.isVisible() and review.button.isEnabled(), timeout=60_000)
    qtbot.mouseClick(review.button, Qt.MouseButton.LeftButton)
    idle(qtbot, window)


def test_from_an_empty_folder_to_a_dossier_and_back_after_a_restart(
    qtbot: QtBot, shared: Path, start: Callable[[], tuple[Window, Session]], files: Files, clock: FixedClock
) -> None:
    window, session = start()
    session.start_area()
    idle(qtbot, window)
    context, opened = window.context, session.opened
    assert context is not None
    assert opened is not None
    desk, gazetteer = opened.desk, open_gazetteer()

    form = window.findChild(Dialog).findChild(NewArea)
    form.known.show_value("Rivierenland")
    form.known.committed.emit("Rivierenland")
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    area_id = context.area.id
    assert area_id is not None

    bring_in(qtbot, window, files, shared / "data" / RATES)
    bring_in(qtbot, window, files, shared / "data" / PEOPLE)
    with desk.look() as work:
        found = gap(work, gazetteer, area_id, 2015, Decimal(80))
    assert len(found.parts) == 10
    assert found.whole.rate is not None
    assert round(found.whole.rate, 2) == Decimal("73.26")
    assert sum((p.extra_persons or 0) - p.surplus for p in found.parts) == found.whole.extra_persons
    flanders = next(line for line in found.references if line.place == "region:flanders")
    assert flanders.rate is not None
    assert round(flanders.rate, 2) == Decimal("71.97")

    window.go.to(Place("analysis"))
    window.page.start()
    window.go.to(Place("opportunities"))
    window.page.propose()
    with desk.look() as work:
        proposed = work.opportunities.of_area(area_id)
        assert current(work, area_id) is not None
    assert proposed
    window.go.to(Place("opportunities", proposed[0].id))
    window.page.make_action()
    with desk.look() as work:
        plan = plan_of(work, area_id)
        assert plan is not None
        actions = work.plans.actions(plan.id)
        objective = work.plans.objectives(plan.id)[0]
    assert [a.title for a in actions] == [proposed[0].title]

    bring_in(qtbot, window, files, shared / "annexes" / ANNEX)
    with desk.look() as work:
        agreements = work.agreements.agreements()
    assert agreements
    assert all(a.source_file == ANNEX and a.source_cell for a in agreements)

    indicator = desk.do(AddIndicator(objective.id, "Werkzaamheidsgraad 20-64", "", "%", Decimal("73.3"), 2015))
    window.go.to(Place("followup"))
    grid = window.page.measurements.grid
    grid.edit(indicator, "2026-H1")
    editor = grid.view.indexWidget(grid.view.currentIndex()) or grid.view.findChild(QLineEdit)
    qtbot.keyClicks(editor, "74.1")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.recent(1)[0].label == "Add measurement", timeout=5_000)
    with desk.look() as work:
        assert [m.value for m in work.followup.measurements([indicator])] == [Decimal("74.1")]

    window.go.to(Place("dossier"))
    idle(qtbot, window)
    window.page.output.save()
    idle(qtbot, window)
    text = "\n".join(page.extract_text() for page in PdfReader(files.target).pages)
    assert "Rivierenland" in text
    assert "73,3" in text

    steps = len(desk.recent(500))
    folder = opened.workspace.folder
    session.close()
    window.close()

    window, session = start()
    session.begin(None, None)
    idle(qtbot, window)
    assert session.opened is not None
    assert session.opened.workspace.folder == folder
    desk = session.opened.desk
    assert len(desk.recent(500)) == steps
    with desk.look() as work:
        assert len(work.agreements.agreements()) == len(agreements)
        assert work.followup.measurements([indicator])
    assert desk.undo() is not None
    with desk.look() as work:
        assert not work.followup.measurements([indicator])


def test_a_newer_workspace_is_refused_unharmed(
    qtbot: QtBot, tmp_path: Path, start: Callable[[], tuple[Window, Session]], clock: FixedClock
) -> None:
    folder = tmp_path / "later"
    made = open_desk(folder, clock)
    made.close()
    import sqlcipher3.dbapi2 as sqlite

    connection = sqlite.connect(str(folder / "desk.db"))
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = (folder / "desk.db").read_bytes()
    window, session = start()
    session.open_folder(folder)
    idle(qtbot, window)
    assert session.opened is None
    assert (folder / "desk.db").read_bytes() == before


def test_an_opportunity_goes_with_its_links_and_comes_back_with_them(
    qtbot: QtBot, start: Callable[[], tuple[Window, Session]]
) -> None:
    window, session = start()
    session.open_example()
    idle(qtbot, window)
    assert session.opened is not None
    desk = session.opened.desk
    with desk.look() as work:
        area = work.territory.areas()[0]
        linked = next(o for o in work.opportunities.of_area(area.id) if work.plans.links_of(o.id))
        links = work.plans.links_of(linked.id)
    window.go.to(Place("opportunities", linked.id, "list"))
    window.page.grid.remove_selected()
    with desk.look() as work:
        assert work.opportunities.find(linked.id) is None
        assert not work.plans.links_of(linked.id)
    desk.undo()
    with desk.look() as work:
        assert work.opportunities.find(linked.id) == replace(linked, version=work.opportunities.find(linked.id).version)
        assert [link.action_id for link in work.plans.links_of(linked.id)] == [link.action_id for link in links]


def test_a_damaged_workspace_opens_again_from_its_latest_backup(
    qtbot: QtBot, tmp_path: Path, start: Callable[[], tuple[Window, Session]]
) -> None:
    window, session = start()
    session.open_example()
    idle(qtbot, window)
    assert session.opened is not None
    folder = session.opened.workspace.folder
    session.shut()
    database = folder / "desk.db"
    broken = bytearray(database.read_bytes())
    broken[5000:60000] = b"\xff" * 55000
    database.write_bytes(broken)
    session.open_folder(folder)
    idle(qtbot, window)
    assert session.opened is None
    assert database.read_bytes() == broken
    mend = session.words.say("Put the latest backup back")
    button = next(b for b in window.bars.findChildren(QPushButton) if b.text() == mend)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    idle(qtbot, window)
    assert session.opened is not None
    with session.opened.desk.look() as work:
        assert [area.name for area in work.territory.areas()] == ["Voorbeeldstreek"]
    assert [p.read_bytes() for p in folder.glob("damaged-*/desk.db")] == [bytes(broken)]


def test_from_the_first_screen_to_a_pdf_of_the_example_takes_three_keys(
    qtbot: QtBot, start: Callable[[], tuple[Window, Session]], files: Files
) -> None:
    window, session = start()
    session.begin(None, None)
    idle(qtbot, window)
    window.activateWindow()
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),  # Voorbeeld bekijken
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),  # Pdf maken
    ):
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        idle(qtbot, window)
    assert files.target.read_bytes().startswith(b"%PDF")
    assert "Voorbeeldstreek" in PdfReader(files.target).pages[0].extract_text()
