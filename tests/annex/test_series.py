"""What a heading of figures is about; a heading that says more than is known is left to a person."""

from __future__ import annotations

import pytest

from coopdesk.annex.meaning.series import Series, read_series


@pytest.mark.parametrize(
    ("heading", "title", "indicator", "period"),
    [
        ("Werkzoekenden zonder werk (WZW) 2022", "", "jobseekers", "2022"),
        ("NWWZ totaal", "", "unemployed_jobseekers", ""),
        ("Tewerkstellingsgraad 20-64", "", "employment_rate", ""),
        ("Bevolking 65-plus", "", "population_65_plus", ""),
        ("Gerechtigden leefloon", "", "social_assistance_recipients", ""),
        ("jan-23", "Niet-werkende werkzoekenden per maand", "unemployed_jobseekers", "2023-01"),
        ("2023-Q1", "Vacatures per kwartaal", "vacancies", "2023-Q1"),
    ],
)
def test_a_heading_names_its_indicator_in_any_of_its_wordings(
    heading: str, title: str, indicator: str, period: str
) -> None:
    series = read_series((heading,), title)
    assert (series.indicator, series.period) == (indicator, period)


@pytest.mark.parametrize(
    "heading",
    ["Leefloners per 1.000 inwoners", "Bevolkingsdichtheid", "Bevolkingsgroei", "Aandeel leefloners (%)",
     "Inwoners zonder diploma", "Vacatures voor knelpuntberoepen"],
)  # fmt: skip
def test_what_only_sounds_like_an_indicator_is_left_to_a_person(heading: str) -> None:
    assert read_series((heading,)).indicator == ""


@pytest.mark.parametrize(
    ("words", "part", "breakdown"),
    [
        (("Werkzoekenden", "M"), "", "sex=m"),
        (("NWWZ v 2022",), "", "sex=f"),
        (("Inwoners", "Mannen en vrouwen"), "", ""),
        (("Inwoners",), "F", "sex=f"),
        (("Inwoners",), "0 F", "other=0;sex=f"),
        (("Inwoners",), "zelfstandigen", "other=zelfstandigen"),
    ],
)
def test_a_part_of_the_population_never_passes_for_the_whole(words: tuple[str, ...], part: str, breakdown: str) -> None:
    assert read_series(words, "", part).breakdown == breakdown


def test_a_title_that_speaks_of_something_computed_names_no_count() -> None:
    assert read_series(("2021",), "Leefloners per 1.000 inwoners") == Series("", "2021", "", "", "")


def test_an_age_band_in_the_heading_counts_for_each_sex() -> None:
    series = read_series(("Bevolking op beroepsactieve leeftijd (20-64)",), "", "Man")
    assert (series.indicator, series.breakdown) == ("population_20_64", "sex=m")
