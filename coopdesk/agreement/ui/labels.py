"""The looks of the codes of agreements, and the words and looks of how a municipality is covered."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from coopdesk.agreement.model import AgreementState
from coopdesk.agreement.queries.coverage import Coverage
from coopdesk.shell.grid.looks import PillLook, Tone
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

E = TypeVar("E", bound=StrEnum)

STATE_LOOKS: Mapping[AgreementState, PillLook] = {
    AgreementState.IN_FORCE: PillLook("checkmark_circle_16_regular", Tone.OK),
    AgreementState.NOT_STARTED: PillLook("circle_16_regular", Tone.INFO),
    AgreementState.ENDED: PillLook("subtract_circle_16_regular", Tone.NEUTRAL),
    AgreementState.IN_PREPARATION: PillLook("circle_half_fill_16_regular", Tone.INFO),
    AgreementState.UNKNOWN: PillLook("warning_16_filled", Tone.WARN),
}
COVERAGES: Mapping[Coverage, str] = {
    Coverage.IN_FORCE: N_("Agreement in force"),
    Coverage.ENDING: N_("Ends within 6 months"),
    Coverage.COMING: N_("Not begun yet"),
    Coverage.UNKNOWN: N_("Dates incomplete"),
    Coverage.NONE: N_("No agreement"),
}
COVERAGE_LOOKS: Mapping[Coverage, PillLook] = {
    Coverage.IN_FORCE: PillLook("checkmark_circle_16_regular", Tone.OK),
    Coverage.ENDING: PillLook("clock_16_filled", Tone.WARN),
    Coverage.COMING: PillLook("circle_half_fill_16_regular", Tone.INFO),
    Coverage.UNKNOWN: PillLook("warning_16_filled", Tone.WARN),
    Coverage.NONE: PillLook("circle_16_regular", Tone.NEUTRAL),
}


def pairs(words: Words, texts: Mapping[E, str]) -> list[tuple[E, str]]:
    """Code and words, for a field that offers a choice."""
    return [(code, words.say(text)) for code, text in texts.items()]
