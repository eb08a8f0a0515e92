"""Keeps contacts in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from coopdesk.contacts.model import BodyMember, ConsultationBody, Mandate, Organisation, Person
from coopdesk.contacts.ports import Contact
from coopdesk.contacts.records import (
    BodyMemberRecord,
    ConsultationBodyRecord,
    MandateRecord,
    OrganisationRecord,
    PersonRecord,
)
from coopdesk.storage.table import Table


class SqlContactStore:
    """The contacts of one session."""

    def __init__(self, session: Session) -> None:
        """Reads and writes through this session."""
        self._session = session
        self._organisations = Table(session, OrganisationRecord, Organisation)
        self._persons = Table(session, PersonRecord, Person)
        self._mandates = Table(session, MandateRecord, Mandate)
        self._bodies = Table(session, ConsultationBodyRecord, ConsultationBody)
        self._body_members = Table(session, BodyMemberRecord, BodyMember)
        self._tables: dict[type[Any], Table[Any, Any]] = {
            Organisation: self._organisations,
            Person: self._persons,
            Mandate: self._mandates,
            ConsultationBody: self._bodies,
            BodyMember: self._body_members,
        }

    def organisation(self, id: str) -> Organisation:
        """One organisation; Conflict when it is gone."""
        return self._organisations.get(id)

    def person(self, id: str) -> Person:
        """One person; Conflict when gone."""
        return self._persons.get(id)

    def mandate(self, id: str) -> Mandate:
        """One mandate; Conflict when it is gone."""
        return self._mandates.get(id)

    def body(self, id: str) -> ConsultationBody:
        """One consultation body; Conflict when it is gone."""
        return self._bodies.get(id)

    def body_member(self, id: str) -> BodyMember:
        """One seat in a consultation body; Conflict when it is gone."""
        return self._body_members.get(id)

    def organisations(self) -> list[Organisation]:
        """Every organisation, by name."""
        return self._organisations.where(order_by=(OrganisationRecord.name, OrganisationRecord.id))

    def persons(self) -> list[Person]:
        """Every person, by name."""
        return self._persons.where(order_by=(PersonRecord.name, PersonRecord.id))

    def mandates(self, person_id: str | None = None, organisation_id: str | None = None) -> list[Mandate]:
        """The mandates of a person, at an organisation, or all, in the order they were noted."""
        chosen: list[ColumnElement[bool]] = []
        if person_id is not None:
            chosen.append(MandateRecord.person_id == person_id)
        if organisation_id is not None:
            chosen.append(MandateRecord.organisation_id == organisation_id)
        return self._mandates.where(*chosen, order_by=(MandateRecord.id,))

    def bodies(self) -> list[ConsultationBody]:
        """Every consultation body, by name."""
        return self._bodies.where(order_by=(ConsultationBodyRecord.name, ConsultationBodyRecord.id))

    def body_members(self, body_id: str | None = None, person_id: str | None = None) -> list[BodyMember]:
        """The seats of a body, of a person, or all, in the order they were noted."""
        chosen: list[ColumnElement[bool]] = []
        if body_id is not None:
            chosen.append(BodyMemberRecord.body_id == body_id)
        if person_id is not None:
            chosen.append(BodyMemberRecord.person_id == person_id)
        return self._body_members.where(*chosen, order_by=(BodyMemberRecord.id,))

    def add(self, thing: Contact) -> None:
        """Keeps something new; what others point to is written at once, so that they find it."""
        self._tables[type(thing)].add(thing)
        if isinstance(thing, Organisation | Person | ConsultationBody):
            self._session.flush()

    def save(self, thing: Contact) -> None:
        """Keeps something changed; Conflict when it changed meanwhile."""
        self._tables[type(thing)].save(thing)

    def remove(self, thing: Contact) -> None:
        """Forgets something."""
        self._tables[type(thing)].remove(thing.id)
