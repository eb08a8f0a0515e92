"""The numbers beside screens in the navigation: what needs attention, in words for who cannot see them."""

from __future__ import annotations

from coopdesk.agreement.model import AgreementState
from coopdesk.agreement.queries.coverage import ends_soon
from coopdesk.agreement.queries.lists import rows_on, touching
from coopdesk.followup.queries import measurements_due
from coopdesk.plan.queries import plan_of
from coopdesk.plan.rules import late
from coopdesk.shell.context import Context
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.queries import members

TOUCHES = ("agreement", "agreement_member", "action", "plan", "measurement", "objective_indicator", "area_membership")
Badge = tuple[str, int, str]


def badges(context: Context, gazetteer: Gazetteer) -> list[Badge]:
    """Screen, number and words: agreements that end soon, actions that are late, measurements that are due."""
    area_id, today, words = context.area.id, context.clock.today(), context.words
    if area_id is None:
        return []
    with context.desk.look() as work:
        codes = members(work, area_id, gazetteer, today)
        rows = touching(rows_on(work, today), codes, gazetteer, today)
        plan = plan_of(work, area_id, today.year)
        overdue = sum(late(action, today) for action in work.plans.actions(plan.id)) if plan else 0
        due = len(measurements_due(work, area_id, today))
    ending = sum(row.state is AgreementState.IN_FORCE and ends_soon(row) for row in rows)
    return [
        ("agreements", ending, words.count("{n} agreement ends soon", "{n} agreements end soon", ending)),
        ("plan", overdue, words.count("{n} action is late", "{n} actions are late", overdue)),
        ("followup", due, words.count("{n} measurement is due", "{n} measurements are due", due)),
    ]
