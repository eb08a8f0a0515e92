"""The columns of the three lists of contacts, and the commands their cells give."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from coopdesk.contacts.commands.organisations import (
    AddOrganisation,
    ReviseOrganisation,
    ReviseSeat,
)
from coopdesk.contacts.commands.people import AddMandate, AddPerson, RemoveMandate, ReviseMandate, RevisePerson
from coopdesk.contacts.model import OrganisationKind, Role
from coopdesk.contacts.ports import OrganisationRow, PersonRow, SeatRow
from coopdesk.contacts.wording import BODIES, FORMS, KINDS, ROLES, SEATS, role_of, role_text
from coopdesk.kernel.errors import Invalid
from coopdesk.shell.grid.batch import Batch
from coopdesk.shell.grid.column import Column, Group
from coopdesk.shell.grid.kinds import ChoiceKind, DateKind, NameKind, TextKind, choices
from coopdesk.shell.grid.looks import Quiet, Title
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

Texts = Callable[[], Sequence[str]]


class PersonColumns:
    """The list of persons; `leads` says how many actions a person leads."""

    def __init__(self, words: Words, organisations: Texts, leads: Callable[[str], int]) -> None:
        self._words, self._organisations, self._leads = words, organisations, leads

    def all(self) -> list[Column[PersonRow]]:
        """The columns in their order."""
        roles = [self._words.say(msgid) for role, msgid in ROLES.items() if role is not Role.OTHER]
        return [
            self._column("name", N_("Name"), lambda r: r.person.name, TextKind(required=True), 24, look=Title(),
                         also=N_("full name|contact|person")),
            self._column("organisation", N_("Organisation"), _organisation, NameKind(self._organisations), 23,
                         filter=True, also=N_("company|employer|municipality")),
            self._column("role", N_("Role"), lambda r: role_text(self._words, r.mandate), NameKind(lambda: roles), 18,
                         filter=True, also=N_("job title|function")),
            self._column("email", N_("E-mail"), lambda r: r.person.email, TextKind(), 29,
                         also=N_("e-mail address|email|mail")),
            self._column("phone", N_("Phone"), lambda r: r.person.phone, TextKind(), 14,
                         also=N_("business phone|mobile phone|mobile|telephone")),
            Column("until", N_("Mandate until"), self._until, value=lambda r: r.mandate.end_date if r.mandate else None,
                   kind=DateKind(), edit=lambda r, v: self.revise(r, {"until": v}), width=13),
            Column("leads", N_("Leads"), self._leading, sort=lambda r: self._leads(r.id), look=lambda _: Quiet(),
                   width=10),
            Column("bodies", N_("Consultation"), lambda r: ", ".join(b.name for b in r.bodies), hidden=True, width=20),
        ]  # fmt: skip

    def revise(self, row: PersonRow, values: Mapping[str, Any]) -> Any:
        """The command for the changed cells of a person: of the person, of the mandate, or of both."""
        own = {key: values[key] for key in ("name", "email", "phone") if key in values}
        held = {key: values[key] for key in ("organisation", "role", "until") if key in values}
        commands: list[Any] = [RevisePerson(replace(row.person, **own))] if own else []
        if held:
            commands.append(self._hold(row, held))
        return commands[0] if len(commands) == 1 else Batch(tuple(commands), subject=row.person.name)

    def add(self, values: Mapping[str, Any]) -> AddPerson:
        """The command for a pasted row."""
        role, title = role_of(self._words, str(values.get("role") or ""))
        return AddPerson(
            name=_text(values, "name") or _text(values, "email") or self._words.say("New contact"),
            organisation=_text(values, "organisation"),
            role=role,
            title=title,
            email=_text(values, "email"),
            phone=_text(values, "phone"),
            end_date=values.get("until"),
        )

    def _hold(self, row: PersonRow, held: Mapping[str, Any]) -> Any:
        """The command for the mandate: another, its first, or none when the organisation was cleared."""
        changes: dict[str, Any] = {}
        if "role" in held:
            changes["role"], changes["title"] = role_of(self._words, _text(held, "role"))
        if "until" in held:
            changes["end_date"] = held["until"]
        organisation = _text(held, "organisation")
        if row.mandate is None:
            return AddMandate(row.id, organisation, **changes)
        if "organisation" in held and not organisation:
            return RemoveMandate(row.mandate.id)
        return ReviseMandate(replace(row.mandate, **changes), organisation)

    def _column(
        self, key: str, title: str, text: Callable[[PersonRow], str], kind: Any, width: int, *, look: Any = None,
        filter: bool = False, also: str = "",
    ) -> Column[PersonRow]:  # fmt: skip
        shape = (lambda _: look) if look else None
        return Column(key, title, text, kind=kind, edit=lambda r, v: self.revise(r, {key: v}), width=width,
                      look=shape, stretch=look is not None, filter=filter, also=also)  # fmt: skip

    def _until(self, row: PersonRow) -> str:
        return self._words.formats.partial(row.mandate.end_date) if row.mandate and row.mandate.end_date else ""

    def _leading(self, row: PersonRow) -> str:
        n = self._leads(row.id)
        return self._words.count("{n} action", "{n} actions", n) if n else ""


class OrganisationColumns:
    """The list of organisations."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def all(self) -> list[Column[OrganisationRow]]:
        """The columns in their order."""
        say = self._words.say
        people = self._words.count
        return [
            Column("name", N_("Organisation"), lambda r: r.organisation.name, kind=TextKind(required=True),
                   edit=lambda r, v: self.revise(r, {"name": v}), look=lambda _: Title(), width=28, stretch=True),
            Column("kind", N_("Kind"), lambda r: say(KINDS[r.organisation.kind]), value=lambda r: r.organisation.kind,
                   kind=ChoiceKind(lambda: choices(self._words, KINDS)), filter=True, width=20,
                   edit=lambda r, v: self.revise(r, {"kind": v})),
            Column("legal_form", N_("Legal form"), lambda r: say(FORMS[r.organisation.legal_form]),
                   value=lambda r: r.organisation.legal_form, width=24, hidden=True,
                   kind=ChoiceKind(lambda: choices(self._words, FORMS)),
                   edit=lambda r, v: self.revise(r, {"legal_form": v})),
            self._text("email", N_("E-mail"), lambda r: r.organisation.email, 28),
            self._text("phone", N_("Phone"), lambda r: r.organisation.phone, 14),
            Column("people", N_("People"), lambda r: people("{n} person", "{n} people", len(r.people)),
                   sort=lambda r: len(r.people), look=lambda _: Quiet(), width=12,
                   tip=lambda r: ", ".join(p.name for p in r.people)),
        ]  # fmt: skip

    def revise(self, row: OrganisationRow, values: Mapping[str, Any]) -> ReviseOrganisation:
        """The command for the changed cells of an organisation."""
        return ReviseOrganisation(replace(row.organisation, **values))

    def add(self, values: Mapping[str, Any]) -> AddOrganisation:
        """The command for a pasted row."""
        kind = values.get("kind") or OrganisationKind.OTHER
        name = _text(values, "name") or self._words.say("New organisation")
        return AddOrganisation(name, kind, email=_text(values, "email"), phone=_text(values, "phone"))

    def _text(
        self, key: str, title: str, text: Callable[[OrganisationRow], str], width: int
    ) -> Column[OrganisationRow]:
        return Column(key, title, text, kind=TextKind(), edit=lambda r, v: self.revise(r, {key: v}), width=width)


