"""The sums that can be checked by hand: published figures of 2015, weighted by the people they are about."""

from __future__ import annotations

from decimal import Decimal

import pytest

from coopdesk.desk.desk import Desk
from coopdesk.figures.queries import Reader, gap
from coopdesk.figures.rules import rounded
from coopdesk.territory.commands import AddArea
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.work import SqlWork

RIVIERENLAND = ("12005", "12007", "12009", "12014", "12021", "12025", "12029", "12041", "12035", "12040")


@pytest.mark.parametrize(
    ("place", "rate"),
    [
        ("region:flanders", "71.97"),
        ("province:Antwerpen", "70.16"),
        ("province:Limburg", "69.36"),
        ("province:Oost-Vlaanderen", "73.40"),
        ("province:Vlaams-Brabant", "72.84"),
        ("province:West-Vlaanderen", "74.14"),
    ],
)
def test_the_rate_of_many_is_weighted_by_their_people(
    flanders: Desk[SqlWork], gazetteer: Gazetteer, place: str, rate: str
) -> None:
    with flanders.look() as work:
        found = Reader(work, gazetteer).figure("employment_rate", place, "2015")
    assert found.value is not None
    assert rounded(found.value, 2) == Decimal(rate)
    assert found.missing == ()


def test_all_inhabitants_of_working_age_are_counted(flanders: Desk[SqlWork], gazetteer: Gazetteer) -> None:
    with flanders.look() as work:
        found = Reader(work, gazetteer).figure("population_20_64", "region:flanders", "2015")
    assert found.value == 3_804_014


def test_an_earlier_year_says_with_whose_people_it_was_weighted(flanders: Desk[SqlWork], gazetteer: Gazetteer) -> None:
    with flanders.look() as work:
        found = Reader(work, gazetteer).figure("employment_rate", "region:flanders", "2010")
    assert found.value is not None
    assert found.base_period == "2015"


def test_the_gap_of_rivierenland_adds_up(flanders: Desk[SqlWork], gazetteer: Gazetteer) -> None:
    area = flanders.do(AddArea("Rivierenland", RIVIERENLAND, 2026, 2031))
    with flanders.look() as work:
        found = gap(work, gazetteer, area, 2015, Decimal(80), 2010)
    assert [line.place for line in found.parts] == sorted(RIVIERENLAND, key=gazetteer.name)
    assert all(line.rate is not None and line.before is not None for line in found.parts)
    short, beyond = (sum(getattr(line, name) or 0 for line in found.parts) for name in ("extra_persons", "surplus"))
    assert found.whole.extra_persons == short - beyond > 0
    assert [line.place for line in found.references] == ["province:Antwerpen", "region:flanders"]
    assert found.population_period == "2015"
    assert [source.name for source in found.sources] == ["test.csv"]


def test_a_merged_municipality_is_worked_out_from_those_it_was_made_of(
    flanders: Desk[SqlWork], gazetteer: Gazetteer
) -> None:
    with flanders.look() as work:
        reader = Reader(work, gazetteer)
        found = reader.figure("employment_rate", "12041", "2015")
        puurs, amands = (reader.figure("employment_rate", code, "2015") for code in ("12030", "12034"))
    assert puurs.value is not None
    assert amands.value is not None
    assert found.value is not None
    assert min(puurs.value, amands.value) < found.value < max(puurs.value, amands.value)


def test_antwerp_of_today_includes_borsbeek_of_2015(flanders: Desk[SqlWork], gazetteer: Gazetteer) -> None:
    with flanders.look() as work:
        reader = Reader(work, gazetteer)
        whole = reader.figure("population_20_64", "11002", "2015").value
        cells = reader.cells("population_20_64", "2015")
    city, village = cells["11002"].value, cells["11007"].value
    assert city is not None
    assert village is not None
    assert whole == city + village


def test_another_target_and_year_give_another_gap(flanders: Desk[SqlWork], gazetteer: Gazetteer) -> None:
    area = flanders.do(AddArea("Rivierenland", RIVIERENLAND, 2026, 2031))
    with flanders.look() as work:
        high, low = (gap(work, gazetteer, area, 2015, Decimal(t)).whole for t in ("80", "72.5"))
        before = gap(work, gazetteer, area, 2005, Decimal(80)).whole
    assert high.gap_pp is not None
    assert low.gap_pp is not None
    assert high.gap_pp - low.gap_pp == Decimal("7.5")
    assert before.rate != high.rate
