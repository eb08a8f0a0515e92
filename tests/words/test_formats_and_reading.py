"""What Coopdesk writes it reads back to the same value, and what can be read in two ways it does not guess."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import SEASONS, PartialDate
from coopdesk.words.formats import Formats
from coopdesk.words.reading import read_date, read_money, read_number, read_percentage

NL, EN = Formats("nl_BE"), Formats("en_GB")
TODAY = date(2026, 11, 24)
NBSP = "\u00a0"

numbers = st.decimals(-10_000_000, 10_000_000, allow_nan=False, allow_infinity=False, places=3)
years = st.integers(1900, 2199)
partial_dates = st.one_of(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(PartialDate.day),
    st.builds(PartialDate.month, years, st.integers(1, 12)),
    st.builds(PartialDate.quarter, years, st.integers(1, 4)),
    st.builds(PartialDate.half, years, st.integers(1, 2)),
    st.builds(PartialDate.season, years, st.sampled_from(SEASONS)),
    years.map(PartialDate.year),
)


@given(numbers, st.integers(0, 3))
def test_a_number_as_written_reads_back(number, digits):
    rounded = round(number, digits)
    written = NL.number(rounded, digits)
    if digits == 0 and written.count(".") == 1:
        with pytest.raises(Invalid):
            read_number(written)
    else:
        assert read_number(written) == rounded


@given(numbers)
def test_an_exact_number_keeps_every_decimal(number):
    written = NL.exact(number)
    if "," in written or written.count(".") != 1:
        assert read_number(written) == number


@given(st.decimals(0, 100, places=2))
def test_a_percentage_as_written_reads_back(percent):
    assert read_percentage(NL.rate(percent, 2)) == percent


@given(st.integers(-(10**11), 10**11))
def test_an_amount_as_written_reads_back_to_the_cent(cents):
    assert read_money(NL.money(cents)) == cents
    assert read_money(NL.money(cents, prose=True)) == cents


@pytest.mark.parametrize("formats", [NL, EN], ids=["nl", "en"])
@given(value=partial_dates)
def test_a_date_in_a_field_reads_back_with_its_precision(formats, value):
    assert read_date(formats.field_partial(value), TODAY) == value


@pytest.mark.parametrize("formats", [NL, EN], ids=["nl", "en"])
@given(value=partial_dates)
def test_a_date_copied_from_a_list_reads_back(formats, value):
    assert read_date(formats.partial(value), TODAY) == value


@given(st.text(max_size=12))
def test_whatever_is_typed_is_read_or_refused_in_words(text):
    refused = []
    for read in (read_number, read_percentage, read_money, lambda typed: read_date(typed, TODAY)):
        try:
            read(text)
        except Invalid as error:
            refused.append(error.fields["text"])
    assert set(refused) <= {text.strip()}


@pytest.mark.parametrize("typed", ["1.234", "12.500", "-1.234"])
def test_a_lone_point_before_three_digits_is_refused_for_numbers(typed):
    with pytest.raises(Invalid) as refused:
        read_number(typed)
    assert refused.value.fields["whole"] == typed.replace(".", "")
    assert refused.value.fields["broken"] == typed.replace(".", ",")


@pytest.mark.parametrize("typed", ["1.234", "€ 1.234", "1.234 euro", "1234,00", "1.234,-", "EUR 1.234,00", "1 234"])
def test_a_point_before_three_digits_means_thousands_in_money(typed):
    assert read_money(typed) == 123_400


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1234,5", "1234.5"), ("1.234,5", "1234.5"), ("1 234,5", "1234.5"), (f"1{NBSP}234,5", "1234.5"),
        ("1234.5", "1234.5"), ("1,234.5", "1234.5"), ("1.234.567", "1234567"), ("−3,5", "-3.5"), ("+2", "2"),
        ("0.123", "0.123"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_type_it(typed, number):
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["", "abc", "1,2,3", "1.23.4", "12a", "--3", "1e5", "nan", "inf"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(Invalid):
        read_number(typed)


def test_an_amount_below_zero_is_read_as_it_is_written():
    assert read_money(NL.money(-113_400)) == read_money("-1.134 euro") == -113_400


@pytest.mark.parametrize("typed", ["12,345", "0.123", "1.234,567", "niets", "€", "12,5,0"])
def test_an_amount_finer_than_a_cent_or_no_amount_is_refused(typed):
    with pytest.raises(Invalid):
        read_money(typed)


@pytest.mark.parametrize("typed", ["45", "45%", "45 %", "45,0 %", f"45{NBSP}%"])
def test_a_percentage_is_read_with_or_without_its_sign(typed):
    assert read_percentage(typed) == 45


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("31/5", date(2026, 5, 31)), ("31-5-26", date(2026, 5, 31)), ("31.5.2026", date(2026, 5, 31)),
        ("31 mei", date(2026, 5, 31)), ("1 mrt 2027", date(2027, 3, 1)), ("2026-05-31", date(2026, 5, 31)),
        ("vandaag", TODAY), ("morgen", date(2026, 11, 25)), ("+2w", date(2026, 12, 8)), ("+3m", date(2027, 2, 24)),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_type_it(typed, meant):
    assert read_date(typed, TODAY) == PartialDate.day(meant)


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("mei 2026", "2026-05"), ("5/2026", "2026-05"), ("Q3 2026", "2026-Q3"), ("3e kwartaal 2026", "2026-Q3"),
        ("K1 2026", "2026-Q1"), ("H2 2026", "2026-H2"), ("1ste semester 2026", "2026-H1"),
        ("najaar 2026", "2026-autumn"), ("lente 2027", "2027-spring"), ("2031", "2031"),
    ],
)  # fmt: skip
def test_an_imprecise_date_stays_imprecise(typed, canonical):
    found = read_date(typed, TODAY)
    assert (found.canonical(), found.original) == (canonical, typed)


@pytest.mark.parametrize("typed", ["31/11/2026", "29/2/2025", "0/1/2026", "1/13/2026", "32 mei 2026"])
def test_a_day_that_is_not_on_the_calendar_is_refused(typed):
    with pytest.raises(Invalid) as refused:
        read_date(typed, TODAY)
    assert refused.value.msgid == "“{text}” is not a day on the calendar."


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (NL.number(Decimal("1234.5"), 1), "1.234,5"),
        (NL.number(Decimal("-0.04"), 1), "0,0"),
        (NL.number(Decimal(-1234)), "−1.234"),
        (NL.rate(Decimal("72.55")), "72,6%"),
        (NL.points(Decimal("1.7")), f"+1,7{NBSP}pp"),
        (NL.points(Decimal("-1.7")), f"−1,7{NBSP}pp"),
        (NL.points(Decimal("1.7"), prose=True, sign=False), f"1,7{NBSP}procentpunt"),
        (NL.money(1_250_000), f"€{NBSP}12.500"),
        (NL.money(1_250_000, prose=True), f"12.500{NBSP}euro"),
        (NL.money(1250), f"€{NBSP}12,50"),
        (NL.day(date(2026, 5, 31)), f"31{NBSP}mei{NBSP}2026"),
        (NL.day(date(2026, 3, 1)), f"1{NBSP}mrt{NBSP}2026"),
        (NL.long_day(date(2026, 1, 1)), "1 januari 2026"),
        (NL.field_day(date(2026, 5, 31)), "31/05/2026"),
        (NL.partial(PartialDate.quarter(2026, 1)), "1ste kwartaal 2026"),
        (NL.partial(PartialDate.half(2026, 2)), "2de helft 2026"),
        (NL.partial(PartialDate.season(2026, "autumn")), "najaar 2026"),
        (NL.period("2015-08"), "augustus 2015"),
        (NL.listing(["Lier", "Duffel", "Putte"]), "Lier, Duffel en Putte"),
        (NL.listing(["Lier"]), "Lier"),
        (EN.listing(("Lier", "Putte")), "Lier and Putte"),
        (EN.number(Decimal("1234.5"), 1), "1,234.5"),
    ],
)
def test_the_house_notation(written, expected):
    assert written == expected


@pytest.mark.parametrize("write", [NL.number, NL.exact, NL.rate, NL.points, NL.money, NL.day, NL.long_day, NL.partial])
def test_what_is_not_known_is_a_dash_and_never_zero(write):
    assert write(None) == "–"


@given(st.decimals(-1000, 1000, places=4), st.integers(0, 2))
def test_rounding_is_half_up_away_from_zero(value, digits):
    shown = NL.number(value, digits).replace(".", "").replace(",", ".").replace("−", "-")
    assert abs(Decimal(shown) - value) <= Decimal(5).scaleb(-digits - 1)
    assert NL.number(-value, digits).lstrip("−") == NL.number(value, digits).lstrip("−")
