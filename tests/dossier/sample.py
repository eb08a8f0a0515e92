"""A document made by hand with every kind of block, in Dutch, about invented places."""

from __future__ import annotations

from datetime import date

from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import HexColor

from coopdesk.charts.fonts import read_fonts
from coopdesk.dossier.model import (
    Align,
    Bullets,
    Column,
    Cover,
    Document,
    Fact,
    FactsBlock,
    FigureBlock,
    Furniture,
    Heading,
    Paragraph,
    Section,
    Signatory,
    SignatureBlock,
    TableBlock,
    TableRow,
    Tone,
)

ON = date(2026, 1, 1)
RATES = (("Kreekhoven", "78,4"), ("Beukelaar", "76,1"), ("Sint-Amelberga", "74,9"), ("Lindemeer", "68,3"))
TEXT = (
    "In 2025 werkt 72,6% van de 20- tot 64-jarigen in de Voorbeeldstreek. Dat is 1,7 procentpunt meer dan in 2020, "
    "maar 7,4 procentpunt onder het doel van 80%. Om dat doel te halen zijn bij gelijke bevolking 5.160 extra "
    "werkenden nodig. Bijna drie op de vier van hen wonen in Lindemeer (2.214) of Wilgenrode (1.508)."
)


def bars(width: float, colour: bool) -> Drawing:
    """A small bar chart."""
    read_fonts()
    drawing = Drawing(width, 120)
    for at, (name, value) in enumerate(RATES):
        share = float(value.replace(",", ".")) / 100
        drawing.add(String(0, 100 - 26 * at, name, fontName="SourceSans3", fontSize=9))
        fill = HexColor("#0B5A73" if colour else "#333333")
        drawing.add(Rect(100, 95 - 26 * at, (width - 100) * share, 14, fillColor=fill, strokeColor=None))
    return drawing


def rates_table(caption: str = "Tabel 2.1 – Werkzaamheidsgraad per gemeente") -> TableBlock:
    rows = tuple(TableRow((name, value, "3,2", "1.508")) for name, value in RATES)
    total = TableRow(("Voorbeeldstreek", "72,6", "7,4", "5.160"), strong=True)
    columns = (
        Column("Gemeente", weight=2),
        Column("2025", Align.RIGHT),
        Column("Kloof tot 80%", Align.RIGHT),
        Column("Extra nodig", Align.RIGHT),
    )
    return TableBlock(columns, (*rows, total), caption, "Bron: voorbeeldgegevens (fictief).")


def actions_table(count: int) -> TableBlock:
    columns = tuple(Column(t) for t in ("Nr.", "Actie", "Trekker", "Periode", "Budget", "Status"))
    rows = tuple(
        TableRow(
            (
                f"1.{n}",
                f"Actie {n}: jobbeurs voor 50-plussers in de bibliotheek, samen met werkgevers uit de streek",
                "Lokale economie Lindemeer",
                "1 jan 2026 – 30 jun 2026",
                "€ 12.500",
                "Lopend",
            )
        )
        for n in range(1, count + 1)
    )
    return TableBlock(columns, rows, "Tabel 4.1 – Acties")


def figure() -> FigureBlock:
    return FigureBlock(
        caption="Figuur 2.1 – Geen enkele gemeente haalt 80%; Lindemeer blijft het verst achter",
        subtitle="Werkzaamheidsgraad 20–64 jaar, 2025, in %",
        source="Bron: voorbeeldgegevens (fictief).",
        alt="Staafdiagram van de werkzaamheidsgraad: Kreekhoven 78,4%, Lindemeer 68,3%.",
        draw=bars,
        twin=rates_table(),
    )


def sections(actions: int = 40) -> tuple[Section, ...]:
    chapter = (
        Heading("Situering"),
        Paragraph("De Voorbeeldstreek telt acht gemeenten.", Tone.LEAD),
        Paragraph(TEXT),
        Bullets(("Lindemeer trekt het overleg.", "VDAB levert de cijfers.", "De stuurgroep komt vier keer samen.")),
        Heading("Kloof naar 80%"),
        Heading("Werkzaamheidsgraad", 2),
        FactsBlock(
            (
                Fact("Werkzaamheidsgraad 2025", "72,6%", "Vlaanderen 76,8%"),
                Fact("Kloof tot 80%", "7,4 pp"),
                Fact("Extra werkenden nodig", "5.160", "bij gelijke bevolking"),
                Fact("Sinds 2020", "+1,7 pp"),
            )
        ),
        Paragraph(TEXT),
        figure(),
        Paragraph("Dit hoofdstuk is nog een concept.", Tone.REMARK),
    )
    signing = (
        Heading("Handtekeningen"),
        SignatureBlock(
            (
                Signatory("Gemeente Lindemeer", ("Gemeenteraad, 3 november 2025",)),
                Signatory("OCMW Lindemeer"),
                Signatory("VDAB", ("Provinciaal directeur",)),
            ),
            ("Naam en functie", "Datum", "Handtekening"),
        ),
    )
    plan = (Heading("Actieplan"), Heading("Meer inwoners aan het werk", 2), actions_table(actions))
    return Section(chapter), Section(plan, landscape=True), Section(signing)


def document(actions: int = 40, *, colour: bool = True, blocks: tuple[Section, ...] | None = None) -> Document:
    return Document(
        title="Dossier Voorbeeldstreek",
        author="Coopdesk",
        language="nl-BE",
        on=ON,
        furniture=Furniture(
            header_left="Voorbeeldstreek · Samenwerkingsdossier",
            header_right="Concept",
            footer_left="Opgemaakt op 1 januari 2026",
            page="Pagina {page} van {total}",
            contents="Inhoud",
            contents_line="{title}, pagina {page}",
        ),
        cover=Cover(
            "Samenwerkingsdossier",
            "Samen naar 80% in de Voorbeeldstreek",
            "Analyse, actieplan en overeenkomst 2026–2031",
            (Fact("Gebied", "8 gemeenten"), Fact("Stand", "Concept"), Fact("Datum", "1 januari 2026")),
            "Kreekhoven, Beukelaar, Sint-Amelberga, Wilgenrode, Lindemeer en drie andere gemeenten.",
        ),
        sections=sections(actions) if blocks is None else blocks,
        colour=colour,
    )
