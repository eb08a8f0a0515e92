"""Importing into a workspace: once, again, changed, undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coopdesk.annex.commands import Imported
from coopdesk.annex.kept import ImportBatch
from coopdesk.annex.queries import preview
from coopdesk.desk.desk import Desk
from coopdesk.kernel.errors import Invalid
from coopdesk.plan.model import Plan
from tests.annex.conftest import Read

RATES = [["NIS", "Gemeente", "Jaar", "Werkzaamheidsgraad"], [41002, "Aalst", 2015, "70,1"], [41034, "Lede", 2015, "x"]]
AGREEMENTS = [["Gemeente", "Samenwerkingsverband", "Begindatum", "Einddatum"], ["Aalst", "Dender", "2022", "2025"],
              ["OCMW Lede", "Dender", "2022", "2025"],
              ["Genk", "Stad Genk", "1/1/2021", "onbepaalde duur"]]  # fmt: skip
DOUBTFUL = [*AGREEMENTS, ["Ninove", "Dender", "2022", "eind 2025"]]
ACTIONS = [["Ambitie", "Code", "Actie", "Trekker", "Start", "Budget", "Status"],
           ["Meer werk", "1.1", "Jobbeurs", "Ann", "Q3 2022", "12,5k", "lopend"],
           ["Meer werk", "1.2", "Taalcoaching", "Koen", "2023", "pm", "50%"]]  # fmt: skip


def batches(desk: Desk[Any]) -> list[ImportBatch]:
    with desk.look() as work:
        return work.imports.batches()


def test_figures_keep_the_cell_they_came_from(desk: Desk[Any], bring: Callable[..., Imported]) -> None:
    done = bring(RATES)
    assert done.tally.added == 2
    with desk.look() as work:
        aalst, lede = work.figures.observations("employment_rate")
    assert (aalst.place, aalst.period, str(aalst.value), aalst.cell, aalst.raw) == (
        "41002",
        "2015",
        "70.1",
        "D2",
        "70,1",
    )
    assert (lede.value, lede.state.value, lede.import_id) == (None, "suppressed", done.batch_id)


def test_figures_of_women_are_kept_beside_those_of_everyone(desk: Desk[Any], bring: Callable[..., Imported]) -> None:
    rows = [
        ["Gemeente", "Inwoners (vrouwen) 2022", "Inwoners 2022"],
        ["Aalst", 44_000, 86_445],
        ["Ninove", 20_000, 39_151],
    ]
    assert bring(rows).tally.added == 4
    assert bring(rows).tally.same == 4
    with desk.look() as work:
        assert {o.value for o in work.figures.observations("population")} == {86_445, 39_151}
        assert {o.value for o in work.figures.observations("population", breakdown="sex=f")} == {44_000, 20_000}


def test_the_same_file_twice_changes_nothing(desk: Desk[Any], bring: Callable[..., Imported]) -> None:
    for rows in (RATES, AGREEMENTS):
        bring(rows)
        again = bring(rows)
        assert (again.batch_id, again.tally.added, again.tally.changed) == ("", 0, 0)
    assert len(batches(desk)) == 2


def test_one_undo_takes_a_whole_import_back_and_redo_brings_it_again(
    desk: Desk[Any], bring: Callable[..., Imported]
) -> None:
    bring(RATES)
    desk.undo()
    with desk.look() as work:
        assert work.figures.observations("employment_rate") == []
    assert batches(desk) == []
    desk.redo()
    with desk.look() as work:
        assert len(work.figures.observations("employment_rate")) == 2


def test_another_value_in_a_newer_file_changes_the_figure(desk: Desk[Any], bring: Callable[..., Imported]) -> None:
    bring(RATES)
    done = bring([RATES[0], [41002, "Aalst", 2015, "70,4"], RATES[2]])
    assert (done.tally.added, done.tally.changed, done.tally.same) == (0, 1, 1)
    with desk.look() as work:
        assert str(work.figures.observations("employment_rate", ["41002"])[0].value) == "70.4"


def test_rows_of_one_agreement_become_one_with_members_and_parties(
    desk: Desk[Any], bring: Callable[..., Imported]
) -> None:
    bring(AGREEMENTS)
    with desk.look() as work:
        dender, genk = sorted(work.agreements.agreements(), key=lambda a: a.title)
        members = sorted(m.nis_code for m in work.agreements.members(dender.id))
        parties = {(p.nis_code, p.kind.value) for p in work.agreements.parties(dender.id)}
        origins = {o.field: o.cell for o in work.imports.origins_of(dender.id)}
    assert (dender.title, members) == ("Dender", ["41002", "41034"])
    assert parties == {("41002", "municipality"), ("41034", "ocmw")}
    assert genk.is_open_ended
    assert origins == {"place": "A2", "agreement": "B2", "begin": "C2", "end": "D2"}


def test_a_municipality_that_joins_later_is_added_to_its_agreement(
    desk: Desk[Any], bring: Callable[..., Imported]
) -> None:
    bring(AGREEMENTS)
    done = bring([*AGREEMENTS, ["Ninove", "Dender", "2022", "2025"]])
    assert (done.tally.added, done.tally.changed, done.tally.same) == (0, 1, 1)
    with desk.look() as work:
        assert len(work.agreements.agreements()) == 2


def test_actions_go_under_their_objective_with_budget_and_status(
    desk: Desk[Any], bring: Callable[..., Imported]
) -> None:
    class AddBarePlan:
        label = "plan"

        def run(self, work: Any) -> None:
            work.plans.add(Plan("plan-1", "area-1", 2022, 2025))

    with pytest.raises(Invalid):
        bring(ACTIONS)
    add_area(desk)
    desk.do(AddBarePlan())
    bring(ACTIONS, "plan-1")
    assert bring(ACTIONS, "plan-1").tally.same == 2
    with desk.look() as work:
        (objective,) = work.plans.objectives("plan-1")
        fair, coaching = work.plans.actions("plan-1")
        (line,) = work.plans.budget("plan-1")
    assert (objective.title, fair.code, fair.begin.canonical()) == ("Meer werk", "1.1", "2022-Q3")
    assert (line.cents, line.year) == (1_250_000, 2022)
    assert (coaching.progress, coaching.remark) == (50, "pm")


def add_area(desk: Desk[Any]) -> None:
    """The area the plan belongs to."""
    from coopdesk.territory.model import Area, AreaKind

    class AddBareArea:
        label = "area"

        def run(self, work: Any) -> None:
            work.territory.add(Area("area-1", 1, "Denderstreek", AreaKind.STEERING_AREA, 2022, 2025, "", "", True, ""))

    desk.do(AddBareArea())


def test_the_preview_counts_what_the_import_then_does(
    desk: Desk[Any], read: Read, bring: Callable[..., Imported]
) -> None:
    with desk.look() as work:
        promised = preview(work, read(AGREEMENTS))
    assert bring(AGREEMENTS).tally == promised


def test_nothing_to_import_is_refused_and_nothing_is_kept(desk: Desk[Any], bring: Callable[..., Imported]) -> None:
    with pytest.raises(Invalid):
        bring([AGREEMENTS[0], ["Putten", "X", "2022", "2025"]])
    assert batches(desk) == []


def test_an_import_accounts_for_every_row(desk: Desk[Any], bring: Callable[..., Imported]) -> None:
    bring([*AGREEMENTS, [], ["Lede", "Lede alleen", "2022", "eind 2025"], ["Totaal", 4]])
    (batch,) = batches(desk)
    assert batch.source_rows == batch.imported + batch.flagged + batch.skipped
    assert (batch.imported, batch.flagged, batch.skipped) == (3, 1, 3)
