"""Pages and words as they were looked at and found good.

After a change that is meant: `GOLDEN=1 python -m pytest tests/dossier/test_golden.py`, and look at the pictures.
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from coopdesk.dossier.pdf.finish import make_pdf
from tests.dossier.sample import document

GOLDEN = Path(__file__).with_name("golden")
SCALE = 0.25  # pixels to a point: enough for a missing figure or another grid, too little for the edge of a letter
FURTHEST = 40  # of 255, after a blur


def pages(*, colour: bool) -> tuple[Image.Image, str]:
    """All pages of the sample beside each other, and their words."""
    opened = pypdfium2.PdfDocument(make_pdf(document(12, colour=colour)).data)
    pictures, texts = [], []
    for page in opened:
        pictures.append(page.render(scale=SCALE).to_pil().convert("RGB"))
        words = page.get_textpage()
        texts.append(words.get_text_range().replace("\r\n", "\n"))
        words.close()
        page.close()
    opened.close()
    sheet = Image.new("RGB", (sum(p.width + 4 for p in pictures), max(p.height for p in pictures)), "#808080")
    left = 0
    for picture in pictures:
        sheet.paste(picture, (left, 0))
        left += picture.width + 4
    return sheet, "\n\f\n".join(texts)


def kept(name: str, made: bytes) -> bytes:
    """What was found good; with GOLDEN set, what was just made."""
    path = GOLDEN / name
    if os.environ.get("GOLDEN"):
        path.write_bytes(made)
    return path.read_bytes()


@pytest.mark.parametrize("colour", [True, False])
def test_the_pages_look_as_they_did(colour: bool) -> None:
    sheet, _ = pages(colour=colour)
    target = BytesIO()
    sheet.quantize(64).save(target, "PNG", optimize=True)
    with Image.open(BytesIO(kept("colour.png" if colour else "grey.png", target.getvalue()))) as found:
        before = found.convert("RGB")
    assert before.size == sheet.size
    soft = [picture.filter(ImageFilter.GaussianBlur(2)) for picture in (before, sheet)]
    worst = max(high for _, high in ImageChops.difference(*soft).getextrema())
    assert worst < FURTHEST


def test_the_pages_say_what_they_did() -> None:
    _, text = pages(colour=True)
    assert kept("pages.txt", text.encode()).decode() == text
