"""A list of agreements on its side: fields under each other, a column per agreement."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from coopdesk.annex.commands import ImportAnnex
from coopdesk.annex.model import Choices, Meaning, MemberEntry
from coopdesk.annex.reading import Reading
from coopdesk.desk.desk import Desk
from tests.annex.conftest import TODAY, Read

SHEET = [
    ["Overzicht samenwerkingsovereenkomsten"], [],
    ["Overeenkomst", "Denderregio", "Kempen", "Westhoek"],
    ["Deelnemende gemeenten", "Aalst, Ninove en Lede", "Mol; Geel", "Ieper / Poperinge"],
    ["Begindatum", date(2022, 1, 1), "1/3/2021", "najaar 2020"],
    ["Einddatum", "31/12/2027", "onbepaalde duur", 2026],
    ["Contactpersoon", "Testpersoon 1", "Testpersoon 2", "Testpersoon 3"],
]  # fmt: skip


def members(reading: Reading) -> list[tuple[str, str, str]]:
    found = [entry for entry in reading.entries if isinstance(entry, MemberEntry)]
    return [(one.nis, one.agreement, one.begin.date.canonical() if one.begin.date else "") for one in found]


def test_every_column_is_an_agreement_and_each_value_keeps_its_cell(read: Read) -> None:
    reading = read(SHEET)
    assert members(reading) == [
        ("41002", "Denderregio", "2022-01-01"), ("41048", "Denderregio", "2022-01-01"),
        ("41034", "Denderregio", "2022-01-01"), ("13025", "Kempen", "2021-03-01"), ("13008", "Kempen", "2021-03-01"),
    ]  # fmt: skip
    (asked,) = [doubt for line in reading.lines for doubt in line.doubts]
    assert (asked.reason, asked.origin.cell, asked.origin.raw) == ("imprecise_date", "D5", "najaar 2020")
    assert [flag.reason for flag in reading.flags] == ["turned", "personal_data_column"]


def test_a_changed_choice_reads_the_turned_sheet_again_with_the_same_cells(read: Read) -> None:
    first = read(SHEET)
    again = read(SHEET, Choices(accepted=frozenset({"imprecise_date"})))
    assert len(again.entries) == len(first.entries) + 2
    last = again.entries[-1]
    assert isinstance(last, MemberEntry)
    assert dict(last.origins)[Meaning.BEGIN].cell == "D5"


def test_what_is_kept_names_the_cells_of_the_file(desk: Desk[Any], read: Read, write: Callable[..., Path]) -> None:
    desk.do(ImportAnnex(read(SHEET), write(SHEET).read_bytes(), TODAY))
    with desk.look() as work:
        kempen = next(one for one in work.agreements.agreements() if one.title == "Kempen")
        cells = {one.field: one.cell for one in work.imports.origins_of_all([kempen.id])}
    assert (cells["place"], cells["begin"], cells["end"]) == ("C4", "C5", "C6")
    assert kempen.source_cell == "C4"


def test_a_sheet_that_explains_the_headings_of_another_is_not_turned(read: Read) -> None:
    reading = read([
        ["Gemeente", "naam van het lokaal bestuur"], ["Begindatum", "eerste dag van de overeenkomst"],
        ["Einddatum", "laatste dag"], ["Opmerking", "vrije tekst"],
    ])  # fmt: skip
    assert reading.entries == []


def test_a_plan_on_its_side_does_not_bring_actions_that_are_called_as_its_headings(read: Read) -> None:
    reading = read(
        [["Titel", "Taalcoaching", "Jobbeurs"], ["Trekker", "Ligo", "VDAB"], ["Status", "lopend", "gepland"]]
    )
    assert (reading.kind, reading.entries) == (None, [])
