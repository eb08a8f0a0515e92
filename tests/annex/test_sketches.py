"""Annexes of every layout we could think of, each row becoming what a careful person would make of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from coopdesk.annex.interpret import interpret
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.model import ActionEntry
from coopdesk.annex.sheet.reader import read_book
from tests.annex.conftest import TODAY
from tests.annex.formats import TEXTS, WORKBOOKS
from tests.annex.sketch import Sketch, differences, draw

FOLDER = Path(__file__).with_name("layouts")


def layouts() -> list[tuple[str, str]]:
    """The name and the drawing of every layout."""
    sections = [s for f in sorted(FOLDER.glob("*.txt")) for s in re.split("^== ", f.read_text("utf-8"), flags=re.M)[1:]]
    return [(name, drawing) for name, _, drawing in (section.partition("\n") for section in sections)]


@pytest.mark.parametrize("drawing", [pytest.param(drawing, id=name) for name, drawing in layouts()])
def test_every_row_of_a_layout_becomes_what_a_careful_person_would_make_of_it(register: Register, drawing: str) -> None:
    sketch = draw(drawing)
    assert differences(interpret(sketch.book, register, TODAY), sketch) == []


def drawn(name: str) -> Sketch:
    return draw(dict(layouts())[name])


@pytest.mark.parametrize("format", WORKBOOKS)
@pytest.mark.parametrize("name", ["sheets per province and guide", "three level header", "month dates as columns",
                                  "fractions with percent format", "province merged", "hidden rows cols"])  # fmt: skip
def test_a_workbook_says_the_same_in_every_format(register: Register, tmp_path: Path, name: str, format: str) -> None:
    sketch = drawn(name)
    path = tmp_path / sketch.book.name
    path.write_bytes(WORKBOOKS[format](sketch.book))
    book = read_book(path)
    assert [(s.name, s.hidden, s.hidden_rows) for s in book.sheets] == [
        (s.name, s.hidden, s.hidden_rows) for s in sketch.book.sheets
    ]
    assert differences(interpret(book, register, TODAY), sketch) == []


@pytest.mark.parametrize("format", TEXTS)
@pytest.mark.parametrize("name", ["clusters", "suppression marks", "long format", "plan synonyms"])
def test_a_text_file_says_the_same_in_every_encoding(
    register: Register, tmp_path: Path, name: str, format: str
) -> None:
    text = "\n".join(
        line for line in dict(layouts())[name].splitlines() if "!#DIV/0!" not in line and "=B2" not in line
    )
    sketch = draw(text.replace("≤ 4", "<4"))
    path = tmp_path / "bijlage.csv"
    path.write_bytes(TEXTS[format](sketch.book))
    read = read_book(path)
    book = replace(read, sheets=tuple(replace(sheet, name="Blad1") for sheet in read.sheets))
    assert differences(interpret(book, register, TODAY), sketch) == []


GOALS = """BBC-code | Operationele doelstelling | Acties | Stand | Actiehouder
WSE-LR1 | Levenslang leren | Taalcoaching op de werkvloer | bezig | OCMW
WSE-LR1 | Goede bereikbaarheid | Fietsleasing voor leefloners | klaar | VDAB
WSE-LR2, 3 | Goede bereikbaarheid | Mobiliteitsbudget | gepland | VDAB"""


def aims(register: Register, drawing: str) -> list[tuple[str, str, tuple[str, ...]]]:
    found = [one for one in interpret(draw(drawing).book, register, TODAY).entries if isinstance(one, ActionEntry)]
    return [(one.objective, one.track, one.priorities) for one in found]


def test_operational_goals_alone_are_what_actions_aim_at_and_codes_of_priorities_are_no_codes_of_actions(
    register: Register,
) -> None:
    assert aims(register, GOALS) == [
        ("Levenslang leren", "", ("WSE-LR1",)),
        ("Goede bereikbaarheid", "", ("WSE-LR1",)),
        ("Goede bereikbaarheid", "", ("WSE-LR2", "WSE-LR3")),
    ]


def test_operational_goals_under_headings_of_objectives_are_their_tracks(register: Register) -> None:
    first, *rest = GOALS.splitlines()
    headed = "\n".join([first, "Sterke regio", rest[0], "Vlotte regio", *rest[1:]])
    assert [one[:2] for one in aims(register, headed)] == [
        ("Sterke regio", "Levenslang leren"),
        ("Vlotte regio", "Goede bereikbaarheid"),
        ("Vlotte regio", "Goede bereikbaarheid"),
    ]
