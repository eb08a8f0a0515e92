"""Figures as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.annex.meaning.numbers import NumberStyle, column_style, read_budget, read_figure, read_share
from coopdesk.annex.model import FigureState
from coopdesk.annex.sheet.model import Cell, CellKind

VALUES = st.decimals(-10_000_000, 10_000_000, places=2, allow_nan=False)


def text(value: str) -> Cell:
    return Cell(CellKind.TEXT, value)


def belgian(value: Decimal, thousands: str) -> str:
    return f"{value:,.2f}".replace(",", "\x00").replace(".", ",").replace("\x00", thousands)


@given(VALUES)
def test_a_belgian_number_is_read_back_with_any_thousands_sign(value: Decimal) -> None:
    for thousands in (".", " ", "\u00a0", "\u202f", ""):
        assert read_figure(text(belgian(value, thousands))).value == value


@given(VALUES)
def test_an_english_column_is_read_as_such(value: Decimal) -> None:
    cells = [text("12.5"), text(f"{value:,.2f}")]
    style = column_style(cells)
    assert style.marks is NumberStyle.POINT_DECIMAL
    assert read_figure(cells[1], style).value == value


@pytest.mark.parametrize("mark", ["<5", "< 5", "x", "*", "geheim", "-99997", "Confidentieel"])
def test_a_secret_is_never_zero(mark: str) -> None:
    figure = read_figure(text(mark))
    assert (figure.value, figure.state) == (None, FigureState.SUPPRESSED)


@pytest.mark.parametrize("mark", ["-", "–", "n.b.", "..", "niet beschikbaar", "-99999"])
def test_what_is_missing_is_never_zero(mark: str) -> None:
    figure = read_figure(text(mark))
    assert (figure.value, figure.state) == (None, FigureState.MISSING)


@pytest.mark.parametrize("mark", ["#N/B", "#REF!", "#DEEL/0!"])
def test_an_error_stays_an_error(mark: str) -> None:
    assert read_figure(text(mark)).state is FigureState.ERROR
    assert read_figure(Cell(CellKind.ERROR, mark)).state is FigureState.ERROR


def test_a_fraction_shown_as_a_percentage_is_one() -> None:
    figure = read_figure(Cell(CellKind.NUMBER, "0.701", "%"))
    assert (figure.value, figure.unit) == (Decimal("70.1"), "%")


@pytest.mark.parametrize(
    ("written", "cents"),
    [("12.500 euro", 1_250_000), ("12,5k", 1_250_000), ("€ 27.000", 2_700_000), ("2,5 k€", 250_000),
     ("€ 750,-", 75_000), ("27.000 euro/jaar", 2_700_000), ("1.250,50 EUR", 125_050), ("pm", None),
     ("binnen reguliere werking", None)],
)  # fmt: skip
def test_a_budget_is_an_amount_or_stays_words(written: str, cents: int | None) -> None:
    assert read_budget(text(written)) == cents


@pytest.mark.parametrize(("written", "share"), [("50%", "0.5"), ("75 %", "0.75"), ("100%", "1"), ("lopend", None)])
def test_progress_is_a_share(written: str, share: str | None) -> None:
    assert read_share(text(written)) == (None if share is None else Decimal(share))


@given(st.text(max_size=30))
def test_any_text_at_all_gives_a_state(anything: str) -> None:
    figure = read_figure(text(anything or "x"))
    assert (figure.value is not None) == (figure.state is FigureState.OK)
