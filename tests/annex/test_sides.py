"""A changed file beside a workspace in which the user changed things too: who wins is never guessed."""

# ruff: noqa: F811 (fixtures are asked for by name)
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.agreement.commands.agreements import ReviseAgreement
from coopdesk.annex.commands import Imported
from coopdesk.annex.merge.compare import compare
from coopdesk.annex.merge.sides import Side, settle
from coopdesk.annex.model import Choices, Rule
from coopdesk.annex.report import load
from coopdesk.desk.desk import Desk
from coopdesk.figures.commands import ReviseObservation
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.commands.actions import ReviseAction
from tests.annex.conftest import Read
from tests.annex.test_again import AGREED, PLANNED, actions, plan, rate  # noqa: F401 (fixtures)
from tests.annex.test_import import RATES, batches

NEWER = [RATES[0], [41002, "Aalst", 2015, "70,4"], RATES[2]]


def correct(desk: Desk[Any], value: str) -> None:
    """The user corrects the rate of Aalst."""
    with desk.look() as work:
        (aalst,) = work.figures.observations("employment_rate", ["41002"])
    desk.do(ReviseObservation(aalst.id, aalst.version, Decimal(value)))


def test_a_figure_the_user_corrected_stays_and_the_account_says_so(
    desk: Desk[Any], bring: Callable[..., Imported]
) -> None:
    bring(RATES)
    correct(desk, "69.9")
    done = bring([*NEWER, [41048, "Ninove", 2015, "68,8"]])
    assert rate(desk) == "69.9"
    assert (done.tally.added, done.tally.changed, done.tally.kept) == (1, 0, 1)
    report = load(batches(desk)[0].report)
    assert report is not None
    assert [(one.mine, one.file) for one in report.kept] == [("69.9", "70.4")]


def test_the_rule_of_the_column_decides_between_both(desk: Desk[Any], bring: Callable[..., Imported]) -> None:
    bring(RATES)
    correct(desk, "69.9")
    bring(NEWER, choices=Choices(rules=(("employment_rate", Rule.MINE),)))
    assert rate(desk) == "69.9"
    bring(NEWER, choices=Choices(rules=(("employment_rate", Rule.SOURCE),)))
    assert rate(desk) == "70.4"


def test_the_same_file_after_a_correction_changes_nothing_and_asks_nothing(
    desk: Desk[Any], bring: Callable[..., Imported], read: Read
) -> None:
    bring(RATES)
    correct(desk, "69.9")
    with desk.look() as work:
        found = compare(work, read(RATES))
    assert (found.tally.changed, found.tally.kept, [d.side for d in found.differences]) == (0, 0, [Side.MINE])
    assert bring(RATES).batch_id == ""


def test_a_correction_that_was_taken_over_is_compared_with_the_file_that_brought_it(
    desk: Desk[Any], bring: Callable[..., Imported]
) -> None:
    bring(RATES)
    correct(desk, "69.9")
    bring(NEWER, choices=Choices(rules=(("employment_rate", Rule.SOURCE),)))
    done = bring(RATES)
    assert (done.tally.changed, rate(desk)) == (1, "70.1")


def test_fields_of_an_action_are_settled_one_by_one(desk: Desk[Any], bring: Callable[..., Imported], plan: str) -> None:
    bring(PLANNED, plan)
    fair = actions(desk)["1.1"]
    desk.do(ReviseAction(replace(fair, lead="Els", remark="Zelf bijgehouden")))
    newer = [PLANNED[0], ["Meer werk", "1.1", "Jobbeurs", "1/3/2023", "1/9/2023", "Bea"], PLANNED[2]]
    done = bring(newer, plan)
    fair = actions(desk)["1.1"]
    assert (fair.lead, fair.remark) == ("Els", "Zelf bijgehouden")
    assert fair.end is not None
    assert fair.end.canonical() == "2023-09-01"
    assert (done.tally.changed, done.tally.kept) == (1, 1)
    # Undecided is asked again, also after the other fields came in.
    assert bring(newer, plan).tally.kept == 1


def test_what_a_plan_says_by_default_was_not_typed_by_anyone(
    desk: Desk[Any], bring: Callable[..., Imported], plan: str
) -> None:
    bring(PLANNED, plan)
    head = [*PLANNED[0], "Status"]
    done = bring([head, [*PLANNED[1], "lopend"], [*PLANNED[2], "lopend"]], plan)
    assert (done.tally.changed, done.tally.kept) == (2, 0)
    assert {a.status.value for a in actions(desk).values()} == {"running"}


def test_the_end_of_an_agreement_the_user_extended_stays(desk: Desk[Any], bring: Callable[..., Imported]) -> None:
    bring(AGREED)
    with desk.look() as work:
        (dender,) = work.agreements.agreements()
    desk.do(ReviseAgreement(replace(dender, end_date=PartialDate.year(2030))))
    done = bring([AGREED[0], *([*row[:3], "30/6/2027"] for row in AGREED[1:])])
    with desk.look() as work:
        (dender,) = work.agreements.agreements()
    assert dender.end_date.canonical() == "2030"
    assert (done.tally.changed, done.tally.kept) == (0, 1)


@pytest.mark.parametrize("rule", list(Rule))
def test_an_amount_that_changed_in_the_file_changes_in_the_budget(
    desk: Desk[Any], bring: Callable[..., Imported], plan: str, rule: Rule
) -> None:
    head = ["Code", "Actie", "Start", "Budget"]
    bring([head, ["1.1", "Jobbeurs", "2023", "12.500 euro"]], plan)
    bring([head, ["1.1", "Jobbeurs", "2023", "15.000 euro"]], plan, Choices(rules=(("budget", rule),)))
    with desk.look() as work:
        assert [line.cents for line in work.plans.budget(plan)] == [1_500_000]


texts = st.sampled_from(["", "a", "b", "c"])


@given(mine=texts, new=texts, base=st.none() | texts, rule=st.sampled_from(Rule))
def test_a_value_of_the_user_is_only_replaced_when_it_came_from_the_file_or_someone_said_so(
    mine: str, new: str, base: str | None, rule: Rule
) -> None:
    side, taken = settle(mine, new, base, rule)
    if taken:
        assert new
        assert new != mine
        assert not mine or base == mine or rule is Rule.SOURCE
    if side is Side.NONE:
        assert not new or new == mine
