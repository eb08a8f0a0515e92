"""The extracts for the multi-year plan and the annual accounts, and the account of a half-year beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication

from coopdesk.annex.sheet.book import write_book
from coopdesk.annex.sheet.reader import read_book
from coopdesk.cycle.commands.reasons import NoteReason
from coopdesk.cycle.extracts import annual_accounts_book, multi_year_book
from coopdesk.cycle.queries.extracts import Extract, extract
from coopdesk.cycle.ui.extras import CycleExtras
from coopdesk.followup.commands import Comment
from coopdesk.followup.queries import account
from coopdesk.followup.ui.account import account_text, groups
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.commands.parts import AddBudgetLine, ReviseBudgetLine
from coopdesk.plan.ui.page import PlanPage
from coopdesk.words.catalogue import Words
from tests.cycle.conftest import Books
from tests.plan.conftest import Story


@pytest.fixture
def found(story: Story) -> Extract:
    learning, fair = story.row("Werkplekleren"), story.row("Jobbeurs")
    do = story.desk.do
    do(ReviseAction(replace(learning.action, priorities=("WSE-LR2", "WSE-LR4"), reporting_codes=("BBC-7",))))
    do(ReviseAction(replace(fair.action, priorities=(), reporting_codes=("BBC-7",), title="=Jobbeurs")))
    do(ReviseBudgetLine(replace(learning.lines[0], spent=1_100_050, source="Europa WSE")))
    do(AddBudgetLine(learning.id, 2026, 100, source="eigen middelen"))
    do(AddBudgetLine(learning.id, 2027, 500_000))
    do(Comment(learning.id, "2026-H1", "Op schema."))
    do(Comment(learning.id, "2026-H2", "Iets later."))
    do(NoteReason(story.plan_id, "WSE-LR3", 2026, "Na de evaluatie.", date(2026, 11, 24)))
    with story.desk.look() as work:
        return extract(work, story.plan_id)


def sheets(book, tmp_path: Path):
    path = tmp_path / "uittreksel.xlsx"
    path.write_bytes(write_book(book))
    loaded = openpyxl.load_workbook(path)
    assert all(cell.data_type != "f" for sheet in loaded for row in sheet.iter_rows() for cell in row)
    assert read_book(path).sheets
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in loaded}


def lines(rows, code):
    head = rows[1]
    return [dict(zip(head, row, strict=True)) for row in rows[2:] if row[0] == code]


def test_the_multi_year_plan_gives_each_code_its_actions_with_money_per_year(found, words, tmp_path) -> None:
    rows = sheets(multi_year_book(found, "Voorbeeldstreek", words), tmp_path)["Meerjarenplan"]
    assert rows[0][0] == "Uittreksel voor het meerjarenplan 2026–2028: Voorbeeldstreek"
    for code in ("WSE-LR2", "WSE-LR4"):
        (line,) = lines(rows, code)
        assert line["Actie"] == "Werkplekleren bij drie woonzorgcentra"
        assert (line["Raming 2026"], line["Raming 2027"], line["Raming 2028"]) == (12_501, 5_000, None)
        assert line["Raming, alle jaren"] == 17_501
        assert line["Betaald door"] == "Europa WSE, eigen middelen"
        assert line["Doelstelling"] == "1 Meer vijftigplussers aan het werk"
    (other,) = lines(rows, "BBC-7")
    assert other["Actie"] == "=Jobbeurs"
    assert len(lines(rows, "Zonder beleidsprioriteit")) == 8


def test_the_annual_accounts_have_a_sheet_per_year_with_what_was_spent_and_said(found, words, tmp_path) -> None:
    book = sheets(annual_accounts_book(found, "Voorbeeldstreek", 2027, words), tmp_path)
    assert list(book) == ["Jaarrekening 2027", "Jaarrekening 2026", "Controle"]
    (line,) = lines(book["Jaarrekening 2026"], "WSE-LR2")
    assert (line["Raming"], line["Besteed"], line["Voortgang"]) == (12_501, 11_000.5, 20)
    assert line["Commentaar"] == "1ste helft 2026: Op schema.\n2de helft 2026: Iets later."
    (left_out,) = lines(book["Jaarrekening 2026"], "WSE-LR3")
    assert left_out["Actie"] is None
    assert left_out["Commentaar"] == "Bewust geen actie: Na de evaluatie. (24\u00a0nov\u00a02026)"
    (hole,) = lines(book["Jaarrekening 2026"], "WSE-LR1")
    assert hole["Commentaar"] == "Nog geen actie in 2026."


def test_the_check_is_in_every_extract(found, words, tmp_path) -> None:
    rows = sheets(multi_year_book(found, "Voorbeeldstreek", words), tmp_path)["Controle"]
    by_code = {row[0]: row[2:] for row in rows[2:] if row[0]}
    assert by_code["WSE-LR2"] == ["1 actie", "1 actie", "1 actie"] or by_code["WSE-LR2"][0] == "1 actie"
    assert by_code["WSE-LR3"][0].startswith("Bewust geen actie")
    assert by_code["WSE-LR1"] == ["Geen actie"] * 3


def test_money_is_exact(found) -> None:
    line = next(line for line in found.lines if line.code == "WSE-LR2")
    assert line.money[2026].spent == Decimal("11000.50")


def test_the_account_of_a_half_year_lists_the_same_actions_and_gives_the_reason(
    story: Story, found: Extract, words: Words
) -> None:
    with story.desk.look() as work:
        halves = [account(work, story.area_id, f"2026-H{n}") for n in (1, 2)]
    listed = {(line.priority.code if line.priority else "", line.action.id) for half in halves for line in half.lines}
    mine = {(line.code if line.code.startswith("WSE") else "", line.action.id) for line in found.by_year[2026]}
    assert mine == listed
    why = {"WSE-LR3": "Bewust geen actie: Na de evaluatie."}
    facts = {group.id: group.facts for group in groups(halves[1], words, why)}
    assert facts["WSE-LR3"] == "Bewust geen actie: Na de evaluatie."
    assert facts["WSE-LR1"] == "Geen actie in dit halfjaar."
    assert "Bewust geen actie: Na de evaluatie." in account_text(halves[1], words, why)


def test_both_extracts_are_saved_from_the_page(page: PlanPage, found: Extract, books: Books) -> None:
    extras = page._extras
    assert isinstance(extras, CycleExtras)
    QApplication.processEvents()
    extras.extracts.multi_year()
    extras.extracts.accounts()
    assert [name for name, _ in books.saved] == ["Meerjarenplan 2026-2028", "Jaarrekening 2026"]
    for _, make in books.saved:
        assert openpyxl.load_workbook(BytesIO(write_book(make()))).worksheets
