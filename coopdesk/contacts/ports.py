"""What the use cases of contacts need of storage, and the rows their lists show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from coopdesk.contacts.model import BodyMember, ConsultationBody, Mandate, Organisation, Person

Contact = Organisation | Person | Mandate | ConsultationBody | BodyMember


class ContactStore(Protocol):
    """Organisations, persons, mandates and consultation bodies; `get`-like readers raise Conflict when it is gone."""

    def organisation(self, id: str) -> Organisation: ...
    def person(self, id: str) -> Person: ...
    def mandate(self, id: str) -> Mandate: ...
    def body(self, id: str) -> ConsultationBody: ...
    def body_member(self, id: str) -> BodyMember: ...
    def organisations(self) -> list[Organisation]: ...
    def persons(self) -> list[Person]: ...
    def mandates(self, person_id: str | None = None, organisation_id: str | None = None) -> list[Mandate]: ...
    def bodies(self) -> list[ConsultationBody]: ...
    def body_members(self, body_id: str | None = None, person_id: str | None = None) -> list[BodyMember]: ...
    def add(self, thing: Contact) -> None: ...
    def save(self, thing: Contact) -> None: ...
    def remove(self, thing: Contact) -> None: ...


class ContactWork(Protocol):
    @property
    def contacts(self) -> ContactStore: ...
    def about(self, subject: str) -> None: ...


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with the mandate that counts on a day, all mandates, and the bodies the person sits in."""

    person: Person
    mandate: Mandate | None
    organisation: Organisation | None
    mandates: tuple[Mandate, ...]
    bodies: tuple[ConsultationBody, ...]

    @property
    def id(self) -> str:
        return self.person.id


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation with the people who hold a mandate there on a day."""

    organisation: Organisation
    people: tuple[Person, ...]

    @property
    def id(self) -> str:
        return self.organisation.id


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One seat in a consultation body: the body, who holds it and for which organisation; no member, no seat yet."""

    body: ConsultationBody
    member: BodyMember | None
    person: Person | None
    organisation: Organisation | None

    @property
    def id(self) -> str:
        return self.member.id if self.member else self.body.id
