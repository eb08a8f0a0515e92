"""The words for the states of a figure, and for the parts of the population it may be about."""

from __future__ import annotations

from coopdesk.figures.model import ObservationState, ObservationStatus
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

STATES = {
    ObservationState.OK: N_("Known"),
    ObservationState.SUPPRESSED: N_("Suppressed by the source"),
    ObservationState.NOT_AVAILABLE: N_("Not available"),
    ObservationState.ERROR_IN_SOURCE: N_("Error in the source"),
    ObservationState.UNREADABLE: N_("Unreadable in the source"),
}
STATUSES = {
    ObservationStatus.FINAL: N_("Final"),
    ObservationStatus.PROVISIONAL: N_("Provisional"),
    ObservationStatus.ESTIMATED: N_("Estimated"),
}
GROUPS = {
    "sex=f": N_("Women"),
    "sex=m": N_("Men"),
    "age=young": N_("Young people"),
    "age=old": N_("Older people"),
    "education=low": N_("Low level of education"),
    "education=middle": N_("Middle level of education"),
    "education=high": N_("High level of education"),
    "origin=belgian": N_("Belgian origin"),
    "origin=migration": N_("Migration background"),
    "origin=outside_eu": N_("Origin outside the EU"),
    "disability=yes": N_("Work limitation"),
}


def part_text(words: Words, breakdown: str) -> str:
    """The parts of the population of a breakdown ("sex=f;age=old"); one that has no words of ours as the source calls
    it."""
    parts = [part for part in breakdown.split(";") if part]
    return ", ".join(words.say(GROUPS[part]) if part in GROUPS else part.partition("=")[2] for part in parts)
