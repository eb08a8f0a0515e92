"""Workbooks that go out: what is text stays text, what is protected is protected, and Excel takes every name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.annex.sheet.book import write_book
from coopdesk.annex.sheet.reader import read_book
from coopdesk.annex.sheet.write import workbook
from coopdesk.kernel.workbook import Shape, Sheet, SheetColumn, Workbook


def opened(data: bytes):
    return openpyxl.load_workbook(BytesIO(data))


@pytest.mark.parametrize("text", ["=1+1", "+32 3 12", "-5", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1"])
def test_text_that_looks_like_a_formula_stays_text_also_after_typing_in_its_cell(text):
    cell = opened(workbook("Acties", ["Titel"], [[text]])).active["A2"]
    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.quotePrefix


@given(st.lists(st.text(max_size=40), min_size=1, max_size=3), st.text(min_size=1, max_size=50))
def test_any_text_can_be_written_and_is_read_back_but_for_what_no_workbook_can_hold(tmp_path_factory, texts, name):
    data = workbook(name, ["Kolom"] * len(texts), [texts])
    path = tmp_path_factory.getbasetemp() / "any.xlsx"
    path.write_bytes(data)
    (sheet,) = read_book(path).sheets
    for at, text in enumerate(texts, start=1):
        kept = "".join(c for c in text if c in "\t\n\r" or (ord(c) >= 32 and c not in "\ufffe\uffff"))
        assert sheet.cell(2, at).text.split() == kept.split()


def test_a_protected_sheet_can_be_typed_in_where_a_column_is_open():
    columns = (
        SheetColumn("key", hidden=True), SheetColumn("Actie"),
        SheetColumn("Status", open=True, choices=("Gepland", "Lopend")), SheetColumn("%", open=True, between=(0, 100)),
    )  # fmt: skip
    sheet = Sheet("Acties: [1/2]", columns, (("a1", "Jobbeurs", "Lopend", 45),), ("Vul in.",), protected=True, spare=2)
    made = opened(write_book(Workbook("Titel", (sheet, sheet), (("Coopdesk", "partner"),))))
    found = made.worksheets[0]
    assert [s.title for s in made.worksheets] == ["Acties- -1-2-", "Acties- -1-2- 2"]
    assert found.protection.sheet
    assert [found.cell(3, at).protection.locked for at in (1, 2, 3, 4)] == [True, True, False, False]
    assert [found.cell(4, at).protection.locked for at in (1, 2)] == [True, False]
    assert found.column_dimensions["A"].hidden
    rules = {str(rule.sqref): rule.type for rule in found.data_validations.dataValidation}
    assert rules == {"C3:C5": "list", "D3:D5": "whole"}
    assert found["B1"].value == "Vul in."
    assert {prop.name: prop.value for prop in made.custom_doc_props.props} == {"Coopdesk": "partner"}


def test_money_and_days_are_numbers_and_days():
    sheet = Sheet("x", (SheetColumn("€", Shape.MONEY), SheetColumn("d")), ((Decimal("12.50"), date(2026, 1, 2)),))
    found = opened(write_book(Workbook("x", (sheet,)))).active
    assert found["A2"].value == 12.5
    assert "€" in found["A2"].number_format
    assert found["B2"].value.date() == date(2026, 1, 2)
