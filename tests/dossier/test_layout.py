"""What the pages look like, measured: nothing torn, nothing alone, nothing empty; and what they say, read back."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from coopdesk.dossier.model import (
    Column,
    Document,
    Heading,
    Paper,
    Paragraph,
    Section,
    Signatory,
    SignatureBlock,
    TableBlock,
    TableRow,
    Tone,
)
from coopdesk.dossier.pdf.finish import make_pdf
from tests.dossier.matterhorn.elements import Element
from tests.dossier.matterhorn.model import PdfModel
from tests.dossier.reading import blocks_of, compact, spoken
from tests.dossier.sample import TEXT, document, figure, sections
from tests.dossier.test_accessible import with_everything

HEADINGS = {"H1", "H2", "H3", "Caption"}


def many(count: int) -> Document:
    """Chapters of different lengths, so that headings, figures and tables end up everywhere on a page."""
    chapters = []
    for n in range(count):
        text = [Paragraph(TEXT) for _ in range(n % 7)]
        rows = tuple(TableRow((f"Gemeente {k}", "woord " * (k % 40), "72,6")) for k in range(n % 9 * 4))
        table = TableBlock((Column("Gemeente"), Column("Uitleg"), Column("2025")), rows, f"Tabel {n}")
        chapters += [Heading(f"Hoofdstuk {n}", 1 + n % 3), *text, table, Heading(f"Figuur bij {n}", 2), figure()]
    return document(blocks=(Section(tuple(chapters)), Section(tuple(chapters), landscape=True)))


@pytest.fixture(scope="module")
def long() -> PdfModel:
    return PdfModel(make_pdf(many(18)).data)


def drawn(model: PdfModel) -> Iterator[tuple[int, list[Element]]]:
    """The elements with content on each page, in the order in which they are drawn."""
    for page in range(len(model.reader.pages)):
        found = (model.element_of(p.page, p.mcid) for p in model.painted if p.page == page and p.mcid is not None)
        yield page, [element for element in found if element is not None]


def pages_of(element: Element) -> set[int]:
    return {page for part in element.walk() for page, _ in part.content}


def test_no_heading_or_caption_is_the_last_thing_on_a_page(long: PdfModel) -> None:
    for page, elements in drawn(long):
        assert elements[-1].role not in HEADINGS, f"page {page + 1}"


def test_no_page_is_blank(long: PdfModel) -> None:
    assert all(elements for _, elements in drawn(long))


def test_no_row_is_torn(long: PdfModel) -> None:
    rows = long.with_role("TR")
    assert len(rows) > 200
    assert all(len(pages_of(row)) == 1 for row in rows)


def test_a_figure_stays_with_its_caption_and_its_source(long: PdfModel) -> None:
    figures = long.with_role("Figure")
    assert len(figures) == 36
    for element in figures:
        assert element.parent is not None
        assert [kid.role for kid in element.parent.kids] == ["Caption", "P", "Figure", "P"]
        assert len(pages_of(element.parent)) == 1


def test_the_words_of_the_document_come_back_in_order_under_their_kinds() -> None:
    made = with_everything()
    wanted = compact(blocks_of(made))
    assert compact(spoken(PdfModel(make_pdf(made).data)))[-len(wanted) :] == wanted


def test_a_second_reader_finds_the_same_structure() -> None:
    data = make_pdf(with_everything()).data
    opened = pypdfium2.PdfDocument(data)
    found = Counter[str]()
    for page in opened:
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            _count(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), found)
        pdfium.FPDF_StructTree_Close(tree)
        page.close()
    opened.close()
    ours = PdfModel(data)
    for kind in ("H1", "H2", "LI", "TR", "TH", "TD", "Figure"):
        assert found[kind] == len(ours.with_role(kind)) > 0


def _count(element: object, found: Counter[str]) -> None:
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    text = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, text, size)
    found[text.raw.decode("utf-16-le").rstrip("\x00")] += 1
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        kid = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
        if kid:
            _count(kid, found)


def test_a_time_line_may_lie_on_a3() -> None:
    made = document(blocks=(Section((Heading("Tijdlijn"), figure()), landscape=True, paper=Paper.A3),))
    page = PdfModel(make_pdf(made).data).reader.pages[-1]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (1191, 842)


def test_a_cell_of_twenty_thousand_words_goes_on_over_pages_without_losing_one() -> None:
    table = TableBlock((Column("A"), Column("B")), (TableRow(("kort", "woord " * 20_000)),), "Tabel")
    pdf = make_pdf(document(blocks=(Section((Heading("Lang"), table)),)))
    said = dict(compact(spoken(PdfModel(pdf.data))))
    assert pdf.cut == 0
    assert said["TD"] == "woord" * 20_000


def test_two_equal_sections_are_two_parts_of_the_structure() -> None:
    twice = Section((Heading("Zelfde"), Paragraph("tekst")))
    model = PdfModel(make_pdf(document(blocks=(twice, twice))).data)
    assert [text for role, text in compact(spoken(model)) if role == "H"] == ["Zelfde", "Zelfde"]
    assert len({pages_of(e).pop() for e in model.with_role("H1")}) == 2


def test_letters_that_are_rare_are_shown_and_read() -> None:
    text = "Ιωάννης Привет Dvořák"
    pdf = make_pdf(document(blocks=(*sections(2), Section((Heading("Namen"), Paragraph(text))))))
    assert pdf.missing == ()
    assert ("P", "".join(text.split())) in compact(spoken(PdfModel(pdf.data)))


def boxes_to_a_page(parties: int, *before: Paragraph) -> list[int]:
    """How many signatures are set on each page that has any, of so many parties that decided something."""
    people = tuple(Signatory(f"Gemeente {n}", ("Goedkeuring, gemeenteraad, 3 november 2025",)) for n in range(parties))
    signing = SignatureBlock(people, ("Naam en functie", "Datum", "Handtekening"))
    blocks = (*before, Heading("Handtekeningen"), Paragraph("Elke partij tekent."), signing)
    reader = PdfModel(make_pdf(document(blocks=(Section(blocks),))).data).reader
    found = [page.get("/Annots") or () for page in reader.pages]
    names = [[str(note.get_object().get("/T", "")) for note in notes] for notes in found]
    return [count for page in names if (count := sum(name.endswith("-3") for name in page))]


@pytest.mark.parametrize("parties", range(1, 11))
def test_up_to_ten_parties_sign_on_one_page(parties: int) -> None:
    assert boxes_to_a_page(parties) == [parties]


@pytest.mark.parametrize("parties", [11, 19, 21, 33])
def test_boxes_get_lower_rather_than_take_a_page_for_the_last_of_them(parties: int) -> None:
    found = boxes_to_a_page(parties)
    assert sum(found) == parties
    assert len(found) == -(-parties // 10)


def test_a_few_parties_sign_below_the_text_before_and_many_begin_a_page() -> None:
    short = Paragraph(TEXT)
    assert boxes_to_a_page(4, short) == [4]
    assert boxes_to_a_page(9, *[short] * 5) == [9]


@pytest.mark.parametrize("lines", range(30, 60, 3))
def test_a_remark_below_a_heading_goes_with_it_to_the_text_it_is_about(lines: int) -> None:
    above, remark = Paragraph("regel\n" * lines), Paragraph("Dit hoofdstuk is nog een concept.", Tone.REMARK)
    made = document(blocks=(Section((above, Heading("Kop", 2), remark, Paragraph("Slot. " * 40))),))
    texts = [page.extract_text() for page in PdfModel(make_pdf(made).data).reader.pages]
    assert all(("concept" in text) == ("Slot" in text) for text in texts)
