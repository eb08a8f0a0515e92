"""The user's own logos, cover colour and large sheets in the PDF."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from PIL import Image
from pypdf import PdfReader
from reportlab.lib.colors import HexColor

from coopdesk.dossier.model import (
    Cover,
    Document,
    Fact,
    FactsBlock,
    Furniture,
    Heading,
    Logo,
    Paper,
    Paragraph,
    Section,
)
from coopdesk.dossier.pdf.finish import make_pdf
from coopdesk.dossier.pdf.sheet import COLOUR, contrast, with_cover
from tests.dossier.sample import ON


def picture(width: int, height: int, colour: str) -> bytes:
    target = BytesIO()
    Image.new("RGB", (width, height), colour).save(target, "PNG")
    return target.getvalue()


def document(**cover: object) -> Document:
    logos = (
        Logo(picture(300, 100, "#993300"), 300, 100, "Logo van Lindemeer"),
        Logo(picture(900, 90, "#003399"), 900, 90, "Logo van VDAB"),
    )
    front = Cover("Samenwerkingsdossier", "Voorbeeldstreek", "2026–2031", logos=logos)
    return Document(
        "Dossier",
        "Coopdesk",
        "nl-BE",
        ON,
        Furniture("links", "rechts", "onder"),
        replace(front, **cover),  # type: ignore[arg-type]
        (
            Section((Heading("Cijfers"), FactsBlock((Fact("Graad", "72,6%"),), "Bron: bijlage.xlsx, Blad1, B2"))),
            Section((Heading("Tijdlijn"), Paragraph("Alles op één blad.")), landscape=True, paper=Paper.A3),
        ),
    )


def test_logos_stand_on_the_cover_with_whose_they_are() -> None:
    reader = PdfReader(BytesIO(make_pdf(document()).data))
    assert len(reader.pages[0].images) == 2
    alts = [str(o.get("/Alt")) for o in objects(reader) if "/Alt" in o]
    assert "Logo van Lindemeer" in alts
    assert "Logo van VDAB" in alts


def objects(reader: PdfReader) -> list[dict[str, object]]:
    found, todo = [], [reader.trailer["/Root"]["/StructTreeRoot"]]  # type: ignore[index]
    while todo:
        node = todo.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, dict):
            found.append(node)
            kids = node.get("/K", [])
            todo += kids if isinstance(kids, list) else [kids]
    return found


def test_a_timeline_may_lie_on_a3_and_figures_name_their_source() -> None:
    reader = PdfReader(BytesIO(make_pdf(document()).data))
    sizes = [(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in reader.pages]
    assert sizes == [(595, 842), (595, 842), (1191, 842)]
    assert "Bron: bijlage.xlsx, Blad1, B2" in reader.pages[1].extract_text()


def test_the_same_logos_give_the_same_bytes() -> None:
    assert make_pdf(document()).data == make_pdf(document()).data


def test_text_on_any_cover_colour_can_be_read() -> None:
    for colour in ("#0B5A73", "#FFE615", "#FFFFFF", "#000000", "#777777", "#C00000", "#7BA05B"):
        palette = with_cover(COLOUR, colour)
        assert contrast(palette.on_cover, HexColor(colour)) >= 4.4
        assert contrast(palette.on_cover, palette.cover_shape) >= 4.0
