"""A newer list of agreements beside the older one and what the user did since: field by field, board by board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from coopdesk.agreement.commands.agreements import ReviseAgreement
from coopdesk.agreement.commands.belonging import AddDecision, RemoveParty, SetMembers
from coopdesk.agreement.model import Agreement, DecisionKind, Stage
from coopdesk.annex.commands import Imported
from coopdesk.annex.merge.compare import compare
from coopdesk.annex.merge.sides import Difference, Side
from coopdesk.annex.model import Choices, Rule
from coopdesk.desk.desk import Desk
from tests.annex.conftest import Read

HEAD = ["Gemeente", "Samenwerkingsverband", "Begindatum", "Einddatum", "Opmerking"]
Rows = list[list[Any]]
Bring = Callable[..., Imported]
TAKE, KEEP = Choices(rules=(("place", Rule.SOURCE),)), Choices(rules=(("place", Rule.MINE),))


def dender(
    *places: str, title: str = "Dender", begin: str = "1/1/2022", end: str = "31/12/2027", remark: str = ""
) -> Rows:
    return [HEAD, *([place, title, begin, end, remark] for place in places)]


def kept(desk: Desk[Any]) -> Agreement:
    with desk.look() as work:
        (agreement,) = work.agreements.agreements()
    return agreement


def covered(desk: Desk[Any]) -> set[str]:
    with desk.look() as work:
        return {member.nis_code for member in work.agreements.members()}


def parties(desk: Desk[Any]) -> set[str]:
    with desk.look() as work:
        return {party.name for party in work.agreements.parties()}


def without(desk: Desk[Any], nis: str) -> None:
    """The user takes a municipality out."""
    agreement = kept(desk)
    desk.do(SetMembers(agreement.id, agreement.version, tuple(covered(desk) - {nis})))


def between(desk: Desk[Any], read: Read, rows: Rows) -> dict[str, Difference]:
    with desk.look() as work:
        return {found.field: found for found in compare(work, read(rows)).differences}


def test_every_field_that_changed_in_the_file_alone_is_taken_over_in_one_step(desk: Desk[Any], bring: Bring) -> None:
    bring(dender("Aalst", "Lede", remark="met OCMW"))
    before = kept(desk)
    newer = dender("Aalst", "Lede", begin="1/3/2022", end="30/6/2028", remark="in voorbereiding")
    accepted = Choices(accepted=frozenset({"in_preparation"}))
    assert bring(newer, choices=accepted).tally.changed == 1
    now = kept(desk)
    assert now.begin_date
    assert now.end_date
    assert (now.begin_date.canonical(), now.end_date.canonical(), now.stage, now.remark) == (
        "2022-03-01", "2028-06-30", Stage.PREPARATION, "in voorbereiding",
    )  # fmt: skip
    assert bring(newer, choices=accepted).batch_id == ""
    desk.undo()
    assert replace(kept(desk), version=before.version) == before


def test_another_name_for_the_same_begin_and_municipalities_renames_the_agreement(
    desk: Desk[Any], bring: Bring
) -> None:
    bring(dender("Aalst", "Lede"))
    assert bring(dender("Aalst", "Lede", title="Werk aan de Dender")).tally.changed == 1
    assert kept(desk).title == "Werk aan de Dender"


@pytest.mark.parametrize("newer", [dender("Aalst", begin="1/1/2028", end="31/12/2033"),
                                   dender("Aalst", "Lede", title="Vlaamse Ardennen")])  # fmt: skip
def test_a_later_term_or_other_municipalities_are_an_agreement_of_their_own(
    desk: Desk[Any], bring: Bring, newer: Rows
) -> None:
    bring(dender("Aalst"))
    assert bring(newer).tally.added == 1


@pytest.mark.parametrize(
    ("rule", "title"), [(Rule.ASK, "Mijn naam"), (Rule.MINE, "Mijn naam"), (Rule.SOURCE, "Denderwerk")]
)
def test_a_name_that_both_changed_stays_until_the_rule_of_the_column_says_otherwise(
    desk: Desk[Any], bring: Bring, rule: Rule, title: str
) -> None:
    bring(dender("Aalst", "Lede"))
    desk.do(ReviseAgreement(replace(kept(desk), title="Mijn naam")))
    bring(dender("Aalst", "Lede", title="Denderwerk"), choices=Choices(rules=(("agreement", rule),)))
    assert kept(desk).title == title


def test_the_same_file_brings_no_municipality_back_that_was_taken_out(
    desk: Desk[Any], bring: Bring, read: Read
) -> None:
    bring(dender("Aalst", "Lede"))
    without(desk, "41034")
    assert between(desk, read, dender("Aalst", "Lede"))["place"].side is Side.MINE
    assert bring(dender("Aalst", "Lede")).batch_id == ""
    assert covered(desk) == {"41002"}


def test_a_municipality_that_was_taken_out_asks_before_it_comes_back(desk: Desk[Any], bring: Bring, read: Read) -> None:
    bring(dender("Aalst", "Lede"))
    without(desk, "41034")
    newer = dender("Aalst", "Lede", "Ninove")
    for _ in range(2):
        asked = between(desk, read, newer)["place"]
        assert (asked.side, asked.taken, asked.mine, asked.new) == (Side.BOTH, False, (), ("41034",))
        bring(newer)
        assert covered(desk) == {"41002", "41048"}
    bring(newer, choices=TAKE)
    assert covered(desk) == {"41002", "41034", "41048"}
    assert parties(desk) == {"Aalst", "Lede", "Ninove"}


def test_one_that_left_the_file_in_between_asks_as_well(desk: Desk[Any], bring: Bring, read: Read) -> None:
    bring(dender("Aalst", "Lede"))
    without(desk, "41034")
    bring(dender("Aalst", "Ninove"))
    assert between(desk, read, dender("Aalst", "Lede", "Ninove"))["place"].new == ("41034",)


def test_a_municipality_that_left_the_file_stays_until_someone_says_so(
    desk: Desk[Any], bring: Bring, read: Read
) -> None:
    bring(dender("Aalst", "Lede", "Ninove"))
    with desk.look() as work:
        lede = next(party for party in work.agreements.parties() if party.nis_code == "41034")
    desk.do(AddDecision(lede.id, DecisionKind.APPROVAL))
    newer = dender("Aalst", "Ninove", end="31/12/2028")
    for _ in range(2):
        asked = between(desk, read, newer)["place"]
        assert (asked.side, asked.taken, asked.mine, asked.new) == (Side.BOTH, False, ("41002", "41034"), ("41002",))
        bring(newer)
        assert covered(desk) == {"41002", "41034", "41048"}
    bring(newer, choices=TAKE)
    assert (covered(desk), parties(desk)) == ({"41002", "41048"}, {"Aalst", "Ninove"})
    desk.undo()
    with desk.look() as work:
        assert [decision.party_id for decision in work.agreements.decisions()] == [lede.id]
    assert covered(desk) == {"41002", "41034", "41048"}


def test_who_always_keeps_his_own_municipalities_is_asked_once(desk: Desk[Any], bring: Bring, read: Read) -> None:
    bring(dender("Aalst", "Lede"))
    bring(dender("Aalst", end="31/12/2028"), choices=KEEP)
    assert covered(desk) == {"41002", "41034"}
    assert "place" not in between(desk, read, dender("Aalst", end="31/12/2028"))


def test_an_ocmw_joins_and_leaves_by_itself(desk: Desk[Any], bring: Bring) -> None:
    bring(dender("Stad Aalst"))
    bring(dender("Stad en OCMW Aalst"))
    assert parties(desk) == {"Aalst", "OCMW Aalst"}
    bring(dender("Stad Aalst"), choices=TAKE)
    assert (parties(desk), covered(desk)) == ({"Aalst"}, {"41002"})


def test_a_party_that_was_taken_out_does_not_return_with_the_same_file(desk: Desk[Any], bring: Bring) -> None:
    bring(dender("Stad en OCMW Aalst", "Lede"))
    with desk.look() as work:
        ocmw = next(party for party in work.agreements.parties() if party.name == "OCMW Aalst")
    desk.do(RemoveParty(ocmw.id))
    bring(dender("Stad en OCMW Aalst", "Lede", end="31/12/2028"))
    assert parties(desk) == {"Aalst", "Lede"}
