"""Comments in a list: Shift+F2 opens those on the current cell, or on the row when its first cell is current."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPersistentModelIndex

from coopdesk.shell.context import Context
from coopdesk.shell.grid.notes import NoteList, NotePanel
from coopdesk.shell.grid.view import GridView
from coopdesk.shell.remarks import Noted, Remark, RemarkBook


class Noting:
    """`about` names the kind of rows; without it, or without a book, a list has no comments."""

    def __init__(self, context: Context, view: GridView, about: str) -> None:
        self._context, self._view, self._about = context, view, about
        self._model = view.grid_model
        self._book: RemarkBook | None = context.remarks if about else None
        self._drafts: dict[tuple[str, str], str] = {}
        self.panel: NotePanel | None = None
        self._model.remarks_of, self._model.notes_at = self._spoken, self._notes

    @property
    def on(self) -> bool:
        return self._book is not None

    @property
    def noted(self) -> Noted:
        return self._view.noted

    def read(self) -> None:
        """Reads the comments anew; where they changed the list is painted again."""
        if self._book is None:
            return
        remarks = tuple(self._book.read(self._about))
        if remarks != self.noted.all:
            self.noted.show(remarks)
            self._view.viewport().update()
            self._view.gutter.viewport().update()

    def open(self) -> None:
        """Shift+F2: the comments on the current cell, ready to write one."""
        index = self._view.currentIndex()
        line = self._model.line(index)
        if self._book is None or line is None or line.row is None:
            return
        key = "" if self._view.is_first(index) else self._model.column(index).key
        place, row = (line.id, key), line.row
        title = self._title(index.column(), row, whole=not key)

        def keep(changing: Remark | None, text: str) -> bool:
            assert self._book is not None
            made = self._book.add(self._about, row.id, key, text) if changing is None else None
            kept = self._context.submit(made or self._book.revise(changing, text), self._view)  # type: ignore[arg-type]
            self._back()
            return kept

        if self.panel is not None:
            self.panel.put_off()
        self._view.scrollTo(index)
        panel = NotePanel(
            self._view, title, self.noted.at(*place), self._drafts.get(place, ""), self._context.words, keep=keep,
            remove=self._remove, later=lambda text: self._put_off(place, text),
        )  # fmt: skip
        panel.destroyed.connect(lambda: self._gone(panel))
        self.panel = panel
        at = QPersistentModelIndex(index)
        panel.write_by(lambda: self._view.cell_rect(at))

    def open_all(self) -> None:
        """Every comment of the list, to go to."""
        places = {line.id: line.row for line in self._model.lines if line.row is not None}
        shown = [remark for remark in self.noted.all if remark.row_id in places]
        entries = [(self._where(places[remark.row_id], remark), remark) for remark in shown]
        say = self._context.words.say
        NoteList(self._view, say("Comments") if entries else say("No comments yet"), entries, self._go,
                 self._context.words).open()  # fmt: skip

    def _where(self, row: Any, remark: Remark) -> str:
        name = self._model.shape.columns[0].text(row)
        keys = [column.key for column in self._model.shape.columns]
        return f"{name}, {self._model.title(keys.index(remark.key))}" if remark.key in keys else name

    def _title(self, column: int, row: Any, *, whole: bool) -> str:
        name = self._model.shape.columns[0].text(row)
        say = self._context.words.say
        if whole:
            return say("Comments on {name}", name=name)
        return say("Comments on {title} of {name}", title=self._model.title(column), name=name)

    def _go(self, remark: Remark) -> None:
        self._view.setFocus()
        index = self._model.where(remark.row_id, remark.key)
        if index.isValid():
            self._view.go(index.row(), index.column())
            self.open()

    def _remove(self, remark: Remark) -> None:
        if self._book is not None:
            self._context.submit(self._book.remove(remark), self._view)
        self._back()

    def _put_off(self, place: tuple[str, str], text: str) -> None:
        self._drafts[place] = text
        self._view.setFocus()

    def _back(self) -> None:
        self.read()
        self._view.setFocus()

    def _gone(self, panel: NotePanel) -> None:
        if self.panel is panel:
            self.panel = None

    def _notes(self, row_id: str, key: str) -> list[str]:
        say = self._context.words.say
        return [say("Comment: {text}", text=remark.text) for remark in self.noted.at(row_id, key)]

    def _spoken(self, row_id: str) -> list[str]:
        n = len(self.noted.of_row(row_id)) if self.noted.all else 0
        return [self._context.words.count("{n} comment", "{n} comments", n)] if n else []
