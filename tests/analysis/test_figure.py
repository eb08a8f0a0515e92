"""The figure of a chapter: each way to look at it has its own conclusion and source, and its own table."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coopdesk.analysis.ui.figure import Drawn, FigureCard
from coopdesk.charts.course import Course
from coopdesk.charts.lines import lines
from coopdesk.charts.pyramid import AgeClass, Ages, pyramid
from coopdesk.shell.context import Context

CLASSES = (AgeClass("0–14", 15), AgeClass("15–64", 50), AgeClass("65+", 35, last=99))
PEOPLE = Ages("Streek", (1500, 4600, 1700), (1450, 4500, 2100))
YEARS = Drawn(
    "Vooruit", lambda look: lines(look, ("2024", "2025"), [Course("Streek", (Decimal(70), Decimal(71)))], title=""),
    "Bron: graden",
)  # fmt: skip
AGES = Drawn("Ouder", lambda look: pyramid(look, CLASSES, PEOPLE, None, "2025", title=""), "Bron: inwoners")


@pytest.fixture
def card(qtbot: QtBot, page_context: Context) -> FigureCard:
    made = FigureCard(page_context)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.show_figure("Bevolking", {"chart": YEARS, "ages": AGES}, "")
    return made


def said(card: FigureCard) -> tuple[str, str]:
    return card.title, card.source


def test_each_way_to_look_has_its_own_conclusion_source_and_table(card: FigureCard) -> None:
    assert card.switch.keys == ["chart", "ages", "table"]
    assert said(card) == ("Vooruit", "Bron: graden")
    card.show_as("ages")
    assert said(card) == ("Ouder", "Bron: inwoners")
    card.show_as("table")
    assert said(card) == ("Ouder", "Bron: inwoners")
    assert card.table.model().index(0, 0).data() == "0–14"


def test_the_arrow_keys_pass_over_ways_there_are_not(qtbot: QtBot, card: FigureCard) -> None:
    card.show_as("chart")
    qtbot.keyClick(card.switch, Qt.Key.Key_Right)
    assert card.switch.current == "ages"


def test_another_chapter_without_that_way_shows_its_chart_and_one_without_any_says_why(card: FigureCard) -> None:
    card.show_as("ages")
    card.show_figure("Kloof", {"chart": YEARS}, "")
    assert (card.switch.current, said(card)) == ("chart", ("Vooruit", "Bron: graden"))
    card.show_figure("Kloof", {}, "Er zijn nog geen cijfers.")
    assert said(card) == ("Kloof", "")
    assert card.switch.isHidden()
