"""What independent programs say of the PDF; those of the system are skipped where they are not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from coopdesk.dossier.pdf.finish import make_pdf
from tests.dossier.reading import blocks_of
from tests.dossier.test_accessible import with_everything


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("checkers") / "dossier.pdf"
    made.write_bytes(make_pdf(with_everything()).data)
    return made


def said(*command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not here")
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_qpdf_finds_no_fault(path: Path) -> None:
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", str(path))


def test_poppler_finds_tags_a_form_and_metadata(path: Path) -> None:
    lines = said("pdfinfo", str(path)).splitlines()
    found = {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}
    assert (found["Tagged"], found["Form"], found["Metadata Stream"]) == ("yes", "AcroForm", "yes")
    assert (found["JavaScript"], found["Encrypted"], found["Suspects"]) == ("no", "no", "no")


def test_poppler_finds_every_font_in_the_file(path: Path) -> None:
    lines = said("pdffonts", str(path)).splitlines()[2:]
    assert len(lines) >= 3
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] or "FIELDS" in line for line in lines)
    assert all(line.split()[-5] == "yes" for line in lines)


def test_poppler_reads_every_word_that_went_in(path: Path) -> None:
    text = "".join(said("pdftotext", "-layout", str(path), "-").split()) + "".join(
        said("pdftotext", "-raw", str(path), "-").split()
    )
    words = {word for role, block in blocks_of(with_everything()) if role != "Figure" for word in block.split()}
    assert [word for word in sorted(words) if word not in text] == []


def test_poppler_lists_the_file_inside(path: Path) -> None:
    assert "cijfers.xlsx" in said("pdfdetach", "-list", str(path))


def test_the_checker_for_accessible_files_finds_nothing(path: Path) -> None:
    checker = Path(sys.executable).with_name("pdfua")
    if not checker.exists():
        pytest.skip("pdfua is not here")
    assert "errors=0 warnings=0 info=0" in said(str(checker), "check", str(path))


def test_nothing_in_the_file_runs_fetches_or_opens(path: Path) -> None:
    reader = PdfReader(BytesIO(path.read_bytes()))
    objects = [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))]
    keys = {key for found in objects if isinstance(found, dict) for key in found}
    assert not keys & {"/AA", "/JS", "/JavaScript", "/OpenAction", "/Launch", "/URI", "/GoToR", "/RichMedia"}
