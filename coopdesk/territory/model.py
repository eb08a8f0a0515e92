"""Municipalities as they were and are, and the areas people make of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Municipality:
    """One NIS code with the days it is valid; a merged municipality names the code that followed it.

    `valid_to` is the last day, inclusive. The place is a point inside it (WGS84, degrees).
    """

    nis_code: str
    name: str
    province: str
    arrondissement: str
    is_centre_city: bool
    valid_from: date
    valid_to: date | None
    successor: str | None
    longitude: float
    latitude: float

    def exists_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class AreaKind(StrEnum):
    """What kind of cooperation an area is; a municipality may be in several, of the same kind too."""

    STEERING_AREA = "steering_area"
    AGREEMENT_AREA = "agreement_area"
    LOCAL_PARTNERSHIP = "local_partnership"
    NEIGHBOURHOOD_WORK_AREA = "neighbourhood_work_area"
    REFERENCE_REGION = "reference_region"
    BENCHMARK_AREA = "benchmark_area"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Area:
    """A set of municipalities someone works for; the policy cycle is its first and last year."""

    id: str
    version: int
    name: str
    kind: AreaKind
    begin_year: int
    end_year: int
    legal_form: str
    source: str
    is_verified: bool
    remark: str
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class AreaMembership:
    """A municipality in an area, from one day up to and including another; None where it has no end or beginning."""

    id: str
    version: int
    area_id: str
    nis_code: str
    begin_date: date | None = None
    end_date: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.begin_date is None or self.begin_date <= day) and (self.end_date is None or day <= self.end_date)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A place this area compares itself with, and why it was chosen.

    `place` is `province:NAME`, `region:flanders`, `area:ID` or a NIS code.
    """

    id: str
    version: int
    area_id: str
    place: str
    reason: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class KnownArea:
    """An area known from public sources, offered as a choice when someone makes their own."""

    name: str
    kind: str
    province: str
    names: tuple[str, ...]
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class MapLayer:
    """Boundaries the user brought along: the file by name and hash (kept as attachment), its coordinate system, for how
    many municipalities it has a shape, and the simplified shapes as text."""

    id: str
    name: str
    sha256: str
    at: date
    system: str
    municipalities: int
    shapes: str
    version: int = 1
