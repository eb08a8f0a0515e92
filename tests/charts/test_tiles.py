"""Tile maps: the shipped layouts, the patch for municipalities without one, and names in tiles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.charts.lattice import Lattice
from coopdesk.charts.look import Look
from coopdesk.charts.themes import LIGHT
from coopdesk.charts.tileframe import TileSet, inner_hole, outline, patch, read_tiles
from coopdesk.charts.tilenames import abbreviations, broken
from coopdesk.kernel.resources import resource
from coopdesk.words.catalogue import Words
from tests.charts.figures import rate_map
from tests.charts.measures import overlaps, text_boxes

YEARS = {2018: 308, 2019: 300, 2025: 285}


def tiles(year: int) -> TileSet:
    return read_tiles(resource("territory") / f"tiles_{year}.csv", {})


@pytest.mark.parametrize("year", YEARS)
def test_every_municipality_has_its_own_tile(year: int) -> None:
    found = tiles(year)
    assert len(found.cells) == len(set(found.cells.values())) == YEARS[year]


@pytest.mark.parametrize("year", YEARS)
def test_brussels_is_the_only_hole(year: int) -> None:
    assert len(inner_hole(set(tiles(year).cells.values()), Lattice("hex"))) == 7


def test_a_map_of_all_flanders_draws_without_letters_over_each_other(words: Words) -> None:
    found = tiles(2025)
    chart = rate_map(found, {}, "Heel Vlaanderen")(Look(LIGHT, words))
    assert len(chart.marks) == 285
    assert "285 gemeenten" in chart.alt_text
    assert "geen cijfers" in chart.marks[0].spoken
    assert not overlaps(text_boxes(chart.drawing))


def test_a_municipality_outside_the_layout_is_left_out_of_a_part() -> None:
    found = tiles(2025)
    assert list(found.only(["11001", "99999"]).cells) == ["11001"]
    near = found.near(["11001"])
    assert "11001" in near
    assert 3 <= len(near) <= 7


@given(st.integers(1, 60))
def test_invented_municipalities_lie_in_one_patch(count: int) -> None:
    lattice, found = Lattice("hex"), patch({f"X{i}": f"Dorp {i}" for i in range(count)})
    cells = set(found.cells.values())
    assert len(cells) == count
    reached, stack = set(), [next(iter(cells))]
    while stack:
        cell = stack.pop()
        if cell not in reached:
            reached.add(cell)
            stack += [near for near in lattice.beside(cell) if near in cells]
    assert reached == cells
    assert len(outline(cells, lattice)) == 1 + bool(inner_hole(cells, lattice))


def test_a_file_of_tiles_with_names(tmp_path: Path) -> None:
    file = tmp_path / "tiles.csv"
    file.write_text("nis;column;row\n1;0;0\n2;1;0\n", encoding="utf-8")
    found = read_tiles(file, {"1": "Lier"})
    assert found.names == {"1": "Lier", "2": "2"}
    assert found.cells["2"] == (1, 0)


def test_three_letters_are_enough_to_tell_names_apart() -> None:
    names = ["Aalst", "Aalter", "Aarschot", "Sint-Katelijne-Waver", "Sint-Kruis", "As", "Asse"]
    short = abbreviations(names)
    assert len({s.lower() for s in short.values()}) == len(names)
    assert short["Sint-Katelijne-Waver"] == "SKW"


def test_long_names_break_where_people_would_break_them() -> None:
    assert broken("Sint-Katelijne-Waver", 40, 8) == ["Sint-", "Katelijne-", "Waver"]
    assert broken("Geraardsbergen", 44, 8) == ["Geraards-", "bergen"]
