"""Files that are broken, wrong or malicious: each is refused by name, and nothing hangs."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from coopdesk.annex.sheet.limits import Limits
from coopdesk.annex.sheet.model import CellKind
from coopdesk.annex.sheet.process import open_book
from coopdesk.annex.sheet.reader import read_book
from coopdesk.annex.sheet.refusal import OTHERS, REASONS, Unreadable
from coopdesk.kernel.errors import Cancelled, Refused
from coopdesk.words.catalogue import Words

Write = Callable[..., Path]


def verdict(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        read_book(path)
    return caught.value.code


@pytest.fixture
def good(write: Write) -> bytes:
    return write([["Gemeente", "Begin"], ["Aalst", 2022]]).read_bytes()


def with_part(good: Path, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part changed."""
    other = good.with_name("veranderd.xlsx")
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            target.writestr(info.filename, change(content) if info.filename == name else content)
    return other.read_bytes()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 ...", "not_a_sheet"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "not_a_sheet"),
        (b'{"records": []}', "not_a_sheet"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600, "encrypted"),
        (b"Gemeente;Begin\nAalst\x81;2022\n", "encoding"),
        (b"\x05Jan" + b"\x20" * 160 + b"\x00", "owner"),
    ],
)
def test_a_wrong_file_is_named_for_what_it_is(tmp_path: Path, content: bytes, code: str) -> None:
    assert verdict(tmp_path / "bijlage.xlsx", content) == code


def test_half_a_workbook_is_refused(tmp_path: Path, good: bytes) -> None:
    for part in (2, 3, 10):
        assert verdict(tmp_path / "half.xlsx", good[: len(good) * (part - 1) // part]) == "damaged"


def test_a_document_type_is_refused(tmp_path: Path, write: Write) -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    path = write([["Gemeente"]])
    content = with_part(path, "xl/worksheets/sheet1.xml", lambda part: evil + part.partition(b"?>")[2] or part)
    assert verdict(tmp_path / "entiteit.xlsx", content) == "doctype"


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, write: Write) -> None:
    path = write([["Gemeente"]])
    content = with_part(path, "xl/worksheets/sheet1.xml", lambda part: part + b" " * 40_000_000)
    assert verdict(tmp_path / "bom.xlsx", content) == "bomb"


def test_a_sheet_that_says_it_is_endless_is_read_as_it_is(tmp_path: Path, write: Write) -> None:
    path = write([["Gemeente", "Begin"], ["Aalst", 2022]])
    endless = with_part(path, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"A1:B2", b"A1:XFD1048576"))
    (tmp_path / "eindeloos.xlsx").write_bytes(endless)
    assert len(read_book(tmp_path / "eindeloos.xlsx").sheets[0].rows) == 2


def test_a_cell_at_the_end_of_the_world_is_counted_and_not_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Gemeente"
    book.active["XFD1048576"] = "ver weg"
    book.save(tmp_path / "ver.xlsx")
    sheet = read_book(tmp_path / "ver.xlsx").sheets[0]
    assert (len(sheet.rows), sheet.outside) == (1, 1)


def test_the_name_of_a_file_says_nothing(tmp_path: Path, good: bytes) -> None:
    (tmp_path / "a.xls").write_bytes(good)
    (tmp_path / "b.xlsx").write_bytes("Gemeente;Begin\nAalst;2022\n".encode("utf-16"))
    (tmp_path / "c.csv").write_bytes(b"<html><table><tr><td>Gemeente</td><td>Aalst</td></tr></table></html>")
    assert [read_book(p).format for p in sorted(tmp_path.glob("?.*"))] == ["xlsx", "csv", "html"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_accents_survive_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes("sep=;\nNaam;Bedrag\nBiévène;€ 5\n".encode(encoding))
    sheet = read_book(path).sheets[0]
    assert [cell.text for cell in sheet.rows[2]] == ["Biévène", "€ 5"]
    assert not sheet.rows[0]


def test_an_impossible_number_is_an_error_and_not_a_value(tmp_path: Path, write: Write) -> None:
    path = write([["Gemeente", 12345]])
    content = with_part(path, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"12345", b"1e9999"))
    (tmp_path / "oneindig.xlsx").write_bytes(content)
    assert read_book(tmp_path / "oneindig.xlsx").sheets[0].rows[0][1].kind is CellKind.ERROR


def test_the_child_process_reads_what_is_asked(write: Write) -> None:
    book = open_book(write([["Gemeente", "Begin"], ["Aalst", 2022]]))
    assert [[c.text for c in row] for row in book.sheets[0].rows] == [["Gemeente", "Begin"], ["Aalst", "2022"]]


def test_cancel_stops_the_child_and_keeps_nothing(write: Write) -> None:
    def stop(done: int, total: int, what: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        open_book(write([[i, "x" * 50] for i in range(5000)]), stop)


def test_too_much_memory_is_refused(write: Write) -> None:
    path = write([[i, "x" * 50] for i in range(5000)])
    with pytest.raises(Refused):
        open_book(path, limits=Limits(megabytes=1))


def test_every_refusal_is_a_dutch_sentence(words: Words) -> None:
    fields: dict[str, Any] = {"file": "bijlage.xlsx", "where": "zip"}
    for msgid in (*REASONS.values(), *OTHERS.values()):
        told = words.say(msgid, **fields)
        assert told != msgid.format_map(fields)
        assert "bijlage.xlsx" in told
