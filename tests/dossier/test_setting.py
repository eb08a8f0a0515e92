"""Set as a good studio would: what belongs together stays together, tables stand in line, no page for a leftover."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from coopdesk.dossier.model import Block, Column, FigureBlock, Heading, Paragraph, Section, TableBlock, TableRow
from coopdesk.dossier.pdf.finish import make_pdf
from coopdesk.dossier.pdf.pages import UPRIGHT
from coopdesk.dossier.pdf.parts import PartCache, Press
from coopdesk.dossier.pdf.story import Story
from coopdesk.dossier.pdf.table_builder import _shared
from coopdesk.dossier.pdf.tables import TaggedTable
from tests.dossier.sample import bars, document

LINES = "Een alinea van drie regels die dus niet gesplitst mag worden, omdat er dan een regel alleen zou staan. " * 2


def pages(*blocks: Block) -> list[str]:
    made = make_pdf(document(blocks=(Section(blocks),)))
    return [page.extract_text() for page in PdfReader(BytesIO(made.data)).pages][2:]


def table(rows: int, kin: str = "", name: str = "Gemeente") -> TableBlock:
    found = tuple(TableRow((f"{name} {n}", "72,6%")) for n in range(rows))
    return TableBlock((Column("Gebied"), Column("2025")), found, "Tabel", "Bron: de noot.", kin=kin)


@pytest.mark.parametrize("rows", range(28, 40))
def test_the_note_below_a_table_is_never_on_a_page_without_rows(rows: int) -> None:
    shown = pages(Heading("Cijfers"), table(rows))
    noted = next(text for text in shown if "de noot" in text)
    assert noted.count("72,6%") >= 2
    assert sum(text.count("72,6%") for text in shown) == rows


@pytest.mark.parametrize("lines", range(36, 46))
def test_a_heading_goes_with_a_paragraph_that_is_not_split(lines: int) -> None:
    shown = pages(Paragraph("regel\n" * lines), Heading("Kop van de alinea", 2), Paragraph(LINES), Heading("Slot"))
    assert all(("Kop van de alinea" in text) == ("drie regels" in text) for text in shown)


@pytest.mark.parametrize("lines", [13, 16, 17, 20, 26])
@pytest.mark.parametrize("count", [2, 5, 7])
def test_a_table_of_which_two_rows_are_too_tall_for_a_page_has_one_on_each(lines: int, count: int) -> None:
    rows = tuple(TableRow((str(n), "regel\n" * lines + f"slot {n}")) for n in range(count))
    block = TableBlock((Column("Nr."), Column("Tekst")), rows, "Tabel", "Bron: de noot.")
    made = make_pdf(document(blocks=(Section((Heading("Hoog"), Paragraph("Kort."), block), landscape=True),)))
    shown = [page.extract_text() for page in PdfReader(BytesIO(made.data)).pages][2:]
    assert [word for text in shown for word in text.split("\n") if word.startswith("slot")] == [
        f"slot {n}" for n in range(count)
    ]
    assert all("slot" in text for text in shown)


@pytest.mark.parametrize("title", ["Tekst", "Een kop van veel woorden " * 8])
def test_a_row_of_half_a_page_a_tall_header_and_a_long_note_make_pages(title: str) -> None:
    rows = tuple(TableRow((str(n), "regel\n" * 25 + f"slot {n}", *[""] * 6)) for n in range(3))
    columns = tuple(Column(title) for _ in range(8))
    for lines in (6, 40):
        shown = pages(Heading("Hoog"), TableBlock(columns, rows, "Tabel", "noot\n" * lines + "eind"))
        assert sum(text.count("slot ") for text in shown) == 3
        assert "eind" in shown[-1]


def test_tables_of_one_kin_have_columns_of_one_width() -> None:
    press = Press(document(), PartCache())
    story = Story(press.sheet(UPRIGHT[0]), press.escaper(), UPRIGHT)
    story.section(Section((table(2, "k"), table(2, "k", "Een veel langere naam"), table(2, name="Een langere naam"))))
    widths = [vars(one)["_colWidths"] for one in story.flowables if isinstance(one, TaggedTable)]
    assert widths[0] == widths[1] != widths[2]


def test_a_figure_that_would_take_a_page_for_a_little_more_room_gets_smaller() -> None:
    figure = FigureBlock("Figuur", "", "Bron", "Staven", bars)
    shown = pages(*[figure] * 4, Paragraph("slot"), Paragraph("regel\n" * 3))
    assert len(shown) == 1


def test_who_wishes_little_gets_it_whole() -> None:
    assert _shared(100, [10, 80, 200], [1, 1, 1]) == [10, 45, 45]
    assert _shared(100, [10, 80, 200], [1, 2, 1]) == [10, 60, 30]


def test_running_text_gets_the_room_that_short_columns_and_long_titles_leave() -> None:
    press = Press(document(), PartCache())
    columns = (Column("Nr."), Column("Actie", weight=4), Column("Doelgroepen en prioriteiten"), Column("Raming"))
    rows = tuple(TableRow((str(n), LINES * 2, "50-plussers", "€ 1.000")) for n in range(3))
    story = Story(press.sheet(UPRIGHT[0]), press.escaper(), UPRIGHT)
    story.section(Section((TableBlock(columns, rows),)))
    (widths,) = (vars(one)["_colWidths"] for one in story.flowables if isinstance(one, TaggedTable))
    assert sum(widths) == pytest.approx(story._room[0])
    assert widths[1] > sum(widths) * 0.6
    assert widths[2] > widths[3] > widths[0]
