"""A Drawing as a PNG, for a document that cannot hold vectors with our letters."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from coopdesk.charts.fonts import face
from coopdesk.kernel.turns import PDFIUM


def png(drawing: object, scale: float = 3.0) -> bytes:
    """The drawing on white, `scale` pixels to a point; pdfium draws it, as it draws the pages of the preview."""
    if not isinstance(drawing, Drawing):
        raise TypeError("only a Drawing can be made a picture")
    target = BytesIO()
    options: dict[str, Any] = {"initialFontName": face()}  # which the stubs take for a number
    canvas = Canvas(target, pagesize=(drawing.width, drawing.height), invariant=1, **options)
    vars(drawing)["initialFontName"] = face()
    draw: Any = renderPDF.draw
    draw(drawing, canvas, 0, 0)
    canvas.save()
    with PDFIUM:
        document = pypdfium2.PdfDocument(target.getvalue())
        page = document[0]
        picture = page.render(scale=scale).to_pil().convert("RGB")
        page.close()
        document.close()
    written = BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()
