"""People, the organisations they work for, their mandates in time and the bodies that consult each other.

Professional data only: a name, a way to reach someone and what they do; nothing about jobseekers.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coopdesk.kernel.partial_date import PartialDate


class OrganisationKind(StrEnum):
    LOCAL_AUTHORITY = "local_authority"
    OCMW = "ocmw"
    VDAB = "vdab"
    ASSOCIATION = "association"
    PROVINCE = "province"
    SOCIAL_ECONOMY = "social_economy"
    SOCIAL_PARTNER = "social_partner"
    EDUCATION = "education"
    EMPLOYER = "employer"
    OTHER = "other"


class LegalForm(StrEnum):
    """How an association is founded in law; UNKNOWN where nobody noted it or where it does not apply."""

    UNKNOWN = "unknown"
    INTERLOCAL_ASSOCIATION = "interlocal_association"
    PROJECT_ASSOCIATION = "project_association"
    SERVICE_ASSOCIATION = "service_association"
    MANDATED_ASSOCIATION = "mandated_association"
    WELFARE_ASSOCIATION = "welfare_association"


class Role(StrEnum):
    """What somebody does for an organisation; OTHER goes with the title as it was written."""

    COORDINATOR = "coordinator"
    MAYOR = "mayor"
    ALDERMAN = "alderman"
    COUNCIL_CHAIR = "council_chair"
    GENERAL_DIRECTOR = "general_director"
    MANAGING_DIRECTOR = "managing_director"
    PROVINCIAL_DIRECTOR = "provincial_director"
    NETWORK_MANAGER = "network_manager"
    CITY_MANAGER = "city_manager"
    STAFF_MEMBER = "staff_member"
    OTHER = "other"


class BodyKind(StrEnum):
    STEERING_GROUP = "steering_group"
    WORKING_GROUP = "working_group"
    MANAGEMENT_COMMITTEE = "management_committee"
    BOARD = "board"
    OTHER = "other"


class Seat(StrEnum):
    """What somebody is within a consultation body."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    OBSERVER = "observer"


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation; a local authority or OCMW carries the NIS code of its municipality."""

    id: str
    name: str
    kind: OrganisationKind = OrganisationKind.OTHER
    legal_form: LegalForm = LegalForm.UNKNOWN
    nis_code: str = ""
    email: str = ""
    phone: str = ""
    remark: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    email: str = ""
    phone: str = ""
    remark: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a person does for an organisation, from and up to and including; councils appoint anew every six years."""

    id: str
    person_id: str
    organisation_id: str
    role: Role = Role.OTHER
    title: str = ""
    begin_date: PartialDate | None = None
    end_date: PartialDate | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class ConsultationBody:
    id: str
    name: str
    kind: BodyKind = BodyKind.STEERING_GROUP
    frequency: str = ""
    remark: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class BodyMember:
    id: str
    body_id: str
    person_id: str
    seat: Seat = Seat.MEMBER
    begin_date: PartialDate | None = None
    end_date: PartialDate | None = None
    version: int = 1
