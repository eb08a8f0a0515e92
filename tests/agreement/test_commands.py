"""Changing agreements on a real workspace: what is kept, what goes with it, and that undo brings it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coopdesk.agreement.commands.agreements import (
    AddAgreement,
    ExtendAgreement,
    LinkPlan,
    RemoveAgreements,
    RenewAgreement,
    ReviseAgreement,
    TerminateAgreement,
)
from coopdesk.agreement.commands.belonging import (
    AddDecision,
    AddParty,
    RemoveDecision,
    RemoveParty,
    ReviseDecision,
    ReviseMember,
    ReviseParty,
    SetAbsenceReason,
    SetMembers,
)
from coopdesk.agreement.model import (
    Agreement,
    AgreementState,
    DecidingBody,
    DecisionKind,
    Party,
    PartyKind,
    Stage,
)
from coopdesk.agreement.queries.lists import rows_on
from coopdesk.desk.desk import Desk
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.kernel.partial_date import PartialDate

DAY = date(2023, 6, 1)
BODUKAP = Agreement(
    "",
    "BODUKAP",
    instrument="samenwerkingsovereenkomst",
    begin_date=PartialDate.parse("2022", "vanaf 2022"),
    end_date=PartialDate.parse("2025", "eind 2025"),
    begin_text="vanaf 2022",
    end_text="eind 2025",
    source_file="bijlage.xlsx",
    source_sheet="Blad1",
    source_cell="C14",
    import_id="i",
)
NIS = ("12005", "12009", "12029", "12035")
PARTIES = (Party("", "", 0, "VDAB", PartyKind.VDAB), Party("", "", 0, "Gemeente Duffel", PartyKind.MUNICIPALITY))


@pytest.fixture
def bodukap(desk: Desk[Any]) -> str:
    """An agreement with four municipalities, two parties and a decision."""
    made: str = desk.do(AddAgreement(BODUKAP, NIS, PARTIES))
    with desk.look() as work:
        duffel = work.agreements.parties(made)[1]
    desk.do(AddDecision(duffel.id, DecisionKind.APPROVAL, DecidingBody.MUNICIPAL_COUNCIL, PartialDate.parse("2022-06")))
    return made


def everything(desk: Desk[Any]) -> tuple[object, ...]:
    """All that is kept, without the versions, which only grow."""
    with desk.look() as work:
        store = work.agreements
        found = (*store.agreements(), *store.members(), *store.parties(), *store.decisions(), *store.exchanges(),
                 *store.absences())  # fmt: skip
    return tuple(replace(thing, version=0) for thing in found)


def kept(desk: Desk[Any], id: str) -> Agreement:
    with desk.look() as work:
        found: Agreement = work.agreements.agreement(id)
    return found


def test_an_agreement_keeps_its_words_its_source_and_who_takes_part(desk: Desk[Any], bodukap: str) -> None:
    with desk.look() as work:
        (row,) = rows_on(work, DAY)
    assert row.agreement == replace(BODUKAP, id=bodukap)
    assert row.agreement.end_date is not None
    assert row.agreement.end_date.original == "eind 2025"
    assert row.nis_codes == NIS
    assert [p.party.name for p in row.parties] == ["VDAB", "Gemeente Duffel"]
    assert row.parties[1].decisions[0].body is DecidingBody.MUNICIPAL_COUNCIL
    assert row.state is AgreementState.IN_FORCE


def test_a_stale_window_cannot_overwrite(desk: Desk[Any], bodukap: str) -> None:
    old = kept(desk, bodukap)
    desk.do(ReviseAgreement(replace(old, title="Bodukap")))
    with pytest.raises(Conflict):
        desk.do(ReviseAgreement(replace(old, title="BDKP")))
    assert kept(desk, bodukap).title == "Bodukap"


def test_removing_takes_everything_along_and_undo_brings_it_back(desk: Desk[Any], bodukap: str) -> None:
    successor = desk.do(RenewAgreement(bodukap, kept(desk, bodukap).version, "BODUKAP 2026-2031"))
    before = everything(desk)
    desk.do(RemoveAgreements((bodukap,)))
    assert kept(desk, successor).predecessor_id is None
    with desk.look() as work:
        assert work.agreements.find(bodukap) is None
        assert {m.agreement_id for m in work.agreements.members()} == {successor}
        assert work.agreements.decisions() == []
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    assert kept(desk, successor).predecessor_id is None


def test_predecessor_and_successor_can_go_together(desk: Desk[Any], bodukap: str) -> None:
    successor = desk.do(RenewAgreement(bodukap, kept(desk, bodukap).version, "BODUKAP 2026-2031"))
    before = everything(desk)
    desk.do(RemoveAgreements((bodukap, successor)))
    assert everything(desk) == ()
    desk.undo()
    assert everything(desk) == before


def test_a_renewal_begins_the_day_after_with_the_same_parties_and_nothing_decided(
    desk: Desk[Any], bodukap: str
) -> None:
    successor = desk.do(RenewAgreement(bodukap, kept(desk, bodukap).version, "BODUKAP 2026-2031"))
    made = kept(desk, successor)
    assert made.begin_date == PartialDate.day(date(2026, 1, 1))
    assert made.stage is Stage.PREPARATION
    assert made.source_file == ""
    with desk.look() as work:
        rows = {row.id: row for row in rows_on(work, DAY)}
    assert rows[successor].predecessor == kept(desk, bodukap)
    assert rows[bodukap].successors == (made,)
    assert rows[successor].nis_codes == NIS
    assert [p.party.name for p in rows[successor].parties] == ["VDAB", "Gemeente Duffel"]
    assert all(p.decisions == () for p in rows[successor].parties)


def test_an_extension_keeps_the_first_end_date(desk: Desk[Any], bodukap: str) -> None:
    desk.do(ExtendAgreement(bodukap, kept(desk, bodukap).version, PartialDate.parse("2026-06-30")))
    assert kept(desk, bodukap).first_end_date == PartialDate.year(2025)
    with pytest.raises(Invalid):
        desk.do(ExtendAgreement(bodukap, kept(desk, bodukap).version, PartialDate.parse("2026-06-30")))
    desk.undo()
    assert kept(desk, bodukap).end_date == PartialDate.year(2025)
    assert kept(desk, bodukap).first_end_date is None


def test_a_termination_can_be_taken_back(desk: Desk[Any], bodukap: str) -> None:
    desk.do(TerminateAgreement(bodukap, kept(desk, bodukap).version, PartialDate.parse("2023-03-31")))
    with desk.look() as work:
        assert rows_on(work, DAY)[0].state is AgreementState.ENDED
    desk.do(TerminateAgreement(bodukap, kept(desk, bodukap).version, None))
    with desk.look() as work:
        assert rows_on(work, DAY)[0].state is AgreementState.IN_FORCE


def test_setting_municipalities_leaves_the_dates_of_those_that_stay(desk: Desk[Any], bodukap: str) -> None:
    with desk.look() as work:
        duffel = next(m for m in work.agreements.members(bodukap) if m.nis_code == "12009")
    desk.do(ReviseMember(replace(duffel, begin_date=PartialDate.year(2023))))
    desk.do(SetMembers(bodukap, kept(desk, bodukap).version, ("12009", "12026")))
    with desk.look() as work:
        members = {m.nis_code: m.begin_date for m in work.agreements.members(bodukap)}
    assert members == {"12009": PartialDate.year(2023), "12026": None}
    desk.undo()
    with desk.look() as work:
        assert tuple(m.nis_code for m in work.agreements.members(bodukap)) == NIS


def test_a_party_goes_with_its_decisions_and_comes_back_with_them(desk: Desk[Any], bodukap: str) -> None:
    party = desk.do(AddParty(bodukap, "OCMW Duffel", PartyKind.OCMW, signatory="Rita Vos"))
    decision = desk.do(AddDecision(party, DecisionKind.RATIFICATION, DecidingBody.SOCIAL_WELFARE_COUNCIL))
    with desk.look() as work:
        seen = work.agreements.decision(decision)
    desk.do(ReviseDecision(replace(seen, date=PartialDate.parse("2022-07-01"), reference="RMW/12")))
    before = everything(desk)
    desk.do(RemoveParty(party))
    with desk.look() as work:
        assert [p.name for p in work.agreements.parties(bodukap)] == ["VDAB", "Gemeente Duffel"]
    desk.undo()
    assert everything(desk) == before
    desk.do(RemoveDecision(decision))
    with desk.look() as work:
        assert work.agreements.decisions((party,)) == []


def test_a_party_without_a_name_is_refused(desk: Desk[Any], bodukap: str) -> None:
    with desk.look() as work:
        party = work.agreements.parties(bodukap)[0]
    with pytest.raises(Invalid):
        desk.do(ReviseParty(replace(party, name=" ")))


def test_the_reason_for_having_none_is_kept_changed_and_taken_away(desk: Desk[Any]) -> None:
    desk.do(SetAbsenceReason("23044", 0, "Haalt 80% al", "Liedekerke"))
    with pytest.raises(Conflict):
        desk.do(SetAbsenceReason("23044", 0, "Andere reden"))
    desk.do(SetAbsenceReason("23044", 1, "Gesprek loopt"))
    with desk.look() as work:
        assert [a.reason for a in work.agreements.absences()] == ["Gesprek loopt"]
        version = work.agreements.absence("23044").version
    desk.do(SetAbsenceReason("23044", version, "  "))
    with desk.look() as work:
        assert work.agreements.absence("23044") is None
    desk.undo()
    with desk.look() as work:
        assert work.agreements.absence("23044").reason == "Gesprek loopt"


def test_a_plan_that_does_not_exist_is_not_linked(desk: Desk[Any], bodukap: str) -> None:
    with pytest.raises(Conflict):
        desk.do(LinkPlan(bodukap, kept(desk, bodukap).version, "nowhere"))
    assert kept(desk, bodukap).plan_id is None
