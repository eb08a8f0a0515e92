"""The map of agreements: one equal tile per municipality, filled by its coverage on the day looked at.

Importing this module imports reportlab; the page does so when it is built.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from coopdesk.agreement.queries.coverage import Coverage, CoverageRow
from coopdesk.agreement.queries.screen import Screen
from coopdesk.agreement.ui.coverage import CoverageColumns
from coopdesk.agreement.ui.labels import COVERAGES
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.charts.shapemap import area_map
from coopdesk.charts.shapes import ShapeSet
from coopdesk.charts.themes import Fill, Hatch, Theme
from coopdesk.charts.tileframe import TileSet, patch, read_tiles
from coopdesk.charts.tilemap import Klass, MapData
from coopdesk.charts.ui.panel import ChartPanel
from coopdesk.kernel.resources import resource
from coopdesk.shell.context import Context
from coopdesk.shell.widgets import Card
from coopdesk.territory.gazetteer import PROVINCES, Gazetteer
from coopdesk.territory.ui.ground import Ground

ORDER = tuple(Coverage)
VINTAGES = (2025, 2019, 2018)


class MapView(QWidget):
    """A card with the map, its legend and its table twin; `chosen` carries the NIS code of a tile."""

    chosen = Signal(str)

    def __init__(self, context: Context, gazetteer: Gazetteer, columns: CoverageColumns) -> None:
        super().__init__()
        words = context.words
        self._words, self._gazetteer, self._columns = words, gazetteer, columns
        self._screen: Screen | None = None
        self.ground = Ground(context, gazetteer, self._again)
        self._tiles: dict[int, TileSet] = {}
        self.panel = ChartPanel(words)
        self.panel.view.chosen.connect(self.chosen)
        card = Card()
        card.body.addWidget(self.ground.widget, 0, Qt.AlignmentFlag.AlignRight)
        card.body.addWidget(self.panel)
        card.body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_screen(self, screen: Screen) -> None:
        """Draws the coverage of a day."""
        self._screen = screen
        rows = screen.coverage
        tiles = self._place(screen)
        told = {row.nis_code: self._told(row) for row in rows}
        value = {row.nis_code: ORDER.index(row.coverage) for row in rows}
        areas = self._provinces(tiles, screen) if screen.area is None else ()
        title, subject = self._title(rows), self._words.say("coverage by structural agreements")

        def draw(look: Look) -> Chart:
            texts = zip(COVERAGES.values(), fills(look.theme), strict=True)
            classes = [Klass(self._words.say(text), fill) for text, fill in texts]
            return area_map(look, tiles, MapData(subject, classes, value, told, areas), title=title)

        day = self._words.formats.long_day(screen.day)
        subtitle = (
            self._words.say("State on {day}, one tile per municipality", day=day)
            if isinstance(tiles, TileSet)
            else self._words.say("State on {day}", day=day)
        )
        self.panel.show_chart(draw if rows else None, subtitle)

    def _told(self, row: CoverageRow) -> str:
        return self._columns.spoken(row).partition(", ")[2]

    def _title(self, rows: Sequence[CoverageRow]) -> str:
        """The conclusion: how many municipalities have an agreement in force."""
        counts = Counter(row.coverage for row in rows)
        covered = counts[Coverage.IN_FORCE] + counts[Coverage.ENDING]
        if covered == len(rows):
            return self._words.say("Every municipality has an agreement in force")
        if not covered:
            return self._words.say("No municipality has an agreement in force")
        n, of = self._words.formats.number(covered), self._words.formats.number(len(rows))
        return self._words.say("{n} of {of} municipalities have an agreement in force", n=n, of=of)

    def _again(self) -> None:
        if self._screen is not None:
            self.show_screen(self._screen)

    def _place(self, screen: Screen) -> TileSet | ShapeSet:
        """The boundaries of the municipalities on show when there are of each, else their tiles."""
        shapes = self.ground.shapes()
        codes = [row.nis_code for row in screen.coverage]
        if shapes is not None and codes and all(code in shapes.codes for code in codes):
            return shapes.only(codes)
        return self._tiles_of(screen)

    def _tiles_of(self, screen: Screen) -> TileSet:
        """The tiles of the municipalities on show; those without a place of their own stand in a block."""
        year = next((y for y in VINTAGES if screen.day.year >= y), VINTAGES[-1])
        known = self._vintage(year)
        codes = [row.nis_code for row in screen.coverage]
        cells = {code: known.cells[code] for code in codes if code in known.cells}
        loose = sorted(code for code in codes if code not in cells)
        if not cells:
            return patch({code: self._gazetteer.name(code) for code in loose})
        left = max((column for column, _ in cells.values()), default=-2) + 2
        top = min((row for _, row in cells.values()), default=0)
        wide = max(1, math.ceil(math.sqrt(len(loose))))
        cells |= {code: (left + at % wide, top + at // wide) for at, code in enumerate(loose)}
        return TileSet(known.kind, cells, {code: self._gazetteer.name(code) for code in codes})

    def _vintage(self, year: int) -> TileSet:
        if year not in self._tiles:
            names = {m.nis_code: m.name for m in self._gazetteer}
            self._tiles[year] = read_tiles(resource(f"territory/tiles_{year}.csv"), names)
        return self._tiles[year]

    def _provinces(self, tiles: TileSet | ShapeSet, screen: Screen) -> list[list[str]]:
        province = {code: self._gazetteer.province(code, screen.day) for code in tiles.codes}
        return [[code for code in tiles.codes if province[code] == name] for name in PROVINCES]


def fills(theme: Theme) -> tuple[Fill, ...]:
    """A fill per coverage, told apart by hatch and lightness too: in force, ending, coming, incomplete, none."""
    full, light, hatched, bare = theme.states
    return (
        full,
        Fill(light.color, Hatch(3.6, (45.0,), 1.1), full.color),
        hatched,
        Fill(theme.paper, Hatch(4.0, (135.0,), 0.8), theme.muted),
        bare,
    )
