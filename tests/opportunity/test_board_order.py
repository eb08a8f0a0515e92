"""Cards keep a whole order in every column, whatever is moved where."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.kernel.errors import Invalid
from coopdesk.opportunity import rules
from coopdesk.opportunity.model import Opportunity, OpportunityState


def cards(states: list[OpportunityState]) -> list[Opportunity]:
    made: list[Opportunity] = []
    for number, state in enumerate(states):
        place = rules.next_position(made, state)
        made.append(Opportunity(id=f"o{number:03}", area_id="a", title="Kans", state=state, position=place))
    return made


@given(
    st.lists(st.sampled_from(OpportunityState), min_size=1, max_size=12), st.data(), st.sampled_from(OpportunityState)
)
def test_a_moved_card_stands_where_it_was_put_and_no_two_cards_share_a_place(
    states: list[OpportunityState], data: st.DataObject, state: OpportunityState
) -> None:
    kept = {card.id: card for card in cards(states)}
    moved = data.draw(st.sampled_from(sorted(kept)))
    index = data.draw(st.integers(0, 12))
    before = [card.id for card in rules.column(list(kept.values()), state) if card.id != moved]
    for changed in rules.placed(list(kept.values()), kept[moved], state, index):
        kept[changed.id] = changed
    column = rules.column(list(kept.values()), state)
    assert [card.id for card in column if card.id != moved] == before
    assert [card.id for card in column].index(moved) == min(index, len(before))
    for one in OpportunityState:
        places = [card.position for card in kept.values() if card.state is one]
        assert len(places) == len(set(places))


def test_moving_a_card_to_where_it_is_changes_nothing() -> None:
    kept = cards([OpportunityState.CHOSEN] * 3)
    assert rules.placed(kept, kept[1], OpportunityState.CHOSEN, 1) == []


@pytest.mark.parametrize("title", ["", "   ", "\n"])
def test_an_opportunity_needs_a_title(title: str) -> None:
    with pytest.raises(Invalid):
        rules.checked(replace(cards([OpportunityState.PROPOSED])[0], title=title))


@pytest.mark.parametrize("impact", [0, 5, -1])
def test_impact_goes_from_one_to_four(impact: int) -> None:
    with pytest.raises(Invalid):
        rules.checked(replace(cards([OpportunityState.PROPOSED])[0], impact=impact))
