"""A copy that only opens with a password, and everything of the first in it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from coopdesk.dossier.formats import save_copy
from coopdesk.dossier.pdf.finish import Pdf, make_pdf
from coopdesk.dossier.pdf.protection import protected
from coopdesk.dossier.ui.protect import PasswordDialog
from coopdesk.kernel.errors import Invalid
from coopdesk.words.catalogue import Words
from tests.dossier.sample import document

SECRET = "een lange zin"


@pytest.fixture(scope="module")
def pdf() -> Pdf:
    return make_pdf(document(2))


def test_without_the_password_nothing_can_be_read(pdf: Pdf) -> None:
    data = protected(pdf.data, SECRET)
    assert b"Lindemeer" not in data
    reader = PdfReader(BytesIO(data))
    assert reader.is_encrypted
    assert not reader.decrypt("iets anders")


def test_with_the_password_everything_is_there_tags_and_all(pdf: Pdf) -> None:
    reader = PdfReader(BytesIO(protected(pdf.data, SECRET)), password=SECRET)
    assert [page.extract_text() for page in reader.pages] == [
        p.extract_text() for p in PdfReader(BytesIO(pdf.data)).pages
    ]
    assert "/StructTreeRoot" in reader.trailer["/Root"]
    assert reader.trailer["/Encrypt"]["/V"] == 5
    assert reader.trailer["/Encrypt"]["/R"] == 6


@pytest.mark.parametrize("password", ["", "kort", "x" * 61])
def test_a_password_that_protects_nothing_is_refused(pdf: Pdf, password: str) -> None:
    with pytest.raises(Invalid):
        protected(pdf.data, password)


def test_a_copy_is_saved_once_it_opens_with_the_password_and_not_without(pdf: Pdf, tmp_path: Path) -> None:
    save_copy(pdf, SECRET, tmp_path / "kopie.pdf")
    assert len(PdfReader(tmp_path / "kopie.pdf", password=SECRET).pages) == pdf.pages


def test_the_dialog_waits_for_a_password_that_is_long_enough(qtbot: QtBot, qapp: Any, words: Words) -> None:
    asked: list[str] = []
    dialog = PasswordDialog(None, words, asked.append)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.line, "geheim1")
    assert not dialog.button.isEnabled()
    qtbot.keyClicks(dialog.line, "2")
    dialog.button.click()
    assert asked == ["geheim12"]
