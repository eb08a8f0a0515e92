"""What a coordinator does with opportunities is kept, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coopdesk.desk.desk import Desk
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.opportunity import queries
from coopdesk.opportunity.commands import (
    AcceptOpportunity,
    AddOpportunity,
    MoveOpportunity,
    RemoveOpportunities,
    ReviseOpportunity,
)
from coopdesk.opportunity.model import Opportunity, OpportunityState
from coopdesk.work import SqlWork

CHOSEN = OpportunityState.CHOSEN


def kept(desk: Desk[SqlWork], area_id: str) -> list[Opportunity]:
    with desk.look() as work:
        return [row.opportunity for row in queries.opportunities(work, area_id)]


def titles(desk: Desk[SqlWork], area_id: str) -> list[tuple[str, str]]:
    return [(one.state.value, one.title) for one in kept(desk, area_id)]


def test_an_added_opportunity_stands_under_the_others_and_undo_takes_it_away(desk: Desk[SqlWork], area_id: str) -> None:
    desk.do(AddOpportunity(area_id, "Eerste"))
    desk.do(AddOpportunity(area_id, "  Tweede   kans ", "Omdat 61% buiten de streek werkt.", nis=("41002",)))
    assert titles(desk, area_id) == [("proposed", "Eerste"), ("proposed", "Tweede kans")]
    desk.undo()
    assert titles(desk, area_id) == [("proposed", "Eerste")]
    desk.redo()
    assert kept(desk, area_id)[1].nis == ("41002",)


def test_a_revision_into_another_state_comes_under_the_last_card_there(desk: Desk[SqlWork], area_id: str) -> None:
    desk.do(AddOpportunity(area_id, "Al gekozen", state=CHOSEN))
    one = desk.do(AddOpportunity(area_id, "Eerste"))
    seen = next(o for o in kept(desk, area_id) if o.id == one)
    desk.do(ReviseOpportunity(replace(seen, title="Zorg", impact=4, state=CHOSEN, position=0)))
    assert titles(desk, area_id) == [("chosen", "Al gekozen"), ("chosen", "Zorg")]
    assert kept(desk, area_id)[1].impact == 4
    desk.undo()
    assert kept(desk, area_id)[0].title == "Eerste"


def test_a_revision_does_not_move_the_card_in_its_column(desk: Desk[SqlWork], area_id: str) -> None:
    for title in ("A", "B"):
        desk.do(AddOpportunity(area_id, title))
    desk.do(ReviseOpportunity(replace(kept(desk, area_id)[0], title="A plus", position=9)))
    assert [title for _, title in titles(desk, area_id)] == ["A plus", "B"]


def test_a_revision_of_what_changed_meanwhile_is_refused(desk: Desk[SqlWork], area_id: str) -> None:
    desk.do(AddOpportunity(area_id, "Eerste"))
    (seen,) = kept(desk, area_id)
    desk.do(ReviseOpportunity(replace(seen, title="Van een collega")))
    with pytest.raises(Conflict):
        desk.do(ReviseOpportunity(replace(seen, title="Van mij")))
    assert kept(desk, area_id)[0].title == "Van een collega"


def test_an_opportunity_without_title_is_refused_and_nothing_is_kept(desk: Desk[SqlWork], area_id: str) -> None:
    with pytest.raises(Invalid):
        desk.do(AddOpportunity(area_id, "  "))
    assert kept(desk, area_id) == []


def test_a_moved_card_pushes_the_others_aside_and_undo_puts_all_back(desk: Desk[SqlWork], area_id: str) -> None:
    for title in ("A", "B"):
        desk.do(AddOpportunity(area_id, title, state=CHOSEN))
    desk.do(AddOpportunity(area_id, "C"))
    before = titles(desk, area_id)
    card = kept(desk, area_id)[0]
    desk.do(MoveOpportunity(card.id, card.version, CHOSEN, 1))
    assert titles(desk, area_id) == [("chosen", "A"), ("chosen", "C"), ("chosen", "B")]
    desk.undo()
    assert titles(desk, area_id) == before


def test_choosing_puts_a_card_under_the_chosen_ones(desk: Desk[SqlWork], area_id: str) -> None:
    desk.do(AddOpportunity(area_id, "A", state=CHOSEN))
    desk.do(AddOpportunity(area_id, "B"))
    card = kept(desk, area_id)[0]
    desk.do(AcceptOpportunity(card.id, card.version))
    assert titles(desk, area_id) == [("chosen", "A"), ("chosen", "B")]


def test_removing_several_is_one_step(desk: Desk[SqlWork], area_id: str) -> None:
    ids = tuple(desk.do(AddOpportunity(area_id, title)) for title in ("A", "B", "C"))
    desk.do(RemoveOpportunities(ids[:2]))
    assert [title for _, title in titles(desk, area_id)] == ["C"]
    desk.undo()
    assert [title for _, title in titles(desk, area_id)] == ["A", "B", "C"]


def test_removing_what_is_already_gone_removes_nothing(desk: Desk[SqlWork], area_id: str) -> None:
    one, other = (desk.do(AddOpportunity(area_id, title)) for title in ("A", "B"))
    desk.do(RemoveOpportunities((one,)))
    with pytest.raises(Conflict):
        desk.do(RemoveOpportunities((other, one)))
    assert [title for _, title in titles(desk, area_id)] == ["B"]


def test_counts_are_those_of_the_columns(desk: Desk[SqlWork], area_id: str) -> None:
    for state in (CHOSEN, CHOSEN, OpportunityState.PROPOSED):
        desk.do(AddOpportunity(area_id, "Kans", state=state))
    with desk.look() as work:
        found = queries.counts(work, area_id)
        assert len(queries.chosen(work, area_id)) == 2
    assert [found[state] for state in OpportunityState] == [1, 0, 2, 0]
