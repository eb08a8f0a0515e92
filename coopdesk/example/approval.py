"""The approved plan of the example, from before two dates were put off, and a priority left out for a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from coopdesk.cycle.commands.reasons import NoteReason
from coopdesk.cycle.commands.versions import FixPlan
from coopdesk.desk.desk import Desk
from coopdesk.kernel.partial_date import PartialDate, Precision
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.model import Action
from coopdesk.work import SqlWork

PUT_OFF = ("1.4", "2.2")  # codes of actions that were to end a quarter earlier
QUARTER, SINCE = timedelta(days=91), timedelta(days=200)


def approve(desk: Desk[SqlWork], plan_id: str, end_year: int, today: date) -> None:
    """Approves the plan as it was, puts the dates off, and says why entrepreneurship waits in the last year."""
    for action in _put_off(desk, plan_id):
        assert action.end is not None
        desk.do(ReviseAction(replace(action, end=PartialDate.day(action.end.last - QUARTER))))
    desk.do(FixPlan(plan_id, "Goedgekeurd door de gemeenteraden", today - SINCE, "Gemeenteraad", today))
    for action in _put_off(desk, plan_id):
        assert action.end is not None
        desk.do(ReviseAction(replace(action, end=PartialDate.day(action.end.last + QUARTER))))
    reason = "We wachten op de evaluatie van het startpunt voor sociaal ondernemen."
    desk.do(NoteReason(plan_id, "WSE-LR3", end_year, reason, today))


def _put_off(desk: Desk[SqlWork], plan_id: str) -> list[Action]:
    with desk.look() as work:
        actions = work.plans.actions(plan_id)
    return [a for a in actions if a.code in PUT_OFF and a.end is not None and a.end.precision is Precision.DAY]
