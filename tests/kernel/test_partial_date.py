"""Imprecise dates keep what they mean, wherever they are stored."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate, Precision, last_day_of_term, month_later
from tests.words.test_formats_and_reading import partial_dates

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(partial_dates)
def test_a_stored_date_comes_back_the_same(value):
    found = PartialDate.parse(value.canonical(), "as typed")
    assert (found, found.original) == (value, "as typed")


@given(partial_dates)
def test_a_date_covers_its_days_in_order(value):
    length = (value.last - value.first).days + 1
    longest = {Precision.DAY: 1, Precision.MONTH: 31, Precision.QUARTER: 92, Precision.SEASON: 94, Precision.HALF: 184}
    assert 1 <= length <= longest.get(value.precision, 366)


@given(st.integers(1900, 2198))
def test_the_parts_of_a_year_follow_each_other_without_a_gap(year):
    for parts in (
        [PartialDate.month(year, n) for n in range(1, 13)],
        [PartialDate.quarter(year, n) for n in range(1, 5)],
        [PartialDate.half(year, n) for n in (1, 2)],
        [PartialDate.season(year, s) for s in ("spring", "summer", "autumn", "winter")],
    ):
        for earlier, later in pairwise(parts):
            assert later.first == earlier.last + timedelta(days=1)
    assert PartialDate.half(year, 2).last == PartialDate.year(year).last == date(year, 12, 31)


@given(st.text(max_size=12))
def test_any_other_text_is_refused(text):
    try:
        found = PartialDate.parse(text).canonical()
    except Invalid as error:
        found = error.fields["text"]
    assert found == text


@pytest.mark.parametrize("text", ["2026-13", "2026-02-30", "2026-Q5", "2026-H3", "26", "2026-05-31T10:00", ""])
def test_a_date_that_cannot_be_is_refused(text):
    with pytest.raises(Invalid):
        PartialDate.parse(text)


@given(days, st.integers(0, 240))
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day, months):
    later = month_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_a_term_of_years_ends_the_day_before():
    assert last_day_of_term(date(2022, 1, 1), 12) == date(2022, 12, 31)
    assert last_day_of_term(date(2024, 2, 29), 12) == date(2025, 2, 27)
