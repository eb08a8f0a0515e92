"""All failure conditions of the Matterhorn Protocol 1.1 that a machine can check, by number."""

from __future__ import annotations

from tests.dossier.matterhorn import annotations, document, fonts, language, othertypes, structure
from tests.dossier.matterhorn.registry import CHECKS

MODULES = (annotations, document, fonts, language, othertypes, structure)  # importing them fills the list

__all__ = ["CHECKS", "MODULES"]
