"""What a coordinator does with an analysis is kept, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from coopdesk.analysis.commands import (
    AddChapter,
    KeepProposals,
    MoveChapter,
    RemoveAnalysis,
    RemoveChapter,
    ReviseAnalysis,
    ReviseChapter,
    StartAnalysis,
    StatedProposal,
)
from coopdesk.analysis.model import Analysis, Chapter, ChapterKind, ChapterState
from coopdesk.desk.desk import Desk
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.opportunity.model import Opportunity
from coopdesk.work import SqlWork


def analyses(desk: Desk[SqlWork], area_id: str) -> list[Analysis]:
    with desk.look() as work:
        return work.analyses.of_area(area_id)


def chapters(desk: Desk[SqlWork], analysis_id: str) -> list[Chapter]:
    with desk.look() as work:
        return work.analyses.chapters(analysis_id)


def opportunities(desk: Desk[SqlWork], area_id: str) -> list[Opportunity]:
    with desk.look() as work:
        return work.opportunities.of_area(area_id)


@pytest.fixture
def analysis_id(desk: Desk[SqlWork], area_id: str) -> str:
    made: str = desk.do(StartAnalysis(area_id, 2015))
    return made


def test_an_analysis_starts_with_six_chapters_and_undo_takes_all_away(desk: Desk[SqlWork], area_id: str) -> None:
    made = desk.do(StartAnalysis(area_id, 2015))
    kinds = [chapter.kind for chapter in chapters(desk, made)]
    assert kinds == [kind for kind in ChapterKind if kind is not ChapterKind.OWN]
    desk.undo()
    assert analyses(desk, area_id) == []
    assert chapters(desk, made) == []
    desk.redo()
    assert len(chapters(desk, made)) == 6


def test_one_area_has_one_analysis_per_year(desk: Desk[SqlWork], area_id: str, analysis_id: str) -> None:
    with pytest.raises(Invalid):
        desk.do(StartAnalysis(area_id, 2015))
    desk.do(StartAnalysis(area_id, 2016))
    assert [one.year for one in analyses(desk, area_id)] == [2016, 2015]


def test_another_target_is_kept_and_nonsense_is_refused(desk: Desk[SqlWork], area_id: str, analysis_id: str) -> None:
    (seen,) = analyses(desk, area_id)
    desk.do(ReviseAnalysis(replace(seen, target=Decimal("72.5"))))
    (now,) = analyses(desk, area_id)
    assert now.target == Decimal("72.5")
    with pytest.raises(Invalid):
        desk.do(ReviseAnalysis(replace(now, target=Decimal(0))))
    with pytest.raises(Conflict):
        desk.do(ReviseAnalysis(replace(seen, target=Decimal(75))))
    desk.undo()
    assert analyses(desk, area_id)[0].target == 80


def test_a_chapter_keeps_its_text_and_state_and_undo_brings_back_the_former(
    desk: Desk[SqlWork], analysis_id: str
) -> None:
    seen = chapters(desk, analysis_id)[1]
    text = "In 2015 werkt ⟦employment_rate|area|2015|73.4⟧ van ons."
    desk.do(ReviseChapter(replace(seen, commentary=text, state=ChapterState.REVIEWED)))
    now = chapters(desk, analysis_id)[1]
    assert (now.commentary, now.state) == (text, ChapterState.REVIEWED)
    with pytest.raises(Conflict):
        desk.do(ReviseChapter(replace(seen, commentary="Van een ander venster")))
    desk.undo()
    assert chapters(desk, analysis_id)[1].commentary == ""


def test_moving_a_chapter_keeps_all_of_them_in_a_new_order(desk: Desk[SqlWork], analysis_id: str) -> None:
    before = chapters(desk, analysis_id)
    desk.do(MoveChapter(before[5].id, before[5].version, 0))
    now = chapters(desk, analysis_id)
    assert [c.id for c in now] == [before[5].id, *(c.id for c in before[:5])]
    desk.undo()
    assert [c.id for c in chapters(desk, analysis_id)] == [c.id for c in before]


def test_own_chapters_come_and_go_but_standard_ones_stay(desk: Desk[SqlWork], analysis_id: str) -> None:
    own = desk.do(AddChapter(analysis_id, "Kinderopvang"))
    assert chapters(desk, analysis_id)[-1].name == "Kinderopvang"
    desk.do(RemoveChapter(own))
    with pytest.raises(Invalid):
        desk.do(RemoveChapter(chapters(desk, analysis_id)[0].id))
    with pytest.raises(Invalid):
        desk.do(AddChapter(analysis_id, "  "))
    assert len(chapters(desk, analysis_id)) == 6


def test_a_removed_analysis_comes_back_whole(desk: Desk[SqlWork], area_id: str, analysis_id: str) -> None:
    desk.do(KeepProposals(analysis_id, (StatedProposal("gap_in_persons", "Focus", "72%", "employment_rate", "2015"),)))
    desk.do(RemoveAnalysis(analysis_id))
    assert analyses(desk, area_id) == []
    assert len(opportunities(desk, area_id)) == 1
    desk.undo()
    assert len(chapters(desk, analysis_id)) == 6


def test_a_proposal_is_kept_once_with_the_finding_it_rests_on(
    desk: Desk[SqlWork], area_id: str, analysis_id: str
) -> None:
    one = StatedProposal(
        "gap_in_persons", "Focus op Lier", "Goed voor 72%", "employment_rate", "2015", ("12021",), ("o1", "o2")
    )
    (made,) = desk.do(KeepProposals(analysis_id, (one,)))
    assert desk.do(KeepProposals(analysis_id, (one,))) == ()
    (kept,) = opportunities(desk, area_id)
    assert (kept.id, kept.rule, kept.nis) == (made, "gap_in_persons", ("12021",))
    with desk.look() as work:
        finding = work.analyses.finding(kept.finding_id)
    assert (finding.statement, finding.observation_ids) == ("Goed voor 72%", ("o1", "o2"))
    desk.undo()
    assert opportunities(desk, area_id) == []
