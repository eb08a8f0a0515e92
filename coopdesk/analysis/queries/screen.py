"""One chapter with everything its screen shows, read in one moment of the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coopdesk.analysis.model import Chapter, ChapterKind, ChartKind, LiveFigure
from coopdesk.analysis.queries.activity import activity_view
from coopdesk.analysis.queries.ages import ages_view
from coopdesk.analysis.queries.basis import Basis, shown
from coopdesk.analysis.queries.chapter import ChapterFigures, chapter_figures, chapter_name, indicator_of
from coopdesk.analysis.queries.commuting import commuting_view
from coopdesk.analysis.queries.extra import Extra
from coopdesk.analysis.queries.gap import GapView, gap_view
from coopdesk.analysis.queries.lookup import Lookup
from coopdesk.analysis.queries.occupations import occupations_view
from coopdesk.analysis.rules import live, proposals, telling
from coopdesk.analysis.rules.gap import RATE, GapRow, GapTable
from coopdesk.analysis.rules.proposals import Proposal
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.model import Source
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class ChapterScreen:
    """The chapter, its neighbours by name, its figures (of one of the two kinds), and what its text quotes.

    `changed` says in words how quoted figures differ now; `offers` are figures to quote: heading, words, figure.
    `years` are those with figures of the indicator, the latest first.
    """

    chapter: Chapter
    name: str
    number: int
    chapters: tuple[tuple[str, str], ...]
    indicator: str
    years: tuple[int, ...]
    indicators: tuple[str, ...]
    gap: GapView | None
    figures: ChapterFigures | None
    extra: Extra | None
    changed: dict[LiveFigure, str]
    refreshed: str
    offers: tuple[tuple[str, str, LiveFigure], ...]

    @property
    def neighbours(self) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
        """The chapters before and after, as (id, name)."""
        at = self.number - 1
        before = self.chapters[at - 1] if at > 0 else None
        after = self.chapters[at + 1] if at + 1 < len(self.chapters) else None
        return before, after


def read_chapter(basis: Basis, chapter_id: str) -> ChapterScreen:
    """Everything about one chapter."""
    work, words, analysis = basis.work, basis.words, basis.analysis
    chapters = work.analyses.chapters(analysis.id)
    number, chapter = next((at + 1, c) for at, c in enumerate(chapters) if c.id == chapter_id)
    names = tuple((c.id, chapter_name(c, analysis.target, words)) for c in chapters)
    is_gap = chapter.kind is ChapterKind.GAP
    indicator = indicator_of(basis, chapter)
    view = gap_view(basis) if is_gap or chapter.kind is ChapterKind.STRENGTHS else None
    years = chapter.chart is ChartKind.LINE
    figures = None if is_gap else chapter_figures(basis, indicator, through_years=years)
    extra = extra_view(basis, chapter.kind)
    value = Lookup(basis)
    changed = {one.figure: changed_text(one, words) for one in live.stale(chapter.commentary, value)}
    return ChapterScreen(
        chapter, names[number - 1][1], number, names, indicator,
        tuple(reversed(basis.reader.years(indicator))),
        tuple(code for code in work.figures.indicators() if code in BY_CODE),
        view, figures, extra, changed, live.refreshed(chapter.commentary, value),
        tuple(_offers(basis, view, figures)),
    )  # fmt: skip


def extra_view(basis: Basis, kind: ChapterKind, threshold: int = 0) -> Extra | None:
    """One more way to look at a chapter of this kind; None when there is none, or no figures for it. Where numbers of
    people below the threshold can be left out one by one, they are."""
    if kind is ChapterKind.MOBILITY:
        return commuting_view(basis, threshold)
    views = {
        ChapterKind.POPULATION: ages_view,
        ChapterKind.NON_WORKING: activity_view,
        ChapterKind.DEMAND: occupations_view,
    }
    return views[kind](basis) if kind in views else None


def changed_text(one: live.Stale, words: Words) -> str:
    """How a quoted figure differs now."""
    seen = telling.number_text(one.figure, one.figure.seen, words, shown(one.figure.indicator))
    if one.now is None:
        return words.say("There is no figure any more in the place of {seen}.", seen=seen)
    now = telling.number_text(one.figure, one.now, words, shown(one.figure.indicator))
    return words.say("Figure changed from {seen} to {now}.", seen=seen, now=now)


def _offers(basis: Basis, view: GapView | None, figures: ChapterFigures | None) -> list[tuple[str, str, LiveFigure]]:
    """The figures on the screen, per place."""
    words, found = basis.words, list[tuple[str, str, LiveFigure]]()

    def add(place: str, told: str, figure: LiveFigure) -> None:
        if figure.seen is not None:
            text = telling.number_text(figure, figure.seen, words, shown(figure.indicator))
            found.append((place, f"{told}: {text}", figure))

    if view is not None:
        for row in (view.table.own, *view.table.rows, *view.table.references):
            for told, figure in _row_offers(view.table, row, words):
                add(row.name, told, figure)
    if figures is not None and figures.described.indicator != RATE:
        described = figures.described
        for place in (described.own, *described.rows, *described.references):
            add(place.name, described.subject, described.quote(place.place, place.now))
    return found


def _row_offers(table: GapTable, row: GapRow, words: Words) -> list[tuple[str, LiveFigure]]:
    """The figures of one row of the gap table."""
    found = [(words.say("Employment rate"), table.rate(row)), (words.say("Gap"), table.gap(row))]
    if row.place.isdigit() or row is table.own:
        found.append((words.say("Extra people needed"), table.persons(row)))
    if row.place.isdigit() and row.extra_persons:
        found.append((words.say("Share of the gap"), table.share(row)))
    return found


def stated(proposal: Proposal, words: Words) -> tuple[str, str, str]:
    """Title, reason and rule of a proposal in words."""
    title, reason = (telling.plain(told, words, shown) for told in (proposal.title, proposal.reason))
    return title, reason, words.say(proposals.WHY[proposal.rule])


def why(rule: str, words: Words) -> str:
    """A rule by its code, in words; empty when it is not one of ours."""
    known = {str(one): text for one, text in proposals.WHY.items()}
    return words.say(known[rule]) if rule in known else ""


def source_text(sources: Sequence[Source], words: Words, more: str = "") -> str:
    """Where figures came from, in a line under a figure."""
    names = "; ".join(dict.fromkeys(source.name for source in sources))
    told = words.say("Source: {names}.", names=names) if names else ""
    return " ".join(part for part in (told, more) if part)
