"""The dialogs that start a plan, through their widgets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.cycle.model import Fate
from coopdesk.cycle.ui.extras import CycleExtras
from coopdesk.cycle.ui.next_plan import NextPlanDialog
from coopdesk.cycle.ui.templates import TemplatesDialog
from coopdesk.opportunity.commands import AddOpportunity
from coopdesk.opportunity.model import OpportunityState
from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.labels import NameButton
from coopdesk.shell.window import Window
from tests.audit import findings, left_in_english
from tests.plan.conftest import Story

Key = Qt.Key


@pytest.fixture
def extras(page: PlanPage) -> CycleExtras:
    found = page._extras
    assert isinstance(found, CycleExtras)
    return found


def modal(kind: type):
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def titles(page: PlanPage) -> list[str]:
    assert page._view is not None
    return [row.action.title for row in page._view.rows]


def test_kinds_of_action_are_searched_chosen_by_enter_and_added(
    page: PlanPage, extras: CycleExtras, qtbot: QtBot
) -> None:
    extras.starting.open_catalogue()
    dialog = modal(TemplatesDialog)
    assert not dialog.add.isEnabled()
    qtbot.keyClicks(dialog.grid.bar.field, "jobbeurs")
    QApplication.processEvents()
    row = next(line.row for line in dialog.grid.model.lines if line.row)
    assert row.key == "job_fair"
    dialog.grid.select(row.key)
    qtbot.keyClick(dialog.grid.view, Key.Key_Return)
    assert dialog.add.text() == "1 actie toevoegen"
    dialog.grid.clear_filters()
    dialog.grid.select("outreach")
    QApplication.processEvents()
    qtbot.mouseClick(dialog.toggle, Qt.MouseButton.LeftButton)
    assert [t.key for t in dialog.chosen] == ["outreach", "job_fair"]
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert titles(page)[-2:] == [
        "Vindplaatsgericht werken naar niet-beroepsactieven", "Jaarlijkse jobbeurs in de eigen regio",
    ]  # fmt: skip
    current = page.grid.current()
    assert current is not None
    assert current.action.title.startswith("Vindplaatsgericht werken naar")


def test_a_begin_that_makes_no_sense_keeps_the_dialog_open(extras: CycleExtras, qtbot: QtBot) -> None:
    extras.starting.open_catalogue()
    dialog = modal(TemplatesDialog)
    qtbot.mouseClick(dialog.toggle, Qt.MouseButton.LeftButton)
    dialog.begin.line.setText("ooit")
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.begin.problem
    dialog.close()


def test_the_dialogs_pass_the_audit(window: Window, extras: CycleExtras) -> None:
    for run, kind in (
        (extras.starting.open_catalogue, TemplatesDialog),
        (extras.starting.open_next, NextPlanDialog),
    ):
        run()
        dialog = modal(kind)
        assert not findings(dialog)
        assert not left_in_english(dialog, window.words)
        dialog.close()


def test_the_next_plan_is_proposed_adjusted_and_made(
    page: PlanPage, extras: CycleExtras, qtbot: QtBot, story: Story
) -> None:
    extras.starting.open_next()
    dialog = modal(NextPlanDialog)
    assert (dialog.begin.value(), dialog.end.value()) == (2029, 2031)
    assert dialog.facts.text() == "7 lopen door · 1 start opnieuw · 2 blijven achter"
    dialog.grid.select(story.row("Jobbeurs").id)
    qtbot.keyClick(dialog.grid.view, Key.Key_Return)
    assert dialog.facts.text().startswith("6 lopen door · 2 starten opnieuw")
    row = dialog.grid.current()
    assert row is not None
    assert dialog._then(row) == "30\u00a0jun\u00a02030"
    dialog.grid.select(story.row("Taalcoaching").id)
    qtbot.mouseClick(dialog.buttons[Fate.STOPPED], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert page.head.title == "Actieplan 2029–2031"
    assert len(titles(page)) == 7
    assert "Taalcoaching op de werkvloer" not in titles(page)
    assert extras.menu.text() == "2029–2031"


def test_a_year_within_the_present_plan_is_refused_beside_its_field(extras: CycleExtras, qtbot: QtBot) -> None:
    extras.starting.open_next()
    dialog = modal(NextPlanDialog)
    dialog.begin.line.setText("2027")
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "2028" in dialog.end.problem
    dialog.close()


def test_the_menu_lists_the_plans_and_brings_one_on_screen(
    page: PlanPage, extras: CycleExtras, story: Story, qtbot: QtBot
) -> None:
    extras.starting.open_next()
    qtbot.mouseClick(modal(NextPlanDialog).make, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    entries = {entry.text(): entry for entry in extras.menu.menu_now().actions() if entry.isCheckable()}
    assert {text: entry.isChecked() for text, entry in entries.items()} == {
        "Actieplan 2026–2028": False, "Actieplan 2029–2031": True,
    }  # fmt: skip
    entries["Actieplan 2026–2028"].trigger()
    assert page.head.title == "Actieplan 2026–2028"
    page.reveal(next(a.id for a in _actions(story) if a.plan_id != story.plan_id))
    assert page.head.title == "Actieplan 2029–2031"
    story.desk.undo()
    QApplication.processEvents()
    assert page.head.title == "Actieplan 2026–2028"


def test_an_action_leads_to_the_one_it_came_from_and_back(
    page: PlanPage, extras: CycleExtras, story: Story, qtbot: QtBot
) -> None:  # fmt: skip
    old = story.row("Jobbeurs").id
    extras.starting.open_next()
    qtbot.mouseClick(modal(NextPlanDialog).make, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    new = next(a.id for a in _actions(story) if a.title.startswith("Jobbeurs") and a.id != old)
    page.grid.select(new)
    QApplication.processEvents()
    (there,) = extras.kinship.findChildren(NameButton)
    assert there.toolTip() == "Komt uit 2026–2028: 1.1 Jobbeurs 50+ met lokale zorgwerkgevers"
    qtbot.mouseClick(there, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert page.head.title == "Actieplan 2026–2028"
    current = page.grid.current()
    assert current is not None
    assert current.id == old
    qtbot.waitUntil(lambda: any(button.isVisible() for button in extras.kinship.findChildren(NameButton)))
    tips = [button.toolTip() for button in extras.kinship.findChildren(NameButton) if button.isVisible()]
    assert tips == ["Loopt door in 2029–2031: 1.1 Jobbeurs 50+ met lokale zorgwerkgevers"]


def _actions(story: Story):
    with story.desk.look() as work:
        return [a for plan in work.plans.plans() for a in work.plans.actions(plan.id)]


def test_chosen_opportunities_become_actions_once(page: PlanPage, extras: CycleExtras, story: Story) -> None:
    for title, state in (("Zorg", OpportunityState.CHOSEN), ("Bouw", OpportunityState.NOT_NOW)):
        story.desk.do(AddOpportunity(story.area_id, title, state=state))
    extras.starting.from_chosen()
    QApplication.processEvents()
    assert "Zorg" in titles(page)
    assert "Bouw" not in titles(page)
    before = len(titles(page))
    extras.starting.from_chosen()
    QApplication.processEvents()
    assert len(titles(page)) == before


def test_rows_of_a_spreadsheet_are_pasted_as_actions(page: PlanPage, extras: CycleExtras) -> None:
    QGuiApplication.clipboard().setText("Jobdag\tAnn Peeters\nTaalcafé\tKoen Maes\n")
    extras.starting.paste()
    QApplication.processEvents()
    assert {"Jobdag", "Taalcafé"} <= set(titles(page))
    QGuiApplication.clipboard().setText("")
    before = len(titles(page))
    extras.starting.paste()
    assert len(titles(page)) == before
