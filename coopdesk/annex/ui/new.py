"""A new import in three steps: choose files, match and check, done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coopdesk.annex.commands import Imported
from coopdesk.annex.meaning.known import register_of
from coopdesk.annex.model import AnnexKind, Choices
from coopdesk.annex.recipes.commands import KeepRecipe
from coopdesk.annex.recipes.rules import recipe_for
from coopdesk.annex.ui.doing import Doing
from coopdesk.annex.ui.done import DoneStep, Ways
from coopdesk.annex.ui.intake import Intake, Seen
from coopdesk.annex.ui.papers import Papers
from coopdesk.annex.ui.review import ReviewStep, Target
from coopdesk.annex.ui.session import Session
from coopdesk.annex.ui.start import StartStep
from coopdesk.annex.ui.steps import StepLine
from coopdesk.annex.ui.together import TogetherStep, Waiting
from coopdesk.annex.ui.wording import KINDS, TITLES, facts_of
from coopdesk.kernel.errors import Invalid, UserError
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.place import Place
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.marks import N_

PAGES = {AnnexKind.AGREEMENTS: "agreements", AnnexKind.FIGURES: "figures", AnnexKind.ACTIONS: "plan"}
Titled = Callable[[str, str], object]


class NewImport(QWidget):
    """The view in which files come in. `titled` gets the title and the facts of the page; `choose` and `paste` are the
    actions of the first step."""

    def __init__(
        self, context: Context, gazetteer: Gazetteer, papers: Papers, actions: tuple[Action, Action], titled: Titled
    ) -> None:
        """Stands at the first step; names come from the gazetteer."""
        super().__init__()
        self.context, self.papers, self._titled = context, papers, titled
        register = register_of(gazetteer)
        self._intake, self._doing = Intake(context, register), Doing(context)
        self._seen: Seen | None = None
        self._files: list[Waiting] = []
        self._at = -1
        words = context.words
        self.steps = StepLine(words)
        self.start = StartStep(words, *actions, self.take)
        self.review = ReviewStep(context, gazetteer, register)
        ways = Ways(self._show_result, self._undo, self.go_on, self._show_remarks, self._save_account,
                    self._save_left, self._name_recipe)  # fmt: skip
        self.done = DoneStep(context, ways)
        self.together = TogetherStep(words, self._look_at, self._bring_all, self._undo_all, self.begin)
        self.stack = QStackedWidget()
        for step in (self.start, self.review, self.done, self.together):
            self.stack.addWidget(step)
        self.review.changed.connect(self._choose)
        self.review.guessed.connect(self._guess_again)
        self.review.back.connect(self._go_back)
        self.review.confirmed.connect(self._import)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.steps)
        column.addWidget(self.stack, 1)

    @property
    def starting(self) -> bool:
        """Whether a file can be chosen now."""
        return self.stack.currentWidget() is self.start

    @property
    def reviewing(self) -> bool:
        """Whether a file is being looked at."""
        return self.stack.currentWidget() is self.review

    def take(self, paths: Sequence[Path]) -> None:
        """Takes files in: one is looked at; of several, those that need no look can come in at once."""
        self._files, self._at = [], -1
        self.context.messages.quiet()
        if len(paths) == 1:
            self.read(paths[0])
        elif paths:
            self._read_all(paths)

    def paste(self) -> None:
        """Takes a table from the clipboard in."""
        try:
            path = self._intake.pasted(QGuiApplication.clipboard().mimeData())
        except UserError as error:
            self.context.messages.problem(self.context.words.tell(error))
            return
        self.take([path])

    def offer_plans(self, plans: list[Target]) -> None:
        """The plans that actions can go into."""
        self.review.offer_plans(plans)

    def outdated(self) -> None:
        """The workspace changed: what importing would do is looked at anew."""
        if self._files and self.stack.currentWidget() is self.together:
            self._show_files(self._doing.still_there(self._files))
        elif self.stack.currentWidget() is self.done:
            if self.done.batch_id and not self._doing.is_there(self.done.batch_id):
                self._files = self._doing.still_there(self._files)
                self._go_back()
        elif self._seen is not None and self.reviewing:
            seen, plan_id = self._seen, self.review.plan_id
            self._settle(seen.session, lambda: self._intake.beside(seen.session, plan_id))

    def read(self, path: Path) -> None:
        """Reads a file in the background and shows what it says."""
        title = self.context.words.say("Reading “{file}”", file=path.name)
        plan_id = self.review.plan_id
        self.context.tasks.start(title, lambda p: self._intake.read(path, plan_id, p), self._show, self._refused)

    def _read_all(self, paths: Sequence[Path]) -> None:
        words, plan_id = self.context.words, self.review.plan_id
        title = words.count("Reading {n} file", "Reading {n} files", len(paths))
        self.context.tasks.start(title, lambda p: self._intake.read_all(paths, plan_id, p), self._show_files)

    def _refused(self, error: UserError) -> None:
        self.context.messages.problem(self.context.words.tell(error))
        self.begin()

    def begin(self) -> None:
        """Back to the first step, with nothing chosen."""
        self._seen, self._files, self._at = None, [], -1
        words = self.context.words
        facts = words.say("Agreements, figures or actions out of a spreadsheet")
        self._step(0, self.start, words.say("Import annexes"), facts)

    def _step(self, step: int, widget: QWidget, title: str, facts: str) -> None:
        self._titled(title, facts)
        self.steps.show_step(step)
        self.stack.setCurrentWidget(widget)

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        reading = seen.session.reading
        assert reading.kind is not None
        self._step(1, self.review, self.context.words.say(TITLES[reading.kind]), facts_of(self.context.words, reading))
        self.review.show_session(seen.session, seen.found)

    def _choose(self, choices: Choices) -> None:
        if self._seen is not None:
            session, plan_id = self._seen.session, self.review.plan_id
            self._settle(session, lambda: self._intake.again(session, choices, plan_id))

    def _settle(self, session: Session, read: Callable[[], Seen]) -> None:
        title = self.context.words.say("Reading “{file}”", file=session.path.name)
        self.context.tasks.start(title, lambda _: read(), self._show_if_looked_at)

    def _show_if_looked_at(self, seen: Seen) -> None:
        if self._seen is not None and self._seen.session.path == seen.session.path and self.reviewing:
            self._show(seen)

    def _guess_again(self) -> None:
        if self._seen is not None:
            session = self._seen.session.as_guessed()
            self._seen = replace(self._seen, session=session)
            self._choose(session.reading.choices)

    def next_problem(self) -> None:
        """Goes to the next thing to check."""
        if not self.review.next_problem():
            self.context.messages.note(self.context.words.say("Nothing to check"))

    def _go_back(self) -> None:
        if self._files:
            self._show_files(self._files)
        else:
            self.begin()

    # Several files -------------------------------------------------------------------------------------------------

    def _show_files(self, files: list[Waiting]) -> None:
        self._files, self._at, self._seen = files, -1, None
        words = self.context.words
        title = words.count("{n} file", "{n} files", len(files))
        left = any(file.asks or file.ready for file in files)
        self._step(1 if left else 2, self.together, title, words.say("Files without doubts can come in at once"))
        self.together.show_files(files)

    def _look_at(self, at: int) -> None:
        file = self._files[at]
        if file.session is not None:
            self._at = at
            self._show(Seen(file.session, file.found))
            self.outdated()  # an earlier file may have brought what this one holds

    def _bring_all(self) -> None:
        """Brings in the first file that is ready, and goes on with the next once that is done."""
        at = next((at for at, file in enumerate(self._files) if file.ready), -1)
        if at < 0:
            self._show_files(self._files)
            return
        self.together.button.setEnabled(False)
        session = self._files[at].session
        assert session is not None

        def concluded(imported: Imported) -> None:
            self._note(at, imported)
            self._bring_all()

        self._carry_out(session, concluded, self.together.button)

    def _note(self, at: int, imported: Imported) -> None:
        """Writes down that a file came in."""
        self._files[at] = self._files[at].done(imported)

    def _undo_all(self) -> None:
        """Takes back what these files brought, the last one first, as long as nothing else was done since."""
        came = [file for file in self._files if file.batch_id]
        while came and (last := next((file for file in came if self._doing.is_last(file.path.name)), None)) is not None:
            if not self._doing.undone():
                return
            came.remove(last)
        if came:
            self._doing.changed_since()
        self._show_files(self._doing.still_there(self._files))

    # The import itself ---------------------------------------------------------------------------------------------

    def _import(self) -> None:
        if self._seen is None:
            return
        session = self._seen.session
        if session.reading.kind is AnnexKind.ACTIONS and not self.review.plan_id:
            error = Invalid(N_("Choose the action plan these actions go into."))
            self.review.plan.show_problem(self.context.words.tell(error))
            return
        self.review.button.setEnabled(False)
        self._carry_out(session, self._finished, self.review.button)

    def _carry_out(self, session: Session, done: Callable[[Imported], object], near: QWidget) -> None:
        self._doing.carry_out(session, self.review.plan_id, self.review.begin_plan, done, near)

    def _finished(self, imported: Imported) -> None:
        assert self._seen is not None
        session, found = self._seen.session, self._seen.found
        if 0 <= self._at < len(self._files):
            self._note(self._at, imported)
        kind, words = session.reading.kind, self.context.words
        assert kind is not None
        facts = f"{session.reading.book.name} · {words.say(KINDS[kind])}"
        self._step(2, self.done, words.say("Import finished"), facts)
        waiting = [file.path.name for file in self._files if file.asks or file.ready]
        self.done.show_import(session, imported, found, self._recipe_name(session), waiting)

    def go_on(self) -> None:
        """To the next of several files, or to the first step."""
        following = next((at for at, file in enumerate(self._files) if file.asks), -1)
        if following >= 0:
            self._look_at(following)
        else:
            self._go_back()

    def _undo(self) -> None:
        if self._seen is None or not self._doing.is_last(self._seen.session.reading.book.name):
            self._doing.changed_since()
        elif self._doing.undone():
            self._files = self._doing.still_there(self._files)
            self._go_back()

    # After the import ----------------------------------------------------------------------------------------------

    def _show_result(self) -> None:
        kind = self._seen.session.reading.kind if self._seen is not None else None
        if kind is not None:
            self.context.go.to(Place(PAGES[kind]))

    def _show_remarks(self) -> None:
        if self._seen is not None:
            self._show(self._seen)
            self.outdated()

    def _recipe_name(self, session: Session) -> str:
        with self.context.desk.look() as work:
            recipe = recipe_for(session.reading, work.imports.recipes())
        return recipe.name if recipe is not None else ""

    def _name_recipe(self, name: str) -> None:
        if self._seen is not None and name.strip():
            self.context.submit(KeepRecipe(self._seen.session.reading, name), self.done.name)

    def _save_account(self) -> None:
        if self._seen is not None:
            self.papers.save_account_of(self._seen.session.reading, self._seen.found)

    def _save_left(self) -> None:
        if self._seen is not None:
            self.papers.save_left(self._seen.session.reading)
