"""The tile map of an area and its surroundings, as the page of an area shows it.

Importing this module imports reportlab; the page does so when it is built.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QSizePolicy

from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.charts.shapemap import area_map
from coopdesk.charts.shapes import ShapeSet
from coopdesk.charts.themes import Fill
from coopdesk.charts.tileframe import TileSet, patch, read_tiles
from coopdesk.charts.tilemap import Klass, MapData
from coopdesk.charts.ui.panel import ChartPanel
from coopdesk.kernel.resources import resource
from coopdesk.shell.context import Context
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.ui.ground import Ground

VINTAGES = (2025, 2019, 2018)


def tiles_on(day: date, gazetteer: Gazetteer) -> TileSet:
    """The tiles of the municipalities of a day: the latest set drawn by then."""
    year = next((year for year in VINTAGES if day.year >= year), VINTAGES[-1])
    return read_tiles(resource(f"territory/tiles_{year}.csv"), {m.nis_code: m.name for m in gazetteer})


class AreaMap(ChartPanel):
    """The municipalities of the area filled, their neighbours outlined."""

    def __init__(self, context: Context, gazetteer: Gazetteer, day: date) -> None:
        super().__init__(context.words)
        self._words, self._gazetteer = context.words, gazetteer
        self._tiles = tiles_on(day, gazetteer)
        self._shown: tuple[str, Sequence[str], dict[str, str]] | None = None
        self.ground = Ground(context, gazetteer, self._again)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_area(self, name: str, codes: Sequence[str], told: dict[str, str]) -> None:
        """Draw the area; `told` says of each municipality what a screen reader and the pointer tell."""
        self._shown = (name, codes, told)
        ground, subtitle = self._place(codes)
        inside = self._words.say("In the area")
        outside = self._words.say("Neighbouring municipality")

        def draw(look: Look) -> Chart:
            classes = (Klass(inside, look.theme.states[0]), Klass(outside, Fill(look.theme.paper)))
            value = {code: 0 if code in codes else 1 for code in ground.codes}
            spoken = {code: told.get(code, outside) for code in ground.codes}
            data = MapData(self._words.say("place in the area"), classes, value, spoken, strong=tuple(codes))
            return area_map(look, ground, data, title=name)

        self.show_chart(draw if codes else None, subtitle)

    def _place(self, codes: Sequence[str]) -> tuple[TileSet | ShapeSet, str]:
        """The ground with the area and its neighbours, and what it is in words."""
        shapes = self.ground.shapes()
        if shapes is not None and codes and all(code in shapes.codes for code in codes):
            return shapes.only(shapes.near(codes)), self._words.say("Own boundaries")
        tiled = [code for code in codes if code in self._tiles.codes]
        tiles = self._tiles.only(self._tiles.near(tiled)) if tiled else patch(
            {code: self._gazetteer.name(code) for code in codes}
        )  # fmt: skip
        return tiles, self._words.say("One tile per municipality")

    def _again(self) -> None:
        if self._shown is not None:
            self.show_area(*self._shown)
