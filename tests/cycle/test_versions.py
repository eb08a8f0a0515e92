"""What was approved stays as it was approved, and every later edit shows."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.cycle.commands.versions import FixPlan, RemoveVersion, ReviseVersion
from coopdesk.cycle.model import PlanVersion
from coopdesk.cycle.queries.contents import approved
from coopdesk.cycle.rules.content import KINDS, content, digest, frozen, thawed
from coopdesk.cycle.rules.difference import applied, difference
from coopdesk.kernel.errors import Invalid, Refused, UserError
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.commands.actions import AddAction, MoveAction, RemoveActions, ReviseAction
from coopdesk.plan.commands.indicators import AddIndicator
from coopdesk.plan.commands.objectives import (
    AddObjective,
    MoveObjective,
    RemoveObjectives,
    ReviseObjective,
)
from coopdesk.plan.commands.parts import AddBudgetLine, AddMilestone, RemoveMilestone, ReviseMilestone, SetBudget
from coopdesk.plan.commands.plans import RevisePlan
from coopdesk.plan.model import (
    Action,
    ActionLink,
    ActionStatus,
    BudgetLine,
    Evidence,
    IndicatorTarget,
    Milestone,
    Objective,
    ObjectiveIndicator,
    Part,
    Plan,
    PolicyPriority,
)

TODAY = date(2026, 11, 24)


def fix(story, name="Goedgekeurd", decided=TODAY):
    return story.desk.do(FixPlan(story.plan_id, name, decided, "Gemeenteraad", TODAY))


def kept(story, version_id):
    with story.desk.look() as work:
        version = work.cycles.get(PlanVersion, version_id)
        return version, approved(work, version)


def test_an_approved_version_is_the_whole_plan_of_that_day(story, whole):
    before = whole()
    version, found = kept(story, fix(story))
    assert found == before
    assert version.sha256 == digest(frozen(before))
    story.desk.do(RemoveActions((story.row("Jobbeurs").id,)))
    assert kept(story, version.id)[1] == before


def test_every_kind_of_part_a_plan_has_is_in_it():
    assert set(get_args(Part)) - {Plan, PolicyPriority} == set(KINDS.values())


def test_several_versions_are_kept_and_one_can_be_removed_and_brought_back(story):
    first, second = fix(story, "Ontwerp", date(2026, 1, 12)), fix(story, "Goedgekeurd")
    with story.desk.look() as work:
        assert [v.name for v in work.cycles.versions(story.plan_id)] == ["Ontwerp", "Goedgekeurd"]
    story.desk.do(RemoveVersion(first))
    story.desk.undo()
    assert kept(story, first)[0].name == "Ontwerp"
    assert kept(story, second)[0].body == "Gemeenteraad"


def test_a_version_needs_a_name_and_a_day_that_has_come(story):
    with pytest.raises(Invalid):
        fix(story, "  ")
    with pytest.raises(Invalid):
        fix(story, decided=TODAY + timedelta(days=1))


def test_only_name_day_and_body_of_a_version_can_be_changed(story):
    version, found = kept(story, fix(story))
    story.desk.do(ReviseVersion(replace(version, name="Raad", sha256="0" * 64, plan_id="x")))
    again, same = kept(story, version.id)
    assert (again.name, again.sha256, again.plan_id, same) == ("Raad", version.sha256, version.plan_id, found)


def test_a_content_that_was_tampered_with_is_refused(whole):
    text = frozen(whole())
    with pytest.raises(Refused):
        thawed(text.replace("Jobbeurs", "Beurs"), digest(text))


def test_a_content_of_an_earlier_coopdesk_has_fewer_fields(whole):
    text = frozen(whole()).replace('"yearly":false,', "").replace(',"yearly":false', "")
    assert '"yearly"' not in text
    assert thawed(text, digest(text)) == whole()


def edits(story, seed):
    """One random edit of the plan."""
    rnd = random.Random(seed)
    with story.desk.look() as work:
        plan = work.plans.get(Plan, story.plan_id)
        objectives, actions = work.plans.objectives(plan.id), work.plans.actions(plan.id)
        milestones = work.plans.milestones(plan.id)
    action, objective = rnd.choice(actions or [None]), rnd.choice(objectives or [None])
    kinds = [lambda: AddObjective(plan.id, f"Doel {seed}")]
    if objective is not None:
        kinds += [
            lambda: AddAction(objective.id, f"Actie {seed}"),
            lambda: ReviseObjective(replace(objective, title=f"Anders {seed}")),
            lambda: MoveObjective(objective.id, objective.version, rnd.randrange(4)),
            lambda: AddIndicator(objective.id, f"Maat {seed}"),
            lambda: RevisePlan(replace(plan, title=f"Plan {seed}")),
        ]
        kinds += [lambda: RemoveObjectives((objective.id,))] if len(objectives) > 4 else []
    if action is not None:
        kinds += [
            lambda: ReviseAction(replace(action, status=rnd.choice(list(ActionStatus)), progress=rnd.randrange(101))),
            lambda: ReviseAction(replace(action, end=PartialDate.quarter(2027 + rnd.randrange(4), 3), begin=None)),
            lambda: ReviseAction(replace(action, partners=(f"Partner {seed}",), nis=("99001",))),
            lambda: MoveAction(action.id, action.version, objective.id, rnd.randrange(-1, 4)),
            lambda: SetBudget(action.id, 2026, rnd.randrange(100_000)),
            lambda: AddBudgetLine(action.id, 2027, rnd.randrange(100_000)),
            lambda: AddMilestone(action.id, f"Stap {seed}"),
        ]
        kinds += [lambda: RemoveActions((action.id,))] if len(actions) > 4 else []
    if milestones:
        one = rnd.choice(milestones)
        kinds += [lambda: ReviseMilestone(replace(one, done=not one.done)), lambda: RemoveMilestone(one.id)]
    return rnd.choice(kinds)()


def many(story, first, times):
    """So many random edits; how many became a step."""
    done = 0
    for seed in range(first, first + times):
        top = story.desk.history.undoable
        with suppress(UserError):
            story.desk.do(edits(story, seed))
        done += story.desk.history.undoable is not top
    return done


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_difference_makes_the_present_plan_of_the_approved_one_after_200_edits(story, whole, seed):
    version_id = fix(story)
    done = many(story, seed * 1000, 200)
    before, after = kept(story, version_id)[1], whole()
    assert done > 150
    assert applied(before, difference(before, after)) == after
    assert applied(after, difference(after, before)) == before
    assert difference(after, after).empty


def test_after_200_edits_and_as_many_undos_the_plan_is_byte_for_byte_the_same(story, whole):
    before = whole()
    done = many(story, 0, 200)
    assert done > 150
    assert not difference(before, whole()).empty
    for _ in range(done):
        story.desk.undo()
    assert frozen(whole()) == frozen(before)


def test_moving_one_action_is_told_as_one_move(story, whole):
    before = whole()
    row = story.row("Werkplekleren")
    story.desk.do(MoveAction(row.id, row.action.version, row.objective.id, 0))
    found = difference(before, whole())
    assert found.moved == (("action", row.id),)
    assert {change.field for change in found.changed} == {"position"}


def test_an_action_pushed_aside_by_a_new_one_has_not_moved(story, whole):
    before = whole()
    row = story.row("Jobbeurs")
    story.desk.do(AddAction(row.objective.id, "Ertussen", after=row.id))
    found = difference(before, whole())
    assert found.moved == ()
    assert [part.title for part in found.added] == ["Ertussen"]


def test_an_action_under_another_objective_has_moved(story, whole):
    before = whole()
    row, other = story.row("Jobbeurs"), story.row("Bouwklas")
    story.desk.do(MoveAction(row.id, row.action.version, other.objective.id))
    assert ("action", row.id) in difference(before, whole()).moved


titles = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
parts = st.builds(
    Action,
    id=st.sampled_from("abcdef"),
    plan_id=st.just("p"),
    objective_id=st.sampled_from("xy"),
    code=titles,
    title=titles,
    end=st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(PartialDate.day),
    partners=st.lists(titles, max_size=2).map(tuple),
    position=st.integers(0, 3),
    yearly=st.booleans(),
) | st.builds(Objective, id=st.sampled_from("xy"), plan_id=st.just("p"), code=titles, title=titles)
parts |= st.builds(Milestone, id=st.sampled_from("mn"), action_id=st.sampled_from("abc"), title=titles)
parts |= st.builds(ActionLink, id=st.sampled_from("kl"), action_id=st.sampled_from("abc"), target=titles)
parts |= st.builds(BudgetLine, id=st.sampled_from("qr"), action_id=st.sampled_from("abc"), year=st.integers(2026, 2031))
parts |= st.builds(IndicatorTarget, id=st.sampled_from("st"), value=st.decimals(-9, 99, places=2))
parts |= st.builds(Evidence, id=st.sampled_from("uv"), action_id=st.sampled_from("abc"), title=titles, link=titles)
parts |= st.builds(
    ObjectiveIndicator, id=st.sampled_from("w"), title=titles, target=st.none() | st.decimals(0, 9, places=1)
)
contents = st.lists(parts, max_size=8, unique_by=lambda part: (type(part), part.id)).map(
    lambda found: content(Plan("p", "a", 2026, 2031), found)
)


@given(contents)
def test_a_content_survives_freezing(found):
    text = frozen(found)
    assert thawed(text, digest(text)) == found
    assert frozen(thawed(text, digest(text))) == text


@given(contents, contents)
def test_a_difference_leads_from_any_content_to_any_other(one, other):
    found = difference(one, other)
    assert applied(one, found) == other
    assert found.empty == (one == other)
    assert len(set(found.moved)) == len(found.moved)
