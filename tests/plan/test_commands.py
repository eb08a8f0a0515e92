from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.opportunity.commands import AddOpportunity
from coopdesk.plan import queries
from coopdesk.plan.commands.actions import AddAction, MoveAction, RemoveActions, ReviseAction
from coopdesk.plan.commands.indicators import AddIndicator, RemoveIndicator, ReviseIndicator, SetTarget
from coopdesk.plan.commands.objectives import AddDomain, MoveObjective, RemoveDomain, RemoveObjectives, ReviseObjective
from coopdesk.plan.commands.parts import (
    AddBudgetLine,
    AddMilestone,
    MoveMilestone,
    RemoveMilestone,
    ReviseMilestone,
    SetBudget,
    UnlinkOpportunity,
)
from coopdesk.plan.commands.plans import AddPriority, RemovePlan, RevisePlan, RevisePriority
from coopdesk.plan.commands.proof import AddEvidence, AttachEvidence, LinkAction, RemoveEvidence, UnlinkAction
from coopdesk.plan.commands.start import MakeActionFromOpportunity
from coopdesk.plan.model import ActionStatus, LinkKind, ObjectiveWord
from coopdesk.territory.commands import AddArea
from tests.plan.conftest import Story


def titles(story: Story) -> list[str]:
    return [row.action.title for row in story.view().rows]


def test_a_new_plan_brings_the_four_flemish_priorities_with_their_source(story: Story) -> None:
    priorities = story.view().priorities
    assert [one.code for one in priorities] == ["WSE-LR1", "WSE-LR2", "WSE-LR3", "WSE-LR4"]
    assert all(one.source.startswith("https://www.socialeeconomie.be") for one in priorities)
    assert len(story.view().gaps) == 3 * 4


def test_actions_get_the_next_code_of_their_objective(story: Story) -> None:
    objective = story.view().objectives[1].id
    made = story.desk.do(AddAction(objective, "Nieuw"))
    assert next(row.action.code for row in story.view().rows if row.id == made) == "2.5"


def test_an_action_added_after_another_stands_right_under_it(story: Story) -> None:
    first = story.row("Jobbeurs")
    story.desk.do(AddAction(first.objective.id, "Tussenin", after=first.id))
    assert titles(story)[:2] == [first.action.title, "Tussenin"]


def test_a_changed_action_can_be_undone_and_done_again(story: Story) -> None:
    action = story.row("Jobbeurs").action
    story.desk.do(ReviseAction(replace(action, status=ActionStatus.DONE)))
    assert story.row("Jobbeurs").action.progress == 100
    story.desk.undo()
    assert replace(story.row("Jobbeurs").action, version=action.version) == action
    story.desk.redo()
    assert story.row("Jobbeurs").action.status is ActionStatus.DONE


def test_a_change_based_on_an_older_version_is_refused_and_changes_nothing(story: Story) -> None:
    action = story.row("Jobbeurs").action
    story.desk.do(ReviseAction(replace(action, lead="Sofie")))
    with pytest.raises(Conflict):
        story.desk.do(ReviseAction(replace(action, lead="Te laat")))
    assert story.row("Jobbeurs").action.lead == "Sofie"


def test_an_action_without_a_title_is_refused(story: Story) -> None:
    with pytest.raises(Invalid, match="title"):
        story.desk.do(ReviseAction(replace(story.row("Jobbeurs").action, title="  ")))


def test_moving_an_action_to_another_objective_keeps_its_code(story: Story) -> None:
    action, target = story.row("Jobbeurs").action, story.view().objectives[2].id
    story.desk.do(MoveAction(action.id, action.version, target, 0))
    moved = story.row("Jobbeurs")
    assert (moved.objective.id, moved.action.code) == (target, "1.1")
    assert next(row.action.title for row in story.view().rows if row.objective.id == target) == action.title


def test_removing_an_action_takes_what_belongs_to_it_and_undo_brings_all_back(story: Story) -> None:
    before = story.row("Werkplekleren")
    story.desk.do(RemoveActions((before.id,)))
    assert story.view().counts.actions == 9
    story.desk.undo()
    after = story.row("Werkplekleren")
    assert [m.title for m in after.milestones] == [m.title for m in before.milestones]
    assert after.budget == 1_250_000


def test_removing_an_objective_or_a_plan_leaves_nothing_behind(story: Story) -> None:
    first = story.view().objectives[0]
    story.desk.do(AddDomain(first.id, "Toeleiding"))
    story.desk.do(RemoveObjectives((first.id,)))
    assert story.view().counts.actions == 7
    story.desk.do(RemovePlan(story.plan_id))
    with story.desk.look() as work:
        assert queries.plan_of(work, story.area_id) is None
    story.desk.undo()
    story.desk.undo()
    assert story.view().counts.actions == 10


def test_objectives_change_place_and_words(story: Story) -> None:
    last = story.view().objectives[2].objective
    story.desk.do(MoveObjective(last.id, last.version, 0))
    moved = story.view().objectives[0].objective
    story.desk.do(ReviseObjective(replace(moved, title="Bouw")))
    assert next(row.objective.title for row in story.view().objectives) == "Bouw"


