"""The dossier's choices as the screen and the command line read them."""

from __future__ import annotations

from coopdesk.dossier.ports import DossierWork
from coopdesk.dossier.rules import standard
from coopdesk.dossier.setup import DossierSetup


def setup_of(work: DossierWork, area_id: str) -> DossierSetup:
    """The choices of an area: the kept ones, or the standard dossier for the council."""
    return work.dossiers.of_area(area_id) or standard(area_id)
