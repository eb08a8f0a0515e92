"""The changes a coordinator makes to organisations and consultation bodies."""

from __future__ import annotations

from dataclasses import dataclass

from coopdesk.contacts import rules
from coopdesk.contacts.commands.people import expect_version
from coopdesk.contacts.model import (
    BodyKind,
    BodyMember,
    ConsultationBody,
    LegalForm,
    Organisation,
    OrganisationKind,
    Seat,
)
from coopdesk.contacts.ports import ContactWork
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class AddOrganisation:
    """Adds an organisation and returns its id."""

    name: str
    kind: OrganisationKind = OrganisationKind.OTHER
    legal_form: LegalForm = LegalForm.UNKNOWN
    nis_code: str = ""
    email: str = ""
    phone: str = ""
    remark: str = ""
    label: str = N_("Add organisation")

    def run(self, work: ContactWork) -> str:
        """The id of the new organisation."""
        made = rules.checked_organisation(
            Organisation(
                id=new_id(),
                name=self.name.strip(),
                kind=self.kind,
                legal_form=self.legal_form,
                nis_code=self.nis_code,
                email=self.email.strip(),
                phone=self.phone.strip(),
                remark=self.remark,
            )
        )
        work.contacts.add(made)
        work.about(made.name)
        return made.id


@dataclass(frozen=True, slots=True)
class AddOrganisations:
    """Adds several organisations in one step, as when a list is pasted; returns their ids."""

    organisations: tuple[AddOrganisation, ...]
    label: str = N_("Add organisations")

    def run(self, work: ContactWork) -> tuple[str, ...]:
        """The ids of the new organisations."""
        return tuple(add.run(work) for add in self.organisations)


@dataclass(frozen=True, slots=True)
class ReviseOrganisation:
    """Keeps a changed organisation; the value carries the version that was seen."""

    changed: Organisation
    label: str = N_("Change organisation")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: ContactWork) -> None:
        """Conflict when it was changed meanwhile."""
        expect_version(work.contacts.organisation(self.changed.id).version, self.seen_version)
        work.contacts.save(rules.checked_organisation(self.changed))
        work.about(self.changed.name)


@dataclass(frozen=True, slots=True)
class RemoveOrganisations:
    """Removes organisations with the mandates at them; the people stay."""

    ids: tuple[str, ...]
    label: str = N_("Remove organisation")

    def run(self, work: ContactWork) -> None:
        """Conflict when one of them is already gone; then none is removed."""
        for gone in self.ids:
            organisation = work.contacts.organisation(gone)
            work.about(organisation.name)
            for mandate in work.contacts.mandates(organisation_id=gone):
                work.contacts.remove(mandate)
            work.contacts.remove(organisation)


@dataclass(frozen=True, slots=True)
class AddConsultationBody:
    """Adds a steering group, working group or other body and returns its id."""

    name: str
    kind: BodyKind = BodyKind.STEERING_GROUP
    frequency: str = ""
    label: str = N_("Add consultation body")

    def run(self, work: ContactWork) -> str:
        """The id of the new body."""
        made = rules.checked_body(ConsultationBody(new_id(), self.name.strip(), self.kind, self.frequency))
        work.contacts.add(made)
        work.about(made.name)
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseConsultationBody:
    """Keeps a changed consultation body; the value carries the version that was seen."""

    changed: ConsultationBody
    label: str = N_("Change consultation body")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: ContactWork) -> None:
        """Conflict when it was changed meanwhile."""
        expect_version(work.contacts.body(self.changed.id).version, self.seen_version)
        work.contacts.save(rules.checked_body(self.changed))
        work.about(self.changed.name)


@dataclass(frozen=True, slots=True)
class RemoveConsultationBody:
    """Removes a consultation body with its seats; the people stay."""

    id: str
    label: str = N_("Remove consultation body")

    def run(self, work: ContactWork) -> None:
        """Conflict when it is already gone."""
        body = work.contacts.body(self.id)
        work.about(body.name)
        for seat in work.contacts.body_members(body_id=body.id):
            work.contacts.remove(seat)
        work.contacts.remove(body)


@dataclass(frozen=True, slots=True)
class SeatMember:
    """Gives a person a seat in a consultation body and returns the id of the seat."""

    body_id: str
    person_id: str
    seat: Seat = Seat.MEMBER
    begin_date: PartialDate | None = None
    label: str = N_("Add member of consultation body")

    def run(self, work: ContactWork) -> str:
        """Invalid when the person already has a seat there."""
        body, person = work.contacts.body(self.body_id), work.contacts.person(self.person_id)
        if any(s.person_id == person.id and s.end_date is None for s in work.contacts.body_members(body.id)):
            raise Invalid(N_("{person} already is a member of {body}."), person=person.name, body=body.name)
        made = BodyMember(new_id(), body.id, person.id, self.seat, self.begin_date)
        work.contacts.add(made)
        work.about(f"{body.name}: {person.name}")
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseSeat:
    """Keeps a changed seat; the value carries the version that was seen."""

    changed: BodyMember
    label: str = N_("Change member of consultation body")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: ContactWork) -> None:
        """Conflict when it was changed meanwhile."""
        expect_version(work.contacts.body_member(self.changed.id).version, self.seen_version)
        rules.check_term(self.changed.begin_date, self.changed.end_date)
        work.contacts.save(self.changed)
        work.about(work.contacts.person(self.changed.person_id).name)


@dataclass(frozen=True, slots=True)
class RemoveSeat:
    """Takes a person out of a consultation body."""

    id: str
    label: str = N_("Remove member of consultation body")

    def run(self, work: ContactWork) -> None:
        """Conflict when the seat is already gone."""
        seat = work.contacts.body_member(self.id)
        work.about(work.contacts.person(seat.person_id).name)
        work.contacts.remove(seat)
