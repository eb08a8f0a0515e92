"""A plan that leaves as a workbook comes back as it was: nothing changes, nothing is doubled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from coopdesk.annex.commands import ImportAnnex
from coopdesk.annex.model import AnnexKind, Choices, Meaning, Rule, Verdict
from coopdesk.annex.queries import preview, read_annex
from coopdesk.annex.sheet.write import workbook
from coopdesk.cli.action_sheet import action_rows
from coopdesk.desk.desk import Desk
from coopdesk.example.make import make_example
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan import queries
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.commands.indicators import AddIndicator
from coopdesk.plan.commands.parts import AddMilestone
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.plan.commands.proof import AddEvidence
from coopdesk.territory.commands import AddArea
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.catalogue import open_words

TODAY = date(2026, 11, 24)
NEW_YEAR = "2031 · €\u00a01.234,50 · – · €\u00a0200 · ESF+"


def exported(desk: Desk, plan_id: str) -> tuple[list[str], list[list[object]]]:
    with desk.look() as work:
        view = queries.view(work, plan_id, TODAY)
    return action_rows(view, open_gazetteer(offers_invented=True).names, open_words("nl"))


def written(folder: Path, name: str, sheet: tuple[list[str], list[list[object]]]) -> Path:
    path = folder / name
    path.write_bytes(workbook("Acties", *sheet, "Gemaakt met Coopdesk"))
    return path


@pytest.fixture
def plan_id(desk: Desk, clock: FixedClock) -> str:
    make_example(desk, clock)
    with desk.look() as work:
        return work.plans.plans()[0].id


def test_an_exported_plan_imported_again_changes_nothing(desk: Desk, plan_id: str, tmp_path: Path) -> None:
    path = written(tmp_path, "plan.xlsx", exported(desk, plan_id))
    reading = read_annex(path, open_gazetteer(offers_invented=True), TODAY, AnnexKind.ACTIONS)
    assert [line.verdict for line in reading.lines].count(Verdict.IMPORT) == 14
    with desk.look() as work:
        tally = preview(work, reading, plan_id)
    assert (tally.added, tally.changed, tally.same) == (0, 0, 14)


def test_edited_exported_and_imported_elsewhere_it_exports_the_same(desk: Desk, plan_id: str, tmp_path: Path) -> None:
    with desk.look() as work:
        actions = work.plans.actions(plan_id)
    partners = ("Stad Gent, dienst Werk", "VDAB", "Groep “Intro”; Gent", 'vzw "De Link"')
    first = replace(actions[0], nis=("12021", "12025"), partners=partners)
    for one in actions[1:]:  # an import knows real municipalities only
        desk.do(ReviseAction(replace(one, nis=("12021",) if one.nis else ())))
    desk.do(AddMilestone(first.id, "Overleg · 1/2/2026", PartialDate.month(2026, 3)))
    desk.do(AddIndicator(first.objective_id, "Bezoekers", unit="personen", target=Decimal("12.5"), action_id=first.id))
    desk.do(AddEvidence(first.id, "Affiche", link="https://example.org/affiche?a=1"))
    desk.do(ReviseAction(replace(first, title="Jobbeurs “50+”; met zorgwerkgevers", remark="Regel 1\nregel 2 =1+1")))
    sheet = exported(desk, plan_id)
    path = written(tmp_path, "plan.xlsx", sheet)
    reading = read_annex(path, open_gazetteer(offers_invented=True), TODAY, AnnexKind.ACTIONS)
    area = desk.do(AddArea("Elders", ("90001",), 2026, 2031))
    other = desk.do(AddPlan(area, 2026, 2031))
    desk.do(ImportAnnex(reading, path.read_bytes(), TODAY, other))
    again = exported(desk, other)
    for at in (*range(17), *range(18, len(sheet[0]))):  # own percentages cannot come back by columns
        assert {row[0]: row[at] for row in sheet[1]} == {row[0]: row[at] for row in again[1]}, sheet[0][at]


def test_what_columns_cannot_bring_back_is_said(desk: Desk, plan_id: str, tmp_path: Path) -> None:
    path = written(tmp_path, "plan.xlsx", exported(desk, plan_id))
    reading = read_annex(path, open_gazetteer(offers_invented=True), TODAY, AnnexKind.ACTIONS)
    assert {flag.reason for flag in reading.flags} == {"own_percentages"}


def test_a_budget_per_year_that_was_edited_in_the_list_is_edited_in_the_plan(
    desk: Desk, plan_id: str, tmp_path: Path
) -> None:
    headings, rows = exported(desk, plan_id)
    at = headings.index("Budget jaar per jaar")
    row = next(row for row in rows if str(row[at]).count("\n") > 0)
    first, *others = str(row[at]).split("\n")
    row[at] = "\n".join([*others, NEW_YEAR])
    row[headings.index("Budget")] = None
    path = written(tmp_path, "plan.xlsx", (headings, rows))
    names = open_gazetteer(offers_invented=True)
    with desk.look() as work:
        asked = preview(work, read_annex(path, names, TODAY, AnnexKind.ACTIONS), plan_id)
    assert (asked.changed, asked.kept) == (0, 1)
    mine = Choices(kind=AnnexKind.ACTIONS, rules=((Meaning.YEARS, Rule.SOURCE),))
    reading = read_annex(path, names, TODAY, choices=mine)
    assert desk.do(ImportAnnex(reading, path.read_bytes(), TODAY, plan_id)).tally.changed == 1
    again = {new[0]: str(new[at]) for new in exported(desk, plan_id)[1]}
    assert again[row[0]].split("\n") == [*others, NEW_YEAR]
    desk.undo()
    assert exported(desk, plan_id)[1][rows.index(row)][at] == "\n".join([first, *others])


def test_an_amount_for_several_years_at_once_changes_nothing_and_is_counted(
    desk: Desk, plan_id: str, tmp_path: Path
) -> None:
    headings, rows = exported(desk, plan_id)
    at = headings.index("Budget")
    with desk.look() as work:
        view = queries.view(work, plan_id, TODAY)
    several = {row.action.code for row in view.rows if len(row.lines) > 1}
    assert several
    path = written(tmp_path, "plan.xlsx", (headings, [
        [*row[:at], "€ 999.999,00", *row[at + 1 :]] if row[0] in several else row for row in rows
    ]))  # fmt: skip
    reading = read_annex(path, open_gazetteer(offers_invented=True), TODAY, AnnexKind.ACTIONS)
    with desk.look() as work:
        tally = preview(work, reading, plan_id)
    assert (tally.changed, tally.spread) == (0, len(several))
