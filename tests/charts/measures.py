"""Measures of a drawing: where its text lies, and how two renderings of it differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pypdfium2
from PIL import Image, ImageChops
from PySide6.QtGui import QImage
from reportlab.graphics import renderPDF, transform
from reportlab.graphics.shapes import Drawing, Group, String
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from coopdesk.charts.fonts import ASCENT, DESCENT
from coopdesk.charts.model import Box

_TRANSFORM: Any = transform  # its functions are untyped
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class TextBox:
    """A text and the room it takes in drawing units."""

    text: str
    box: Box
    size: float


def text_boxes(drawing: Drawing) -> list[TextBox]:
    """Every string of a drawing with its measured box, transforms included."""
    return list(_walk(drawing, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)))


def _walk(group: Any, matrix: Matrix) -> Iterator[TextBox]:
    here: Matrix = _TRANSFORM.mmult(matrix, group.transform)
    for node in group.contents:
        if isinstance(node, Group):
            yield from _walk(node, here)
        elif isinstance(node, String) and node.text.strip():
            wide = float(stringWidth(node.text, node.fontName, node.fontSize))
            left = node.x - {"start": 0.0, "middle": wide / 2, "end": wide}[node.textAnchor]
            low, high = node.y - DESCENT * node.fontSize, node.y + ASCENT * node.fontSize
            spots = [(left, low), (left + wide, low), (left, high), (left + wide, high)]
            corners = [_TRANSFORM.transformPoint(here, spot) for spot in spots]
            xs, ys = [c[0] for c in corners], [c[1] for c in corners]
            box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            yield TextBox(node.text, box, float(node.fontSize))


def overlaps(boxes: list[TextBox], slack: float = 0.6) -> list[tuple[str, str]]:
    """Pairs of texts that run into each other."""
    found = []
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            wide = min(a.box.x + a.box.width, b.box.x + b.box.width) - max(a.box.x, b.box.x)
            high = min(a.box.y + a.box.height, b.box.y + b.box.height) - max(a.box.y, b.box.y)
            if wide > slack and high > slack:
                found.append((a.text, b.text))
    return found


def page(drawing: Drawing, paper: str = "#FFFFFF", scale: float = 2.0) -> Image.Image:
    """The drawing as a PDF page would show it."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(drawing.width, drawing.height))
    canvas.setFillColor(HexColor(paper))
    canvas.rect(0, 0, drawing.width, drawing.height, stroke=0, fill=1)
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(buffer.getvalue())
    image = document[0].render(scale=scale).to_pil().convert("RGB")
    document.close()
    return image


def seen(image: QImage) -> Image.Image:
    """A screen picture in the same form."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    return Image.frombytes(
        "RGB", (plain.width(), plain.height()), bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine()
    )


def difference(one: Image.Image, two: Image.Image, threshold: int = 64) -> float:
    """Share of pixels of which some colour differs by more than the threshold (of 255)."""
    size = (min(one.width, two.width), min(one.height, two.height))
    off = ImageChops.difference(one.crop((0, 0, *size)), two.crop((0, 0, *size)))
    worst = None
    for band in off.split():
        worst = band if worst is None else ImageChops.lighter(worst, band)
    assert worst is not None
    return sum(worst.histogram()[threshold + 1 :]) / (size[0] * size[1])
