"""Measuring, commenting and meeting on a real desk; every step can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from coopdesk.desk.desk import Desk
from coopdesk.followup import queries
from coopdesk.followup.commands import AddMeeting, Comment, Measure, RemoveMeetings, ReviseMeeting
from coopdesk.followup.model import Measurement, Standing
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.plan.commands.actions import RemoveActions
from coopdesk.work import SqlWork
from tests.followup.conftest import Bare


def kept(desk: Desk[SqlWork], made: Bare) -> list[Measurement]:
    with desk.look() as work:
        return work.followup.measurements([made.rate, made.places])


def test_a_second_value_for_a_period_replaces_the_first_and_keeps_its_remark(desk: Desk[SqlWork], made: Bare) -> None:
    desk.do(Measure(made.rate, "2026-H1", Decimal("69.1"), "voorlopig", "Steunpunt Werk"))
    desk.do(Measure(made.rate, "2026-H1", Decimal("69.6")))
    (only,) = kept(desk, made)
    assert (only.value, only.remark, only.source) == (Decimal("69.6"), "voorlopig", "Steunpunt Werk")
    desk.undo()
    assert kept(desk, made)[0].value == Decimal("69.1")


def test_an_emptied_cell_takes_the_measurement_away_and_undo_brings_it_back(desk: Desk[SqlWork], made: Bare) -> None:
    desk.do(Measure(made.rate, "2026-H1", Decimal("69.1")))
    desk.do(Measure(made.rate, "2026-H1", None))
    assert kept(desk, made) == []
    desk.undo()
    assert [m.value for m in kept(desk, made)] == [Decimal("69.1")]


def test_a_measurement_over_no_period_is_refused_and_changes_nothing(desk: Desk[SqlWork], made: Bare) -> None:
    with pytest.raises(Invalid):
        desk.do(Measure(made.rate, "2026-05", Decimal(1)))
    assert kept(desk, made) == []


def test_the_view_says_where_each_indicator_stands(desk: Desk[SqlWork], made: Bare) -> None:
    desk.do(Measure(made.rate, "2026-H1", Decimal("69.1")))
    desk.do(Measure(made.rate, "2025-H2", Decimal("68.9")))
    with desk.look() as work:
        view = queries.view(work, made.area)
        due = queries.measurements_due(work, made.area, date(2026, 11, 24))
    assert view is not None
    assert [m.period for m in view.indicators[0].measurements] == ["2025-H2", "2026-H1"]
    assert view.standings == {Standing.BEHIND: 1, Standing.UNMEASURED: 1}
    assert [d.indicator.id for d in due] == [made.places]


def test_the_account_holds_the_commentary_of_its_own_half_year(desk: Desk[SqlWork], made: Bare) -> None:
    desk.do(Comment(made.jobs, "2026-H1", "  Negen werkgevers. "))
    desk.do(Comment(made.jobs, "2026-H2", "Zaal ligt vast."))
    with desk.look() as work:
        account = queries.account(work, made.area, "2026-H1")
    told = {line.action.id: line.note.text if line.note else "" for line in account.lines}
    assert told[made.jobs] == "Negen werkgevers."
    assert made.later not in told
    assert account.commented == 1
    desk.do(Comment(made.jobs, "2026-H1", ""))
    with desk.look() as work:
        assert queries.account(work, made.area, "2026-H1").commented == 0


def test_commentary_comes_back_with_an_action_that_was_removed(desk: Desk[SqlWork], made: Bare) -> None:
    desk.do(Comment(made.jobs, "2026-H1", "Negen werkgevers."))
    desk.do(RemoveActions((made.jobs,)))
    with desk.look() as work:
        assert all(line.action.id != made.jobs for line in queries.account(work, made.area, "2026-H1").lines)
    desk.undo()
    with desk.look() as work:
        assert queries.account(work, made.area, "2026-H1").commented == 1


def test_a_meeting_is_added_changed_and_removed(desk: Desk[SqlWork], made: Bare) -> None:
    added = desk.do(AddMeeting(made.area, "Stuurgroep  werk", date(2026, 9, 18)))
    with desk.look() as work:
        (meeting,) = queries.meetings(work, made.area)
    assert meeting.body == "Stuurgroep werk"
    desk.do(ReviseMeeting(replace(meeting, decisions="Jobbeurs gaat door.")))
    with pytest.raises(Conflict):
        desk.do(ReviseMeeting(replace(meeting, decisions="Iets anders.")))
    desk.do(RemoveMeetings((added,)))
    with desk.look() as work:
        assert queries.meetings(work, made.area) == []
    desk.undo()
    with desk.look() as work:
        assert queries.meetings(work, made.area)[0].decisions == "Jobbeurs gaat door."


def test_a_meeting_of_nobody_is_refused(desk: Desk[SqlWork], made: Bare) -> None:
    with pytest.raises(Invalid):
        desk.do(AddMeeting(made.area, "  ", date(2026, 9, 18)))


def test_without_a_plan_there_is_nothing_to_follow(desk: Desk[SqlWork]) -> None:
    with desk.look() as work:
        assert queries.view(work, "nowhere") is None
        assert queries.measurements_due(work, "nowhere", date(2026, 11, 24)) == ()
        assert queries.account(work, "nowhere", "2026-H1").lines == ()
