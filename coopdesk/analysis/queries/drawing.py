"""The drawing of a chapter, the same for the screen and the dossier."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from coopdesk.analysis.model import OWN_AREA, ChartKind
from coopdesk.analysis.queries import ranking
from coopdesk.analysis.queries.chapter import ChapterFigures
from coopdesk.analysis.queries.gap import GapView
from coopdesk.analysis.rules.description import Sort
from coopdesk.analysis.rules.gap import GapRow
from coopdesk.charts.course import Course
from coopdesk.charts.dumbbell import dumbbell, spoken
from coopdesk.charts.legend import class_names
from coopdesk.charts.lines import lines
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.charts.rate import Rate
from coopdesk.charts.shapemap import area_map
from coopdesk.charts.shapes import ShapeSet
from coopdesk.charts.tileframe import TileSet, patch, read_tiles
from coopdesk.charts.tilemap import Klass, MapData
from coopdesk.kernel.resources import resource
from coopdesk.territory.gazetteer import Gazetteer

Draw = Callable[[Look], Chart]
CLASSES = 5


def tiles_of(gazetteer: Gazetteer) -> TileSet:
    """The tiles of the municipalities as they are since 2025."""
    names = {municipality.nis_code: municipality.name for municipality in gazetteer}
    return read_tiles(resource("territory/tiles_2025.csv"), names)


def gap_drawing(view: GapView) -> Draw:
    """The dumbbell of the gap chapter."""
    table = view.table
    rows = [_rate(row) for row in table.rows]
    references = [_rate(table.own), *(_rate(row) for row in table.references if row.now is not None)]
    moments = (str(table.since) if table.since else "–", str(table.year))
    return lambda look: dumbbell(look, rows, references, moments, table.target, title=view.title)


def _rate(row: GapRow) -> Rate:
    needed = row.extra_persons if row.now is not None else None
    own = row.place == OWN_AREA
    # Provinces and Flanders are there to compare with: their heads would dwarf those of the area.
    shown = needed if own or row.place.isdigit() else None
    return Rate(row.name, row.before, row.now, shown, own=own, key=row.place)


def limits(rates: list[Decimal], target: Decimal) -> list[Decimal]:
    """At most four rounded limits between classes, the target among them when rates lie on both sides."""
    if not rates:
        return [target]
    low, high = min(rates), max(rates)
    step = next((s for s in (1, 2, 5, 10, 20) if (high - low) / s <= CLASSES - 1), 20)
    first = (low // step + 1) * step
    found = [first + step * n for n in range(CLASSES - 1) if first + step * n <= high]
    return found or [first]


def gap_map(view: GapView, tiles: TileSet | ShapeSet) -> Draw:
    """The municipalities of the area, darker the higher the rate; their neighbours are there as context.

    Municipalities no map knows, such as those of the example, lie in a patch of their own.
    """
    table = view.table
    known = {row.place: row for row in table.rows}
    if not any(code in tiles.codes for code in known):
        tiles = patch({code: row.name for code, row in known.items()})
    rates = [row.now for row in table.rows if row.now is not None]
    between = limits(rates, table.target)
    value = {row.place: sum(row.now >= limit for limit in between) for row in table.rows if row.now is not None}
    near = tiles.near(known)
    shown = tiles.only(near)
    context = [code for code in near if code not in known]

    def draw(look: Look) -> Chart:
        ramp = look.theme.ramp
        names = class_names(look, between)
        spread = [ramp[round(at * (len(ramp) - 1) / max(len(names) - 1, 1))] for at in range(len(names))]
        moments = (str(table.since) if table.since else "–", str(table.year))
        words = {
            code: spoken(look, _rate(row), moments, table.target).removeprefix(f"{row.name}: ")
            for code, row in known.items()
        }
        subject = look.words.say("Employment rate 20-64") + f" {table.year}"
        data = MapData(
            subject,
            [Klass(name, fill) for name, fill in zip(names, spread, strict=True)],
            value,
            words,
            areas=[list(known)],
            context=context,
        )
        return area_map(look, shown, data, title=view.title)

    return draw


def chapter_drawing(figures: ChapterFigures, kind: ChartKind, title: str) -> Draw | None:
    """The chart of any other chapter; None when there is nothing to draw or no chart is wanted."""
    if kind is ChartKind.NONE or figures.empty:
        return None
    if kind is ChartKind.LINE and figures.courses:
        if figures.described.sort is not Sort.RATE:
            return lambda look: ranking.count_course(look, figures, title)
        courses = [Course(one.name, one.values, own=one.own) for one in figures.courses]
        return lambda look: lines(look, figures.periods, courses, figures.described.target, title=title)
    if kind is ChartKind.SLOPE and any(row.before is not None for row in figures.described.known):
        return lambda look: ranking.then_and_now(look, figures.described, title)
    return lambda look: ranking.ranking(look, figures.described, title)
