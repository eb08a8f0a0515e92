"""Keeps dossier choices in the database."""

from __future__ import annotations

from coopdesk.dossier.setup import DossierSetup
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table


class SqlDossierStore:
    """The dossier choices of one unit of work."""

    def __init__(self, rows: Rows) -> None:
        """Reads and writes these rows."""
        self._table = Table(rows, "dossier_setup", DossierSetup)

    def of_area(self, area_id: str) -> DossierSetup | None:
        """The kept choices of an area, if anything was ever chosen."""
        return next(iter(self._table.where(area_id=area_id)), None)

    def add(self, setup: DossierSetup) -> None:
        """Keep the first choices of an area."""
        self._table.add(setup)

    def save(self, setup: DossierSetup) -> None:
        """Keep changed choices; Conflict when they changed meanwhile."""
        self._table.save(setup)
