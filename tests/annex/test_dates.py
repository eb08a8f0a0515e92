"""Dates and terms as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.annex.meaning.dates import read_text
from coopdesk.annex.meaning.terms import read_end, read_term
from coopdesk.annex.model import LimitState
from coopdesk.annex.sheet.model import Cell, CellKind

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "canonical", "doubt"),
    [
        ("31 dec. 2025", "2025-12-31", ""),
        ("1 JANUARI 2020", "2020-01-01", ""),
        ("01/09/22", "2022-09-01", ""),
        ("mrt/20", "2020-03", ""),
        ("12/2025", "2025-12", ""),
        ("2020-02", "2020-02", ""),
        ("2025", "2025", ""),
        ("eind 2025", "2025", "imprecise_date"),
        ("najaar 2021", "2021-autumn", "imprecise_date"),
        ("4de kwartaal 2022", "2022-Q4", "imprecise_date"),
        ("eerste helft 2024", "2024-H1", "imprecise_date"),
    ],
)
def test_a_date_keeps_the_precision_it_was_written_with(text: str, canonical: str, doubt: str) -> None:
    read = read_text(text)
    assert read.limit.date is not None
    assert (read.limit.date.canonical(), read.doubt) == (canonical, doubt)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [("31/11/2021", "invalid_date"), ("Q3", "date_without_year"), ("najaar", "date_without_year"),
     ("15 juni", "date_without_year"), ("binnenkort", "unreadable_date"), ("2205", "invalid_date")],
)  # fmt: skip
def test_what_is_no_date_is_never_guessed(text: str, doubt: str) -> None:
    read = read_text(text)
    assert read.limit.date is None
    assert read.doubt == doubt


@pytest.mark.parametrize("text", ["?", "n.n.b.", "onbekend", "-", "nog te bepalen", ""])
def test_silence_is_unknown_and_no_doubt(text: str) -> None:
    read = read_text(text)
    assert (read.limit.state, read.doubt) == (LimitState.UNKNOWN, "")


@given(DAYS)
def test_every_day_is_read_back_from_every_usual_form(day: date) -> None:
    forms = (
        f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", f"{day:%d.%m.%Y}", day.isoformat(),
        f"{day.day} {MONTHS[day.month - 1]} {day.year}", f"{day.day}\u00a0{MONTHS[day.month - 1][:3]}.\u00a0{day.year}",
    )  # fmt: skip
    for text in forms:
        found = read_text(text).limit.date
        if "maa" in text:
            continue
        assert found is not None, text
        assert found.canonical() == day.isoformat(), text


@given(DAYS, DAYS)
def test_a_term_gives_both_ends_whatever_stands_between(first: date, second: date) -> None:
    begin, end = sorted((first, second))
    for between in (" - ", " t.e.m. ", " tot en met ", " t/m "):
        term = read_term(Cell(CellKind.TEXT, f"{begin:%d/%m/%Y}{between}{end:%d/%m/%Y}"))
        assert term.begin.date is not None
        assert term.end.date is not None
        assert (term.begin.date.first, term.end.date.last, term.doubt) == (begin, end, "")


def test_a_term_that_runs_backwards_is_put_before_the_user() -> None:
    assert read_term(Cell(CellKind.TEXT, "2025 - 2022")).doubt == "end_before_begin"


@pytest.mark.parametrize("text", ["5 jaar", "vijf jaar", "36 maanden", "voor een periode van 6 jaar"])
def test_a_duration_is_no_end_date(text: str) -> None:
    read = read_end(Cell(CellKind.TEXT, text))
    assert (read.limit.date, read.doubt) == (None, "duration_only")


def test_from_a_date_for_an_indefinite_time_is_open() -> None:
    term = read_term(Cell(CellKind.TEXT, "vanaf 1 januari 2022 voor onbepaalde duur"))
    assert term.begin.date is not None
    assert term.begin.date.canonical() == "2022-01-01"
    assert term.end.state is LimitState.OPEN


@given(st.text(max_size=40))
def test_any_text_at_all_gives_an_answer(text: str) -> None:
    read = read_text(text)
    assert (read.limit.state is LimitState.DATE) == (read.limit.date is not None)
