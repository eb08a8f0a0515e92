"""All damage, one for each check, to show that the check is awake."""

from __future__ import annotations

from tests.dossier.breakage import document, fonts, structure
from tests.dossier.breakage.registry import BREAKAGES

MODULES = (document, fonts, structure)  # importing them fills the list

__all__ = ["BREAKAGES", "MODULES"]
