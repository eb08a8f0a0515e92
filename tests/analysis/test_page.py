"""The analysis as a coordinator sees and works it, through the real widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coopdesk.analysis.model import ChapterKind
from coopdesk.analysis.ui.page import AnalysisPage
from coopdesk.desk.desk import Desk
from coopdesk.shell.context import Context
from coopdesk.shell.place import Place
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.work import SqlWork
from tests.analysis.conftest import AREA, keep_area


@dataclass(frozen=True, slots=True)
class Correct:
    """Corrects a figure."""

    id: str
    value: Decimal
    label: str = "Correct figure"

    def run(self, work: SqlWork) -> None:
        found = work.figures.observation(self.id)
        work.figures.save(replace(found, value=self.value))


@pytest.fixture
def page(qtbot: QtBot, page_context: Context, gazetteer: Gazetteer, area_id: str) -> AnalysisPage:
    made = AnalysisPage(page_context, gazetteer)
    page_context.go.went.connect(lambda place: made.enter(place.id, place.view) if place.page == "analysis" else None)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    made.enter()
    made.start()
    return made


def open_chapter(page: AnalysisPage, kind: ChapterKind) -> None:
    assert page._overview is not None
    row = next(row for row in page._overview.rows if row.chapter.kind is kind)
    page.context.go.to(Place("analysis", row.id))


def test_without_figures_the_page_offers_to_import_them(
    qtbot: QtBot, page_context: Context, gazetteer: Gazetteer, desk: Desk[SqlWork]
) -> None:
    keep_area(desk, figures=False)
    page = AnalysisPage(page_context, gazetteer)
    qtbot.addWidget(page)
    page.enter()
    state = page._empty.itemAt(0).widget()
    assert state.accessibleName().startswith("Nog geen cijfers")


def test_the_overview_lists_the_chapters_with_their_conclusions(page: AnalysisPage) -> None:
    rows = page.list.chapters.rows
    assert [row.number for row in rows] == [1, 2, 3, 4, 5, 6]
    assert rows[1].name == "Kloof naar 80%"
    assert rows[1].title == "Geen enkele gemeente haalt 80%; Berlaar en Lier blijven het verst achter"
    assert rows[1].year == 2015


def test_space_takes_a_chapter_out_of_the_dossier_and_undo_puts_it_back(qtbot: QtBot, page: AnalysisPage) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    page.refresh_now()
    assert not page.list.chapters.rows[0].chapter.in_dossier
    page.context.desk.undo()
    page.refresh_now()
    assert page.list.chapters.rows[0].chapter.in_dossier


def test_alt_shift_down_moves_a_chapter(qtbot: QtBot, page: AnalysisPage) -> None:
    first = page.list.chapters.rows[0].id
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.list, Qt.Key.Key_Down, both)
    page.refresh_now()
    assert page.list.chapters.rows[1].id == first


def test_the_gap_chapter_shows_the_four_figures(page: AnalysisPage) -> None:
    open_chapter(page, ChapterKind.GAP)
    told = [card.accessibleName() for card in page.panel.figures.cards]
    assert told[0].startswith("Werkzaamheidsgraad 2015: 73,4%")
    assert told[1].startswith("Kloof tot 80%: 6,6\u00a0pp")
    assert told[2] == "Extra werkenden nodig: 4.407. van 67.000 inwoners van 20–64"
    assert told[3] == "Aandeel van Lier in de kloof: 40%. 1.760 van 4.407 personen"


def test_the_chart_can_be_walked_and_has_a_table_twin(qtbot: QtBot, page: AnalysisPage) -> None:
    open_chapter(page, ChapterKind.GAP)
    chart = page.panel.figure.chart
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription().startswith("Duffel: 78,4% in 2015")
    page.panel.figure.show_as("table")
    model = page.panel.figure.table.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["Duffel", "Heist-op-den-Berg", "Nijlen", "Lier", "Berlaar", "Voorbeeldstreek", "Vlaams Gewest"]


def test_the_drafted_commentary_quotes_living_figures_and_knows_when_one_changed(page: AnalysisPage) -> None:
    open_chapter(page, ChapterKind.GAP)
    card = page.panel.commentary
    card.draft_asked.emit()
    page.refresh_now()
    assert card.text.toPlainText().startswith("In 2015 werkt 73,4% van de 20- tot 64-jarigen in Voorbeeldstreek.")
    assert page.panel.screen_shown is not None
    assert page.panel.screen_shown.changed == {}
    page.context.desk.do(Correct("employment_rate120262015", Decimal("75.6")))
    page.refresh_now()
    assert "Cijfer wijzigde van 74,9% naar 75,6%." in page.panel.screen_shown.changed.values()
    card.refresh_asked.emit()
    page.refresh_now()
    assert page.panel.screen_shown.changed == {}
    assert "75,6%" in card.text.toPlainText()


def test_typed_text_is_kept_on_leaving_and_undone_in_one_step(qtbot: QtBot, page: AnalysisPage) -> None:
    open_chapter(page, ChapterKind.POPULATION)
    text = page.panel.commentary.text
    qtbot.keyClicks(text, "De streek vergrijst.")
    text.commit()
    page.refresh_now()
    assert page.panel.screen_shown is not None
    assert page.panel.screen_shown.chapter.commentary == "De streek vergrijst."
    page.context.desk.undo()
    page.refresh_now()
    assert text.toPlainText() == ""


def test_what_if_says_how_many_people_remain(page: AnalysisPage) -> None:
    open_chapter(page, ChapterKind.GAP)
    ask = page.panel.what_if
    ask.choose("12002")
    ask.rate.line.setText("72")
    ask.rate.commit()
    assert "nog 960 extra werkenden nodig (nu 1.404)" in ask.answer
    assert "3.963 in het hele gebied" in ask.answer


def test_another_target_recomputes_the_gap(page: AnalysisPage) -> None:
    open_chapter(page, ChapterKind.GAP)
    page.panel.basis.target.line.setText("70")
    page.panel.basis.target.commit()
    page.refresh_now()
    assert page.panel.figures.cards[1].accessibleName().startswith("Kloof tot 70%: Bereikt")
    assert page.head.title == "Kloof naar 70%"


def test_the_suggested_opportunity_is_kept_and_shown(page: AnalysisPage) -> None:
    open_chapter(page, ChapterKind.GAP)
    places: list[Place] = []
    page.context.go.went.connect(places.append)
    page.panel.commentary.suggestion_kept.emit()
    with page.context.desk.look() as work:
        (kept,) = work.opportunities.of_area(AREA)
    assert kept.title == "Focus op Lier en Berlaar"
    assert kept.reason == ("Lier en Berlaar zijn goed voor 72% van de extra werkenden die nodig zijn: 3.164 van 4.407.")
    assert places == [Place("opportunities", kept.id)]


@pytest.mark.parametrize("kind", list(ChapterKind)[:-1])
def test_every_chapter_opens(page: AnalysisPage, kind: ChapterKind) -> None:
    open_chapter(page, kind)
    assert page.panel.isVisible()
    assert page.panel.commentary.text.accessibleName() == "Duiding"


def test_ctrl_n_makes_a_chapter_that_waits_for_its_name(qtbot: QtBot, page: AnalysisPage, desk: Desk[SqlWork]) -> None:
    page.window().activateWindow()
    page.add_chapter()
    line = page.panel.basis.name.line
    assert line.hasFocus()
    assert line.selectedText() == line.text() == "Nieuw hoofdstuk"
    qtbot.keyClicks(line, "Sociale economie")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    page.refresh_now()
    assert page.head.title == "Sociale economie"
    line.clear()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.panel.basis.name.problem, "a chapter keeps a name"
    desk.undo()
    page.refresh_now()
    assert page.head.title == "Nieuw hoofdstuk"


def test_the_name_of_a_chapter_that_is_given_cannot_be_changed(page: AnalysisPage) -> None:
    open_chapter(page, ChapterKind.POPULATION)
    assert page.panel.basis.name.isHidden()


def test_a_chapter_says_of_which_year_its_bars_are_also_when_the_asked_year_has_none(page: AnalysisPage) -> None:
    open_chapter(page, ChapterKind.NON_WORKING)
    assert page.panel.figure.source.endswith("Cijfers van 2015.")
    open_chapter(page, ChapterKind.GAP)
    page.panel.basis.year.box.setCurrentText("2010")
    page.panel.basis.year.commit()
    page.refresh_now()
    open_chapter(page, ChapterKind.NON_WORKING)
    assert page.panel.figure.source.endswith("Er zijn geen cijfers van 2010; dit zijn die van 2015.")
    assert page.panel.basis.year.box.currentText() == "2010 (geen cijfers)"
