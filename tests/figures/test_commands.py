"""Typing, correcting and bringing in figures on a real workspace, and undoing it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from coopdesk.desk.desk import Desk
from coopdesk.figures.commands import AddObservation, RemoveObservation, ReviseObservation
from coopdesk.figures.model import Observation, ObservationState, ObservationStatus
from coopdesk.figures.queries import Reader, gap, observation_rows
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.territory.commands import AddArea, AddBenchmark
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.work import SqlWork
from tests.figures.conftest import TODAY, keep

RATE = AddObservation("employment_rate", "12025", "2024", Decimal("72.4"), "Steunpunt Werk", TODAY)


def only(desk: Desk[SqlWork]) -> Observation:
    """The one observation there is."""
    with desk.look() as work:
        (row,) = observation_rows(work, "employment_rate", None)
        return row.observation


def test_a_typed_figure_keeps_its_source(desk: Desk[SqlWork]) -> None:
    desk.do(RATE)
    with desk.look() as work:
        (row,) = observation_rows(work, "employment_rate", ["12025"], "2024")
    assert row.source is not None
    assert (row.observation.value, row.source.name) == (Decimal("72.4"), "Steunpunt Werk")
    desk.undo()
    with desk.look() as work:
        assert observation_rows(work, "employment_rate", None) == []
        assert work.figures.sources() == []


@pytest.mark.parametrize(
    "change",
    [{"source": " "}, {"value": Decimal(-1)}, {"value": Decimal("100.1")}, {"period": "vorig jaar"},
     {"indicator": "population_20_64", "value": Decimal("10.5")}],
)  # fmt: skip
def test_a_figure_without_sense_keeps_nothing(desk: Desk[SqlWork], change: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        desk.do(replace(RATE, **change))  # type: ignore[arg-type]
    with desk.look() as work:
        assert work.figures.indicators() == []


def test_the_same_figure_twice_is_refused(desk: Desk[SqlWork]) -> None:
    desk.do(RATE)
    with pytest.raises(Invalid, match="already a figure"):
        desk.do(replace(RATE, value=Decimal(70)))


def test_a_correction_keeps_what_the_source_said(desk: Desk[SqlWork]) -> None:
    desk.do(RATE)
    seen = only(desk)
    desk.do(ReviseObservation(seen.id, seen.version, Decimal("72.5"), ObservationStatus.PROVISIONAL))
    after = only(desk)
    assert (after.value, after.status, after.raw) == (Decimal("72.5"), ObservationStatus.PROVISIONAL, "72.4")
    with pytest.raises(Conflict):
        desk.do(ReviseObservation(seen.id, seen.version, Decimal(1)))
    desk.undo()
    assert only(desk).value == Decimal("72.4")


def test_an_emptied_figure_is_not_available_rather_than_zero(desk: Desk[SqlWork]) -> None:
    desk.do(RATE)
    seen = only(desk)
    desk.do(ReviseObservation(seen.id, seen.version, None))
    assert (only(desk).value, only(desk).state) == (None, ObservationState.NOT_AVAILABLE)


def test_a_removed_figure_comes_back_with_undo(desk: Desk[SqlWork]) -> None:
    desk.do(RATE)
    seen = only(desk)
    desk.do(RemoveObservation(seen.id))
    with desk.look() as work:
        assert work.figures.periods("employment_rate") == []
    desk.undo()
    assert only(desk).value == seen.value


def test_figures_brought_in_together_go_together(desk: Desk[SqlWork]) -> None:
    keep(desk, [("employment_rate", code, "2024", Decimal(70)) for code in ("12025", "12005", "12021")])
    with desk.look() as work:
        assert len(work.figures.of_import("import")) == 3
    desk.undo()
    with desk.look() as work:
        assert work.figures.indicators() == []
    desk.redo()
    with desk.look() as work:
        assert work.figures.periods("employment_rate") == ["2024"]


def test_ten_municipalities_are_not_flanders_but_its_published_rate_is(
    desk: Desk[SqlWork], gazetteer: Gazetteer
) -> None:
    codes = [m.nis_code for m in gazetteer.at(TODAY)][:10]
    keep(desk, [(i, c, "2025", Decimal(70)) for i in ("employment_rate", "population_20_64") for c in codes])
    with desk.look() as work:
        assert Reader(work, gazetteer).figure("employment_rate", "region:flanders", "2025").value is None
    keep(desk, [("employment_rate", "region:flanders", "2025", Decimal("76.8"))])
    with desk.look() as work:
        assert Reader(work, gazetteer).figure("employment_rate", "region:flanders", "2025").value == Decimal("76.8")


def test_figures_on_the_map_after_a_merger_are_read_for_years_before_it(
    desk: Desk[SqlWork], gazetteer: Gazetteer
) -> None:
    keep(
        desk,
        [("employment_rate", "12041", "2015", Decimal("74.1")), ("population_20_64", "12041", "2015", Decimal(15000))],
    )
    area = desk.do(AddArea("Klein", ("12041",), 2026, 2031))
    with desk.look() as work:
        found = gap(work, gazetteer, area, 2015, Decimal(80))
    assert found.whole.rate == Decimal("74.1")
    assert found.whole.extra_persons == 885


def test_a_suppressed_part_leaves_the_area_partial_and_named(desk: Desk[SqlWork], gazetteer: Gazetteer) -> None:
    keep(
        desk,
        [
            ("employment_rate", "12025", "2024", Decimal(70)),
            ("employment_rate", "12005", "2024", None),
            ("population_20_64", "12025", "2024", Decimal(1000)),
            ("population_20_64", "12005", "2024", Decimal(100)),
        ],
    )
    area = desk.do(AddArea("Twee", ("12025", "12005"), 2026, 2031))
    with desk.look() as work:
        found = gap(work, gazetteer, area, 2024, Decimal(80))
    assert found.whole.missing == ("12005",)
    assert found.whole.extra_persons == 100
    assert {line.place: line.extra_persons for line in found.parts} == {"12025": 100, "12005": None}


def test_a_municipality_beyond_the_target_has_a_surplus_instead_of_a_gap(
    desk: Desk[SqlWork], gazetteer: Gazetteer
) -> None:
    keep(
        desk,
        [
            ("employment_rate", "12025", "2024", Decimal(70)),
            ("employment_rate", "12005", "2024", Decimal(85)),
            ("population_20_64", "12025", "2024", Decimal(1000)),
            ("population_20_64", "12005", "2024", Decimal(400)),
        ],
    )
    area = desk.do(AddArea("Twee", ("12025", "12005"), 2026, 2031))
    with desk.look() as work:
        found = gap(work, gazetteer, area, 2024, Decimal(80))
    lines = {line.place: (line.extra_persons, line.surplus) for line in found.parts}
    assert lines == {"12025": (100, 0), "12005": (0, 20)}
    assert found.whole.extra_persons == 80


def test_chosen_comparisons_stand_beside_province_and_flanders(desk: Desk[SqlWork], gazetteer: Gazetteer) -> None:
    keep(
        desk, [(i, c, "2024", Decimal(70)) for i in ("employment_rate", "population_20_64") for c in ("12025", "44021")]
    )
    area = desk.do(AddArea("Mechelen", ("12025",), 2026, 2031))
    other = desk.do(AddArea("Gent", ("44021",), 2026, 2031))
    desk.do(AddBenchmark(area, f"area:{other}", "Ook een centrumstad"))
    with desk.look() as work:
        found = gap(work, gazetteer, area, 2024, Decimal(80))
    assert [line.place for line in found.references] == ["province:Antwerpen", "region:flanders", f"area:{other}"]
    assert [line.rate for line in found.references] == [None, None, 70]


def test_figures_are_kept_of_a_day_and_of_a_quarter(desk: Desk[SqlWork]) -> None:
    for period in ("2024", "2024-08", "2024-Q3"):
        desk.do(replace(RATE, indicator="jobseekers", period=period, value=Decimal(310), today=date(2026, 1, 1)))
    with desk.look() as work:
        assert work.figures.periods("jobseekers") == ["2024", "2024-08", "2024-Q3"]
        assert work.figures.indicators() == ["jobseekers"]
