"""The tables of agreements and what belongs to them."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from coopdesk.agreement.model import CooperationClass, DecidingBody, DecisionKind, PartyKind, Stage
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import EnumText, Flag, PartialDateText


class AgreementRecord(Record):
    """One row per agreement of any class."""

    __tablename__ = "agreement"
    title: Mapped[str] = column()
    cooperation_class: Mapped[CooperationClass] = column(EnumText(CooperationClass))
    stage: Mapped[Stage] = column(EnumText(Stage))
    instrument: Mapped[str] = column()
    begin_date: Mapped[PartialDate | None] = column(PartialDateText())
    end_date: Mapped[PartialDate | None] = column(PartialDateText())
    is_open_ended: Mapped[bool] = column(Flag())
    term_text: Mapped[str] = column()
    begin_text: Mapped[str] = column()
    end_text: Mapped[str] = column()
    approved_date: Mapped[PartialDate | None] = column(PartialDateText())
    signed_date: Mapped[PartialDate | None] = column(PartialDateText())
    terminated_date: Mapped[PartialDate | None] = column(PartialDateText())
    first_end_date: Mapped[PartialDate | None] = column(PartialDateText())
    predecessor_id: Mapped[str | None] = column(ForeignKey("agreement.id"), index=True)
    plan_id: Mapped[str | None] = column(ForeignKey("plan.id"), index=True)
    remark: Mapped[str] = column()
    source_file: Mapped[str] = column()
    source_digest: Mapped[str] = column()
    source_sheet: Mapped[str] = column()
    source_cell: Mapped[str] = column()
    import_id: Mapped[str] = column(index=True)


class AgreementMemberRecord(Record):
    """One row per municipality of an agreement."""

    __tablename__ = "agreement_member"
    agreement_id: Mapped[str] = column(ForeignKey("agreement.id"), index=True)
    nis_code: Mapped[str] = column(index=True)
    begin_date: Mapped[PartialDate | None] = column(PartialDateText())
    end_date: Mapped[PartialDate | None] = column(PartialDateText())


class PartyRecord(Record):
    """One row per party of an agreement."""

    __tablename__ = "party"
    agreement_id: Mapped[str] = column(ForeignKey("agreement.id"), index=True)
    position: Mapped[int] = column()
    name: Mapped[str] = column()
    kind: Mapped[PartyKind] = column(EnumText(PartyKind))
    organisation_id: Mapped[str | None] = column(ForeignKey("organisation.id"), index=True)
    nis_code: Mapped[str] = column()
    signatory: Mapped[str] = column()
    signatory_role: Mapped[str] = column()


class DecisionRecord(Record):
    """One row per decision of a party."""

    __tablename__ = "decision"
    party_id: Mapped[str] = column(ForeignKey("party.id"), index=True)
    kind: Mapped[DecisionKind] = column(EnumText(DecisionKind))
    body: Mapped[DecidingBody] = column(EnumText(DecidingBody))
    date: Mapped[PartialDate | None] = column(PartialDateText())
    reference: Mapped[str] = column()


class DataExchangeRecord(Record):
    """One row per kind of data that goes from one party of an agreement to another."""

    __tablename__ = "data_exchange"
    agreement_id: Mapped[str] = column(ForeignKey("agreement.id"), index=True)
    position: Mapped[int] = column()
    data: Mapped[str] = column()
    giver: Mapped[str] = column()
    receiver: Mapped[str] = column()
    purpose: Mapped[str] = column()
    subjects: Mapped[str] = column()
    ground: Mapped[str] = column()


class AbsenceRecord(Record):
    """One row per municipality of which the reason for having no agreement is known."""

    __tablename__ = "agreement_absence"
    nis_code: Mapped[str] = column(unique=True)
    reason: Mapped[str] = column()
