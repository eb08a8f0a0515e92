"""Opportunities as the screens, the plan and the dossier read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coopdesk.opportunity import rules
from coopdesk.opportunity.model import Opportunity, OpportunityState
from coopdesk.opportunity.ports import OpportunityWork


@dataclass(frozen=True, slots=True)
class OpportunityRow:
    """One opportunity with its place on the board."""

    id: str
    opportunity: Opportunity
    column: int
    index: int


def opportunities(work: OpportunityWork, area_id: str) -> list[OpportunityRow]:
    """All opportunities of an area, column by column from top to bottom."""
    kept = work.opportunities.of_area(area_id)
    return [
        OpportunityRow(card.id, card, place, index)
        for place, state in enumerate(rules.STATES)
        for index, card in enumerate(rules.column(kept, state))
    ]


def chosen(work: OpportunityWork, area_id: str) -> list[Opportunity]:
    """The opportunities the partners chose, in the order of the board."""
    return rules.column(work.opportunities.of_area(area_id), OpportunityState.CHOSEN)


def counts(work: OpportunityWork, area_id: str) -> Mapping[OpportunityState, int]:
    """The number of cards in each column."""
    kept = work.opportunities.of_area(area_id)
    return {state: sum(o.state is state for o in kept) for state in rules.STATES}
