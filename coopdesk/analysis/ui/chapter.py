"""The editor of a chapter: figures left, words right; the gap chapter also has its four figures and its what-if."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.analysis.commands import KeepProposals, ReviseAnalysis, ReviseChapter, StatedProposal
from coopdesk.analysis.model import Analysis, Chapter, ChapterKind, ChartKind
from coopdesk.analysis.queries.chapter import single_year
from coopdesk.analysis.queries.drawing import chapter_drawing, gap_drawing
from coopdesk.analysis.queries.maps import gap_map, tiles_of
from coopdesk.analysis.queries.screen import ChapterScreen, source_text, stated
from coopdesk.analysis.rules.proposals import Proposal
from coopdesk.analysis.ui.basisrow import BasisRow
from coopdesk.analysis.ui.commentary import CommentaryCard, Offer, Suggestion
from coopdesk.analysis.ui.figure import Drawn, FigureCard
from coopdesk.analysis.ui.kpis import GapFigures, WhatIf
from coopdesk.shell.context import Context
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.ui.ground import Ground
from coopdesk.words.catalogue import Words


class ChapterPanel(QWidget):
    """Shows what was read and keeps what is changed; `kept` carries the id of a new opportunity."""

    kept = Signal(str)

    def __init__(self, context: Context, gazetteer: Gazetteer, draft: Callable[[Chapter], str]) -> None:
        super().__init__()
        self._context, self._draft = context, draft
        self._tiles = tiles_of(gazetteer)
        self.ground = Ground(context, gazetteer, self._again)
        self._screen: ChapterScreen | None = None
        self._analysis: Analysis | None = None
        self._proposal: Proposal | None = None
        self.basis, self.figures, self.what_if = BasisRow(context), GapFigures(context), WhatIf(context)
        self.figure, self.commentary = FigureCard(context), CommentaryCard(context)
        self.figure.body.addWidget(self.ground.widget, 0, Qt.AlignmentFlag.AlignRight)
        self.figure.body.addWidget(self.what_if)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.basis)
        column.addWidget(self.figures)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self.figure, 3)
        pair.addWidget(self.commentary, 2)
        column.addLayout(pair, 1)
        self._listen()

    @property
    def screen_shown(self) -> ChapterScreen | None:
        """What is on show."""
        return self._screen

    def show_chapter(self, analysis: Analysis, screen: ChapterScreen) -> None:
        """Another chapter, or the same one read again."""
        if self._screen is not None and self._screen.chapter.id != screen.chapter.id:
            self.commentary.text.commit()
        self._analysis, self._screen = analysis, screen
        is_gap = screen.chapter.kind is ChapterKind.GAP
        self.basis.show_basis(analysis, screen)
        self.figures.setVisible(is_gap)
        self.what_if.setVisible(is_gap)
        if is_gap and screen.gap is not None:
            self.figures.show_gap(screen.gap)
            self.what_if.show_gap(screen.gap)
        self._show_figure(screen)
        self.commentary.state.show_value(screen.chapter.state)
        self.commentary.show_text(screen.chapter.commentary, screen.changed)
        self.commentary.offer([Offer(*one) for one in screen.offers])
        self._show_suggestion(screen)

    def _show_figure(self, screen: ChapterScreen) -> None:
        words, chapter = self._context.words, screen.chapter
        views: dict[str, Drawn] = {}
        computed, nothing = "", ""
        if screen.chapter.kind is ChapterKind.GAP and screen.gap is not None:
            computed, source = screen.gap.title, source_text(screen.gap.sources, words, _note(screen, words))
            titled = replace(screen.gap, title=chapter.title or computed)
            if screen.gap.table.known:
                views["chart"] = Drawn(titled.title, gap_drawing(titled), source)
                views["map"] = Drawn(titled.title, gap_map(titled, self.ground.shapes() or self._tiles), source)
            nothing = words.say("There are no employment rates for this area yet. Import them, or choose another year.")
        elif screen.figures is not None:
            wanted = chapter.chart is not ChartKind.NONE
            computed = screen.figures.title if wanted else ""
            title = chapter.title or computed
            draw = chapter_drawing(screen.figures, chapter.chart, title, self._tiles, self.ground.shapes())
            if draw is not None:
                views["chart"] = Drawn(
                    title, draw, source_text(screen.figures.sources, words, _dated(screen, self._analysis, words))
                )
            if (extra := screen.extra) is not None and wanted:
                views[extra.key] = Drawn(extra.title, extra.draw, source_text(extra.sources, words, f"{extra.unit}."))
            nothing = (
                words.say("There are no figures of this indicator for the area yet.")
                if wanted
                else words.say("This chapter has no chart. Choose one above, or let the words do the work.")
            )
        self.figure.show_figure(chapter.title or computed or screen.name, views, nothing)
        self.figure.show_own_title(chapter.title, computed)

    def _again(self) -> None:
        if self._screen is not None:
            self._show_figure(self._screen)

    def _show_suggestion(self, screen: ChapterScreen) -> None:
        proposals = screen.gap.proposals if screen.gap is not None else ()
        self._proposal = proposals[0] if proposals else None
        self.commentary.show_suggestion(
            None if self._proposal is None else Suggestion(*stated(self._proposal, self._context.words))
        )

    def _listen(self) -> None:
        self.figure.title_kept.connect(lambda title: self.revise(title=title))
        self.figure.pointed.connect(self._ask_about)
        self.commentary.text_kept.connect(lambda text: self.revise(commentary=text))
        self.commentary.state_kept.connect(lambda state: self.revise(state=state))
        self.commentary.draft_asked.connect(self._begin_text)
        self.commentary.refresh_asked.connect(self._update_figures)
        self.commentary.suggestion_kept.connect(self._keep_suggestion)
        self.basis.analysis_changed.connect(lambda changed: self._context.submit(ReviseAnalysis(changed), self.basis))
        self.basis.chapter_changed.connect(lambda changes: self.revise(**changes))

    def revise(self, **changes: object) -> None:
        """Keeps a change of the chapter."""
        if self._screen is not None:
            changed = replace(self._screen.chapter, **changes)  # type: ignore[arg-type]  # each part gives its own type
            self._context.submit(ReviseChapter(changed, self._screen.name), self)

    def _begin_text(self) -> None:
        if self._screen is None:
            return
        text = self._draft(self._screen.chapter)
        if text:
            self.revise(commentary=text)
        else:
            self._context.messages.note(self._context.words.say("There are no figures to write about yet."))

    def _update_figures(self) -> None:
        if self._screen is not None:
            self.commentary.text.commit()
            self.revise(commentary=self._screen.refreshed)

    def _ask_about(self, place: str) -> None:
        if place.isdigit():
            self.what_if.choose(place)

    def _keep_suggestion(self) -> None:
        if self._proposal is None or self._analysis is None:
            return
        command = KeepProposals(self._analysis.id, (statement(self._proposal, self._context.words),))
        self._context.submit(command, self, self._tell_kept)

    def _tell_kept(self, ids: tuple[str, ...]) -> None:
        if ids:
            self.kept.emit(ids[0])
        else:
            words = self._context.words
            self._context.messages.note(words.say("This opportunity is already on the board."))


def statement(proposal: Proposal, words: Words) -> StatedProposal:
    """A proposal in words, ready to be kept."""
    title, reason, _ = stated(proposal, words)
    return StatedProposal(
        str(proposal.rule), title, reason, proposal.indicator, proposal.period, proposal.nis,
        proposal.observation_ids, proposal.impact, proposal.feasibility,
    )  # fmt: skip


def _dated(screen: ChapterScreen, analysis: Analysis | None, words: Words) -> str:
    """Of which year the bars are, and that the year asked for has no figures."""
    year = single_year(screen.figures, screen.chapter.chart) if screen.figures is not None else 0
    if not year or analysis is None:
        return ""
    if year == analysis.year:
        return words.say("Figures of {year}.", year=year)
    return words.say("There are no figures of {asked}; these are of {year}.", asked=analysis.year, year=year)


def _note(screen: ChapterScreen, words: Words) -> str:
    """What the reader of the gap chart has to know."""
    if screen.gap is None:
        return ""
    told = words.say(
        "pp = percentage points. ‘Needed’ = extra people in work to reach {target} with the same population.",
        target=screen.gap.target,
    )
    if missing := screen.gap.table.unknown:
        names = words.formats.listing([row.name for row in missing])
        told += " " + words.say("There is no figure for {year} for {names}.", year=screen.gap.table.year, names=names)
    return told
