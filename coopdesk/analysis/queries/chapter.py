"""The figures of one chapter as its editor and the dossier show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.analysis.model import OWN_AREA, Chapter, ChapterKind, ChartKind
from coopdesk.analysis.queries.basis import Basis, shown
from coopdesk.analysis.queries.gap import GapView, drafted, gap_view, joined
from coopdesk.analysis.rules import description, telling
from coopdesk.analysis.rules.description import Described, PlaceFigure, Sort
from coopdesk.analysis.rules.gap import RATE
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.model import Source, Unit
from coopdesk.figures.queries import Figure, sources_of
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

USUAL: dict[ChapterKind, tuple[str, ...]] = {
    ChapterKind.POPULATION: ("population_20_64", "population", "population_15_64"),
    ChapterKind.GAP: (RATE,),
    ChapterKind.NON_WORKING: (
        "unemployment_rate",
        "jobseeker_rate",
        "jobseekers",
        "inactive_persons",
        "social_assistance_recipients",
    ),
    ChapterKind.DEMAND: ("vacancies", "tightness_ratio", "jobs"),
    ChapterKind.MOBILITY: ("job_ratio", "outgoing_commuters", "jobs"),
    ChapterKind.STRENGTHS: (RATE,),
    ChapterKind.OWN: (RATE,),
}
NAMES: dict[ChapterKind, str] = {
    ChapterKind.POPULATION: N_("Population"),
    ChapterKind.GAP: N_("Gap towards {target}"),
    ChapterKind.NON_WORKING: N_("Who is not in work?"),
    ChapterKind.DEMAND: N_("Demand: vacancies and jobs"),
    ChapterKind.MOBILITY: N_("Mobility and commuting"),
    ChapterKind.STRENGTHS: N_("Strengths and needs"),
}
MOST_PERIODS = 25


@dataclass(frozen=True, slots=True)
class Course:
    """The values of a place over the periods, None where there is none."""

    name: str
    values: tuple[Decimal | None, ...]
    own: bool = False


@dataclass(frozen=True, slots=True)
class ChapterFigures:
    """The indicator of a chapter now and through the years, with where the figures came from."""

    described: Described
    title: str
    periods: tuple[str, ...]
    courses: tuple[Course, ...]
    sources: tuple[Source, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.described.own.now is None and not self.described.known


def single_year(figures: ChapterFigures, chart: ChartKind) -> int:
    """The one year of bars, circles or classes, which nothing else would say; 0 for a course and a slope, whose years
    stand along the axis."""
    return 0 if chart in (ChartKind.LINE, ChartKind.SLOPE) else figures.described.year


def chapter_name(chapter: Chapter, target: Decimal, words: Words) -> str:
    """The name of a chapter: its own, or that of its kind."""
    if chapter.kind is ChapterKind.OWN:
        return chapter.name
    if chapter.kind is ChapterKind.GAP:
        return words.say(NAMES[chapter.kind], target=words.formats.rate(target, 0 if target % 1 == 0 else 1))
    return words.say(NAMES[chapter.kind])


def indicator_of(basis: Basis, chapter: Chapter) -> str:
    """The indicator of a chapter: the chosen one, else the first usual one with figures, else the first usual one."""
    if chapter.indicator in BY_CODE:
        return chapter.indicator
    usual = USUAL[chapter.kind]
    return next((one for one in usual if basis.reader.periods(one)), usual[0])


def chapter_figures(basis: Basis, indicator: str, *, through_years: bool = True) -> ChapterFigures:
    """An indicator for the area, its municipalities and the places beside it; `through_years` also reads the courses
    of a line chart, which takes every year there is."""
    year = basis.year(indicator)
    since = basis.since(indicator, year) if year else 0
    subject = basis.words.say(BY_CODE[indicator].title)
    period, before = str(year), str(since) if since else ""
    found: list[Figure] = []

    def figure(place: str) -> PlaceFigure:
        known = basis.place(place)
        now = basis.reader.figure(indicator, known, period) if year else None
        then = basis.reader.figure(indicator, known, before) if before else None
        found.extend(one for one in (now, then) if one is not None)
        return PlaceFigure(
            place, basis.name(place), now.value if now else None, then.value if then else None, basis.prose(place)
        )

    own, rows = figure(OWN_AREA), tuple(figure(code) for code in basis.codes)
    places = basis.references if _sort(indicator) is not Sort.COUNT else []
    references = tuple(figure(place) for place in places)
    target = basis.analysis.target if indicator == RATE else None
    described = Described(
        indicator, subject, _sort(indicator), shown(indicator), year, since, rows, own, references, target
    )
    title = telling.plain(description.conclusion(described), basis.words, shown)
    periods, courses = _courses(basis, indicator) if through_years else ((), ())
    ids = {one for each in found for one in each.observation_ids}
    return ChapterFigures(described, title, periods, courses, sources_of(basis.work, sorted(ids)))


def _sort(indicator: str) -> Sort:
    unit = BY_CODE[indicator].unit
    return Sort.RATE if unit is Unit.PERCENT else Sort.RATIO if unit is Unit.RATIO else Sort.COUNT


def whole_years(basis: Basis, indicator: str) -> list[str]:
    """The latest years with figures of one definition, oldest first."""
    years = basis.reader.years(indicator)
    breaks = BY_CODE[indicator].breaks
    last = str(years[-1]) if years else ""
    return [str(y) for y in years if not any(str(y) < at <= last for at in breaks)][-MOST_PERIODS:]


def _courses(basis: Basis, indicator: str) -> tuple[tuple[str, ...], tuple[Course, ...]]:
    """The area and at most two places beside it through the years of one definition."""
    whole = whole_years(basis, indicator)
    if len(whole) < 2:
        return tuple(whole), ()
    basis.reader.read_ahead(indicator, whole)
    beside = [] if _sort(indicator) is Sort.COUNT else basis.references[-2:]
    courses = [
        Course(basis.name(place), _values(basis, indicator, place, whole), own=place == OWN_AREA)
        for place in (OWN_AREA, *beside)
    ]
    return tuple(whole), tuple(course for course in courses if any(v is not None for v in course.values))


def _values(basis: Basis, indicator: str, place: str, periods: Sequence[str]) -> tuple[Decimal | None, ...]:
    return tuple(basis.reader.figure(indicator, basis.place(place), period).value for period in periods)


def drafted_chapter(basis: Basis, chapter: Chapter) -> str:
    """A first version of the commentary of any chapter, its figures alive; empty when there are no figures."""
    if chapter.kind is ChapterKind.GAP:
        return drafted(basis, gap_view(basis))
    if chapter.kind is ChapterKind.STRENGTHS:
        view: GapView = gap_view(basis)
        return joined(description.strengths_and_needs(view.table, view.proposals), basis)
    figures = chapter_figures(basis, indicator_of(basis, chapter), through_years=False)
    return joined(description.description(figures.described), basis)
