"""What programs of offices write is read with everything that is shown and hidden in it."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdesk.annex.sheet.limits import Limits
from coopdesk.annex.sheet.model import BLANK, Cell, CellKind, Merge, Row
from coopdesk.annex.sheet.reader import read_content
from coopdesk.annex.sheet.refusal import Unreadable

FILES = Path(__file__).parent / "files"
XLSB = (FILES / "samenwerking.xlsb").read_bytes()
SHEET, BOOK = "xl/worksheets/sheet1.bin", "xl/workbook.bin"


def text(value: str) -> Cell:
    return Cell(CellKind.TEXT, value) if value else BLANK


def line(nis: str, name: str, whole: str, dates: tuple[Cell, Cell], share: Cell, *rest: str) -> Row:
    """A row; what stands behind it is left out where it is blank."""
    cells = [Cell(CellKind.NUMBER, nis), text(name), text(whole), *dates, share, *map(text, rest)]
    return tuple(cells)


def day(of: str, shape: str) -> Cell:
    return Cell(CellKind.DATE, of, shape)


ROWS = [
    tuple(map(text, ("NIS", "Gemeente", "Samenwerking", "Begin", "Einde", "Aandeel", "Actief", "Opmerking"))),
    line("41002", "Aalst", "Werk aan de Dender", (day("2022-09-01", "day"), day("2026-12-31", "year")),
         Cell(CellKind.NUMBER, "0.125", "%"), "TRUE", "eerste"),
    line("41034", "Lede", "Werk aan de Dender", (day("2022-09-01", "day"), day("2026-12-31", "year")),
         Cell(CellKind.ERROR, "#DIV/0!"), "FALSE", "verborgen rij"),
    line("41011", "Denderleeuw", "Werk aan de Dender", (day("2022-10-01", "day"), day("2026-12-31", "year")),
         Cell(CellKind.NUMBER, "12345.678"), "TRUE"),
    line("44021", "Gent", "Arbeid – Gent", (day("2022-01-01", "day"), day("2028-12-31", "month")),
         Cell(CellKind.NUMBER, "-0.07", "%"), "TRUE", 'één & "twee" €'),
    (), (text("Nota die over drie kolommen loopt"),), (), (), (), (text("herhaald"),) * 3, (text("herhaald"),) * 3,
]  # fmt: skip


@pytest.mark.parametrize("name", ["samenwerking.xlsb", "zonder_gedeelde_teksten.xlsb", "samenwerking.ods",
                                  "samenwerking.xls"])  # fmt: skip
def test_what_an_office_program_shows_and_hides_is_read(name: str) -> None:
    book = read_content(name, (FILES / name).read_bytes())
    sheet, away = book.sheets
    truth = {"TRUE": Cell(CellKind.NUMBER, "1"), "FALSE": Cell(CellKind.NUMBER, "0")} if name.endswith("ods") else {}
    assert list(sheet.rows) == [tuple(truth.get(cell.text, cell) for cell in row) for row in ROWS]
    assert (sheet.name, sheet.hidden, sheet.merges) == ("Overeenkomsten", False, (Merge(7, 1, 7, 3),))
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({3}, {7})
    assert (away.name, away.hidden, list(away.rows)) == ("Weg", True, [(text("Gemeente"),), (text("Ronse"),)])


# --- records of .xlsb that this program does not write ---------------------------------------------------------------


def record(kind: int, body: bytes) -> bytes:
    kinds = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return kinds + bytes([len(body) & 0x7F | 0x80, len(body) >> 7]) + body


def row(number: int) -> bytes:
    return record(0, struct.pack("<IIHBBB", number - 1, 0, 300, 0, 0, 0))


def cell(kind: int, column: int, body: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column - 1, style) + body)


def wide(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def with_part(name: str, part: bytes) -> bytes:
    """The file with another part in the place of one."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(XLSB)) as known, zipfile.ZipFile(target, "w") as made:
        for one in known.namelist():
            made.writestr(one, part if one == name else known.read(one))
    return target.getvalue()


def part(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(XLSB)) as known:
        return known.read(name)


