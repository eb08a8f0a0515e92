"""The changes a coordinator makes to opportunities."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.kernel.errors import Conflict
from coopdesk.kernel.ids import new_id
from coopdesk.opportunity import rules
from coopdesk.opportunity.model import Opportunity, OpportunityState
from coopdesk.opportunity.ports import OpportunityWork
from coopdesk.words.marks import N_

CHANGED = N_("This opportunity was changed since you opened it.")


@dataclass(frozen=True, slots=True)
class AddOpportunity:
    """Adds an opportunity under the last card of its column and returns its id."""

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
    label: str = N_("Add opportunity")

    def run(self, work: OpportunityWork) -> str:
        """The id of the new opportunity."""
        place = rules.next_position(work.opportunities.of_area(self.area_id), self.state)
        made = rules.checked(
            Opportunity(
                id=new_id(),
                area_id=self.area_id,
                title=self.title,
                reason=self.reason,
                state=self.state,
                impact=self.impact,
                feasibility=self.feasibility,
                nis=self.nis,
                indicator=self.indicator,
                rule=self.rule,
                finding_id=self.finding_id,
                remark=self.remark,
                position=place,
            )
        )
        work.opportunities.add(made)
        work.about(made.title)
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseOpportunity:
    """Keeps changed words, scores, state or municipalities; the value carries the version that was seen."""

    changed: Opportunity
    label: str = N_("Change opportunity")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: OpportunityWork) -> None:
        """The place stays as it is kept; in another state it comes under the last card there."""
        kept = _seen(work, self.changed.id, self.seen_version)
        place = kept.position
        if self.changed.state is not kept.state:
            place = rules.next_position(work.opportunities.of_area(kept.area_id), self.changed.state)
        work.opportunities.save(rules.checked(replace(self.changed, area_id=kept.area_id, position=place)))
        work.about(self.changed.title)


@dataclass(frozen=True, slots=True)
class MoveOpportunity:
    """Puts a card at a place of a column; a negative index means under the last card."""

    id: str
    seen_version: int
    state: OpportunityState
    index: int = -1
    label: str = N_("Move opportunity")

    def run(self, work: OpportunityWork) -> None:
        """Saves the card and those it pushes aside."""
        card = _seen(work, self.id, self.seen_version)
        cards = work.opportunities.of_area(card.area_id)
        index = len(cards) if self.index < 0 else self.index
        for changed in rules.placed(cards, card, self.state, index):
            work.opportunities.save(changed)
        work.about(card.title)


@dataclass(frozen=True, slots=True)
class AcceptOpportunity:
    """Chooses an opportunity: it goes under the last card of the column Chosen."""

    id: str
    seen_version: int
    label: str = N_("Choose opportunity")

    def run(self, work: OpportunityWork) -> None:
        """Saves the card in its new column."""
        MoveOpportunity(self.id, self.seen_version, OpportunityState.CHOSEN).run(work)


@dataclass(frozen=True, slots=True)
class RemoveOpportunities:
    """Removes opportunities in one step."""

    ids: tuple[str, ...]
    label: str = N_("Remove opportunity")

    def run(self, work: OpportunityWork) -> None:
        """Conflict when one of them is already gone; then none is removed."""
        for gone in [work.opportunities.opportunity(one) for one in self.ids]:
            work.about(gone.title)
            work.opportunities.remove(gone.id)


def _seen(work: OpportunityWork, id: str, version: int) -> Opportunity:
    """The kept opportunity; Conflict when it is not the one the user saw."""
    kept = work.opportunities.opportunity(id)
    if kept.version != version:
        raise Conflict(CHANGED)
    return kept
