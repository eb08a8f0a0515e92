"""The fast reading of regular sheets gives what the careful reading gives, or leaves the sheet to it."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.annex.sheet.careful import Counter, read_sheet
from coopdesk.annex.sheet.coded import CodedRows
from coopdesk.annex.sheet.limits import LIMITS
from coopdesk.annex.sheet.model import Cell, CellKind, Sheet, letters
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.regular import read_regular
from coopdesk.annex.sheet.workbook import SheetPart, Workbook, open_workbook
from coopdesk.kernel.progress import silent

BOOK = Workbook((), ("", "day", "%", "month"), ["Gemeente", "Aalst", " ", "", "3 > 2 & < 4"], date1904=False)
PART = SheetPart("Blad1", hidden=False, path="sheet1.xml")
HEAD = '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
numbers = st.one_of(st.integers(-(10**20), 10**20).map(str), st.floats(allow_nan=True).map(repr), st.just("44805"))
texts = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=6)
cells = st.one_of(
    st.tuples(st.just(""), numbers),
    st.tuples(st.just("s"), st.integers(0, 5).map(str)),
    st.tuples(st.just("str"), texts),
    st.tuples(st.just("e"), st.sampled_from(["#N/A", "#REF!"])),
    st.tuples(st.just("b"), st.sampled_from(["0", "1"])),
    st.tuples(st.just("inlineStr"), texts),
    st.tuples(st.just("formula"), numbers),
    st.just(("", "")),
    st.none(),
)
rows = st.lists(
    st.tuples(st.integers(1, 4), st.sampled_from(["", ' hidden="1"', ' spans="1:9"', ' ht="15" customHeight="1"']),
              st.lists(st.tuples(cells, st.sampled_from(["", ' s="1"', ' s="2"', ' s="3"', ' s="9"'])), max_size=6)),
    max_size=12,
)  # fmt: skip


def sheet_xml(drawn: list[tuple[int, str, list[tuple[tuple[str, str] | None, str]]]], tail: str = "") -> bytes:
    at, lines = 0, []
    for gap, attributes, items in drawn:
        at += gap if at else 1
        body = "".join(_cell(f"{letters(c)}{at}", item, style) for c, (item, style) in enumerate(items, start=1))
        lines.append(f'<row r="{at}"{attributes}>{body}</row>')
    return f"{HEAD}<sheetData>{''.join(lines)}</sheetData>{tail}</worksheet>".encode("utf-8", "surrogatepass")


def _cell(place: str, item: tuple[str, str] | None, style: str) -> str:
    if item is None:
        return ""
    kind, value = item
    if not kind and not value:
        return f'<c r="{place}"{style}/>'
    if kind == "inlineStr":
        return f'<c r="{place}"{style} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    if kind == "formula":
        return f'<c r="{place}"{style}><f>A1+1</f><v>{escape(value)}</v></c>'
    told = f' t="{kind}"' if kind else ""
    return f'<c r="{place}"{style}{told}><v>{escape(value)}</v></c>'


def careful(xml: bytes) -> Sheet | str:
    try:
        return read_sheet("Blad1", io.BytesIO(xml), BOOK, Counter(LIMITS, silent), hidden=False)
    except (Unreadable, IndexError, ValueError) as error:
        return type(error).__name__


def regular(xml: bytes) -> Sheet | None:
    return read_regular(PART, io.BytesIO(xml), BOOK, Counter(LIMITS, silent))


def alike(one: Sheet, other: Sheet) -> bool:
    """The same but for blank rows at the foot."""

    def used(sheet: Sheet) -> list[tuple[Cell, ...]]:
        lines = [tuple(row) for row in sheet.rows]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    facts = (one.merges, one.hidden_rows, one.hidden_columns, one.outside)
    return used(one) == used(other) and facts == (other.merges, other.hidden_rows, other.hidden_columns, other.outside)


@given(rows, st.sampled_from(["", '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>', "<sheetProtection/>"]))
def test_fast_and_careful_reading_give_the_same_cells(
    drawn: list[tuple[int, str, list[tuple[tuple[str, str] | None, str]]]], tail: str
) -> None:
    xml = sheet_xml(drawn, tail)
    fast, slow = regular(xml), careful(xml)
    assert fast is None or (isinstance(slow, Sheet) and alike(fast, slow))


def test_a_plain_sheet_is_read_fast() -> None:
    row = [(("s", "1"), ""), (("", "12.5"), ' s="2"'), (("", "44805"), ' s="1"')]
    fast = regular(sheet_xml([(1, ' spans="1:3"', row)] * 50))
    assert fast is not None
    assert fast.rows[49] == (Cell(CellKind.TEXT, "Aalst"), Cell(CellKind.NUMBER, "12.5", "%"),
                             Cell(CellKind.DATE, "2022-09-01", "day"))  # fmt: skip


@pytest.mark.parametrize(
    "odd",
    ['<c r="A1"><f>1</f><v>1</v></c>', "<!-- x -->", "<c><v>1</v></c>", '<c r="A1"><v>1</v><x/></c>', "<x/>",
     '<c r="A1"><v>&#49;</v></c>', '<c r="A1" t="s"><v>99</v></c>', '<c r="A1"><v><![CDATA[1]]></v></c>'],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_the_careful_reading(odd: str) -> None:
    plain = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
    xml = (
        f'{HEAD}<sheetData>{plain}<row r="3">{odd}</row><row r="4"><c r="A4"><v>2</v></c></row></sheetData></worksheet>'
    )
    assert regular(xml.encode()) is None


@given(st.lists(st.lists(st.sampled_from([Cell(), Cell(CellKind.TEXT, "a"), Cell(CellKind.NUMBER, "1")]), max_size=4)))
def test_coded_rows_are_the_rows_they_were_made_of(drawn: list[list[Cell]]) -> None:
    lines = []
    for row in drawn:
        while row and not row[-1].filled:
            row.pop()
        lines.append(tuple(row))
    coded = CodedRows.of(lines)
    assert list(coded) == lines == [coded[at] for at in range(len(coded))] == list(coded[:])
    one, other = Sheet("A", coded), Sheet("A", tuple(lines))
    assert all(list(one.down(column)) == list(other.down(column)) for column in range(1, 7))
    assert [len(row) for row in coded.padded()] == [coded.width] * len(lines)


def test_a_workbook_is_opened_without_looking_into_its_sheets() -> None:
    book, data = openpyxl.Workbook(), io.BytesIO()
    book.create_sheet("Verborgen").sheet_state = "hidden"
    book.create_chartsheet("Grafiek")
    book.save(data)
    told = io.BytesIO()
    with zipfile.ZipFile(data) as archive, zipfile.ZipFile(told, "w") as copy:
        for name in archive.namelist():
            is_sheet = name.startswith("xl/worksheets/")
            copy.writestr(name, b"<worksheet><sheetData><row" if is_sheet else archive.read(name))
    opened = open_workbook(told.getvalue())
    assert [(part.title, part.hidden) for part in opened.sheets] == [("Sheet", False), ("Verborgen", True)]
