"""The page of figures through its real widgets."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QMainWindow

from coopdesk.desk.desk import Desk
from coopdesk.figures.ui.page import FiguresPage
from coopdesk.shell.context import Context
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.work import SqlWork
from tests.figures.conftest import keep
from tests.territory.conftest import context, window

__all__ = ["context", "window"]


def test_a_figure_is_typed_with_its_source_and_stands_in_the_list(
    context: Context, window: QMainWindow, desk: Desk[SqlWork], gazetteer: Gazetteer
) -> None:
    keep(desk, [("employment_rate", "12025", "2024", Decimal("70.1"))])
    page = FiguresPage(context, gazetteer)
    window.setCentralWidget(page)
    page.enter()
    form = page.add_form
    form.place.box.setEditText("Duffel")
    form.place.commit()
    for field, text in ((form.period, "2024"), (form.value_field, "72,4"), (form.source, "Steunpunt Werk")):
        field.line.setText(text)
        field.commit()
    form._keep()
    with desk.look() as work:
        (row,) = work.figures.observations("employment_rate", ["12009"])
    assert (row.value, row.period) == (Decimal("72.4"), "2024")
    page.refresh_now()
    assert "2 cijfers" in page.head.findChildren(type(page.definition))[1].text()


def test_an_empty_field_is_named_and_nothing_is_kept(
    context: Context, window: QMainWindow, desk: Desk[SqlWork], gazetteer: Gazetteer
) -> None:
    page = FiguresPage(context, gazetteer)
    window.setCentralWidget(page)
    page.enter()
    page.add_form._keep()
    assert page.add_form.indicator.problem
    with desk.look() as work:
        assert work.figures.indicators() == []
