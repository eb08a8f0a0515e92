"""Which mandate counts on a day, which names are the same and which bodies miss a chair."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.contacts import rules
from coopdesk.contacts.model import BodyMember, ConsultationBody, Mandate, Person, Seat
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
MANDATES = st.lists(
    st.builds(
        lambda n, begin, end: Mandate(str(n), "p", "o", begin_date=begin, end_date=end),
        st.integers(0, 99),
        st.none() | DAYS.map(PartialDate.day),
        st.none() | DAYS.map(PartialDate.day),
    ),
    max_size=5,
)


@given(MANDATES, DAYS)
def test_the_mandate_shown_is_one_that_is_held(mandates: list[Mandate], day: date) -> None:
    shown = rules.main_mandate(mandates, day)
    held = [m for m in mandates if rules.holds_on(m, day)]
    assert (shown is None) == (not held)
    if shown is not None:
        assert shown in held
        begins = [m.begin_date.first for m in held if m.begin_date]
        assert not begins or (shown.begin_date is not None and shown.begin_date.first == max(begins))


def test_a_mandate_still_counts_on_its_last_day() -> None:
    mandate = Mandate("m", "p", "o", end_date=PartialDate.year(2024))
    assert rules.holds_on(mandate, date(2024, 12, 31))
    assert not rules.holds_on(mandate, date(2024, 12, 31) + timedelta(days=1))


@given(st.text())
def test_a_normal_form_is_its_own_normal_form(name: str) -> None:
    assert rules.normal_form(rules.normal_form(name)) == rules.normal_form(name)


def test_accents_case_and_marks_do_not_make_another_name() -> None:
    assert rules.normal_form("  Wérkwijzer  v.z.w. ") == rules.normal_form("WERKWIJZER v z w")
    assert rules.normal_form("Gemeente Lier") != rules.normal_form("OCMW Lier")


@pytest.mark.parametrize("address", ["ann", "ann@", "ann@example", "a b@example.be", "ann@example.be, koen@x.be"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(Invalid):
        rules.checked_person(Person("p", "Ann", email=address))


def test_an_address_is_accepted_and_none_is_needed() -> None:
    rules.checked_person(Person("p", "Ann", email="ann.peeters+werk@ocmw.example.be"))
    rules.checked_person(Person("p", "Ann"))


def test_a_body_whose_chair_left_has_no_chair() -> None:
    body = ConsultationBody("b", "Stuurgroep")
    seat = BodyMember("s", "b", "p", Seat.CHAIR, end_date=PartialDate.year(2024))
    assert rules.without_chair([body], [seat], date(2024, 6, 1)) == []
    assert rules.without_chair([body], [seat], date(2025, 6, 1)) == [body]
