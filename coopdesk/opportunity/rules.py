"""What may be said of an opportunity, and how cards are ordered within a column of the board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coopdesk.kernel.errors import Invalid
from coopdesk.opportunity.model import Opportunity, OpportunityState
from coopdesk.words.marks import N_

STATES = tuple(OpportunityState)
LEAST, MOST = 1, 4


def checked(opportunity: Opportunity) -> Opportunity:
    """The opportunity with its texts trimmed; Invalid when it has no title or a score outside 1 to 4."""
    title = " ".join(opportunity.title.split())
    if not title:
        raise Invalid(N_("Give the opportunity a title, for example “More over-50s in care”."))
    if not (LEAST <= opportunity.impact <= MOST and LEAST <= opportunity.feasibility <= MOST):
        raise Invalid(N_("Impact and feasibility go from 1 to 4."))
    return replace(opportunity, title=title, reason=opportunity.reason.strip(), remark=opportunity.remark.strip())


def column(opportunities: Sequence[Opportunity], state: OpportunityState) -> list[Opportunity]:
    """The cards of one column, from top to bottom."""
    return sorted((o for o in opportunities if o.state is state), key=lambda o: (o.position, o.id))


def next_position(opportunities: Sequence[Opportunity], state: OpportunityState) -> int:
    """The place under the last card of a column."""
    return max((o.position for o in opportunities if o.state is state), default=-1) + 1


def placed(
    opportunities: Sequence[Opportunity], moved: Opportunity, state: OpportunityState, index: int
) -> list[Opportunity]:
    """The cards that change when one card goes to `index` of a column: that card and those it pushes aside."""
    others = [o for o in column(opportunities, state) if o.id != moved.id]
    index = max(0, min(index, len(others)))
    arranged = [*others[:index], replace(moved, state=state), *others[index:]]
    before = {o.id: o for o in opportunities}
    numbered = [replace(card, position=place) for place, card in enumerate(arranged)]
    return [card for card in numbered if before.get(card.id) != card]
