"""An opportunity: something the figures show and the partners may act on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OpportunityState(StrEnum):
    """Where an opportunity stands between the figures and the plan."""

    PROPOSED = "proposed"
    TO_INVESTIGATE = "to_investigate"
    CHOSEN = "chosen"
    NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One card of the board.

    `impact` and `feasibility` are scores from 1 (little) to 4 (much). `nis` are the municipalities it is about,
    `rule` and `finding_id` say which rule proposed it from which finding; both are empty when a person wrote it.
    """

    id: str
    area_id: str
    title: str
    reason: str = ""
    state: OpportunityState = OpportunityState.PROPOSED
    impact: int = 2
    feasibility: int = 2
    nis: tuple[str, ...] = ()
    indicator: str = ""
    rule: str = ""
    finding_id: str = ""
    remark: str = ""
    position: int = 0
    version: int = 1

    @property
    def score(self) -> int:
        """Impact times feasibility, 1 to 16; only for ordering, never shown as a figure with a meaning."""
        return self.impact * self.feasibility
