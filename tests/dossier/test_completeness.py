"""What is still missing: each line leads to the very thing that mends it, and mending it takes the line away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from coopdesk.agreement.commands.exchanges import ReviseDataExchange
from coopdesk.analysis.commands import ReviseChapter
from coopdesk.analysis.model import ChapterState
from coopdesk.desk.desk import Desk
from coopdesk.dossier.commands import WriteText
from coopdesk.dossier.compose.completeness import Remark, remarks
from coopdesk.dossier.compose.gather import Order, gather
from coopdesk.dossier.setup import DossierText
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.queries import plan_of
from coopdesk.words.catalogue import Words
from tests.dossier.composed import GAZETTEER, ON, whole


def test_each_line_leads_to_what_mends_it_and_goes_when_it_is_mended(desk: Desk[Any], area: str, words: Words) -> None:
    def line(about: str) -> Remark | None:
        with desk.look() as work:
            found = remarks(gather(work, GAZETTEER, Order(area, ON, whole(area)), words), words)
        return next((one for one in found if about in one.text), None)

    def mended(about: str, page: str, mend: Callable[[str], object]) -> None:
        assert line(about) is not None, about
        for _ in range(8):
            found = line(about)
            if found is None:
                return
            assert found.page == page
            mend(found.id)
        raise AssertionError(about)

    def finish(chapter_id: str) -> None:
        with desk.look() as work:
            chapter = work.analyses.chapter(chapter_id)
        assert chapter.state is ChapterState.DRAFT
        desk.do(ReviseChapter(replace(chapter, state=ChapterState.FINAL)))

    def lead(action_id: str) -> None:
        with desk.look() as work:
            action = next(one for one in work.plans.actions(plan_of(work, area).id) if one.id == action_id)
        assert not action.lead
        desk.do(ReviseAction(replace(action, lead="VDAB")))

    def ground(agreement_id: str) -> None:
        with desk.look() as work:
            bare = next(one for one in work.agreements.exchanges(agreement_id) if not one.ground)
        desk.do(ReviseDataExchange(replace(bare, ground="Protocol 12")))

    with desk.look() as work:
        bare = work.plans.actions(plan_of(work, area).id)[3]
    desk.do(ReviseAction(replace(bare, lead="")))
    desk.do(WriteText(DossierText("", area, "vision", "nl", "Visie", "Samen in {provincie}.", 1)))
    mended("nog concept", "analysis", finish)
    mended("zonder trekker", "plan", lead)
    mended("zonder beraadslaging of protocol", "agreements", ground)
    standard = line("standaardtekst")
    assert standard is not None
    assert standard.page == "dossier"
    assert standard.id not in {"text/vision", "text/"}
    assert standard.id.startswith("text/")
