"""The same content by another engine; run by a Python that has it: `python paper_peers.py typst`."""

from __future__ import annotations

import html
import json
import resource
import sys
import time
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from paper_rows import CHAPTERS, HEAD, TEXT, chapter

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def typst() -> int:
    import typst as engine

    data = json.dumps([[list(row) for row in chapter(at)] for at in range(CHAPTERS)])
    source = """#set document(title: "Dossier")
    #set page(margin: 20mm); #set text(font: "Source Sans 3", size: 9pt, lang: "nl"); #outline()
    #let all = json(bytes(sys.inputs.data))
    #for (at, rows) in all.enumerate() [
      #pagebreak()
      #heading[Hoofdstuk #(at + 1)]
      #sys.inputs.text
      #table(columns: (1fr, 6fr, 3fr, 3fr, 2fr, 1.5fr), table.header(..json(bytes(sys.inputs.head))), ..rows.flatten())
    ]"""
    made = engine.compile(
        source.encode(), font_paths=[str(FONTS)], format="pdf",
        sys_inputs={"data": data, "text": TEXT, "head": json.dumps(HEAD)}, pdf_standards=["ua-1"],
    )  # fmt: skip
    return len(made)


def fpdf2() -> int:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_font("S", "", str(FONTS / "SourceSans3-Regular.ttf"))
    pdf.add_font("S", "B", str(FONTS / "SourceSans3-Semibold.ttf"))
    for at in range(CHAPTERS):
        pdf.add_page()
        pdf.start_section(f"Hoofdstuk {at + 1}")
        pdf.set_font("S", size=9)
        pdf.multi_cell(0, 5, TEXT)
        with pdf.table(col_widths=(7, 37, 20, 16, 11, 9), line_height=4) as table:
            for row in (HEAD, *chapter(at)):
                table.row(row)
    return len(pdf.output())


def weasyprint() -> int:
    from weasyprint import HTML

    def cells(row: tuple[str, ...], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in row) + "</tr>"

    body = "".join(
        f"<h1>Hoofdstuk {at + 1}</h1><p>{html.escape(TEXT)}</p><table><thead>{cells(HEAD, 'th')}</thead>"
        f"<tbody>{''.join(cells(row, 'td') for row in chapter(at))}</tbody></table>"
        for at in range(CHAPTERS)
    )
    style = "<style>@page{size:A4;margin:20mm} body{font:9pt 'Source Sans 3',sans-serif} h1{break-before:page}</style>"
    target = BytesIO()
    HTML(string=f"<html lang=nl><title>x</title>{style}{body}").write_pdf(target, pdf_variant="pdf/ua-1")
    return len(target.getvalue())


if __name__ == "__main__":
    began = time.perf_counter()
    size = {"typst": typst, "fpdf2": fpdf2, "weasyprint": weasyprint}[sys.argv[1]]()
    wall, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    # An engine that works on several cores is judged by the clock, one that waits for the machine by what it used.
    seconds = min(wall, used.ru_utime + used.ru_stime)
    sys.stdout.write(json.dumps({"seconds": seconds, "size": size, "memory": used.ru_maxrss / 1024}))
