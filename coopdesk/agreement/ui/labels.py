"""The words and looks of the codes of agreements: what a class, a state, a party or a decision is called on screen."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from coopdesk.agreement.model import AgreementState, CooperationClass, DecidingBody, DecisionKind, PartyKind, Stage
from coopdesk.agreement.queries.coverage import Coverage
from coopdesk.agreement.rules import Missing
from coopdesk.shell.grid.kinds import Choice
from coopdesk.shell.grid.looks import PillLook, Tone
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

E = TypeVar("E", bound=StrEnum)

CLASSES: Mapping[CooperationClass, str] = {
    CooperationClass.STRUCTURAL: N_("Structural cooperation"),
    CooperationClass.REGULAR: N_("Regular cooperation"),
    CooperationClass.PROJECT_BASED: N_("Project-based cooperation"),
    CooperationClass.UNCLASSIFIED: N_("Not classified"),
}
SHORT_CLASSES: Mapping[CooperationClass, str] = {
    CooperationClass.STRUCTURAL: N_("Structural"),
    CooperationClass.REGULAR: N_("Regular"),
    CooperationClass.PROJECT_BASED: N_("Project-based"),
    CooperationClass.UNCLASSIFIED: N_("Not classified"),
}
STATES: Mapping[AgreementState, str] = {
    AgreementState.IN_FORCE: N_("In force"),
    AgreementState.NOT_STARTED: N_("Not begun yet"),
    AgreementState.ENDED: N_("Ended"),
    AgreementState.IN_PREPARATION: N_("In preparation"),
    AgreementState.UNKNOWN: N_("Dates incomplete"),
}
STATE_LOOKS: Mapping[AgreementState, PillLook] = {
    AgreementState.IN_FORCE: PillLook("checkmark_circle_16_regular", Tone.OK),
    AgreementState.NOT_STARTED: PillLook("circle_16_regular", Tone.INFO),
    AgreementState.ENDED: PillLook("subtract_circle_16_regular", Tone.NEUTRAL),
    AgreementState.IN_PREPARATION: PillLook("circle_half_fill_16_regular", Tone.INFO),
    AgreementState.UNKNOWN: PillLook("warning_16_filled", Tone.WARN),
}
STAGES: Mapping[Stage, str] = {Stage.PREPARATION: N_("In preparation"), Stage.CONCLUDED: N_("Concluded")}
PARTIES: Mapping[PartyKind, str] = {
    PartyKind.MUNICIPALITY: N_("Municipality"),
    PartyKind.OCMW: N_("OCMW"),
    PartyKind.VDAB: N_("VDAB"),
    PartyKind.ASSOCIATION: N_("Association"),
    PartyKind.PROVINCE: N_("Province"),
    PartyKind.OTHER: N_("Other party"),
}
DECISIONS: Mapping[DecisionKind, str] = {
    DecisionKind.APPROVAL: N_("Approval"),
    DecisionKind.RATIFICATION: N_("Ratification"),
    DecisionKind.DELEGATION: N_("Delegation of powers"),
    DecisionKind.SIGNING: N_("Signing"),
}
BODIES: Mapping[DecidingBody, str] = {
    DecidingBody.NONE: N_("–"),
    DecidingBody.MUNICIPAL_COUNCIL: N_("Municipal council"),
    DecidingBody.SOCIAL_WELFARE_COUNCIL: N_("Social-welfare council"),
    DecidingBody.MUNICIPAL_EXECUTIVE: N_("Municipal executive"),
    DecidingBody.PERMANENT_BUREAU: N_("Permanent bureau"),
    DecidingBody.MANAGEMENT_COMMITTEE: N_("Management committee"),
    DecidingBody.BOARD: N_("Board of directors"),
    DecidingBody.MANAGING_DIRECTOR: N_("Managing director"),
    DecidingBody.OTHER: N_("Other body"),
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
MISSING: Mapping[Missing, str] = {
    Missing.BEGIN: N_("The begin date is missing, so nobody can say whether it runs."),
    Missing.END: N_("The end date is missing. Fill it in, or say that there is none."),
    Missing.BOTH: N_("Begin and end date are missing, so nobody can say whether it runs."),
}


def choices(words: Words, texts: Mapping[E, str]) -> list[Choice]:
    """The choices of a list, in words; a paste also knows them by their code."""
    return [Choice(code, words.say(text), (code.value,)) for code, text in texts.items()]


def pairs(words: Words, texts: Mapping[E, str]) -> list[tuple[E, str]]:
    """Code and words, for a field that offers a choice."""
    return [(code, words.say(text)) for code, text in texts.items()]


def until(words: Words, days: int) -> str:
    """How long an agreement still runs."""
    if days == 0:
        return words.say("today is the last day")
    if days < 91:
        return words.count("{n} day left", "{n} days left", days)
    return words.count("{n} month left", "{n} months left", days // 30)
