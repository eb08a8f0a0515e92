"""Carries edits of cells out: one command for one cell, one Batch for a range, and a problem where it is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication

from coopdesk.kernel.errors import Invalid, UserError
from coopdesk.shell.context import Context
from coopdesk.shell.grid import clip
from coopdesk.shell.grid.batch import Batch
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import Typing
from coopdesk.shell.grid.model import GridModel, Problem
from coopdesk.shell.grid.ranges import Block, Changes, Reader, block, texts, without_titles
from coopdesk.shell.grid.view import GridView
from coopdesk.words.marks import N_

EditRow = Callable[[Any, Mapping[str, Any]], Any]
AddRow = Callable[[Mapping[str, Any]], Any]


class Editing:
    """Between a view and the desk. `edit_row` makes one command of several changed cells of a row, `add_row` one of the
    cells of a new row."""

    def __init__(self, context: Context, view: GridView, model: GridModel) -> None:
        self._context, self._view, self._model = context, view, model
        self.edit_row: EditRow | None = None
        self.add_row: AddRow | None = None
        self.freshen: Callable[[], object] = tuple
        model.take = self.take

    def typing(self) -> Typing:
        return Typing(self._context.words, self._context.clock.today())

    def take(self, row: Any, column: Column[Any], text: str) -> bool:
        """One typed cell; refused, it keeps what was typed with the reason."""
        if column.kind is None or column.edit is None:
            return False
        row = self._fresh(row)
        try:
            value = column.kind.read(text, self.typing())
            if value != column.raw(row):
                self._context.desk.do(column.edit(row, value))
        except UserError as error:
            reason = self._context.words.tell(error)
            self._model.show_problem(row.id, column.key, Problem(text, reason))
            self.announce(reason)
            return False
        self._model.show_problem(row.id, column.key, None)
        return True

    def _fresh(self, row: Any) -> Any:
        """The row as it is now: an edit just before may have changed it."""
        self.freshen()
        at = self._model.at(row.id)
        return self._model.lines[at].row if at >= 0 else row

    # Ranges --------------------------------------------------------------------------------------------------------

    def copy(self, *, titles: bool = False) -> None:
        """The selection as tab-separated text and as a table."""
        chosen, selected = self._block(), self._view.selectionModel().selectedIndexes()
        if not chosen.lines:
            return
        cells = texts(self._model, chosen, selected)
        if titles:
            cells.insert(0, self._titles(chosen.columns))
        data = QMimeData()
        data.setText(clip.to_tsv(cells))
        data.setHtml(clip.to_html(cells, headed=titles))
        QGuiApplication.clipboard().setMimeData(data)
        words = self._context.words
        self.announce(words.count("{n} row copied", "{n} rows copied", len(chosen.lines)))

    def cut(self) -> None:
        self.copy()
        self.clear()

    def paste(self) -> None:
        """What is on the clipboard, from the first selected cell on, in one step."""
        chosen, columns = self._block(), self._view.columns()
        if not chosen.lines:
            return
        right = columns[columns.index(chosen.columns[0]) :]
        cells = without_titles(clip.from_tsv(QGuiApplication.clipboard().text()), self._titles(right))
        cells = clip.repeated(cells, len(chosen.lines), len(chosen.columns))
        changes = self._reader(adds=self.add_row is not None).paste(cells, chosen.lines[0], right)
        count = self._context.words.count
        self._carry_out(changes, N_("Paste cells"), lambda n: count("{n} cell pasted", "{n} cells pasted", n))

    def fill(self) -> None:
        """The first row of the selection in those under it."""
        chosen = self._block()
        if chosen.lines:
            changes = self._reader().fill(chosen)
            count = self._context.words.count
            self._carry_out(changes, N_("Fill down"), lambda n: count("{n} cell filled", "{n} cells filled", n))

    def clear(self) -> None:
        """Empties the selected cells that may be empty."""
        self.freshen()
        shown = set(self._view.columns())
        selected = [index for index in self._view.selectionModel().selectedIndexes() if index.column() in shown]
        changes = self._reader().clear(selected)
        count = self._context.words.count
        self._carry_out(changes, N_("Clear cells"), lambda n: count("{n} cell cleared", "{n} cells cleared", n))

    def restore(self) -> None:
        """Puts the kept value back in the current cell."""
        line = self._model.line(self._view.currentIndex())
        if line is not None:
            self._model.show_problem(line.id, self._model.column(self._view.currentIndex()).key, None)

    def announce(self, text: str) -> None:
        """Says something to a screen reader."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, text))

    def _carry_out(self, changes: Changes, label: str, said: Callable[[int], str]) -> None:
        try:
            commands = [*self._row_commands(changes), *self._new_rows(changes)]
        except UserError as error:
            self._context.messages.problem(self._context.words.tell(error), self._view)
            return
        added: Sequence[Any] = ()
        if commands:
            done: list[Sequence[Any]] = []
            if not self._context.submit(Batch(tuple(commands), label), self._view, done.append):
                return
            added = done[0][len(commands) - len(changes.added) :]
        self._mark(changes, added)
        text = self._said(changes, said(changes.count))
        if changes.skipped or changes.problems or changes.added:
            self._context.messages.note(text, undo=bool(commands))
        self.announce(text)

    def _mark(self, changes: Changes, added: Sequence[Any]) -> None:
        """Shows what could not be read, and no longer what was wrong and is now right."""
        for row, values in changes.values.items():
            for key in values:
                self._model.show_problem(row, key, None)
        for (row, key), problem in changes.problems.items():
            self._model.show_problem(str(added[int(row)]) if row.startswith("+") else row, key, problem)

    def _row_commands(self, changes: Changes) -> list[Any]:
        commands: list[Any] = []
        for row_id, values in list(changes.values.items()):
            row = changes.rows[row_id]
            if self.edit_row is not None and len(values) > 1:
                commands.append(self.edit_row(row, values))
            else:
                commands.extend(self._cell_command(changes, row, key, value) for key, value in list(values.items()))
        return [command for command in commands if command is not None]

    def _cell_command(self, changes: Changes, row: Any, key: str, value: Any) -> Any:
        column = self._model.shape.column(key)
        assert column.edit is not None
        assert column.kind is not None
        try:
            return column.edit(row, value)
        except Invalid as error:
            typed = column.kind.write(value, self.typing())
            changes.problems[row.id, key] = Problem(typed, self._context.words.tell(error))
            del changes.values[row.id][key]
            return None

    def _new_rows(self, changes: Changes) -> list[Any]:
        return [self.add_row(values) for values in changes.added] if self.add_row is not None else []

    def _said(self, changes: Changes, first: str) -> str:
        words, parts = self._context.words, [first]
        if changes.added:
            parts.append(words.count("{n} row added", "{n} rows added", len(changes.added)))
        if changes.problems:
            parts.append(
                words.count("{n} cell could not be read", "{n} cells could not be read", len(changes.problems))
            )
        if changes.skipped:
            parts.append(words.count("{n} cell left as it was", "{n} cells left as they were", changes.skipped))
        return " · ".join(parts)

    def _reader(self, *, adds: bool = False) -> Reader:
        return Reader(self._model, self.typing(), adds=adds)

    def _block(self) -> Block:
        self.freshen()
        return block(self._model, self._view.selectionModel().selectedIndexes(), self._view.columns())

    def _titles(self, columns: Sequence[int]) -> list[str]:
        return [self._context.words.say(self._model.shape.columns[column].title) for column in columns]
