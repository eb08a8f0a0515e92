"""The chapters of an analysis as the dossier prints them: finished text, a drawing and where the figures came from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.analysis.model import ChapterState
from coopdesk.analysis.ports import AnalysisReading
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.drawing import Draw, chapter_drawing, gap_drawing
from coopdesk.analysis.queries.overview import current, plain_text
from coopdesk.analysis.queries.screen import ChapterScreen, read_chapter, source_text
from coopdesk.figures.model import Source
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class PrintedChapter:
    """One chapter on paper; `draw` is None where there is nothing to draw, `changed` counts quoted figures that have
    another value now than the text says."""

    id: str
    name: str
    title: str
    state: ChapterState
    paragraphs: tuple[str, ...]
    draw: Draw | None
    source: str
    changed: int


def printed_chapters(
    work: AnalysisReading, gazetteer: Gazetteer, words: Words, area_id: str, year: int = 0
) -> tuple[PrintedChapter, ...]:
    """The chapters meant for the dossier, in their order, of the analysis of a year or else the latest one."""
    analysis = current(work, area_id, year)
    if analysis is None:
        return ()
    basis = Basis(work, gazetteer, words, analysis)
    chapters = [one for one in work.analyses.chapters(analysis.id) if one.in_dossier]
    return tuple(_printed(basis, read_chapter(basis, one.id)) for one in chapters)


def _printed(basis: Basis, screen: ChapterScreen) -> PrintedChapter:
    chapter = screen.chapter
    title = chapter.title
    draw: Draw | None = None
    sources: tuple[Source, ...] = ()
    if screen.figures is not None:
        title = title or screen.figures.title
        draw = chapter_drawing(screen.figures, chapter.chart, title)
        sources = screen.figures.sources
    elif screen.gap is not None:
        title = title or screen.gap.title
        draw = gap_drawing(replace(screen.gap, title=title)) if screen.gap.table.known else None
        sources = screen.gap.sources
    text = plain_text(chapter.commentary, basis.words)
    paragraphs = tuple(part.strip() for part in text.split("\n") if part.strip())
    source = source_text(sources, basis.words) if draw is not None else ""
    return PrintedChapter(
        chapter.id, screen.name, title if draw is not None else chapter.title, chapter.state, paragraphs, draw, source,
        len(screen.changed),
    )  # fmt: skip
