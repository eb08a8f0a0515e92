"""The screen Start with real widgets on a real desk."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from coopdesk.desk.desk import Desk
from coopdesk.followup.commands import Measure
from coopdesk.plan.commands.actions import AddAction
from coopdesk.shell.context import Context
from coopdesk.shell.place import Place
from coopdesk.start.model import StepKey
from coopdesk.start.ui.page import StartPage
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.work import SqlWork
from tests.followup.conftest import Bare


@pytest.fixture
def page(context: Context, window: QMainWindow, made: Bare, gazetteer: Gazetteer, qtbot: QtBot) -> StartPage:
    context.area.choose(made.area)
    page = StartPage(context, gazetteer, lambda: 3)
    window.setCentralWidget(page)
    window.show()
    page.enter()
    return page


def test_today_names_what_is_late_and_what_must_be_measured(page: StartPage) -> None:
    shown = [(item.title, item.right) for item in page.today.shown()]
    assert shown == [
        ("Meting Opleidingsplaatsen, 1ste helft 2026", "132 dagen te laat"),
        ("Meting Werkzaamheidsgraad 50-64, 1ste helft 2026", "132 dagen te laat"),
        ("1.1 Jobbeurs 50+", "12 dagen te laat"),
        ("3 opmerkingen van imports te bekijken", ""),
    ]


def test_a_measurement_that_is_made_goes_from_the_list(page: StartPage, desk: Desk[SqlWork], made: Bare) -> None:
    desk.do(Measure(made.rate, "2026-H1", Decimal(70)))
    desk.do(Measure(made.places, "2026-H1", Decimal(12)))
    page.refresh_now()
    assert page.today.shown()[0].title == "1.1 Jobbeurs 50+"
    assert page.recent.shown()[0].title == "Meting toevoegen: Opleidingsplaatsen"


def test_every_step_is_heard_once_the_event_loop_turns(page: StartPage, desk: Desk[SqlWork], made: Bare, qtbot: QtBot):
    step = desk.perform(AddAction(made.objective, "Nieuwe actie"))[1]
    desk.conclude(step)
    page.heard(step)
    qtbot.waitUntil(lambda: page.recent.shown()[0].title.endswith("Nieuwe actie"))


def test_enter_opens_what_is_chosen(page: StartPage, context: Context, made: Bare, qtbot: QtBot) -> None:
    page.today.setCurrentRow(2)
    with qtbot.waitSignal(context.go.went) as gone:
        QTest.keyClick(page.today, Qt.Key.Key_Return)
    assert gone.args == [Place("plan", made.jobs)]


def test_a_step_of_the_route_takes_you_there(page: StartPage, context: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(context.go.went) as gone:
        QTest.keyClick(page.strip.buttons[StepKey.AGREEMENTS], Qt.Key.Key_Space)
    assert gone.args == [Place("agreements")]


def test_the_strip_says_how_far_each_step_is(page: StartPage) -> None:
    spoken = [button.accessibleName() for button in page.strip.buttons.values()]
    assert spoken[0] == "1 Gebied: klaar, 1 gemeente"
    assert spoken[1] == "2 Analyse: nog te doen"
    assert spoken[3] == "4 Actieplan: klaar, 3 acties"


def test_the_primary_button_is_the_next_step(page: StartPage, context: Context, qtbot: QtBot) -> None:
    (action,) = page.deeds()
    assert action.plain(context.words) == "Verder: begin de analyse"
    with qtbot.waitSignal(context.go.went) as gone:
        action.run()
    assert gone.args == [Place("analysis")]


def test_the_four_figures_are_read_aloud_with_what_they_mean(page: StartPage) -> None:
    spoken = [card.accessibleName() for card in page.kpis]
    assert spoken[2] == "Acties op schema: 2 / 3. 1 actie te laat"
    assert spoken[3] == "Overeenkomsten die aflopen: 0. binnen zes maanden"


def test_without_an_area_the_page_says_where_to_begin(context: Context, window, gazetteer: Gazetteer, qtbot) -> None:
    page = StartPage(context, gazetteer)
    window.setCentralWidget(page)
    window.show()
    page.enter()
    assert page.empty.isVisible()
    assert not page.full.isVisible()
    assert page.deeds() == ()
