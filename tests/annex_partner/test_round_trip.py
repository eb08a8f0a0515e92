"""A partner's workbook there and back: by its identifiers, whatever the partner does with the sheet."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.annex.partner.compare import choose, compare
from coopdesk.annex.partner.compose import partner_book
from coopdesk.annex.partner.model import Choice, Frame, Own, Part, Unreadable
from coopdesk.annex.partner.reading import read_returned
from coopdesk.annex.sheet.book import write_book
from coopdesk.annex.sheet.reader import read_book
from coopdesk.kernel.errors import Refused
from coopdesk.kernel.partial_date import SEASONS, PartialDate
from coopdesk.plan.commands.actions import RemoveActions, ReviseAction
from coopdesk.plan.commands.parts import AddBudgetLine
from coopdesk.plan.model import Action, ActionStatus, BudgetLine, Objective
from coopdesk.words.catalogue import open_words
from tests.annex_partner.conftest import TODAY, columns


def changes(comparison):
    return {(c.own.action.title.split()[0], c.part): (c.ours, c.theirs, c.clash) for c in comparison.cells}


def test_only_the_actions_of_the_partner_are_in_it_and_its_place_to_write_is_open(trip):
    sheet = openpyxl.load_workbook(trip.send()).worksheets[0]
    titles = [row[2].value for row in sheet.iter_rows(min_row=4, max_row=6)]
    assert [str(title).split()[0] for title in titles] == ["Jobbeurs", "Werkplekleren", "Taalcoaching"]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.protection.sheet
    row = sheet[4]
    assert [cell.protection.locked for cell in row[1:5]] == [True] * 4
    assert not any(cell.protection.locked for cell in row[5:])
    assert row[columns(sheet)["Opmerking"]].data_type == "s"
    assert any(rule.type == "list" for rule in sheet.data_validations.dataValidation)


def test_a_workbook_that_comes_back_untouched_says_nothing(trip):
    trip.send()
    found = trip.back()
    assert (found.cells, found.added, found.removed, found.fixed, found.lost) == ((), (), (), (), ())
    assert found.same == 3 * len(Part)


def test_what_only_the_partner_changed_is_proposed(trip):
    trip.send()
    trip.fill(
        "Werkplekleren", end=date(2027, 3, 31), status="Uitgesteld", progress=35, spent=11_000.5, comment="Later."
    )
    found = trip.back()
    assert changes(found) == {
        ("Werkplekleren", Part.END): (PartialDate.day(date(2026, 11, 12)), PartialDate.day(date(2027, 3, 31)), False),
        ("Werkplekleren", Part.STATUS): (ActionStatus.RUNNING, ActionStatus.POSTPONED, False),
        ("Werkplekleren", Part.PROGRESS): (20, 35, False),
        ("Werkplekleren", Part.SPENT): (None, 1_100_050, False),
        ("Werkplekleren", Part.COMMENT): ("", "Later.", False),
    }
    assert {cell.choice for cell in found.cells} == {Choice.THEIRS}


def test_what_both_changed_is_a_clash_that_keeps_both_values(trip, story):
    trip.send()
    row = story.row("Werkplekleren")
    story.desk.do(ReviseAction(replace(row.action, progress=50, lead="Ann Peeters")))
    trip.fill("Werkplekleren", progress=35)
    (cell,) = trip.back().cells
    assert (cell.base, cell.ours, cell.theirs, cell.clash, cell.choice) == (20, 50, 35, True, Choice.BOTH)


def test_what_only_we_changed_or_both_changed_alike_is_no_difference(trip, story):
    trip.send()
    row = story.row("Werkplekleren")
    story.desk.do(ReviseAction(replace(row.action, progress=50, remark="Van ons")))
    trip.fill("Werkplekleren", progress=50)
    assert trip.back().cells == ()


@pytest.mark.parametrize(
    ("part", "typed"),
    [("end", "ooit"), ("status", "bijna klaar"), ("progress", 130), ("spent", "veel"), ("progress", None)],
)
def test_what_cannot_be_read_keeps_its_text_and_says_why(trip, part, typed):
    trip.send()
    trip.fill("Werkplekleren", **{part: typed})
    (cell,) = trip.back().cells
    assert isinstance(cell.theirs, Unreadable)
    assert cell.theirs.text == str(typed or "")
    assert cell.clash
    assert choose(trip.back(), frozenset({cell.id}), Choice.THEIRS).cells[0].choice is Choice.BOTH


@pytest.mark.parametrize(
    ("typed", "read"),
    [("31/3/2027", PartialDate.day(date(2027, 3, 31))), ("Q3 2027", PartialDate.quarter(2027, 3)),
     (2027, PartialDate.year(2027)), ("maart 2027", PartialDate.month(2027, 3)), (None, None)],
)  # fmt: skip
def test_dates_are_taken_as_people_type_them(trip, typed, read):
    trip.send()
    trip.fill("Werkplekleren", end=typed)
    (cell,) = trip.back().cells
    assert cell.theirs == read


def test_sorted_rows_added_columns_and_a_renamed_sheet_change_nothing(trip):
    trip.send()

    def play(book):
        sheet = book.worksheets[0]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=6)]
        for at, values in enumerate(reversed(rows), start=4):
            for column, value in enumerate(values, start=1):
                cell = sheet.cell(at, column)
                cell.value = value
                cell.data_type = "s" if isinstance(value, str) else cell.data_type
        sheet.insert_cols(3)
        sheet.cell(3, 3).value = "Eigen nota"
        sheet.cell(4, 3).value = "Bellen met Koen"
        sheet.title = "Mijn acties"

    trip.edit(play)
    assert trip.back().cells == ()


def test_rows_the_partner_adds_are_proposed_and_rows_taken_out_are_only_told(trip):
    trip.send()

    def play(book):
        sheet = book.worksheets[0]
        at = columns(sheet)
        sheet.cell(8, at["Actie"] + 1).value = "  Nieuwe   infodag "
        sheet.cell(8, at["Einddatum"] + 1).value = date(2027, 6, 1)
        sheet.cell(8, at["Voortgang"] + 1).value = 5
        sheet.delete_rows(5)

    trip.edit(play)
    found = trip.back()
    assert [row.title for row in found.added] == ["Nieuwe infodag"]
    assert found.added[0].values[Part.END] == PartialDate.day(date(2027, 6, 1))
    assert found.removed == ("1.3 Werkplekleren bij drie woonzorgcentra",)


def test_a_copied_row_is_an_action_of_its_own(trip):
    trip.send()

    def play(book):
        sheet = book.worksheets[0]
        for column in range(1, sheet.max_column + 1):
            sheet.cell(8, column).value = sheet.cell(4, column).value

    trip.edit(play)
    found = trip.back()
    assert found.cells == ()
    assert [row.title for row in found.added] == ["Jobbeurs 50+ met lokale zorgwerkgevers"]


def test_a_protected_cell_that_was_changed_is_told_and_not_taken(trip):
    trip.send()
    trip.edit(lambda book: setattr(book.worksheets[0].cell(5, 3), "value", "Andere titel"))
    found = trip.back()
    assert found.cells == ()
    assert found.fixed == ("1.3 Werkplekleren bij drie woonzorgcentra",)


def test_an_action_we_removed_meanwhile_is_told(trip, story):
    trip.send()
    story.desk.do(RemoveActions((story.row("Werkplekleren").id,)))
    assert trip.back().gone == ("Werkplekleren bij drie woonzorgcentra",)


def test_a_column_the_partner_threw_away_is_told_and_left_alone(trip):
    trip.send()
    trip.edit(lambda book: book.worksheets[0].delete_cols(columns(book.worksheets[0])["Status"] + 1))
    found = trip.back()
    assert found.lost == (Part.STATUS,)
    assert found.cells == ()


def test_without_the_hidden_sheet_every_difference_is_asked(trip):
    trip.send()
    trip.edit(lambda book: book.remove(book.worksheets[1]))
    trip.fill("Werkplekleren", progress=35)
    (cell,) = trip.back().cells
    assert (cell.known, cell.clash, cell.choice) == (False, True, Choice.BOTH)


def test_money_of_several_sources_is_told_and_not_taken(trip, story):
    story.desk.do(AddBudgetLine(story.row("Jobbeurs").id, 2026, 100, source="VDAB"))
    trip.send()
    trip.fill("Jobbeurs", spent=5)
    found = trip.back()
    assert found.cells == ()
    assert len(found.guarded) == 1


def test_another_file_is_refused_by_name(trip, tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "Actie"
    other = tmp_path / "lijst.xlsx"
    book.save(other)
    with pytest.raises(Refused) as refused:
        trip.back(other)
    assert "lijst.xlsx" in trip.words.tell(refused.value)


def test_a_workbook_of_another_plan_is_refused(trip):
    trip.send()
    with pytest.raises(Refused):
        read_returned(read_book(trip.path), Frame("elders", "Ann Peeters", "2026-H2"), trip.words, TODAY)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_opens_it_saves_it_and_nothing_has_changed(trip, tmp_path):
    trip.send()
    trip.fill("Werkplekleren", progress=35, remark="=1+1 is tekst")
    out = tmp_path / "out"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(trip.path)], check=True, capture_output=True,
        timeout=180,
    )  # fmt: skip
    found = trip.back(out / trip.path.name)
    assert changes(found) == {
        ("Werkplekleren", Part.PROGRESS): (20, 35, False),
        ("Werkplekleren", Part.REMARK): ("", "=1+1 is tekst", False),
    }
    sheet = openpyxl.load_workbook(out / trip.path.name).worksheets[0]
    assert sheet.protection.sheet
    assert sheet.column_dimensions["A"].hidden


# Any plan ------------------------------------------------------------------------------------------------------------

WORDS = open_words("nl")
years = st.integers(2000, 2060)
partials = st.none() | st.one_of(
    st.dates(date(2000, 1, 1), date(2060, 12, 31)).map(PartialDate.day),
    st.builds(PartialDate.month, years, st.integers(1, 12)),
    st.builds(PartialDate.quarter, years, st.integers(1, 4)),
    st.builds(PartialDate.half, years, st.integers(1, 2)),
    st.builds(PartialDate.season, years, st.sampled_from(SEASONS)),
    years.map(PartialDate.year),
)
texts = st.text(max_size=30) | st.sampled_from(["=1+1", "+32", "@x", "-", "a\r\nb", "1.234", "31/12/2026"])
statuses, percents = st.sampled_from(list(ActionStatus)), st.integers(0, 100)
spent = st.none() | st.integers(0, 10**9)
OBJECTIVE = Objective("o", "p", "1", "Doel")


@st.composite
def owns(draw):
    found = []
    for at in range(draw(st.integers(1, 3))):
        action = Action(
            f"id-{at}", "p", "o", f"1.{at}", f"Actie {at}", status=draw(statuses), progress=draw(percents),
            begin=draw(partials), end=draw(partials), remark=draw(texts), lead="Ann",
        )  # fmt: skip
        line = BudgetLine(f"b{at}", action.id, 2026, 100, draw(spent))
        found.append(Own(action, OBJECTIVE, (line,), draw(texts)))
    return tuple(found)


def there_and_back(sent, now, path):
    frame = Frame("p", "Ann", "2026-H2")
    path.write_bytes(write_book(partner_book(frame, sent, "Streek", TODAY, WORDS)))
    return compare(read_returned(read_book(path), frame, WORDS, TODAY), now)


@given(owns())
def test_any_plan_goes_there_and_back_and_is_the_same(tmp_path_factory, sent):
    found = there_and_back(sent, sent, tmp_path_factory.getbasetemp() / "any.xlsx")
    assert found.cells == ()
    assert (found.added, found.removed, found.gone, found.fixed, found.lost) == ((), (), (), (), ())


@given(owns(), owns())
def test_what_we_changed_after_sending_is_never_taken_for_a_change_of_theirs(tmp_path_factory, sent, now):
    found = there_and_back(sent, now[: len(sent)], tmp_path_factory.getbasetemp() / "other.xlsx")
    assert found.cells == ()
