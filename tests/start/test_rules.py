"""What needs attention first, how far the route is, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.agreement.model import Agreement
from coopdesk.followup.rules import Due
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import Action, ActionStatus, ObjectiveIndicator
from coopdesk.start import rules
from coopdesk.start.model import Attention, Facts, Matter, StepKey, StepState

TODAY = date(2026, 11, 24)
RATE = ObjectiveIndicator("i", "o", "Werkzaamheidsgraad", "", "%", None, None, Decimal(72), 2028)
FULL = Facts(
    municipalities=8, chapters=6, chapters_ready=6, opportunities=5, chosen=2, actions=14, agreements=3, active=2
)


def action(days: int, status: ActionStatus = ActionStatus.RUNNING, id: str = "a") -> Action:
    end = PartialDate.day(TODAY + timedelta(days=days))
    return Action(id, "p", "o", "1.1", f"Actie {id}", status=status, end=end)


def agreement(id: str) -> Agreement:
    return Agreement(id=id, title=f"Overeenkomst {id}")


def test_what_is_longest_overdue_comes_first_and_what_has_no_day_comes_last() -> None:
    found = rules.attention(
        TODAY,
        [action(-12, id="a"), action(-40, id="b"), action(5, id="c")],
        [Due(RATE, "2026-H1", date(2026, 11, 9))],
        [(agreement("x"), TODAY + timedelta(days=60)), (agreement("y"), TODAY)],
        stale=2,
        remarks=4,
    )
    assert [(item.matter, item.days) for item in found] == [
        (Matter.LATE_ACTION, -40),
        (Matter.MEASUREMENT, -15),
        (Matter.LATE_ACTION, -12),
        (Matter.AGREEMENT, 0),
        (Matter.AGREEMENT, 60),
        (Matter.STALE, None),
        (Matter.REMARKS, None),
    ]


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.POSTPONED, ActionStatus.STOPPED])
def test_what_is_done_or_put_off_is_not_late(status: ActionStatus) -> None:
    assert rules.attention(TODAY, [action(-12, status)]) == ()


@pytest.mark.parametrize(
    ("last", "there"), [(date(2027, 5, 24), True), (date(2027, 5, 25), False), (date(2026, 11, 23), False)]
)
def test_agreements_are_named_from_six_months_before_they_end(last: date, there: bool) -> None:
    assert bool(rules.attention(TODAY, agreements=[(agreement("x"), last)])) is there


@given(st.lists(st.integers(-400, 400), max_size=12), st.integers(0, 3))
def test_the_list_is_always_in_order_of_urgency(days: list[int], stale: int) -> None:
    found = rules.attention(TODAY, [action(d, id=str(n)) for n, d in enumerate(days)], stale=stale)
    assert list(found) == sorted(found, key=rules.urgency)
    assert len(found) == sum(d < 0 for d in days) + bool(stale)


def test_on_schedule_is_neither_late_nor_put_off_of_all_that_were_not_stopped() -> None:
    actions = [action(5), action(-5), action(-5, ActionStatus.DONE), action(5, ActionStatus.POSTPONED),
               action(5, ActionStatus.STOPPED)]  # fmt: skip
    assert rules.on_schedule(actions, TODAY) == (2, 4)


def states(facts: Facts) -> dict[StepKey, StepState]:
    return {step.key: step.state for step in rules.route(facts)}


def test_an_empty_workspace_has_everything_to_do() -> None:
    assert set(states(Facts()).values()) == {StepState.TODO}
    assert rules.next_step(Facts()).page == "area"


def test_a_step_under_way_shows_as_half_done() -> None:
    found = states(replace(FULL, chapters_ready=4, active=0, chosen=0))
    assert found[StepKey.AREA] is StepState.DONE
    assert found[StepKey.ANALYSIS] is StepState.BUSY
    assert found[StepKey.OPPORTUNITIES] is StepState.BUSY
    assert found[StepKey.AGREEMENTS] is StepState.BUSY
    assert found[StepKey.DOSSIER] is StepState.TODO


def test_the_next_step_follows_the_route() -> None:
    begun = Facts(municipalities=8)
    assert rules.next_step(begun).kind == "analysis"
    writing = replace(begun, chapters=6, chapters_ready=4, next_chapter_id="c5", next_chapter_number=5)
    step = rules.next_step(writing)
    assert (step.kind, step.id, step.number) == ("chapter", "c5", 5)
    ready = replace(writing, chapters_ready=6, next_chapter_id="")
    assert rules.next_step(ready).kind == "opportunities"
    assert rules.next_step(replace(ready, chosen=1)).kind == "plan"
    assert rules.next_step(replace(ready, actions=3)).kind == "agreements"
    assert rules.next_step(FULL).kind == "dossier"


def test_an_urgent_thing_comes_before_the_dossier() -> None:
    late = Attention(Matter.LATE_ACTION, "1.3", "a3", TODAY - timedelta(days=3), -3)
    far = Attention(Matter.AGREEMENT, "X", "x", TODAY + timedelta(days=90), 90)
    step = rules.next_step(replace(FULL, attention=(late, far)))
    assert (step.kind, step.page, step.id) == ("late_action", "plan", "a3")
    assert rules.next_step(replace(FULL, attention=(far,))).kind == "dossier"
