"""The page of an area and the form for a new one, through their real widgets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from coopdesk.desk.desk import Desk
from coopdesk.shell.context import Context
from coopdesk.territory.commands import AddArea
from coopdesk.territory.gazetteer import known_areas, open_gazetteer
from coopdesk.territory.queries import members
from coopdesk.territory.ui.new_area import NewArea
from coopdesk.territory.ui.page import AreaPage
from coopdesk.work import SqlWork

ALL = open_gazetteer()
TODAY = date(2026, 11, 24)


def area_page(context: Context, window: QMainWindow) -> AreaPage:
    page = AreaPage(context, ALL, lambda codes: {code: Decimal(1000) for code in codes}, lambda: None)
    window.setCentralWidget(page)
    page.enter()
    return page


def test_without_an_area_the_page_says_how_to_begin(context: Context, window: QMainWindow) -> None:
    page = area_page(context, window)
    assert page.grid.isHidden() or not page.grid.isVisible()
    assert page.head.title == "Regiegebied"


def test_a_municipality_is_added_by_its_name_and_undone(
    context: Context, window: QMainWindow, desk: Desk[SqlWork], qtbot: QtBot
) -> None:
    area_id = desk.do(AddArea("Rivierenland", ("12025", "12021"), 2026, 2031))
    context.area.choose(area_id)
    page = area_page(context, window)
    page.municipality.box.setEditText("Duffel")
    page.municipality.commit()
    with desk.look() as work:
        assert "12009" in members(work, area_id, ALL, TODAY)
    desk.undo()
    with desk.look() as work:
        assert "12009" not in members(work, area_id, ALL, TODAY)


def test_a_name_that_is_taken_away_keeps_the_old_one_and_says_so(
    context: Context, window: QMainWindow, desk: Desk[SqlWork]
) -> None:
    area_id = desk.do(AddArea("Rivierenland", ("12025",), 2026, 2031))
    context.area.choose(area_id)
    page = area_page(context, window)
    page.title.line.setText("")
    page.title.commit()
    assert page.title.problem == "Vul dit in."
    with desk.look() as work:
        assert work.territory.area(area_id).name == "Rivierenland"


def test_a_known_steering_area_fills_the_form_with_its_source(context: Context, window: QMainWindow) -> None:
    form = NewArea(context, ALL, known_areas(), TODAY)
    window.setCentralWidget(form)
    form.known.box.setEditText("KINA")
    form.known.commit()
    command = form.command()
    assert command.name == "KINA"
    assert "Schilde" in ALL.names(command.nis_codes)
    assert not command.is_verified
    assert form.source.text().startswith("Niet geverifieerd.")
    assert (command.begin_year, command.end_year) == (2026, 2031)


def test_an_empty_form_makes_no_area(context: Context, window: QMainWindow, qtbot: QtBot) -> None:
    form = NewArea(context, ALL, known_areas(), TODAY)
    window.setCentralWidget(form)
    with qtbot.assertNotEmitted(form.wanted):
        form.make.click()
    assert form.name.problem == "Geef het gebied een naam."
