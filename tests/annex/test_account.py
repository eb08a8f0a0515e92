"""Every row and every sum of a file is accounted for, and what stayed out can be mended and come back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.annex.commands import Imported
from coopdesk.annex.history import past_imports
from coopdesk.annex.leftover import comes_back, leftover
from coopdesk.annex.merge.sides import Value, as_text
from coopdesk.annex.model import Meaning, Verdict
from coopdesk.annex.report import KeptValue, dump, load, report_of
from coopdesk.annex.report_book import report_book
from coopdesk.annex.sheet.write import LONGEST, Leaf, workbook_of
from coopdesk.annex.telling import kept_value
from coopdesk.desk.desk import Desk
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import ActionStatus
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.catalogue import Words
from tests.annex.conftest import Read
from tests.annex.test_import import AGREEMENTS, RATES, batches

FIGURES = [["Bevolking 20-64 jaar, 2015"], [], ["NIS", "Gemeente", "Bevolking 20-64"], [41002, "Aalst", 50100],
           [41034, "Lede", 10900], [None, "Gemt", 700], ["", "Totaal", 61700]]  # fmt: skip


def test_rows_and_sums_of_the_source_come_back_in_the_account(read: Read) -> None:
    report = report_of(read(FIGURES))
    assert report.balanced
    assert report.source_rows == report.imported + sum(report.flagged.values()) + sum(report.skipped.values())
    (column,) = report.columns
    assert (column.source, column.source_sum, column.imported_sum, column.kept_sum) == (4, "123400", "61000", "61000")
    assert (column.left_out, column.left_out_sum) == (2, "62400")
    assert load(dump(report)) == report


def test_a_sum_that_does_not_agree_is_seen() -> None:
    from dataclasses import replace

    from coopdesk.annex.report import ColumnSum, Report

    column = ColumnSum("Blad1", "C", "Bevolking", 2, "30", 2, "30", "30", 0, "0")
    report = Report(1, 1, {}, {}, (column,), 0, 0, 0)
    assert report.balanced
    assert not replace(report, columns=(replace(column, kept_sum="29"),)).balanced
    assert not replace(report, source_rows=2).balanced


def test_the_account_is_kept_with_the_import_and_stays_after_undo(
    desk: Desk[Any], bring: Callable[..., Imported]
) -> None:
    bring(RATES)
    bring(AGREEMENTS)
    desk.undo()
    past = past_imports(desk, batches(desk))
    assert [(one.undone, one.batch.kind.value) for one in past] == [(True, "agreements"), (False, "figures")]
    assert all(load(one.batch.report) is not None for one in past)
    desk.redo()
    assert [one.undone for one in past_imports(desk, batches(desk))] == [False, False]


def test_an_import_says_who_brought_it_in(desk: Desk[Any], ledger: Any, bring: Callable[..., Imported]) -> None:
    ledger._who = lambda: "Ann Peeters"
    bring(RATES)
    assert [one.who for one in past_imports(desk, batches(desk))] == ["Ann Peeters"]
    desk.undo()
    assert [(one.who, one.undone) for one in past_imports(desk, batches(desk))] == [("Ann Peeters", True)]


def test_the_account_as_a_workbook_names_every_reason(
    desk: Desk[Any], bring: Callable[..., Imported], words: Words
) -> None:
    bring([*AGREEMENTS, ["Lede", "Lede alleen", "2022", "eind 2025"], ["Totaal", 4]])
    (batch,) = batches(desk)
    report = load(batch.report)
    assert report is not None
    book = openpyxl.load_workbook(BytesIO(report_book(batch, report, words, open_gazetteer())))
    assert book.sheetnames == ["Rijen", "Sommen", "Niet geïmporteerd"]
    told = {(row[0], row[1]): row[2] for row in book["Rijen"].iter_rows(values_only=True)}
    assert told["In het bestand", None] == batch.source_rows
    assert told["Na te kijken", "Onnauwkeurige datum"] == 1


def test_values_that_stayed_are_told_with_names_and_dates_instead_of_codes(
    desk: Desk[Any], bring: Callable[..., Imported], words: Words
) -> None:
    bring(AGREEMENTS)
    (batch,) = batches(desk)
    report = load(batch.report)
    assert report is not None
    stayed = (
        KeptValue("Lede", Meaning.PLACE, as_text(("41034", "OCMW Lede")), as_text(("41034",)), "Blad1!A5"),
        KeptValue("Lede", Meaning.END, as_text(PartialDate.parse("2025-Q4")), "", "Blad1!D5"),
        KeptValue("Beurs", Meaning.BUDGET, as_text(250_000), as_text(1_250), "Blad1!E5"),
    )
    book = openpyxl.load_workbook(BytesIO(report_book(batch, replace(report, kept=stayed), words, open_gazetteer())))
    told = [row[1:3] for row in book["Bleef zoals het was"].iter_rows(min_row=2, max_row=4, values_only=True)]
    assert [[str(cell or "").replace("\xa0", " ") for cell in row] for row in told] == [
        ["Lede en OCMW Lede", "Lede"], ["4de kwartaal 2025", ""], ["€ 2.500", "€ 12,50"],
    ]  # fmt: skip


@given(st.one_of(st.tuples(st.just(Meaning.STATUS), st.sampled_from(ActionStatus)),
                 st.tuples(st.just(Meaning.BUDGET), st.integers(0, 10**12)),
                 st.tuples(st.just(Meaning.END), st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(PartialDate.day)),
                 st.tuples(st.just(Meaning.PLACE), st.lists(st.sampled_from(["41002", "OCMW Aalst"]), unique=True)
                           .map(lambda names: tuple(sorted(names))))))  # fmt: skip
def test_a_value_comes_back_from_the_text_in_which_an_account_keeps_it(one: tuple[Meaning, Value]) -> None:
    field, value = one
    assert kept_value(field, as_text(value)) == value


def test_rows_that_stayed_out_are_mended_in_excel_and_come_back(read: Read, tmp_path: Path) -> None:
    reading = read(FIGURES)
    assert [line.row for line in reading.of(Verdict.FLAGGED)] == [6]
    content = leftover(reading, lambda reason: reason)
    assert content is not None
    book = openpyxl.load_workbook(BytesIO(content))
    sheet = book.active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[-1] == [None, "Gemt", 700, "unknown_place"]
    sheet.cell(sheet.max_row, 2).value = "Gent"
    path = tmp_path / "verbeterd.xlsx"
    book.save(path)
    again = read(path)
    assert comes_back(again.book)
    assert again.tables[0].fingerprint == reading.tables[0].fingerprint
    (entry,) = again.entries
    assert (entry.nis, entry.value, entry.period) == ("44021", Decimal(700), "2015")  # type: ignore[union-attr]


def test_nothing_stays_out_when_every_row_came_in(read: Read) -> None:
    assert leftover(read(AGREEMENTS), lambda reason: reason) is None


@given(st.text(st.characters(codec="utf-8"), max_size=30), st.sampled_from(["", "=", "+", "-", "@", "\t", "\r"]))
def test_no_text_becomes_a_formula_and_none_breaks_the_file(text: str, first: str) -> None:
    content = workbook_of([Leaf(text or "x", ("Titel",), [(first + text,)])])
    cell = openpyxl.load_workbook(BytesIO(content)).active["A2"]
    assert cell.data_type in ("s", "n", "inlineStr")
    assert cell.value is None or not str(cell.value).startswith("=") or cell.quotePrefix


def test_what_excel_cannot_hold_is_cut_with_a_mark() -> None:
    rows = [("x" * 40_000,), (Decimal("1e400"),), (Decimal("NaN"),)]
    sheet = openpyxl.load_workbook(BytesIO(workbook_of([Leaf("a/b", ("Titel",), rows)]))).active
    assert (len(sheet["A2"].value), sheet["A2"].value[-3:], sheet.title) == (LONGEST, "[…]"[-3:], "a-b")
    assert sheet["A4"].value == "NaN"
