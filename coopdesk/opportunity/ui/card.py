"""A card of the board as a value: everything the painter and a screen reader need, in finished words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coopdesk.opportunity.model import Opportunity, OpportunityState
from coopdesk.opportunity.wording import dots, score_name
from coopdesk.words.catalogue import Words

PlaceNames = Callable[[Sequence[str]], tuple[str, ...]]
SHOWN_PLACES = 3


@dataclass(frozen=True, slots=True)
class Card:
    """One opportunity as the board shows it."""

    id: str
    opportunity: Opportunity
    title: str
    reason: str
    places: str
    scores: tuple[str, str]
    footer: str
    warns: bool
    spoken: str

    @property
    def undecided(self) -> bool:
        """Whether the card still asks for a yes or no."""
        return self.opportunity.state is OpportunityState.PROPOSED


def card_of(opportunity: Opportunity, actions: int, names: PlaceNames, words: Words) -> Card:
    """The card of an opportunity that led to so many actions; chosen without any is pointed out."""
    shown = names(opportunity.nis[:SHOWN_PLACES])
    rest = len(opportunity.nis) - len(shown)
    places = ", ".join(shown)
    if rest > 0:
        places = words.say("{names} and {n} more", names=places, n=words.formats.number(rest))
    warns = opportunity.state is OpportunityState.CHOSEN and not actions
    footer = ""
    if actions:
        footer = words.count("{n} action", "{n} actions", actions)
    elif warns:
        footer = words.say("No action yet")
    scores = (
        words.say("Impact {dots}", dots=dots(opportunity.impact)),
        words.say("Feasible {dots}", dots=dots(opportunity.feasibility)),
    )
    told = words.say(
        "Impact: {impact}. Feasibility: {feasibility}.",
        impact=score_name(opportunity.impact, words),
        feasibility=score_name(opportunity.feasibility, words),
    )
    spoken = ". ".join(part for part in (opportunity.title, opportunity.reason, places, footer, told) if part)
    return Card(
        opportunity.id, opportunity, opportunity.title, opportunity.reason, places, scores, footer, warns, spoken
    )
