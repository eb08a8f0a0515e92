"""The analysis of an area as a dossier prints it, drawn as on screen, with the files its figures came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coopdesk.analysis.model import Analysis, Chapter, ChapterKind, ChartKind
from coopdesk.analysis.ports import AnalysisReading
from coopdesk.analysis.queries import drawing
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.chapter import chapter_figures, chapter_name, indicator_of
from coopdesk.analysis.queries.gap import GapView, gap_view
from coopdesk.analysis.queries.lookup import Lookup
from coopdesk.analysis.queries.overview import plain_text
from coopdesk.analysis.rules import live
from coopdesk.analysis.rules.gap import RATE
from coopdesk.dossier.compose.chain import AnalysisPart, ChapterPart, ChartPart, SourceLine
from coopdesk.figures.catalogue import BY_CODE, POPULATION
from coopdesk.figures.model import Observation, Source
from coopdesk.plan.rules import natural_key
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words


def analysis_part(
    work: AnalysisReading, gazetteer: Gazetteer, analysis: Analysis, chapters: Iterable[Chapter], words: Words
) -> tuple[AnalysisPart, tuple[SourceLine, ...]]:
    """The printed chapters of an analysis, and a line for each file, sheet and indicator they rest on."""
    basis = Basis(work, gazetteer, words, analysis)
    view, value = gap_view(basis), Lookup(basis)
    printed = [c for c in chapters if c.in_dossier]
    parts = tuple(_chapter(basis, view, value, chapter) for chapter in printed)
    return AnalysisPart(analysis, view.table, view.title, parts), _source_lines(basis, view, printed)


def _chapter(basis: Basis, view: GapView, value: Lookup, chapter: Chapter) -> ChapterPart:
    """One chapter with its charts."""
    charts = _gap_charts(basis, view, chapter) if chapter.kind is ChapterKind.GAP else _chart(basis, chapter)
    return ChapterPart(
        chapter=chapter,
        name=chapter_name(chapter, basis.analysis.target, basis.words),
        text=plain_text(chapter.commentary, basis.words),
        charts=charts,
        stale=len(live.stale(chapter.commentary, value)),
    )


def _gap_charts(basis: Basis, view: GapView, chapter: Chapter) -> tuple[ChartPart, ...]:
    """The dumbbell and the map of the gap; none while there are no figures."""
    words, table = basis.words, view.table
    if not table.known:
        return ()
    source, title = _names(basis, view.sources), chapter.title or view.title
    axis = words.say("Employment rate of people aged 20–64, in %; gap in percentage points and people needed")
    by = words.say("Employment rate {year} by municipality", year=table.year)
    tiles = drawing.tiles_of(basis.gazetteer)
    same = words.say("One tile per municipality, all of the same size")
    return (
        ChartPart(title, axis, source, drawing.gap_drawing(view), words.say("Employment rate and gap by area")),
        ChartPart(by, same, source, drawing.gap_map(view, tiles)),
    )


def _chart(basis: Basis, chapter: Chapter) -> tuple[ChartPart, ...]:
    """The chart of any other chapter."""
    years = chapter.chart is ChartKind.LINE
    figures = chapter_figures(basis, indicator_of(basis, chapter), through_years=years)
    title = chapter.title or figures.title
    draw = drawing.chapter_drawing(figures, chapter.chart, title)
    if draw is None:
        return ()
    subject = figures.described.subject
    return (ChartPart(title, subject, _names(basis, figures.sources), draw, subject),)


def _names(basis: Basis, sources: Iterable[Source]) -> str:
    return basis.words.formats.listing([source.name for source in sources])


def _source_lines(basis: Basis, view: GapView, chapters: Iterable[Chapter]) -> tuple[SourceLine, ...]:
    """One line per indicator, file and sheet, with the first and last cell that were read."""
    codes = {RATE: str(view.table.year), POPULATION: view.population_period}
    for chapter in chapters:
        code = indicator_of(basis, chapter)
        codes.setdefault(code, str(basis.year(code) or ""))
    sources = {source.id: source for source in basis.work.figures.sources()}
    lines: list[SourceLine] = []
    for code, period in codes.items():
        found = basis.work.figures.observations(code, basis.codes, period) if period else []
        lines += _lines(f"{basis.words.say(BY_CODE[code].title)} {period}", found, sources)
    return tuple(lines)


def _lines(title: str, found: Iterable[Observation], sources: Mapping[str, Source]) -> Iterable[SourceLine]:
    grouped: dict[tuple[str, str], list[str]] = {}
    for observation in found:
        grouped.setdefault((observation.source_id or "", observation.sheet), []).append(observation.cell)
    for (source_id, sheet), cells in grouped.items():
        source = sources.get(source_id)
        if source is None:
            continue
        ordered = sorted((c for c in cells if c), key=natural_key)
        span = "" if not ordered else ordered[0] if len(ordered) == 1 else f"{ordered[0]} – {ordered[-1]}"
        yield SourceLine(title, source.name, sheet, span, source.at)