def test_an_indicator_gets_another_target_and_goes(story: Story) -> None:
    indicator = story.view().objectives[0].indicators[0]
    story.desk.do(ReviseIndicator(replace(indicator, target=Decimal("75.5"), target_year=2028)))
    assert story.view().objectives[0].indicators[0].target == Decimal("75.5")
    story.desk.do(RemoveIndicator(indicator.id))
    assert not story.view().objectives[0].indicators


def test_removing_a_domain_keeps_its_actions(story: Story) -> None:
    row = story.row("Jobbeurs")
    domain = story.desk.do(AddDomain(row.objective.id, "Toeleiding"))
    story.desk.do(ReviseAction(replace(row.action, domain_id=domain)))
    assert story.row("Jobbeurs").domain is not None
    story.desk.do(RemoveDomain(domain))
    assert story.row("Jobbeurs").domain is None


def test_a_domain_of_another_objective_is_refused(story: Story) -> None:
    domain = story.desk.do(AddDomain(story.view().objectives[1].id, "Toeleiding"))
    with pytest.raises(Invalid, match="same objective"):
        story.desk.do(ReviseAction(replace(story.row("Jobbeurs").action, domain_id=domain)))


def test_milestones_are_reached_moved_and_removed(story: Story) -> None:
    first, second, third = story.row("Werkplekleren").milestones
    story.desk.do(ReviseMilestone(replace(third, done=True)))
    story.desk.do(MoveMilestone(first.id, first.version, 1))
    story.desk.do(RemoveMilestone(second.id))
    assert [(m.title, m.done) for m in story.row("Werkplekleren").milestones] == [
        (first.title, True),
        (third.title, True),
    ]


def test_one_amount_sets_the_budget_and_an_empty_one_takes_it_away(story: Story) -> None:
    row = story.row("Jobbeurs")
    story.desk.do(SetBudget(row.id, 2027, 500_00))
    assert [(line.year, line.cents) for line in story.row("Jobbeurs").lines] == [(2027, 500_00)]
    story.desk.do(SetBudget(row.id, 2027, None))
    assert story.row("Jobbeurs").budget is None


def test_an_amount_for_a_budget_of_several_years_is_refused(story: Story) -> None:
    row = story.row("Werkplekleren")
    story.desk.do(AddBudgetLine(row.id, 2027, 300_00))
    with pytest.raises(Invalid, match="several lines"):
        story.desk.do(SetBudget(row.id, 2026, 1))
    assert story.row("Werkplekleren").budget == 1_280_000


def test_a_plan_keeps_its_own_word_for_objectives(story: Story) -> None:
    story.desk.do(RevisePlan(replace(story.view().plan, objective_word=ObjectiveWord.AMBITION)))
    assert story.view().plan.objective_word is ObjectiveWord.AMBITION


def test_priorities_are_a_list_one_may_change(story: Story) -> None:
    story.desk.do(AddPriority("WSE-LR5", "Nieuw", 2028))
    first = story.view().priorities[0]
    story.desk.do(RevisePriority(replace(first, last_year=2025)))
    gaps = {(gap.year, gap.code) for gap in story.view().gaps}
    assert (2026, "WSE-LR1") not in gaps
    assert (2028, "WSE-LR5") in gaps


def test_an_opportunity_becomes_an_action_with_plan_and_objective(story: Story) -> None:
    desk = story.desk
    other = area_named(story)
    chance = desk.do(AddOpportunity(other, "Tekort aan zorgkundigen"))
    made = desk.do(MakeActionFromOpportunity(other, chance, "Jobdag zorg", 2026, "Uit de kans", ("99001",)))
    with desk.look() as work:
        plan = queries.plan_of(work, other)
        assert plan is not None
        row = queries.view(work, plan.id, story.clock.today()).rows[0]
        assert queries.actions_in(work, plan.id, "99001") == [row.action]
        assert queries.actions_in(work, plan.id, "99002") == []
    assert (row.id, row.opportunity_ids, plan.begin_year, plan.end_year) == (made, (chance,), 2026, 2031)
    desk.do(UnlinkOpportunity(chance))
    desk.undo()
    desk.undo()
    with desk.look() as work:
        assert queries.plan_of(work, other) is None


def area_named(story: Story) -> str:
    """A second area, without a plan."""
    return story.desk.do(AddArea("Andere streek", (), 2026, 2031))


def test_the_head_counts_what_is_late_and_what_ends_soon(story: Story) -> None:
    counts = story.view().counts
    assert (counts.objectives, counts.actions, counts.late, counts.soon) == (3, 10, 1, 2)


