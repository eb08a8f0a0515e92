"""More charts, drawn when there are figures: the course of the employment rate in every municipality, how it differs
between groups of people, who lives there by age and sex, and who is in work."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from coopdesk.analysis.model import ChapterKind
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.chapter import whole_years
from coopdesk.analysis.queries.maps import limits
from coopdesk.analysis.queries.screen import extra_view
from coopdesk.analysis.rules.gap import RATE
from coopdesk.charts.course import Course
from coopdesk.charts.heat import HeatRow, heat_table
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.charts.multiples import multiples
from coopdesk.dossier.compose.chain import ChartPart
from coopdesk.dossier.compose.data import remarks_on
from coopdesk.dossier.compose.discretion import Discretion
from coopdesk.dossier.compose.sourced import source_text
from coopdesk.figures.catalogue import EMPLOYED
from coopdesk.figures.model import Observation
from coopdesk.figures.queries import sources_of
from coopdesk.figures.wording import GROUPS

_FEWEST, _MOST = 3, 28  # municipalities: below three a line chart says it, above 28 a page cannot


def course_years(basis: Basis) -> list[str]:
    """The years the courses run over: from the one that is compared with to the one that is shown."""
    last = basis.year(RATE)
    first = basis.since(RATE, last) if last else 0
    return [year for year in whole_years(basis, RATE) if first <= int(year) <= last]


def course_panel(basis: Basis, discretion: Discretion) -> ChartPart | None:
    """The rate through the years in each municipality; None with few years, and with few or very many of them."""
    words, years = basis.words, course_years(basis)
    if len(years) < _FEWEST or len(basis.codes) > _MOST:
        return None
    basis.reader.read_ahead(RATE, years)
    hidden = {year: discretion.hidden(RATE, year) for year in years}
    found = {code: [basis.reader.figure(RATE, code, year) for year in years] for code in basis.codes}
    courses = [
        Course(basis.name(code), tuple(None if code in hidden[f.period] else f.value for f in figures))
        for code, figures in found.items()
    ]
    courses = [course for course in courses if len(course.known) > 1]
    if len(courses) < _FEWEST:
        return None
    title, target = _conclusion(basis, courses, years), basis.analysis.target
    shown = words.say("Employment rate 20–64 by municipality, in %, {first}–{last}", first=years[0], last=years[-1])

    def draw(look: Look) -> Chart:
        return multiples(look, years, courses, target, title=title)

    ids = {each for figures in found.values() for one in figures for each in one.observation_ids}
    note = remarks_on(basis, RATE, [code for code in found if basis.name(code) in {c.name for c in courses}], years,
                      discretion)  # fmt: skip
    return ChartPart(title, shown, source_text(words, sources_of(basis.work, sorted(ids))), draw, shown, note)


def _conclusion(basis: Basis, courses: Iterable[Course], years: list[str]) -> str:
    """In how many municipalities the rate is higher than in the first year, of those with a figure in both."""
    ends = [(c.values[0], c.values[-1]) for c in courses]
    known = [(first, last) for first, last in ends if first is not None and last is not None]
    return basis.words.count(
        "In {n} of {total} municipalities the employment rate is higher than in {year}",
        "In {n} of {total} municipalities the employment rate is higher than in {year}",
        sum(last > first for first, last in known),
        total=len(known),
        year=years[0],
    )


def group_panel(basis: Basis, discretion: Discretion) -> ChartPart | None:
    """The rate of groups of people in each municipality; None when fewer than two groups have figures of the year.

    Without the number of people in a group nothing tells whether it is small: then the rate is as its source gave it.
    """
    words, year = basis.words, str(basis.year(RATE) or "")
    read = {part: _by_place(basis, RATE, year, part) for part in GROUPS} if year else {}
    columns = [part for part, cells in read.items() if any(one.value is not None for one in cells.values())]
    rows = [code for code in basis.codes if any(code in read[part] for part in columns)]
    if len(columns) < 2 or not 1 < len(rows) <= _MOST:
        return None
    small = {part: _small(basis, year, part, discretion.threshold) for part in columns}

    def value(code: str, part: str) -> Decimal | None:
        found = read[part].get(code)
        return None if found is None or code in small[part] else found.value

    heat: list[HeatRow] = [(basis.name(code), [value(code, part) for part in columns]) for code in rows]
    heads = [words.say(GROUPS[part]) for part in columns]
    between = limits([v for _, values in heat for v in values if v is not None], basis.analysis.target)
    title = words.say("Employment rate {year} by municipality and group", year=year)
    shown = words.say("Employment rate 20–64, in % of the people in the group")
    why = words.say("no figure, or few people")

    def draw(look: Look) -> Chart:
        return heat_table(look, heads, heat, between, title=title, why=why)

    ids = {one.id for part in columns for one in read[part].values()}
    source, note = source_text(words, sources_of(basis.work, sorted(ids))), words.say("– means: {why}.", why=why)
    return ChartPart(title, shown, source, draw, shown, note)


def extra_panel(basis: Basis, kind: ChapterKind, discretion: Discretion) -> tuple[ChartPart, ...]:
    """One more chart for a chapter of this kind; none without the figures, or when a part stands for few people."""
    view = extra_view(basis, kind, discretion.threshold)
    if view is None or 0 < view.smallest < discretion.threshold:
        return ()
    return (ChartPart(view.title, view.unit, source_text(basis.words, view.sources), view.draw, view.name),)


def _by_place(basis: Basis, indicator: str, period: str, part: str) -> dict[str, Observation]:
    """What is known of a part of the population in the municipalities of the area."""
    found = basis.work.figures.observations(indicator, basis.codes, period, part)
    return {one.place: one for one in found}


def _small(basis: Basis, year: str, part: str, threshold: int) -> set[str]:
    """The municipalities where few people of the group are in work."""
    counts = _by_place(basis, EMPLOYED, year, part) if threshold else {}
    return {code for code, one in counts.items() if one.value is not None and 0 < one.value < threshold}
