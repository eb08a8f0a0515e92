"""Keeps figures in the database."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from coopdesk.figures.model import Cell, Observation, Source
from coopdesk.figures.records import ObservationRecord, SourceRecord
from coopdesk.kernel.progress import Progress, silent
from coopdesk.storage.bulk import add_batch
from coopdesk.storage.table import Table

_ORDER = (ObservationRecord.place, ObservationRecord.period, ObservationRecord.id)

_MOST = 500  # ids in one statement


class SqlFigureStore:
    """The tables observation and figure_source within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._observations = Table(session, ObservationRecord, Observation)
        self._sources = Table(session, SourceRecord, Source)

    def observation(self, id: str) -> Observation:
        return self._observations.get(id)

    def observations(
        self, indicator: str, places: Collection[str] | None = None, period: str | None = None, breakdown: str = ""
    ) -> list[Observation]:
        where = _which(indicator, None if period is None else [period], places, breakdown)
        return self._observations.where(*where, order_by=_ORDER)

    def of_import(self, import_id: str) -> list[Observation]:
        return self._observations.where(ObservationRecord.import_id == import_id, order_by=_ORDER)

    def cells(
        self, indicator: str, periods: Collection[str], places: Collection[str] | None = None, breakdown: str = ""
    ) -> list[Cell]:
        record = ObservationRecord
        query = select(record.id, record.place, record.period, record.value, record.state)
        query = query.where(*_which(indicator, periods, places, breakdown)).order_by(record.place, record.id)
        return [Cell(*row) for row in self._session.execute(query)]

    def periods(self, indicator: str) -> list[str]:
        """The periods there are values for, oldest first, by jumping along the index instead of reading every row."""
        record, last = ObservationRecord, ""
        found: list[str] = []
        while True:
            after = select(record.period).where(record.indicator == indicator, record.period > last)
            period = self._session.scalar(after.order_by(record.period).limit(1))
            if period is None:
                return found
            found.append(period)
            last = period

    def indicators(self) -> list[str]:
        record, last = ObservationRecord, ""
        found: list[str] = []
        while True:
            after = select(record.indicator).where(record.indicator > last).order_by(record.indicator).limit(1)
            indicator = self._session.scalar(after)
            if indicator is None:
                return found
            found.append(indicator)
            last = indicator

    def source(self, id: str) -> Source | None:
        return self._sources.find(id)

    def sources(self) -> list[Source]:
        return self._sources.where(order_by=(SourceRecord.name, SourceRecord.id))

    def source_ids(self, observation_ids: Collection[str]) -> list[str]:
        record, found = ObservationRecord, set[str]()
        wanted = sorted(observation_ids)
        for start in range(0, len(wanted), _MOST):
            query = select(record.source_id).where(record.id.in_(wanted[start : start + _MOST])).distinct()
            found |= {source_id for source_id in self._session.scalars(query) if source_id}
        return sorted(found)

    def add(self, thing: Observation | Source) -> None:
        self._table(thing).add(thing)

    def add_batch(self, import_id: str, observations: Sequence[Observation], progress: Progress = silent) -> None:
        add_batch(self._session, ObservationRecord, import_id, observations, progress)

    def save(self, thing: Observation | Source) -> None:
        self._table(thing).save(thing)

    def remove(self, thing: Observation | Source) -> None:
        self._table(thing).remove(thing.id)

    def _table(self, thing: Observation | Source) -> Table[Any, Any]:
        return self._observations if isinstance(thing, Observation) else self._sources


def _which(
    indicator: str, periods: Collection[str] | None, places: Collection[str] | None, breakdown: str
) -> list[ColumnElement[bool]]:
    record = ObservationRecord
    conditions: list[ColumnElement[bool]] = [record.indicator == indicator, record.breakdown == breakdown]
    if periods is not None:
        conditions.append(record.period.in_(sorted(periods)))
    if places is not None:
        conditions.append(record.place.in_(sorted(places)))
    return conditions
