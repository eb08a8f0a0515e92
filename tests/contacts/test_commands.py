"""Changing contacts on a real workspace, and undoing it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coopdesk.contacts.commands.organisations import (
    AddConsultationBody,
    AddOrganisation,
    RemoveConsultationBody,
    RemoveOrganisations,
    RemoveSeat,
    ReviseConsultationBody,
    ReviseOrganisation,
    ReviseSeat,
    SeatMember,
)
from coopdesk.contacts.commands.people import (
    AddMandate,
    AddPerson,
    AddPersons,
    RemoveMandate,
    RemovePersons,
    ReviseMandate,
    RevisePerson,
)
from coopdesk.contacts.model import BodyKind, OrganisationKind, Role, Seat
from coopdesk.contacts.queries import find_organisation, organisations_on, persons_on, seats_on
from coopdesk.desk.desk import Desk
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.kernel.partial_date import PartialDate

DAY = date(2026, 11, 24)
ANN = AddPerson("Ann Peeters", "OCMW Lindemeer", Role.COORDINATOR, email="ann@example.be")


def everything(desk: Desk[Any]) -> tuple[object, ...]:
    """All that is kept, without the versions, which only grow."""
    with desk.look() as work:
        store = work.contacts
        found = (
            *store.organisations(),
            *store.persons(),
            *store.mandates(),
            *store.bodies(),
            *store.body_members(),
        )
    return tuple(replace(thing, version=0) for thing in found)


def people(desk: Desk[Any], day: date = DAY) -> dict[str, Any]:
    with desk.look() as work:
        return {row.person.name: row for row in persons_on(work, day)}


def test_a_new_person_brings_the_organisation_along(desk: Desk[Any]) -> None:
    desk.do(ANN)
    row = people(desk)["Ann Peeters"]
    assert row.organisation.name == "OCMW Lindemeer"
    assert row.mandate.role is Role.COORDINATOR
    desk.undo()
    assert everything(desk) == ()


def test_the_same_organisation_spelled_otherwise_is_not_made_twice(desk: Desk[Any]) -> None:
    desk.do(AddPersons((ANN, AddPerson("Koen Maes", "ocmw  Lindemeer"), AddPerson("Lies Wouters", "Wérkwijzer"))))
    desk.do(AddPerson("Rita Vos", "WERKWIJZER"))
    with desk.look() as work:
        assert [(o.organisation.name, len(o.people)) for o in organisations_on(work, DAY)] == [
            ("OCMW Lindemeer", 2),
            ("Wérkwijzer", 2),
        ]
        assert find_organisation(work, "werkwijzer") is not None


def test_a_pasted_list_is_one_step(desk: Desk[Any]) -> None:
    desk.do(AddPersons((ANN, AddPerson("Koen Maes", "VDAB"))))
    desk.undo()
    assert everything(desk) == ()


def test_one_wrong_address_refuses_the_whole_list(desk: Desk[Any]) -> None:
    with pytest.raises(Invalid):
        desk.do(AddPersons((ANN, AddPerson("Koen Maes", email="koen at vdab"))))
    assert everything(desk) == ()


def test_the_latest_mandate_of_the_day_is_shown(desk: Desk[Any]) -> None:
    person = desk.do(replace(ANN, begin_date=PartialDate.year(2019), end_date=PartialDate.year(2024)))
    desk.do(AddMandate(person, "Gemeente Kreekhoven", Role.ALDERMAN, begin_date=PartialDate.year(2025)))
    assert people(desk, date(2024, 12, 31))["Ann Peeters"].organisation.name == "OCMW Lindemeer"
    assert people(desk)["Ann Peeters"].organisation.name == "Gemeente Kreekhoven"
    assert len(people(desk)["Ann Peeters"].mandates) == 2


def test_a_mandate_moves_to_another_organisation_and_back(desk: Desk[Any]) -> None:
    desk.do(ANN)
    mandate = people(desk)["Ann Peeters"].mandate
    desk.do(ReviseMandate(mandate, "VDAB"))
    assert people(desk)["Ann Peeters"].organisation.name == "VDAB"
    with pytest.raises(Conflict):
        desk.do(ReviseMandate(mandate, "Elders"))
    desk.undo()
    assert people(desk)["Ann Peeters"].organisation.name == "OCMW Lindemeer"
    desk.do(RemoveMandate(mandate.id))
    assert people(desk)["Ann Peeters"].mandate is None


def test_a_mandate_cannot_end_before_it_begins(desk: Desk[Any]) -> None:
    desk.do(ANN)
    mandate = people(desk)["Ann Peeters"].mandate
    with pytest.raises(Invalid):
        desk.do(ReviseMandate(replace(mandate, begin_date=PartialDate.year(2025), end_date=PartialDate.year(2024))))


def test_a_person_goes_with_mandates_and_seats_and_comes_back_with_them(desk: Desk[Any]) -> None:
    person = desk.do(ANN)
    body = desk.do(AddConsultationBody("Stuurgroep Voorbeeldstreek"))
    desk.do(SeatMember(body, person, Seat.CHAIR))
    before = everything(desk)
    desk.do(RemovePersons((person,)))
    with desk.look() as work:
        assert [row.person for row in seats_on(work, DAY)] == [None]
    desk.undo()
    assert everything(desk) == before


def test_an_organisation_goes_with_its_mandates_and_the_people_stay(desk: Desk[Any]) -> None:
    desk.do(ANN)
    before = everything(desk)
    with desk.look() as work:
        (organisation,) = work.contacts.organisations()
    desk.do(RemoveOrganisations((organisation.id,)))
    assert people(desk)["Ann Peeters"].organisation is None
    desk.undo()
    assert everything(desk) == before


def test_the_chair_comes_first_and_a_member_sits_once(desk: Desk[Any]) -> None:
    ann, koen = desk.do(AddPersons((ANN, AddPerson("Zoë Maes"))))
    body = desk.do(AddConsultationBody("Werkgroep Zorg", BodyKind.WORKING_GROUP))
    desk.do(SeatMember(body, ann))
    seat = desk.do(SeatMember(body, koen, Seat.CHAIR))
    with pytest.raises(Invalid):
        desk.do(SeatMember(body, ann))
    with desk.look() as work:
        assert [row.person.name for row in seats_on(work, DAY)] == ["Zoë Maes", "Ann Peeters"]
        kept = work.contacts.body_member(seat)
    desk.do(ReviseSeat(replace(kept, end_date=PartialDate.year(2025))))
    with desk.look() as work:
        assert [row.person.name for row in seats_on(work, DAY)] == ["Ann Peeters"]
    desk.do(RemoveSeat(seat))
    desk.do(RemoveConsultationBody(body))
    with desk.look() as work:
        assert seats_on(work, DAY) == []


def test_names_and_kinds_can_be_changed_but_not_emptied(desk: Desk[Any]) -> None:
    organisation = desk.do(AddOrganisation("VDAB", OrganisationKind.VDAB))
    body = desk.do(AddConsultationBody("Stuurgroep"))
    person = desk.do(ANN)
    with desk.look() as work:
        o, b, p = work.contacts.organisation(organisation), work.contacts.body(body), work.contacts.person(person)
    desk.do(ReviseOrganisation(replace(o, phone="02 555 00 00")))
    desk.do(ReviseConsultationBody(replace(b, frequency="4 keer per jaar")))
    desk.do(RevisePerson(replace(p, name="Ann Peeters-Maes")))
    for refused in (
        ReviseOrganisation(replace(o, version=2, name="")),
        ReviseConsultationBody(replace(b, version=2, name=" ")),
        RevisePerson(replace(p, version=2, name="")),
    ):
        with pytest.raises(Invalid):
            desk.do(refused)
    assert "Ann Peeters-Maes" in people(desk)
