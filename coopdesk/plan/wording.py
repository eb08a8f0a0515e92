"""What the codes of a plan are called."""

from __future__ import annotations

from collections.abc import Mapping

from coopdesk.plan.model import ActionStatus
from coopdesk.words.marks import N_

STATUSES: Mapping[ActionStatus, str] = {
    ActionStatus.PLANNED: N_("Planned"),
    ActionStatus.RUNNING: N_("Running"),
    ActionStatus.DONE: N_("Done"),
    ActionStatus.POSTPONED: N_("Postponed"),
    ActionStatus.STOPPED: N_("Stopped"),
}
