"""Searching from the command field leaves the workspace free to be changed."""

from __future__ import annotations

from typing import Any

from coopdesk.app.search import search_in
from coopdesk.contacts.commands.people import AddPerson
from coopdesk.desk.desk import Desk
from coopdesk.shell.place import Navigator
from coopdesk.words.catalogue import Words


def test_a_person_is_found_and_the_search_keeps_no_one_from_writing(desk: Desk[Any], words: Words) -> None:
    desk.do(AddPerson("Ann Peeters"))
    found = search_in(desk, Navigator(), words)("ann")
    assert [hit.text for hit in found] == ["Ann Peeters"]
    desk.do(AddPerson("Koen Maes"))
