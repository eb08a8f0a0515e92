"""Text with live figures keeps what people wrote and knows when a figure changed."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from coopdesk.analysis.model import LiveFigure, Measure
from coopdesk.analysis.rules import live

places = st.one_of(
    st.integers(10000, 99999).map(str),
    st.sampled_from(["area", "province:West-Vlaanderen", "region:flanders"]),
    st.uuids().map(lambda known: f"area:{known}"),
)
values = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9)


@st.composite
def live_figures(draw: st.DrawFn) -> LiveFigure:
    measure = draw(st.sampled_from(list(Measure)))
    argument = draw(st.sampled_from(["", "80", "72.5", "02000", "2003"])) if measure else ""
    return LiveFigure(
        indicator=draw(st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)),
        place=draw(places),
        period=draw(st.sampled_from(["2015", "2024-08", "2015-Q3"])),
        seen=draw(values),
        measure=measure,
        argument=argument,
    )


@given(live_figures(), st.text(), st.text())
def test_a_live_figure_is_read_back_as_it_was_written(figure: LiveFigure, before: str, after: str) -> None:
    text = before.replace("⟦", "") + live.token(figure) + after.replace("⟦", "")
    assert live.figures(text) == (figure,)


@given(st.lists(st.one_of(st.text(), live_figures().map(live.token), st.sampled_from(["⟦", "⟧", "|", "⟦a|b|"]))))
def test_no_text_is_lost_by_reading_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert live.written(live.read(text)) == text


def figure(seen: str | None) -> LiveFigure:
    return LiveFigure("employment_rate", "41002", "2015", None if seen is None else Decimal(seen))


def test_a_figure_that_changed_is_stale_and_is_refreshed() -> None:
    text = f"In Aalst werkt {live.token(figure('68.0'))} van de inwoners."
    known = {"41002": Decimal("68.3")}
    (found,) = live.stale(text, lambda one: known[one.place])
    assert (found.index, found.figure.seen, found.now) == (1, Decimal("68.0"), Decimal("68.3"))
    fresh = live.refreshed(text, lambda one: known[one.place])
    assert live.figures(fresh) == (figure("68.3"),)
    assert live.stale(fresh, lambda one: known[one.place]) == ()


def test_only_the_chosen_figure_is_refreshed() -> None:
    text = live.token(figure("68.0")) + " en " + live.token(figure("60.0"))
    fresh = live.refreshed(text, lambda _: Decimal("70.0"), only=(2,))
    assert [one.seen for one in live.figures(fresh)] == [Decimal("68.0"), Decimal("70.0")]


def test_a_figure_that_disappeared_is_stale_but_keeps_what_the_writer_saw() -> None:
    text = live.token(figure("68.0"))
    assert [one.now for one in live.stale(text, lambda _: None)] == [None]
    assert live.refreshed(text, lambda _: None) == text


def test_a_live_figure_counts_as_one_word() -> None:
    assert live.words_in(f"In 2015 werkt {live.token(figure('68.0'))} hier.") == 5
