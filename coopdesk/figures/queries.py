"""Figures as screens, dossiers and scripts ask for them: of one place or many, for a year, against a target."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coopdesk.figures import rules
from coopdesk.figures.catalogue import RATE
from coopdesk.figures.model import Observation, Source
from coopdesk.figures.ports import FigureWork
from coopdesk.figures.reading import Figure, Reader
from coopdesk.figures.rules import Whole
from coopdesk.territory.gazetteer import AREA, FLANDERS, PROVINCE, Gazetteer
from coopdesk.territory.queries import members

__all__ = [
    "Figure",
    "Gap",
    "GapLine",
    "ObservationRow",
    "Reader",
    "gap",
    "observation_rows",
    "reference_places",
    "sources_of",
]


@dataclass(frozen=True, slots=True)
class GapLine:
    """One place in the gap table: rates in percent, the gap in percentage points, persons of 20-64.

    `surplus` counts the persons beyond the target where a municipality is above it, so that the extra persons of the
    parts less their surplus are exactly those of the whole.
    """

    place: str
    rate: Decimal | None
    before: Decimal | None
    gap_pp: Decimal | None
    extra_persons: int | None
    surplus: int
    population: Decimal | None
    employed: Decimal | None
    missing: tuple[str, ...]
    observation_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """The gap of an area to the target in a year: the whole, its municipalities, and the places beside it."""

    area_id: str
    year: int
    since: int | None
    target: Decimal
    whole: GapLine
    parts: tuple[GapLine, ...]
    references: tuple[GapLine, ...]
    population_period: str
    sources: tuple[Source, ...]


def gap(
    work: FigureWork,
    gazetteer: Gazetteer,
    area_id: str,
    year: int,
    target: Decimal,
    since: int | None = None,
    on: date | None = None,
) -> Gap:
    """The gap of an area in a year, its municipalities as they are on a day (by default the last day of that year or
    today's map when a municipality came later), and the province, Flanders and chosen places beside it."""
    reader = Reader(work, gazetteer)
    period = str(year)
    day = on or date.max
    codes = members(work, area_id, gazetteer, day)
    lines = [_line(reader, code, period, target, since) for code in codes]
    shares = rules.shared_out([_exact(line, target) for line in lines])
    parts = tuple(_shared(line, share) for line, share in zip(lines, shares, strict=True))
    whole = _line(reader, AREA + area_id, period, target, since)
    references = tuple(
        _line(reader, place, period, target, since) for place in reference_places(work, gazetteer, area_id, day)
    )
    return Gap(area_id, year, since, target, whole, parts, references, reader.population_period(period),
               _sources(work, (whole, *references)))  # fmt: skip


def reference_places(work: FigureWork, gazetteer: Gazetteer, area_id: str, day: date) -> list[str]:
    """The places an area is compared with: its provinces, Flanders, and those chosen for it."""
    codes = members(work, area_id, gazetteer, day)
    provinces = sorted({gazetteer.province(code, day) for code in codes} - {""})
    chosen = [benchmark.place for benchmark in work.territory.benchmarks(area_id)]
    return list(dict.fromkeys([*(PROVINCE + name for name in provinces), FLANDERS, *chosen]))


def _line(reader: Reader, place: str, period: str, target: Decimal, since: int | None) -> GapLine:
    whole, ids = reader.whole(place, period)
    rate = whole.rate
    if rate is None:
        published = reader.figure(RATE, place, period)
        rate, ids = published.value, published.observation_ids
    before = None if since is None else reader.figure(RATE, place, str(since)).value
    extra = rules.extra_persons(rules.needed(whole, target))
    surplus = max(0, -int(exact)) if (exact := rules.needed(whole, target)) is not None else 0
    gap_pp = None if rate is None else rules.gap_pp(rate, target)
    return GapLine(place, rate, before, gap_pp, extra, surplus, whole.base, whole.count, whole.missing, ids)


def _exact(line: GapLine, target: Decimal) -> Decimal | None:
    return rules.needed(Whole(line.rate, line.employed, line.population), target)


def _shared(line: GapLine, share: int | None) -> GapLine:
    extra = None if share is None else max(0, share)
    return GapLine(
        line.place, line.rate, line.before, line.gap_pp, extra, max(0, -(share or 0)), line.population, line.employed,
        line.missing, line.observation_ids,
    )  # fmt: skip


def _sources(work: FigureWork, lines: Iterable[GapLine]) -> tuple[Source, ...]:
    return sources_of(work, [key for line in lines for key in line.observation_ids])


def sources_of(work: FigureWork, observation_ids: Collection[str]) -> tuple[Source, ...]:
    """The sources that observations came from, by name."""
    wanted = set(work.figures.source_ids(observation_ids))
    return tuple(source for source in work.figures.sources() if source.id in wanted)


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """An observation with its source, for the list of figures."""

    observation: Observation
    source: Source | None

    @property
    def id(self) -> str:
        return self.observation.id


def observation_rows(
    work: FigureWork, indicator: str, places: Collection[str] | None, period: str | None = None
) -> list[ObservationRow]:
    """The observations of an indicator for some places, with their sources."""
    sources = {source.id: source for source in work.figures.sources()}
    found = work.figures.observations(indicator, places, period)
    return [ObservationRow(o, sources.get(o.source_id or "")) for o in found]
