"""Carries out what a range of cells comes down to, in one step, marks what was refused, and says what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QGuiApplication

from coopdesk.desk.ledger import StepHead
from coopdesk.kernel.errors import Invalid, UserError
from coopdesk.shell.bars import Choice
from coopdesk.shell.grid import clip
from coopdesk.shell.grid.batch import Attempt, Attempts, Outcome
from coopdesk.shell.grid.editing import Editing
from coopdesk.shell.grid.model import Problem
from coopdesk.shell.grid.ranges import Changes


class Carrying:
    """One step for a whole range: a cell or row that the rules refuse keeps none of the others back."""

    def __init__(self, editing: Editing) -> None:
        self._editing, self._model, self._context = editing, editing.model, editing.context
        self._left: list[tuple[StepHead, dict[tuple[str, str], Problem]]] = []

    def forget_undone(self) -> None:
        """What could not be read of a paste goes with it when it is taken back."""
        history = self._context.desk.history
        for head, problems in [one for one in self._left if not history.holds(one[0])]:
            self._left.remove((head, problems))
            for (row, key), problem in problems.items():
                if self._model.problem_at(row, key) is problem:
                    self._model.show_problem(row, key, None)

    def carry_out(
        self, changes: Changes, label: str, said: Callable[[int], str], more: Sequence[str] = (),
        instead: tuple[Choice, ...] = (),
    ) -> bool:  # fmt: skip
        """Whether it was carried out; `said` words how many cells of existing rows changed, and `instead` is what may
        have been meant."""
        rows = list(changes.values)
        attempts = [self._attempt(changes, row) for row in rows]
        additions = [self._addition(changes, at) for at in range(len(changes.added))]
        made: Sequence[Outcome] = ()
        if attempts or additions:
            done: list[Sequence[Outcome]] = []
            if not self._context.submit(Attempts((*attempts, *additions), label), self._editing.view, done.append):
                return False
            made = done[0]
            self._editing.freshen()
        for row, outcome in zip(rows, made, strict=False):
            self._refused(changes, row, outcome)
        added = made[len(rows) :]
        self._mark(changes, added)
        more = [*more, *self._hidden(added)]
        if not changes.values:
            self._editing.view.choose_rows([str(one.result) for one in added if isinstance(one.result, str)])
        lost = [at for at, outcome in enumerate(added) if outcome.refusal is not None]
        self._say(changes, said(changes.count), more, lost, [added[at].refusal for at in lost], instead)
        return True

    # Commands ------------------------------------------------------------------------------------------------------

    def _attempt(self, changes: Changes, row_id: str) -> Attempt:
        """The changed cells of a row as one command, with a way out for each cell the rules may refuse."""
        row, values = changes.rows[row_id], changes.values[row_id]
        keys = tuple(values)
        whole = self._command(row, values)
        if len(keys) == 1 or self._editing.edit_row is None:
            return Attempt(whole, keys)
        without = tuple((key, self._command(row, {k: v for k, v in values.items() if k != key})) for key in keys)
        return Attempt(whole, keys, without)

    def _command(self, row: Any, values: dict[str, Any]) -> Any:
        """A refusal that comes while the command is made is met again when it runs."""
        edit_row = self._editing.edit_row
        try:
            if edit_row is not None and len(values) > 1:
                return edit_row(row, values)
            return _Each(tuple(self._cell(row, key, value) for key, value in values.items()))
        except Invalid as error:
            return _Refusing(error)

    def _cell(self, row: Any, key: str, value: Any) -> Any:
        column = self._model.shape.column(key)
        assert column.edit is not None
        return column.edit(row, value)

    def _addition(self, changes: Changes, at: int) -> Attempt:
        assert self._editing.add_row is not None
        try:
            return Attempt(self._editing.add_row(changes.added[at]))
        except Invalid as error:
            return Attempt(_Refusing(error))

    # What became of it ---------------------------------------------------------------------------------------------

    def _refused(self, changes: Changes, row_id: str, outcome: Outcome) -> None:
        """A cell the rules refused shows what it should have become, with the reason."""
        if outcome.refusal is None:
            return
        reason = self._context.words.tell(outcome.refusal)
        for key in outcome.refused:
            kind = self._model.shape.column(key).kind
            assert kind is not None
            typed = kind.write(changes.values[row_id].pop(key), self._editing.typing())
            changes.problems[row_id, key] = Problem(typed, reason)

    def _mark(self, changes: Changes, added: Sequence[Outcome]) -> None:
        """Shows what could not be read, and no longer what was wrong and is now right."""
        right = [(row, key) for row, values in changes.values.items() for key in values]
        for row, key in (*right, *changes.same):
            self._model.show_problem(row, key, None)
        left: dict[tuple[str, str], Problem] = {}
        for (row, key), problem in changes.problems.items():
            made = added[int(row)].result if row.startswith("+") else row
            if made is not None:
                left[str(made), key] = problem
                self._model.show_problem(str(made), key, problem)
        head = self._context.desk.history.undoable
        if left and head is not None and (changes.values or changes.added):
            self._left.append((head, left))
        if left:
            self._editing.reveal({key for _, key in left})

    def _hidden(self, added: Sequence[Outcome]) -> list[str]:
        """New rows that a filter or a folded heading keeps out of sight."""
        n = sum(self._model.at(str(one.result)) < 0 for one in added if isinstance(one.result, str))
        return (
            [self._context.words.count("{n} new row is not on show now", "{n} new rows are not on show now", n)]
            if n
            else []
        )

    def _say(
        self, changes: Changes, first: str, more: Sequence[str], lost: Sequence[int], why: Sequence[UserError | None],
        instead: tuple[Choice, ...],
    ) -> None:  # fmt: skip
        words, parts = self._context.words, [first] if changes.count or not changes.added else []
        if new := len(changes.added) - len(lost):
            parts.append(words.count("{n} row added", "{n} rows added", new))
        if changes.problems:
            parts.append(
                words.count("{n} cell could not be read", "{n} cells could not be read", len(changes.problems))
            )
        if changes.skipped:
            parts.append(words.count("{n} cell left as it was", "{n} cells left as they were", changes.skipped))
        if lost:
            parts.append(words.count("{n} row not added", "{n} rows not added", len(lost)))
            parts.append(next((words.tell(error) for error in why if error is not None), ""))
        text = " · ".join(part for part in (*parts, *more) if part)
        if changes.skipped or changes.problems or changes.added or more or instead:
            kept = (*self._rows_kept(changes, lost), *instead)
            self._context.messages.note(text, undo=bool(changes.count or new), choices=kept)  # which says it aloud
        else:
            self._editing.announce(text)

    def _rows_kept(self, changes: Changes, lost: Sequence[int]) -> tuple[Choice, ...]:
        """Rows that could not be added can be copied again as they were pasted: nothing is lost."""
        if not lost:
            return ()
        text = clip.to_tsv([changes.texts[at] for at in lost])
        run: Callable[[], object] = lambda: QGuiApplication.clipboard().setText(text)  # noqa: E731 - a slot
        return (Choice(self._context.words.say("Copy these rows"), run, "copy"),)


class _Each:
    """The commands of single cells of one row, all or none."""

    label = ""

    def __init__(self, commands: tuple[Any, ...]) -> None:
        self._commands = commands

    def run(self, work: Any) -> Any:
        results = [command.run(work) for command in self._commands if command is not None]
        return results[-1] if results else None


class _Refusing:
    """Stands for a command that could not be made."""

    label = ""

    def __init__(self, error: Invalid) -> None:
        self._error = error

    def run(self, work: Any) -> Any:
        raise self._error
