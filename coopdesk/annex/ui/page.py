"""Importing annexes in three steps; nothing is written before the button that names the number of rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from coopdesk.annex.commands import ImportAnnex, Imported
from coopdesk.annex.meaning.known import register_of
from coopdesk.annex.model import AnnexKind, Choices, Reading
from coopdesk.annex.queries import imports, preview, remembered
from coopdesk.annex.ui.done import DoneStep
from coopdesk.annex.ui.review import ReviewStep, Target
from coopdesk.annex.ui.session import Session, read_session
from coopdesk.annex.ui.start import StartStep
from coopdesk.annex.ui.steps import StepLine
from coopdesk.annex.ui.wording import KINDS, TITLES
from coopdesk.kernel.errors import Invalid, UserError
from coopdesk.kernel.progress import Progress
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.page import Page
from coopdesk.shell.place import Place
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.marks import N_

_PAGES = {AnnexKind.AGREEMENTS: "agreements", AnnexKind.FIGURES: "figures", AnnexKind.ACTIONS: "plan"}


class ImportPage(Page):
    """Importeren."""

    name = "import"
    touches = ("import_batch", "plan", "observation", "agreement", "action")

    def __init__(self, context: Context, gazetteer: Gazetteer) -> None:
        """Names come from the gazetteer."""
        super().__init__(context)
        self._gazetteer = gazetteer
        self._register = register_of(gazetteer)
        self._session: Session | None = None
        self._waiting: list[Path] = []

    def build(self) -> None:
        words = self.context.words
        self.steps = StepLine(words)
        self.start = StartStep(words, self._choose_action(), self.take)
        self.review = ReviewStep(self.context, self._gazetteer)
        self.done = DoneStep(words, self._show_result, self._undo, self._begin)
        self.stack = QStackedWidget()
        for step in (self.start, self.review, self.done):
            self.stack.addWidget(step)
        self.review.changed.connect(self._choose)
        self.review.back.connect(self._begin)
        self.review.confirmed.connect(self._import)
        self.body.addWidget(self.steps)
        self.body.addWidget(self.stack, 1)
        self._begin()

    def deeds(self) -> Sequence[Action]:
        return (self._choose_action(),)

    def refresh(self) -> None:
        with self.context.desk.look() as work:
            batches = imports(work)
            plans = [] if self.context.area.id is None else work.plans.plans(self.context.area.id)
        words = self.context.words
        self.start.show_batches(batches)
        self.review.offer_plans(
            [
                Target(p.id, p.title or words.say("Action plan {years}", years=f"{p.begin_year}–{p.end_year}"))
                for p in plans
            ]
        )
        if self._session is not None and self.stack.currentWidget() is self.review:
            self._show(self._session)

    def take(self, paths: Sequence[Path]) -> None:
        """Takes files in one after the other: each is looked at, imported and undone by itself."""
        self._waiting.extend(paths)
        self._begin()

    def read(self, path: Path) -> None:
        """Reads a file in the background and shows what it says."""
        with self.context.desk.look() as work:
            choices = remembered(work)
        today = self.context.clock.today()
        title = self.context.words.say("Reading “{file}”", file=path.name)
        register = self._register
        self.context.tasks.start(
            title,
            lambda progress: read_session(path, register, today, choices, progress),
            self._show,
            self._refused,
            self._waiting.clear,
        )

    def _refused(self, error: UserError) -> None:
        """Says why a file cannot be read; the others do not wait for it."""
        self.context.messages.problem(self.context.words.tell(error))
        self._begin()

    def _choose_action(self) -> Action:
        return Action(
            "import.choose", N_("Choose a file…"), "folder_open_20_regular", run=self._choose_file, menu="File"
        )

    def _choose_file(self) -> None:
        words = self.context.words
        filters = (
            (words.say("Spreadsheets"), "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.htm *.html *.xml"),
        )
        path = self.context.messages.open_file(words.say("Choose an annex"), filters)
        if path is not None:
            self.read(path)

    def _begin(self) -> None:
        self._session = None
        words = self.context.words
        self.head.set_title(words.say("Import annexes"))
        self.head.set_facts(words.say("Agreements, figures or actions out of a spreadsheet"))
        self._step(0)
        if self._waiting:
            self.read(self._waiting.pop(0))

    def _step(self, step: int) -> None:
        self.steps.show_step(step)
        self.stack.setCurrentIndex(step)

    def _choose(self, choices: Choices) -> None:
        if self._session is None:
            return
        session, register, today = self._session, self._register, self.context.clock.today()
        title = self.context.words.say("Reading “{file}”", file=session.path.name)
        self.context.tasks.start(title, lambda _: session.with_choices(choices, register, today), self._show)

    def _show(self, session: Session) -> None:
        words = self.context.words
        if session.reading.kind is None:
            text = words.say(
                "No table with municipalities or actions was found in “{file}”. Choose another file.",
                file=session.path.name,
            )
            self.context.messages.problem(text)
            if self._waiting:
                self._begin()
            return
        self._session = session
        kind = session.reading.kind
        self.head.set_title(words.say(TITLES[kind]) if kind else words.say("Import annexes"))
        self.head.set_facts(self._facts(session.reading))
        with self.context.desk.look() as work:
            tally = preview(work, session.reading, self.review.plan_id)
        self._step(1)
        self.review.show_session(session, tally)

    def _facts(self, reading: Reading) -> str:
        words = self.context.words
        parts = [reading.book.name]
        sheets = list(dict.fromkeys(table.sheet for table in reading.tables))
        if len(reading.book.sheets) > 1 and sheets:
            parts.append(
                words.count("sheet {names}", "sheets {names}", len(sheets), names=words.formats.listing(sheets))
            )
        header = next((table.header_rows for table in reading.tables if table.header_rows), ())
        if header:
            parts.append(words.say("column titles on row {n}", n=header[-1]))
        parts.append(words.count("{n} row", "{n} rows", len(reading.lines)))
        return " · ".join(parts)

    def _import(self) -> None:
        if self._session is None:
            return
        session, context = self._session, self.context
        if session.reading.kind is AnnexKind.ACTIONS and not self.review.plan_id:
            error = Invalid(N_("Choose the action plan these actions go into."))
            self.review.plan.show_problem(context.words.tell(error))
            return
        today, plan_id = context.clock.today(), self.review.plan_id

        def command(progress: Progress) -> ImportAnnex:
            return ImportAnnex(session.reading, session.content, today, plan_id, progress)

        self.review.button.setEnabled(False)
        title = context.words.say("Importing “{file}”", file=session.path.name)
        context.carry_out(title, command, self._finished, self.review.button)

    def _finished(self, imported: Imported) -> None:
        assert self._session is not None
        reading = self._session.reading
        self.done.show_import(reading, imported, [path.name for path in self._waiting])
        kind = reading.kind
        assert kind is not None
        self.head.set_title(self.context.words.say("Import finished"))
        self.head.set_facts(f"{reading.book.name} · {self.context.words.say(KINDS[kind])}")
        self._step(2)

    def _undo(self) -> None:
        self.context.desk.undo()
        self._begin()

    def _show_result(self) -> None:
        kind = self._session.reading.kind if self._session is not None else None
        if kind is not None:
            self.context.go.to(Place(_PAGES[kind]))
