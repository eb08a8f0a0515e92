"""Keeps the plan over the years in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from coopdesk.cycle import records as r
from coopdesk.cycle.model import FrozenContent, PlanVersion, PriorityReason, Succession, Thing
from coopdesk.cycle.ports import C
from coopdesk.kernel.errors import Conflict
from coopdesk.storage.table import Table

_RECORDS: dict[Any, type[Any]] = {
    PriorityReason: r.PriorityReasonRecord,
    PlanVersion: r.PlanVersionRecord,
    FrozenContent: r.FrozenContentRecord,
    Succession: r.SuccessionRecord,
}


class SqlCycleStore:
    """Reasons, versions and successions of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, kind: type[C], id: str) -> C:
        return self._table(kind).get(id)

    def reasons(self, plan_id: str) -> list[PriorityReason]:
        record = r.PriorityReasonRecord
        order = (record.year, record.code, record.nis, record.id)
        return self._table(PriorityReason).where(record.plan_id == plan_id, order_by=order)

    def versions(self, plan_id: str) -> list[PlanVersion]:
        record = r.PlanVersionRecord
        return self._table(PlanVersion).where(record.plan_id == plan_id, order_by=(record.decided, record.id))

    def content(self, version_id: str) -> FrozenContent:
        record = r.FrozenContentRecord
        found = self._table(FrozenContent).where(record.version_id == version_id)
        if not found:
            raise Conflict("This was removed since you opened it.")
        return found[0]

    def successions(self, plan_id: str) -> list[Succession]:
        record = r.SuccessionRecord
        return self._table(Succession).where(record.plan_id == plan_id, order_by=(record.id,))

    def add(self, thing: Thing) -> None:
        """Keep a new thing, at once: the content that follows a version refers to it."""
        self._table(type(thing)).add(thing)
        self._session.flush()

    def save(self, thing: Thing) -> None:
        self._table(type(thing)).save(thing)

    def remove(self, thing: Thing) -> None:
        self._table(type(thing)).remove(thing.id)

    def _table(self, kind: type[C]) -> Table[C, Any]:
        return Table(self._session, _RECORDS[kind], kind)
