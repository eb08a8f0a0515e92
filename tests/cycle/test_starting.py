"""Starting a plan: from the catalogue, and from the plan of the cycle before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.cycle.catalogue import open_catalogue
from coopdesk.cycle.commands.starting import AddFromTemplates, StartNextPlan
from coopdesk.cycle.model import Fate
from coopdesk.cycle.queries.contents import content_of
from coopdesk.cycle.rules.rollover import Years, next_years, proposed, renewed, shifted
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import SEASONS, PartialDate
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.model import Action, ActionStatus, Plan
from tests.plan.conftest import area

CATALOGUE = open_catalogue("nl")
PLAN = Plan("p", "a", 2026, 2031)


def chosen(*keys):
    return tuple(t for t in CATALOGUE.templates if t.key in keys)


def read(story, plan_id):
    with story.desk.look() as work:
        return content_of(work, plan_id)


def test_kinds_of_action_come_with_all_that_belongs_to_them(desk):
    area_id = area(desk)
    begin = PartialDate.month(2027, 1)
    desk.do(AddFromTemplates(area_id, "", begin, chosen("job_fair", "outreach"), CATALOGUE.ambitions))
    with desk.look() as work:
        (plan,) = work.plans.plans(area_id)
        actions = {a.title: a for a in work.plans.actions(plan.id)}
        milestones = work.plans.milestones(plan.id)
        titles = [o.title for o in work.plans.objectives(plan.id)]
        indicators = [i.title for i in work.plans.indicators(plan.id)]
    assert (plan.begin_year, plan.end_year) == (2026, 2031)
    assert titles == ["Meer mensen aan het werk", "Veerkrachtige ondernemingen op een toekomstbestendige arbeidsmarkt"]
    fair = actions["Jaarlijkse jobbeurs in de eigen regio"]
    assert fair.yearly
    assert fair.end == PartialDate.year(2031)
    assert fair.priorities == ("WSE-LR2", "WSE-LR4")
    outreach = actions["Vindplaatsgericht werken naar niet-beroepsactieven"]
    assert outreach.end == PartialDate.month(2028, 12)
    assert [m.due for m in milestones if m.action_id == outreach.id] == [
        PartialDate.month(2027, 2), PartialDate.month(2027, 6), PartialDate.month(2028, 6)
    ]  # fmt: skip
    assert "Bereikte niet-beroepsactieven per jaar" in indicators
    desk.undo()
    with desk.look() as work:
        assert work.plans.plans(area_id) == []


def test_kinds_of_action_of_one_ambition_share_its_objective(story):
    for key in ("job_fair", "job_dating"):
        command = AddFromTemplates(
            story.area_id, story.plan_id, PartialDate.month(2027, 1), chosen(key), CATALOGUE.ambitions
        )
        story.desk.do(command)
    titles = [row.objective.title for row in story.view().objectives]
    assert titles.count(dict(CATALOGUE.ambitions)["employers"]) == 1
    with pytest.raises(Invalid):
        story.desk.do(replace(command, chosen=()))


def test_the_next_plan_takes_along_what_goes_on_and_closes_the_rest_in_one_step(story):
    before = read(story, story.plan_id)
    fates = {
        story.row("Jobbeurs").id: Fate.RESTARTED,
        story.row("Werkplekleren").id: Fate.CONTINUED,
        story.row("Taalcoaching").id: Fate.STOPPED,
    }
    made = story.desk.do(StartNextPlan(story.plan_id, 2029, 2034, tuple(fates.items())))
    with story.desk.look() as work:
        actions = {a.title: a for a in work.plans.actions(made)}
        successions = {s.action_id: s for s in work.cycles.successions(made)}
        milestones = list(work.plans.milestones(made))
        lines = work.plans.budget(made)
    fair = actions["Jobbeurs 50+ met lokale zorgwerkgevers"]
    assert (fair.status, fair.progress) == (ActionStatus.PLANNED, 0)
    assert fair.end == PartialDate.day(date(2030, 6, 30))
    learning = actions["Werkplekleren bij drie woonzorgcentra"]
    assert (learning.status, learning.progress, learning.end) == (ActionStatus.RUNNING, 20, None)
    assert [m.done for m in milestones if m.action_id == learning.id] == [True, True, False]
    assert not [line for line in lines if line.action_id == learning.id], "money of 2026 stays in the plan of 2026"
    assert successions[learning.id].predecessor_id == story.row("Werkplekleren").id
    assert successions[fair.id].fate is Fate.RESTARTED
    assert "Loopbaancheques promoten via gemeentelijke infobladen" not in actions
    assert story.row("Taalcoaching").action.status is ActionStatus.STOPPED
    story.desk.undo()
    assert read(story, story.plan_id) == before
    with story.desk.look() as work:
        assert [p.id for p in work.plans.plans(story.area_id)] == [story.plan_id]
        assert work.cycles.successions(made) == []


def test_a_next_plan_cannot_begin_within_this_one(story):
    with pytest.raises(Invalid):
        story.desk.do(StartNextPlan(story.plan_id, 2028, 2033, ()))


def test_the_plan_after_2020_2025_is_that_of_2026_2031():
    assert next_years(Plan("p", "a", 2020, 2025)) == Years(2026, 2031, 6)


@pytest.mark.parametrize(
    ("status", "yearly", "fate"),
    [
        (ActionStatus.DONE, False, Fate.FINISHED),
        (ActionStatus.DONE, True, Fate.RESTARTED),
        (ActionStatus.STOPPED, True, Fate.STOPPED),
        (ActionStatus.RUNNING, False, Fate.CONTINUED),
        (ActionStatus.POSTPONED, False, Fate.RESTARTED),
    ],
)
def test_what_mostly_happens_is_proposed(status, yearly, fate):
    assert proposed(Action("a", "p", "o", "1", "x", status=status, yearly=yearly), PLAN) is fate


def test_a_target_of_the_years_before_is_no_promise_any_more(story):
    (objective, *_) = story.view().objectives
    made = story.desk.do(StartNextPlan(story.plan_id, 2029, 2034, ()))
    after = read(story, made)
    names = {i.title for row in story.view().objectives for i in row.indicators}
    assert {part.title for part in after.parts if hasattr(part, "baseline")} == names
    assert objective.indicators


years = st.integers(2000, 2060)
partials = st.one_of(
    st.dates(date(2000, 1, 1), date(2060, 12, 31)).map(PartialDate.day),
    st.builds(PartialDate.month, years, st.integers(1, 12)),
    st.builds(PartialDate.quarter, years, st.integers(1, 4)),
    st.builds(PartialDate.half, years, st.integers(1, 2)),
    st.builds(PartialDate.season, years, st.sampled_from(SEASONS)),
    years.map(PartialDate.year),
)


@given(partials, st.integers(-12, 12))
def test_a_date_moved_on_and_back_is_the_same_date(day, shift):
    there = shifted(day, shift)
    assert there.precision is day.precision
    assert there.first.year == day.first.year + shift
    if (day.first.month, day.first.day) != (2, 29):
        assert shifted(there, -shift) == day


@given(partials, partials, st.integers(1, 12))
def test_an_action_rolled_on_and_back_is_the_same_action(begin, end, shift):
    action = Action("a", "p", "o", "1", "Actie", begin=begin, end=end)
    there = renewed(action, Years(2026, 2031, shift), Fate.RESTARTED)
    back = renewed(there, Years(2026, 2031, -shift), Fate.RESTARTED)
    leap = [day for day in (begin, end) if (day.first.month, day.first.day) == (2, 29)]
    assert back == action or leap


@given(partials)
def test_an_action_that_goes_on_loses_only_an_end_before_the_new_plan(end):
    action = Action("a", "p", "o", "1", "Actie", status=ActionStatus.RUNNING, progress=40, end=end)
    found = renewed(action, Years(2026, 2031, 6), Fate.CONTINUED)
    assert found == (action if end.last.year >= 2026 else replace(action, end=None))


def test_undoing_the_next_plan_gives_back_what_was_closed(story):
    row = story.row("Taalcoaching")
    story.desk.do(ReviseAction(replace(row.action, remark="Nog niet begonnen")))
    story.desk.do(StartNextPlan(story.plan_id, 2029, 2034, ((row.id, Fate.FINISHED),)))
    assert story.row("Taalcoaching").action.progress == 100
    story.desk.undo()
    assert story.row("Taalcoaching").action.status is ActionStatus.PLANNED
