"""Searching from the command field: everything of the workspace, as people type it, without keeping anyone waiting."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coopdesk.agreement.commands.agreements import AddAgreement
from coopdesk.agreement.commands.exchanges import AddDataExchange
from coopdesk.agreement.model import Agreement, DataExchange
from coopdesk.app.search import Search
from coopdesk.contacts.commands.organisations import AddOrganisation
from coopdesk.contacts.commands.people import AddPerson
from coopdesk.desk.desk import Desk
from coopdesk.followup.commands import AddMeeting
from coopdesk.kernel.clock import FixedClock
from coopdesk.opportunity.commands import AddOpportunity
from coopdesk.shell.lookup import Entry, Index, excerpt
from coopdesk.shell.place import Navigator, Place
from coopdesk.words.catalogue import Words
from tests.plan.conftest import tell


class Filled:
    """A workspace with a little of everything, and where its search leads."""

    def __init__(self, desk: Desk[Any], clock: FixedClock, words: Words) -> None:
        self.desk, self.story = desk, tell(desk, clock)
        self.ann = desk.do(AddPerson("Ann Peeters", email="ann@voorbeeld.be"))
        self.ocmw = desk.do(AddOrganisation("OCMW Écluse"))
        self.chance = desk.do(AddOpportunity(self.story.area_id, "Zorg zoekt mensen", "zes woonzorgcentra zoeken volk"))
        self.meeting = desk.do(AddMeeting(self.story.area_id, "Stuurgroep", date(2026, 3, 1)))
        self.went: list[Place] = []
        self.areas: list[str] = []
        go = Navigator()
        go.went.connect(self.went.append)
        self.go = go
        self.search = Search(desk, go, words, self.areas.append)

    def texts(self, query: str) -> list[str]:
        return [found.text for found in self.search(query)]


@pytest.fixture
def filled(desk: Desk[Any], clock: FixedClock, words: Words) -> Filled:
    return Filled(desk, clock, words)


def test_every_kind_of_thing_is_found_under_its_heading_with_how_many_there_are(filled: Filled) -> None:
    found = filled.search("woonzorgcentra")
    assert [(one.kind, one.text) for one in found] == [
        ("Acties (1)", "1.3 Werkplekleren bij drie woonzorgcentra"),
        ("Kansen (1)", "Zorg zoekt mensen"),
    ]
    assert filled.texts("stuurgroep") == ["Stuurgroep, 1\u00a0mrt\u00a02026"]
    assert filled.texts("vijftigplussers") == ["1 Meer vijftigplussers aan het werk"]
    assert filled.texts("vervullingsgraad") == ["vervullingsgraad bouwberoepen"]
    assert filled.texts("ann@voorbeeld") == ["Ann Peeters"]


def test_accents_capitals_and_one_typing_mistake_do_not_matter(filled: Filled) -> None:
    assert filled.texts("ecluse") == filled.texts("ÉCLUSE") == filled.texts("ecluze") == ["OCMW Écluse"]
    assert filled.texts("woonzrogcentra")[0] == "1.3 Werkplekleren bij drie woonzorgcentra"
    assert filled.texts("kqxz") == []


def test_a_result_opens_the_thing_itself_in_its_own_area(filled: Filled) -> None:
    (found,) = filled.search("jobbeurs")
    found.run()
    assert filled.went == [Place("plan", filled.story.row("Jobbeurs").id)]
    assert filled.areas == [filled.story.area_id]


def test_the_things_seen_last_are_offered_first_without_what_is_gone(filled: Filled) -> None:
    places = [Place("contacts", filled.ann), Place("contacts", "gone"), Place("opportunities", filled.chance)]
    assert filled.search.recent(places) == []
    filled.search("ann")
    assert [found.text for found in filled.search.recent(places)] == ["Ann Peeters", "Zorg zoekt mensen"]


def test_what_changed_is_found_at_the_next_letter_and_no_one_is_kept_from_writing(filled: Filled) -> None:
    assert filled.texts("koen") == filled.texts("koen m")
    filled.desk.do(AddPerson("Zeger Zo"))
    assert filled.texts("zeger") == ["Zeger Zo"]
    filled.desk.undo()
    assert filled.texts("zeger") == []


def test_data_that_are_exchanged_lead_to_their_agreement(filled: Filled) -> None:
    made = filled.desk.do(AddAgreement(Agreement("", "VDAB – Streek"), ("12009",), ()))
    filled.desk.do(
        AddDataExchange(DataExchange("", made, 0, "Doorverwijzingen", "OCMW", subjects="leefloongerechtigden"))
    )
    assert filled.texts("leefloongerechtigden") == ["VDAB – Streek"]


def test_a_text_shows_the_piece_that_was_found() -> None:
    text = "In deze streek zijn er veel werkgevers in de zorg; zes woonzorgcentra zoeken al een jaar naar personeel."
    assert excerpt(text, ["woonzorgcentra"]) == (
        "“…er veel werkgevers in de zorg; zes woonzorgcentra zoeken al een jaar naar personeel.”"
    )
    assert excerpt("Écht waar", ["echt"]) == "“Écht waar”"
    assert excerpt("niets", ["iets anders"]) == ""


def test_a_name_that_begins_so_comes_before_one_that_holds_it_and_a_text_comes_last() -> None:
    names = [("a", "Over bouw", ""), ("b", "Bouwklas", ""), ("c", "Nieuwbouw", ""), ("d", "Taal", "op de bouw")]
    found = Index([Entry(*name) for name in names]).find("bouw")
    assert [hit.thing for hit in found] == ["b", "a", "c", "d"]
