"""The check of the Flemish priorities: at least one action per priority per year, or a dated reason."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.cycle.commands.reasons import AddActionForPriority, NoteReason, ServePriority
from coopdesk.cycle.model import PriorityReason
from coopdesk.cycle.rules.matrix import CellState, holes, matrix
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import Action, ActionStatus, Plan, PolicyPriority
from coopdesk.plan.rules import priority_gaps

TODAY = date(2026, 11, 24)
PLAN = Plan("p", "a", 2026, 2028)
ONE, TWO = PolicyPriority("1", "WSE-LR1", "Regie", 2023), PolicyPriority("2", "WSE-LR2", "Werk", 2023, 2026)


def action(begin=None, end=None, nis=(), codes=("WSE-LR1",), status=ActionStatus.RUNNING):
    year = PartialDate.year
    return Action("x", "p", "o", "1", "Actie", begin=begin and year(begin), end=end and year(end), nis=nis,
                  priorities=codes, status=status)  # fmt: skip


def states(rows):
    return {row.id: "".join(cell.state.value[0] for cell in row.cells) for row in rows}


def test_a_year_without_an_action_is_a_hole():
    assert states(matrix(PLAN, [action(2026, 2027)], [ONE], [])) == {"WSE-LR1/": "ssh"}


def test_a_priority_is_asked_for_only_in_the_years_it_holds():
    assert states(matrix(PLAN, [], [TWO], [])) == {"WSE-LR2/": "hnn"}
    assert matrix(PLAN, [], [PolicyPriority("3", "OLD", "Oud", 2013, 2022)], []) == ()


def test_a_reason_fills_a_hole_but_an_action_counts_more():
    reason = PriorityReason("r", "p", "WSE-LR1", 2028, "Na de evaluatie.", TODAY)
    rows = matrix(PLAN, [action(2026, 2027)], [ONE], [reason])
    assert states(rows) == {"WSE-LR1/": "sse"}
    assert states(matrix(PLAN, [action()], [ONE], [reason])) == {"WSE-LR1/": "sss"}


def test_a_stopped_action_counts_for_nothing():
    assert holes(matrix(PLAN, [action(status=ActionStatus.STOPPED)], [ONE], [])) == 3


def test_per_municipality_each_has_its_own_row():
    here = action(2026, 2028, nis=("99001",))
    reason = PriorityReason("r", "p", "WSE-LR1", 2027, "Alleen Lindemeer.", TODAY, "99002")
    area = PriorityReason("s", "p", "WSE-LR1", 2028, "Niemand dit jaar.", TODAY)
    rows = matrix(PLAN, [here], [ONE], [reason, area], ("99001", "99002"))
    assert states(rows) == {"WSE-LR1/99001": "sss", "WSE-LR1/99002": "hee"}


@given(st.lists(st.tuples(st.integers(2024, 2030), st.integers(0, 5), st.booleans()), max_size=5))
def test_the_holes_are_the_gaps_the_plan_knows(spans):
    actions = [
        action(begin, begin + length, codes=("WSE-LR1",) if one else ("WSE-LR2",)) for begin, length, one in spans
    ]
    rows = matrix(PLAN, actions, [ONE, TWO], [])
    found = {(cell.year, cell.code) for row in rows for cell in row.cells if cell.state is CellState.HOLE}
    assert found == {(gap.year, gap.code) for gap in priority_gaps(PLAN, actions, [ONE, TWO])}


def reasons(story):
    with story.desk.look() as work:
        return work.cycles.reasons(story.plan_id)


def test_a_reason_is_dated_changed_and_taken_away_again(story):
    note = NoteReason(story.plan_id, "WSE-LR3", 2027, " Pas na de  evaluatie. ", TODAY)
    story.desk.do(note)
    (found,) = reasons(story)
    assert (found.reason, found.noted) == ("Pas na de evaluatie.", TODAY)
    story.desk.do(NoteReason(story.plan_id, "WSE-LR3", 2027, "Anders.", date(2027, 1, 5)))
    (changed,) = reasons(story)
    assert (changed.id, changed.reason, changed.noted) == (found.id, "Anders.", date(2027, 1, 5))
    story.desk.do(NoteReason(story.plan_id, "WSE-LR3", 2027, "", TODAY))
    assert reasons(story) == []
    story.desk.undo()
    assert [r.reason for r in reasons(story)] == ["Anders."]


def test_a_reason_lies_within_the_plan(story):
    with pytest.raises(Invalid):
        story.desk.do(NoteReason(story.plan_id, "WSE-LR3", 2040, "Te ver.", TODAY))


def test_an_action_made_for_a_hole_fills_it(story):
    made = story.desk.do(AddActionForPriority(story.plan_id, "WSE-LR3", 2027, "Startpunt", "Doel", "99001"))
    with story.desk.look() as work:
        found = work.plans.get(Action, made)
    assert (found.priorities, found.begin, found.nis) == (("WSE-LR3",), PartialDate.year(2027), ("99001",))
    story.desk.do(ServePriority(made, "WSE-LR2"))
    story.desk.do(ServePriority(made, "WSE-LR2"))
    with story.desk.look() as work:
        assert work.plans.get(Action, made).priorities == ("WSE-LR3", "WSE-LR2")
