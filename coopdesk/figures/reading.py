"""Figures of places: one municipality as published, several taken together, whatever map the source was drawn on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from coopdesk.figures import rules
from coopdesk.figures.catalogue import BY_CODE, POPULATION, RATE
from coopdesk.figures.model import Cell, Measured, ObservationState
from coopdesk.figures.ports import FigureWork
from coopdesk.figures.rules import Part, Whole
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.territory.gazetteer import AREA, FLANDERS, PROVINCE, Gazetteer
from coopdesk.territory.queries import members_by_area


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator for a place and a period: a single value, or one taken together from several municipalities.

    `base_period` is the period of the persons a rate was weighted with, when that is not the period itself.
    `missing` names the municipalities without a figure, of the number `asked`.
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
    asked: int = 1

    @property
    def is_enough(self) -> bool:
        """Whether so many municipalities are known that the figure may stand for the place."""
        return rules.is_enough(self.asked, len(self.missing))


class Reader:
    """Reads figures of places for one moment of the workspace, each (indicator, period) at most once; of everyone, or
    of one part of the population ("sex=f")."""

    def __init__(self, work: FigureWork, gazetteer: Gazetteer, breakdown: str = "") -> None:
        self._work, self._gazetteer, self._breakdown = work, gazetteer, breakdown
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
            found = self._work.figures.cells(indicator, [period], breakdown=self._breakdown)
            self._cells[key] = {cell.place: cell for cell in found}
        return self._cells[key]

    def read_ahead(self, indicator: str, periods: Iterable[str]) -> None:
        """Read many periods of an indicator, and of what a rate is made of, with one select each."""
        known = BY_CODE.get(indicator)
        made_of = (known.numerator, known.denominator) if known else ()
        for code in dict.fromkeys((indicator, *made_of)):
            wanted = [period for period in periods if (code, period) not in self._cells]
            if not code or not wanted:
                continue
            found: dict[str, dict[str, Cell]] = {period: {} for period in wanted}
            for cell in self._work.figures.cells(code, wanted, breakdown=self._breakdown):
                found[cell.period][cell.place] = cell
            self._cells |= {(code, period): cells for period, cells in found.items()}

    def codes(self, place: str, period: str) -> list[str]:
        """The municipalities a place stood for at the end of a period."""
        day = PartialDate.parse(period).last
        if place.startswith(AREA) and self._members is None:
            # The area as it is now, also for years before: figures of former times are compared on today's map.
            self._members = members_by_area(self._work, self._gazetteer, date.max)
        return self._gazetteer.of_place(place, day, self._members)

    def figure(self, indicator: str, place: str, period: str) -> Figure:
        """The figure of a place: rates as Σ numerator ÷ Σ denominator, counts as a sum, one municipality as published.

        A province or Flanders takes its own published figure where that of a municipality is missing; without one, and
        with too few municipalities known, it has none: ten municipalities are not Flanders.
        """
        known = BY_CODE.get(indicator)
        rate = known is not None and known.measured is Measured.RATE
        found = self._rate(indicator, place, period) if rate else self._count(indicator, place, period)
        if found.value is not None and not found.missing:
            return found
        published = self.cells(indicator, period).get(place)
        if published is not None and published.state is ObservationState.OK:
            return Figure(indicator, place, period, published.value, observation_ids=(published.id,))
        return _without_value(found) if is_wide(place) and not found.is_enough else found

    def whole(self, place: str, period: str) -> tuple[Whole, tuple[str, ...]]:
        """Persons in work and inhabitants of 20-64 of a place, with the observations they rest on."""
        parts, ids, _ = self._parts(RATE, place, period)
        whole = rules.together(parts)
        few = is_wide(place) and not rules.is_enough(len(parts), len(whole.missing))
        return (Whole(None, None, None, whole.missing), ids) if few else (whole, ids)

    def _count(self, indicator: str, place: str, period: str) -> Figure:
        cells = self.cells(indicator, period)
        codes = self._on_map(place, period, cells)
        whole = rules.added([(code, _value(cells, code)) for code in codes])
        ids = tuple(cells[code].id for code in codes if code in cells)
        state = _state(cells, codes)
        return Figure(indicator, place, period, whole.count, None, "", state, whole.missing, ids, len(codes))

    def _rate(self, indicator: str, place: str, period: str) -> Figure:
        parts, ids, base_period = self._parts(indicator, place, period)
        whole = rules.together(parts)
        other = base_period if base_period != period else ""
        state = _state(self.cells(indicator, period), [part.place for part in parts])
        return Figure(
            indicator, place, period, whole.rate, whole.base, other, state, whole.missing, ids, len(parts)
        )  # fmt: skip

    def _parts(self, indicator: str, place: str, period: str) -> tuple[list[Part], tuple[str, ...], str]:
        """What is known of a rate per municipality, the observations that say so, and the period of the persons."""
        known, cells = BY_CODE[indicator], self.cells(indicator, period)
        base_period = self._nearest(known.denominator, period)
        bases = self.cells(known.denominator, base_period) if base_period else {}
        # Counted persons go with the persons of their own period; a rate may be weighted with those of another.
        counted = self.cells(known.numerator, period) if base_period == period and known.numerator else {}
        codes = self._on_map(place, period, cells or counted)
        parts = [Part(c, _value(cells, c), _value(bases, c), _value(counted, c), known.factor) for c in codes]
        ids = tuple(table[c].id for table in (cells, bases, counted) for c in codes if c in table)
        return parts, ids, base_period

    def _on_map(self, place: str, period: str, cells: Mapping[str, Cell]) -> list[str]:
        """The municipalities of a place on the map of the source, which may be of the period or of after a merger."""
        codes = self.codes(place, period)
        if all(code in cells for code in codes):
            return codes
        if not is_wide(place):
            return list(dict.fromkeys(self._gazetteer.heir_among(code, cells) for code in codes))
        later = self._gazetteer.of_place(place, date.max)
        return max((codes, later), key=lambda some: sum(code in cells for code in some) / max(1, len(some)))

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


def is_wide(place: str) -> bool:
    """Whether a place is a province or Flanders, whose municipalities a workspace seldom has all of."""
    return place == FLANDERS or place.startswith(PROVINCE)


def _without_value(found: Figure) -> Figure:
    return replace(found, value=None, base=None, state=ObservationState.NOT_AVAILABLE)


def _value(cells: Mapping[str, Cell], code: str) -> Decimal | None:
    cell = cells.get(code)
    return cell.value if cell is not None and cell.state is ObservationState.OK else None


def _state(cells: Mapping[str, Cell], codes: Sequence[str]) -> ObservationState:
    """Why a place has no figure: the state of its one municipality, else not available."""
    states = {cells[code].state for code in codes if code in cells}
    return states.pop() if len(states) == 1 else ObservationState.NOT_AVAILABLE if not states else ObservationState.OK
