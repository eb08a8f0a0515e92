"""What is odd in a file is kept as what it is and said; nothing of it becomes a value."""

from __future__ import annotations

import re

import pytest

from coopdesk.annex.interpret import interpret
from coopdesk.annex.layout.filled import filled
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.model import FigureEntry, Meaning
from coopdesk.annex.sheet.model import Cell, CellKind, Merge, Sheet
from coopdesk.annex.sheet.reader import read_content
from tests.annex.conftest import TODAY
from tests.annex.hostile import BOOK, FILES, SHEET, cells, changed
from tests.annex.sketch import draw


def first_column(content: bytes) -> list[tuple[CellKind, str]]:
    return [(row[0].kind, row[0].text) for row in read_content("x.xlsx", content).sheets[0].rows if row]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("formulas without a value", [(CellKind.UNCOMPUTED, "=B1+1")]),
        ("errors", [(CellKind.ERROR, "#REF!"), (CellKind.ERROR, "#DIV/0!")]),
        ("numbers that are none", [(CellKind.ERROR, "NaN"), (CellKind.ERROR, "INF"), (CellKind.ERROR, "9" * 401),
                                   (CellKind.ERROR, "1e400")]),
        ("a style that is not there", [(CellKind.NUMBER, "1")]),
        ("a cell far away that is filled", []),
    ],
)  # fmt: skip
def test_what_is_no_value_is_kept_as_what_it_is(name: str, expected: list[tuple[CellKind, str]]) -> None:
    assert first_column(FILES[name][0]()) == expected


def test_a_day_outside_the_calendar_keeps_its_number() -> None:
    dated = changed(SHEET, cells('<c r="?" s="0"><v>99999999</v></c>'))
    assert first_column(dated) == [(CellKind.NUMBER, "99999999")]


def test_the_day_that_never_was_and_the_other_calendar() -> None:
    def days(content: bytes) -> list[str]:
        return [text for _, text in first_column(content)]

    plain = changed(SHEET, cells('<c r="?" t="d"><v>2022-09-01T00:00:00</v></c>'))
    assert days(plain) == ["2022-09-01"]
    other = changed(BOOK, lambda part: re.sub(rb"<workbookPr[^>]*>", b'<workbookPr date1904="1"/>', part))
    assert read_content("x.xlsx", other).date1904


@pytest.mark.parametrize(("name", "note"), [("macros", "macros"), ("links to other files", "links")])
def test_what_a_file_would_run_or_fetch_is_left_alone_and_said(register: Register, name: str, note: str) -> None:
    book = read_content("x.xlsx", FILES[name][0]())
    assert note in {flag.reason for flag in interpret(book, register, TODAY).flags}


def test_a_cell_far_away_is_counted_and_not_read() -> None:
    assert read_content("x.xlsx", FILES["a cell far away that is filled"][0]()).sheets[0].outside == 1


def test_merged_ranges_over_one_another_are_filled_once() -> None:
    rows = tuple((Cell(CellKind.TEXT, "a"), *[Cell()] * 4) for _ in range(40))
    merges = tuple(Merge(1, 1, 40, 5) for _ in range(100_000))
    assert all(cell.filled for row in filled(Sheet("Blad1", rows, merges=merges)) for cell in row[:1])


@pytest.mark.parametrize("number", ["85.07.30-033.28", "85073003328", "00012556777"])
def test_a_number_of_the_national_register_is_recognised_and_left_out(register: Register, number: str) -> None:
    sketch = draw(
        f"Gemeente | Begin | Einde | Kenmerk\nAalst | 2022 | 2025 | {number}\nNinove | 2022 | 2025 | {number}"
    )
    reading = interpret(sketch.book, register, TODAY)
    assert [c.meaning for c in reading.tables[0].columns][3] is Meaning.PERSONAL
    assert "personal_data_column" in {flag.reason for flag in reading.flags}


def test_an_error_among_figures_is_never_zero(register: Register) -> None:
    sketch = draw("Gemeente | Inwoners 2022\nAalst | !#N/A\nNinove | #5\nLede | =B1")
    entries = interpret(sketch.book, register, TODAY).entries
    assert [entry.value for entry in entries if isinstance(entry, FigureEntry)] == [None, 5, None]
