"""Taking a partner's workbook in, through the dialogs and the desk: one step, both values kept where both changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.annex.partner.commands import TakePartnerBook
from coopdesk.annex.partner.model import Choice, Part
from coopdesk.annex.ui.partner.door import PartnerDoor
from coopdesk.annex.ui.partner.returning import ReturningDialog
from coopdesk.annex.ui.partner.sending import SendingDialog
from coopdesk.cycle.queries.contents import content_of
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.model import ActionStatus, Plan
from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.about import Facts
from coopdesk.shell.areas import AreaEntry, Areas
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.page import PageSpec
from coopdesk.shell.theme import Theme
from coopdesk.shell.window import Window
from coopdesk.storage.attachments import write_whole
from coopdesk.words.catalogue import Words
from tests.annex_partner.conftest import Trip, columns
from tests.audit import findings, left_in_english
from tests.cycle.conftest import Files
from tests.plan.conftest import Story

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def files(trip: Trip) -> Files:
    return Files(trip.path)


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, words: Words, clock: FixedClock, story: Story, files: Files
) -> Iterator[Window]:  # fmt: skip
    theme = Theme(qapp, "light", 100)
    window = Window(words, clock, theme, ShortMemory(), Facts("test"), files)
    window.resize(1440, 860)
    specs = [PageSpec("plan", "Action plan", "clipboard_task", "", PlanPage)]
    window.open(story.desk, specs, areas=Areas(lambda: [AreaEntry(story.area_id, "Voorbeeldstreek")]))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.tasks.cancel_all()
    window.tasks.wait()
    window.close()
    window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def door(window: Window) -> PartnerDoor:
    page = window.page
    assert page is not None
    return PartnerDoor(page.context, lambda area_id: "Voorbeeldstreek", write_whole)


def plan(story: Story) -> Plan:
    with story.desk.look() as work:
        return work.plans.get(Plan, story.plan_id)


def back(door: PartnerDoor, story: Story, qtbot: QtBot, window: Window) -> ReturningDialog:
    door.take_back(plan(story), window)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReturningDialog), timeout=20_000)
    found = QApplication.activeModalWidget()
    assert isinstance(found, ReturningDialog)
    return found


def edited(trip: Trip, story: Story) -> None:
    """The partner fills in; meanwhile we change the progress too."""
    trip.send()
    row = story.row("Werkplekleren")
    story.desk.do(ReviseAction(replace(row.action, progress=50)))
    trip.fill("Werkplekleren", progress=35, status="Uitgesteld", spent=100, comment="Vertraging.")
    trip.fill("Jobbeurs", remark="Zaal ligt vast.")

    def add(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.cell(8, columns(sheet)["Actie"] + 1).value = "Infodag"
        sheet.cell(8, columns(sheet)["Doelstelling"] + 1).value = "Niet-beroepsactieven bereiken"

    trip.edit(add)


def test_a_workbook_comes_back_is_looked_at_and_taken_in_as_one_step(
    trip: Trip, story: Story, door: PartnerDoor, window: Window, qtbot: QtBot
) -> None:
    edited(trip, story)
    with story.desk.look() as work:
        before = content_of(work, story.plan_id)
    dialog = back(door, story, qtbot, window)
    assert dialog.take.text() == "6 wijzigingen overnemen"
    assert not findings(dialog)
    assert not left_in_english(dialog, window.words)
    qtbot.mouseClick(dialog.take, Left)
    learning, fair = story.row("Werkplekleren"), story.row("Jobbeurs")
    assert (learning.action.status, learning.action.progress) == (ActionStatus.POSTPONED, 50)
    assert learning.action.remark == "Ann Peeters gaf voor Voortgang: 35%"
    assert learning.lines[0].spent == 10_000
    assert fair.action.remark == "Zaal ligt vast."
    new = story.row("Infodag")
    assert (new.action.lead, new.objective.title) == ("Ann Peeters", "Niet-beroepsactieven bereiken")
    with story.desk.look() as work:
        assert [n.text for n in work.followup.notes([learning.id])] == ["Vertraging."]
    story.desk.undo()
    with story.desk.look() as work:
        assert content_of(work, story.plan_id) == before
        assert work.followup.notes([learning.id]) == []
    assert trip.back().cells, "and what came back can be looked at again"


def test_choices_are_made_by_key_for_rows_and_for_a_whole_column(
    trip: Trip, story: Story, door: PartnerDoor, window: Window, qtbot: QtBot
) -> None:
    trip.send()
    trip.fill("Werkplekleren", progress=35)
    trip.fill("Jobbeurs", progress=60)
    dialog = back(door, story, qtbot, window)
    first, second = dialog.found.cells
    dialog.grid.select(first.id)
    qtbot.keyClick(dialog.grid.view, Key.Key_Return)
    assert [c.choice for c in dialog.found.cells] == [Choice.OURS, Choice.THEIRS]
    qtbot.mouseClick(dialog.column, Left)
    assert {c.choice for c in dialog.found.cells} == {Choice.OURS}
    assert not dialog.take.isEnabled()
    dialog.grid.select(second.id)
    qtbot.mouseClick(dialog.buttons[Choice.BOTH], Left)
    assert [c.choice for c in dialog.found.cells] == [Choice.OURS, Choice.BOTH]
    dialog.close()


def test_a_new_row_may_be_left_out(
    trip: Trip, story: Story, door: PartnerDoor, window: Window, qtbot: QtBot
) -> None:  # fmt: skip
    edited(trip, story)
    dialog = back(door, story, qtbot, window)
    dialog.grid.select("new 8")
    qtbot.keyClick(dialog.grid.view, Key.Key_Return)
    assert dialog.command().added == ()
    assert dialog.take.text() == "5 wijzigingen overnemen"
    dialog.close()


def test_an_action_that_changed_while_one_was_choosing_is_refused(
    trip: Trip, story: Story, door: PartnerDoor, window: Window, qtbot: QtBot
) -> None:
    edited(trip, story)
    dialog = back(door, story, qtbot, window)
    row = story.row("Werkplekleren")
    story.desk.do(ReviseAction(replace(row.action, remark="Intussen")))
    with pytest.raises(Conflict):
        story.desk.do(dialog.command())
    dialog.close()


def test_nothing_chosen_is_no_step(trip: Trip, story: Story) -> None:
    with pytest.raises(Invalid):
        story.desk.do(TakePartnerBook(trip.frame))


def test_a_workbook_without_differences_says_so(
    trip: Trip, story: Story, door: PartnerDoor, window: Window, qtbot: QtBot
) -> None:  # fmt: skip
    trip.send()
    dialog = back(door, story, qtbot, window)
    assert dialog.found.cells == ()
    assert not dialog.take.isEnabled()
    assert not findings(dialog)
    dialog.close()


def test_all_partners_get_a_file_of_their_own(
    story: Story, door: PartnerDoor, window: Window, files: Files, tmp_path: Path, qtbot: QtBot
) -> None:
    files.answer = tmp_path / "boeken" / "Partnerwerkboek.xlsx"
    folder = files.answer.parent
    folder.mkdir()
    door.send(plan(story), window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SendingDialog)
    assert not dialog.make.isEnabled()
    assert not findings(dialog)
    assert not left_in_english(dialog, window.words)
    dialog.grid.select("VDAB")
    qtbot.keyClick(dialog.grid.view, Key.Key_Return)
    assert dialog.make.text() == "1 werkboek maken…"
    qtbot.mouseClick(dialog.all, Left)
    qtbot.mouseClick(dialog.make, Left)
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=20_000)
    made = sorted(path.name for path in folder.iterdir())
    assert len(made) == 6
    assert "Partnerwerkboek Ann Peeters.xlsx" in made
    book = openpyxl.load_workbook(folder / "Partnerwerkboek VDAB.xlsx")
    assert [row[2].value for row in book.worksheets[0].iter_rows(min_row=4, max_row=4)] == [
        "Taalcoaching op de werkvloer"
    ]


def test_spent_without_a_budget_makes_a_line_of_that_year(trip: Trip, story: Story) -> None:
    trip.send()
    trip.fill("Taalcoaching", spent=12.5)
    (cell,) = trip.back().cells
    assert (cell.part, cell.theirs) == (Part.SPENT, 1_250)
    assert cell.own.lines == ()
    assert date(2026, 1, 1).year == trip.frame.year
