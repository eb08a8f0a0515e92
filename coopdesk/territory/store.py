"""Keeps areas in the database."""

from __future__ import annotations

from typing import Any

from coopdesk.storage.query import given
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table
from coopdesk.territory.model import Area, AreaMembership, Benchmark, MapLayer


class SqlTerritoryStore:
    """The tables area, area_membership and benchmark within one unit of work."""

    def __init__(self, rows: Rows) -> None:
        self._areas = Table(rows, "area", Area)
        self._memberships = Table(rows, "area_membership", AreaMembership)
        self._benchmarks = Table(rows, "benchmark", Benchmark)
        self._layers = Table(rows, "map_layer", MapLayer)

    def area(self, id: str) -> Area:
        return self._areas.get(id)

    def find_area(self, id: str) -> Area | None:
        return self._areas.find(id)

    def areas(self) -> list[Area]:
        return self._areas.where(order_by=("name", "id"))

    def memberships(self, area_id: str | None = None) -> list[AreaMembership]:
        return self._memberships.where(**given(area_id=area_id), order_by=("nis_code", "id"))

    def membership(self, id: str) -> AreaMembership:
        return self._memberships.get(id)

    def benchmarks(self, area_id: str) -> list[Benchmark]:
        return self._benchmarks.where(area_id=area_id, order_by=("position", "id"))

    def benchmark(self, id: str) -> Benchmark:
        return self._benchmarks.get(id)

    def layers(self) -> list[MapLayer]:
        """The boundaries the user brought along, oldest first."""
        return self._layers.where(order_by=("id",))

    def add(self, thing: Area | AreaMembership | Benchmark | MapLayer) -> None:
        self._table(thing).add(thing)

    def save(self, thing: Area | AreaMembership | Benchmark) -> None:
        self._table(thing).save(thing)

    def remove(self, thing: Area | AreaMembership | Benchmark | MapLayer) -> None:
        self._table(thing).remove(thing.id)

    def _table(self, thing: Area | AreaMembership | Benchmark | MapLayer) -> Table[Any]:
        match thing:
            case Area():
                return self._areas
            case AreaMembership():
                return self._memberships
            case Benchmark():
                return self._benchmarks
            case MapLayer():
                return self._layers
