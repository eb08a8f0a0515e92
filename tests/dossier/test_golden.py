"""Pages and words as they were looked at and found good: of every document there is, and of a sample with every block.

After a change that is meant: `GOLDEN=1 python -m pytest tests/dossier/test_golden.py`, and look at what changed.
Both are read by pdfium, which the lock holds at one version, so that they are the same on every computer.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from coopdesk.desk.desk import Desk
from coopdesk.dossier.pdf.finish import make_pdf
from coopdesk.kernel.clock import FixedClock
from coopdesk.storage.attachments import Attachments
from coopdesk.storage.unit import SqlLedger
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.work import SqlWork
from tests.conftest import TODAY
from tests.dossier.every import NAMES, Maker, every_document
from tests.dossier.sample import document

GOLDEN = Path(__file__).with_name("golden")
SCALE = 0.18  # pixels to a point: enough for a missing figure or another grid, too little for the edge of a letter
ACROSS = 6  # pages
HASH = re.compile(r"\b[0-9a-f]{64}\b")  # of a plan with ids that are new each time
FURTHEST = 40  # of 255, after a blur

Documents = Mapping[str, Maker]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory, example: tuple[bytes, str]) -> Documents:
    """Every document in both languages, and those for print without colour, by name."""
    folder, clock = tmp_path_factory.mktemp("golden"), FixedClock(TODAY)
    path, attachments = folder / "desk.db", Attachments(folder / "attachments")
    data, area = example
    path.write_bytes(data)
    desk = Desk(SqlLedger(path, lambda rows: SqlWork(rows, attachments), clock, "test"))
    gazetteer = open_gazetteer(offers_invented=True)
    found: dict[str, Maker] = {}
    for language in ("nl", "en"):
        made = every_document(desk, area, clock, gazetteer, language)
        found |= {f"{name}.{language}": maker for name, maker in made.items()}
    grey = every_document(desk, area, clock, gazetteer, "nl", colour=False)
    found |= {f"{name}.grey": maker for name, maker in grey.items()}
    found["sample.nl"] = lambda: make_pdf(document(12))
    found["sample.grey"] = lambda: make_pdf(document(12, colour=False))
    return {name: cache(maker) for name, maker in found.items()}


def looked_at(data: bytes) -> Image.Image:
    """All pages beside and below each other."""
    opened = pypdfium2.PdfDocument(data)
    pictures = [page.render(scale=SCALE).to_pil().convert("RGB") for page in opened]
    opened.close()
    wide, high = max(p.width for p in pictures) + 4, max(p.height for p in pictures) + 4
    sheet = Image.new("RGB", (wide * min(len(pictures), ACROSS), high * -(-len(pictures) // ACROSS)), "#808080")
    for at, picture in enumerate(pictures):
        sheet.paste(picture, (at % ACROSS * wide, at // ACROSS * high))
    return sheet


def read(data: bytes) -> str:
    """The words of all pages, a line for each line that is printed."""
    opened, texts = pypdfium2.PdfDocument(data), []
    for page in opened:
        words = page.get_textpage()
        texts.append(words.get_text_range().replace("\r\n", "\n"))
        words.close()
        page.close()
    opened.close()
    return HASH.sub("(hash)", "\n\f\n".join(texts)) + "\n"


def kept(name: str, made: bytes) -> bytes:
    """What was found good; with GOLDEN set, what was just made."""
    path = GOLDEN / name
    if os.environ.get("GOLDEN"):
        path.write_bytes(made)
    return path.read_bytes()


@pytest.mark.parametrize("name", ["sample.nl", *(f"{n}.{language}" for n in NAMES for language in ("nl", "en"))])
def test_a_document_says_what_it_did(documents: Documents, name: str) -> None:
    text = read(documents[name]().data)
    assert kept(f"{name}.txt", text.encode()).decode() == text


@pytest.mark.parametrize(
    "name", [*(f"{n}.nl" for n in ("sample", *NAMES)), "sample.grey", "vdab.grey", "one_page.grey"]
)
def test_the_pages_of_a_document_look_as_they_did(documents: Documents, name: str) -> None:
    sheet, target = looked_at(documents[name]().data), BytesIO()
    sheet.save(target, "PNG", optimize=True)
    with Image.open(BytesIO(kept(f"{name}.png", target.getvalue()))) as found:
        before = found.convert("RGB")
    assert before.size == sheet.size, "another number of pages"
    soft = [picture.filter(ImageFilter.GaussianBlur(2)) for picture in (before, sheet)]
    worst = max(high for _, high in ImageChops.difference(*soft).getextrema())
    assert worst < FURTHEST
