"""The PDF against every condition of the Matterhorn Protocol that a machine can judge."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from coopdesk.dossier.model import Attachment, Document, Heading, Logo, Paragraph, Section
from coopdesk.dossier.pdf.finish import make_pdf
from tests.dossier.breakage.damage import BREAKAGES
from tests.dossier.breakage.tool import Broken
from tests.dossier.matterhorn.checks import CHECKS
from tests.dossier.matterhorn.model import PdfModel
from tests.dossier.sample import document, sections


def with_everything() -> Document:
    """Every kind of block, a logo, a file inside, and a passage in another language."""
    target = BytesIO()
    Image.new("RGB", (40, 20), "#7A1E2C").save(target, "PNG")
    made = document(4)
    assert made.cover is not None
    foreign = Section((Heading("Summary", language="en"), Paragraph("Coördinatie, één-op-één, ruïne.", language="en")))
    return replace(
        made,
        cover=replace(made.cover, logos=(Logo(target.getvalue(), 40, 20, "Wapen van Lindemeer"),)),
        sections=(*sections(4), foreign),
        attachments=(Attachment("cijfers.xlsx", b"x", "application/octet-stream", "De cijfers"),),
    )


@pytest.fixture(scope="module")
def dossier() -> bytes:
    return make_pdf(with_everything()).data


@pytest.fixture(scope="module")
def model(dossier: bytes) -> PdfModel:
    return PdfModel(dossier)


@pytest.mark.parametrize("number", sorted(CHECKS))
def test_a_screen_reader_meets_none_of_the_failure_conditions(number: str, model: PdfModel) -> None:
    assert list(CHECKS[number](model)) == []


def test_all_machine_conditions_are_there() -> None:
    assert len(CHECKS) == 87


def test_a_field_that_is_filled_in_stays_readable(dossier: bytes) -> None:
    filled = Broken(dossier)
    filled.fill_in()
    model = PdfModel(filled.save())
    assert {number: found for number, check in CHECKS.items() if (found := list(check(model)))} == {}


@pytest.mark.parametrize("number", sorted(BREAKAGES))
def test_each_check_finds_the_damage_it_is_there_for(number: str, dossier: bytes) -> None:
    broken = Broken(dossier)
    BREAKAGES[number](broken)
    assert list(CHECKS[number](PdfModel(broken.save())))
