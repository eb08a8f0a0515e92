"""The words for what is kept as codes: the columns of the board, and the scores."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from coopdesk.opportunity.model import OpportunityState
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

STATE_NAMES: Mapping[OpportunityState, str] = MappingProxyType(
    {
        OpportunityState.PROPOSED: N_("Proposed"),
        OpportunityState.TO_INVESTIGATE: N_("To investigate"),
        OpportunityState.CHOSEN: N_("Chosen"),
        OpportunityState.NOT_NOW: N_("Not now"),
    }
)
SCORE_NAMES: Mapping[int, str] = MappingProxyType(
    {1: N_("Small"), 2: N_("Moderate"), 3: N_("Large"), 4: N_("Very large")}
)
FULL, HOLLOW = "●", "○"


def state_name(state: OpportunityState, words: Words) -> str:
    """The title of a column of the board."""
    return words.say(STATE_NAMES[state])


def score_name(score: int, words: Words) -> str:
    """A score in words, for lists and screen readers."""
    return words.say(SCORE_NAMES[score])


def dots(score: int) -> str:
    """A score as four dots, for the eye."""
    return FULL * score + HOLLOW * (4 - score)
