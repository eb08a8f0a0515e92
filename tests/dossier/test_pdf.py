from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.graphics.shapes import Drawing, String

from coopdesk.dossier.model import (
    Bullets,
    Column,
    Document,
    FigureBlock,
    Heading,
    Paragraph,
    Section,
    TableBlock,
    TableRow,
)
from coopdesk.dossier.pdf.finish import make_pdf
from coopdesk.dossier.pdf.parts import PartCache
from tests.dossier.sample import bars, document, figure


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def flat(texts: list[str]) -> str:
    return " ".join(" ".join(texts).split())


def tree(data: bytes) -> list[str]:
    """The roles of the structure tree in reading order."""
    found: list[str] = []

    def walk(node: object) -> None:
        if hasattr(node, "get_object"):
            node = node.get_object()
        if isinstance(node, list):
            for kid in node:
                walk(kid)
        elif isinstance(node, dict):
            if "/S" in node and node.get("/Type") == "/StructElem":
                found.append(str(node["/S"]).removeprefix("/"))
            if "/K" in node:
                walk(node["/K"])

    walk(PdfReader(BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def of(*blocks: object) -> Document:
    return document(blocks=(Section(tuple(blocks)),))  # type: ignore[arg-type]


def test_every_word_of_the_document_is_in_the_pdf() -> None:
    text = flat(pages(make_pdf(document()).data))
    for words in (
        "Samen naar 80%",
        "7,4 procentpunt onder het doel",
        "Sint-Amelberga",
        "Extra nodig",
        "OCMW Lindemeer",
    ):
        assert words in text


def test_every_font_is_embedded() -> None:
    reader = PdfReader(BytesIO(make_pdf(document()).data))
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_pages_say_which_of_how_many_they_are() -> None:
    pdf = make_pdf(document())
    shown = pages(pdf.data)
    assert len(shown) == pdf.pages
    for number, text in enumerate(shown[1:], start=2):
        assert f"Pagina {number} van {pdf.pages}" in text


def test_bookmarks_lead_to_the_pages_of_their_headings() -> None:
    data = make_pdf(document()).data
    reader, shown = PdfReader(BytesIO(data)), pages(data)

    def leaves(entries: list[object]) -> list[object]:
        return [leaf for e in entries for leaf in (leaves(e) if isinstance(e, list) else [e])]

    found = {e.title: reader.get_destination_page_number(e) for e in leaves(reader.outline)}  # type: ignore[attr-defined]
    assert list(found) == ["Situering", "Kloof naar 80%", "Werkzaamheidsgraad", "Actieplan",
                           "Meer inwoners aan het werk", "Handtekeningen"]  # fmt: skip
    assert all(title in shown[at] for title, at in found.items() if at is not None)
    assert found["Handtekeningen"] == len(shown) - 1


def test_the_contents_name_the_page_of_each_heading() -> None:
    data = make_pdf(document()).data
    assert f"Handtekeningen {len(pages(data))}" in flat([pages(data)[1]])


def test_a_screen_reader_finds_headings_tables_and_figures_in_reading_order() -> None:
    roles = tree(make_pdf(document()).data)
    for role in ("H1", "H2", "P", "LI", "Table", "TH", "TD", "Figure", "Caption", "TOCI"):
        assert role in roles
    assert roles.index("Caption", roles.index("H2")) < roles.index("Figure")


@pytest.mark.parametrize("colour", [True, False])
def test_equal_documents_give_equal_bytes(colour: bool) -> None:
    assert make_pdf(document(colour=colour)).data == make_pdf(document(colour=colour)).data


def test_what_was_laid_out_before_changes_no_byte() -> None:
    cache, first = PartCache(), document(30)
    other = replace(first, sections=(*first.sections[:1], Section((Heading("Nieuw"), Paragraph("Ἀθῆναι"), figure()))))
    for made in (first, other, first, replace(first, colour=False), other):
        assert make_pdf(made, cache=cache).data == make_pdf(made).data


def test_a_chart_with_another_figure_is_drawn_anew() -> None:
    def taller(width: float, colour: bool) -> Drawing:
        drawing = bars(width, colour)
        drawing.add(String(0, 10, "nieuw cijfer", fontName="SourceSans3", fontSize=9))
        return drawing

    cache = PartCache()
    make_pdf(of(Heading("Kaart"), figure()), cache=cache)
    changed = make_pdf(of(Heading("Kaart"), replace(figure(), draw=taller)), cache=cache)
    assert "nieuw cijfer" in flat(pages(changed.data))


def test_the_date_is_an_input_that_changes_the_bytes() -> None:
    first = document(5)
    assert make_pdf(first).data != make_pdf(replace(first, on=first.on.replace(year=2027))).data


def test_a_long_table_repeats_its_header_and_tears_no_row() -> None:
    shown = [text for text in pages(make_pdf(document(120)).data) if "jobbeurs" in text]
    assert len(shown) > 3
    for text in shown:
        assert "Trekker" in text
        assert text.count("Actie ") - text.count("Actieplan") >= 2
        assert " ".join(text.split()).count("in de bibliotheek") == text.count("1 jan 2026")


@pytest.mark.parametrize("rows", range(8, 27))
def test_the_header_of_a_table_stands_once_on_a_page_and_the_last_page_has_more_than_a_row(rows: int) -> None:
    shown = [text for text in pages(make_pdf(document(rows)).data) if "jobbeurs" in text]
    assert [text.count("Trekker") for text in shown] == [1] * len(shown)
    assert shown[-1].count("jobbeurs") >= 2


@pytest.mark.parametrize("lines", range(20, 46))
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(lines: int) -> None:
    blocks = [Paragraph(f"regel {n}") for n in range(lines)]
    shown = pages(make_pdf(of(*blocks, Heading("Kop van de figuur"), figure())).data)
    where = next(at for at, text in enumerate(shown) if at > 1 and "Kop van de figuur" in text)
    assert "Figuur 2.1" in shown[where]
    assert "Bron: voorbeeldgegevens" in shown[where]


@pytest.mark.parametrize("rows", range(30, 44))
def test_no_page_is_blank_wherever_the_last_table_ends(rows: int) -> None:
    table = TableBlock(
        (Column("Naam"), Column("Waarde")), tuple(TableRow((f"rij {n}", "1")) for n in range(rows)), "Tabel 1"
    )
    shown = pages(make_pdf(of(Heading("Cijfers"), table)).data)
    assert all(len(text.split()) > 12 for text in shown[2:])


@pytest.mark.parametrize(
    "text",
    ['x</para><para>y', '<img src="file:///etc/hostname"/>', '<img src="http://127.0.0.1/a.png"/>', "<b>vet</b> & <i>",
     '<font color="[ [ getattr(pow,Word(\'__globals__\')) ] ]">x</font>', "Jan & co <5 personen, a<b>c"],
)  # fmt: skip
def test_markup_in_what_people_type_stays_text(text: str) -> None:
    shown = flat(pages(make_pdf(of(Heading(text), Paragraph(text), Bullets((text,)))).data))
    assert shown.count(" ".join(text.split())) >= 2


def test_characters_without_a_shape_are_reported_and_shown_as_missing() -> None:
    pdf = make_pdf(of(Heading("Titel"), Paragraph("Beste 😀 lezer ش")))
    assert pdf.missing == ("ش", "😀")
    assert "Beste" in flat(pages(pdf.data))


def test_an_endless_word_and_an_endless_cell_come_through() -> None:
    cell = "woord " * 4000
    table = TableBlock((Column("A"), Column("B")), (TableRow(("x" * 20_000, cell)),), "Tabel")
    text = flat(pages(make_pdf(of(Heading("Lang"), Paragraph("y" * 50_000), table)).data))
    assert text.count("woord") == 4000
    assert text.count("y") >= 50_000


def test_a_text_beyond_all_measure_is_shortened_and_says_so() -> None:
    pdf = make_pdf(of(Heading("Lang"), Paragraph("woord " * 60_000)))
    assert pdf.cut == 1


def test_a_text_of_many_pages_fills_each_of_them_to_the_last_line() -> None:
    text = "\n".join(f"regel {number}" for number in range(600))
    read = pages(make_pdf(of(Heading("Lang"), Paragraph(text), Paragraph("Erna."))).data)
    lines = [[int(word) for word in re.findall(r"regel (\d+)", page)] for page in read]
    assert [number for page in lines for number in page] == list(range(600))
    assert len({len(page) for page in lines if page and page[0] > 0 and page[-1] < 599}) == 1
    assert "Erna." in read[-1]


def test_grey_pages_hold_no_colour() -> None:
    import pypdfium2

    opened = pypdfium2.PdfDocument(make_pdf(document(colour=False)).data)
    for page in opened:
        picture = page.render(scale=0.5).to_pil().convert("RGB")
        assert all(max(pixel) - min(pixel) < 12 for _, pixel in picture.getcolors(1 << 20))
    opened.close()


def test_a_drawing_that_is_too_large_is_made_to_fit() -> None:
    huge = FigureBlock("Figuur", "", "", "Groot", lambda width, colour: bars(width * 3, colour))
    assert make_pdf(of(Heading("Groot"), huge)).pages == 3
