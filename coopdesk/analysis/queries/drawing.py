"""The drawing of a chapter, the same for the screen and the dossier."""

from __future__ import annotations

from coopdesk.analysis.model import ChartKind
from coopdesk.analysis.queries import ranking
from coopdesk.analysis.queries.chapter import ChapterFigures
from coopdesk.analysis.queries.gap import GapView
from coopdesk.analysis.queries.maps import Draw, figure_map, rate_of
from coopdesk.analysis.rules.description import Sort
from coopdesk.charts.course import Course
from coopdesk.charts.dumbbell import dumbbell
from coopdesk.charts.lines import lines
from coopdesk.charts.shapes import ShapeSet
from coopdesk.charts.tileframe import TileSet


def gap_drawing(view: GapView) -> Draw:
    """The dumbbell of the gap chapter."""
    table = view.table
    rows = [rate_of(row) for row in table.rows]
    references = [rate_of(table.own), *(rate_of(row) for row in table.references if row.now is not None)]
    moments = (str(table.since) if table.since else "–", str(table.year))
    return lambda look: dumbbell(look, rows, references, moments, table.target, title=view.title)


def chapter_drawing(
    figures: ChapterFigures, kind: ChartKind, title: str, tiles: TileSet, shapes: ShapeSet | None = None
) -> Draw | None:  # fmt: skip
    """The chart of any other chapter; None when there is nothing to draw or no chart is wanted."""
    if kind is ChartKind.NONE or figures.empty:
        return None
    if kind is ChartKind.MAP and figures.described.known:
        return figure_map(figures.described, title, tiles, shapes)
    if kind is ChartKind.LINE and figures.courses:
        if figures.described.sort is not Sort.RATE:
            return lambda look: ranking.count_course(look, figures, title)
        courses = [Course(one.name, one.values, own=one.own) for one in figures.courses]
        return lambda look: lines(look, figures.periods, courses, figures.described.target, title=title)
    if kind is ChartKind.SLOPE and any(row.before is not None for row in figures.described.known):
        return lambda look: ranking.then_and_now(look, figures.described, title)
    return lambda look: ranking.ranking(look, figures.described, title)