def sheet_with(*records: bytes) -> list[Row]:
    return list(read_content("x.xlsb", with_part(SHEET, b"".join(records))).sheets[0].rows)


def test_packed_numbers_kept_values_of_formulas_and_short_records_are_read() -> None:
    half = struct.unpack("<i", struct.pack("<d", 0.5)[4:])[0]
    packed = [cell(2, 1, struct.pack("<i", 12 << 2 | 2)), cell(2, 2, struct.pack("<i", -1250 << 2 | 3)),
              cell(2, 3, struct.pack("<i", half))]  # fmt: skip
    formulas = [cell(8, 1, wide("Aalst") + bytes(9)), cell(9, 2, struct.pack("<d", 2.5) + bytes(9)),
                cell(10, 3, b"\1" + bytes(9)), cell(11, 4, b"\x2a" + bytes(9)),
                cell(62, 5, b"\1" + wide("rijk"))]  # fmt: skip
    short = [cell(5, 2, struct.pack("<d", 7.0)), record(16, bytes(4) + struct.pack("<d", 8.0)), record(12, bytes(4)),
             record(17, bytes(4) + wide("kort"))]  # fmt: skip
    rows = sheet_with(row(1), *packed, row(2), *formulas, row(4), *short)
    assert [[cell.text for cell in row] for row in rows] == [
        ["12", "-12.5", "0.5"], ["Aalst", "2.5", "TRUE", "#N/A", "rijk"], [], ["", "7", "8", "", "kort"],
    ]  # fmt: skip
    assert rows[1][3].kind is CellKind.ERROR


def test_days_that_count_from_1904_are_those_days() -> None:
    whole = part(BOOK)
    at = whole.index(b"\x99\x01") + 3
    book = read_content("x.xlsb", with_part(BOOK, whole[:at] + bytes([whole[at] | 1]) + whole[at + 1 :]))
    assert (book.date1904, book.sheets[0].cell(2, 4)) == (True, day("2026-09-02", "day"))


def test_cells_far_from_the_others_are_counted_and_not_read() -> None:
    one = struct.pack("<d", 1.0)
    far = with_part(SHEET, row(1) + cell(5, 1, one) + cell(5, 9_000, one) + row(1_000_000) + cell(5, 1, one))
    sheet = read_content("x.xlsb", far).sheets[0]
    assert (len(sheet.rows), sheet.outside) == (1, 2)


@pytest.mark.parametrize(
    "records",
    [row(2) + row(1), row(1) + cell(5, 2, bytes(8)) + cell(5, 1, bytes(8)), row(1) + cell(7, 1, b"\xff\xff\0\0"),
     row(1) + cell(6, 1, struct.pack("<I", 4_000_000_000)), row(1) + cell(5, 1, b"\0"), b"\x05\x7f\0",
     cell(5, 1, bytes(8))],
    ids=["rows in disorder", "cells in disorder", "no such text", "endless text", "half a number", "cut off", "no row"],
)  # fmt: skip
def test_records_that_contradict_each_other_are_refused_as_damaged(records: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        sheet_with(records)
    assert refusal.value.code == "damaged"


def test_a_part_in_an_encoding_that_nobody_knows_is_damaged() -> None:
    relations = part("xl/_rels/workbook.bin.rels").replace(b"UTF-8", b"UTF-38")
    assert outcome(with_part("xl/_rels/workbook.bin.rels", relations)) == "damaged"


def test_more_cells_than_are_read_are_refused_by_that_name() -> None:
    with pytest.raises(Unreadable) as refusal:
        read_content("x.xlsb", XLSB, Limits(cells=20))
    assert refusal.value.code == "too_many_cells"


@given(st.data())
@settings(max_examples=60)
def test_a_damaged_xlsb_gives_a_book_or_a_named_refusal(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([SHEET, BOOK, "xl/styles.bin", "xl/sharedStrings.bin"]))
    whole = bytearray(part(name))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert outcome(with_part(name, bytes(whole))) in {"read", "damaged", "too_many_cells"}


def outcome(content: bytes) -> str:
    try:
        read_content("x.xlsb", content)
    except Unreadable as error:
        return error.code
    return "read"
