"""The time line of the plan, worked by keyboard and mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.ui.page import PlanPage
from coopdesk.plan.ui.timeline.rows import NAME, TIME
from coopdesk.plan.ui.timeline.scale import Zoom
from coopdesk.plan.ui.timeline.view import TimelineView
from tests.plan.conftest import Story

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, BOTH = Modifier.ControlModifier, Modifier.ControlModifier | Modifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def time(page: PlanPage, story: Story) -> TimelineView:
    page.head.show_view("timeline")
    QApplication.processEvents()
    page.window().activateWindow()
    page.views.timeline.view.setFocus()
    choose(page, story, "Werkplekleren")
    return page.views.timeline.view


def choose(page: PlanPage, story: Story, title: str) -> None:
    page.reveal(story.row(title).id)
    QApplication.processEvents()


def at(time: TimelineView, story: Story, title: str) -> int:
    return time.rows.place(story.row(title).id)


def end(story: Story, title: str = "Werkplekleren") -> date:
    found = story.row(title).action.end
    assert found is not None
    return found.last


def test_ctrl_arrow_moves_an_action_by_a_week_and_one_undo_brings_it_back(
    page: PlanPage, story: Story, time: TimelineView, qtbot: QtBot
) -> None:
    qtbot.keyClick(time, Key.Key_Right, CONTROL)
    assert end(story) == date(2026, 11, 19)
    page.context.desk.undo()
    assert end(story) == date(2026, 11, 12)


def test_shift_ctrl_arrow_draws_only_the_end(story: Story, time: TimelineView, qtbot: QtBot) -> None:
    begin = story.row("Werkplekleren").action.begin
    qtbot.keyClick(time, Key.Key_Left, BOTH)
    assert end(story) == date(2026, 11, 5)
    assert story.row("Werkplekleren").action.begin == begin


def test_several_chosen_actions_move_as_one_step(
    page: PlanPage, story: Story, time: TimelineView, qtbot: QtBot
) -> None:
    qtbot.keyClick(time, Key.Key_Up, Modifier.ShiftModifier)
    QApplication.processEvents()
    assert [row.action.title[:10] for row in page.grid.selected()] == ["Loopbaanch", "Werkplekle"]
    qtbot.keyClick(time, Key.Key_Right, CONTROL)
    assert (end(story), end(story, "Loopbaan")) == (date(2026, 11, 19), date(2026, 3, 22))
    page.context.desk.undo()
    assert (end(story), end(story, "Loopbaan")) == (date(2026, 11, 12), date(2026, 3, 15))


def test_a_bar_is_dragged_by_its_end(story: Story, time: TimelineView, qtbot: QtBot) -> None:
    row = at(time, story, "Jobbeurs")
    story.desk.do(_begun(story, "Jobbeurs", date(2026, 10, 1)))
    QApplication.processEvents()
    box = time.box(row)
    assert box is not None
    edge = QPoint(round(box.right()) - 2, round(box.center().y()))
    drag(time, qtbot, edge, 40)
    moved = story.row("Jobbeurs").action
    assert moved.begin == PartialDate.day(date(2026, 10, 1))
    assert end(story, "Jobbeurs") > date(2027, 7, 30)


def test_a_bar_is_dragged_as_a_whole_and_escape_lets_go(story: Story, time: TimelineView, qtbot: QtBot) -> None:
    story.desk.do(_begun(story, "Jobbeurs", date(2026, 10, 1)))
    QApplication.processEvents()
    box = time.box(at(time, story, "Jobbeurs"))
    assert box is not None
    middle = box.center().toPoint()
    drag(time, qtbot, middle, 40, Key.Key_Escape)
    assert end(story, "Jobbeurs") == date(2027, 6, 30)
    drag(time, qtbot, middle, 40)
    moved = story.row("Jobbeurs").action
    assert moved.begin is not None
    assert moved.begin.first > date(2026, 10, 25)
    assert (end(story, "Jobbeurs") - moved.begin.first).days == (date(2027, 6, 30) - date(2026, 10, 1)).days


def test_an_action_without_dates_is_reached_and_gets_a_first_term(
    page: PlanPage, story: Story, time: TimelineView, qtbot: QtBot
) -> None:
    choose(page, story, "Mobiliteits")
    assert page.views.timeline.show_undated.isVisible()
    told = time.rows.index(at(time, story, "Mobiliteits"), NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "nog geen datum" in told
    qtbot.keyClick(time, Key.Key_Right, CONTROL)
    action = story.row("Mobiliteits").action
    assert action.begin == PartialDate.day(date(2026, 11, 1))
    assert action.end is not None


def test_showing_those_without_dates_filters_every_view(page: PlanPage, time: TimelineView, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.views.timeline.show_undated, LEFT)
    QApplication.processEvents()
    assert [line.row.action.title for line in time.rows.lines if line.row] == [
        "Mobiliteitsoplossing bedrijvenzone Noord"
    ]
    page.head.show_view("board")
    assert sum(column.list.cards.rowCount() for column in page.views.board.board.columns) == 1


def test_a_screen_reader_hears_what_is_seen(story: Story, time: TimelineView) -> None:
    told = time.rows.index(at(time, story, "Werkplekleren"), TIME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("1.3 Werkplekleren bij drie woonzorgcentra. Ann Peeters. Lopend. 20% klaar. ")
    assert "12 dagen te laat" in told
    assert "Mijlpaal Akkoord woonzorgcentra, 15 januari 2026, bereikt" in told
    assert "Mijlpaal Eerste zes plaatsen ingevuld, 31 mei 2026, nog niet bereikt" in told


def test_what_is_chosen_stays_chosen_from_view_to_view(page: PlanPage, story: Story, time: TimelineView) -> None:
    choose(page, story, "Taalcoaching")
    for view in ("board", "timeline", "table", "timeline"):
        page.head.show_view(view)
        QApplication.processEvents()
        row = page.grid.current()
        assert row is not None
        assert row.action.title == "Taalcoaching op de werkvloer"
    current = time.current()
    assert current is not None
    assert current.action.title == "Taalcoaching op de werkvloer"


def test_arrows_fold_an_objective_away_in_all_views(page: PlanPage, time: TimelineView, qtbot: QtBot) -> None:
    time.setCurrentIndex(time.rows.index(0, NAME))
    QApplication.processEvents()
    lines = time.rows.rowCount()
    qtbot.keyClick(time, Key.Key_Left)
    QApplication.processEvents()
    assert time.rows.rowCount() == lines - 3
    qtbot.keyClick(time, Key.Key_Right)
    QApplication.processEvents()
    assert time.rows.rowCount() == lines


def test_enter_opens_the_pane_with_the_action(page: PlanPage, time: TimelineView, qtbot: QtBot) -> None:
    page.detail.shut()
    qtbot.keyClick(time, Key.Key_Return)
    assert page.detail.isVisible()
    assert page.pane.action.isVisible()


def test_ctrl_wheel_shows_more_or_less_time_and_today_comes_back(
    page: PlanPage, time: TimelineView, qtbot: QtBot
) -> None:
    def turn(by: int) -> None:
        spot = QPointF(300, 100)
        wheel = QWheelEvent(
            spot,
            time.mapToGlobal(spot),
            QPoint(),
            QPoint(0, by),
            Qt.MouseButton.NoButton,
            CONTROL,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(time.viewport(), wheel)

    turn(120)
    assert time.zoom is Zoom.MONTH
    turn(-120)
    turn(-120)
    assert time.zoom is Zoom.YEAR
    assert time.time.maximum() == 0
    turn(120)
    time.time.setValue(time.time.maximum())
    page.to_today()
    x = time.stand().scale.x(date(2026, 11, 24)) - time.time.value()
    assert 0 < x < time.viewport().width()


def test_the_calendar_and_rows_fit_a_small_window_at_150_percent(page: PlanPage, time: TimelineView) -> None:
    page.context.theme.zoom_to(150)
    page.window().resize(1280, 680)
    QApplication.processEvents()
    assert time.columnWidth(NAME) + time.columnWidth(TIME) <= time.viewport().width() + 1
    assert time.columnWidth(TIME) > 100


def drag(time: TimelineView, qtbot: QtBot, start: QPoint, by: int, stop: Key | None = None) -> None:
    port = time.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    for step in range(1, 5):
        qtbot.mouseMove(port, start + QPoint(by * step // 4, 0))
        _move(time, start + QPoint(by * step // 4, 0))
    if stop is not None:
        qtbot.keyClick(time, stop)
    qtbot.mouseRelease(port, LEFT, pos=start + QPoint(by, 0))
    QApplication.processEvents()


def _move(time: TimelineView, spot: QPoint) -> None:
    """A move with the button held, which pytest-qt cannot send on this platform."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    where = QPointF(spot)
    event = QMouseEvent(QEvent.Type.MouseMove, where, time.viewport().mapToGlobal(where), LEFT, LEFT,
                        Modifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(time.viewport(), event)


def _begun(story: Story, title: str, begin: date) -> object:
    from dataclasses import replace

    from coopdesk.plan.commands.actions import ReviseAction

    return ReviseAction(replace(story.row(title).action, begin=PartialDate.day(begin)))
