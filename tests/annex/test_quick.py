"""The quick reading of tables of figures gives what the careful reading gives, line by line."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from coopdesk.annex.interpret import interpret
from coopdesk.annex.meaning.known import register_of
from coopdesk.annex.reading import Reading
from coopdesk.annex.sheet.coded import CodedRows
from coopdesk.annex.sheet.model import BLANK, Book, Cell, CellKind, Merge, Row, Sheet
from coopdesk.territory.gazetteer import open_gazetteer

REGISTER = register_of(open_gazetteer())
NUMBERS = [Cell(CellKind.NUMBER, text) for text in ("41002", "41048", "2020", "2021", "12.5", "0", "-99997", "86445")]
TEXTS = [Cell(CellKind.TEXT, text) for text in (
    "Aalst", "Ninove", "Lede", "Beveren", "Totaal", "Onbekendegem", "Oost-Vlaanderen", "<5", "x", "86.445", "1,5",
    "waarde?",
    "Man",
    "Werkzaamheidsgraad 20-64", "Inwoners", "%", "2020", "Bron: VDAB", "2022-Q1", "42006")]  # fmt: skip
OTHERS = [
    BLANK,
    BLANK,
    Cell(CellKind.ERROR, "#N/A"),
    Cell(CellKind.UNCOMPUTED, "=A1"),
    Cell(CellKind.DATE, "2021-01-01", "day"),
]
HEADINGS = [
    "NIS",
    "Gemeente",
    "Provincie",
    "Jaar",
    "Indicator",
    "Geslacht",
    "Waarde",
    "Eenheid",
    "Inwoners 2022",
    "Opmerking",
]
cells = st.sampled_from([*NUMBERS, *TEXTS, *OTHERS])
headings = st.lists(st.sampled_from(HEADINGS), min_size=3, max_size=8, unique=True).filter(lambda h: "Gemeente" in h)


def read(
    rows: list[Row], *, coded: bool, hidden: frozenset[int] = frozenset(), merges: tuple[Merge, ...] = ()
) -> Reading:
    kept = CodedRows.of(rows) if coded else tuple(rows)
    book = Book("cijfers.xlsx", "0" * 64, "xlsx", (Sheet("Blad1", kept, merges=merges, hidden_rows=hidden),))
    return interpret(book, REGISTER, date(2026, 11, 24))


@settings(max_examples=60)
@given(headings, st.data())
def test_a_row_means_the_same_however_it_is_read(told: list[str], data: st.DataObject) -> None:
    table = st.lists(st.lists(cells, min_size=len(told), max_size=len(told)), min_size=1, max_size=14)
    rows = [tuple(Cell(CellKind.TEXT, text) for text in told), *(tuple(row) for row in data.draw(table))]
    hidden = data.draw(st.sampled_from([frozenset[int](), frozenset({3})]))
    one, other = read(rows, coded=True, hidden=hidden), read(rows, coded=False, hidden=hidden)
    assert (one.lines, one.tables, one.flags) == (other.lines, other.tables, other.flags)


@settings(max_examples=60)
@given(st.data())
def test_quick_lines_are_those_of_the_careful_reading(data: st.DataObject) -> None:
    usual = [st.sampled_from(NUMBERS[:2]), st.sampled_from(TEXTS[:5]), st.sampled_from(NUMBERS[2:4]), cells, cells]
    rows = data.draw(st.lists(st.tuples(*usual), min_size=4, max_size=14))
    heading = tuple(Cell(CellKind.TEXT, text) for text in ("NIS", "Gemeente", "Jaar", "Inwoners", "Opmerking"))
    # A sheet with a merged range is read carefully, even where nothing stands in it.
    quick, careful = (read([heading, *rows], coded=True, merges=merges) for merges in ((), (Merge(1, 30, 1, 31),)))
    assert quick.lines == careful.lines
