from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan import rules
from coopdesk.plan.model import Action, ActionStatus, Milestone, Plan, PolicyPriority

TODAY = date(2026, 11, 24)
ACTION = Action("a", "p", "o", "1.1", "Jobbeurs", status=ActionStatus.RUNNING)


def test_an_action_is_late_the_day_after_its_last_possible_day() -> None:
    ends = replace(ACTION, end=PartialDate.month(2026, 10))
    assert not rules.late(ends, date(2026, 10, 31))
    assert rules.days_late(ends, date(2026, 11, 1)) == 1


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.STOPPED, ActionStatus.POSTPONED])
def test_what_is_finished_or_put_off_is_never_late(status: ActionStatus) -> None:
    assert not rules.late(replace(ACTION, status=status, end=PartialDate.day(date(2020, 1, 1))), TODAY)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_late_and_ending_soon_exclude_each_other(end: date) -> None:
    action = replace(ACTION, end=PartialDate.day(end))
    assert not (rules.late(action, TODAY) and rules.ends_soon(action, TODAY))
    assert rules.ends_soon(action, TODAY) == (TODAY <= end <= TODAY + timedelta(days=30))


@given(st.integers(1900, 2200))
def test_every_year_lies_in_its_policy_cycle_of_six(year: int) -> None:
    begin, end = rules.policy_cycle(year)
    assert begin <= year <= end
    assert end - begin == 5
    assert rules.policy_cycle(2026) == (2026, 2031)


def test_codes_sort_as_people_count() -> None:
    codes = ["1.10", "1.2", "A1310", "A0402", "1"]
    assert sorted(codes, key=rules.natural_key) == ["1", "1.2", "1.10", "A0402", "A1310"]


@given(st.lists(st.integers(1, 500), unique=True))
def test_the_next_code_is_new_and_the_highest(numbers: list[int]) -> None:
    codes = [f"2.{number}" for number in numbers]
    made = rules.next_code("2", codes)
    assert made not in codes
    assert rules.natural_key(made) > max(map(rules.natural_key, codes), default=())


def test_a_year_without_an_action_for_a_priority_is_named() -> None:
    plan = Plan("p", "area", 2026, 2027)
    priorities = [PolicyPriority("x", "WSE-LR1", "Regierol", 2023), PolicyPriority("y", "WSE-LR2", "Werk", 2027)]
    first_year = replace(ACTION, priorities=("WSE-LR1",), end=PartialDate.year(2026))
    gaps = rules.priority_gaps(plan, [first_year], priorities)
    assert [(gap.year, gap.code) for gap in gaps] == [(2027, "WSE-LR1"), (2027, "WSE-LR2")]


def test_a_stopped_action_serves_no_priority() -> None:
    stopped = replace(ACTION, status=ActionStatus.STOPPED, priorities=("WSE-LR1",))
    gaps = rules.priority_gaps(Plan("p", "a", 2026, 2026), [stopped], [PolicyPriority("x", "WSE-LR1", "R", 2023)])
    assert len(gaps) == 1


@given(st.lists(st.booleans(), min_size=1, max_size=40))
def test_progress_of_milestones_stays_within_half_a_percent(done: list[bool]) -> None:
    milestones = [Milestone(str(at), "a", "m", done=one) for at, one in enumerate(done)]
    progress = rules.progress_of(milestones)
    assert progress is not None
    assert abs(progress - 100 * sum(done) / len(done)) <= 0.5


@given(st.lists(st.integers(0, 9), min_size=1, max_size=9), st.integers(0, 8), st.integers(-1, 12))
def test_moving_changes_only_what_moved_and_what_it_passes(positions: list[int], at: int, to: int) -> None:
    siblings = [Milestone(str(number), "a", "m", position=number) for number in range(len(positions))]
    moved = siblings[at % len(siblings)]
    changed = {one.id: one for one in rules.put(siblings, moved, to)}
    after = sorted((changed.get(one.id, one) for one in siblings), key=lambda one: one.position)
    assert [one.position for one in after] == list(range(len(siblings)))
    assert [one.id for one in after if one.id != moved.id] == [one.id for one in siblings if one.id != moved.id]


def test_an_action_cannot_end_before_it_begins() -> None:
    backwards = replace(ACTION, begin=PartialDate.day(TODAY), end=PartialDate.day(TODAY - timedelta(days=1)))
    with pytest.raises(Invalid, match="end date"):
        rules.checked(backwards)


def test_what_is_done_is_done_for_a_hundred_percent_unless_typed_otherwise() -> None:
    done = replace(ACTION, status=ActionStatus.DONE)
    assert rules.settled(ACTION, done).progress == 100
    assert rules.settled(ACTION, replace(done, progress=90)).progress == 90


def test_smart_counts_what_is_known() -> None:
    known = replace(ACTION, lead="Ann", end=PartialDate.year(2027), description="Twee keer per jaar")
    assert rules.smart(known, measured=False).met == 3
    assert rules.smart(replace(known, nis=("12021",)), measured=True).met == 5


def test_a_plan_made_ahead_does_not_push_the_present_one_aside() -> None:
    old, new = Plan("1", "a", 2020, 2025), Plan("2", "a", 2026, 2031)
    assert rules.plan_in([new, old], 2025) is old
    assert rules.plan_in([old, new], 2026) is new
    assert rules.plan_in([old, new], None) is new
    assert rules.plan_in([old, new], 2040) is new
    assert rules.plan_in([old, new], 2010) is old
    assert rules.plan_in([], 2026) is None
