"""The screen Contacts through its own widgets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from coopdesk.contacts.commands.organisations import AddConsultationBody, SeatMember
from coopdesk.contacts.commands.people import AddPerson, AddPersons
from coopdesk.contacts.model import Role, Seat
from coopdesk.contacts.queries import persons_on
from coopdesk.contacts.ui.page import ContactsPage
from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import FixedClock
from coopdesk.shell.about import Facts
from coopdesk.shell.areas import Areas
from coopdesk.shell.labels import Button
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.page import PageSpec
from coopdesk.shell.theme import Theme
from coopdesk.shell.window import Window
from coopdesk.words.catalogue import Words

DAY = date(2026, 11, 24)


@pytest.fixture
def written() -> list[str]:
    """The addresses handed to the mail program."""
    return []


@pytest.fixture
def opened(qtbot: QtBot, words: Words, qapp: Any, desk: Desk[Any], written: list[str]) -> Iterator[ContactsPage]:
    window = Window(words, FixedClock(DAY), Theme(qapp, "light"), ShortMemory(), Facts("test"))
    qtbot.addWidget(window)
    pages: list[ContactsPage] = []

    def make(context: Any) -> ContactsPage:
        pages.append(ContactsPage(context, dict, written.append))
        return pages[0]

    window.show()
    window.open(desk, [PageSpec("contacts", "Contacts", "people", "", make)], areas=Areas(list))
    yield pages[0]
    window.shut()


@pytest.fixture
def people(opened: ContactsPage, desk: Desk[Any]) -> tuple[str, ...]:
    ids: tuple[str, ...] = desk.do(
        AddPersons((
            AddPerson("Ann Peeters", "OCMW Lier", Role.COORDINATOR, email="ann@example.be"),
            AddPerson("Koen Maes", "VDAB", Role.NETWORK_MANAGER),
        ))
    )  # fmt: skip
    opened.refresh_now()
    return ids


def test_an_empty_workspace_asks_for_the_first_contact(opened: ContactsPage) -> None:
    assert opened.empty.isVisible()
    opened.add()
    assert not opened.empty.isVisible()
    assert opened._person_form._fields["name"].value() == "Nieuw contact"


def test_another_organisation_typed_in_the_list_moves_the_mandate(
    opened: ContactsPage, people: tuple[str, ...], desk: Desk[Any]
) -> None:
    row = opened._persons[1]
    opened.context.submit(opened._person_columns.revise(row, {"organisation": "Stad Mechelen", "role": "Jobcoach"}))
    with desk.look() as work:
        kept = persons_on(work, DAY)[1]
    assert (kept.organisation.name, kept.mandate.title) == ("Stad Mechelen", "Jobcoach")
    desk.undo()
    with desk.look() as work:
        assert persons_on(work, DAY)[1].organisation.name == "VDAB"


def test_mail_leaves_only_when_asked_and_only_with_an_address(
    opened: ContactsPage, people: tuple[str, ...], written: list[str]
) -> None:
    opened.reveal(people[0])
    assert written == []
    opened.write_mail()
    assert written == ["ann@example.be"]
    opened.reveal(people[1])
    mail = next(action for action in opened.deeds() if action.shortcut == "Ctrl+Shift+M")
    assert not mail.enabled()


def test_a_wrong_address_stays_in_the_field_with_the_reason(opened: ContactsPage, people: tuple[str, ...]) -> None:
    opened.reveal(people[0])
    opened._show_detail()
    field = opened._person_form._fields["email"]
    field.line.setText("ann at example")
    field.commit()
    assert "is geen e-mailadres" in field.problem
    assert field.text == "ann at example"


def test_consultation_says_which_body_has_no_chair(
    opened: ContactsPage, people: tuple[str, ...], desk: Desk[Any]
) -> None:
    body = desk.do(AddConsultationBody("Stuurgroep Rivierenland"))
    desk.do(SeatMember(body, people[0]))
    opened.head.show_view("seats")
    opened.refresh_now()
    assert "voorzitter ontbreekt" in opened.head._facts.text()
    desk.do(SeatMember(body, people[1], Seat.CHAIR))
    opened.refresh_now()
    assert "voorzitter ontbreekt" not in opened.head._facts.text()
    assert [line.row.person.name for line in opened.seats.model.lines if line.row] == ["Koen Maes", "Ann Peeters"]


def test_a_pasted_row_brings_person_organisation_and_role(opened: ContactsPage) -> None:
    command = opened._person_columns.add({"name": "Rita Vos", "organisation": "WZC De Linde", "role": "Schepen"})
    assert (command.role, command.title, command.organisation) == (Role.ALDERMAN, "", "WZC De Linde")


OUTLOOK = (
    "Volledige naam\tBedrijf\tE-mailadres\tTelefoon (werk)\tCategorie\r\n"
    "Ann Peeters\tOCMW Lindemeer\tann@voorbeeld.be\t03 123 45 67\tVip\r\n"
    "\tVDAB\tkoen@voorbeeld.be\t\t\r\n"
)


def persons(desk: Desk[Any]) -> list[tuple[str, str, str]]:
    with desk.look() as work:
        rows = persons_on(work, DAY)
    return [(row.person.name, row.organisation.name if row.organisation else "", row.person.email) for row in rows]


def test_a_list_copied_from_outlook_becomes_contacts_in_one_step(opened: ContactsPage, desk: Desk[Any]) -> None:
    QGuiApplication.clipboard().setText(OUTLOOK)
    next(one for one in opened.empty.findChildren(Button) if one.text() == "Een lijst plakken").click()
    assert persons(desk) == [
        ("Ann Peeters", "OCMW Lindemeer", "ann@voorbeeld.be"),
        ("koen@voorbeeld.be", "VDAB", "koen@voorbeeld.be"),
    ]
    desk.undo()
    assert persons(desk) == []


def test_the_line_of_addressees_of_a_message_becomes_contacts_too(opened: ContactsPage, desk: Desk[Any]) -> None:
    QGuiApplication.clipboard().setText("Peeters, Ann <ann@voorbeeld.be>; 'Koen Maes' <koen@voorbeeld.be>")
    opened.paste_list()
    assert [(name, email) for name, _, email in persons(desk)] == [
        ("Koen Maes", "koen@voorbeeld.be"),
        ("Peeters, Ann", "ann@voorbeeld.be"),
    ]
