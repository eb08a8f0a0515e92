"""The screen Dossier: choose the parts, see the real PDF, make it or print it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coopdesk.dossier.commands import ChooseDossier, IssueDossier
from coopdesk.dossier.queries import read_screen
from coopdesk.dossier.setup import DossierSetup
from coopdesk.dossier.ui.choices import DESIGN, Choices
from coopdesk.dossier.ui.issued import IssuedView
from coopdesk.dossier.ui.output import Output
from coopdesk.dossier.ui.pages import PdfPages
from coopdesk.dossier.ui.papers import PapersView, Workbook
from coopdesk.dossier.ui.preview import Preview
from coopdesk.dossier.ui.texts import TextsShown, TextsView
from coopdesk.kernel.loading import load
from coopdesk.kernel.progress import Progress
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.page import Page
from coopdesk.shell.place import Place
from coopdesk.shell.tasks import Task
from coopdesk.shell.widgets import EmptyState
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.marks import N_

if TYPE_CHECKING:
    from coopdesk.dossier.make import Made
    from coopdesk.dossier.pdf.finish import Pdf
    from coopdesk.dossier.pdf.parts import PartCache

PAPERS, ISSUED = "papers", "issued"
_SETTLE = 250  # ms after the last change before pages are made again


class DossierPage(Page):
    """The builder of one area's dossier, and the texts in it."""

    name = "dossier"
    touches = ("dossier_setup", "dossier_issued", "dossier_preset", "dossier_text", "house_style",
               "area", "area_membership",
               "observation", "figure_source", "analysis", "chapter", "opportunity", "benchmark",
               "plan", "objective", "objective_indicator", "action", "milestone", "budget_line", "action_opportunity",
               "agreement", "agreement_member", "party", "decision", "data_exchange", "agreement_absence",
               "measurement", "progress_note", "meeting", "plan_version", "policy_priority",
               "organisation", "person", "mandate", "consultation_body", "body_member")  # fmt: skip

    def __init__(self, context: Context, gazetteer: Gazetteer, workbook: Workbook) -> None:
        super().__init__(context)
        self._gazetteer, self._workbook = gazetteer, workbook
        self._made: Made | None = None
        self._task: Task | None = None
        self._cache: PartCache | None = None
        self.output = Output(context, self, self)

    def build(self) -> None:
        """The choices at the left, the pages at the right; the texts and other documents in views of their own."""
        words = self.context.words
        self.head.set_title(words.say("Dossier"))
        self.choices, self.preview = Choices(self.context), Preview(words)
        self.texts = TextsView(self.context)
        self.empty = EmptyState("document_pdf", words.say("No area yet"),
                                words.say("Make an area first; its dossier follows by itself."))  # fmt: skip
        self._room = QWidget()
        row = QHBoxLayout(self._room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.choices)
        row.addWidget(self.preview, 1)
        self.head.add_view("pages", words.say("Pages"), "document_pdf", self._room)
        self.head.add_view("texts", words.say("Texts"), "text_paragraph", self.texts)
        self.papers = PapersView(self.context, self._gazetteer, self._workbook)
        self.head.add_view(PAPERS, words.say("Other documents"), "document_bullet_list", self.papers)
        self.issued = IssuedView(self.context, lambda: self._made, self._issue_action())
        self.head.add_view(ISSUED, words.say("Issued"), "lock_closed", self.issued)
        self.issued.shown.connect(self._show_facts)
        self.head.view_chosen.connect(self._show_view)
        self.papers.made.connect(self._show_facts)
        self.body.addWidget(self.empty, 1)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE)
        self._soon.timeout.connect(self._make)
        self.choices.chosen.connect(self._choose)
        self.context.area.changed.connect(lambda _: self.outdated())
        self.head.set_primary(self.output.save_action())

    def refresh(self) -> None:
        """Reads the choices and has the pages made again."""
        area = self.context.area.id
        self._show_whether(there=area is not None)
        if area is None:
            self.head.set_facts("")
            return
        shown = read_screen(self.context.desk.look, area, self.context.words)
        self.choices.show_setup(shown.setup, shown.chapters, shown.presets, shown.style, shown.pictures)
        self._shown = shown
        self._show_texts()
        self._show_view(self.head.view)
        if self._made is None:
            self._make()
        else:
            self._soon.start()

    def reveal(self, id: str) -> None:
        """A text by its part (`text/vision`), or the house style (`style`)."""
        if id.startswith("text/"):
            self.head.show_view("texts")
            self.texts.choose(id.removeprefix("text/"))
        elif id == "style":
            self.head.show_view("pages")
            self.choices.show_tab(DESIGN)

    def _show_texts(self) -> None:
        shown, values = self._shown, self._made.values if self._made is not None else {}
        self.texts.show_texts(
            TextsShown(shown.setup.area_id, shown.area, shown.setup.language, shown.articles, shown.own_texts, values)
        )

    def _show_whether(self, *, there: bool) -> None:
        """The screen, or what to do first."""
        self._views.setVisible(there)
        self.empty.setVisible(not there)
        self.head.show_switch(on=there)

    def deeds(self) -> Sequence[Action]:
        """What can be done with a dossier."""
        return (
            *self.output.deeds(),
            self._issue_action(),
            Action("dossier.next", N_("Next page"), "chevron_right", key_text="PgDn",
                   run=lambda: self.shown.step(1), enabled=self._has_pages, menu="View", group=4),
            Action("dossier.previous", N_("Previous page"), "chevron_left", key_text="PgUp",
                   run=lambda: self.shown.step(-1), enabled=self._has_pages, menu="View", group=4),
        )  # fmt: skip

    def _issue_action(self) -> Action:
        return Action("dossier.issue", N_("&Issue dossier"), "lock_closed", run=self.issue,
                      enabled=lambda: self._made is not None and not self._on_papers, menu="File", group=3)  # fmt: skip

    def issue(self) -> None:
        """Freezes the dossier as it is now under the next number; Ctrl+Z takes it back."""
        area, made, context, cache = self.context.area.id, self._made, self.context, self._cache
        if area is None or made is None:
            return
        on = context.clock.today()

        def work(progress: Progress) -> IssueDossier:
            progress(0, 1)
            command: IssueDossier = _module("coopdesk.dossier.make").to_issue(context.desk.look, area, made, on, cache)
            return command

        def issue(command: IssueDossier) -> None:
            if context.submit(command):
                text = context.words.say("Dossier {number} is issued. Undo with Ctrl+Z.", number=command.number)
                context.messages.note(text, tone="ok")
                self.head.show_view(ISSUED)

        context.tasks.start(context.words.say("Issuing the dossier"), work, issue)

    def _has_pages(self) -> bool:
        return self.pdf is not None

    @property
    def _on_papers(self) -> bool:
        return self.head.view == PAPERS

    @property
    def pdf(self) -> Pdf | None:
        """The pages on show."""
        if self.head.view == ISSUED:
            return self.issued.pdf
        if self._on_papers:
            return self.papers.pdf
        return self._made.pdf if self._made is not None else None

    @property
    def made(self) -> Made | None:
        """The dossier on show; None while it is another document."""
        return None if self.head.view in {PAPERS, ISSUED} else self._made

    @property
    def shown(self) -> Preview:
        """Where the pages on show are."""
        if self.head.view == ISSUED:
            return self.issued.preview
        return self.papers.preview if self._on_papers else self.preview

    @property
    def file_name(self) -> str:
        """What a PDF of the pages on show is called."""
        if self.head.view == ISSUED:
            return self.issued.file_name
        return self.papers.file_name if self._on_papers else f"{self.context.words.say('Dossier')}.pdf"

    def _show_view(self, key: str) -> None:
        if key == PAPERS:
            self.papers.refresh()
        elif key == ISSUED:
            self.issued.refresh()
        self._show_facts()

    def _choose(self, setup: DossierSetup) -> None:
        """Keeps a choice and shows what is kept at once: the next key may follow in the same breath."""
        self.context.submit(ChooseDossier(setup), self.choices)
        self.refresh_now()

    def _make(self) -> None:
        """Makes the pages off this thread; a run that is overtaken stops."""
        area, context = self.context.area.id, self.context
        if area is None:
            return
        if self._task is not None:
            self._task.cancel()
        on = context.clock.today()

        def work(progress: Progress) -> Made:
            make = _module("coopdesk.dossier.make")
            self._cache = self._cache or _module("coopdesk.dossier.pdf.parts").PartCache()
            order = make.Order(area, on, done=make.done_in(context.desk, area, on))
            made: Made = make.draft(context.desk.look, order, context.words, progress, self._gazetteer, self._cache)
            return made

        self._task = context.tasks.start(
            context.words.say("Making the dossier"), work, self._show, stopped=lambda: None
        )

    def _show(self, made: Made) -> None:
        """Shows pages that are ready, with what stands out."""
        self._task = None
        self._made = made
        self.preview.show_pages(PdfPages(made.pdf.data, made.pdf.looks))
        self._show_texts()
        remarks = [(remark.text, Place(remark.page, remark.id)) for remark in made.remarks]
        self.choices.show_remarks(remarks)
        if self.head.view == ISSUED:
            self.issued.refresh()
        self._show_facts()

    def _show_facts(self) -> None:
        """How many pages are on show, and what stands out in them; where nothing is issued, issuing comes first."""
        bare = self.head.view == ISSUED and self.issued.pdf is None
        self.head.set_primary(None if bare else self.output.save_action())
        words, pdf = self.context.words, self.pdf
        if pdf is None:
            self.head.set_facts("")
            return
        facts = [words.count("{n} page", "{n} pages", pdf.pages)]
        remarks = () if self._on_papers or self._made is None else self._made.remarks
        if remarks:
            facts.append(words.count("{n} point to look at", "{n} points to look at", len(remarks)))
        if pdf.missing:
            shown = " ".join(pdf.missing[:8])
            facts.append(words.say("No letter shape for: {characters}", characters=shown))
        if pdf.cut:
            facts.append(words.count("{n} text was shortened", "{n} texts were shortened", pdf.cut))
        last = self._shown.last if self._shown is not None and not self._on_papers else None
        if last is not None:
            day = words.formats.day(last.day)
            facts.append(words.say("last issued: {number} on {day}", number=last.number, day=day))
        self.head.set_facts(" · ".join(facts))


def _module(name: str) -> Any:
    """Brings in reportlab and pypdf at the first dossier, on the worker: at start-up they would cost 150 ms."""
    return load(name)
