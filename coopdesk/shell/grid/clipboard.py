"""Copy, cut, paste, fill and clear of ranges: what they ask of the desk, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData
from PySide6.QtGui import QGuiApplication

from coopdesk.shell.bars import Choice
from coopdesk.shell.grid import clip
from coopdesk.shell.grid.carrying import Carrying
from coopdesk.shell.grid.editing import Editing
from coopdesk.shell.grid.ranges import Block, Changes, Reader, block, copied
from coopdesk.shell.grid.replacing import Replacement
from coopdesk.shell.grid.titles import Heads, heads_of
from coopdesk.words.marks import N_
from coopdesk.words.reading import two_ways


@dataclass(frozen=True, slots=True)
class Way:
    """How to paste: rows and columns turned, empty cells passed over, the text alone without a table of word
    processors."""

    turned: bool = False
    sparing: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class _Pasted:
    """What is to be pasted: the cells, the line of the first one (none for new rows only), and where they go."""

    cells: list[list[str]]
    line: str
    columns: list[int | None]
    way: Way
    heads: Heads | None


class Clipboard:
    """What Ctrl+C, X, V and D and Delete do in a list."""

    def __init__(self, editing: Editing) -> None:
        self._editing, self._view, self._model = editing, editing.view, editing.model
        self._context = editing.context
        self._carrying = Carrying(editing)

    def forget_undone(self) -> None:
        """After undo: what a paste left marked is no longer there."""
        self._carrying.forget_undone()

    def copy(self, *, titles: bool = False) -> None:
        """The selection as tab-separated text and as a table."""
        chosen = self._block()
        if not chosen.lines:
            return
        cells = copied(self._model, chosen, self._view.chosen_cells())
        if titles:
            cells.insert(0, [clip.Cell(title) for title in self._titles(chosen.columns)])
        data = QMimeData()
        data.setText(clip.to_tsv([[cell.text for cell in row] for row in cells]))
        data.setHtml(clip.to_html(cells, headed=titles))
        QGuiApplication.clipboard().setMimeData(data)
        words = self._context.words
        self._editing.announce(words.count("{n} row copied", "{n} rows copied", len(chosen.lines)))

    def cut(self) -> None:
        self.copy()
        self.clear()

    def paste(self, way: Way | None = None) -> None:
        """What is on the clipboard, from the first selected cell on, in one step; as new rows in an empty list."""
        chosen, columns = self._block(), self._view.columns()
        cells = self._cells(way or Way())
        if not cells or not columns:
            return
        if not chosen.lines and self._model.rowCount():
            return
        start = chosen.lines[0] if chosen.lines else 0
        first = chosen.columns[0] if chosen.columns else columns[0]
        self._paste(cells, start, first, chosen, way or Way())

    def add_list(self, cells: list[list[str]] | None = None) -> None:
        """These cells, or those on the clipboard, as new rows under the last one: a list from Outlook or Excel."""
        cells, columns = cells or self._cells(Way()), self._view.columns()
        if cells and columns:
            self._paste(cells, len(self._model.lines), columns[0], Block((), ()), Way())

    def fill(self) -> None:
        """The first row of the selection in those under it; of one row, that of the row above it."""
        count = self._context.words.count
        chosen = self._block()
        if chosen.lines:
            changes = self._reader().fill(chosen)
            self._carry(changes, N_("Fill down"), lambda n: count("{n} cell filled", "{n} cells filled", n))

    def fill_over(self, sources: Sequence[int], over: Sequence[int]) -> None:
        """The selected lines in the lines the handle was dragged over; above them the last one comes first."""
        count = self._context.words.count
        columns, upwards = self._block().columns, over[0] < sources[0]
        changes = self._reader().fill_from(sources[::-1] if upwards else sources, over, columns)
        self._carry(changes, N_("Fill down"), lambda n: count("{n} cell filled", "{n} cells filled", n))

    def replace(self, chosen: Sequence[Replacement]) -> None:
        """What was chosen under find and replace, in one step."""
        count, reader = self._context.words.count, self._reader()
        for one in chosen:
            reader.put(one.line, one.column, one.new)
        said: Callable[[int], str] = lambda n: count("{n} cell replaced", "{n} cells replaced", n)  # noqa: E731
        if self._carry(reader.changes, N_("Replace"), said):
            self._context.messages.note(said(reader.changes.count), undo=True)
        self._view.setFocus()

    def clear(self) -> None:
        """Empties the selected cells that may be empty."""
        count = self._context.words.count
        self._editing.freshen()
        changes = self._reader().clear(self._view.chosen_cells())
        self._carry(changes, N_("Clear cells"), lambda n: count("{n} cell cleared", "{n} cells cleared", n))

    # Inside --------------------------------------------------------------------------------------------------------

    def _cells(self, way: Way) -> list[list[str]]:
        data = QGuiApplication.clipboard().mimeData()
        html = data.html() if data.hasHtml() and not way.plain else ""
        cells = clip.cells_of(data.text() if data.hasText() else "", html)
        return clip.transposed(cells) if way.turned else cells

    def _paste(self, cells: list[list[str]], start: int, first: int, chosen: Block, way: Way) -> None:
        columns = self._view.columns()
        right: list[int | None] = [*columns[columns.index(first) :]]
        heads = None if way.turned or way.plain else self._heads(cells)
        if heads is not None:
            cells, right = cells[1:], list(heads.columns)
        else:
            cells = clip.repeated(cells, len(chosen.lines), len(chosen.columns))
        line = self._model.lines[start].id if start < len(self._model.lines) else ""
        self._put(_Pasted(cells, line, right, way, heads), None)

    def _put(self, pasted: _Pasted, answers: Mapping[str, bool] | None) -> None:
        """Pastes, or first asks what figures mean that can be read in two ways."""
        start = self._model.at(pasted.line) if pasted.line else len(self._model.lines)
        if start < 0:
            return
        reader = Reader(self._model, self._editing.typing(), adds=self._editing.add_row is not None, answers=answers,
                        sparing=pasted.way.sparing)  # fmt: skip
        changes = reader.paste(pasted.cells, start, pasted.columns)
        if changes.doubts and answers is None:
            self._ask(list(changes.doubts.items()), {}, pasted)
            return
        count = self._context.words.count
        said: Callable[[int], str] = lambda n: count("{n} cell pasted", "{n} cells pasted", n)  # noqa: E731
        more, instead = self._unknown(pasted.heads), self._as_rows(pasted, changes)
        if self._carrying.carry_out(changes, N_("Paste cells"), said, more, instead) and pasted.heads is None:
            self._select(start, pasted.columns, pasted.cells)

    def _as_rows(self, pasted: _Pasted, changes: Changes) -> tuple[Choice, ...]:
        """A list that was pasted over rows may have been meant to come under them: there is no empty row to put it
        on, as in a spreadsheet."""
        if self._editing.add_row is None or not changes.values or not (pasted.heads or changes.added):
            return ()

        def again() -> None:
            self._context.desk.undo()
            self._editing.freshen()
            self._put(replace(pasted, line=""), {} if not changes.doubts else None)

        return (Choice(self._context.words.say("Put under the last row instead"), again, "add"),)

    def _ask(self, left: list[tuple[str, str]], answers: dict[str, bool], pasted: _Pasted) -> None:
        """Once per column: does the point of 1.234 stand between thousands or before decimals? Left as typed, such
        cells are marked; Esc pastes nothing."""
        if not left:
            self._put(pasted, answers)
            return
        (key, example), say = left[0], self._context.words.say
        both = two_ways(example)
        assert both is not None

        def answered(meaning: dict[str, bool]) -> Callable[[], None]:
            def run() -> None:
                self._view.setFocus()
                self._ask(left[1:], {**answers, **meaning}, pasted)

            return run

        title = say(self._model.shape.column(key).title)
        text = say("“{text}” in the column {title}: is that {broken} or {whole}?", text=example, title=title,
                   whole=both[0], broken=both[1])  # fmt: skip
        choices = (Choice(both[1], answered({key: False})), Choice(both[0], answered({key: True})),
                   Choice(say("Leave as typed"), answered({})))  # fmt: skip
        near = self._model.index(max(self._view.currentIndex().row(), 0), self._column_of(key))
        self._editing.ask(text, choices, near, self._put_off)

    def _put_off(self) -> None:
        self._view.setFocus()
        self._editing.announce(self._context.words.say("Nothing was pasted."))

    def _column_of(self, key: str) -> int:
        return [column.key for column in self._model.shape.columns].index(key)

    def _heads(self, cells: list[list[str]]) -> Heads | None:
        """Columns by the titles in the first row of what is pasted, if it is a row of titles."""
        say = self._context.words.say
        names: dict[int, list[str]] = {}
        for at, column in enumerate(self._model.shape.columns):
            names[at] = [say(column.title), *(say(column.also).split("|") if column.also else ())]
        return heads_of(cells, names)

    def _unknown(self, heads: Heads | None) -> tuple[str, ...]:
        if heads is None or not heads.unknown:
            return ()
        say, listing = self._context.words.say, self._context.words.formats.listing
        return (say("not in this list: {titles}", titles=listing(heads.unknown[:4])),)

    def _carry(self, changes: Changes, label: str, said: Callable[[int], str]) -> bool:
        return self._carrying.carry_out(changes, label, said)

    def _select(self, start: int, columns: Sequence[int | None], cells: Sequence[Sequence[str]]) -> None:
        """What was pasted is selected, as in a spreadsheet; the current cell stays the first of it."""
        wide = max((len(row) for row in cells), default=0)
        targets = [at for at in range(start, len(self._model.lines)) if self._model.lines[at].group is None]
        shown = [column for column in columns[:wide] if column is not None]
        if len(cells) * wide <= 1 or not targets[: len(cells)] or not shown:
            return
        last, selection = targets[: len(cells)][-1], QItemSelection()
        for column in shown:
            selection.select(self._model.index(start, column), self._model.index(last, column))
        self._view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _reader(self) -> Reader:
        return Reader(self._model, self._editing.typing())

    def _block(self) -> Block:
        self._editing.freshen()
        return block(self._model, self._view.chosen_cells(), self._view.columns())

    def _titles(self, columns: Sequence[int]) -> list[str]:
        return [self._context.words.say(self._model.shape.columns[column].title) for column in columns]
