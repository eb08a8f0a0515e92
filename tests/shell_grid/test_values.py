from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.kernel.errors import Invalid
from coopdesk.shell.grid import clip
from coopdesk.shell.grid.kinds import (
    Choice,
    ChoiceKind,
    DateKind,
    Kind,
    ManyKind,
    MoneyKind,
    NumberKind,
    PercentageKind,
    TextKind,
    Typing,
)
from coopdesk.shell.grid.moves import edge, next_place
from coopdesk.shell.grid.table import table_of
from coopdesk.shell.grid.titles import Heads, heads_of
from coopdesk.words.catalogue import Words

TOWNS = ManyKind(lambda: [Choice("1", "Lindemeer"), Choice("2", "Wilgenrode")])
cells = st.lists(
    st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\x00")), min_size=2, max_size=4),
    min_size=1,
    max_size=6,
)


@pytest.fixture
def typing(words: Words) -> Typing:
    return Typing(words, date(2026, 11, 24))


@given(cells)
def test_what_is_copied_comes_back_cell_by_cell(copied: list[list[str]]) -> None:
    assert clip.from_tsv(clip.to_tsv(copied)) == copied


def test_cells_of_several_lines_from_a_spreadsheet_stay_one_cell() -> None:
    assert clip.from_tsv('a\t"b\nc ""d"""\r\ne\tf\r\n') == [["a", 'b\nc "d"'], ["e", "f"]]


def test_a_quote_that_is_not_closed_is_an_ordinary_letter() -> None:
    text = '"De Brug" vzw\t12\n"Het\tPunt\nA "b" c\td\n'
    assert clip.from_tsv(text) == [['"De Brug" vzw', "12"], ['"Het', "Punt"], ['A "b" c', "d"]]


def test_the_table_for_word_processors_escapes_what_is_typed() -> None:
    html = clip.to_html([[clip.Cell("A")], [clip.Cell("<b>&\nx")]], headed=True)
    assert "<tr><th>A</th></tr>" in html
    assert '<td>&lt;b&gt;&amp;<br style="mso-data-placement:same-cell">x</td>' in html


def test_a_copied_figure_carries_its_value_and_a_code_says_it_is_text() -> None:
    html = clip.to_html([[clip.Cell("12,5", "€ 12,50", "12.5"), clip.Cell("1.10", "1.10")]], headed=False)
    assert 'x:num="12.5" sdval="12.5" sdnum="1033;">€ 12,50</td>' in html
    assert "mso-number-format:'\\@'\">1.10</td>" in html


def test_a_single_cell_fills_a_whole_selection() -> None:
    assert clip.repeated([["x"]], 2, 3) == [["x"] * 3] * 2
    assert clip.repeated([["x"], ["y"]], 3, 1) == [["x"], ["y"]]


NAMES = {0: ["Naam"], 1: ["Einde", "Einddatum"], 2: ["Bedrag"]}


def test_a_first_row_of_titles_says_which_column_is_which() -> None:
    assert heads_of([["naam", "EINDE"], ["a", "b"]], NAMES) == Heads((0, 1))
    assert heads_of([["Bedrag *", "Fax", "naam"], ["1", "2", "a"]], NAMES) == Heads((2, None, 0), ("Fax",))
    assert heads_of([["einddatum"], ["31/5"]], NAMES) == Heads((1,))


