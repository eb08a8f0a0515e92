"""What the use cases of opportunities need of storage."""

from __future__ import annotations

from typing import Protocol

from coopdesk.opportunity.model import Opportunity


class OpportunityStore(Protocol):
    """Keeps opportunities."""

    def opportunity(self, id: str) -> Opportunity:
        """One opportunity; Conflict when it is gone."""
        ...

    def find(self, id: str) -> Opportunity | None:
        """One opportunity or None."""
        ...

    def of_area(self, area_id: str) -> list[Opportunity]:
        """All opportunities of an area, in the order of the board's columns from top to bottom."""
        ...

    def add(self, opportunity: Opportunity) -> None:
        """Keep a new one."""
        ...

    def save(self, opportunity: Opportunity) -> None:
        """Keep a changed one; Conflict when it changed meanwhile."""
        ...

    def remove(self, id: str) -> None:
        """Forget one."""
        ...


class OpportunityWork(Protocol):
    """A unit of work in which opportunities can be read and changed."""

    @property
    def opportunities(self) -> OpportunityStore:
        """The opportunities of the workspace."""
        ...

    def about(self, subject: str) -> None:
        """Names the subject for the undo text."""
        ...
