"""The municipalities of Flanders through time, as the official lists have them."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.kernel.resources import resource
from coopdesk.territory.gazetteer import FLANDERS, PROVINCES, Gazetteer, known_areas, open_gazetteer
from coopdesk.territory.rules import codes_of

OLD, MIDDLE, NEW = date(2018, 12, 31), date(2019, 1, 1), date(2025, 1, 1)
ALL = open_gazetteer()
CODES = sorted(m.nis_code for m in ALL)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return ALL


@pytest.mark.parametrize(("day", "count"), [(OLD, 308), (MIDDLE, 300), (date(2024, 12, 31), 300), (NEW, 285)])
def test_as_many_municipalities_as_there_were_on_that_day(gazetteer: Gazetteer, day: date, count: int) -> None:
    assert len(gazetteer.at(day)) == count
    assert sum(len(gazetteer.in_province(name, day)) for name in PROVINCES) == count


def test_every_former_municipality_has_a_successor_that_exists(gazetteer: Gazetteer) -> None:
    former = [m for m in gazetteer if m.valid_to is not None]
    assert len(former) == 327 - 285
    for m in former:
        assert m.successor is not None
        assert (successor := gazetteer.find(gazetteer.on(m.nis_code, NEW))) is not None
        assert successor.exists_on(NEW)


@pytest.mark.parametrize(
    ("before", "after"), [("46014", "46029"), ("71022", "71072"), ("37015", "37022"), ("37018", "37021"),
                          ("44034", "44087"), ("44011", "44083"), ("44001", "44084"), ("11007", "11002")],
)  # fmt: skip
def test_a_name_that_stayed_may_have_another_code(gazetteer: Gazetteer, before: str, after: str) -> None:
    assert gazetteer.on(before, NEW) == after
    assert gazetteer.on(before, OLD) == before


def test_zwijndrecht_went_to_another_province(gazetteer: Gazetteer) -> None:
    assert gazetteer.province("11056", date(2024, 12, 31)) == "Antwerpen"
    assert gazetteer.province("11056", NEW) == "Oost-Vlaanderen"


def test_a_municipality_of_today_knows_what_it_was_made_of(gazetteer: Gazetteer) -> None:
    assert sorted(gazetteer.parts_of("46030", OLD)) == ["11056", "46003", "46013"]
    assert sorted(gazetteer.parts_of("11002", OLD)) == ["11002", "11007"]
    assert gazetteer.parts_of("11002", NEW) == ["11002"]


@given(st.sampled_from(CODES), st.sampled_from([OLD, MIDDLE, NEW]))
def test_the_parts_of_a_municipality_lead_back_to_it(code: str, day: date) -> None:
    now = ALL.on(code, NEW)
    assert {ALL.on(part, NEW) for part in ALL.parts_of(now, day)} == {now}
    assert all((found := ALL.find(part)) is not None and found.exists_on(day) for part in ALL.parts_of(now, day))


@pytest.mark.parametrize("day", [OLD, MIDDLE, NEW])
def test_the_parts_of_flanders_of_today_are_all_of_flanders_then(gazetteer: Gazetteer, day: date) -> None:
    parts = [part for m in gazetteer.at(NEW) for part in gazetteer.parts_of(m.nis_code, day)]
    assert sorted(parts) == sorted(gazetteer.of_place(FLANDERS, day))


@pytest.mark.parametrize("year", [2018, 2019, 2025])
def test_the_tile_map_has_one_tile_for_every_municipality(gazetteer: Gazetteer, year: int) -> None:
    with resource(f"territory/tiles_{year}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert {row["nis"] for row in rows} == {m.nis_code for m in gazetteer.at(date(year, 6, 30) if year > 2018 else OLD)}
    assert len({(row["column"], row["row"]) for row in rows}) == len(rows)


def test_the_shipped_facts_are_those_of_the_reference(gazetteer: Gazetteer, shared: Path) -> None:
    with (shared / "data" / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        theirs = {row["nis"]: (row["name"], row["province"]) for row in csv.DictReader(file, delimiter=";")}
    assert theirs == {m.nis_code: (m.name, m.province) for m in gazetteer}


def test_every_known_steering_area_names_municipalities_that_exist(gazetteer: Gazetteer) -> None:
    areas = known_areas()
    assert len(areas) == 30
    for area in areas:
        assert all(gazetteer.code_named(name) for name in area.names), area.name
        assert area.source
        assert all((m := gazetteer.find(code)) and m.exists_on(NEW) for code in codes_of(area, gazetteer, NEW))


def test_what_no_source_confirms_is_marked_as_not_verified() -> None:
    verified = {area.name: area.is_verified for area in known_areas()}
    assert verified["Maasland Werkt"]
    assert not verified["KINA"]
    assert not verified["DDS"]


def test_a_known_area_does_not_grow_by_a_merger_with_a_neighbour(gazetteer: Gazetteer) -> None:
    known = {area.name: area for area in known_areas()}
    assert "11002" not in codes_of(known["ZORA Werkt"], gazetteer, NEW)
    assert "71072" not in codes_of(known["Haspengouw"], gazetteer, NEW)
    assert "73111" in codes_of(known["Zuid-Oost Limburg"], gazetteer, NEW)
    assert "46029" in codes_of(known["Interwaas"], gazetteer, NEW)


def test_french_and_old_names_belong_to_municipalities_that_exist(gazetteer: Gazetteer) -> None:
    with resource("territory/alternative_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) >= 30
    assert all(gazetteer.find(row["nis"]) for row in rows)
