"""The Flemish policy priorities that ship with the program; a workspace keeps its own, editable copy."""

from __future__ import annotations

import csv

from coopdesk.kernel.ids import new_id
from coopdesk.kernel.resources import resource
from coopdesk.plan.model import PolicyPriority


def shipped() -> tuple[PolicyPriority, ...]:
    """The known priorities with the years they hold and their source, each time with new ids."""
    with resource("policy_priorities.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            PolicyPriority(
                id=new_id(),
                code=row["code"],
                title=row["title"],
                first_year=int(row["first_year"]),
                last_year=int(row["last_year"]) if row["last_year"] else None,
                source=row["source"],
            )
            for row in csv.DictReader(file)
        )
