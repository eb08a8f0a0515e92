"""Coverage through mergers, expiring lists and the overview per province and municipality."""

from __future__ import annotations

from datetime import date
from typing import Any

from coopdesk.agreement.commands.agreements import AddAgreement
from coopdesk.agreement.model import Agreement, CooperationClass
from coopdesk.agreement.queries.coverage import Coverage, coverage_on
from coopdesk.agreement.queries.instruments import known_instruments
from coopdesk.agreement.queries.lists import expiring, rows_on, touching
from coopdesk.agreement.queries.overview import overview
from coopdesk.desk.desk import Desk
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.territory.gazetteer import Gazetteer

OLD_LOKEREN, LOKEREN, MOERBEKE, ZWIJNDRECHT = "46014", "46029", "44045", "11056"


def keep(desk: Desk[Any], title: str, codes: tuple[str, ...], begin: str = "2022", end: str = "2026") -> str:
    made: str = desk.do(
        AddAgreement(Agreement("", title, begin_date=PartialDate.parse(begin), end_date=PartialDate.parse(end)), codes)
    )
    return made


def test_a_merged_municipality_is_covered_through_its_former_part(desk: Desk[Any], gazetteer: Gazetteer) -> None:
    keep(desk, "Moerbeke", (MOERBEKE,))
    with desk.look() as work:
        before, after = date(2024, 12, 31), date(2025, 1, 1)
        (old,) = coverage_on(rows_on(work, before), [OLD_LOKEREN], [], gazetteer, before)
        (new,) = coverage_on(rows_on(work, after), [LOKEREN], [], gazetteer, after)
    assert old.coverage is Coverage.NONE
    assert new.coverage is Coverage.IN_FORCE
    assert new.former == (MOERBEKE,)


def test_what_ended_stays_visible_behind_a_municipality_without(desk: Desk[Any], gazetteer: Gazetteer) -> None:
    keep(desk, "Oud", (OLD_LOKEREN,), "2015", "2018")
    keep(desk, "Jonger", (OLD_LOKEREN,), "2018", "2020")
    day = date(2022, 1, 1)
    with desk.look() as work:
        (row,) = coverage_on(rows_on(work, day), [OLD_LOKEREN], [], gazetteer, day)
    assert row.coverage is Coverage.NONE
    assert row.ended is not None
    assert row.ended.agreement.title == "Jonger"


def test_the_overview_names_province_municipality_begin_and_end(desk: Desk[Any], gazetteer: Gazetteer) -> None:
    keep(desk, "Waasland", (OLD_LOKEREN, ZWIJNDRECHT), "2021-09-01", "2025-12-31")
    keep(desk, "Later", (MOERBEKE,), "2023", "2025")
    with desk.look() as work:
        rows = rows_on(work, date(2022, 1, 15))
        shown = overview(rows, gazetteer, date(2022, 1, 15), started=(date(2021, 1, 1), date(2021, 12, 31)))
        now = overview(rows, gazetteer, date(2025, 6, 1))
    assert [(r.province, r.name, r.begin_date.canonical(), r.end_date.canonical()) for r in shown] == [
        ("Antwerpen", "Zwijndrecht", "2021-09-01", "2025-12-31"),
        ("Oost-Vlaanderen", "Lokeren", "2021-09-01", "2025-12-31"),
    ]
    moved = next(r for r in now if r.name == "Zwijndrecht")
    assert (moved.province, moved.now) == ("Oost-Vlaanderen", "Beveren-Kruibeke-Zwijndrecht")


def test_only_what_ends_within_a_year_and_has_no_successor_is_announced(desk: Desk[Any]) -> None:
    first = keep(desk, "Eerst", (MOERBEKE,), "2020", "2025")
    keep(desk, "Ver", (MOERBEKE,), "2020", "2030")
    desk.do(AddAgreement(Agreement("", "Alleen einde", end_date=PartialDate.parse("2025-09-30"))))
    with desk.look() as work:
        assert [row.agreement.title for row in expiring(work, date(2025, 6, 1))] == ["Alleen einde", "Eerst"]
    desk.do(AddAgreement(Agreement("", "Vervolg", begin_date=PartialDate.year(2026), predecessor_id=first)))
    with desk.look() as work:
        assert [row.agreement.title for row in expiring(work, date(2025, 6, 1))] == ["Alleen einde"]


def test_an_agreement_without_known_municipalities_is_never_out_of_sight(desk: Desk[Any], gazetteer: Gazetteer) -> None:
    keep(desk, "Scheldeland", ())
    with desk.look() as work:
        rows = rows_on(work, date(2023, 1, 1))
    assert touching(rows, (MOERBEKE,), gazetteer, date(2023, 1, 1)) == rows


def test_every_class_has_an_instrument() -> None:
    assert {i.cooperation_class for i in known_instruments()} == set(CooperationClass)
