"""Areas as windows and reports want to see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coopdesk.territory.gazetteer import AREA, FLANDERS, PROVINCE, Gazetteer, open_gazetteer
from coopdesk.territory.model import Area, AreaMembership, Benchmark
from coopdesk.territory.ports import TerritoryWork
from coopdesk.territory.rules import last_of, members_on
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A municipality of an area, for the list: `here` is what it is on the day of looking."""

    id: str
    version: int
    nis_code: str
    name: str
    province: str
    here: str
    membership: AreaMembership


@dataclass(frozen=True, slots=True)
class AreaView:
    """One area with its members and comparison areas."""

    area: Area
    members: tuple[MemberRow, ...]
    benchmarks: tuple[Benchmark, ...]
    provinces: tuple[str, ...]


def gazetteer_of(work: TerritoryWork) -> Gazetteer:
    """The municipalities as the workspace knows them: one with the example area knows the invented ones by name."""
    return open_gazetteer(offers_invented=any(area.is_example for area in work.territory.areas()))


def area_view(work: TerritoryWork, area_id: str, gazetteer: Gazetteer, day: date) -> AreaView:
    """Everything the page of an area shows."""
    area = work.territory.area(area_id)
    rows = tuple(_member_row(m, gazetteer, day) for m in work.territory.memberships(area_id))
    rows = tuple(sorted(rows, key=lambda row: (row.name, row.id)))
    provinces = tuple(sorted({row.province for row in rows if row.province}))
    return AreaView(area, rows, tuple(work.territory.benchmarks(area_id)), provinces)


def _member_row(membership: AreaMembership, gazetteer: Gazetteer, day: date) -> MemberRow:
    code = membership.nis_code
    return MemberRow(
        membership.id,
        membership.version,
        code,
        gazetteer.name(code),
        gazetteer.province(code, day),
        gazetteer.on(code, day),
        membership,
    )


def members(work: TerritoryWork, area_id: str, gazetteer: Gazetteer, day: date) -> list[str]:
    """The NIS codes of an area on a day, by name; a day after its period counts as the last day of it."""
    return members_on(work.territory.memberships(area_id), gazetteer, last_of(work.territory.area(area_id), day))


def members_by_area(work: TerritoryWork, gazetteer: Gazetteer, day: date) -> dict[str, list[str]]:
    """The NIS codes of every area on a day, by area id, in one select."""
    grouped: dict[str, list[AreaMembership]] = {}
    for membership in work.territory.memberships():
        grouped.setdefault(membership.area_id, []).append(membership)
    areas = {area.id: area for area in work.territory.areas()}
    return {key: members_on(found, gazetteer, last_of(areas[key], day)) for key, found in grouped.items()}


def area_named(work: TerritoryWork, name: str) -> Area | None:
    """The area with this name, capitals aside."""
    return next((a for a in work.territory.areas() if a.name.casefold() == name.strip().casefold()), None)


def place_name(place: str, gazetteer: Gazetteer, words: Words, areas: Iterable[Area] = ()) -> str:
    """A place in words: the name of a municipality, a province, Flanders or an area."""
    if place == FLANDERS:
        return words.say("Flemish Region")
    if place.startswith(PROVINCE):
        return words.say("Province of {name}", name=place.removeprefix(PROVINCE))
    if place.startswith(AREA):
        wanted = place.removeprefix(AREA)
        return next((area.name for area in areas if area.id == wanted), words.say("Removed area"))
    return gazetteer.name(place)
