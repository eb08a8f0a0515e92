"""The screen Follow-up with real widgets on a real desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from coopdesk.desk.desk import Desk
from coopdesk.followup.commands import Comment, Measure
from coopdesk.followup.history import done_days
from coopdesk.followup.model import Rhythm
from coopdesk.followup.ui.page import FollowupPage
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.model import Action, ActionStatus
from coopdesk.shell.context import Context
from coopdesk.work import SqlWork
from tests.followup.conftest import Bare


@pytest.fixture
def page(context: Context, window: QMainWindow, made: Bare, qtbot: QtBot) -> FollowupPage:
    context.area.choose(made.area)
    page = FollowupPage(context, lambda: ("Stuurgroep werk",))
    window.setCentralWidget(page)
    window.show()
    page.enter()
    return page


def test_the_head_says_in_words_how_it_goes(page: FollowupPage, desk: Desk[SqlWork], made: Bare, qtbot: QtBot) -> None:
    desk.do(Measure(made.rate, "2026-H1", Decimal("69.1")))
    page.refresh_now()
    assert page.head._facts.text() == "0 op schema, 1 achter, 1 zonder meting, 1 meting in te vullen"


def test_a_figure_typed_in_the_grid_is_kept(page: FollowupPage, desk: Desk[SqlWork], made: Bare) -> None:
    columns = {column.key: column for column in page.measurements.grid.shape.columns}
    row = page._view.indicators[0] if page._view else None
    assert row is not None
    column = columns["2026-H1"]
    assert column.edit is not None
    desk.do(column.edit(row, Decimal("69.6")))
    page.refresh_now()
    assert page._view is not None
    assert column.text(page._view.indicators[0]) == "69,6%"


def test_the_form_keeps_value_remark_and_source(page: FollowupPage, desk: Desk[SqlWork], made: Bare) -> None:
    page.add_measurement()
    page.measure.choose(made.places, "2026-H1")
    page.measure.figure.line.setText("12,5")
    page.measure.remark.edit.setPlainText("voorlopig")
    page.measure.source.line.setText("VDAB")
    page.measure.keep.click()
    with desk.look() as work:
        (kept,) = work.followup.measurements([made.places])
    assert (kept.period, kept.value, kept.remark, kept.source) == ("2026-H1", Decimal("12.5"), "voorlopig", "VDAB")


def test_an_empty_value_is_asked_for_and_nothing_is_kept(page: FollowupPage, desk: Desk[SqlWork], made: Bare) -> None:
    page.measure.choose(made.rate, "2026-H1")
    page.measure.keep.click()
    with desk.look() as work:
        assert work.followup.measurements([made.rate]) == []


def test_another_rhythm_shows_other_periods_and_is_remembered(page: FollowupPage, context: Context) -> None:
    page.measurements._choose(Rhythm.QUARTER)
    keys = [column.key for column in page.measurements.grid.shape.columns]
    assert "2026-Q4" in keys
    assert "2026-H1" not in keys
    assert context.settings.get("followup.rhythm") == "quarter"


def test_progress_draws_its_charts_when_looked_at(page: FollowupPage, desk: Desk[SqlWork], made: Bare) -> None:
    desk.do(Measure(made.rate, "2025-H2", Decimal("69.0")))
    desk.do(Measure(made.rate, "2026-H1", Decimal("69.6")))
    assert page.progress is None
    page.refresh_now()
    page.head.show_view("progress")
    assert page.progress is not None
    status, burnup = page.progress.statuses.view.chart, page.progress.burnup.view.chart
    assert status is not None
    assert burnup is not None
    assert status.title == "1 van de 3 acties zijn afgerond"
    assert burnup.title == "Nog 2 acties te gaan"
    assert list(page.progress.courses) == [made.rate]


def test_an_action_set_to_done_counts_from_that_day(desk: Desk[SqlWork], made: Bare) -> None:
    with desk.look() as work:
        action = work.plans.get(Action, made.jobs)
    desk.do(ReviseAction(replace(action, status=ActionStatus.DONE)))
    assert done_days(desk, [made.jobs, made.cheques]) == {made.jobs: date(2026, 11, 24)}


def test_the_account_is_copied_as_text_for_the_report(page: FollowupPage, desk: Desk[SqlWork], made: Bare) -> None:
    desk.do(Comment(made.jobs, "2026-H1", "Negen werkgevers."))
    page.head.show_view("account")
    page.refresh_now()
    page.account.copy_text()
    text = QGuiApplication.clipboard().text()
    assert "Jobbeurs 50+ (Lopend, 20%)\n  Negen werkgevers." in text
    assert "WSE-LR3" in text


def test_a_new_meeting_comes_up_ready_to_be_filled_in(page: FollowupPage, desk: Desk[SqlWork], made: Bare) -> None:
    page.add_meeting()
    assert page.head.view == "meetings"
    with desk.look() as work:
        (meeting,) = work.followup.meetings(made.area)
    assert meeting.body == "Stuurgroep werk"
    page.meetings.grid.select(meeting.id)
    page._show_detail()
    page.meeting.decisions.edit.setPlainText("Jobbeurs gaat door.")
    page.meeting.decisions.commit()
    with desk.look() as work:
        assert work.followup.meetings(made.area)[0].decisions == "Jobbeurs gaat door."


def test_without_indicators_the_page_says_what_to_do(context: Context, window: QMainWindow, qtbot: QtBot) -> None:
    page = FollowupPage(context)
    window.setCentralWidget(page)
    window.show()
    page.enter()
    assert page.head._facts.text() == "Nog geen indicatoren"
    page.add_measurement()


def test_an_unreadable_value_keeps_what_is_typed_and_keeps_no_measurement(
    page: FollowupPage, desk: Desk[SqlWork], made: Bare
) -> None:
    page.measure.choose(made.rate, "2026-H1")
    page.measure.figure.line.setText("veel")
    page.measure.keep.click()
    assert page.measure.figure.line.text() == "veel"
    assert page.measure.figure.problem
    with desk.look() as work:
        assert work.followup.measurements([made.rate]) == []


def test_a_plan_without_actions_shows_where_to_begin(context: Context, window: QMainWindow, qtbot: QtBot) -> None:
    page = FollowupPage(context)
    window.setCentralWidget(page)
    window.show()
    page.enter(view="progress")
    assert page._no_progress.isVisible()
    assert page.progress is None
