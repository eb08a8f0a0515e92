"""What an agreement is on a day, when it warns and what may be kept of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.agreement import rules
from coopdesk.agreement.model import Agreement, AgreementState, Decision, DecisionKind, Stage
from coopdesk.agreement.rules import Missing, WarningTerm
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import SEASONS, PartialDate, month_later

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
YEARS = st.integers(2000, 2040)
PARTIAL = st.one_of(
    DAYS.map(PartialDate.day),
    st.builds(PartialDate.month, YEARS, st.integers(1, 12)),
    st.builds(PartialDate.quarter, YEARS, st.integers(1, 4)),
    st.builds(PartialDate.half, YEARS, st.integers(1, 2)),
    st.builds(PartialDate.season, YEARS, st.sampled_from(SEASONS)),
    YEARS.map(PartialDate.year),
)
AGREEMENTS = st.builds(
    lambda begin, end, terminated, stage, opened: Agreement(
        "a",
        "SO",
        begin_date=begin,
        end_date=end,
        terminated_date=terminated,
        stage=stage,
        is_open_ended=opened and end is None,
    ),
    st.none() | PARTIAL,
    st.none() | PARTIAL,
    st.none() | PARTIAL,
    st.sampled_from(Stage),
    st.booleans(),
)


def agreement(begin: str = "", end: str = "", **fields: object) -> Agreement:
    """An agreement with canonical dates."""
    made = Agreement(
        "a",
        "Rivierenland",
        begin_date=PartialDate.parse(begin) if begin else None,
        end_date=PartialDate.parse(end) if end else None,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def test_the_last_day_still_counts() -> None:
    a = agreement("2022-09-01", "2025-12-31")
    assert rules.state_on(a, date(2022, 8, 31)) is AgreementState.NOT_STARTED
    assert rules.state_on(a, date(2022, 9, 1)) is AgreementState.IN_FORCE
    assert rules.state_on(a, date(2025, 12, 31)) is AgreementState.IN_FORCE
    assert rules.state_on(a, date(2026, 1, 1)) is AgreementState.ENDED


def test_a_year_as_end_runs_to_its_last_day_and_as_begin_from_its_first() -> None:
    a = agreement("2022", "2025")
    assert rules.state_on(a, date(2022, 1, 1)) is AgreementState.IN_FORCE
    assert rules.state_on(a, date(2025, 12, 31)) is AgreementState.IN_FORCE
    assert rules.state_on(a, date(2026, 1, 1)) is AgreementState.ENDED


def test_a_known_end_says_ended_even_without_a_begin() -> None:
    assert rules.state_on(agreement(end="2025-12-31"), date(2026, 1, 1)) is AgreementState.ENDED
    assert rules.state_on(agreement(end="2025-12-31"), date(2025, 1, 1)) is AgreementState.UNKNOWN


def test_a_begin_without_an_end_runs_only_when_said_to_be_open_ended() -> None:
    assert rules.state_on(agreement("2022"), date(2023, 1, 1)) is AgreementState.UNKNOWN
    assert rules.state_on(agreement("2022", is_open_ended=True), date(2023, 1, 1)) is AgreementState.IN_FORCE


def test_a_draft_is_in_preparation_whatever_its_dates() -> None:
    draft = agreement("2022", "2025", stage=Stage.PREPARATION)
    assert rules.state_on(draft, date(2023, 1, 1)) is AgreementState.IN_PREPARATION


def test_a_termination_ends_before_the_end_date() -> None:
    ended = agreement("2022", "2025", terminated_date=PartialDate.parse("2024-06-30"))
    assert rules.last_day(ended) == date(2024, 6, 30)
    assert rules.state_on(ended, date(2024, 7, 1)) is AgreementState.ENDED


@given(AGREEMENTS, DAYS)
def test_states_follow_each_other_in_time(a: Agreement, day: date) -> None:
    order = [AgreementState.NOT_STARTED, AgreementState.UNKNOWN, AgreementState.IN_FORCE, AgreementState.ENDED]
    today, tomorrow = rules.state_on(a, day), rules.state_on(a, day + timedelta(days=1))
    if a.stage is Stage.PREPARATION:
        assert today is tomorrow is AgreementState.IN_PREPARATION
    else:
        assert order.index(today) <= order.index(tomorrow)


@given(AGREEMENTS, DAYS)
def test_in_force_means_between_its_first_and_last_day(a: Agreement, day: date) -> None:
    if rules.state_on(a, day) is AgreementState.IN_FORCE:
        first, last = rules.first_day(a), rules.last_day(a)
        assert first is not None
        assert first <= day
        assert last is None or day <= last
        assert rules.missing(a) is None


@given(AGREEMENTS, DAYS)
def test_unknown_always_names_what_is_missing(a: Agreement, day: date) -> None:
    if rules.state_on(a, day) is AgreementState.UNKNOWN:
        assert rules.missing(a) in tuple(Missing)


@given(AGREEMENTS, DAYS)
def test_no_warning_after_the_end_nor_beyond_a_year(a: Agreement, day: date) -> None:
    expiry = rules.expiry_of(a, day)
    if expiry is not None:
        assert 0 <= expiry.days_left <= 366
        assert expiry.day == rules.last_day(a) == day + timedelta(days=expiry.days_left)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2024, 12, 30), None),
        (date(2024, 12, 31), WarningTerm.MONTHS_12),
        (date(2025, 6, 29), WarningTerm.MONTHS_12),
        (date(2025, 6, 30), WarningTerm.MONTHS_12),
        (date(2025, 7, 1), WarningTerm.MONTHS_6),
        (date(2025, 10, 1), WarningTerm.MONTHS_6),
        (date(2025, 10, 2), WarningTerm.DAYS_90),
        (date(2025, 12, 31), WarningTerm.DAYS_90),
    ],
)
def test_the_warning_terms_begin_on_their_day(today: date, expected: WarningTerm | None) -> None:
    assert rules.warning_for(date(2025, 12, 31), today) is expected


@given(DAYS, st.integers(0, 800))
def test_warnings_only_come_nearer(last: date, days: int) -> None:
    order = [None, WarningTerm.MONTHS_12, WarningTerm.MONTHS_6, WarningTerm.DAYS_90]
    today = last - timedelta(days=days)
    if days:
        assert order.index(rules.warning_for(last, today)) <= order.index(rules.warning_for(last, today + timedelta(1)))
    assert (rules.warning_for(last, today) is None) == (last > month_later(today, 12))


@given(AGREEMENTS, PARTIAL)
def test_an_extension_only_ever_ends_later_and_keeps_the_first_end(a: Agreement, end: PartialDate) -> None:
    try:
        longer = rules.extended(a, end)
    except Invalid:
        assert a.end_date is None or end.last <= a.end_date.last
    else:
        assert a.end_date is not None
        assert a.end_date.last < end.last
        assert longer.first_end_date == a.end_date
        assert rules.extended(longer, PartialDate.year(2050)).first_end_date == a.end_date


def test_a_renewal_takes_over_the_day_after() -> None:
    assert rules.renewal_begin(agreement("2022", "2025")) == PartialDate.day(date(2026, 1, 1))
    assert rules.renewal_begin(agreement("2022")) is None


@pytest.mark.parametrize(
    "wrong",
    [
        agreement("2026", "2025"),
        agreement("2022", "2025", is_open_ended=True),
        agreement("2022", "2025", terminated_date=PartialDate.year(2021)),
        agreement("2022", "2025", title="  "),
        agreement("2022", "2025", predecessor_id="a"),
    ],
)
def test_what_cannot_be_is_refused_in_words(wrong: Agreement) -> None:
    with pytest.raises(Invalid):
        rules.checked(wrong)


def test_a_chain_that_bites_its_tail_is_refused() -> None:
    first, second = replace(agreement(), id="1", predecessor_id="2"), replace(agreement(), id="2")
    rules.check_chain([second], first)
    with pytest.raises(Invalid):
        rules.check_chain([first, second], replace(second, predecessor_id="1"))


def test_a_renewal_may_not_begin_before_what_it_follows() -> None:
    first = replace(agreement("2022-09-01", "2025"), id="1")
    rules.check_chain([first], replace(agreement("2022"), id="2", predecessor_id="1"))
    with pytest.raises(Invalid):
        rules.check_chain([first], replace(agreement("2021"), id="2", predecessor_id="1"))


def test_the_stepper_asks_for_the_first_decision_still_to_take() -> None:
    taken = Decision("d", "p", DecisionKind.APPROVAL, date=PartialDate.parse("2022-06-29"))
    planned = Decision("e", "p", DecisionKind.RATIFICATION)
    day = date(2023, 1, 1)
    assert rules.next_step([taken, planned], day) is DecisionKind.RATIFICATION
    assert rules.next_step([taken], day) is DecisionKind.SIGNING
    assert rules.next_step([taken, replace(taken, kind=DecisionKind.SIGNING)], day) is None
    assert rules.next_step([taken], date(2022, 1, 1)) is DecisionKind.APPROVAL
