"""Which data the parties exchange: noted, changed and taken out, in the pane of an agreement and by the commands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from coopdesk.agreement.commands.agreements import RemoveAgreements, RenewAgreement
from coopdesk.agreement.commands.exchanges import AddDataExchange, RemoveDataExchange, ReviseDataExchange
from coopdesk.agreement.model import DataExchange
from coopdesk.agreement.ui.page import AgreementsPage
from coopdesk.desk.desk import Desk
from coopdesk.kernel.errors import Conflict, Invalid

REFERRALS = DataExchange(
    "", "bodukap", 0, "Doorverwijzingen", "OCMW Duffel", "VDAB", "Begeleiding", "Leefloners", "P 3"
)


def kept(desk: Desk[Any], agreement: str | None = "bodukap") -> list[DataExchange]:
    with desk.look() as work:
        found: list[DataExchange] = work.agreements.exchanges(agreement)
    return found


def test_an_exchange_is_typed_in_the_pane_and_says_that_its_ground_is_missing(
    page: AgreementsPage, filled: Desk[Any], qtbot: QtBot
) -> None:
    page.reveal("bodukap")
    section = page._detail.form.exchanges
    qtbot.keyClicks(section.new.line, "Aantal werkzoekenden")
    section.new.commit()
    page.refresh_now()
    (block,) = section.blocks
    assert (section.new.text, block._name.text(), block._bare.isHidden()) == ("", "Aantal werkzoekenden", False)
    assert not block.editor.isHidden()
    for field, text in ((block.editor.giver, "VDAB"), (block.editor.receiver, "Duffel"), (block.editor.ground, "P 3")):
        qtbot.keyClicks(field.line, text)
        field.commit()
        page.refresh_now()
    assert block._facts.text() == "van VDAB naar Duffel · P 3"
    assert block._bare.isHidden()
    assert not block.editor.isHidden()
    assert (kept(filled)[0].giver, kept(filled)[0].ground) == ("VDAB", "P 3")
    filled.undo()
    page.refresh_now()
    assert not block._bare.isHidden()


def test_an_exchange_without_data_is_refused_beside_the_field(page: AgreementsPage, filled: Desk[Any]) -> None:
    filled.do(AddDataExchange(REFERRALS))
    page.refresh_now()
    page.reveal("bodukap")
    (block,) = page._detail.form.exchanges.blocks
    block.toggle()
    block.editor.data.line.setText("")
    block.editor.data.commit()
    assert block.editor.data.problem
    assert kept(filled)[0].data == "Doorverwijzingen"
    with pytest.raises(Invalid):
        filled.do(AddDataExchange(replace(REFERRALS, data=" ")))


def test_exchanges_keep_their_order_go_and_come_back(filled: Desk[Any]) -> None:
    first = filled.do(AddDataExchange(REFERRALS))
    filled.do(AddDataExchange(replace(REFERRALS, data="Vacatures")))
    filled.do(RemoveDataExchange(first))
    assert [one.data for one in kept(filled)] == ["Vacatures"]
    filled.undo()
    assert [one.data for one in kept(filled)] == ["Doorverwijzingen", "Vacatures"]


def test_an_exchange_changed_elsewhere_is_not_written_over(filled: Desk[Any]) -> None:
    filled.do(AddDataExchange(REFERRALS))
    (old,) = kept(filled)
    filled.do(ReviseDataExchange(replace(old, purpose="Opvolging")))
    with pytest.raises(Conflict):
        filled.do(ReviseDataExchange(replace(old, purpose="Verslag")))


def test_a_renewal_goes_on_with_the_same_exchanges_and_a_removed_agreement_takes_its_own_along(
    filled: Desk[Any],
) -> None:
    filled.do(AddDataExchange(REFERRALS))
    renewed = filled.do(RenewAgreement("bodukap", 1, "BODUKAP 2026"))
    assert [(one.data, one.ground) for one in kept(filled, renewed)] == [("Doorverwijzingen", "P 3")]
    filled.do(RemoveAgreements(("bodukap",)))
    assert [one.agreement_id for one in kept(filled, None)] == [renewed]
    filled.undo()
    assert len(kept(filled, None)) == 2


def test_exchanges_stand_in_the_order_in_which_they_were_added(filled: Desk[Any]) -> None:
    for data in ("Doorverwijzingen", "Aantal werkzoekenden", "Openstaande vacatures"):
        filled.do(AddDataExchange(replace(REFERRALS, data=data)))
    assert [(one.position, one.data) for one in kept(filled)] == [
        (0, "Doorverwijzingen"), (1, "Aantal werkzoekenden"), (2, "Openstaande vacatures"),
    ]  # fmt: skip
