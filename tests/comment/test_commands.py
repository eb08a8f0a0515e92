from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coopdesk.comment.commands import AddComment, RemoveComment, ReviseComment
from coopdesk.contacts.commands.people import AddPerson, RemovePersons
from coopdesk.desk.desk import Desk
from coopdesk.kernel.errors import Conflict, Invalid

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
