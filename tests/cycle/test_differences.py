"""What did we promise, where are we: on screen, as a workbook and on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.annex.sheet.book import write_book
from coopdesk.app.saving import save_book, save_differences_pdf
from coopdesk.cycle.commands.versions import FixPlan
from coopdesk.cycle.model import PlanVersion
from coopdesk.cycle.queries.differences import DifferenceReport, report
from coopdesk.cycle.reports import difference_book
from coopdesk.cycle.telling import FIELDS, What
from coopdesk.cycle.ui.differences import DifferencesDialog
from coopdesk.cycle.ui.extras import CycleExtras
from coopdesk.cycle.ui.fixing import FixDialog
from coopdesk.dossier.compose.differences import difference_document
from coopdesk.dossier.pdf.finish import make_pdf
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.commands.actions import AddAction, MoveAction, RemoveActions, ReviseAction
from coopdesk.plan.commands.parts import AddMilestone, RemoveMilestone, SetBudget
from coopdesk.plan.model import Action, ActionStatus
from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.window import Window
from coopdesk.words.catalogue import Words
from tests.answers import Files
from tests.audit import findings, left_in_english
from tests.plan.conftest import TOWNS, Story

TODAY = date(2026, 11, 24)
NAMES = dict(TOWNS)


@pytest.fixture
def version_id(story: Story) -> str:
    return str(story.desk.do(FixPlan(story.plan_id, "Goedgekeurd", date(2026, 1, 12), "Gemeenteraad", TODAY)))


def edited(story: Story) -> None:
    """A few edits of every sort."""
    do, row = story.desk.do, story.row("Werkplekleren")
    do(ReviseAction(replace(row.action, end=PartialDate.day(date(2027, 3, 31)), status=ActionStatus.POSTPONED)))
    do(AddMilestone(row.id, "Evaluatie", PartialDate.month(2027, 2)))
    do(SetBudget(row.id, 2026, 900_000))
    do(RemoveActions((story.row("Bouwklas").id,)))
    first = story.row("Jobbeurs")
    do(AddAction(first.objective.id, "=Gloednieuw"))
    moved, home = story.row("Infosessies"), story.row("Jobbeurs").objective
    do(MoveAction(moved.id, moved.action.version, home.id))


def told(story: Story, version_id: str, words: Words) -> DifferenceReport:
    with story.desk.look() as work:
        version = work.cycles.get(PlanVersion, version_id)
        return report(work, version, "Voorbeeldstreek", TODAY, words, lambda nis: NAMES.get(nis, nis))


def test_every_edit_is_told_with_what_was_promised_and_what_is_now(story: Story, version_id: str, words: Words) -> None:
    edited(story)
    lines = told(story, version_id, words).lines
    found = {(line.subject, line.what, line.field, line.old, line.new) for line in lines}
    learning = "1.3 Werkplekleren bij drie woonzorgcentra"
    assert (learning, What.CHANGED, "Einddatum", "12\u00a0nov\u00a02026", "31\u00a0mrt\u00a02027") in found
    assert (learning, What.CHANGED, "Status", "Lopend", "Uitgesteld") in found
    assert (f"{learning} › Mijlpaal “Evaluatie”", What.ADDED, "", "", "februari 2027") in found
    assert (f"{learning} › Budget 2026", What.CHANGED, "Raming", "€\u00a012.500", "€\u00a09.000") in found
    assert ("1.4 =Gloednieuw", What.ADDED, "", "", "1 Meer vijftigplussers aan het werk") in found
    assert (
        "3.2 Bouwklas met twee secundaire scholen",
        What.REMOVED,
        "",
        "3 Knelpuntvacatures in de bouw invullen",
        "",
    ) in found
    assert (
        "2.4 Infosessies samen met OCMW en mutualiteiten", What.MOVED, "", "2 Niet-beroepsactieven bereiken",
        "1 Meer vijftigplussers aan het werk",
    ) in found  # fmt: skip
    assert len({line.id for line in lines}) == len(lines)


def test_a_plan_that_was_not_touched_differs_in_nothing(story: Story, version_id: str, words: Words) -> None:
    assert told(story, version_id, words).lines == ()


def test_a_new_action_is_one_line_and_not_one_per_milestone(story: Story, version_id: str, words: Words) -> None:
    made = story.desk.do(AddAction(story.row("Jobbeurs").objective.id, "Nieuw"))
    story.desk.do(AddMilestone(made, "Stap"))
    assert [line.what for line in told(story, version_id, words).lines] == [What.ADDED]


def test_milestones_that_close_the_gap_of_a_removed_one_are_not_told_as_moved(story: Story, words: Words) -> None:
    steps = [
        str(story.desk.do(AddMilestone(story.row(action).id, name)))
        for action, name in (
            ("Werkplekleren", "Eerst"),
            ("Werkplekleren", "Dan"),
            ("Jobbeurs", "Zaal"),
            ("Jobbeurs", "Dag"),
        )
    ]
    version = str(story.desk.do(FixPlan(story.plan_id, "Goedgekeurd", date(2026, 1, 12), "Gemeenteraad", TODAY)))
    story.desk.do(RemoveMilestone(steps[0]))
    assert [line.what for line in told(story, version, words).lines] == [What.REMOVED]


def test_every_field_of_an_action_people_see_has_a_name() -> None:
    hidden = {"id", "plan_id", "position", "version"}
    assert set(Action.__dataclass_fields__) - hidden <= set(FIELDS)


def test_the_workbook_holds_every_line_and_no_formula(story: Story, version_id: str, words: Words) -> None:
    edited(story)
    found = told(story, version_id, words)
    sheet = openpyxl.load_workbook(BytesIO(write_book(difference_book(found, words)))).active
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert len([row for row in rows if row[1]]) == len(found.lines)
    assert any(row[1] == "1.4 =Gloednieuw" for row in rows)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_the_paper_holds_every_subject_and_the_seal(story: Story, version_id: str, words: Words) -> None:
    edited(story)
    found = told(story, version_id, words)
    pdf = make_pdf(difference_document(found, words))
    document = pypdfium2.PdfDocument(pdf.data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert found.version.sha256 in text.replace("\r\n", "").replace("\n", "")
    for word in ("Gloednieuw", "Bouwklas", "Uitgesteld", "Verplaatst", "Gemeenteraad"):
        assert word in text
    assert pdf.missing == ()


# On screen -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def extras(page: PlanPage) -> CycleExtras:
    found = page._extras
    assert isinstance(found, CycleExtras)
    return found


def modal(kind: type):
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def test_a_plan_is_fixed_in_a_dialog_and_later_edits_get_marks(
    window: Window, page: PlanPage, extras: CycleExtras, story: Story, qtbot: QtBot
) -> None:
    extras.approving.fix()
    dialog = modal(FixDialog)
    qtbot.mouseClick(dialog.fix, Qt.MouseButton.LeftButton)
    assert dialog.name.problem, "a version needs a name"
    qtbot.keyClicks(dialog.name.line, "Goedgekeurd")
    dialog.decided.line.setText("25/11/2026")
    qtbot.mouseClick(dialog.fix, Qt.MouseButton.LeftButton)
    assert "nog komen" in dialog.decided.problem
    dialog.decided.line.setText("24/11/2026")
    assert not findings(dialog)
    assert not left_in_english(dialog, window.words)
    qtbot.mouseClick(dialog.fix, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert page.grid.widths.shows("since")
    edited(story)
    QApplication.processEvents()
    column = page.grid.shape.column("since")
    said = {row.action.title: column.text(row) for row in page._view.rows} if page._view else {}
    assert said["Werkplekleren bij drie woonzorgcentra"] == "3 wijzigingen"
    assert said["=Gloednieuw"] == "Nieuw"
    assert said["Taalcoaching op de werkvloer"] == ""
    page.grid.select(story.row("Werkplekleren").id)
    QApplication.processEvents()
    assert extras.approving.box.isVisible()
    assert "Einddatum was 12\u00a0nov\u00a02026" in extras.approving.box.text.text()
    assert not findings(window)


def test_the_differences_are_read_filtered_and_lead_to_their_action(
    window: Window, page: PlanPage, extras: CycleExtras, story: Story, version_id: str, saved: list[DifferenceReport],
    qtbot: QtBot,
) -> None:  # fmt: skip
    edited(story)
    QApplication.processEvents()
    extras.approving.compare()
    dialog = modal(DifferencesDialog)
    assert dialog.facts.text().startswith("2 nieuw · 1 weg · ")
    assert not findings(dialog)
    assert not left_in_english(dialog, window.words)
    dialog.grid.filter_by("what", frozenset({"Gewijzigd"}))
    lines = [line.row for line in dialog.grid.model.lines if line.row]
    assert {line.what for line in lines} == {What.CHANGED}
    qtbot.mouseClick(dialog.to_pdf, Qt.MouseButton.LeftButton)
    assert [one.version.id for one in saved] == [version_id]
    target = next(line for line in lines if line.field == "Einddatum")
    dialog.grid.select(target.id)
    qtbot.keyClick(dialog.grid.view, Qt.Key.Key_Return)
    QApplication.processEvents()
    current = page.grid.current()
    assert current is not None
    assert current.action.title.startswith("Werkplekleren")


def test_a_version_is_renamed_removed_and_brought_back(
    page: PlanPage, extras: CycleExtras, story: Story, version_id: str, qtbot: QtBot
) -> None:
    QApplication.processEvents()
    extras.approving.compare()
    dialog = modal(DifferencesDialog)
    dialog.name.line.setText("Definitief")
    dialog.name.commit()
    QApplication.processEvents()
    assert dialog._version().name == "Definitief"
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert not extras.approving._has_version()
    story.desk.undo()
    QApplication.processEvents()
    assert extras.approving._has_version()


def test_a_report_is_saved_where_the_user_says(
    page: PlanPage, story: Story, version_id: str, words: Words, files: Files, window: Window, qtbot: QtBot
) -> None:
    edited(story)
    found = told(story, version_id, words)
    save_book(page.context, "Verschillen", lambda: difference_book(found, words))
    qtbot.waitUntil(lambda: not window.tasks.running)
    assert files.answer is not None
    assert openpyxl.load_workbook(files.answer).active is not None
    files.answer = files.answer.with_suffix(".pdf")
    save_differences_pdf(page.context, found)
    qtbot.waitUntil(lambda: not window.tasks.running)
    assert files.answer.read_bytes().startswith(b"%PDF")
    files.answer = None
    save_differences_pdf(page.context, found)
    assert not window.tasks.running
