"""Maps of a chapter: municipalities darker the higher their rate, or with a circle as large as their number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from coopdesk.analysis.model import OWN_AREA
from coopdesk.analysis.queries.gap import GapView
from coopdesk.analysis.queries.ranking import value_text
from coopdesk.analysis.rules.description import Described, Sort
from coopdesk.analysis.rules.gap import GapRow
from coopdesk.charts.circles import circle_map
from coopdesk.charts.dumbbell import spoken
from coopdesk.charts.legend import class_names
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.charts.rate import Rate
from coopdesk.charts.shapemap import area_map
from coopdesk.charts.shapes import ShapeSet
from coopdesk.charts.tileframe import TileSet, patch, read_tiles
from coopdesk.charts.tilemap import Klass, MapData
from coopdesk.kernel.resources import resource
from coopdesk.territory.gazetteer import Gazetteer

CLASSES = 5
Draw = Callable[[Look], Chart]
_STEPS = tuple(Decimal(step) for step in ("0.05", "0.1", "0.2", "0.5", "1", "2", "5", "10", "20"))


def tiles_of(gazetteer: Gazetteer) -> TileSet:
    """The tiles of the municipalities as they are since 2025."""
    names = {municipality.nis_code: municipality.name for municipality in gazetteer}
    return read_tiles(resource("territory/tiles_2025.csv"), names)


def rate_of(row: GapRow) -> Rate:
    """A row of the gap table as a chart shows it."""
    needed = row.extra_persons if row.now is not None else None
    own = row.place == OWN_AREA
    # Provinces and Flanders are there to compare with: their heads would dwarf those of the area.
    shown = needed if own or row.place.isdigit() else None
    return Rate(row.name, row.before, row.now, shown, own=own, key=row.place)


def limits(rates: Sequence[Decimal], target: Decimal | None, least: Decimal = Decimal(1)) -> list[Decimal]:
    """At most four rounded limits between classes, `least` apart; the target alone when there are no rates."""
    if not rates:
        return [] if target is None else [target]
    low, high = min(rates), max(rates)
    step = next((s for s in _STEPS if s >= least and (high - low) / s <= CLASSES - 1), _STEPS[-1])
    first = (low // step + 1) * step
    found = [first + step * n for n in range(CLASSES - 1) if first + step * n <= high]
    return found or [first]


def gap_map(view: GapView, tiles: TileSet | ShapeSet) -> Draw:
    """The municipalities of the area, darker the higher the rate; their neighbours are there as context."""
    table = view.table
    known = {row.place: row for row in table.rows}
    rates = {row.place: row.now for row in table.rows if row.now is not None}
    between = limits(list(rates.values()), table.target)
    ground = _around(tiles, {code: row.name for code, row in known.items()})
    moments = (str(table.since) if table.since else "–", str(table.year))

    def draw(look: Look) -> Chart:
        told = {
            code: spoken(look, rate_of(row), moments, table.target).removeprefix(f"{row.name}: ")
            for code, row in known.items()
        }
        subject = look.words.say("Employment rate 20-64") + f" {table.year}"
        names = class_names(look, between)
        return area_map(look, ground, _classed(look, subject, names, between, (rates, told, ground)), title=view.title)

    return draw


def figure_map(figures: Described, title: str, tiles: TileSet, shapes: ShapeSet | None = None) -> Draw:
    """Any indicator on the map: rates and ratios in classes, numbers as circles on equal tiles."""
    names = {row.place: row.name for row in figures.rows}
    values = {row.place: row.now for row in figures.known if row.now is not None}
    subject = f"{figures.subject} {figures.year}"
    if figures.sort is Sort.COUNT:
        cells = _tiles_around(tiles, names)
        return lambda look: circle_map(look, cells, values, list(names), subject, title=title)
    ground, rate = _around(shapes or tiles, names), figures.sort is Sort.RATE
    between = limits(list(values.values()), figures.target, Decimal(1) if rate else _STEPS[0])

    def draw(look: Look) -> Chart:
        text = value_text(figures, look)
        told = {code: text(value) for code, value in values.items()}
        classes = class_names(look, between, None if rate else text)
        return area_map(look, ground, _classed(look, subject, classes, between, (values, told, ground)), title=title)

    return draw


def _around(ground: TileSet | ShapeSet, names: Mapping[str, str]) -> TileSet | ShapeSet:
    """The municipalities with their neighbours; those that no map knows, as in the example, in a patch of their own."""
    if isinstance(ground, TileSet):
        return _tiles_around(ground, names)
    known = any(code in ground.codes for code in names)
    return ground.only(ground.near(names)) if known else patch(names)


def _tiles_around(tiles: TileSet, names: Mapping[str, str]) -> TileSet:
    known = any(code in tiles.codes for code in names)
    return tiles.only(tiles.near(names)) if known else patch(names)


def _classed(
    look: Look, subject: str, names: Sequence[str], between: Sequence[Decimal],
    known: tuple[Mapping[str, Decimal], Mapping[str, str], TileSet | ShapeSet],
) -> MapData:  # fmt: skip
    """What is known of each municipality as its class on the ramp, and in words; the others are context."""
    (values, told, ground), ramp = known, look.theme.ramp
    spread = [ramp[round(at * (len(ramp) - 1) / max(len(names) - 1, 1))] for at in range(len(names))]
    classes = [Klass(name, fill) for name, fill in zip(names, spread, strict=True)]
    value = {code: sum(one >= limit for limit in between) for code, one in values.items()}
    return MapData(subject, classes, value, told, [list(told)], context=[n for n in ground.codes if n not in told])
