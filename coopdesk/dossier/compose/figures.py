"""The analysis of an area as a dossier prints it, drawn as on screen, with the files its figures came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coopdesk.analysis.model import OWN_AREA, Analysis, Chapter, ChapterKind, ChartKind
from coopdesk.analysis.ports import AnalysisReading
from coopdesk.analysis.queries import drawing, maps
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.chapter import chapter_figures, chapter_name, indicator_of, single_year
from coopdesk.analysis.queries.gap import GapView, gap_view
from coopdesk.analysis.queries.lookup import Lookup
from coopdesk.analysis.queries.overview import plain_text
from coopdesk.analysis.rules import live
from coopdesk.analysis.rules.gap import RATE
from coopdesk.dossier.compose.chain import AnalysisPart, ChapterPart, ChartPart, DataPart, SourceLine
from coopdesk.dossier.compose.cited import source_lines
from coopdesk.dossier.compose.data import data_part, remarks_on
from coopdesk.dossier.compose.discretion import Discretion
from coopdesk.dossier.compose.panels import course_panel, course_years, extra_panel, group_panel
from coopdesk.dossier.compose.sourced import source_text
from coopdesk.dossier.queries import chapter_key
from coopdesk.figures.catalogue import POPULATION
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of an analysis: the chapters, their figures as tables, and where everything stands."""

    analysis: AnalysisPart
    data: tuple[DataPart, ...]
    sources: tuple[SourceLine, ...]


def read_analysis(
    work: AnalysisReading, gazetteer: Gazetteer, analysis: Analysis, chapters: Sequence[Chapter], words: Words,
    threshold: int, *, data: bool,
) -> Read:  # fmt: skip
    """These chapters of an analysis in their order; counts of people below the threshold are left out (0: none are),
    and `data` asks for the tables of the annex as well."""
    basis = Basis(work, gazetteer, words, analysis)
    discretion = Discretion(basis, threshold)
    view, value = gap_view(basis), Lookup(basis)
    parts = tuple(_chapter(basis, view, value, chapter, discretion) for chapter in chapters)
    codes = dict.fromkeys(
        [RATE, POPULATION, *(indicator_of(basis, c) for c in chapters if c.kind is not ChapterKind.GAP)]
    )
    tables = tuple(part for code in codes if data and (part := data_part(basis, code, discretion)) is not None)
    periods = {code: {str(basis.year(code) or "")} for code in codes}
    drawn = set(course_years(basis)) if any(c.kind is ChapterKind.GAP for c in chapters) else set()
    periods[RATE], periods[POPULATION] = (
        {str(view.table.year), str(view.table.since or ""), *drawn},
        {view.population_period},
    )
    for part in tables:
        periods[part.indicator] |= set(part.periods)
    gap_source = f"{source_text(basis.words, view.sources)} {_partial(basis, view)}".strip()
    return Read(
        AnalysisPart(analysis, view.table, view.title, gap_source, parts),
        tables,
        source_lines(basis, periods, chapters),
    )


def _partial(basis: Basis, view: GapView) -> str:
    """Which municipalities the rate of the area is without; empty when it has them all."""
    missing = basis.reader.figure(RATE, basis.own, str(view.table.year)).missing if view.table.year else ()
    names = basis.words.formats.listing(basis.gazetteer.names(missing))
    return basis.words.say("The figure of the area is without {names}.", names=names) if missing else ""


def _chapter(basis: Basis, view: GapView, value: Lookup, chapter: Chapter, discretion: Discretion) -> ChapterPart:
    """One chapter with its charts."""
    gap = chapter.kind is ChapterKind.GAP
    charts = _gap_charts(basis, view, chapter, discretion) if gap else _chart(basis, chapter, discretion)
    if chapter.chart is not ChartKind.NONE:
        charts += extra_panel(basis, chapter.kind, discretion)
    return ChapterPart(
        chapter=chapter,
        key=chapter_key(chapter),
        name=chapter_name(chapter, basis.analysis.target, basis.words),
        text=plain_text(chapter.commentary, basis.words),
        charts=charts,
        stale=len(live.stale(chapter.commentary, value)),
        small=sum(discretion.quotes(figure) for figure in live.figures(chapter.commentary)),
    )


def _gap_charts(basis: Basis, view: GapView, chapter: Chapter, discretion: Discretion) -> tuple[ChartPart, ...]:
    """The dumbbell and the map of the gap, and what more the figures allow; none while there are no figures."""
    words, table = basis.words, view.table
    if not table.known:
        return ()
    source, title = source_text(words, view.sources), chapter.title or view.title
    axis = words.say("Employment rate of people aged 20–64, in %; gap in percentage points and people needed")
    by = words.say("Employment rate {year} by municipality", year=table.year)
    tiles = maps.tiles_of(basis.gazetteer)
    places = (*basis.codes, OWN_AREA, *(row.place for row in table.references if row.now is not None))
    note = remarks_on(basis, RATE, places, (str(table.since or ""), str(table.year)), discretion)
    reckoned = words.say("Needed is only reckoned for the area and its municipalities.")
    note = f"{note}\n{reckoned}".strip()
    same = words.say("One tile per municipality, all of the same size")
    more = (course_panel(basis, discretion), group_panel(basis, discretion))
    return (
        ChartPart(title, axis, source, drawing.gap_drawing(view), words.say("Employment rate and gap by area"), note),
        ChartPart(by, same, source, maps.gap_map(view, tiles)),
        *(chart for chart in more if chart is not None),
    )


def _chart(basis: Basis, chapter: Chapter, discretion: Discretion) -> tuple[ChartPart, ...]:
    """The chart of any other chapter."""
    years = chapter.chart is ChartKind.LINE
    figures = discretion.applied(chapter_figures(basis, indicator_of(basis, chapter), through_years=years))
    title = chapter.title or figures.title
    draw = drawing.chapter_drawing(figures, chapter.chart, title, maps.tiles_of(basis.gazetteer))
    if draw is None:
        return ()
    described = figures.described
    years_shown = (str(described.since or ""), str(described.year or ""))
    places = (*basis.codes, OWN_AREA, *(row.place for row in described.references))
    if years:
        named = {course.name for course in figures.courses}
        places = tuple(place for place in places if basis.name(place) in named)
    drawn = figures.periods if years else years_shown
    if chapter.chart is ChartKind.MAP:
        places, drawn = tuple(basis.codes), years_shown[1:]
    note = remarks_on(basis, described.indicator, places, drawn, discretion)
    subject, year = described.subject, single_year(figures, chapter.chart)
    shown = basis.words.say("{subject}, {year}", subject=subject, year=year) if year else subject
    return (ChartPart(title, shown, source_text(basis.words, figures.sources), draw, subject, note),)
