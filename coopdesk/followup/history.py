"""When actions were set to done, as the journal remembers it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from coopdesk.desk.desk import Desk
from coopdesk.plan.model import ActionStatus


def done_days(desk: Desk[Any], action_ids: Iterable[str]) -> Mapping[str, date]:
    """The day on which each action was last set to done by someone; those that came in as done are left out."""
    found: dict[str, date] = {}
    for one in action_ids:
        for step in desk.history_of("action", one):
            for row in step.rows:
                was, now = (row.before or {}).get("status"), (row.after or {}).get("status")
                if row.id == one and row.before and was != now == ActionStatus.DONE.value:
                    found[one] = step.at.astimezone().date()
    return found
