"""Where an indicator stands, what is due, and what belongs in an account."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.followup import rules
from coopdesk.followup.model import Measurement, Rhythm, Standing
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import Action, ActionStatus, ObjectiveIndicator, Plan, PolicyPriority

TODAY = date(2026, 11, 24)
RATE = ObjectiveIndicator("i", "o", "Werkzaamheidsgraad", "", "%", Decimal("68.4"), 2024, Decimal(72), 2028)
DOWN = ObjectiveIndicator("d", "o", "Niet-beroepsactief", "", "%", Decimal("19.8"), 2024, Decimal("17.5"), 2028)
PLAN = Plan("p", "a", 2026, 2031)


def measured(*values: tuple[str, str], indicator: str = "i") -> list[Measurement]:
    return [Measurement(f"{indicator}{period}", indicator, period, Decimal(value)) for period, value in values]


@pytest.mark.parametrize(
    ("period", "value", "standing"),
    [
        ("2026-H1", "69.0", Standing.BEHIND),
        ("2026-H1", "69.8", Standing.ON_SCHEDULE),
        ("2026-H1", "72.0", Standing.REACHED),
        ("2028", "71.9", Standing.BEHIND),
    ],
)
def test_an_indicator_stands_against_the_straight_way_to_its_target(period, value, standing) -> None:
    assert rules.standing(RATE, measured((period, value))) is standing


def test_lower_is_better_when_the_target_lies_below_the_baseline() -> None:
    assert rules.standing(DOWN, measured(("2026-H1", "18.5"))) is Standing.ON_SCHEDULE
    assert rules.standing(DOWN, measured(("2026-H1", "19.5"))) is Standing.BEHIND
    assert rules.standing(DOWN, measured(("2026-H1", "17.4"))) is Standing.REACHED


def test_without_a_measurement_or_a_target_nothing_is_said_of_the_schedule() -> None:
    bare = ObjectiveIndicator("i", "o", "Zonder doel")
    assert rules.standing(RATE, []) is Standing.UNMEASURED
    assert rules.standing(bare, measured(("2026-H1", "5"))) is Standing.NO_TARGET


def test_without_a_baseline_the_first_measurement_is_where_the_way_begins() -> None:
    free = ObjectiveIndicator("i", "o", "Plaatsen", "", "", None, None, Decimal(40), 2028)
    assert rules.standing(free, measured(("2025-H2", "10"), ("2026-H2", "22"))) is Standing.ON_SCHEDULE
    assert rules.standing(free, measured(("2025-H2", "10"), ("2026-H2", "12"))) is Standing.BEHIND


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_the_way_never_leaves_the_room_between_baseline_and_target(day: date) -> None:
    wanted = rules.expected(RATE, day)
    assert wanted is not None
    assert Decimal("68.4") <= wanted <= Decimal(72)


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.sampled_from(list(Rhythm)))
def test_every_day_lies_in_exactly_its_own_period(day: date, rhythm: Rhythm) -> None:
    period = rules.period_of(day, rhythm)
    assert rules.first_day(period) <= day <= rules.last_day(period)
    assert rules.checked_period(period) == period


@given(st.dates(date(2020, 1, 1), date(2024, 1, 1)), st.integers(0, 1500), st.sampled_from(list(Rhythm)))
def test_periods_follow_each_other_without_a_gap(first: date, days: int, rhythm: Rhythm) -> None:
    found = rules.periods(rhythm, first, first + timedelta(days=days))
    assert all(rules.first_day(b) - rules.last_day(a) == timedelta(days=1) for a, b in pairwise(found))


@pytest.mark.parametrize("text", ["2026-05", "2026-05-31", "binnenkort", "2026-Q5", ""])
def test_other_periods_are_refused(text: str) -> None:
    with pytest.raises(Invalid):
        rules.checked_period(text)


def test_the_last_finished_half_year_is_due_until_it_is_measured() -> None:
    (due,) = rules.due(PLAN, [RATE], measured(("2025-H2", "69")), TODAY)
    assert (due.period, due.by) == ("2026-H1", date(2026, 7, 15))
    assert rules.due(PLAN, [RATE], measured(("2026-H1", "69.6")), TODAY) == []


def test_a_measurement_of_a_later_period_also_counts() -> None:
    assert rules.due(PLAN, [RATE], measured(("2026-Q4", "69.6")), TODAY) == []


def test_nothing_is_due_before_the_plan_or_without_a_target() -> None:
    assert rules.due(Plan("p", "a", 2027, 2031), [RATE], [], TODAY) == []
    assert rules.due(PLAN, [ObjectiveIndicator("i", "o", "Zonder doel")], [], TODAY) == []


def test_a_quarterly_rhythm_asks_for_the_last_quarter() -> None:
    (due,) = rules.due(PLAN, [RATE], measured(("2026-H1", "69")), TODAY, Rhythm.QUARTER)
    assert due.period == "2026-Q3"


def action(id: str = "a", **values) -> Action:
    return Action(id, "p", "o", "1.1", "Jobbeurs", **values)


def test_an_action_counts_as_done_on_the_day_its_status_was_set() -> None:
    done = action(status=ActionStatus.DONE, end=PartialDate.day(date(2026, 6, 30)))
    assert rules.done_day(done, date(2026, 5, 4), TODAY) == date(2026, 5, 4)
    assert rules.done_day(done, None, TODAY) == date(2026, 6, 30)
    assert rules.done_day(action(status=ActionStatus.RUNNING), None, TODAY) is None


def test_stopped_actions_do_not_count_in_the_progress() -> None:
    kept = [action("a"), action("b", status=ActionStatus.STOPPED)]
    assert [a.id for a in rules.in_scope(kept)] == ["a"]


def test_the_account_lists_an_action_under_each_of_its_priorities_and_keeps_empty_ones() -> None:
    known = [PolicyPriority(code, code, code, 2020) for code in ("A", "B", "C")]
    both, none = action("both", priorities=("A", "B")), action("none")
    found = rules.per_priority([both, none], known, "2026-H1")
    assert [(p.code if p else None, [a.id for a in mine]) for p, mine in found] == [
        ("A", ["both"]), ("B", ["both"]), ("C", []), (None, ["none"]),
    ]  # fmt: skip


def test_the_account_leaves_out_what_runs_in_another_half_year() -> None:
    over = action("over", end=PartialDate.day(date(2025, 12, 31)))
    late = action("late", end=PartialDate.day(date(2025, 12, 31)), status=ActionStatus.RUNNING)
    later = action("later", begin=PartialDate.half(2026, 2))
    assert [a.id for _, mine in rules.per_priority([over, late, later], [], "2026-H1") for a in mine] == ["late"]
