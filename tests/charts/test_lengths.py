"""What is drawn is as long, or as large, as the number it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from reportlab.graphics.shapes import Circle

from coopdesk.charts.circles import circle_map
from coopdesk.charts.dots import Dot, dot_plot
from coopdesk.charts.look import Look
from coopdesk.charts.themes import THEMES
from coopdesk.charts.tileframe import patch
from coopdesk.words.catalogue import Words


def circles(drawing: Any) -> Iterator[Circle]:
    for one in drawing.contents:
        if isinstance(one, Circle):
            yield one
        elif hasattr(one, "contents"):
            yield from circles(one)


@pytest.fixture
def look(words: Words) -> Look:
    return Look(THEMES[0], words, 482.0, 1.0)


def test_a_circle_of_four_times_the_number_is_twice_as_wide(look: Look) -> None:
    tiles = patch({"a": "Aalst", "b": "Brakel"})
    chart = circle_map(look, tiles, {"a": Decimal(400), "b": Decimal(100)}, ["a", "b"], "inwoners", title="Twee")
    widths = sorted(one.r for one in circles(chart.drawing))
    assert any(one == pytest.approx(widths[-1] / 2) for one in widths)
    assert all(one >= widths[-1] / 20 for one in widths)


def test_a_dot_stands_as_far_from_zero_as_its_value(look: Look) -> None:
    dots = [Dot("tien", Decimal(10)), Dot("vijf", Decimal(5)), Dot("nul", Decimal(0))]
    chart = dot_plot(look, ("Beroep", "Vacatures"), dots, look.formats.number, title="Drie")
    ten, five, zero = (one.cx for one in sorted(circles(chart.drawing), key=lambda one: -one.cx))
    assert ten - zero == pytest.approx(2 * (five - zero))
    assert ten > five > zero
