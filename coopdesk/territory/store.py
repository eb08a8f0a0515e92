"""Keeps areas in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from coopdesk.storage.table import Table
from coopdesk.territory.model import Area, AreaMembership, Benchmark
from coopdesk.territory.records import AreaMembershipRecord, AreaRecord, BenchmarkRecord


class SqlTerritoryStore:
    """The tables area, area_membership and benchmark within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._areas = Table(session, AreaRecord, Area)
        self._memberships = Table(session, AreaMembershipRecord, AreaMembership)
        self._benchmarks = Table(session, BenchmarkRecord, Benchmark)

    def area(self, id: str) -> Area:
        return self._areas.get(id)

    def find_area(self, id: str) -> Area | None:
        return self._areas.find(id)

    def areas(self) -> list[Area]:
        return self._areas.where(order_by=(AreaRecord.name, AreaRecord.id))

    def memberships(self, area_id: str | None = None) -> list[AreaMembership]:
        of_area = () if area_id is None else (AreaMembershipRecord.area_id == area_id,)
        return self._memberships.where(*of_area, order_by=(AreaMembershipRecord.nis_code, AreaMembershipRecord.id))

    def membership(self, id: str) -> AreaMembership:
        return self._memberships.get(id)

    def benchmarks(self, area_id: str) -> list[Benchmark]:
        order = (BenchmarkRecord.position, BenchmarkRecord.id)
        return self._benchmarks.where(BenchmarkRecord.area_id == area_id, order_by=order)

    def benchmark(self, id: str) -> Benchmark:
        return self._benchmarks.get(id)

    def add(self, thing: Area | AreaMembership | Benchmark) -> None:
        self._table(thing).add(thing)

    def save(self, thing: Area | AreaMembership | Benchmark) -> None:
        self._table(thing).save(thing)

    def remove(self, thing: Area | AreaMembership | Benchmark) -> None:
        self._table(thing).remove(thing.id)

    def _table(self, thing: Area | AreaMembership | Benchmark) -> Table[Any, Any]:
        match thing:
            case Area():
                return self._areas
            case AreaMembership():
                return self._memberships
            case Benchmark():
                return self._benchmarks
