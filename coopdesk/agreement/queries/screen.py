"""Everything the screen of agreements shows on a day, read in one moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from coopdesk.agreement.ports import AgreementRow, AgreementWork
from coopdesk.agreement.queries.coverage import CoverageRow, Facts, coverage_on, facts_of
from coopdesk.agreement.queries.lists import rows_on, touching
from coopdesk.plan.model import Plan
from coopdesk.plan.ports import PlanWork
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.model import Area, AreaKind
from coopdesk.territory.ports import TerritoryWork


class ScreenWork(AgreementWork, PlanWork, TerritoryWork, Protocol):
    """A unit of work in which agreements, plans and areas can be read."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The agreements, the coverage of the municipalities looked at, and what both can be linked to.

    `area` is the area looked at, None for all of Flanders; `elsewhere` is how many agreements are of no municipality of
    it; `areas` are the steering areas, agreement areas and local partnerships of each municipality on the day.
    """

    day: date
    area: Area | None
    rows: tuple[AgreementRow, ...]
    elsewhere: int
    coverage: tuple[CoverageRow, ...]
    facts: Facts
    areas: Mapping[str, tuple[Area, ...]]
    plans: tuple[Plan, ...]

    def row(self, id: str) -> AgreementRow | None:
        """The agreement with this id."""
        return next((row for row in self.rows if row.id == id), None)

    def place(self, nis_code: str) -> CoverageRow | None:
        """The municipality with this code."""
        return next((row for row in self.coverage if row.nis_code == nis_code), None)

    def areas_of(self, nis_code: str, kind: AreaKind) -> tuple[Area, ...]:
        """The areas of a kind a municipality belongs to."""
        return tuple(area for area in self.areas.get(nis_code, ()) if area.kind is kind)


def read_screen(work: ScreenWork, gazetteer: Gazetteer, day: date, area_id: str | None) -> Screen:
    """The screen for an area, or for all of Flanders."""
    area = work.territory.find_area(area_id) if area_id else None
    members = _members_on(work, gazetteer, day)
    codes = members.get(area.id, ()) if area else tuple(m.nis_code for m in gazetteer.at(day))
    codes = tuple(sorted(codes, key=gazetteer.name))
    everything = rows_on(work, day)
    rows = tuple(touching(everything, codes, gazetteer, day)) if area else tuple(everything)
    coverage = tuple(coverage_on(everything, codes, work.agreements.absences(), gazetteer, day))
    return Screen(
        day=day,
        area=area,
        rows=rows,
        elsewhere=len(everything) - len(rows),
        coverage=coverage,
        facts=facts_of(rows, coverage),
        areas=_areas_of(work.territory.areas(), members),
        plans=tuple(work.plans.plans()),
    )


def _members_on(work: TerritoryWork, gazetteer: Gazetteer, day: date) -> dict[str, tuple[str, ...]]:
    """The municipalities of every area on a day, under the codes of that day."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for membership in work.territory.memberships():
        if membership.holds_on(day):
            for code in gazetteer.parts_of(membership.nis_code, day):
                found[membership.area_id][code] = None
    return {area_id: tuple(codes) for area_id, codes in found.items()}


def _areas_of(areas: Sequence[Area], members: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[Area, ...]]:
    found: defaultdict[str, list[Area]] = defaultdict(list)
    for area in areas:
        for code in members.get(area.id, ()):
            found[code].append(area)
    return {code: tuple(of_code) for code, of_code in found.items()}
