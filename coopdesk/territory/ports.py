"""What the use cases of areas need of storage."""

from __future__ import annotations

from typing import Protocol

from coopdesk.territory.model import Area, AreaMembership, Benchmark, MapLayer


class TerritoryStore(Protocol):
    """Areas with their members and the places they compare themselves with."""

    def area(self, id: str) -> Area: ...
    def find_area(self, id: str) -> Area | None: ...
    def areas(self) -> list[Area]: ...
    def memberships(self, area_id: str | None = None) -> list[AreaMembership]: ...
    def membership(self, id: str) -> AreaMembership: ...
    def benchmarks(self, area_id: str) -> list[Benchmark]: ...
    def benchmark(self, id: str) -> Benchmark: ...
    def layers(self) -> list[MapLayer]: ...
    def add(self, thing: Area | AreaMembership | Benchmark | MapLayer) -> None: ...
    def save(self, thing: Area | AreaMembership | Benchmark) -> None: ...
    def remove(self, thing: Area | AreaMembership | Benchmark | MapLayer) -> None: ...


class TerritoryWork(Protocol):
    @property
    def territory(self) -> TerritoryStore: ...
    def about(self, subject: str) -> None: ...


class Attachments(Protocol):
    """Files kept by the hash of their content."""

    def keep(self, content: bytes) -> str: ...


class LayerWork(TerritoryWork, Protocol):
    """A unit of work that keeps the file of a layer as well."""

    @property
    def attachments(self) -> Attachments: ...


class AreaChoices(Protocol):
    """Keeps what was chosen for areas and means nothing without them, such as how their dossier is printed."""

    def forget(self, area_id: str) -> None:
        """Take away what is kept for an area."""
        ...


class RemovalWork(TerritoryWork, Protocol):
    """A unit of work in which an area can be removed with the choices made for it."""

    @property
    def area_choices(self) -> AreaChoices: ...
