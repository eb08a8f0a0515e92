"""Adding up figures and measuring the gap: what must hold for any figures whatever."""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.figures.catalogue import BY_CODE, INDICATORS
from coopdesk.figures.model import Measured, Unit
from coopdesk.figures.rules import (
    Part,
    Whole,
    added,
    crosses_break,
    extra_persons,
    gap_pp,
    is_enough,
    is_small,
    needed,
    shared_out,
    together,
)

RATES = st.decimals(0, 100, places=2)
PEOPLE = st.integers(1, 400_000).map(Decimal)
TARGETS = st.decimals(1, 100, places=1)
PARTS = st.lists(st.builds(Part, st.just("x"), RATES, PEOPLE), min_size=1, max_size=12)


@given(RATES, PEOPLE)
def test_the_whole_of_one_municipality_is_that_municipality(rate: Decimal, people: Decimal) -> None:
    whole = together([Part("12025", rate, people)])
    assert (whole.rate, whole.base, whole.missing) == (rate, people, ())


@given(PARTS)
def test_the_rate_of_many_lies_between_the_lowest_and_the_highest(parts: list[Part]) -> None:
    whole = together(parts)
    rates = [part.rate for part in parts if part.rate is not None]
    assert whole.rate is not None
    slack = Decimal("1e-20")
    assert min(rates) - slack <= whole.rate <= max(rates) + slack


def test_a_rate_is_never_a_mean_of_rates() -> None:
    whole = together([Part("big", Decimal(60), Decimal(90_000)), Part("small", Decimal(80), Decimal(10_000))])
    assert whole.rate == 62


def test_counted_persons_go_before_persons_worked_out_from_a_rate() -> None:
    assert Part("x", Decimal(60), Decimal(1000), Decimal(612)).numerator == 612
    assert Part("x", Decimal(60), Decimal(1000)).numerator == 600


def test_a_missing_part_is_left_out_and_named() -> None:
    whole = together([Part("12025", Decimal(70), Decimal(1000)), Part("23064", None, Decimal(50))])
    assert (whole.rate, whole.base, whole.missing) == (70, 1000, ("23064",))
    assert not whole.is_complete
    assert added([("a", Decimal(3)), ("b", None)]) == Whole(None, Decimal(3), None, ("b",))


def test_nothing_known_is_not_zero() -> None:
    assert together([Part("a"), Part("b")]).rate is None
    assert added([("a", None)]).count is None


def test_a_ratio_is_not_turned_into_percents() -> None:
    parts = [Part("a", None, Decimal(10), Decimal(30), 1), Part("b", Decimal("1.5"), Decimal(10), None, 1)]
    assert together(parts).rate == Decimal("2.25")


@given(PARTS, TARGETS)
def test_extra_persons_of_the_parts_add_up_to_the_whole(parts: list[Part], target: Decimal) -> None:
    whole = needed(together(parts), target)
    exact = [needed(together([part]), target) for part in parts]
    shares = [share for share in shared_out(exact) if share is not None]
    assert len(shares) == len(parts)
    assert whole is not None
    short, beyond = sum(max(0, s) for s in shares), sum(max(0, -s) for s in shares)
    assert short - beyond == ceil(whole)
    assert extra_persons(whole) == max(0, short - beyond)


@given(PARTS, TARGETS)
def test_a_part_is_its_own_number_rounded_down_or_up(parts: list[Part], target: Decimal) -> None:
    exact = [needed(together([part]), target) for part in parts]
    for value, share in zip(exact, shared_out(exact), strict=True):
        assert value is not None
        assert share in (floor(value), ceil(value))


@given(PARTS)
def test_an_unknown_part_stays_unknown_and_changes_no_other(parts: list[Part]) -> None:
    exact = [needed(together([part]), Decimal(80)) for part in parts]
    assert shared_out([*exact, None]) == [*shared_out(exact), None]


@given(RATES, PEOPLE, TARGETS)
def test_at_or_above_the_target_nobody_is_needed(rate: Decimal, people: Decimal, target: Decimal) -> None:
    extra = extra_persons(needed(together([Part("x", rate, people)]), target))
    assert (extra == 0) == (gap_pp(rate, target) <= 0)


@given(RATES, PEOPLE, TARGETS, TARGETS)
def test_a_higher_target_never_needs_fewer_people(rate: Decimal, people: Decimal, one: Decimal, two: Decimal) -> None:
    whole = together([Part("x", rate, people)])
    low, high = (extra_persons(needed(whole, target)) for target in sorted((one, two)))
    assert low is not None
    assert high is not None
    assert low <= high


def test_the_published_example_of_antwerp_is_reached() -> None:
    assert extra_persons(needed(Whole(Decimal("64.2"), Decimal(243_318), Decimal(379_000)), Decimal(70))) == 21_982


@pytest.mark.parametrize(
    ("asked", "missing", "enough"), [(10, 1, True), (10, 2, False), (308, 298, False), (0, 0, False)]
)
def test_a_few_municipalities_do_not_stand_for_flanders(asked: int, missing: int, enough: bool) -> None:
    assert is_enough(asked, missing) is enough


@pytest.mark.parametrize(("value", "small"), [(0, False), (1, True), (4, True), (5, False)])
def test_small_numbers_are_those_below_the_threshold(value: int, small: bool) -> None:
    assert is_small(Decimal(value), 5) is small


def test_a_change_of_definition_lies_between_two_periods() -> None:
    breaks = BY_CODE["jobseekers"].breaks
    assert crosses_break(breaks, "2020", "2022")
    assert not crosses_break(breaks, "2022", "2024")


def test_every_rate_names_indicators_of_the_catalogue_and_of_its_own_source() -> None:
    assert len(BY_CODE) == len(INDICATORS)
    for indicator in INDICATORS:
        assert (indicator.measured is Measured.RATE) == bool(indicator.denominator), indicator.code
        for part in filter(None, (indicator.numerator, indicator.denominator)):
            assert part in BY_CODE, part
        if indicator.numerator:
            assert BY_CODE[indicator.numerator].source == indicator.source, indicator.code
        assert indicator.unit is not Unit.PERCENT or indicator.measured is Measured.RATE
