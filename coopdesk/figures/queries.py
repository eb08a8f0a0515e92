"""Figures as screens, dossiers and scripts ask for them: of one place or many, for a year, against a target."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coopdesk.figures import rules
from coopdesk.figures.catalogue import BY_CODE, EMPLOYED, POPULATION, RATE
from coopdesk.figures.model import Cell, Measured, Observation, ObservationState, Source
from coopdesk.figures.ports import FigureWork
from coopdesk.figures.rules import Part, Whole
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.territory.gazetteer import AREA, FLANDERS, PROVINCE, Gazetteer
from coopdesk.territory.queries import members, members_by_area


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator for a place and a period: a single value, or one taken together from several municipalities.

    `base_period` is the period of the persons a rate was weighted with, when that is not the period itself.
    """

    indicator: str
    place: str
    period: str
    value: Decimal | None
    base: Decimal | None = None
    base_period: str = ""
    state: ObservationState = ObservationState.OK
    missing: tuple[str, ...] = ()
    observation_ids: tuple[str, ...] = ()


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


class Reader:
    """Reads figures of places for one moment of the workspace, each (indicator, period) at most once."""

    def __init__(self, work: FigureWork, gazetteer: Gazetteer) -> None:
        self._work, self._gazetteer = work, gazetteer
        self._cells: dict[tuple[str, str], dict[str, Cell]] = {}
        self._periods: dict[str, list[str]] = {}
        self._members: dict[str, list[str]] | None = None

    def periods(self, indicator: str) -> list[str]:
        """The periods an indicator has values for, oldest first."""
        if indicator not in self._periods:
            self._periods[indicator] = self._work.figures.periods(indicator)
        return self._periods[indicator]

    def years(self, indicator: str) -> list[int]:
        """The same, whole years only."""
        return [int(period) for period in self.periods(indicator) if len(period) == 4]

    def cells(self, indicator: str, period: str) -> Mapping[str, Cell]:
        """The values of a period by place."""
        key = (indicator, period)
        if key not in self._cells:
            self._cells[key] = {cell.place: cell for cell in self._work.figures.cells(indicator, [period])}
        return self._cells[key]

    def codes(self, place: str, period: str) -> list[str]:
        """The municipalities a place stood for at the end of a period."""
        day = PartialDate.parse(period).last
        if place.startswith(AREA) and self._members is None:
            # The area as it is now, also for years before: figures of former times are compared on today's map.
            self._members = members_by_area(self._work, self._gazetteer, date.max)
        return self._gazetteer.of_place(place, day, self._members)

    def figure(self, indicator: str, place: str, period: str) -> Figure:
        """The figure of a place: rates as Σ numerator ÷ Σ denominator, counts as a sum, one municipality as published.

        Where its municipalities have no figures but the place itself has one (a published provincial rate), that one.
        """
        codes = self.codes(place, period)
        known = BY_CODE.get(indicator)
        rate = known is not None and known.measured is Measured.RATE
        found = self._rate(indicator, place, period, codes) if rate else self._count(indicator, place, period, codes)
        published = self.cells(indicator, period).get(place)
        if found.value is None and published is not None and published.state is ObservationState.OK:
            return Figure(indicator, place, period, published.value, observation_ids=(published.id,))
        return found

    def _count(self, indicator: str, place: str, period: str, codes: Sequence[str]) -> Figure:
        cells = self.cells(indicator, period)
        whole = rules.added([(code, _value(cells, code)) for code in codes])
        ids = tuple(cells[code].id for code in codes if code in cells)
        return Figure(indicator, place, period, whole.count, None, "", _state(cells, codes), whole.missing, ids)

    def _rate(self, indicator: str, place: str, period: str, codes: Sequence[str]) -> Figure:
        cells = self.cells(indicator, period)
        known = BY_CODE[indicator]
        base_period = self._nearest(known.denominator, period)
        bases = self.cells(known.denominator, base_period) if base_period else {}
        counts = self.cells(known.numerator, period)
        # Counted persons go with the persons of their own period; a rate may be weighted with those of another.
        counted = counts if base_period == period else {}
        parts = [Part(c, _value(cells, c), _value(bases, c), _value(counted, c)) for c in codes]
        whole = rules.together(parts)
        ids = tuple(table[c].id for table in (cells, bases, counted) for c in codes if c in table)
        other = base_period if base_period != period else ""
        return Figure(indicator, place, period, whole.rate, whole.base, other, _state(cells, codes), whole.missing, ids)

    def whole(self, place: str, period: str) -> tuple[Whole, tuple[str, ...]]:
        """Persons in work and inhabitants of 20-64 of a place, with the observations they rest on."""
        cells, counts = self.cells(RATE, period), self.cells(EMPLOYED, period)
        base_period = self.population_period(period)
        bases = self.cells(POPULATION, base_period) if base_period else {}
        counted = counts if base_period == period else {}
        codes = self.codes(place, period)
        parts = [Part(c, _value(cells, c), _value(bases, c), _value(counted, c)) for c in codes]
        ids = tuple(table[c].id for table in (cells, bases, counted) for c in codes if c in table)
        return rules.together(parts), ids

    def population_period(self, period: str) -> str:
        """The period of the inhabitants that stand beside rates of a period: its own, or else the nearest there is."""
        return self._nearest(POPULATION, period)

    def _nearest(self, indicator: str, period: str) -> str:
        if not indicator:
            return ""
        periods = [p for p in self.periods(indicator) if len(p) == len(period)]
        year = int(period[:4])
        if period in periods:
            return period
        return min(periods, key=lambda p: (abs(int(p[:4]) - year), p), default="") if len(period) == 4 else ""


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


def _value(cells: Mapping[str, Cell], code: str) -> Decimal | None:
    cell = cells.get(code)
    return cell.value if cell is not None and cell.state is ObservationState.OK else None


def _state(cells: Mapping[str, Cell], codes: Sequence[str]) -> ObservationState:
    """Why a place has no figure: the state of its one municipality, else not available."""
    states = {cells[code].state for code in codes if code in cells}
    return states.pop() if len(states) == 1 else ObservationState.NOT_AVAILABLE if not states else ObservationState.OK


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
