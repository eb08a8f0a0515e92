"""Keeps opportunities in the database."""

from __future__ import annotations

from sqlalchemy.orm import Session

from coopdesk.opportunity.model import Opportunity
from coopdesk.opportunity.records import OpportunityRecord
from coopdesk.opportunity.rules import STATES
from coopdesk.storage.table import Table


class SqlOpportunityStore:
    """The opportunities of one session."""

    def __init__(self, session: Session) -> None:
        """Reads and writes through this session."""
        self._table = Table(session, OpportunityRecord, Opportunity)

    def opportunity(self, id: str) -> Opportunity:
        """One opportunity; Conflict when it is gone."""
        return self._table.get(id)

    def find(self, id: str) -> Opportunity | None:
        """One opportunity or None."""
        return self._table.find(id)

    def of_area(self, area_id: str) -> list[Opportunity]:
        """All opportunities of an area, in the order of the board's columns from top to bottom."""
        found = self._table.where(OpportunityRecord.area_id == area_id)
        return sorted(found, key=lambda o: (STATES.index(o.state), o.position, o.id))

    def add(self, opportunity: Opportunity) -> None:
        """Keep a new one."""
        self._table.add(opportunity)

    def save(self, opportunity: Opportunity) -> None:
        """Keep a changed one; Conflict when it changed meanwhile."""
        self._table.save(opportunity)

    def remove(self, id: str) -> None:
        """Forget one."""
        self._table.remove(id)
