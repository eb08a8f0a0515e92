"""Splitting a budget over municipalities loses and invents no cent."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from coopdesk.plan.model import Action, SplitKey
from coopdesk.plan.shares import added, own_shares, split, weights, written

places = st.sampled_from(["99001", "99002", "99003", "99004", "99005"])
heavy = st.dictionaries(places, st.decimals(0, 1_000_000, places=2), max_size=5)


@given(st.integers(0, 10**12), heavy)
def test_the_parts_add_up_to_the_amount_and_lie_within_a_cent_of_their_share(
    cents: int, found: dict[str, Decimal]
) -> None:
    parts = split(cents, found)
    whole = sum(Fraction(weight) for weight in found.values())
    if not whole:
        assert parts == {}
        return
    assert sum(parts.values()) == cents
    for place, part in parts.items():
        assert abs(part - cents * Fraction(found[place]) / whole) < 1


@given(st.integers(0, 10**9), heavy, st.integers(1, 1000))
def test_the_unit_of_the_weights_does_not_matter(cents: int, found: dict[str, Decimal], times: int) -> None:
    assert split(cents, found) == split(cents, {place: weight * times for place, weight in found.items()})


def test_cents_that_are_left_go_to_who_lost_most_then_to_who_is_named_first() -> None:
    assert split(100, {"a": Decimal(1), "b": Decimal(1), "c": Decimal(1)}) == {"a": 34, "b": 33, "c": 33}
    assert split(10, {"a": Decimal("12.5"), "b": Decimal("87.5")}) == {"a": 1, "b": 9}
    assert split(5, {"a": Decimal("10"), "b": Decimal("90")}) == {"a": 1, "b": 4}


def test_each_key_weighs_in_its_own_way() -> None:
    action = Action("1", "p", "o", "1.1", "Jobbeurs", shares=written({"a": Decimal("30.5"), "b": Decimal("69.5")}))
    people = {"a": Decimal(1000), "c": Decimal(3000)}

    def by(key: SplitKey) -> dict[str, Decimal]:
        return weights(replace(action, split=key), ("a", "b", "c"), people)

    assert by(SplitKey.NONE) == {}
    assert by(SplitKey.EQUALLY) == {"a": 1, "b": 1, "c": 1}
    assert by(SplitKey.INHABITANTS) == {"a": 1000, "c": 3000}
    assert by(SplitKey.OWN) == {"a": Decimal("30.5"), "b": Decimal("69.5")}


def test_own_percentages_come_back_as_they_were_written() -> None:
    shares = {"99001": Decimal("33.33"), "99002": Decimal("66.67")}
    action = Action("1", "p", "o", "1.1", "Jobbeurs", shares=(*written(shares), "99003=veel"))
    assert own_shares(action) == shares


def test_years_are_added_up_per_municipality() -> None:
    assert added([{"a": 34, "b": 66}, {"a": 1}]) == {"a": 35, "b": 66}
