"""Keeps opportunities in the database."""

from __future__ import annotations

from coopdesk.opportunity.model import Opportunity
from coopdesk.opportunity.rules import STATES
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table


class SqlOpportunityStore:
    """The opportunities of one unit of work."""

    def __init__(self, rows: Rows) -> None:
        """Reads and writes these rows."""
        self._table = Table(rows, "opportunity", Opportunity)

    def opportunity(self, id: str) -> Opportunity:
        """One opportunity; Conflict when it is gone."""
        return self._table.get(id)

    def find(self, id: str) -> Opportunity | None:
        """One opportunity or None."""
        return self._table.find(id)

    def of_area(self, area_id: str) -> list[Opportunity]:
        """All opportunities of an area, in the order of the board's columns from top to bottom."""
        found = self._table.where(area_id=area_id)
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
