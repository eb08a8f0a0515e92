"""What reading an analysis starts from: one moment of the workspace, the area, its places and their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from coopdesk.analysis.model import OWN_AREA, Analysis
from coopdesk.analysis.ports import AnalysisReading
from coopdesk.analysis.rules.telling import Shown
from coopdesk.figures import queries as figures
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.model import Unit
from coopdesk.territory.gazetteer import AREA, FLANDERS, PROVINCE, Gazetteer
from coopdesk.territory.model import Area
from coopdesk.territory.queries import members, place_name
from coopdesk.words.catalogue import Words


def shown(indicator: str) -> Shown:
    """How values of an indicator are written."""
    known = BY_CODE.get(indicator)
    return Shown(percent=False, digits=0) if known is None else Shown(known.unit is Unit.PERCENT, known.decimals)


@dataclass(frozen=True)
class Basis:
    """One analysis being read; everything read once is kept for the rest of the moment."""

    work: AnalysisReading
    gazetteer: Gazetteer
    words: Words
    analysis: Analysis

    @cached_property
    def reader(self) -> figures.Reader:
        """Reads figures, each indicator and period once."""
        return figures.Reader(self.work, self.gazetteer)

    @cached_property
    def areas(self) -> list[Area]:
        """All areas, for their names."""
        return self.work.territory.areas()

    @cached_property
    def own(self) -> str:
        """The own area as a place of figures."""
        return AREA + self.analysis.area_id

    @cached_property
    def codes(self) -> list[str]:
        """The municipalities of the area on today's map."""
        return members(self.work, self.analysis.area_id, self.gazetteer, date.max)

    @cached_property
    def references(self) -> list[str]:
        """The places beside the area: provinces, chosen places, and Flanders last, as it is the widest."""
        found = figures.reference_places(self.work, self.gazetteer, self.analysis.area_id, date.max)
        return sorted(found, key=lambda place: place.startswith("region:"))

    def name(self, place: str) -> str:
        """A place in words."""
        return place_name(self.place(place), self.gazetteer, self.words, self.areas)

    def prose(self, place: str) -> str:
        """A place as a sentence names it."""
        if place == FLANDERS:
            return self.words.say("Flanders")
        if place.startswith(PROVINCE):
            return self.words.say("the province of {name}", name=place.removeprefix(PROVINCE))
        return self.name(place)

    def names(self, places: Sequence[str]) -> tuple[str, ...]:
        """Places in words, in their order."""
        return tuple(self.name(place) for place in places)

    def place(self, place: str) -> str:
        """The place of a live figure as figures know it."""
        return self.own if place == OWN_AREA else place

    def since(self, indicator: str, year: int) -> int:
        """The year to compare with: the one of the analysis when there are figures for it, else the earliest before.

        0 when there is none, or when the definition changed in between.
        """
        years = [one for one in self.reader.years(indicator) if one < year and not self._breaks(indicator, one, year)]
        return self.analysis.since if self.analysis.since in years else (years[0] if years else 0)

    def year(self, indicator: str) -> int:
        """The year to show: that of the analysis, else the last one before it, else the first there is; 0 for none."""
        years = self.reader.years(indicator)
        before = [one for one in years if one <= self.analysis.year]
        return before[-1] if before else (years[0] if years else 0)

    def gap(self, year: int, since: int, target: Decimal) -> figures.Gap:
        """The gap of the area."""
        return figures.gap(self.work, self.gazetteer, self.analysis.area_id, year, target, since or None)

    @staticmethod
    def _breaks(indicator: str, first: int, last: int) -> bool:
        known = BY_CODE.get(indicator)
        return known is not None and any(str(first) < at <= str(last) for at in known.breaks)
