"""Bringing in what is partly there already: nothing is refused as a whole, and every step can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coopdesk.annex.commands import Imported
from coopdesk.desk.desk import Desk
from coopdesk.plan.model import Action, Plan
from tests.annex.test_import import RATES, add_area, batches

HEAD = ["Ambitie", "Code", "Actie", "Start", "Einde", "Trekker"]
PLANNED = [HEAD, ["Meer werk", "1.1", "Jobbeurs", "1/3/2023", "1/6/2023", "Ann"],
           ["Meer werk", "1.2", "Taalcoaching", "2023", "2024", "Koen"]]  # fmt: skip
AGREED = [["Gemeente", "Samenwerkingsverband", "Begindatum", "Einddatum"],
          ["Aalst", "Dender", "1/1/2022", "31/12/2025"],
          ["Lede", "Dender", "1/1/2022", "31/12/2025"]]  # fmt: skip


@pytest.fixture
def plan(desk: Desk[Any]) -> str:
    class AddBarePlan:
        label = "plan"

        def run(self, work: Any) -> None:
            work.plans.add(Plan("plan-1", "area-1", 2022, 2025))

    add_area(desk)
    desk.do(AddBarePlan())
    return "plan-1"


def actions(desk: Desk[Any]) -> dict[str, Action]:
    with desk.look() as work:
        return {action.code: action for action in work.plans.actions("plan-1")}


def rate(desk: Desk[Any]) -> str:
    with desk.look() as work:
        return str(work.figures.observations("employment_rate", ["41002"])[0].value)


def test_dates_that_do_not_fit_keep_those_of_the_plan_and_the_rest_comes_in(
    desk: Desk[Any], bring: Callable[..., Imported], plan: str
) -> None:
    bring(PLANNED, plan)
    newer = [["Code", "Actie", "Start", "Trekker"], ["1.1", "Jobbeurs", "1/9/2023", "Bea"],
             ["1.2", "Taalcoaching", "2/2023", "Koen"]]  # fmt: skip
    done = bring(newer, plan)
    assert (done.tally.changed, done.tally.undated) == (2, 1)
    fair, coaching = actions(desk)["1.1"], actions(desk)["1.2"]
    assert (fair.begin and fair.begin.canonical(), fair.lead) == ("2023-03-01", "Bea")
    assert coaching.begin
    assert coaching.begin.canonical() == "2023-02"


def test_an_action_with_a_known_title_and_another_code_is_an_action_of_its_own(
    desk: Desk[Any], bring: Callable[..., Imported], plan: str
) -> None:
    bring(PLANNED, plan)
    done = bring([HEAD, ["Meer werk", "2.7", "Jobbeurs", "2024", "2025", "Bea"]], plan)
    assert (done.tally.added, done.tally.changed) == (1, 0)
    assert {code: action.title for code, action in actions(desk).items()} == {
        "1.1": "Jobbeurs", "1.2": "Taalcoaching", "2.7": "Jobbeurs",
    }  # fmt: skip


def test_an_agreement_that_ended_otherwise_takes_the_end_of_the_file(
    desk: Desk[Any], bring: Callable[..., Imported]
) -> None:
    bring(AGREED)
    bring([AGREED[0], *([*row[:3], "30/6/2027"] for row in AGREED[1:])])
    with desk.look() as work:
        (dender,) = work.agreements.agreements()
    assert dender.end_date.canonical() == "2027-06-30"


def test_a_file_without_end_dates_leaves_those_that_are_there(desk: Desk[Any], bring: Callable[..., Imported]) -> None:
    bring(AGREED)
    done = bring([row[:3] for row in AGREED])
    assert (done.tally.changed, done.tally.same) == (0, 1)
    with desk.look() as work:
        (dender,) = work.agreements.agreements()
    assert dender.end_date.canonical() == "2025-12-31"


def test_the_dates_of_an_agreement_come_from_one_row(desk: Desk[Any], bring: Callable[..., Imported]) -> None:
    rows = [["Aalst", "Dender", "1/1/2020", "31/12/2021"], ["Lede", "Dender", "1/1/2022", "31/12/2023"],
            ["Ninove", "Dender", "1/1/2022", "31/12/2024"],
            ["Haaltert", "Dender", "1/1/2019", "31/12/2021"]]  # fmt: skip
    assert bring([AGREED[0], *rows]).tally.added == 1


def test_a_changed_figures_file_can_be_undone_step_by_step_and_redone(
    desk: Desk[Any], bring: Callable[..., Imported]
) -> None:
    bring(RATES)
    bring([RATES[0], [41002, "Aalst", 2015, "70,4"], [41034, "Lede", 2015, "66,6"], [41048, "Ninove", 2015, "68,8"]])
    assert rate(desk) == "70.4"
    desk.undo()
    assert rate(desk) == "70.1"
    assert len(batches(desk)) == 1
    desk.undo()
    with desk.look() as work:
        assert work.figures.observations("employment_rate") == []
    desk.redo()
    desk.redo()
    assert rate(desk) == "70.4"
    desk.undo()
    desk.undo()
    assert batches(desk) == []
