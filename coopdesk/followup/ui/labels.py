"""The words and looks of the follow-up."""

from __future__ import annotations

from decimal import Decimal

from coopdesk.followup.model import Rhythm, Standing
from coopdesk.plan.model import ActionStatus
from coopdesk.shell.grid.looks import PillLook, Tone
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

STANDING_LOOKS = {
    Standing.REACHED: PillLook("checkmark_circle", Tone.OK),
    Standing.ON_SCHEDULE: PillLook("arrow_trending", Tone.OK),
    Standing.BEHIND: PillLook("warning", Tone.WARN),
    Standing.UNMEASURED: PillLook("circle", Tone.NEUTRAL),
    Standing.NO_TARGET: PillLook("subtract_circle", Tone.NEUTRAL),
}
STATUS_LOOKS = {
    ActionStatus.PLANNED: PillLook("circle", Tone.NEUTRAL),
    ActionStatus.RUNNING: PillLook("circle_half_fill", Tone.INFO),
    ActionStatus.DONE: PillLook("checkmark_circle", Tone.OK),
    ActionStatus.POSTPONED: PillLook("pause_circle", Tone.WARN),
    ActionStatus.STOPPED: PillLook("subtract_circle", Tone.NEUTRAL),
}
RHYTHMS = {
    Rhythm.QUARTER: N_("Per quarter"),
    Rhythm.HALF: N_("Per half-year"),
    Rhythm.YEAR: N_("Per year"),
}


def value_text(words: Words, value: Decimal | None, unit: str) -> str:
    """A figure with its unit: 72,6% or 1.240 plaatsen."""
    if value is None:
        return words.formats.exact(None)
    if unit == "%":
        return words.formats.rate(value, 1)
    return f"{words.formats.exact(value)} {unit}".strip()


def bare_text(words: Words, value: Decimal | None, unit: str) -> str:
    """A figure for a narrow column: only a percentage keeps its unit."""
    return value_text(words, value, unit if unit == "%" else "")
