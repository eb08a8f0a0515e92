"""Cooperation between VDAB and local authorities, of every class: who agrees on what, until when, who decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coopdesk.kernel.partial_date import PartialDate


class CooperationClass(StrEnum):
    """The three classes the Flemish government names, and a fourth for what it does not class."""

    STRUCTURAL = "structural"
    REGULAR = "regular"
    PROJECT_BASED = "project_based"
    UNCLASSIFIED = "unclassified"


class Stage(StrEnum):
    """Whether the parties have concluded the agreement; until then its dates are intentions."""

    PREPARATION = "preparation"
    CONCLUDED = "concluded"


class AgreementState(StrEnum):
    """What an agreement is on a day; computed from its dates, never stored."""

    IN_FORCE = "in_force"
    NOT_STARTED = "not_started"
    ENDED = "ended"
    IN_PREPARATION = "in_preparation"
    UNKNOWN = "unknown"


class PartyKind(StrEnum):
    MUNICIPALITY = "municipality"
    OCMW = "ocmw"
    VDAB = "vdab"
    ASSOCIATION = "association"
    PROVINCE = "province"
    OTHER = "other"


class DecisionKind(StrEnum):
    APPROVAL = "approval"
    RATIFICATION = "ratification"
    DELEGATION = "delegation"
    SIGNING = "signing"


class DecidingBody(StrEnum):
    """The body that took a decision; NONE for a signing."""

    NONE = "none"
    MUNICIPAL_COUNCIL = "municipal_council"
    SOCIAL_WELFARE_COUNCIL = "social_welfare_council"
    MUNICIPAL_EXECUTIVE = "municipal_executive"
    PERMANENT_BUREAU = "permanent_bureau"
    MANAGEMENT_COMMITTEE = "management_committee"
    BOARD = "board"
    MANAGING_DIRECTOR = "managing_director"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A known form of cooperation, the class it belongs to, and where that is said."""

    name: str
    cooperation_class: CooperationClass
    source: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """One cooperation agreement.

    Begin, signing and approval are different facts and most sources give only one, so each may be missing. The end
    date is inclusive. `begin_text`, `end_text` and `term_text` keep what the source wrote. `first_end_date` is what
    the end was before the first extension. `source_*` and `import_id` are empty for what was typed.
    """

    id: str
    title: str
    cooperation_class: CooperationClass = CooperationClass.STRUCTURAL
    stage: Stage = Stage.CONCLUDED
    instrument: str = ""
    begin_date: PartialDate | None = None
    end_date: PartialDate | None = None
    is_open_ended: bool = False
    term_text: str = ""
    begin_text: str = ""
    end_text: str = ""
    approved_date: PartialDate | None = None
    signed_date: PartialDate | None = None
    terminated_date: PartialDate | None = None
    first_end_date: PartialDate | None = None
    predecessor_id: str | None = None
    plan_id: str | None = None
    remark: str = ""
    source_file: str = ""
    source_digest: str = ""
    source_sheet: str = ""
    source_cell: str = ""
    import_id: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class AgreementMember:
    """A municipality an agreement covers, by the NIS code it had then, possibly for a part of the term."""

    id: str
    agreement_id: str
    nis_code: str
    begin_date: PartialDate | None = None
    end_date: PartialDate | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Party:
    """Who concludes an agreement; municipality and OCMW are separate parties. The signatory is named as written."""

    id: str
    agreement_id: str
    position: int
    name: str
    kind: PartyKind = PartyKind.OTHER
    organisation_id: str | None = None
    nis_code: str = ""
    signatory: str = ""
    signatory_role: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Decision:
    """What one party decided about an agreement; without a date it still has to be taken."""

    id: str
    party_id: str
    kind: DecisionKind
    body: DecidingBody = DecidingBody.NONE
    date: PartialDate | None = None
    reference: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class DataExchange:
    """Which kind of data one party of an agreement gives to another, what for, and on which legal ground.

    It says what is exchanged in general; nobody whose data it is has a place in it. `ground` names the deliberation or
    the protocol, and is empty while there is none.
    """

    id: str
    agreement_id: str
    position: int
    data: str
    giver: str = ""
    receiver: str = ""
    purpose: str = ""
    subjects: str = ""
    ground: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Absence:
    """Why a municipality has no structural agreement, in the coordinator's words."""

    id: str
    nis_code: str
    reason: str
    version: int = 1
