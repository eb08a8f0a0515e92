from __future__ import annotations

import errno
from pathlib import Path

import pytest

from coopdesk.dossier.pdf.finish import make_pdf
from coopdesk.dossier.saving import save_pdf
from coopdesk.kernel.errors import Refused
from tests.dossier.sample import document

PDF = make_pdf(document(3))


def test_the_file_is_what_was_made_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "Dossier.pdf"
    out.write_bytes(b"oud")
    save_pdf(PDF.data, PDF.pages, out)
    assert out.read_bytes() == PDF.data
    assert [path.name for path in tmp_path.iterdir()] == ["Dossier.pdf"]


def test_an_open_target_is_tried_again_and_then_refused_with_the_old_pdf_whole(tmp_path: Path) -> None:
    out, waited = tmp_path / "Dossier.pdf", list[float]()
    out.write_bytes(b"oud")

    def held(source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "open in a reader")

    with pytest.raises(Refused) as told:
        save_pdf(PDF.data, PDF.pages, out, held, waited.append)
    assert told.value.fields == {"name": "Dossier.pdf"}
    assert out.read_bytes() == b"oud"
    assert [path.name for path in tmp_path.iterdir()] == ["Dossier.pdf"]
    assert 1 < len(waited) < 10


def test_a_target_that_lets_go_in_time_is_replaced(tmp_path: Path) -> None:
    out, tries = tmp_path / "Dossier.pdf", list[int]()

    def slow(source: Path, target: Path) -> None:
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "open in a reader")
        source.replace(target)

    save_pdf(PDF.data, PDF.pages, out, slow, lambda _: None)
    assert out.read_bytes() == PDF.data


def test_a_full_disk_is_refused_with_the_old_pdf_whole(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full disk to write to")
    from coopdesk.dossier.saving import _write

    with pytest.raises(Refused, match="full"):
        _write(PDF.data, Path("/dev/full"))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Choose another folder"):
        save_pdf(PDF.data, PDF.pages, tmp_path / "weg" / "Dossier.pdf")


def test_a_file_that_does_not_read_back_replaces_nothing(tmp_path: Path) -> None:
    out = tmp_path / "Dossier.pdf"
    out.write_bytes(b"oud")
    with pytest.raises(Refused, match="read back"):
        save_pdf(PDF.data, PDF.pages + 1, out)
    with pytest.raises(Refused, match="read back"):
        save_pdf(b"geen pdf", 1, out)
    assert out.read_bytes() == b"oud"
