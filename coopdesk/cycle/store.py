"""Keeps the plan over the years in the database."""

from __future__ import annotations

from typing import Any

from coopdesk.cycle.model import FrozenContent, PlanVersion, PriorityReason, Succession, Thing
from coopdesk.cycle.ports import C
from coopdesk.kernel.errors import Conflict
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table

_TABLES: dict[Any, str] = {
    PriorityReason: "priority_reason",
    PlanVersion: "plan_version",
    FrozenContent: "plan_version_content",
    Succession: "action_succession",
}


class SqlCycleStore:
    """Reasons, versions and successions of one unit of work."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self, kind: type[C], id: str) -> C:
        return self._table(kind).get(id)

    def reasons(self, plan_id: str) -> list[PriorityReason]:
        return self._table(PriorityReason).where(plan_id=plan_id, order_by=("year", "code", "nis", "id"))

    def versions(self, plan_id: str) -> list[PlanVersion]:
        return self._table(PlanVersion).where(plan_id=plan_id, order_by=("decided", "id"))

    def content(self, version_id: str) -> FrozenContent:
        found = self._table(FrozenContent).where(version_id=version_id)
        if not found:
            raise Conflict("This was removed since you opened it.")
        return found[0]

    def successions(self, plan_id: str) -> list[Succession]:
        return self._table(Succession).where(plan_id=plan_id, order_by=("id",))

    def add(self, thing: Thing) -> None:
        self._table(type(thing)).add(thing)

    def save(self, thing: Thing) -> None:
        self._table(type(thing)).save(thing)

    def remove(self, thing: Thing) -> None:
        self._table(type(thing)).remove(thing.id)

    def _table(self, kind: type[C]) -> Table[C]:
        return Table(self._rows, _TABLES[kind], kind)
