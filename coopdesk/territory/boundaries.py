"""Boundaries of municipalities out of a GeoJSON file: checked, brought to one plane, simplified."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coopdesk.charts.shapes import Point, Ring, ShapeSet
from coopdesk.kernel.errors import Refused
from coopdesk.kernel.progress import Progress, silent
from coopdesk.words.marks import N_

MOST_BYTES, MOST_FEATURES, MOST_POINTS = 25_000_000, 5_000, 1_500_000
TOLERANCE = 60.0  # metres an outline may lie beside the original
UNIT = 10  # metres in one step of what is kept
_PER_PLACE = 5  # more parts per municipality than this is a file of neighbourhoods
_DEGREE, _LATITUDE = 111_320.0, 50.9  # metres in a degree, and the middle of Flanders
_SYSTEMS = {"crs84": "wgs84", "4326": "wgs84", "4258": "wgs84", "31370": "lambert72", "3812": "lambert2008"}
# In which box coordinates of Flanders lie per system: west, south, east, north.
_BOXES = {
    "wgs84": (2.0, 50.0, 7.0, 52.5), "lambert72": (0.0, 20_000.0, 320_000.0, 260_000.0),
    "lambert2008": (490_000.0, 520_000.0, 820_000.0, 770_000.0),
}  # fmt: skip

Line = list[Point]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """What a file holds: the outlines by NIS code, the coordinate system, and how many features are left out because
    their code is no Flemish municipality."""

    rings: Mapping[str, tuple[Ring, ...]]
    system: str
    left_out: int


def looks_like_boundaries(head: bytes) -> bool:
    """Whether the first bytes of a file say that it is GeoJSON."""
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and b"FeatureCollection" in head


def read_boundaries(
    content: bytes, name: str, known: Mapping[str, str], progress: Progress = silent
) -> Boundaries:  # fmt: skip
    """The boundaries in a file; `known` names municipalities by NIS code. Refused says what is wrong and how to mend
    it. Nothing in the file is believed unchecked."""
    data = _data(content, name)
    features = _features(data, name)
    key = _code_key(features, known, name)
    parts: dict[str, list[list[Line]]] = {}
    left_out = points = 0
    for at, feature in enumerate(features):
        progress(at, len(features), name)
        code = _code(feature, key)
        if code not in known:
            left_out += 1
            continue
        polygons = _polygons(feature.get("geometry"), name, code)
        points += sum(len(line) for polygon in polygons for line in polygon)
        if points > MOST_POINTS:
            raise Refused(N_("“{file}” holds more points than a map needs. Choose a generalised file."), file=name)
        parts.setdefault(code, []).extend(polygons)
    if len(features) - left_out > _PER_PLACE * len(parts):
        raise Refused(N_("“{file}” holds neighbourhoods. Choose the file with one shape per municipality."), file=name)
    system = _system(data, parts, name)
    rings = {code: tuple(_rings(polygons, system)) for code, polygons in parts.items()}
    return Boundaries({code: those for code, those in rings.items() if those}, system, left_out)


def _data(content: bytes, name: str) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise Refused(N_("“{file}” is larger than 25 MB. Choose a generalised file of the boundaries."), file=name)
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused(N_("“{file}” is damaged or no GeoJSON. Download it once more."), file=name) from error
    return data if isinstance(data, dict) else {}


def _features(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    features = data.get("features") if data.get("type") == "FeatureCollection" else None
    if not isinstance(features, list) or not features or not all(isinstance(one, dict) for one in features):
        raise Refused(N_("“{file}” holds no boundaries. Choose a GeoJSON file of municipalities."), file=name)
    if len(features) > MOST_FEATURES:
        raise Refused(N_("“{file}” holds neighbourhoods. Choose the file with one shape per municipality."), file=name)
    return features


def _code_key(features: Sequence[dict[str, Any]], known: Mapping[str, str], name: str) -> str:
    """The property with the NIS code: the one most of whose values are codes of municipalities."""
    hits: dict[str, int] = {}
    for feature in features:
        properties = feature.get("properties")
        for key in properties if isinstance(properties, dict) else ():
            hits[key] = hits.get(key, 0) + (_code(feature, key) in known)
    best = max(hits, key=lambda key: hits[key], default="")
    if not best or not hits[best]:
        raise Refused(
            N_("“{file}” has no NIS codes of Flemish municipalities. Choose a file that names each shape by its code."),
            file=name,
        )
    return best


def _code(feature: dict[str, Any], key: str) -> str:
    properties = feature.get("properties")
    value = properties.get(key) if isinstance(properties, dict) else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    text = str(int(value)) if not isinstance(value, str) else value.strip()
    return text.zfill(5) if text.isdigit() else ""


def _polygons(geometry: Any, name: str, code: str) -> list[list[Line]]:
    """The polygons of a shape, each its outline and its holes."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    try:
        if kind == "Polygon":
            return [[_line(ring) for ring in geometry["coordinates"]]]
        if kind == "MultiPolygon":
            return [[_line(ring) for ring in polygon] for polygon in geometry["coordinates"]]
    except (KeyError, TypeError, ValueError, IndexError, OverflowError) as error:
        raise Refused(N_("The shape of {code} in “{file}” is damaged. Download the file once more."), code=code,
                      file=name) from error  # fmt: skip
    raise Refused(N_("The shape of {code} in “{file}” is no surface. Choose a file with surfaces."), code=code,
                  file=name)  # fmt: skip


