"""The pictures of the columns of the board."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from coopdesk.opportunity.model import OpportunityState

STATE_ICONS: Mapping[OpportunityState, str] = MappingProxyType(
    {
        OpportunityState.PROPOSED: "lightbulb",
        OpportunityState.TO_INVESTIGATE: "search",
        OpportunityState.CHOSEN: "checkmark_circle",
        OpportunityState.NOT_NOW: "pause_circle",
    }
)
