"""What may be said of an analysis and its chapters, and their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from coopdesk.analysis.model import Analysis, Chapter, ChapterKind, ChartKind
from coopdesk.kernel.errors import Invalid
from coopdesk.words.marks import N_

STANDARD = (
    ChapterKind.POPULATION,
    ChapterKind.GAP,
    ChapterKind.NON_WORKING,
    ChapterKind.DEMAND,
    ChapterKind.MOBILITY,
    ChapterKind.STRENGTHS,
)
FIRST_YEAR, LAST_YEAR = 1950, 2100


def standard_chapters(analysis_id: str, ids: Sequence[str]) -> list[Chapter]:
    """The six chapters an analysis starts with; strengths and needs rest on all figures, so it starts without chart."""
    return [
        Chapter(
            id=chapter_id,
            analysis_id=analysis_id,
            kind=kind,
            chart=ChartKind.NONE if kind is ChapterKind.STRENGTHS else ChartKind.RANKING,
            position=place,
        )
        for place, (kind, chapter_id) in enumerate(zip(STANDARD, ids, strict=True))
    ]


def checked(analysis: Analysis, others: Sequence[Analysis]) -> Analysis:
    """The analysis; Invalid when its target or years make no sense or another one of the area has its year."""
    if not Decimal(0) < analysis.target <= Decimal(100):
        raise Invalid(N_("A target is a percentage above 0 and at most 100, for example 80."))
    if not FIRST_YEAR <= analysis.year <= LAST_YEAR:
        raise Invalid(N_("Give a year of four digits, for example {year}."), year=2015)
    if any(o.year == analysis.year and o.area_id == analysis.area_id and o.id != analysis.id for o in others):
        raise Invalid(N_("There already is an analysis of {year} for this area."), year=analysis.year)
    if analysis.since >= analysis.year:
        return replace(analysis, since=0)
    return analysis


def checked_chapter(chapter: Chapter) -> Chapter:
    """The chapter with its name and title trimmed; Invalid when an own chapter has no name."""
    name, title = " ".join(chapter.name.split()), " ".join(chapter.title.split())
    if chapter.kind is ChapterKind.OWN and not name:
        raise Invalid(N_("Give the chapter a name, for example “Child care”."))
    return replace(chapter, name=name, title=title)


def ordered(chapters: Sequence[Chapter]) -> list[Chapter]:
    """The chapters from first to last."""
    return sorted(chapters, key=lambda c: (c.position, c.id))


def moved(chapters: Sequence[Chapter], id: str, index: int) -> list[Chapter]:
    """The chapters whose place changes when one goes to `index`."""
    row = ordered(chapters)
    one = next(c for c in row if c.id == id)
    row.remove(one)
    row.insert(max(0, min(index, len(row))), one)
    return [replace(c, position=place) for place, c in enumerate(row) if c.position != place]
