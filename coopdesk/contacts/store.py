"""Keeps contacts in the database."""

from __future__ import annotations

from typing import Any

from coopdesk.contacts.model import BodyMember, ConsultationBody, Mandate, Organisation, Person
from coopdesk.contacts.ports import Contact
from coopdesk.storage.query import given
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table


class SqlContactStore:
    """The contacts of one unit of work."""

    def __init__(self, rows: Rows) -> None:
        """Reads and writes these rows."""
        self._organisations = Table(rows, "organisation", Organisation)
        self._persons = Table(rows, "person", Person)
        self._mandates = Table(rows, "mandate", Mandate)
        self._bodies = Table(rows, "consultation_body", ConsultationBody)
        self._body_members = Table(rows, "body_member", BodyMember)
        self._tables: dict[type[Any], Table[Any]] = {
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
        return self._organisations.where(order_by=("name", "id"))

    def persons(self) -> list[Person]:
        """Every person, by name."""
        return self._persons.where(order_by=("name", "id"))

    def mandates(self, person_id: str | None = None, organisation_id: str | None = None) -> list[Mandate]:
        """The mandates of a person, at an organisation, or all, in the order they were noted."""
        chosen = given(person_id=person_id, organisation_id=organisation_id)
        return self._mandates.where(**chosen, order_by=("id",))

    def bodies(self) -> list[ConsultationBody]:
        """Every consultation body, by name."""
        return self._bodies.where(order_by=("name", "id"))

    def body_members(self, body_id: str | None = None, person_id: str | None = None) -> list[BodyMember]:
        """The seats of a body, of a person, or all, in the order they were noted."""
        return self._body_members.where(**given(body_id=body_id, person_id=person_id), order_by=("id",))

    def add(self, thing: Contact) -> None:
        """Keeps something new."""
        self._tables[type(thing)].add(thing)

    def save(self, thing: Contact) -> None:
        """Keeps something changed; Conflict when it changed meanwhile."""
        self._tables[type(thing)].save(thing)

    def remove(self, thing: Contact) -> None:
        """Forgets something."""
        self._tables[type(thing)].remove(thing.id)
