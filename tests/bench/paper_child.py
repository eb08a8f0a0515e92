"""One measurement of the paper benchmark, in a process of its own."""

from __future__ import annotations

import json
import resource
import sys
import time
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate, TableStyle

from coopdesk.charts.fonts import REGULAR, STRONG, face
from coopdesk.dossier.model import Column, Document, Heading, Section, TableBlock, TableRow
from coopdesk.dossier.model import Paragraph as Words
from coopdesk.dossier.pdf.finish import make_pdf
from coopdesk.dossier.pdf.parts import PartCache
from coopdesk.dossier.pdf.wrapping import LineWrapper
from tests.bench.paper_rows import CHAPTERS, HEAD, TEXT, chapter
from tests.dossier.sample import document, figure

WIDTHS = (34.0, 178.0, 96.0, 76.0, 54.0, 43.0)


def table(at: int) -> TableBlock:
    return TableBlock(tuple(map(Column, HEAD)), tuple(map(TableRow, chapter(at))), f"Tabel {at + 1}")


def whole() -> Document:
    """Twenty chapters with text, a chart and 250 rows each."""
    chapters = (Section((Heading(f"Hoofdstuk {at + 1}"), Words(TEXT), figure(), table(at))) for at in range(CHAPTERS))
    return document(blocks=tuple(chapters))


def ours() -> int:
    return make_pdf(whole()).pages


def floor() -> int:
    """Headings, text and tables in reportlab alone."""
    face(REGULAR), face(STRONG)
    wrapper, story = LineWrapper(REGULAR, 9), []
    heading = ParagraphStyle("h", fontName=STRONG, fontSize=20, leading=25)
    body = ParagraphStyle("b", fontName=REGULAR, fontSize=10.5, leading=15)
    style = TableStyle([("FONT", (0, 0), (-1, -1), REGULAR, 9, 11.5), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                        ("LINEBELOW", (0, 0), (-1, -1), 0.5, "#C3CCD5")])  # fmt: skip
    for at in range(CHAPTERS):
        story += [Paragraph(f"Hoofdstuk {at + 1}", heading), Paragraph(TEXT, body), figure().draw(481, True)]
        rows = [[wrapper.wrap(c, w - 10) for c, w in zip(row, WIDTHS, strict=True)] for row in (HEAD, *chapter(at))]
        story += [LongTable(rows, colWidths=WIDTHS, repeatRows=1, style=style), PageBreak()]
    made = SimpleDocTemplate(BytesIO(), pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, topMargin=27 * mm,
                             bottomMargin=24 * mm, initialFontName=REGULAR)  # fmt: skip
    made.build(story)
    return int(made.page)


def preview() -> tuple[int, float]:
    """A dossier of some forty pages in which one paragraph changes: from document to pages."""

    def made(text: str) -> Document:
        long = [Words(TEXT) for _ in range(34)]
        chapters = [Section((Heading(f"Hoofdstuk {n}"), *long, figure())) for n in range(9)]
        changed = Section((Heading("Gewijzigd"), Words(text), *long, figure()))
        return document(blocks=(*chapters, changed))

    cache = PartCache()
    pages = make_pdf(made("voor"), cache=cache).pages
    began = time.perf_counter()
    make_pdf(made("na"), cache=cache)
    return pages, (time.perf_counter() - began) * 1000


def main(what: str) -> None:
    began, milliseconds = time.perf_counter(), 0.0
    if what == "preview":
        pages, milliseconds = preview()
    else:
        pages = {"ours": ours, "floor": floor}[what]()
    used = resource.getrusage(resource.RUSAGE_SELF)
    sys.stdout.write(json.dumps({
        "seconds": used.ru_utime + used.ru_stime, "wall": time.perf_counter() - began, "pages": pages,
        "memory": used.ru_maxrss / 1024, "milliseconds": milliseconds,
    }))  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1])
