"""The tables of contacts."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from coopdesk.contacts.model import BodyKind, LegalForm, OrganisationKind, Role, Seat
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import EnumText, PartialDateText


class OrganisationRecord(Record):
    """One row per organisation."""

    __tablename__ = "organisation"
    name: Mapped[str] = column()
    kind: Mapped[OrganisationKind] = column(EnumText(OrganisationKind))
    legal_form: Mapped[LegalForm] = column(EnumText(LegalForm))
    nis_code: Mapped[str] = column()
    email: Mapped[str] = column()
    phone: Mapped[str] = column()
    remark: Mapped[str] = column()


class PersonRecord(Record):
    """One row per person."""

    __tablename__ = "person"
    name: Mapped[str] = column()
    email: Mapped[str] = column()
    phone: Mapped[str] = column()
    remark: Mapped[str] = column()


class MandateRecord(Record):
    """One row per mandate of a person."""

    __tablename__ = "mandate"
    person_id: Mapped[str] = column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[str] = column(ForeignKey("organisation.id"), index=True)
    role: Mapped[Role] = column(EnumText(Role))
    title: Mapped[str] = column()
    begin_date: Mapped[PartialDate | None] = column(PartialDateText())
    end_date: Mapped[PartialDate | None] = column(PartialDateText())


class ConsultationBodyRecord(Record):
    """One row per consultation body."""

    __tablename__ = "consultation_body"
    name: Mapped[str] = column()
    kind: Mapped[BodyKind] = column(EnumText(BodyKind))
    frequency: Mapped[str] = column()
    remark: Mapped[str] = column()


class BodyMemberRecord(Record):
    """One row per seat in a consultation body."""

    __tablename__ = "body_member"
    body_id: Mapped[str] = column(ForeignKey("consultation_body.id"), index=True)
    person_id: Mapped[str] = column(ForeignKey("person.id"), index=True)
    seat: Mapped[Seat] = column(EnumText(Seat))
    begin_date: Mapped[PartialDate | None] = column(PartialDateText())
    end_date: Mapped[PartialDate | None] = column(PartialDateText())
