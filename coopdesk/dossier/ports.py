"""What the use cases of the dossier need of storage, and what composing one reads of the other features."""

from __future__ import annotations

from typing import Protocol

from coopdesk.dossier.setup import DossierSetup


class DossierStore(Protocol):
    """Keeps the choices for the dossier of each area."""

    def of_area(self, area_id: str) -> DossierSetup | None:
        """The kept choices of an area, if anything was ever chosen."""
        ...

    def add(self, setup: DossierSetup) -> None:
        """Keep the first choices of an area."""
        ...

    def save(self, setup: DossierSetup) -> None:
        """Keep changed choices; Conflict when they changed meanwhile."""
        ...


class DossierWork(Protocol):
    """A unit of work in which the choices can be read and changed."""

    @property
    def dossiers(self) -> DossierStore:
        """The dossier choices of the workspace."""
        ...

    def about(self, subject: str) -> None:
        """Names the subject for the undo text."""
        ...
