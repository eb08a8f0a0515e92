"""The screen of opportunities through its real widgets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import FixedClock
from coopdesk.opportunity.commands import AddOpportunity
from coopdesk.opportunity.model import Opportunity, OpportunityState
from coopdesk.opportunity.ui.links import Links
from coopdesk.opportunity.ui.page import OpportunitiesPage
from coopdesk.plan.commands.parts import UnlinkOpportunity
from coopdesk.shell.bars import BarStack
from coopdesk.shell.context import AreaChoice, Context
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.messages import Messages
from coopdesk.shell.place import Navigator, Place
from coopdesk.shell.tasks import Tasks
from coopdesk.shell.theme import Theme
from coopdesk.shell.ways import Way
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.catalogue import Words
from coopdesk.work import SqlWork


class Neighbours:
    """The plan and the analysis as far as this screen asks of them."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def make_action(self, opportunity: Opportunity) -> bool:
        self.made.append(opportunity.id)
        return True

    def actions_of(self, id: str) -> list[Way]:
        return [Way("1.1 Jobbeurs 50+", "clipboard_task", Place("plan", "jobbeurs"))] if id in self.made else []


@pytest.fixture
def neighbours() -> Neighbours:
    return Neighbours()


@pytest.fixture
def page(
    qtbot: QtBot, qapp: QApplication, desk: Desk[SqlWork], words: Words, clock: FixedClock, area_id: str,
    neighbours: Neighbours,
) -> Iterator[OpportunitiesPage]:  # fmt: skip
    theme, window = Theme(qapp, "light", 100, lambda: False), QWidget()
    context = Context(
        desk, words, clock, theme, Messages(words, window, BarStack("Sluiten"), desk.undo),
        Tasks(lambda error: None), Navigator(), ShortMemory(), AreaChoice(area_id),
    )  # fmt: skip
    links = Links(neighbours.make_action, neighbours.actions_of, lambda: 0, lambda one: "", UnlinkOpportunity)
    made = OpportunitiesPage(context, open_gazetteer(), links)
    qtbot.addWidget(made)
    made.resize(1240, 700)
    made.show()
    made.enter()
    yield made
    window.deleteLater()


def kept(page: OpportunitiesPage) -> list[Opportunity]:
    with page.context.desk.look() as work:
        found: list[Opportunity] = work.opportunities.of_area("streek")
    return found


def test_an_empty_board_offers_to_have_opportunities_proposed(page: OpportunitiesPage) -> None:
    assert page.empty.isVisible()
    assert not page.board.isVisible()
    assert page.empty.accessibleName().startswith("Nog geen kansen")


def test_adding_puts_the_cursor_in_the_title_and_typing_keeps_it(qtbot: QtBot, page: OpportunitiesPage) -> None:
    page.add()
    page._detail.title.line.setText("Meer vijftigplussers in de zorg")
    page._detail.title.commit()
    page.refresh_now()
    assert [one.title for one in kept(page)] == ["Meer vijftigplussers in de zorg"]
    assert page.board.columns[0].list.cards.cards[0].title == "Meer vijftigplussers in de zorg"


def test_a_title_taken_away_says_what_is_wrong_and_keeps_the_old_one(page: OpportunitiesPage) -> None:
    page.add()
    page._detail.title.line.setText("")
    assert not page._detail.title.commit()
    assert page._detail.title.problem
    assert kept(page)[0].title == "Nieuwe kans"


def test_an_opportunity_becomes_an_action_and_says_so(page: OpportunitiesPage, neighbours: Neighbours) -> None:
    one = page.context.desk.do(AddOpportunity("streek", "Zorg", state=OpportunityState.CHOSEN))
    page.refresh_now()
    page.reveal(one)
    assert page.board.columns[2].list.cards.cards[0].warns
    page.make_action()
    page.refresh_now()
    assert neighbours.made == [one]
    assert page.board.columns[2].list.cards.cards[0].footer == "1 actie"


def test_another_status_in_the_pane_moves_the_card_and_undo_brings_it_back(page: OpportunitiesPage) -> None:
    one = page.context.desk.do(AddOpportunity("streek", "Zorg"))
    page.refresh_now()
    page.reveal(one)
    page._detail.state.box.setCurrentIndex(3)
    page._detail.state.commit()
    page.refresh_now()
    assert page.board.columns[3].list.cards.place_of(one) == 0
    page.context.desk.undo()
    page.refresh_now()
    assert page.board.columns[0].list.cards.place_of(one) == 0


def test_the_list_shows_the_same_opportunities(page: OpportunitiesPage) -> None:
    page.context.desk.do(AddOpportunity("streek", "Zorg", "61% werkt elders", nis=("12021",)))
    page.refresh_now()
    page.head.show_view("list")
    assert page.grid.isVisible()
    page.grid.select(kept(page)[0].id)
    current = page.grid.current()
    assert current is not None
    assert (current.title, current.places) == ("Zorg", "Lier")


def test_the_facts_count_what_is_chosen_without_action(page: OpportunitiesPage) -> None:
    page.context.desk.do(AddOpportunity("streek", "Zorg", state=OpportunityState.CHOSEN))
    page.context.desk.do(AddOpportunity("streek", "Pendel"))
    page.refresh_now()
    assert page._facts() == "2 kansen · 1 gekozen · 1 gekozen zonder actie"
