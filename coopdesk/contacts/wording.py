"""What the codes of contacts are called: a role, a kind of organisation, a seat; and roles read from a text."""

from __future__ import annotations

from collections.abc import Mapping

from coopdesk.contacts.model import BodyKind, LegalForm, Mandate, OrganisationKind, Role, Seat
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

KINDS: Mapping[OrganisationKind, str] = {
    OrganisationKind.LOCAL_AUTHORITY: N_("Local authority"),
    OrganisationKind.OCMW: N_("OCMW"),
    OrganisationKind.VDAB: N_("VDAB"),
    OrganisationKind.ASSOCIATION: N_("Association"),
    OrganisationKind.PROVINCE: N_("Province"),
    OrganisationKind.SOCIAL_ECONOMY: N_("Social economy"),
    OrganisationKind.SOCIAL_PARTNER: N_("Social partner"),
    OrganisationKind.EDUCATION: N_("Education and training"),
    OrganisationKind.EMPLOYER: N_("Employer"),
    OrganisationKind.OTHER: N_("Other organisation"),
}
FORMS: Mapping[LegalForm, str] = {
    LegalForm.UNKNOWN: N_("–"),
    LegalForm.INTERLOCAL_ASSOCIATION: N_("Interlocal association"),
    LegalForm.PROJECT_ASSOCIATION: N_("Project association"),
    LegalForm.SERVICE_ASSOCIATION: N_("Service association"),
    LegalForm.MANDATED_ASSOCIATION: N_("Mandated association"),
    LegalForm.WELFARE_ASSOCIATION: N_("Welfare association"),
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
BODIES: Mapping[BodyKind, str] = {
    BodyKind.STEERING_GROUP: N_("Steering group"),
    BodyKind.WORKING_GROUP: N_("Working group"),
    BodyKind.MANAGEMENT_COMMITTEE: N_("Management committee"),
    BodyKind.BOARD: N_("Board of directors"),
    BodyKind.OTHER: N_("Other body"),
}
SEATS: Mapping[Seat, str] = {
    Seat.CHAIR: N_("Chair"),
    Seat.SECRETARY: N_("Secretary"),
    Seat.MEMBER: N_("Member"),
    Seat.OBSERVER: N_("Observer"),
}


def role_text(words: Words, mandate: Mandate | None) -> str:
    """What somebody does, in words: the title as written, else the role."""
    if mandate is None:
        return ""
    if mandate.title:
        return mandate.title
    return "" if mandate.role is Role.OTHER else words.say(ROLES[mandate.role])


def role_of(words: Words, text: str) -> tuple[Role, str]:
    """The role a text names, or OTHER with the text itself as title."""
    typed = " ".join(text.split())
    for role, msgid in ROLES.items():
        if typed.casefold() in (words.say(msgid).casefold(), role.value):
            return role, ""
    return Role.OTHER, typed
