"""Above the bars stands when the steering group met and will meet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.plan.ui.page import PlanPage
from coopdesk.plan.ui.timeline.header import CalendarHeader
from coopdesk.plan.ui.timeline.lane import gathering_at, spot_of
from coopdesk.shell.theme import current_theme
from tests.plan.conftest import GATHERINGS


def calendar(page: PlanPage) -> CalendarHeader:
    page.head.show_view("timeline")
    QApplication.processEvents()
    return page.views.timeline.view.calendar


def test_a_meeting_stands_on_its_day_and_a_press_leads_to_it(page: PlanPage, qtbot: QtBot) -> None:
    header, stand = calendar(page), page.views.timeline.view.stand()
    held, planned = (spot_of(one, header.lane_rect(), stand) for one in GATHERINGS)
    assert gathering_at(GATHERINGS, header.lane_rect(), stand, held) is GATHERINGS[0]
    assert gathering_at(GATHERINGS, header.lane_rect(), stand, (held + planned) / 2) is None
    header.gathering_asked.disconnect()
    with qtbot.waitSignal(header.gathering_asked) as asked:
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=held.toPoint())
    assert asked.args == [GATHERINGS[0]]


def test_what_was_held_is_filled_and_what_is_planned_a_ring(page: PlanPage) -> None:
    header, stand = calendar(page), page.views.timeline.view.stand()
    image = QImage(header.viewport().size(), QImage.Format.Format_RGB32)
    header.viewport().render(image)
    seen = [image.pixelColor(spot_of(one, header.lane_rect(), stand).toPoint()).name() for one in GATHERINGS]
    theme = current_theme()
    assert seen == [theme.token("accent").name(), theme.token("surface").name()]


def test_who_hears_the_time_line_hears_the_meetings(page: PlanPage) -> None:
    calendar(page)
    told = page.views.timeline.view.accessibleDescription()
    assert told == "Stuurgroep werk, 4 november 2026. Werkgroep zorg, 3 februari 2027"


def test_without_meetings_there_is_no_lane(page: PlanPage) -> None:
    header = calendar(page)
    high = header.height()
    page.views.timeline.view.show_gatherings(())
    QApplication.processEvents()
    assert header.height() < high
    assert gathering_at((), header.lane_rect(), page.views.timeline.view.stand(), QPointF(500, high - 4)) is None
