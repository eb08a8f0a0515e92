"""The application with the fonts of the figures, and every chart in every look."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from coopdesk.charts.fonts import FILES
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.charts.themes import THEMES
from coopdesk.kernel.resources import resource
from coopdesk.words.catalogue import Words
from tests.charts.figures import every_chart

Drawn = dict[tuple[str, str, float, float], Chart]


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    for file in FILES.values():
        assert QFontDatabase.addApplicationFont(str(resource("fonts") / file)) >= 0
    return qapp


@pytest.fixture(scope="session")
def drawn(words: Words) -> Drawn:
    """By name, theme, text zoom and width: on screen, and as wide as the text of a page."""
    looks = [(t, z, w) for t in THEMES for z, w in ((1.0, 482.0), (1.5, 482.0), (1.06, 640.0), (1.59, 700.0))]
    return {(n, t.name, z, w): draw(Look(t, words, w, z)) for n, draw in every_chart().items() for t, z, w in looks}
