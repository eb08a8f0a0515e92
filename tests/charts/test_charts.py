"""Marks, words and text of every chart stay where they belong, in every theme and text size."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.charts.course import Course, course_table
from coopdesk.charts.dumbbell import dumbbell
from coopdesk.charts.framed import framed
from coopdesk.charts.lines import lines
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Way, mark_at, next_mark
from coopdesk.charts.rate import Rate
from coopdesk.charts.scale import Linear, spread, ticks
from coopdesk.charts.stacked import Parts, stacked
from coopdesk.charts.themes import DARK, LIGHT, THEMES, contrast, text_on
from coopdesk.shell import tokens
from coopdesk.words.catalogue import Words
from tests.charts.figures import every_chart
from tests.charts.measures import overlaps, text_boxes

Drawn = dict[tuple[str, str, float, float], Chart]
TOLD = {
    "dumbbell": ("Molendijk 81,6%", "Oudezande 66,1%", "1 van 6 gebieden haalt"),
    "ranking": ("Hoogste: Molendijk 81,6%", "Doel 80%"),
    "slope": ("3 van 3 gebieden staan hoger", "Kreekhoven: van 71,7% in 2010 naar 78,9% in 2015 (+7,2\u00a0pp)"),
    "lines": ("Kreekhoven: van 66,9% in 2004", "Doel 80%"),
    "multiples": ("4 kleine lijngrafieken", "Oudezande: van 64,1% in 2003"),
    "stacked": ("Doelstelling 1: gepland 30,0%, loopt 50,0% en te laat 20,0%",),
    "pyramid": ("0-4",),
    "ages": ("Grootste leeftijdsgroep: 20-64, 54,2%",),
    "heat": ("Sint-Lievens-Lindemeer, hooggeschoold, 78,9%", "1 cel niet getoond"),
    "gantt": ("4 acties", "1 is te laat. (Infopunt werk en zorg)"),
    "burnup": ("17 van de 27", "63%"),
    "matrix": ("1. Jobcoach in elke wijk en 2. Kinderopvang",),
    "circles": ("6 gemeenten", "Meest: Zilverberg 16.807"),
    "dots": ("Puntgrafiek van 3 waarden", "Eerst: Verpleegkundige 0,4", "alle beroepen: 1,8"),
    "counts": ("Hoogste: Kreekhoven, Lindemeer, 1.204", "1 cel niet getoond (weinig personen)"),
    "map": ("8 gemeenten", "78% en meer: 2", "Omlijnd: de eerste drie"),
}


def test_every_text_stays_inside_its_drawing(drawn: Drawn) -> None:
    for key, chart in drawn.items():
        wide, high = chart.drawing.width + 0.3, chart.drawing.height + 0.3
        for found in text_boxes(chart.drawing):
            box = found.box
            inside = box.x > -0.3 and box.y > -0.3 and box.x + box.width < wide and box.y + box.height < high
            assert inside, (key, found)


def test_no_text_lies_over_another(drawn: Drawn) -> None:
    for key, chart in drawn.items():
        assert not overlaps(text_boxes(chart.drawing)), (key, overlaps(text_boxes(chart.drawing)))


def test_no_text_is_smaller_than_eight_points(drawn: Drawn) -> None:
    for key, chart in drawn.items():
        assert min(b.size for b in text_boxes(chart.drawing)) >= 8, key


def test_every_datum_lies_inside_and_speaks(drawn: Drawn) -> None:
    for key, chart in drawn.items():
        assert chart.marks, key
        for mark in chart.marks:
            box = mark.box
            assert min(box.x, box.y) > -0.6, (key, mark)
            assert box.x + box.width < chart.drawing.width + 0.6, (key, mark)
            assert box.y + box.height < chart.drawing.height + 0.6, (key, mark)
            assert len(mark.spoken) > 5
        assert len({m.key for m in chart.marks}) == len(chart.marks), key


def test_arrow_keys_reach_every_datum(drawn: Drawn) -> None:
    ways: tuple[Way, ...] = ("left", "right", "up", "down")
    for (name, theme, _, _), chart in drawn.items():
        if theme == "light":
            found, stack = {0}, [0]
            while stack:
                here = stack.pop()
                for step in (next_mark(chart.marks, here, way) for way in ways):
                    if step not in found:
                        found.add(step)
                        stack.append(step)
            assert len(found) == len(chart.marks), name


def test_the_mouse_finds_the_smallest_datum_below_it(drawn: Drawn) -> None:
    for (name, theme, _, _), chart in drawn.items():
        if theme == "light" and name in {"dumbbell", "map", "heat", "gantt"}:
            for i, mark in enumerate(chart.marks):
                assert mark_at(chart.marks, *mark.box.centre) == i, (name, mark)


def test_the_words_hold_the_main_figures_as_flemings_write_them(drawn: Drawn) -> None:
    for (name, _, _, _), chart in drawn.items():
        for figure in TOLD[name]:
            assert figure in chart.alt_text, (name, chart.alt_text)
        assert chart.table.rows
        assert all(len(row) == len(chart.table.header) for row in chart.table.rows)
        told = " ".join(
            [chart.alt_text, *(m.spoken for m in chart.marks), *(c for row in chart.table.rows for c in row)]
        )
        assert not re.search(r"\d\.\d(?!\d\d)", told), (name, told)
        assert not re.search(r"\b(nan|None|True|False)\b", told), (name, told)


def test_a_theme_changes_looks_and_never_content(drawn: Drawn) -> None:
    for (name, _, zoom, width), chart in drawn.items():
        light = drawn[(name, "light", zoom, width)]
        assert (chart.alt_text, chart.table) == (light.alt_text, light.table)
        assert [m.spoken for m in chart.marks] == [m.spoken for m in light.marks]


def test_text_reads_on_paper_and_on_every_fill() -> None:
    for theme in THEMES:
        for color in (theme.ink, theme.muted, theme.target_text, theme.warn):
            assert contrast(color, theme.paper) >= 4.5, (theme.name, color)
        for fill in (*theme.ramp, *theme.states):
            assert contrast(text_on(fill.color), fill.color) >= 4.4, (theme.name, fill)
        for series in theme.series:
            assert contrast(series.color, theme.paper) >= 3, (theme.name, series)


@pytest.mark.parametrize(("theme", "window"), [(LIGHT, tokens.LIGHT), (DARK, tokens.DARK)])
def test_figures_have_the_colours_of_the_window(theme, window) -> None:
    same = {"paper": "surface", "ink": "text", "muted": "text2", "grid": "border", "accent": "accent"}
    same |= {"edge": "control", "soft": "selected", "warn": "errFg"}
    assert {name: getattr(theme, name) for name in same} == {name: window[token] for name, token in same.items()}


def test_a_fifth_line_and_a_sixth_part_are_refused(words: Words) -> None:
    courses = [Course(str(i), (Decimal(1), Decimal(2))) for i in range(5)]
    with pytest.raises(ValueError, match="multiples"):
        lines(Look(LIGHT, words), ("2014", "2015"), courses, title="te veel")
    with pytest.raises(ValueError, match="five parts"):
        stacked(Look(LIGHT, words), "abcdef", [Parts("A", (1,) * 6)], "2015", title="te veel", unit="acties")


def test_a_line_is_never_drawn_over_a_missing_figure() -> None:
    course = Course("A", (Decimal(1), Decimal(2), None, Decimal(3)))
    assert course.runs == [[(0, Decimal(1)), (1, Decimal(2))], [(3, Decimal(3))]]


def test_the_table_of_many_areas_has_a_row_for_each(words: Words) -> None:
    courses = [Course(name, (Decimal(70), None)) for name in ("Kreekhoven", "Lindemeer", "Wilgenrode")]
    wide, long = (course_table(Look(LIGHT, words), ("2024", "2025"), some) for some in (courses, courses[:2]))
    assert (wide.header, wide.rows[0]) == (("Gebied", "2024", "2025"), ("Kreekhoven", "70,0%", "–"))
    assert (long.header, long.rows[1]) == (("Periode", "Kreekhoven", "Lindemeer"), ("2025", "–", "–"))


def test_an_area_without_figures_stands_last_and_says_so(words: Words) -> None:
    rows = [Rate("Leeg", None, None), Rate("Vol", Decimal(70), Decimal(71), 5)]
    chart = dumbbell(Look(LIGHT, words), rows, [], ("2014", "2015"), Decimal(80), title="t")
    assert [row[0] for row in chart.table.rows] == ["Vol", "Leeg"]
    assert chart.marks[1].spoken == "Leeg: geen cijfers"
    assert chart.table.rows[1][1:] == ("–", "–", "–", "")


def test_nothing_but_missing_figures_still_draws(words: Words) -> None:
    chart = dumbbell(Look(LIGHT, words), [Rate("Leeg", None, None)], [], ("2014", "2015"), Decimal(80), title="t")
    assert "Geen enkel gebied heeft een cijfer." in chart.alt_text


def test_a_figure_for_the_clipboard_has_title_and_source(words: Words) -> None:
    look = Look(LIGHT, words, 420)
    chart = every_chart()["ranking"](look)
    told = {b.text for b in text_boxes(framed(look, chart, "20 tot 64 jaar, 2015", "Bron: verzonnen"))}
    assert {chart.title, "20 tot 64 jaar, 2015", "Bron: verzonnen"} <= told


def test_english_words_say_the_same(words: Words, drawn: Drawn) -> None:
    from coopdesk.words.catalogue import open_words

    chart = every_chart()["dumbbell"](replace(Look(LIGHT, words), words=open_words("en")))
    assert "Highest: Molendijk 81.6%" in chart.alt_text
    assert len(chart.marks) == len(drawn[("dumbbell", "light", 1.0, 482.0)].marks)


@given(low=st.floats(-500, 500), span=st.floats(0.01, 1000), wanted=st.integers(2, 8))
def test_ticks_are_round_and_cover_the_range(low: float, span: float, wanted: int) -> None:
    found = ticks(low, low + span, wanted)
    steps = [b - a for a, b in pairwise(found)]
    assert found[0] <= low + 1e-6
    assert found[-1] >= low + span - 1e-6
    assert all(step == pytest.approx(steps[0]) for step in steps)
    assert len(found) <= wanted + 2


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8))
def test_labels_keep_their_distance_and_their_order(wanted: list[float]) -> None:
    places = spread(wanted, 10, 0, 100)
    assert all(b - a >= 9.99 for a, b in pairwise(sorted(places)))
    assert all(-0.01 <= place <= 100.01 for place in places)


def test_a_scale_maps_both_ends() -> None:
    x = Linear(60, 80, 100, 300)
    assert (x(60), x(70), x(80)) == (100, 200, 300)