def test_progress_follows_the_milestones_until_someone_types_it(story: Story) -> None:
    action = story.row("Werkplekleren").action
    story.desk.do(ReviseAction(replace(action, auto_progress=True)))
    assert story.row("Werkplekleren").action.progress == 67
    story.desk.do(ReviseMilestone(replace(story.row("Werkplekleren").milestones[2], done=True)))
    assert story.row("Werkplekleren").action.progress == 100
    story.desk.do(AddMilestone(action.id, "Evaluatie"))
    assert story.row("Werkplekleren").action.progress == 75
    story.desk.do(ReviseAction(replace(story.row("Werkplekleren").action, progress=50)))
    typed = story.row("Werkplekleren").action
    assert (typed.progress, typed.auto_progress) == (50, False)
    story.desk.do(RemoveMilestone(story.row("Werkplekleren").milestones[0].id))
    assert story.row("Werkplekleren").action.progress == 50


def test_an_action_has_its_own_indicator_with_a_target_per_year(story: Story) -> None:
    action = story.row("Jobbeurs").action
    made = story.desk.do(AddIndicator(action.objective_id, "bezoekers", target=Decimal(500), action_id=action.id))
    story.desk.do(SetTarget(made, 2026, Decimal(200)))
    story.desk.do(SetTarget(made, 2027, Decimal(400)))
    story.desk.do(SetTarget(made, 2026, Decimal(250)))
    row = story.row("Jobbeurs")
    assert [one.title for one in row.indicators] == ["bezoekers"]
    assert [(one.year, one.value) for one in row.targets] == [(2026, 250), (2027, 400)]
    assert [one.title for one in story.view().objectives[0].indicators] == ["werkzaamheidsgraad 50–64"]
    story.desk.do(MoveAction(action.id, action.version, story.view().objectives[2].id))
    story.desk.do(RemoveActions((action.id,)))
    story.desk.undo()
    assert [one.value for one in story.row("Jobbeurs").targets] == [250, 400]
    assert story.row("Jobbeurs").indicators[0].objective_id == story.view().objectives[2].id


def test_a_file_shows_what_was_done_and_comes_back_after_undo(story: Story) -> None:
    action = story.row("Jobbeurs").action
    story.desk.do(AttachEvidence(action.id, "aanwezigen.xlsx", b"lijst"))
    story.desk.do(AddEvidence(action.id, "Verslag stuurgroep", "www.voorbeeld.be/verslag"))
    file, link = story.row("Jobbeurs").evidence
    assert (file.title, file.size, link.link) == ("aanwezigen.xlsx", 5, "https://www.voorbeeld.be/verslag")
    story.desk.do(RemoveEvidence(file.id))
    story.desk.undo()
    with story.desk.look() as work:
        assert work.attachments.read(story.row("Jobbeurs").evidence[0].sha256) == b"lijst"


@pytest.mark.parametrize("link", ["file:///c:/geheim.txt", "\\\\server\\map", "javascript://x", "zomaar tekst"])
def test_evidence_links_to_web_pages_only(story: Story, link: str) -> None:
    with pytest.raises(Invalid):
        story.desk.do(AddEvidence(story.row("Jobbeurs").id, "Verslag", link))


def test_an_action_rests_on_a_figure_until_the_link_is_taken_away(story: Story) -> None:
    action = story.row("Jobbeurs").action
    for _ in range(2):
        story.desk.do(LinkAction(action.id, LinkKind.FIGURE, "employment_rate"))
    assert [(link.kind, link.target) for link in story.row("Jobbeurs").rests] == [(LinkKind.FIGURE, "employment_rate")]
    story.desk.do(UnlinkAction(action.id, LinkKind.FIGURE, "employment_rate"))
    assert story.row("Jobbeurs").rests == ()


def test_a_new_action_gets_the_next_code_of_the_pattern_of_its_plan(story: Story) -> None:
    plan, objective = story.view().plan, story.view().objectives[1].objective
    domain = story.desk.do(AddDomain(objective.id, "Taal", "T"))
    story.desk.do(RevisePlan(replace(plan, code_pattern="{objective}.{domain}.{nn}")))
    for title in ("Taalkoffie", "Taalbad"):
        story.desk.do(AddAction(objective.id, title, values={"domain_id": domain}))
    assert [story.row(title).action.code for title in ("Taalkoffie", "Taalbad")] == ["2.T.01", "2.T.02"]
    with pytest.raises(Invalid):
        story.desk.do(RevisePlan(replace(story.view().plan, code_pattern="altijd hetzelfde")))


def test_the_own_share_is_never_more_than_the_estimate(story: Story) -> None:
    with pytest.raises(Invalid):
        story.desk.do(AddBudgetLine(story.row("Jobbeurs").id, 2026, 100, own=101))


def test_an_action_moves_into_a_level_of_its_objective_and_out_again(story: Story) -> None:
    action = story.row("Jobbeurs").action
    domain = story.desk.do(AddDomain(action.objective_id, "Beurzen"))
    story.desk.do(MoveAction(action.id, action.version, action.objective_id, domain_id=domain))
    assert story.row("Jobbeurs").group == domain
    assert titles(story)[2].startswith("Jobbeurs")
    moved = story.row("Jobbeurs").action
    with pytest.raises(Invalid):
        story.desk.do(MoveAction(moved.id, moved.version, story.view().objectives[1].id, domain_id=domain))
    story.desk.do(MoveAction(moved.id, moved.version, moved.objective_id, domain_id=None))
    assert story.row("Jobbeurs").domain is None
