"""A file of boundaries of one's own: checked, simplified, drawn, and taken away again."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from coopdesk.charts.look import Look
from coopdesk.charts.shapemap import shape_map
from coopdesk.charts.themes import LIGHT, Fill
from coopdesk.charts.tilemap import Klass, MapData
from coopdesk.kernel.errors import Refused
from coopdesk.shell.place import Place
from coopdesk.territory.boundaries import packed, read_boundaries, simplified, unpacked
from coopdesk.words.catalogue import Words
from tests.gallery import settle, studio

KNOWN = {"12021": "Lier", "12025": "Duffel"}
LIER = [[4.55, 51.1], [4.6, 51.1], [4.6, 51.15], [4.55, 51.15], [4.55, 51.1]]
DUFFEL = [[4.5, 51.1], [4.55, 51.1], [4.55, 51.15], [4.5, 51.15], [4.5, 51.1]]


def geojson(*shapes: tuple[Any, Any], key: str = "NISCODE", **more: Any) -> bytes:
    features = [
        {"type": "Feature", "properties": {"naam": "x", key: code}, "geometry": {"type": "Polygon", "coordinates": [r]}}
        for code, r in shapes
    ]
    return json.dumps({"type": "FeatureCollection", "features": features} | more).encode()


def test_codes_are_found_under_any_name_and_others_are_left_out() -> None:
    found = read_boundaries(geojson(("12021", LIER), (12025, DUFFEL), ("62063", LIER)), "x.geojson", KNOWN)
    assert (sorted(found.rings), found.left_out, found.system) == (["12021", "12025"], 1, "wgs84")


def test_what_is_kept_draws_the_same_shapes() -> None:
    found = read_boundaries(geojson(("12021", LIER), ("12025", DUFFEL)), "x.geojson", KNOWN)
    shapes = unpacked(packed(found), KNOWN)
    assert shapes.rings == found.rings
    assert shapes.near(["12021"]) == ["12021", "12025"]


@pytest.mark.parametrize(
    ("move", "crs", "system"),
    [
        (lambda p: [p[0], p[1]], None, "wgs84"),
        (lambda p: [p[0] * 35_000, p[1] * 3_700], "urn:ogc:def:crs:EPSG::31370", "lambert72"),
        (lambda p: [p[0] * 140_000, p[1] * 13_000], "urn:ogc:def:crs:EPSG::3812", "lambert2008"),
    ],
)
def test_the_coordinate_system_is_recognised(move: Any, crs: str | None, system: str) -> None:
    more = {"crs": {"type": "name", "properties": {"name": crs}}} if crs else {}
    for told in ({}, more):
        found = read_boundaries(geojson(("12021", [move(p) for p in LIER]), **told), "x.geojson", KNOWN)
        assert found.system == system


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b'{"type":"FeatureCollection","features":[]}', b'{"type":"FeatureCollection","features":[1]}',
        b"[" * 100_000, geojson(("00000", LIER)), geojson(("12021", [[4.5, 51.1], [4.6, 51.1]])),
        geojson(("12021", "abc")), geojson(("12021", [[4.5, float("nan")]] * 5)), geojson(("12021", [[0, 0]] * 5)),
        geojson(("12021", [[10**400, 51.1]] * 5)), geojson(*[("12021", LIER)] * 12), b" " * 25_000_001,
        geojson(("12021", LIER), crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::31370"}}),
    ],
)  # fmt: skip
def test_a_file_that_is_no_map_of_municipalities_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(Refused):
        read_boundaries(content, "x.geojson", KNOWN)


@given(st.lists(st.tuples(st.floats(0, 1e5), st.floats(0, 1e5)), min_size=4, max_size=40, unique=True))
def test_no_point_of_a_simplified_line_lies_further_off_than_the_tolerance(line: list[tuple[float, float]]) -> None:
    kept = simplified([*line, line[0]], 60.0)
    assert set(kept) <= set(line)
    ring = [*kept, kept[0]]
    for point in line:
        assert min(away(point, a, b) for a, b in pairwise(ring)) <= 60.0 + 1e-6


def away(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    """From a point to the line through two others, or to them where they are one."""
    length = math.dist(a, b)
    if not length:
        return math.dist(point, a)
    return abs((b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])) / length


def test_the_map_has_a_mark_a_legend_and_a_table_like_the_tile_map(words: Words) -> None:
    shapes = unpacked(packed(read_boundaries(geojson(("12021", LIER), ("12025", DUFFEL)), "x", KNOWN)), KNOWN)
    look = Look(LIGHT, words, 640)
    data = MapData("plaats", [Klass("In het gebied", Fill("#0B5A73"))], {"12021": 0}, {"12021": "Lier, ja"})
    chart = shape_map(look, shapes, data, title="Kaart")
    assert [(mark.key, mark.spoken) for mark in chart.marks if mark.key == "12021"] == [("12021", "Lier: Lier, ja")]
    assert chart.table.rows[1] == ("Lier", "Lier, ja")


def test_dropped_boundaries_are_used_by_the_maps_and_can_be_removed_and_brought_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "grenzen.geojson"
    path.write_bytes(geojson(("12021", LIER), ("12025", DUFFEL)))
    with studio(False, tmp_path) as (window, _, opened):
        window.go.to(Place("import"))
        settle(window)
        window.page.take([path])
        settle(window)
        window.go.to(Place("area"))
        settle(window)
        page = window.page
        assert not page.map.ground.chip.isHidden()
        assert page.map.ground.shapes() is not None
        page.map.ground.chip.click()
        assert page.map.ground.shapes() is None
        page.map.ground.chip.click()
        next(a for a in page.deeds() if a.id == "area.no_boundaries").run()
        settle(window)
        assert page.map.ground.chip.isHidden()
        opened.desk.undo()
        settle(window)
        assert page.map.ground.shapes() is not None


def test_the_boundaries_of_flanders_give_every_municipality(shared: Path) -> None:
    from coopdesk.territory.gazetteer import open_gazetteer

    content = (shared / "data" / "vlaanderen_gemeenten_2025_150m.geojson").read_bytes()
    found = read_boundaries(content, "x", {m.nis_code: m.name for m in open_gazetteer()})
    assert (len(found.rings), found.left_out) == (285, 0)