def test_a_row_that_only_happens_to_hold_a_title_is_a_row() -> None:
    assert heads_of([["Naam"]], NAMES) is None
    assert heads_of([["Naam", "x", "y"], ["a", "b", "c"]], NAMES) is None
    assert heads_of([["a", "b"], ["c", "d"]], NAMES) is None


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (NumberKind(), "12.5", Decimal("12.5")),
        (NumberKind(), "1.234,5", Decimal("1234.5")),
        (MoneyKind(), "€ 12.500", 1_250_000),
        (MoneyKind(), "0.75", 75),
        (PercentageKind(whole=True), "45 %", 45),
        (TOWNS, "wilgen; Lindemeer", ("2", "1")),
        (ManyKind(list, free=True), "OCMW, VDAB", ("OCMW", "VDAB")),
        (DateKind(), "–", None),
        (TextKind(), "  a   b ", "a b"),
    ],
)
def test_people_type_as_they_are_used_to(kind: Kind, text: str, value: object, typing: Typing) -> None:
    assert kind.read(text, typing) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [(NumberKind(), "1.234"), (PercentageKind(), "120"), (MoneyKind(), "12,5k"), (TOWNS, "Gent"), (DateKind(), "ooit"),
     (TextKind(required=True), " "), (ChoiceKind(lambda: [Choice(1, "Aan"), Choice(2, "Aanvraag")]), "a")],
)  # fmt: skip
def test_what_is_unclear_is_refused_not_guessed(kind: Kind, text: str, typing: Typing) -> None:
    with pytest.raises(Invalid):
        kind.read(text, typing)


@given(st.one_of(st.none(), st.integers(0, 10**12)))
def test_money_in_an_editor_reads_back_the_same(cents: int | None) -> None:
    from coopdesk.words.catalogue import open_words

    typing = Typing(open_words("nl"), date(2026, 1, 1))
    assert MoneyKind().read(MoneyKind().write(cents, typing), typing) == cents


def test_ctrl_arrow_stops_at_the_edge_of_what_is_filled() -> None:
    filled = [True, True, False, False, True]
    assert [edge(filled, 0, 1), edge(filled, 1, 1), edge(filled, 4, -1), edge(filled, 4, 1)] == [1, 4, 1, 4]


@given(st.lists(st.booleans(), min_size=1), st.integers(0, 30), st.sampled_from([-1, 1]))
def test_moving_on_never_lands_on_a_heading(allowed: list[bool], start: int, step: int) -> None:
    start %= len(allowed)
    reached = next_place(allowed, start, step)
    assert reached == start or allowed[reached]


@given(st.text(st.sampled_from('ab"\t\n ')))
def test_no_letter_of_any_text_is_lost_and_no_row_of_it(text: str) -> None:
    rows = clip.from_tsv(text)
    letters = [letter for row in rows for cell in row for letter in cell if letter in "ab"]
    assert letters == [letter for letter in text if letter in "ab"]


@given(st.text())
def test_whatever_is_on_the_clipboard_is_read_without_a_fault(text: str) -> None:
    rows = clip.cells_of("", f"<table>{text}</table>")
    assert len({len(row) for row in rows}) <= 1


@given(cells)
def test_what_is_copied_as_a_table_comes_back_from_the_table(copied: list[list[str]]) -> None:
    wide = max(len(row) for row in copied)
    even = [[*row, *[""] * (wide - len(row))] for row in copied]
    html = clip.to_html([[clip.Cell(text) for text in row] for row in even], headed=False)
    found = table_of(html)
    assert len(found) == len(even)
    assert [[len(row) for row in found]] == [[wide] * len(even)]


def test_merged_cells_have_their_text_once_and_leave_the_other_places_empty() -> None:
    html = (
        "<table><tr><td rowspan=2>Doel</td><td colspan=2>Jaren</td></tr><tr><td>2026</td><td>2027</td></tr>"
        "<tr><td>A<table><tr><td>in</td></tr></table></td><td>1<br>2</td><td></td></tr></table><table><tr><td>x</table>"
    )
    assert table_of(html) == [["Doel", "Jaren", ""], ["", "2026", "2027"], ["Ain", "1\n2", ""]]


def test_the_addressees_of_a_message_are_names_and_addresses() -> None:
    assert clip.addresses("Ann Peeters <ann@x.be>; koen@y.be;") == [
        ["Ann Peeters", "ann@x.be"],
        ["koen@y.be", "koen@y.be"],
    ]
    assert clip.addresses("Ann\tann@x.be") == []
    assert clip.addresses("zomaar tekst") == []
