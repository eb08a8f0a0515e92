"""What the screens of contacts show, each read in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from datetime import date
from operator import attrgetter
from typing import TypeVar

from coopdesk.contacts import rules
from coopdesk.contacts.model import BodyMember, Organisation
from coopdesk.contacts.ports import ContactWork, OrganisationRow, PersonRow, SeatRow

T = TypeVar("T")


def persons_on(work: ContactWork, day: date) -> list[PersonRow]:
    """Every person by name, with the mandate that counts on that day."""
    organisations = {o.id: o for o in work.contacts.organisations()}
    bodies = {b.id: b for b in work.contacts.bodies()}
    mandates = _by("person_id", work.contacts.mandates())
    seats = _by("person_id", (s for s in work.contacts.body_members() if rules.holds_on(s, day)))
    rows = []
    for person in work.contacts.persons():
        own = tuple(mandates[person.id])
        main = rules.main_mandate(own, day)
        rows.append(
            PersonRow(
                person=person,
                mandate=main,
                organisation=organisations[main.organisation_id] if main else None,
                mandates=own,
                bodies=tuple(bodies[s.body_id] for s in seats[person.id]),
            )
        )
    return rows


def organisations_on(work: ContactWork, day: date) -> list[OrganisationRow]:
    """Every organisation by name, with the people who hold a mandate there on that day."""
    persons = {p.id: p for p in work.contacts.persons()}
    held = _by("organisation_id", (m for m in work.contacts.mandates() if rules.holds_on(m, day)))
    return [
        OrganisationRow(o, tuple(sorted({persons[m.person_id] for m in held[o.id]}, key=lambda p: p.name)))
        for o in work.contacts.organisations()
    ]


def seats_on(work: ContactWork, day: date) -> list[SeatRow]:
    """Every seat held on that day, by body, chair first; a body without members has one row without a person."""
    persons = {row.id: row for row in persons_on(work, day)}
    seats = _by("body_id", (s for s in work.contacts.body_members() if rules.holds_on(s, day)))
    rows: list[SeatRow] = []
    for body in work.contacts.bodies():
        for seat in sorted(seats[body.id], key=lambda s: _place(s, persons)):
            row = persons[seat.person_id]
            rows.append(SeatRow(body, seat, row.person, row.organisation))
        if not seats[body.id]:
            rows.append(SeatRow(body, None, None, None))
    return rows


def find_organisation(work: ContactWork, name: str) -> Organisation | None:
    """The organisation of this name, however it is accented or capitalised."""
    wanted = rules.normal_form(name)
    return next((o for o in work.contacts.organisations() if rules.normal_form(o.name) == wanted), None)


def _place(seat: BodyMember, persons: dict[str, PersonRow]) -> tuple[int, str]:
    return rules.SEAT_ORDER.index(seat.seat), persons[seat.person_id].person.name


def _by(field: str, things: Iterable[T]) -> defaultdict[Hashable, list[T]]:
    read = attrgetter(field)
    grouped: defaultdict[Hashable, list[T]] = defaultdict(list)
    for thing in things:
        grouped[read(thing)].append(thing)
    return grouped
