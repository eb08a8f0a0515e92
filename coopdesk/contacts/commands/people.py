"""The changes a coordinator makes to persons and their mandates."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.contacts import rules
from coopdesk.contacts.model import Mandate, Organisation, Person, Role
from coopdesk.contacts.ports import ContactWork
from coopdesk.kernel.errors import Conflict
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.words.marks import N_

CHANGED = N_("This contact was changed since you opened it.")


def expect_version(kept: int, seen: int) -> None:
    """Conflict when the kept thing is not the one the user saw."""
    if kept != seen:
        raise Conflict(CHANGED)


def organisation_named(work: ContactWork, name: str) -> Organisation:
    """The organisation of this name, however it is accented or capitalised; made when there is none."""
    wanted = rules.normal_form(name)
    for organisation in work.contacts.organisations():
        if rules.normal_form(organisation.name) == wanted:
            return organisation
    made = rules.checked_organisation(Organisation(new_id(), name.strip()))
    work.contacts.add(made)
    return made


@dataclass(frozen=True, slots=True)
class AddPerson:
    """Adds a person, with a mandate when an organisation is named, and returns its id."""

    name: str
    organisation: str = ""
    role: Role = Role.OTHER
    title: str = ""
    email: str = ""
    phone: str = ""
    begin_date: PartialDate | None = None
    end_date: PartialDate | None = None
    remark: str = ""
    label: str = N_("Add person")

    def run(self, work: ContactWork) -> str:
        """The id of the new person."""
        person = rules.checked_person(
            Person(new_id(), self.name.strip(), self.email.strip(), self.phone.strip(), self.remark)
        )
        rules.check_term(self.begin_date, self.end_date)
        work.contacts.add(person)
        work.about(person.name)
        if self.organisation.strip():
            organisation = organisation_named(work, self.organisation)
            terms = (self.role, self.title, self.begin_date, self.end_date)
            work.contacts.add(Mandate(new_id(), person.id, organisation.id, *terms))
        return person.id


@dataclass(frozen=True, slots=True)
class AddPersons:
    """Adds several persons in one step, as when a list is pasted; returns their ids."""

    persons: tuple[AddPerson, ...]
    label: str = N_("Add persons")

    def run(self, work: ContactWork) -> tuple[str, ...]:
        """The ids of the new persons."""
        return tuple(add.run(work) for add in self.persons)


@dataclass(frozen=True, slots=True)
class RevisePerson:
    """Keeps a changed person; the value carries the version that was seen."""

    changed: Person
    label: str = N_("Change person")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: ContactWork) -> None:
        """Conflict when the person was changed meanwhile."""
        expect_version(work.contacts.person(self.changed.id).version, self.seen_version)
        work.contacts.save(rules.checked_person(self.changed))
        work.about(self.changed.name)


@dataclass(frozen=True, slots=True)
class RemovePersons:
    """Removes persons with their mandates, their seats and what was noted about them; undo brings everything back."""

    ids: tuple[str, ...]
    label: str = N_("Remove person")

    def run(self, work: ContactWork) -> None:
        """Conflict when one of them is already gone; then none is removed."""
        for gone in self.ids:
            person = work.contacts.person(gone)
            work.about(person.name)
            for mandate in work.contacts.mandates(person_id=gone):
                work.contacts.remove(mandate)
            for seat in work.contacts.body_members(person_id=gone):
                work.contacts.remove(seat)
            work.contacts.remove(person)


@dataclass(frozen=True, slots=True)
class AddMandate:
    """Adds what a person does for an organisation, which is made when its name is new; returns the mandate's id."""

    person_id: str
    organisation: str
    role: Role = Role.OTHER
    title: str = ""
    begin_date: PartialDate | None = None
    end_date: PartialDate | None = None
    label: str = N_("Add mandate")

    def run(self, work: ContactWork) -> str:
        """The id of the new mandate."""
        person = work.contacts.person(self.person_id)
        rules.check_term(self.begin_date, self.end_date)
        organisation = organisation_named(work, self.organisation)
        terms = (self.role, self.title, self.begin_date, self.end_date)
        mandate = Mandate(new_id(), person.id, organisation.id, *terms)
        work.contacts.add(mandate)
        work.about(person.name)
        return mandate.id


@dataclass(frozen=True, slots=True)
class ReviseMandate:
    """Keeps a changed mandate; `organisation` names another organisation, empty leaves the present one."""

    changed: Mandate
    organisation: str = ""
    label: str = N_("Change mandate")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: ContactWork) -> None:
        """Conflict when it was changed meanwhile."""
        expect_version(work.contacts.mandate(self.changed.id).version, self.seen_version)
        rules.check_term(self.changed.begin_date, self.changed.end_date)
        changed = self.changed
        if self.organisation.strip():
            changed = replace(changed, organisation_id=organisation_named(work, self.organisation).id)
        work.contacts.save(changed)
        work.about(work.contacts.person(changed.person_id).name)


@dataclass(frozen=True, slots=True)
class RemoveMandate:
    """Removes a mandate."""

    id: str
    label: str = N_("Remove mandate")

    def run(self, work: ContactWork) -> None:
        """Conflict when it is already gone."""
        mandate = work.contacts.mandate(self.id)
        work.about(work.contacts.person(mandate.person_id).name)
        work.contacts.remove(mandate)
