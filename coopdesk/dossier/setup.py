"""What a coordinator chooses for the dossier of an area: the parts, their order and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The parts a dossier is made of, in the order of a full agreement."""

    COVER = "cover"
    CONTENTS = "contents"
    ONE_PAGE = "one_page"
    SUMMARY = "summary"
    PARTIES = "parties"
    SITUATION = "situation"
    ANALYSIS = "analysis"
    VISION = "vision"
    OBJECTIVES = "objectives"
    OPPORTUNITIES = "opportunities"
    PLAN = "plan"
    AGREEMENTS = "agreements"
    ROLES = "roles"
    CONSULTATION = "consultation"
    MONITORING = "monitoring"
    DATA = "data"
    COMMUNICATION = "communication"
    FOLLOWUP = "followup"
    TERM = "term"
    SIGNATURES = "signatures"
    ANNEX = "annex"
    SOURCES = "sources"


TABLE, TIMELINE = "plan/table", "plan/timeline"
FIGURES, ACTIONS, CONTACTS = "annex/figures", "annex/actions", "annex/contacts"
SUBPARTS: dict[Part, tuple[str, ...]] = {
    Part.PLAN: (TABLE, TIMELINE),
    Part.ANNEX: (FIGURES, ACTIONS, CONTACTS),
}
"""What can be chosen within a part; those of the analysis are its chapters, named `analysis/gap` or `analysis/<id>`."""

WRITTEN = (Part.SITUATION, Part.VISION, Part.ROLES, Part.CONSULTATION, Part.MONITORING, Part.DATA, Part.COMMUNICATION,
           Part.TERM, Part.SIGNATURES)  # fmt: skip
"""The parts with a text people may rewrite."""


class Readers(StrEnum):
    """Whom a dossier is for; each has a standard choice of parts."""

    COUNCIL = "council"
    VDAB = "vdab"
    STEERING_GROUP = "steering_group"
    ONE_PAGE = "one_page"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class DossierSetup:
    """The choices for one area: `parts` holds every part in its order, `chosen` those that are printed.

    Both name parts and what lies within them (`plan/timeline`). `language` is that of the dossier, not of the window.
    `twins` prints the table that belongs to a chart under it, `hides_small` leaves out small numbers of people,
    `large_timeline` lays the time line on A3. `preset_id` is the own preset it was taken from, unchanged since.
    """

    id: str
    area_id: str
    readers: Readers
    parts: tuple[str, ...]
    chosen: tuple[str, ...]
    colour: bool = True
    language: str = "nl"
    twins: bool = True
    hides_small: bool = True
    large_timeline: bool = False
    preset_id: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Preset:
    """A choice of parts and options under a name of the user's own, for every area of the workspace."""

    id: str
    name: str
    parts: tuple[str, ...]
    chosen: tuple[str, ...]
    colour: bool = True
    twins: bool = True
    hides_small: bool = True
    large_timeline: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What all documents of a workspace share.

    `logos` are attachments by digest and `logo_names` whose they are, in the same order. `cover` is the colour of the
    cover as #RRGGBB, ours while empty. Numbers of people from 1 up to `threshold` are small.
    """

    id: str = "house"
    logos: tuple[str, ...] = ()
    logo_names: tuple[str, ...] = ()
    cover: str = ""
    footer: str = ""
    threshold: int = 5
    version: int = 1


@dataclass(frozen=True, slots=True)
class DossierText:
    """The text of a part as people wrote it, for one area or (without one) for all; `part` is a code of `WRITTEN`."""

    id: str
    area_id: str | None
    part: str
    language: str
    title: str
    text: str
    version: int = 1