class SeatColumns:
    """The seats of the consultation bodies, grouped by body."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def all(self) -> list[Column[SeatRow]]:
        """The columns in their order."""
        say = self._words.say
        return [
            Column("name", N_("Name"), lambda r: r.person.name if r.person else say("No members yet"),
                   look=lambda r: Title() if r.person else Quiet(), width=26, stretch=True, given=True),
            Column("seat", N_("Seat"), lambda r: say(SEATS[r.member.seat]) if r.member else "",
                   value=lambda r: r.member.seat if r.member else None, width=16, filter=True,
                   kind=ChoiceKind(lambda: choices(self._words, SEATS)), edit=lambda r, v: _seat(r, seat=v)),
            Column("organisation", N_("Organisation"), lambda r: r.organisation.name if r.organisation else "",
                   look=lambda _: Quiet(), width=24),
            Column("email", N_("E-mail"), lambda r: r.person.email if r.person else "", width=29),
            Column("until", N_("Seat until"), self._until, value=lambda r: r.member.end_date if r.member else None,
                   kind=DateKind(), edit=lambda r, v: _seat(r, end_date=v), width=14),
        ]  # fmt: skip

    def groups(self, rows: Sequence[SeatRow], chairless: frozenset[str]) -> list[Group]:
        """A heading per body: its kind, how often it meets, its members and whether it has a chair."""
        words, found = self._words, []
        for body in {row.body.id: row.body for row in rows}.values():
            members = sum(row.member is not None for row in rows if row.body.id == body.id)
            facts = [words.say(BODIES[body.kind]), *([body.frequency] if body.frequency else [])]
            if body.id in chairless:
                facts.append(words.say("chair missing"))
            right = words.count("{n} member", "{n} members", members)
            found.append(Group(body.id, body.name, " · ".join(facts), right))
        return found

    def _until(self, row: SeatRow) -> str:
        return self._words.formats.partial(row.member.end_date) if row.member and row.member.end_date else ""


def _text(values: Mapping[str, Any], key: str) -> str:
    return str(values.get(key) or "")


def _organisation(row: PersonRow) -> str:
    return row.organisation.name if row.organisation else ""


def _seat(row: SeatRow, **changes: Any) -> ReviseSeat:
    if row.member is None:
        raise Invalid(N_("Add a member to this body first."))
    return ReviseSeat(replace(row.member, **changes))
