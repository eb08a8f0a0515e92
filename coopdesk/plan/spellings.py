"""What people call the states of an action in their own lists: for pasted cells and for annexes alike."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from coopdesk.kernel.resources import resource
from coopdesk.plan.model import ActionStatus


@cache
def status_spellings() -> Mapping[ActionStatus, tuple[str, ...]]:
    """Every known wording per state."""
    found: dict[ActionStatus, list[str]] = {status: [] for status in ActionStatus}
    with resource("plan/statuses.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter=";"):
            found[ActionStatus(row["status"])].append(row["wording"])
    return {status: tuple(wordings) for status, wordings in found.items()}
