"""The screen Agreements through its own widgets."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from coopdesk.agreement.ui.page import AgreementsPage
from coopdesk.desk.desk import Desk
from coopdesk.shell.window import Window
from coopdesk.territory.commands import AddArea
from coopdesk.territory.gazetteer import Gazetteer

from .conftest import open_page


def titles(page: AgreementsPage) -> list[str]:
    """What the list shows, from top to bottom."""
    return [line.row.agreement.title for line in page.views.list.model.lines if line.row is not None]


def type_in(qtbot: QtBot, field: Any, text: str) -> None:
    """Types over what is in a field and presses Enter."""
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, text)
    field.commit()


def test_the_area_shows_only_its_own_agreements(page: AgreementsPage) -> None:
    assert titles(page) == ["BODUKAP", "Mechelen", "Wijk-werken"]
    page.context.area.choose(None)
    page.refresh_now()
    assert "Midwest" in titles(page)


def test_an_area_without_agreements_says_that_there_are_others(page: AgreementsPage, filled: Desk[Any]) -> None:
    filled.do(AddArea("Denderregio", ("41002",), 2026, 2031))
    with filled.look() as work:
        empty = next(a.id for a in work.territory.areas() if a.name == "Denderregio")
    page.context.area.choose(empty)
    page.refresh_now()
    assert titles(page) == []
    assert "overeenkomsten in deze werkruimte gaan over andere gemeenten" in page.empty.accessibleName()


def test_another_day_recomputes_every_state(page: AgreementsPage, qtbot: QtBot) -> None:
    facts = page.head.findChildren(type(page.head._facts))
    assert any("2 lopend · 1 vervalt binnen 6 maanden · 2 gemeenten zonder overeenkomst" in f.text() for f in facts)
    type_in(qtbot, page.day_field, "1/1/2022")
    assert any("Op 1 januari 2022: 3 lopend" in f.text() for f in facts)
    page.look_at_today()
    assert page.day == page.context.clock.today()


def test_what_is_typed_in_the_pane_is_kept_and_can_be_undone(
    page: AgreementsPage, filled: Desk[Any], qtbot: QtBot
) -> None:
    page.reveal("bodukap")
    type_in(qtbot, page._detail.form.end, "eind")
    assert page._detail.form.end.problem
    type_in(qtbot, page._detail.form.end, "30/6/2026")
    page.refresh_now()
    with filled.look() as work:
        assert work.agreements.agreement("bodukap").end_date.canonical() == "2026-06-30"
    filled.undo()
    page.refresh_now()
    assert page._detail.form.end.text == "2025"


def test_an_end_before_the_begin_is_refused_beside_the_field(page: AgreementsPage, qtbot: QtBot) -> None:
    page.reveal("bodukap")
    type_in(qtbot, page._detail.form.end, "2020")
    assert page._detail.form.end.problem == "De einddatum kan niet voor de begindatum vallen."
    assert page._detail.form.end.text == "2020"


def test_a_new_agreement_belongs_to_the_area_and_waits_for_its_title(
    page: AgreementsPage, filled: Desk[Any], qtbot: QtBot
) -> None:
    page.add()
    qtbot.waitUntil(lambda: not page._later.isActive())
    assert page._detail.form.title.line.selectedText() == "Nieuwe overeenkomst"
    type_in(qtbot, page._detail.form.title, "Rivierenland 2026-2031")
    page.refresh_now()
    assert "Rivierenland 2026-2031" in titles(page)
    with filled.look() as work:
        made = next(a for a in work.agreements.agreements() if a.title.startswith("Rivierenland"))
        assert [m.nis_code for m in work.agreements.members(made.id)] == ["12005", "12009", "12021", "12025"]
        assert [p.name for p in work.agreements.parties(made.id)] == ["VDAB"]


def test_coverage_says_who_has_none_and_keeps_the_reason(page: AgreementsPage, filled: Desk[Any]) -> None:
    page.head.show_view("coverage")
    shown = {row.nis_code: row.coverage.value for row in page._screen.coverage}
    assert shown == {"12005": "ending", "12009": "ending", "12021": "none", "12025": "none"}
    page.reveal("12021")
    page._detail.place.reason.edit.setPlainText("Gesprek loopt")
    page._detail.place.reason.commit()
    with filled.look() as work:
        assert work.agreements.absence("12021").reason == "Gesprek loopt"


def test_the_map_tells_each_municipality(page: AgreementsPage) -> None:
    page.head.show_view("map")
    chart = page.views.map.panel.view.chart
    told = {mark.key: mark.spoken for mark in chart.marks}
    assert told["12005"].startswith("Bonheiden: Vervalt binnen 6 maanden, BODUKAP")
    assert told["12021"] == "Lier: Geen overeenkomst"
    assert chart.title == "2 van de 4 gemeenten hebben een lopende overeenkomst"


def test_a_party_step_is_noted_from_the_pane(page: AgreementsPage, filled: Desk[Any]) -> None:
    page.reveal("bodukap")
    page._detail.form.parties.new.line.setText("Gemeente Duffel")
    page._detail.form.parties.new.commit()
    page.refresh_now()
    with filled.look() as work:
        assert [p.name for p in work.agreements.parties("bodukap")] == ["VDAB", "Gemeente Duffel"]


def test_an_empty_workspace_offers_to_import_or_add(window: Window, desk: Desk[Any], gazetteer: Gazetteer) -> None:
    page = open_page(window, desk, gazetteer)
    assert page.empty.isVisible()
    assert not page.views.list.isVisible()
    page.add()
    assert not page.empty.isVisible()
    assert titles(page) == ["Nieuwe overeenkomst"]
