"""What a coordinator chooses for the dossier of an area: the parts, their order and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The parts a dossier is made of, in the order of a full agreement."""

    COVER = "cover"
    CONTENTS = "contents"
    SUMMARY = "summary"
    PARTIES = "parties"
    SITUATION = "situation"
    ANALYSIS = "analysis"
    OPPORTUNITIES = "opportunities"
    PLAN = "plan"
    AGREEMENTS = "agreements"
    ARTICLES = "articles"
    FOLLOWUP = "followup"
    SIGNATURES = "signatures"
    CONTACTS = "contacts"
    SOURCES = "sources"


class Readers(StrEnum):
    """Whom a dossier is for; each has a standard choice of parts."""

    COUNCIL = "council"
    VDAB = "vdab"
    STEERING_GROUP = "steering_group"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class DossierSetup:
    """The choices for one area: `parts` holds every part in its order, `chosen` those that are printed.

    `language` is that of the dossier, not of the window. `twins` prints the table that belongs to a chart under it.
    """

    id: str
    area_id: str
    readers: Readers
    parts: tuple[str, ...]
    chosen: tuple[str, ...]
    colour: bool = True
    language: str = "nl"
    twins: bool = True
    version: int = 1
