"""The chapters of an analysis as the overview lists them, and the finished chapters for the dossier."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from coopdesk.analysis.model import Analysis, Chapter, ChapterKind, ChartKind
from coopdesk.analysis.ports import AnalysisReading
from coopdesk.analysis.queries.basis import Basis, shown
from coopdesk.analysis.queries.chapter import chapter_figures, chapter_name, indicator_of
from coopdesk.analysis.queries.gap import gap_view
from coopdesk.analysis.queries.lookup import Lookup
from coopdesk.analysis.rules import live
from coopdesk.analysis.rules.telling import number_text
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """One chapter in the list: `miniature` holds the values its small picture is drawn from, `year` the age of its
    figures (0: none), `stale` how many quoted figures changed."""

    id: str
    chapter: Chapter
    number: int
    name: str
    title: str
    year: int
    miniature: tuple[Decimal, ...]
    words: int
    stale: int


@dataclass(frozen=True, slots=True)
class Overview:
    """An analysis with its chapters; `years` are those of all analyses of the area."""

    analysis: Analysis
    area_name: str
    rows: tuple[ChapterRow, ...]
    years: tuple[int, ...]


def current(work: AnalysisReading, area_id: str, year: int = 0) -> Analysis | None:
    """The analysis of a year, else the latest one; None when there is none."""
    found = work.analyses.of_area(area_id)
    return next((one for one in found if one.year == year), found[0] if found else None)


def has_figures(work: AnalysisReading) -> bool:
    """Whether any indicator of the catalogue has figures."""
    return any(code in BY_CODE for code in work.figures.indicators())


def overview(work: AnalysisReading, gazetteer: Gazetteer, words: Words, analysis: Analysis) -> Overview:
    """The list of chapters with what their figures say now."""
    basis = Basis(work, gazetteer, words, analysis)
    value = Lookup(basis)
    chapters = work.analyses.chapters(analysis.id)
    rows = tuple(_row(basis, value, chapter, at + 1) for at, chapter in enumerate(chapters))
    years = tuple(sorted(one.year for one in work.analyses.of_area(analysis.area_id)))
    return Overview(analysis, work.territory.area(analysis.area_id).name, rows, years)


def _row(basis: Basis, value: Lookup, chapter: Chapter, number: int) -> ChapterRow:
    title, year, miniature = _gist(basis, chapter)
    return ChapterRow(
        chapter.id,
        chapter,
        number,
        chapter_name(chapter, basis.analysis.target, basis.words),
        chapter.title or title,
        year,
        miniature,
        live.words_in(chapter.commentary),
        len(live.stale(chapter.commentary, value)),
    )


def _gist(basis: Basis, chapter: Chapter) -> tuple[str, int, tuple[Decimal, ...]]:
    """What the figures of a chapter conclude, their year, and the values of its miniature."""
    if chapter.kind is ChapterKind.GAP:
        view = gap_view(basis)
        rates = tuple(row.now for row in view.table.known if row.now is not None)
        return view.title, view.table.year if rates else 0, rates
    if chapter.chart is ChartKind.NONE:
        return "", 0, ()
    through_years = chapter.chart is ChartKind.LINE
    figures = chapter_figures(basis, indicator_of(basis, chapter), through_years=through_years)
    if figures.empty:
        return "", 0, ()
    if chapter.chart is ChartKind.LINE and figures.courses:
        values = tuple(v for v in figures.courses[0].values if v is not None)
    else:
        values = tuple(row.now for row in figures.described.known if row.now is not None)
    return figures.title, figures.described.year, values


def plain_text(text: str, words: Words) -> str:
    """A commentary as it is printed: each figure as its writer saw it."""
    return "".join(
        part if isinstance(part, str) else number_text(part, part.seen, words, shown(part.indicator))
        for part in live.read(text)
    )
