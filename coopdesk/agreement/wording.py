"""What the codes of agreements are called: a class, a state, a party, a decision, what is missing."""

from __future__ import annotations

from collections.abc import Mapping

from coopdesk.agreement.model import (
    AgreementState,
    CooperationClass,
    DataExchange,
    DecidingBody,
    DecisionKind,
    PartyKind,
    Stage,
)
from coopdesk.agreement.rules import Missing
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

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
MISSING: Mapping[Missing, str] = {
    Missing.BEGIN: N_("The begin date is missing, so nobody can say whether it runs."),
    Missing.END: N_("The end date is missing. Fill it in, or say that there is none."),
    Missing.BOTH: N_("Begin and end date are missing, so nobody can say whether it runs."),
}


def way(words: Words, exchange: DataExchange) -> str:
    """From whom to whom data go; empty when neither is known."""
    giver, receiver = exchange.giver, exchange.receiver
    if giver and receiver:
        return words.say("{giver} to {receiver}", giver=giver, receiver=receiver)
    if giver:
        return words.say("from {giver}", giver=giver)
    return words.say("to {receiver}", receiver=receiver) if receiver else ""


def until(words: Words, days: int) -> str:
    """How long an agreement still runs."""
    if days == 0:
        return words.say("today is the last day")
    if days < 91:
        return words.count("{n} day left", "{n} days left", days)
    return words.count("{n} month left", "{n} months left", days // 30)
