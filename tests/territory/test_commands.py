"""Making and changing areas on a real workspace, and undoing it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.desk.desk import Desk
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.territory.commands import (
    AddArea,
    AddBenchmark,
    AddMunicipalities,
    RemoveArea,
    RemoveBenchmark,
    RemoveMunicipalities,
    ReviseArea,
    ReviseMembership,
)
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.territory.model import AreaKind, AreaMembership
from coopdesk.territory.queries import area_named, area_view, members, members_by_area
from coopdesk.territory.rules import checked_membership, cycle_of
from coopdesk.work import SqlWork

ALL = open_gazetteer()
TODAY = date(2026, 11, 24)
RIVIERENLAND = AddArea("Rivierenland", ("12005", "12025", "12041"), 2026, 2031)


def members_at(desk: Desk[SqlWork], area_id: str, day: date = TODAY) -> list[str]:
    with desk.look() as work:
        return members(work, area_id, ALL, day)


def everything(desk: Desk[SqlWork]) -> list[object]:
    """All that is kept of areas, without the versions, which only grow."""
    with desk.look() as work:
        store = work.territory
        areas = store.areas()
        kept = (*areas, *store.memberships(), *(b for a in areas for b in store.benchmarks(a.id)))
        return [replace(thing, version=0) for thing in kept]


def test_a_new_area_has_its_municipalities_and_undo_takes_it_all_away(desk: Desk[SqlWork]) -> None:
    area_id = desk.do(RIVIERENLAND)
    assert members_at(desk, area_id) == ["12005", "12025", "12041"]
    assert desk.history.undoable is not None
    assert desk.history.undoable.subject == "Rivierenland"
    desk.undo()
    assert everything(desk) == []
    desk.redo()
    assert members_at(desk, area_id) == ["12005", "12025", "12041"]


@pytest.mark.parametrize("kind", list(AreaKind))
def test_areas_of_every_kind_can_be_made(desk: Desk[SqlWork], kind: AreaKind) -> None:
    desk.do(replace(RIVIERENLAND, kind=kind))
    with desk.look() as work:
        found = area_named(work, "rivierenland")
    assert found is not None
    assert found.kind is kind


def test_a_municipality_may_be_in_several_areas(desk: Desk[SqlWork]) -> None:
    first = desk.do(RIVIERENLAND)
    second = desk.do(AddArea("Mechelen", ("12025",), 2026, 2031, AreaKind.AGREEMENT_AREA))
    with desk.look() as work:
        found = members_by_area(work, ALL, TODAY)
    assert "12025" in found[first]
    assert found[second] == ["12025"]


def test_the_same_name_twice_is_refused_and_keeps_nothing(desk: Desk[SqlWork]) -> None:
    desk.do(RIVIERENLAND)
    before = everything(desk)
    with pytest.raises(Invalid, match="already an area"):
        desk.do(replace(RIVIERENLAND, name=" rivierenland "))
    assert everything(desk) == before


@pytest.mark.parametrize("change", [{"name": "  "}, {"begin_year": 2031, "end_year": 2026}])
def test_an_area_without_sense_is_refused(desk: Desk[SqlWork], change: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        desk.do(replace(RIVIERENLAND, **change))  # type: ignore[arg-type]
    assert everything(desk) == []


def test_a_municipality_joins_and_leaves_on_a_day(desk: Desk[SqlWork]) -> None:
    area_id = desk.do(RIVIERENLAND)
    desk.do(AddMunicipalities(area_id, ("12021",), date(2027, 1, 1)))
    assert "12021" not in members_at(desk, area_id)
    assert "12021" in members_at(desk, area_id, date(2027, 1, 1))
    with desk.look() as work:
        lier = next(m for m in work.territory.memberships(area_id) if m.nis_code == "12021")
    desk.do(ReviseMembership(lier.id, lier.version, date(2027, 1, 1), date(2028, 6, 30)))
    assert "12021" in members_at(desk, area_id, date(2028, 6, 30))
    assert "12021" not in members_at(desk, area_id, date(2028, 7, 1))
    desk.undo()
    assert "12021" in members_at(desk, area_id, date(2028, 7, 1))


def test_a_membership_until_the_end_of_the_period_counts_on_the_map_of_today(desk: Desk[SqlWork]) -> None:
    area_id = desk.do(RIVIERENLAND)
    with desk.look() as work:
        first = work.territory.memberships(area_id)[0]
    desk.do(ReviseMembership(first.id, first.version, None, date(2031, 12, 31)))
    assert first.nis_code in members_at(desk, area_id, date.max)


def test_a_change_of_what_was_changed_meanwhile_is_refused(desk: Desk[SqlWork]) -> None:
    area_id = desk.do(RIVIERENLAND)
    with desk.look() as work:
        seen = work.territory.memberships(area_id)[0]
        area = work.territory.area(area_id)
    desk.do(ReviseMembership(seen.id, seen.version, date(2026, 1, 1), None))
    desk.do(ReviseArea(replace(area, name="Rivierenland en omgeving")))
    with pytest.raises(Conflict):
        desk.do(ReviseMembership(seen.id, seen.version, None, None))
    with pytest.raises(Conflict):
        desk.do(ReviseArea(replace(area, name="Iets anders")))


def test_the_same_municipality_twice_at_the_same_time_is_refused(desk: Desk[SqlWork]) -> None:
    area_id = desk.do(RIVIERENLAND)
    with pytest.raises(Invalid, match="already in the area"):
        desk.do(AddMunicipalities(area_id, ("12025",)))


def test_municipalities_taken_out_come_back_with_undo(desk: Desk[SqlWork]) -> None:
    area_id = desk.do(RIVIERENLAND)
    before = everything(desk)
    with desk.look() as work:
        ids = tuple(m.id for m in work.territory.memberships(area_id)[:2])
    desk.do(RemoveMunicipalities(ids))
    assert len(members_at(desk, area_id)) == 1
    desk.undo()
    assert everything(desk) == before


def test_a_removed_area_takes_members_and_comparisons_along(desk: Desk[SqlWork]) -> None:
    area_id = desk.do(RIVIERENLAND)
    benchmark = desk.do(AddBenchmark(area_id, "province:Limburg", "Dezelfde leeftijdsopbouw"))
    with pytest.raises(Invalid):
        desk.do(AddBenchmark(area_id, "province:Limburg"))
    desk.do(AddBenchmark(area_id, "44021"))
    desk.do(RemoveBenchmark(benchmark))
    before = everything(desk)
    desk.do(RemoveArea(area_id))
    assert everything(desk) == []
    desk.undo()
    assert everything(desk) == before


def test_a_former_municipality_shows_what_it_has_become(desk: Desk[SqlWork]) -> None:
    area_id = desk.do(AddArea("Haspengouw", ("73009", "73001"), 2020, 2025))
    with desk.look() as work:
        view = area_view(work, area_id, ALL, TODAY)
    borgloon = next(row for row in view.members if row.nis_code == "73009")
    assert borgloon.here == "73111"
    assert view.provinces == ("Limburg",)


@given(st.integers(1990, 2100))
def test_every_year_is_in_one_policy_cycle_of_six(year: int) -> None:
    begin, end = cycle_of(year)
    assert begin <= year <= end == begin + 5
    assert (begin - 2026) % 6 == 0


DAYS = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2032, 1, 1)))


@given(DAYS, DAYS, DAYS, DAYS, st.dates(date(2020, 1, 1), date(2032, 1, 1)))
def test_two_memberships_that_are_accepted_never_hold_on_one_day(
    a: date | None, b: date | None, c: date | None, d: date | None, day: date
) -> None:
    one, two = AreaMembership("1", 1, "a", "12025", a, b), AreaMembership("2", 1, "a", "12025", c, d)
    try:
        checked_membership(one, [])
        checked_membership(two, [one])
    except Invalid:
        return
    assert not (one.holds_on(day) and two.holds_on(day))
