"""Keeps the follow-up in the database."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy.orm import Session

from coopdesk.followup import records as r
from coopdesk.followup.model import Measurement, Meeting, ProgressNote, Thing
from coopdesk.followup.ports import T
from coopdesk.storage.table import Table

_RECORDS: dict[Any, type[Any]] = {
    Measurement: r.MeasurementRecord,
    ProgressNote: r.ProgressNoteRecord,
    Meeting: r.MeetingRecord,
}


class SqlFollowupStore:
    """The follow-up of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, kind: type[T], id: str) -> T:
        return self._table(kind).get(id)

    def measurements(self, indicator_ids: Collection[str]) -> list[Measurement]:
        record = r.MeasurementRecord
        mine = record.indicator_id.in_(indicator_ids)
        return self._table(Measurement).where(mine, order_by=(record.period, record.id))

    def notes(self, action_ids: Collection[str]) -> list[ProgressNote]:
        record = r.ProgressNoteRecord
        mine = record.action_id.in_(action_ids)
        return self._table(ProgressNote).where(mine, order_by=(record.period, record.id))

    def meetings(self, area_id: str | None = None) -> list[Meeting]:
        record = r.MeetingRecord
        mine = () if area_id is None else (record.area_id == area_id,)
        return self._table(Meeting).where(*mine, order_by=(record.day.desc(), record.id))

    def add(self, thing: Thing) -> None:
        self._table(type(thing)).add(thing)

    def save(self, thing: Thing) -> None:
        self._table(type(thing)).save(thing)

    def remove(self, thing: Thing) -> None:
        self._table(type(thing)).remove(thing.id)

    def _table(self, kind: type[T]) -> Table[T, Any]:
        return Table(self._session, _RECORDS[kind], kind)