def _line(ring: Any) -> Line:
    line = [(float(point[0]), float(point[1])) for point in ring]
    if len(line) < 4 or not all(math.isfinite(x) and math.isfinite(y) for x, y in line):
        raise ValueError
    return line


def _system(data: dict[str, Any], parts: Mapping[str, list[list[Line]]], name: str) -> str:
    """The coordinate system: the one the file names, which must fit its coordinates; else the one they fit."""
    xs = [x for polygons in parts.values() for polygon in polygons for line in polygon for x, _ in line]
    ys = [y for polygons in parts.values() for polygon in polygons for line in polygon for _, y in line]
    box = (min(xs), min(ys), max(xs), max(ys))
    fitting = [system for system, (west, south, east, north) in _BOXES.items()
               if west <= box[0] and south <= box[1] and box[2] <= east and box[3] <= north]  # fmt: skip
    said = _said(data)
    if fitting and (not said or said in fitting):
        return said or fitting[0]
    raise Refused(
        N_("The coordinates in “{file}” do not lie in Flanders. Choose a file in WGS 84, Lambert 72 or Lambert 2008."),
        file=name,
    )


def _said(data: dict[str, Any]) -> str:
    """The system the file names for itself; empty when it names none we know."""
    crs = data.get("crs")
    told = json.dumps(crs).lower() if isinstance(crs, dict) else ""
    return next((system for mark, system in _SYSTEMS.items() if mark in told), "")


def _rings(polygons: Iterable[list[Line]], system: str) -> Iterable[Ring]:
    for polygon in polygons:
        for at, line in enumerate(polygon):
            points = simplified([_plane(point, system) for point in line], TOLERANCE)
            kept = tuple((float(round(x / UNIT) * UNIT), float(round(y / UNIT) * UNIT)) for x, y in points)
            ring = Ring(kept, hole=at > 0)
            if len(set(kept)) > 2 and ring.area > TOLERANCE * TOLERANCE:
                yield ring


def _plane(point: Point, system: str) -> Point:
    """A point in metres to the east and to the south. Flanders asks no projection beyond one scale per axis."""
    x, y = point
    if system == "wgs84":
        return x * _DEGREE * math.cos(math.radians(_LATITUDE)), -y * _DEGREE
    return x, -y


def simplified(line: Sequence[Point], tolerance: float) -> list[Point]:
    """A closed line with fewer points, none of the others further than the tolerance from it (Douglas-Peucker)."""
    bare = list(line[:-1]) if len(line) > 1 and line[0] == line[-1] else list(line)
    if len(bare) < 4:
        return bare
    far = max(range(len(bare)), key=lambda at: math.dist(bare[0], bare[at]))
    ring = [*bare, bare[0]]
    kept = {0, far, len(bare)}
    stack = [(0, far), (far, len(bare))]
    while stack:
        first, last = stack.pop()
        at, distance = _furthest(ring, first, last)
        if distance > tolerance:
            kept.add(at)
            stack += [(first, at), (at, last)]
    return [ring[at] for at in sorted(kept) if at < len(bare)]


def _furthest(ring: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    (x1, y1), (x2, y2) = ring[first], ring[last]
    length = math.hypot(x2 - x1, y2 - y1)
    best, found = 0.0, first
    for at in range(first + 1, last):
        x, y = ring[at]
        away = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length if length else math.hypot(x - x1, y - y1)
        if away > best:
            best, found = away, at
    return found, best


def packed(boundaries: Boundaries) -> str:
    """The outlines as they are kept: whole steps of ten metres."""
    return json.dumps(
        {
            code: [[int(ring.hole), *(int(c / UNIT) for point in ring.points for c in point)] for ring in rings]
            for code, rings in sorted(boundaries.rings.items())
        },
        separators=(",", ":"),
    )


def unpacked(text: str, names: Mapping[str, str]) -> ShapeSet:
    """Kept outlines, ready to draw."""
    rings = {
        code: tuple(
            Ring(tuple(zip((c * UNIT for c in ring[1::2]), (c * UNIT for c in ring[2::2]), strict=True)), bool(ring[0]))
            for ring in those
        )
        for code, those in json.loads(text).items()
    }
    return ShapeSet(rings, {code: names.get(code, code) for code in rings})
