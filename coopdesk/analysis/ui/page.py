"""The screen Analysis: the chapters of an area, and each of them as an editor in the same place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.analysis.commands import (
    AddChapter,
    KeepProposals,
    MoveChapter,
    RemoveChapter,
    ReviseChapter,
    StartAnalysis,
)
from coopdesk.analysis.model import Analysis, Chapter, ChapterKind
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.chapter import drafted_chapter
from coopdesk.analysis.queries.gap import gap_view
from coopdesk.analysis.queries.overview import ChapterRow, Overview, current, has_figures, overview
from coopdesk.analysis.queries.screen import read_chapter
from coopdesk.analysis.rules.gap import RATE
from coopdesk.analysis.ui.chapter import ChapterPanel, statement
from coopdesk.analysis.ui.listing import ChapterList
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.page import Page
from coopdesk.shell.place import Place
from coopdesk.shell.stack import Views
from coopdesk.shell.widgets import Button, EmptyState
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.marks import N_

OVERVIEW = "overview"


class AnalysisPage(Page):
    """Either the list of chapters, or one chapter, or what to do first."""

    name = "analysis"
    touches = ("analysis", "chapter", "observation", "area", "area_membership", "benchmark", "map_layer")
    scrolls = True

    def __init__(self, context: Context, gazetteer: Gazetteer) -> None:
        super().__init__(context)
        self._gazetteer = gazetteer
        self._open = ""
        self._overview: Overview | None = None
        self._facts = False

    def build(self) -> None:
        """The list, the editor and the two empty states."""
        context, words = self.context, self.context.words
        self.list = ChapterList(context.theme, words)
        self.panel = ChapterPanel(context, self._gazetteer, self._drafted)
        self._rooms, self._empty = Views(), QVBoxLayout()
        empty = QWidget()
        empty.setLayout(self._empty)
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addStretch(1)
        for room in (self._listed, self.panel, empty):
            self._rooms.addWidget(room)
        self.body.addWidget(self._rooms, 1)
        self._all = Button(words.say("All chapters"), "arrow_left", "", self.show_overview)
        self._before = Button(words.say("Previous"), "", "", lambda: self._step(-1))
        self._before.setToolTip(words.say("Previous chapter ({keys})", keys="Ctrl+PgUp"))
        for button in (self._all, self._before):
            self.head.tools.addWidget(button)
        self.list.opened.connect(self._go_to)
        self.list.moved.connect(self._move)
        self.list.toggled.connect(self._toggle)
        self.list.current_changed.connect(lambda _: self._show_primary())
        self.panel.kept.connect(lambda made: self.context.go.to(Place("opportunities", made)))
        context.area.changed.connect(lambda _: self._other_area())

    def enter(self, id: str = "", view: str = "") -> None:
        """Comes on show, with a chapter when one is named, with the list when asked."""
        if view == OVERVIEW:
            self._open = ""
            self.outdated()
        super().enter(id, "")

    def refresh(self) -> None:
        """Reads the analysis and the chapter on show."""
        area_id = self.context.area.id
        self._overview = None
        self._facts = False
        with self.context.desk.look() as work:
            self._facts = has_figures(work)
            analysis = current(work, area_id) if area_id else None
            if analysis is not None:
                self._overview = overview(work, self._gazetteer, self.context.words, analysis)
                if not any(row.id == self._open for row in self._overview.rows):
                    self._open = ""
                if self._open:
                    basis = Basis(work, self._gazetteer, self.context.words, analysis)
                    screen = read_chapter(basis, self._open)
        if self._overview is None:
            self._show_empty(area_id)
        elif self._open:
            self.panel.show_chapter(self._overview.analysis, screen)
            self._rooms.setCurrentWidget(self.panel)
        else:
            self.list.show_rows(self._overview.rows)
            self._rooms.setCurrentWidget(self._listed)
        self._show_head()

    def reveal(self, id: str) -> None:
        """Opens a chapter."""
        if id != self._open:
            self._open = id
            self.refresh_now()

    def deeds(self) -> Sequence[Action]:
        """What can be done with chapters."""
        inside, listed = lambda: bool(self._open), lambda: self._overview is not None and not self._open
        own = lambda: self._own_row() is not None  # noqa: E731 - the twin of the line above
        return (
            Action("analysis.chapter", N_("Add chapter"), "add", "Ctrl+N", self.add_chapter, self._has_analysis),
            Action("analysis.figure", N_("Insert &figure"), "data_trending", "Ctrl+Shift+I",
                   self._insert, inside),
            Action("analysis.propose", N_("Have opportunities &proposed"), "lightbulb", run=self.propose,
                   enabled=self._has_analysis),
            Action("analysis.next", N_("Next chapter"), "", "Ctrl+PgDown", lambda: self._step(1), inside, "View", 3),
            Action("analysis.before", N_("Previous chapter"), "", "Ctrl+PgUp", lambda: self._step(-1), inside,
                   "View", 3),
            Action("analysis.all", N_("All chapters"), "", run=self.show_overview, enabled=inside,
                   menu="View", group=3),
            Action("analysis.up", N_("Chapter up"), key_text="Alt+Shift+Up", run=lambda: self.list.push(-1),
                   enabled=listed, menu="Edit", group=5),
            Action("analysis.down", N_("Chapter down"), key_text="Alt+Shift+Down", run=lambda: self.list.push(1),
                   enabled=listed, menu="Edit", group=5),
            Action("analysis.dossier", N_("In or out of the dossier"), key_text="Space",
                   run=lambda: self._toggle(self.list.current()), enabled=listed, menu="Edit", group=5),
            Action("analysis.remove", N_("Remove chapter"), run=self._remove, enabled=own, menu="Edit", group=5),
        )  # fmt: skip

    def start(self) -> None:
        """Starts the analysis of the area on the latest year with employment rates."""
        area_id = self.context.area.id
        if area_id is None:
            return
        with self.context.desk.look() as work:
            periods = [p for p in work.figures.periods(RATE) if len(p) == 4]
        year = int(periods[-1]) if periods else self.context.clock.today().year
        self.context.submit(StartAnalysis(area_id, year), self)
        self.refresh_now()

    def add_chapter(self) -> None:
        """Adds an own chapter and opens it, with the cursor in its name."""
        if self._overview is not None:
            name = self.context.words.say("New chapter")
            command = AddChapter(self._overview.analysis.id, name)
            self.context.submit(command, self, self._type_name)

    def show_overview(self) -> None:
        """Back to the list of chapters."""
        self.context.go.to(Place(self.name, view=OVERVIEW))

    def propose(self) -> None:
        """Keeps what the figures give rise to as opportunities, and goes there."""
        if self.proposed():
            self.context.go.to(Place("opportunities"))
        else:
            self.context.messages.note(self.context.words.say("The figures give rise to no new opportunities."))

    def proposed(self) -> int:
        """Keeps what the figures give rise to; how many opportunities are new."""
        return propose_opportunities(self.context, self._gazetteer)

    def _go_to(self, chapter_id: str) -> None:
        self.context.go.to(Place(self.name, chapter_id))

    def _type_name(self, chapter_id: str) -> None:
        self._go_to(chapter_id)
        self.panel.basis.type_name()

    def _insert(self) -> None:
        self.panel.commentary.choose_figure()

    def _drafted(self, chapter: Chapter) -> str:
        if self._overview is None:
            return ""
        with self.context.desk.look() as work:
            return drafted_chapter(Basis(work, self._gazetteer, self.context.words, self._overview.analysis), chapter)

    def _step(self, step: int) -> None:
        rows = self._overview.rows if self._overview else ()
        at = next((at for at, row in enumerate(rows) if row.id == self._open), -1) + step
        if self._open and 0 <= at < len(rows):
            self.context.go.to(Place(self.name, rows[at].id))

    def _move(self, row: ChapterRow, index: int) -> None:
        self.context.submit(MoveChapter(row.id, row.chapter.version, index, row.name), self)

    def _toggle(self, row: ChapterRow | None) -> None:
        if row is not None:
            changed = replace(row.chapter, in_dossier=not row.chapter.in_dossier)
            self.context.submit(ReviseChapter(changed, row.name), self)

    def _remove(self) -> None:
        if row := self._own_row():
            self.context.submit(RemoveChapter(row.id), self)

    def _own_row(self) -> ChapterRow | None:
        rows = self._overview.rows if self._overview else ()
        held = self._open or ((one.id if (one := self.list.current()) else "") if rows else "")
        return next((row for row in rows if row.id == held and row.chapter.kind is ChapterKind.OWN), None)

    def _has_analysis(self) -> bool:
        return self._overview is not None

    def _other_area(self) -> None:
        self._open = ""
        self.outdated()

    def _show_head(self) -> None:
        words, found = self.context.words, self._overview
        row = next((one for one in found.rows if one.id == self._open), None) if found else None
        for button in (self._all, self._before):
            button.setVisible(row is not None)
        self._before.setEnabled(row is not None and row.number > 1)
        if found is None:
            self.head.set_title(words.say("Analysis"))
            self.head.set_facts(words.say("What the figures say about your area"))
        elif row is None:
            done = sum(one.words > 0 for one in found.rows)
            self.head.set_title(words.say("Analysis"))
            self.head.set_facts(words.say("{area} · figures of {year} · {done} of {all} chapters written",
                                          area=found.area_name, year=found.analysis.year, done=done,
                                          all=len(found.rows)))  # fmt: skip
        else:
            self.head.set_title(row.name)
            self.head.set_facts(words.say("Analysis · chapter {n} of {all} · {area}", n=row.number,
                                          all=len(found.rows), area=found.area_name))  # fmt: skip
        self._show_primary()

    def _show_primary(self) -> None:
        """The next chapter, or the one that is current in the list."""
        found = self._overview
        if found is None:
            self.head.set_primary(None)
            return
        rows = found.rows
        at = next((at for at, row in enumerate(rows) if row.id == self._open), -1)
        if self._open and at + 1 < len(rows):
            after = rows[at + 1]
            title, run = N_("Next: {name}"), (lambda: self._step(1))
        elif self._open:
            after = None
            title, run = N_("Have opportunities &proposed"), self.propose
        else:
            after = self.list.current() or rows[0]
            title, run = N_("Open: {name}"), (lambda: self.list.opened.emit(after.id if after else ""))
        fields = (("name", after.name),) if after else ()
        self.head.set_primary(Action("analysis.primary", title, run=run, fields=fields))

    def _show_empty(self, area_id: str | None) -> None:
        while (item := self._empty.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._empty.addWidget(self._empty_state(area_id))
        self._rooms.setCurrentIndex(2)

    def _empty_state(self, area_id: str | None) -> EmptyState:
        words, go = self.context.words, self.context.go
        bring = Action("analysis.import", N_("Import figures"), "arrow_import", run=lambda: go.to(Place("import")))
        if area_id is None:
            pick = Action("analysis.area", N_("Choose an area"), "map", run=lambda: go.to(Place("area")))
            text = words.say("An analysis belongs to an area. Choose or make one first.")
            return EmptyState("map", words.say("No area yet"), text, pick, None, words)
        if not self._facts:
            text = words.say("Import the figures of your municipalities; the analysis is drafted from them.")
            return EmptyState("data_trending", words.say("No figures yet"), text, bring, None, words)
        begin = Action("analysis.start", N_("Start the analysis"), "data_trending", run=self.start)
        text = words.say("Six chapters are ready, with charts of your figures. You write what stands out.")
        return EmptyState("data_trending", words.say("No analysis yet"), text, begin, bring, words)


def propose_opportunities(context: Context, gazetteer: Gazetteer) -> int:
    """Keeps what the figures of the chosen area give rise to as opportunities; how many are new."""
    if context.area.id is None:
        return 0
    analysis: Analysis | None = None
    with context.desk.look() as work:
        analysis = current(work, context.area.id)
        if analysis is not None:
            found = gap_view(Basis(work, gazetteer, context.words, analysis)).proposals
    if analysis is None:
        return 0
    made: list[str] = []
    command = KeepProposals(analysis.id, tuple(statement(one, context.words) for one in found))
    context.submit(command, None, made.extend)
    return len(made)
