"""What one press mends: names, numbers and days, decided once for a column or a name."""

from __future__ import annotations

from decimal import Decimal

from coopdesk.annex.interpret import with_column
from coopdesk.annex.meaning.numbers import FRACTIONS, NumberStyle
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.model import Choices, ColumnChoice, Meaning, Verdict
from coopdesk.annex.reading import Reading
from coopdesk.annex.ui.repairs import accepting, looks_american, placing, styling_all
from tests.annex.conftest import Read

HEAD = ["Gemeente", "Samenwerkingsverband", "Begindatum", "Einddatum"]


def doubts(reading: Reading) -> list:  # type: ignore[type-arg]
    return [doubt for line in reading.of(Verdict.FLAGGED) for doubt in line.doubts]


def test_a_name_that_stands_for_a_municipality_is_used_in_every_row(read: Read) -> None:
    rows = [
        HEAD,
        ["Gemt", "Leie", "2022", "2025"],
        ["OCMW Gemt", "Leie", "2022", "2025"],
        ["Aalst", "D", "2022", "2025"],
        ["Lede", "D", "2022", "2025"],
        ["Ninove", "D", "2022", "2025"],
    ]
    reading = read(rows)
    assert {doubt.name for doubt in doubts(reading)} == {"Gemt"}
    again = read(rows, placing(reading.choices, "gemt", "44021"))
    assert [entry.nis for entry in again.entries] == ["44021", "44021", "41002", "41034", "41048"]  # type: ignore[union-attr]
    assert not again.of(Verdict.FLAGGED)


def test_a_column_proposed_as_the_title_is_taken_in_one_press_or_another_is_chosen(read: Read) -> None:
    rows = [
        ["Nr.", "Doel", "Inhoudelijke uitwerking", "Trekker", "Timing", "Status"],
        ["1", "Meer werk", "Jobbeurs", "VDAB", 2026, "lopend"],
        ["2", "Meer werk", "Taalcoach", "OCMW", 2026, "gepland"],
    ]
    reading = read(rows)
    assert {(doubt.reason, doubt.proposal) for doubt in doubts(reading)} == {
        ("title_guessed", "Inhoudelijke uitwerking")
    }
    taken = read(rows, accepting(reading.choices, "title_guessed"))
    assert [(entry.title, entry.objective) for entry in taken.entries] == [  # type: ignore[union-attr]
        ("Jobbeurs", "Meer werk"), ("Taalcoach", "Meer werk"),
    ]  # fmt: skip
    other = with_column(reading.choices, reading.tables[0], 4, ColumnChoice(Meaning.TITLE))
    assert [entry.title for entry in read(rows, other).entries] == ["VDAB", "OCMW"]  # type: ignore[union-attr]


def test_a_column_of_which_everything_is_settled_is_not_unclear_any_more(read: Read) -> None:
    rows = [HEAD, ["Aalst", "D", "2022", "eind 2025"], ["Lede", "D", "2022", "2025"]]
    reading = read(rows)
    assert [column.doubts for column in reading.tables[0].columns] == [0, 0, 0, 1]
    again = read(rows, accepting(reading.choices, "imprecise_date"))
    assert [column.doubts for column in again.tables[0].columns] == [0, 0, 0, 0]


def test_a_municipality_that_is_gone_can_be_chosen_too(read: Read) -> None:
    rows = [HEAD, ["Meulebeke oud", "Leie", "2026", "2027"], ["Aalst", "D", "2026", "2027"]]
    again = read(rows, placing(Choices(), "Meulebeke oud", "37015"))
    assert len(again.entries) == 2


def test_names_can_stay_the_text_they_are(read: Read) -> None:
    rows = [HEAD, ["Instituut X", "Leie", "2022", "2025"], ["Aalst", "Leie", "2022", "2025"]]
    reading = read(rows)
    assert len(reading.of(Verdict.FLAGGED)) == 1
    again = read(rows, accepting(reading.choices, "unknown_place"))
    assert [(e.nis, e.name) for e in again.entries] == [("", "Instituut X"), ("41002", "Aalst")]  # type: ignore[union-attr]


def test_likely_names_are_proposed_and_never_used(register: Register, read: Read) -> None:
    assert register.likely("Gemt")[0].name == "Gent"
    assert not read([HEAD, ["Gemt", "Leie", "2022", "2025"], ["Aalst", "D", "2022", "2025"]]).entries[1:]


def test_days_with_the_month_first_are_read_so_when_someone_says_it(read: Read) -> None:
    rows = [HEAD, ["Aalst", "Dender", "03/14/2022", "2025"], ["Lede", "Dender 2", "01/02/2022", "2025"]]
    reading = read(rows)
    assert looks_american(doubts(reading))
    again = read(rows, styling_all(reading, reading.choices, doubts=doubts(reading), style="mdy"))
    assert [e.begin.date.canonical() for e in again.entries] == ["2022-03-14", "2022-01-02"]  # type: ignore[union-attr]


def test_a_column_of_fractions_becomes_percentages_when_someone_says_it(read: Read) -> None:
    rows = [["NIS", "Gemeente", "Werkzaamheidsgraad 2015"], *([code, "", value] for code, value in (
        (41002, "0,05"), (41034, "0,06"), (41048, "0,07"), (41018, "0,08")))]  # fmt: skip
    reading = read(rows)
    found = doubts(reading)
    assert {doubt.reason for doubt in found} == {"fraction_or_percentage"}
    again = read(rows, styling_all(reading, reading.choices, doubts=found, style=FRACTIONS))
    assert [e.value for e in again.entries] == [Decimal(5), Decimal(6), Decimal(7), Decimal(8)]  # type: ignore[union-attr]


def test_a_comma_between_thousands_is_decided_once_for_the_column(read: Read) -> None:
    rows = [["NIS", "Gemeente", "Onbekend cijfer 2015"], [41002, "Aalst", "86,445"], [41034, "Lede", "18,513"],
            [41048, "Ninove", "38,993"]]  # fmt: skip
    reading = read(rows)
    found = doubts(reading)
    assert {doubt.reason for doubt in found} == {"thousands_or_decimals"}
    for style, value in ((NumberStyle.POINT_DECIMAL, "86445"), (NumberStyle.COMMA_DECIMAL, "86.445")):
        again = read(rows, styling_all(reading, reading.choices, doubts=found, style=style))
        assert str(again.entries[0].value) == value  # type: ignore[union-attr]
