"""The screen shows what the page prints."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase.pdfmetrics import stringWidth

from coopdesk.charts.fonts import FILES, face
from coopdesk.charts.model import Chart
from coopdesk.charts.themes import THEMES
from coopdesk.charts.ui.painter import picture
from coopdesk.charts.ui.parts import GRAIN, screen_font
from tests.charts.measures import difference, page, seen
from tests.charts.torture import torture

Drawn = dict[tuple[str, str, float, float], Chart]
PAPER = {t.name: t.paper for t in THEMES}
WORDS = ("Werkzaamheidsgraad", "1.234", "72,6%", "AVATAR To fi ffl", "Sint-Lievens-Houtem · één €")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("text", WORDS)
def test_screen_and_page_agree_on_the_width_of_text(app: QApplication, name: str, text: str) -> None:
    paper = stringWidth(text, face(name), 9.5)
    screen = screen_font(name)[1].horizontalAdvance(text) * 9.5 / GRAIN
    assert screen == pytest.approx(paper, rel=0.01)


def test_every_shape_looks_as_on_the_page(app: QApplication) -> None:
    """Holes, clips, wedges, dashes, opacity and turned text."""
    drawing = torture()
    assert difference(seen(picture(drawing)), page(drawing)) < 0.005


def test_the_measure_is_not_blind(app: QApplication) -> None:
    drawing = torture()
    empty = picture(Drawing(drawing.width, drawing.height))
    assert difference(seen(empty), page(drawing)) > 0.05


def test_ready_made_charts_of_the_library_are_painted_too(app: QApplication) -> None:
    drawing, bars = Drawing(300, 150), VerticalBarChart()
    bars.x, bars.y, bars.width, bars.height = 30, 20, 250, 110
    bars.data = [(34, 56, 12), (28, 49, 20)]
    bars.valueAxis.valueMin = 0
    bars.categoryAxis.categoryNames = ["een", "twee", "drie"]
    for axis in (bars.categoryAxis, bars.valueAxis):
        axis.labels.fontName = face()
    drawing.add(bars)
    assert difference(seen(picture(drawing)), page(drawing)) < 0.015


def test_every_chart_looks_on_screen_as_it_prints(app: QApplication, drawn: Drawn) -> None:
    worst: dict[str, float] = {}
    for (name, theme, _, width), chart in drawn.items():
        if width == 482.0:
            screen = seen(picture(chart.drawing, 2.0, PAPER[theme]))
            worst[name] = max(worst.get(name, 0.0), difference(screen, page(chart.drawing, PAPER[theme])))
    assert max(worst.values()) < 0.02, worst
