"""The tile map of an area and its surroundings, as the page of an area shows it.

Importing this module imports reportlab; the page does so when it is built.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QSizePolicy

from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.charts.themes import Fill
from coopdesk.charts.tileframe import TileSet, patch, read_tiles
from coopdesk.charts.tilemap import Klass, MapData, tile_map
from coopdesk.charts.ui.panel import ChartPanel
from coopdesk.kernel.resources import resource
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words

VINTAGES = (2025, 2019, 2018)


def tiles_on(day: date, gazetteer: Gazetteer) -> TileSet:
    """The tiles of the municipalities of a day: the latest set drawn by then."""
    year = next((year for year in VINTAGES if day.year >= year), VINTAGES[-1])
    return read_tiles(resource(f"territory/tiles_{year}.csv"), {m.nis_code: m.name for m in gazetteer})


class AreaMap(ChartPanel):
    """One tile per municipality: those of the area filled, their neighbours outlined."""

    def __init__(self, words: Words, gazetteer: Gazetteer, day: date) -> None:
        super().__init__(words)
        self._words, self._gazetteer = words, gazetteer
        self._tiles = tiles_on(day, gazetteer)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_area(self, name: str, codes: Sequence[str], told: dict[str, str]) -> None:
        """Draw the area; `told` says of each municipality what a screen reader and the pointer tell."""
        known = [code for code in codes if code in self._tiles.cells]
        if known:
            tiles = self._tiles.only(self._tiles.near(known))
        else:
            tiles = patch({code: self._gazetteer.name(code) for code in codes})
        inside = self._words.say("In the area")
        outside = self._words.say("Neighbouring municipality")

        def draw(look: Look) -> Chart:
            classes = (Klass(inside, look.theme.states[0]), Klass(outside, Fill(look.theme.paper)))
            value = {code: 0 if code in codes else 1 for code in tiles.cells}
            spoken = {code: told.get(code, outside) for code in tiles.cells}
            data = MapData(self._words.say("place in the area"), classes, value, spoken, strong=tuple(codes))
            return tile_map(look, tiles, data, title=name)

        self.show_chart(draw if codes else None, self._words.say("One tile per municipality"))
