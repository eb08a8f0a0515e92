"""The words for what the features keep as codes, as a dossier prints them."""

from __future__ import annotations

from collections.abc import Mapping

from coopdesk.agreement.model import AgreementState, CooperationClass, DecidingBody, DecisionKind, PartyKind
from coopdesk.contacts.model import BodyKind, Role, Seat
from coopdesk.opportunity.model import OpportunityState
from coopdesk.plan.model import ActionStatus
from coopdesk.territory.model import AreaKind
from coopdesk.words.marks import N_

AREA_KINDS: Mapping[AreaKind, str] = {
    AreaKind.STEERING_AREA: N_("Steering area"),
    AreaKind.AGREEMENT_AREA: N_("Agreement area"),
    AreaKind.LOCAL_PARTNERSHIP: N_("Local partnership"),
    AreaKind.NEIGHBOURHOOD_WORK_AREA: N_("Neighbourhood-work area"),
    AreaKind.REFERENCE_REGION: N_("Reference region"),
    AreaKind.BENCHMARK_AREA: N_("Comparison area"),
    AreaKind.OTHER: N_("Other area"),
}
CLASSES: Mapping[CooperationClass, str] = {
    CooperationClass.STRUCTURAL: N_("Structural cooperation"),
    CooperationClass.REGULAR: N_("Regular cooperation"),
    CooperationClass.PROJECT_BASED: N_("Project-based cooperation"),
    CooperationClass.UNCLASSIFIED: N_("Not classified"),
}
AGREEMENT_STATES: Mapping[AgreementState, str] = {
    AgreementState.IN_FORCE: N_("In force"),
    AgreementState.NOT_STARTED: N_("Not begun yet"),
    AgreementState.ENDED: N_("Ended"),
    AgreementState.IN_PREPARATION: N_("In preparation"),
    AgreementState.UNKNOWN: N_("Dates incomplete"),
}
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
    DecidingBody.NONE: "",
    DecidingBody.MUNICIPAL_COUNCIL: N_("Municipal council"),
    DecidingBody.SOCIAL_WELFARE_COUNCIL: N_("Social-welfare council"),
    DecidingBody.MUNICIPAL_EXECUTIVE: N_("Municipal executive"),
    DecidingBody.PERMANENT_BUREAU: N_("Permanent bureau"),
    DecidingBody.MANAGEMENT_COMMITTEE: N_("Management committee"),
    DecidingBody.BOARD: N_("Governing board"),
    DecidingBody.MANAGING_DIRECTOR: N_("Managing director"),
    DecidingBody.OTHER: N_("Other body"),
}
OPPORTUNITY_STATES: Mapping[OpportunityState, str] = {
    OpportunityState.PROPOSED: N_("Proposed"),
    OpportunityState.TO_INVESTIGATE: N_("To investigate"),
    OpportunityState.CHOSEN: N_("Chosen"),
    OpportunityState.NOT_NOW: N_("Not now"),
}
ACTION_STATES: Mapping[ActionStatus, str] = {
    ActionStatus.PLANNED: N_("Planned"),
    ActionStatus.RUNNING: N_("Running"),
    ActionStatus.DONE: N_("Done"),
    ActionStatus.POSTPONED: N_("Postponed"),
    ActionStatus.STOPPED: N_("Stopped"),
}
ROLES: Mapping[Role, str] = {
    Role.COORDINATOR: N_("Coordinator"),
    Role.MAYOR: N_("Mayor"),
    Role.ALDERMAN: N_("Alderman"),
    Role.COUNCIL_CHAIR: N_("Chair of the council"),
    Role.GENERAL_DIRECTOR: N_("General director"),
    Role.MANAGING_DIRECTOR: N_("Managing director"),
    Role.PROVINCIAL_DIRECTOR: N_("Provincial director"),
    Role.NETWORK_MANAGER: N_("Network manager"),
    Role.CITY_MANAGER: N_("City manager"),
    Role.STAFF_MEMBER: N_("Staff member"),
    Role.OTHER: N_("Other role"),
}
CONSULTATION: Mapping[BodyKind, str] = {
    BodyKind.STEERING_GROUP: N_("Steering group"),
    BodyKind.WORKING_GROUP: N_("Working group"),
    BodyKind.MANAGEMENT_COMMITTEE: N_("Management committee"),
    BodyKind.BOARD: N_("Governing board"),
    BodyKind.OTHER: N_("Other body"),
}
SEATS: Mapping[Seat, str] = {
    Seat.CHAIR: N_("Chair"),
    Seat.SECRETARY: N_("Secretary"),
    Seat.MEMBER: N_("Member"),
    Seat.OBSERVER: N_("Observer"),
}
