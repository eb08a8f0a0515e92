"""The widgets of a figure: keyboard, mouse, words for a screen reader, size, dark mode, zoom and clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.charts.ui.panel import ChartPanel
from coopdesk.charts.ui.view import ChartView
from coopdesk.words.catalogue import Words
from tests.charts.figures import every_chart


@pytest.fixture
def view(app: QApplication, qtbot: QtBot, words: Words) -> ChartView:
    made = ChartView(words, every_chart()["map"])
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show()
    return made


def test_arrow_keys_walk_over_the_data_and_say_them(view: ChartView) -> None:
    assert view.chart is not None
    assert view.accessibleDescription() == view.chart.alt_text
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.current is not None
    assert view.accessibleDescription() == view.chart.marks[view.current].spoken
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.current is None
    assert view.accessibleDescription() == view.chart.alt_text


def test_enter_and_a_click_choose_a_datum(view: ChartView, qtbot: QtBot) -> None:
    assert view.chart is not None
    QTest.keyClick(view, Qt.Key.Key_End)
    with qtbot.waitSignal(view.chosen) as by_key:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert by_key.args == [view.chart.marks[-1].key]
    with qtbot.waitSignal(view.chosen) as by_mouse:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.mark_rect(2).center().toPoint())
    assert by_mouse.args == [view.chart.marks[2].key]


def test_the_mouse_finds_nothing_outside_the_data(view: ChartView) -> None:
    assert view.hit(QPoint(1, view.height() - 1)) is None
    assert view.hit(view.mark_rect(3).center().toPoint()) == 3


def test_a_wider_window_gives_a_wider_drawing_with_text_of_the_same_size(view: ChartView) -> None:
    assert view.chart is not None
    before = view.chart.drawing.width
    view.resize(900, 400)
    assert view.chart.drawing.width > before
    assert view.height() == view.sizeHint().height()


def test_dark_mode_and_zoom_draw_again(view: ChartView) -> None:
    dark = QPalette()
    dark.setColor(QPalette.ColorRole.Base, QColor("#1A2027"))
    light_name = view.theme.name
    view.setPalette(dark)
    assert (light_name, view.theme.name) == ("light", "dark")
    before = view.look().body
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    view.setFont(font)
    assert view.look().body == pytest.approx(before * 1.5)


def test_a_view_without_a_chart_is_empty_and_does_not_break(app: QApplication, qtbot: QtBot, words: Words) -> None:
    bare = ChartView(words)
    qtbot.addWidget(bare)
    bare.show()
    QTest.keyClick(bare, Qt.Key.Key_Right)
    assert bare.height() == 0
    assert bare.copied().isNull()


@pytest.fixture
def panel(app: QApplication, qtbot: QtBot, words: Words) -> ChartPanel:
    made = ChartPanel(words)
    qtbot.addWidget(made)
    made.show_chart(every_chart()["ranking"], "20 tot 64 jaar", "Bron: verzonnen")
    made.resize(700, 500)
    made.show()
    return made


def test_the_conclusion_is_the_title_and_the_table_holds_the_same_figures(panel: ChartPanel) -> None:
    chart = panel.view.chart
    assert chart is not None
    assert panel.title.text() == chart.title
    panel.as_table.click()
    assert panel.table.isVisible()
    assert not panel.view.isVisible()
    shown = tuple(
        tuple(panel.table.item(r, c).text() for c in range(panel.table.columnCount()))
        for r in range(panel.table.rowCount())
    )
    assert shown == chart.table.rows
    panel.as_table.click()
    assert panel.view.isVisible()


def test_the_clipboard_gets_a_picture_or_the_table_whichever_is_seen(panel: ChartPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.copied):
        panel.copy.click()
    assert QGuiApplication.clipboard().image().width() > 1000
    panel.as_table.click()
    panel.copy.click()
    assert QGuiApplication.clipboard().text().startswith("Gebied\t2010\t2015\n")
