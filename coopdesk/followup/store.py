"""Keeps the follow-up in the database."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from coopdesk.followup.model import Measurement, Meeting, ProgressNote, Thing
from coopdesk.followup.ports import T
from coopdesk.storage.query import Among, given
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table

_TABLES: dict[Any, str] = {
    Measurement: "measurement",
    ProgressNote: "progress_note",
    Meeting: "meeting",
}


class SqlFollowupStore:
    """The follow-up of one unit of work."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self, kind: type[T], id: str) -> T:
        return self._table(kind).get(id)

    def measurements(self, indicator_ids: Collection[str]) -> list[Measurement]:
        return self._table(Measurement).where(indicator_id=Among(indicator_ids), order_by=("period", "id"))

    def notes(self, action_ids: Collection[str]) -> list[ProgressNote]:
        return self._table(ProgressNote).where(action_id=Among(action_ids), order_by=("period", "id"))

    def meetings(self, area_id: str | None = None) -> list[Meeting]:
        return self._table(Meeting).where(**given(area_id=area_id), order_by=("-day", "id"))

    def add(self, thing: Thing) -> None:
        self._table(type(thing)).add(thing)

    def save(self, thing: Thing) -> None:
        self._table(type(thing)).save(thing)

    def remove(self, thing: Thing) -> None:
        self._table(type(thing)).remove(thing.id)

    def _table(self, kind: type[T]) -> Table[T]:
        return Table(self._rows, _TABLES[kind], kind)
