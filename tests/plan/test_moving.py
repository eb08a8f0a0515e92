"""Actions in time: moved, stretched and drawn, and the scale they are seen at."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import Action, Plan
from coopdesk.plan.moving import begun, planned, shifted, span, stretched
from coopdesk.plan.ui.timeline.scale import Zoom, marks, rows, scale_of

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
weeks = st.integers(-400, 400)


def action(begin: PartialDate | None = None, end: PartialDate | None = None) -> Action:
    return Action("a", "p", "o", "1.1", "Jobbeurs", begin=begin, end=end)


@given(days, st.integers(0, 900), weeks)
def test_a_shifted_action_keeps_its_length(begin: date, long: int, by: int) -> None:
    one = action(PartialDate.day(begin), PartialDate.day(begin + timedelta(days=long)))
    moved = shifted(one, by)
    assert moved.begin is not None
    assert moved.end is not None
    assert (moved.end.last - moved.begin.first).days == long
    assert shifted(moved, -by) == one


@given(days, st.integers(0, 900), weeks)
def test_an_action_never_ends_before_it_begins(begin: date, long: int, by: int) -> None:
    one = action(PartialDate.day(begin), PartialDate.day(begin + timedelta(days=long)))
    for moved in (stretched(one, by), begun(one, by)):
        assert moved.begin is not None
        assert moved.end is not None
        assert moved.begin.first <= moved.end.last


def test_a_quarter_that_is_shifted_is_known_to_the_day() -> None:
    moved = shifted(action(PartialDate.quarter(2026, 2), PartialDate.year(2026)), 7)
    assert moved.begin == PartialDate.day(date(2026, 4, 8))
    assert moved.end == PartialDate.day(date(2027, 1, 7))


def test_what_has_no_date_on_a_side_gets_none_by_moving() -> None:
    assert shifted(action(end=PartialDate.year(2026)), 7).begin is None
    assert stretched(action(begin=PartialDate.year(2026)), 7).end is None
    drawn = planned(action(), date(2026, 5, 1), date(2026, 3, 1))
    assert (drawn.begin, drawn.end) == (PartialDate.day(date(2026, 3, 1)), PartialDate.day(date(2026, 5, 1)))


def test_the_time_line_runs_over_whole_years_of_plan_and_actions() -> None:
    plan = Plan("p", "a", 2026, 2028)
    early = action(PartialDate.day(date(2024, 6, 1)))
    assert span(plan, [early], date(2026, 11, 24)) == (date(2024, 1, 1), date(2028, 12, 31))


@given(st.sampled_from(Zoom), st.floats(1, 1.5), days)
def test_a_day_is_found_where_it_is_drawn(zoom: Zoom, factor: float, when: date) -> None:
    scale = scale_of(date(2020, 1, 1), date(2035, 12, 31), zoom, factor, 700)
    assert scale.when(scale.x(when) + scale.day / 2) == when


@given(st.sampled_from(Zoom), st.floats(0, 2000), st.floats(1, 900))
def test_the_stretches_of_the_calendar_join_and_cover_what_is_in_sight(zoom: Zoom, left: float, wide: float) -> None:
    scale = scale_of(date(2020, 1, 1), date(2035, 12, 31), zoom, 1.0, 700)
    for months in rows(zoom):
        found = list(marks(scale, months, left, left + wide))
        assert scale.x(found[0].begin) <= left
        assert all(one.end == other.begin for one, other in itertools.pairwise(found))
        assert scale.x(found[-1].end) >= min(left + wide, scale.width)
