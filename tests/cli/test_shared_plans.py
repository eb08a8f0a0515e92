"""The real-looking plans of colleagues, through the program and back: what comes in, is edited and goes out, is the
same when it comes in again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coopdesk.annex.commands import ImportAnnex
from coopdesk.annex.model import AnnexKind
from coopdesk.annex.queries import preview, read_annex
from coopdesk.annex.sheet.write import workbook
from coopdesk.cli.action_sheet import action_rows
from coopdesk.desk.desk import Desk
from coopdesk.plan import queries
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.commands.parts import AddBudgetLine
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.plan.model import ActionStatus, SplitKey
from coopdesk.territory.commands import AddArea
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.catalogue import open_words
from tests.cli.conftest import run

TODAY = date(2026, 11, 24)
GAZETTEER = open_gazetteer()
Sheet = tuple[list[str], list[list[object]]]


def exported(desk: Desk, plan_id: str) -> Sheet:
    with desk.look() as work:
        return action_rows(queries.view(work, plan_id, TODAY), GAZETTEER.names, open_words("nl"))


def a_plan(desk: Desk, name: str) -> str:
    return str(desk.do(AddPlan(desk.do(AddArea(name, ("41002", "41018"), 2022, 2027)), 2022, 2027)))


def bring_in(desk: Desk, path: Path, plan_id: str) -> None:
    reading = read_annex(path, GAZETTEER, TODAY, AnnexKind.ACTIONS)
    desk.do(ImportAnnex(reading, path.read_bytes(), TODAY, plan_id))


def edit(desk: Desk, plan_id: str) -> None:
    """What a coordinator changes in a week: names, texts, dates, money."""
    with desk.look() as work:
        first, second, third, *more = work.plans.actions(plan_id)
        paid = {line.action_id for line in work.plans.budget(plan_id)}
    desk.do(ReviseAction(replace(first, partners=("VDAB", "OCMW"), target_groups=("50+", "jongeren"), yearly=True)))
    desk.do(
        ReviseAction(replace(second, description="Regel 1\nregel 2; met een komma, en =1+1", split=SplitKey.EQUALLY))
    )
    desk.do(ReviseAction(replace(third, title="Jobbeurs “50+”", status=ActionStatus.POSTPONED, progress=35,
                                 reporting_codes=("R-7",), remark="Wacht op\nantwoord")))  # fmt: skip
    bare = next(one for one in more if one.id not in paid)
    desk.do(AddBudgetLine(bare.id, 2023, 150_000, spent=20_050, source="ESF, Vlaanderen", own=25_000))


@pytest.mark.parametrize("name", ["actieplan_Denderregio_2022-2025.xlsx", "opvolging_acties_W13.xls"])
def test_a_plan_of_a_colleague_edited_and_exported_comes_back_the_same(
    desk: Desk, shared: Path, tmp_path: Path, name: str
) -> None:
    plan_id = a_plan(desk, "Denderregio")
    bring_in(desk, shared / "annexes" / name, plan_id)
    edit(desk, plan_id)
    sheet = exported(desk, plan_id)
    assert len(sheet[1]) == 15
    path = tmp_path / "acties.xlsx"
    path.write_bytes(workbook("Acties", *sheet, "Gemaakt met Coopdesk op 24 november 2026."))
    reading = read_annex(path, GAZETTEER, TODAY, AnnexKind.ACTIONS)
    with desk.look() as work:
        tally = preview(work, reading, plan_id)
    assert (tally.added, tally.changed, tally.same, tally.spread) == (0, 0, 15, 0)
    bring_in(desk, path, plan_id)
    assert exported(desk, plan_id) == sheet
    other = a_plan(desk, "Elders")
    bring_in(desk, path, other)
    assert exported(desk, other) == sheet


def test_the_program_itself_brings_a_plan_in_and_out_and_in(shared: Path, tmp_path: Path) -> None:
    there, out, again = tmp_path / "werk", tmp_path / "uit.xlsx", tmp_path / "elders"
    for folder in (there, again):
        assert run("area", "Denderregio", "41002", "41018", "--workspace", folder).code == 0
    source = shared / "annexes" / "opvolging_acties_W13.xls"
    assert run("import", source, "--kind", "actions", "--workspace", there).code == 0
    assert run("export", "--what", "actions", "--out", out, "--workspace", there).code == 0
    same = run("import", out, "--kind", "actions", "--workspace", there, "--json").json
    assert same["changes"] == {"added": 0, "changed": 0, "same": 15}
    assert run("import", out, "--kind", "actions", "--workspace", again, "--json").json["changes"]["added"] == 15
