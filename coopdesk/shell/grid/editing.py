"""Carries edits of cells out: one command for one cell, one step for a range, and a problem where it is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QPersistentModelIndex

from coopdesk.kernel.errors import Conflict, UserError
from coopdesk.shell.bars import Choice
from coopdesk.shell.context import Context
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import Typing, same
from coopdesk.shell.grid.model import GridModel, Index, Problem
from coopdesk.shell.grid.question import Question
from coopdesk.shell.grid.view import GridView
from coopdesk.shell.speech import speak
from coopdesk.words.marks import N_

EditRow = Callable[[Any, Mapping[str, Any]], Any]
AddRow = Callable[[Mapping[str, Any]], Any]
MEANWHILE = N_("Meanwhile this became “{theirs}”. You typed “{mine}”.")


class Editing:
    """Between a view and the desk, for one cell at a time. `edit_row` makes one command of several changed cells of a
    row, `add_row` one of the cells of a new row; `reread(forced)` brings the rows up to date, `reveal` hidden columns
    into sight."""

    def __init__(self, context: Context, view: GridView, model: GridModel) -> None:
        self.context, self.view, self.model = context, view, model
        self.edit_row: EditRow | None = None
        self.add_row: AddRow | None = None
        self.reread: Callable[[bool], object] = lambda forced: None
        self.reveal: Callable[[set[str]], object] = lambda keys: None
        self.question: Question | None = None
        self._seen: tuple[str, str, Any] | None = None
        model.take = self.take
        view.opened.connect(self._opened)
        view.orphaned.connect(self._orphaned)

    def typing(self) -> Typing:
        return Typing(self.context.words, self.context.clock.today())

    def freshen(self) -> None:
        """Rows as they are now: an edit just before may have changed them."""
        self.reread(False)  # noqa: FBT003 - a slot of one argument

    def take(self, row: Any, column: Column[Any], text: str) -> bool:
        """One typed cell; refused, it keeps what was typed with the reason. Where the cell was changed by something
        else since the editor opened, both values are shown and the user chooses."""
        if column.kind is None or column.edit is None:
            return False
        seen, self._seen = self._seen, None
        row = self._now(row)
        try:
            value = column.kind.read(text, self.typing())
            if seen is not None and seen[:2] == (row.id, column.key) and column.raw(row) not in (seen[2], value):
                self._ask(row, column, text)
                return False
            return self._keep(row, column, value, text)
        except UserError as error:
            self._refuse(row, column, text, error)
            return False

    def settle(self) -> None:
        """Asks again which of two values the current cell should have."""
        index = self.view.currentIndex()
        problem, line = self.model.problem(index), self.model.line(index)
        if problem is not None and problem.meanwhile is not None and line is not None and line.row is not None:
            self._ask(line.row, self.model.column(index), problem.typed)

    def restore(self) -> None:
        """Puts the kept value back in the current cell."""
        line = self.model.line(self.view.currentIndex())
        if line is not None:
            self.model.show_problem(line.id, self.model.column(self.view.currentIndex()).key, None)

    def announce(self, text: str) -> None:
        """Says something to a screen reader."""
        speak(self.view, text)

    def ask(self, text: str, choices: tuple[Choice, ...], near: Index, put_off: Callable[[], object] = tuple) -> None:
        """A question under a cell; a question still open gives way."""
        if self.question is not None:
            self.question.close()
        self.view.scrollTo(near)
        question = Question(self.view, text, choices, put_off)
        question.destroyed.connect(lambda: self._gone(question))
        self.question = question
        at = QPersistentModelIndex(near)
        question.ask_by(lambda: self.view.cell_rect(at))
        self.announce(text)

    # Inside --------------------------------------------------------------------------------------------------------

    def _gone(self, question: Question) -> None:
        if self.question is question:
            self.question = None

    def _now(self, row: Any) -> Any:
        self.freshen()
        at = self.model.at(row.id)
        return self.model.lines[at].row if at >= 0 else row

    def _keep(self, row: Any, column: Column[Any], value: Any, text: str) -> bool:
        assert column.edit is not None
        try:
            if not same(value, column.raw(row)):
                self.context.desk.do(column.edit(row, value))
        except Conflict:
            self.reread(True)  # noqa: FBT003 - the same
            now = self._now(row)
            if now == row:
                raise
            if column.raw(now) not in (column.raw(row), value):
                self._ask(now, column, text)
                return False
            if value != column.raw(now):
                self.context.desk.do(column.edit(now, value))
        self.model.show_problem(row.id, column.key, None)
        return True

    def _refuse(self, row: Any, column: Column[Any], text: str, error: UserError) -> None:
        reason = self.context.words.tell(error)
        self.model.show_problem(row.id, column.key, Problem(text, reason))
        self.announce(reason)

    def _ask(self, row: Any, column: Column[Any], text: str) -> None:
        """Both values, with a button for each; what was typed stands marked in the cell until one is chosen."""
        say = self.context.words.say
        theirs, mine = column.text(row) or "–", text or "–"
        told = say(MEANWHILE, theirs=theirs, mine=mine)
        self.model.show_problem(row.id, column.key, Problem(text, told, theirs))

        def put() -> None:
            now = self._now(row)
            assert column.kind is not None
            try:
                self._keep(now, column, column.kind.read(text, self.typing()), text)
            except UserError as error:
                self._refuse(now, column, text, error)
            self.view.setFocus()

        def leave() -> None:
            self.model.show_problem(row.id, column.key, None)
            self.view.setFocus()

        choices = (Choice(say("Keep “{value}”", value=theirs), leave), Choice(say("Set “{value}”", value=mine), put))
        self.ask(told, choices, self.model.where(row.id, column.key), self.view.setFocus)

    def _opened(self, index: Index) -> None:
        """An editor opened: what the cell held then is what the user thinks to change."""
        line = self.model.line(index)
        if line is not None and line.row is not None:
            column = self.model.column(index)
            self._seen = (line.id, column.key, column.raw(line.row))

    def _orphaned(self, text: str) -> None:
        """The row went while its cell was being typed in: what was typed is said, and can still be copied."""
        say = self.context.words.say
        self.context.messages.note(say("This row is no longer here. You had typed “{text}”.", text=text), tone="warn")
