from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coopdesk.comment.commands import AddComment, RemoveComment, ReviseComment
from coopdesk.contacts.commands.organisations import (
    AddConsultationBody,
    AddOrganisation,
    RemoveOrganisations,
    SeatMember,
)
from coopdesk.contacts.commands.people import AddPerson, RemovePersons
from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.plan.commands.actions import RemoveActions
from tests.plan.conftest import tell

DAY = date(2026, 11, 24)


def texts(desk: Desk[Any], about: str = "person") -> list[str]:
    with desk.look() as work:
        return [comment.text for comment in work.comments.on(about)]


def test_a_comment_is_written_changed_and_removed_and_each_is_one_step_back(desk: Desk[Any]) -> None:
    made = desk.do(AddComment("person", "1", "  Nog bellen  ", DAY, "phone"))
    assert texts(desk) == ["Nog bellen"]
    desk.do(ReviseComment(made, 1, "Gebeld"))
    desk.do(RemoveComment(made))
    assert texts(desk) == []
    desk.undo()
    desk.undo()
    assert texts(desk) == ["Nog bellen"]


def test_an_empty_comment_is_refused_and_so_is_one_that_changed_meanwhile(desk: Desk[Any]) -> None:
    with pytest.raises(Invalid):
        desk.do(AddComment("person", "1", " ", DAY))
    made = desk.do(AddComment("person", "1", "Eerst", DAY))
    desk.do(ReviseComment(made, 1, "Toen"))
    with pytest.raises(Conflict):
        desk.do(ReviseComment(made, 1, "Te laat"))
    assert texts(desk) == ["Toen"]


def test_what_was_noted_about_a_person_goes_with_the_person_and_comes_back_with_undo(desk: Desk[Any]) -> None:
    ann = desk.do(AddPerson("Ann Peeters"))
    desk.do(AddComment("person", ann, "Liever per telefoon", DAY))
    desk.do(RemovePersons((ann,)))
    assert texts(desk) == []
    desk.undo()
    assert texts(desk) == ["Liever per telefoon"]


def test_what_was_noted_beside_a_row_goes_in_the_step_that_removes_it(desk: Desk[Any], clock: FixedClock) -> None:
    story = tell(desk, clock)
    first, other = story.row("Jobbeurs"), story.row("Bouwklas")
    desk.do(AddComment("action", first.id, "Zaal vragen", DAY))
    desk.do(AddComment("action", first.id, "Datum prikken", DAY, "end"))
    desk.do(AddComment("action", other.id, "Blijft staan", DAY))
    steps = len(desk.recent(1000))
    desk.do(RemoveActions((first.id,)))
    assert (texts(desk, "action"), len(desk.recent(1000))) == (["Blijft staan"], steps + 1)
    desk.undo()
    assert texts(desk, "action") == ["Zaal vragen", "Datum prikken", "Blijft staan"]
    desk.redo()
    assert texts(desk, "action") == ["Blijft staan"]


def test_erasing_people_and_organisations_leaves_no_note_about_them_nor_about_their_seats(desk: Desk[Any]) -> None:
    ann, house = desk.do(AddPerson("Ann Peeters")), desk.do(AddOrganisation("Zorggroep Linde"))
    seat = desk.do(SeatMember(desk.do(AddConsultationBody("Stuurgroep")), ann))
    for about, key in (("person", ann), ("body_member", seat), ("organisation", house)):
        desk.do(AddComment(about, key, "Iets persoonlijks", DAY))
    desk.do(RemovePersons((ann,)))
    desk.do(RemoveOrganisations((house,)))
    assert [texts(desk, about) for about in ("person", "body_member", "organisation")] == [[], [], []]
