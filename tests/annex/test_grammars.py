"""What is written in any of the forms of a grammar is read as what was meant; what could mean two things is never
guessed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from coopdesk.annex.meaning.dates import IMPRECISE, read_text
from coopdesk.annex.meaning.members import read_members
from coopdesk.annex.meaning.numbers import THOUSANDS, NumberStyle, Style, column_style, read_figure
from coopdesk.annex.meaning.periods import read_period
from coopdesk.annex.meaning.places import PlaceKind, Setting, read_place
from coopdesk.annex.meaning.register import Municipality, Register, fold
from coopdesk.annex.meaning.terms import read_term
from coopdesk.annex.model import Party
from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.words.reading import MONTHS

LONG = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december"]  # fmt: skip
SHORT = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
days = st.dates(date(1980, 1, 1), date(2060, 12, 31))
DAYS = [
    lambda d: f"{d:%d/%m/%Y}", lambda d: f"{d.day}-{d.month}-{d.year}", lambda d: f"{d:%d.%m.%Y}",
    lambda d: d.isoformat(), lambda d: f"{d:%Y%m%d}", lambda d: f"{d.day} {LONG[d.month - 1]} {d.year}",
    lambda d: f"{d.day:02} {SHORT[d.month - 1]}. {d.year}", lambda d: f"{d.day} {LONG[d.month - 1].upper()} {d.year}",
    lambda d: f"{d.day}/{ROMAN[d.month - 1]}/{d.year}", lambda d: f"{d:%d/%m/%Y} 00:00",
    lambda d: f"{d.day:02}-{SHORT[d.month - 1]}-{d.year}", lambda d: f" {d:%d/%m/%Y}* ",
]  # fmt: skip
MONTHLY = [lambda y, n: f"{LONG[n]} {y}", lambda y, n: f"{SHORT[n]}/{y % 100:02}", lambda y, n: f"{n + 1:02}/{y}",
           lambda y, n: f"{y}-{n + 1:02}", lambda y, n: f"{SHORT[n]}. {y}"]  # fmt: skip
QUARTERLY = [lambda y, n: f"Q{n % 4 + 1} {y}", lambda y, n: f"{n % 4 + 1}de kwartaal {y}",
             lambda y, n: f"K{n % 4 + 1} {y}",
             lambda y, n: f"{y} Q{n % 4 + 1}"]  # fmt: skip
SEPARATORS = [
    " - ",
    " – ",
    " tot ",
    " tot en met ",
    " t.e.m. ",
    " t/m ",
    " tem ",
    " → ",
    " => ",
    " / ",
    " - einde: ",
    ", einde: ",
]


@given(days, st.sampled_from(DAYS))
def test_a_day_is_read_in_every_form_it_is_written_in(day: date, write: object) -> None:
    read = read_text(write(day))  # type: ignore[operator]
    assert (read.limit.date, read.doubt) == (PartialDate.day(day), "")


@given(st.integers(2000, 2069), st.integers(0, 11))
def test_a_month_a_quarter_and_a_year_are_no_more_precise_than_written(year: int, number: int) -> None:
    months = [read_text(write(year, number)) for write in MONTHLY]
    assert {(read.limit.date, read.doubt) for read in months} == {(PartialDate.month(year, number + 1), "")}
    quarters = [read_text(write(year, number)) for write in QUARTERLY]
    assert {(q.limit.date, q.doubt) for q in quarters} == {(PartialDate.quarter(year, number % 4 + 1), IMPRECISE)}
    assert read_text(str(year)).limit.date == PartialDate.year(year)


@given(days, st.integers(1, 4000), st.sampled_from(DAYS[:10]), st.sampled_from(SEPARATORS))
def test_begin_and_end_in_one_cell_are_both_read(begin: date, length: int, write: object, between: str) -> None:
    end = begin + timedelta(days=length)
    assume(end.year < 2070)
    read = read_term(Cell(CellKind.TEXT, f"{write(begin)}{between}{write(end)}"))  # type: ignore[operator]
    assert (read.begin.date, read.end.date, read.doubt) == (PartialDate.day(begin), PartialDate.day(end), "")


@given(st.integers(1990, 2059), st.integers(1, 12), st.integers(0, 99))
def test_a_length_of_time_is_never_turned_into_a_date(year: int, months: int, years: int) -> None:
    for text in (f"{years} jaar", f"{months} maanden", f"voor {years} jaar"):
        read = read_term(Cell(CellKind.TEXT, text))
        assert (read.begin.date, read.end.date) == (None, None)
        assert read.doubt


@given(st.lists(st.sampled_from([*"0123456789 /-.", "jan", "mei", "q", "eind ", "tot ", "jaar", "?"]), max_size=9))
def test_no_text_makes_the_reading_of_dates_fail_or_invent(words: list[str]) -> None:
    text = "".join(words)
    found = read_text(text).limit.date
    serial = text.strip().isdecimal() and len(text.strip()) == 5
    assert found is None or serial or str(found.first.year)[2:] in text


@given(st.sampled_from(sorted(MONTHS)), st.integers(2000, 2068))
def test_a_month_in_a_heading_is_its_period_and_a_day_is_its_year(word: str, year: int) -> None:
    assert read_period(f"Werkzoekenden {word} {year}") == f"{year}-{MONTHS[word]:02}"
    assert read_period(f"Inwoners op 1 {word} {year}") == str(year)


def grouped(value: int, sign: str) -> str:
    return f"{value:,}".replace(",", sign)


@given(st.integers(0, 10**9), st.sampled_from([".", " ", "\u00a0", "\u202f", "'"]), st.integers(0, 99))
def test_a_number_written_the_belgian_way_is_read_back(value: int, sign: str, decimals: int) -> None:
    text = f"{grouped(value, sign)},{decimals:02}"
    style = column_style([Cell(CellKind.TEXT, text)])
    assert read_figure(Cell(CellKind.TEXT, text), style).value == Decimal(f"{value}.{decimals:02}")


@given(st.lists(st.integers(1000, 999_999), min_size=1, max_size=9))
def test_thousands_or_decimals_is_asked_where_nothing_tells(values: list[int]) -> None:
    cells = [Cell(CellKind.TEXT, grouped(value, ",")) for value in values]
    assert column_style(cells).doubt == THOUSANDS
    counted = column_style(cells, count=True)
    assert [read_figure(cell, counted).value for cell in cells] == values
    told = column_style([*cells, Cell(CellKind.TEXT, "1,234,567")])
    assert told == Style(NumberStyle.POINT_DECIMAL)


FORMS = [
    ("{}", Party.MUNICIPALITY), ("Stad {}", Party.MUNICIPALITY), ("gemeente {}", Party.MUNICIPALITY),
    ("OCMW {}", Party.OCMW),
    ("OCMW van {}", Party.OCMW), ("{} (OCMW)", Party.OCMW), ("Stad en OCMW {}", Party.BOTH), ("{} + OCMW", Party.BOTH),
    ("  {} * ", Party.MUNICIPALITY), ("Lokaal bestuur {}", Party.MUNICIPALITY), ("{} (gemeente)", Party.MUNICIPALITY),
]  # fmt: skip


def test_every_municipality_is_found_in_every_form(register: Register) -> None:
    today = Setting(date(2026, 1, 1), flemish=True)
    now = [m for m in register.by_nis.values() if m.on(date(2026, 1, 1))]
    written = [(form.format(name), m.nis, party) for m in now for form, party in FORMS
               for name in (m.name, m.name.upper())]  # fmt: skip
    read = [(text, place.nis, place.party) for text, _, _ in written for place in [read_place(text, register, today)]]
    wrong = [one for one, other in zip(read, written, strict=True) if one != other]
    assert wrong == []


@given(st.data())
def test_a_slip_of_the_pen_is_never_taken_for_a_municipality(register: Register, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(sorted(register.by_nis.values(), key=lambda m: m.nis)))
    at = data.draw(st.integers(0, len(one.name) - 1))
    wrong = one.name[:at] + data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz")) + one.name[at + 1 :]
    assume(fold(wrong) != fold(one.name) and not register.named(wrong))
    assert read_place(wrong, register, Setting(None, flemish=True)).kind is not PlaceKind.MATCHED


@given(
    st.data(), st.sampled_from([", ", "; ", " / ", " + ", "\n", " · ", " | "]), st.sampled_from([" en ", " & ", ", "])
)
def test_members_are_found_whatever_parts_them(
    register: Register, data: st.DataObject, between: str, last: str
) -> None:
    now = sorted((m for m in register.by_nis.values() if m.on(date(2026, 1, 1))), key=lambda m: m.nis)
    members: list[Municipality] = data.draw(st.lists(st.sampled_from(now), min_size=2, max_size=8, unique=True))
    text = between.join(m.name for m in members[:-1]) + last + members[-1].name
    found = read_members(text, register, Setting(date(2026, 1, 1), flemish=True))
    assert [place.nis for place in found.places] == [m.nis for m in members]
