"""The one grid every list of the program uses: shows frozen rows and turns what is typed into commands.

See Column for what a list consists of. A page places `grid.bar` in its row of filters and the grid in its body, then
calls `show_rows(rows, groups)` whenever it has read again. An edit refused by its kind, its command or the desk leaves
the typed text in the cell with the reason. A paste, a fill or a clear is one step to undo.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from coopdesk.desk.command import Command
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.grid.arrange import Line, Shape, Toggle
from coopdesk.shell.grid.clipboard import Clipboard
from coopdesk.shell.grid.column import Column, Group, R
from coopdesk.shell.grid.editing import AddRow, Editing, EditRow
from coopdesk.shell.grid.listing import Listing
from coopdesk.shell.grid.menus import Menus
from coopdesk.shell.grid.moving import Move, Moving
from coopdesk.shell.grid.noting import Noting
from coopdesk.shell.grid.replace import ReplaceDialog
from coopdesk.shell.grid.totals import Figures, is_figure, totals
from coopdesk.shell.grid.tracing import Tracing
from coopdesk.shell.grid.views import ViewsMenu
from coopdesk.shell.page import Page

LEFT = "grid.left"  # remembered once someone has left a list with F6


class Grid(Listing[R]):
    """A list of rows with columns, filters and, with `of_group`, headings.

    `name` is what its widths are remembered under, `label` the msgid a screen reader says. `edit_row` makes one command
    of several changed cells of a row, `add_row` one of the cells of a pasted new row (its result is the new id),
    `remove` one that removes rows (Ctrl+Delete). `count` words "10 of 14 actions". `tall` leaves room for two lines.
    `about` names the table of the rows, for comments on them (Shift+F2). `move` gives a row another place: it is called
    with the row, the heading it comes under and its place there. `steady` is for rows that come in an order of what is
    typed in them, such as their names: they stay where they are while the list is looked at.
    """

    current_changed = Signal(object)
    activated = Signal(object)
    totals_changed = Signal(str)

    def __init__(
        self, context: Context, columns: Sequence[Column[R]], *, name: str, label: str,
        of_group: Callable[[R], str] | None = None, toggles: Sequence[Toggle] = (), empty: QWidget | None = None,
        count: Callable[[int, int], str] | None = None, edit_row: EditRow | None = None, add_row: AddRow | None = None,
        remove: Callable[[Sequence[R]], Command | None] | None = None, menu: Callable[[], Sequence[Action]] = tuple,
        tall: bool = True, about: str = "", move: Move | None = None, steady: bool = False,
    ) -> None:  # fmt: skip
        shape = Shape(tuple(columns), of_group, tuple(toggles))
        super().__init__(context, shape, name=name, label=label, tall=tall, steady=steady, count=count,
                         empty=empty)  # fmt: skip
        self._remove, self._menu = remove, menu
        self._read: Callable[[bool], object] | None = None
        self._gone: list[str] = []
        self.editing = Editing(context, self.view, self.model)
        self.editing.edit_row, self.editing.add_row = edit_row, add_row
        self.editing.reread, self.editing.reveal = self._reread, self._reveal
        self.clipboard = Clipboard(self.editing)
        self.noting = Noting(context, self.view, about)
        self.tracing = Tracing(context, self.view, about)
        self.moving = Moving(context, self, move)
        self.views = ViewsMenu(context, self, self.noting.open_all if self.noting.on else None)
        self.menus = Menus(self, context.words)
        self._connect()

    def _connect(self) -> None:
        bar, view = self.bar, self.view
        bar.text_changed.connect(self._seek_text)
        bar.facet_asked.connect(self.open_filter)
        bar.toggled.connect(self._toggle)
        bar.cleared.connect(self.clear_filters)
        bar.columns_asked.connect(self.open_columns)
        bar.views_asked.connect(self.views.open)
        bar.left.connect(view.setFocus)
        bar.next_asked.connect(self.seek)
        view.asked.connect(self.menus.ask)
        view.activated_row.connect(self.activated)
        view.leave_asked.connect(self._leave)
        view.parted.connect(lambda: self._context.settings.put(LEFT, "yes"))
        view.handle.filled.connect(self._fill)
        self.totals_changed.connect(self._context.messages.totals)
        # Both signals come while Qt is still changing the selection; pages read it once that is done.
        self._tell_later = QTimer(self, singleShot=True, interval=0)
        self._tell_later.timeout.connect(lambda: self.current_changed.emit(self.current()))
        self.shown.connect(self._tell_later.start)
        view.selectionModel().currentChanged.connect(lambda *_: self._tell_later.start())
        view.selectionModel().selectionChanged.connect(lambda *_: self._total())

    def before_showing(self) -> None:
        self.noting.read()

    def show_rows(self, rows: Sequence[R], groups: Sequence[Group] = ()) -> None:
        """Shows these rows. Chosen ones that went are chosen again once they are back, as undo brings them."""
        chosen, there = [row.id for row in self.selected()], {row.id for row in rows}
        self._gone = [one for one in chosen if one not in there] or self._gone
        super().show_rows(rows, groups)
        self.clipboard.forget_undone()
        if self._gone and there.issuperset(self._gone) and not self.view.editing:
            self.view.choose_rows(self._gone)
            self._gone = []

    def _reveal(self, keys: set[str]) -> None:
        """What could not be kept must be seen."""
        for key in keys:
            if not self.widths.shows(key):
                self.widths.show(key, shown=True)

    # What is chosen ------------------------------------------------------------------------------------------------

    def current(self) -> R | None:
        """The row of the current cell; None on a heading or without one."""
        line = self._line()
        return None if line is None else line.row

    def current_group(self) -> str:
        """The id of the heading the current cell stands on or under; empty without one."""
        line = self._line()
        if line is None or self.shape.of_group is None:
            return ""
        if line.group is not None and self._wish.group:
            return ""  # a heading of the user's own grouping is nothing the page knows
        return line.group.id if line.group is not None else self.shape.of_group(line.row)

    def selected(self) -> list[R]:
        """The rows of which a cell is selected, from top to bottom."""
        rows = sorted({row for _, part in self.view.chosen_parts() for row in part})
        return [line.row for line in (self.model.lines[row] for row in rows) if line.row is not None]

    def select(self, id: str, key: str = "") -> bool:
        """Makes a row the current one, clearing filters and unfolding its heading where they hide it."""
        if self.model.at(id) < 0:
            self._show(replace(self._wish, folded=frozenset()))
        if self.model.at(id) < 0 and any(row.id == id for row in self._rows):
            self.clear_filters()
        index = self.model.where(id, key or self.shape.columns[self.view.first_column].key)
        if index.isValid():
            self.view.go(index.row(), index.column())
        return index.isValid()

    def edit(self, id: str, key: str) -> None:
        """Opens the editor in a cell, with what is in it chosen: the first key typed replaces it."""
        if self.select(id, key):
            self.view.setFocus()
            self.view.edit(self.model.where(id, key))
            line = QApplication.focusWidget()
            if isinstance(line, QLineEdit):
                line.selectAll()

    def _line(self) -> Line | None:
        return self.model.line(self.view.currentIndex())

    # Reading -------------------------------------------------------------------------------------------------------

    def read_before_edit(self, read: Callable[[], object]) -> None:
        """What brings the rows up to date before a cell is changed, in place of the page the list stands in."""
        self._read = lambda forced: read()

    def _reread(self, forced: bool) -> None:  # noqa: FBT001 - a slot of Editing
        if self._read is not None and not forced:
            self._read(forced)
            return
        widget: QWidget | None = self
        while widget is not None and not isinstance(widget, Page):
            widget = widget.parentWidget()
        if isinstance(widget, Page):
            widget.refresh_now(forced=forced)

    # Keys and menus ------------------------------------------------------------------------------------------------

    def remove_selected(self) -> None:
        rows, line = self.selected(), self._line()
        if not rows and line is not None and line.group is not None:
            self.view.heading_unwanted.emit(line.group.id)
        elif self._remove is not None and rows and (command := self._remove(rows)) is not None:
            self._context.submit(command, self)

    def page_actions(self) -> Sequence[Action]:
        """What the page adds to the menu of a row."""
        return self._menu()

    @property
    def removes(self) -> bool:
        return self._remove is not None

    def paste_list(self, cells: list[list[str]] | None = None) -> None:
        """These cells, or what is on the clipboard, as new rows: also the first step of an empty list."""
        self.clipboard.add_list(cells)

    def _seek_text(self, text: str) -> None:
        self._show(replace(self._wish, text=text))

    def open_replace(self) -> None:
        """Ctrl+H: find and replace, with every change shown before it is made."""
        selected = [(row, column) for column, rows in self.view.chosen_parts() for row in rows]
        ReplaceDialog(self.window(), self.model, self.view.columns(), selected, self._wish.text, self._context.words,
                      self.clipboard.replace).open()  # fmt: skip

    def _fill(self, sources: list[int], over: list[int]) -> None:
        self.clipboard.fill_over(sources, over)

    def _total(self) -> None:
        found = [self._figures(column, rows) for column, rows in self.view.chosen_parts()]
        self.totals_changed.emit(totals(found, self._context.words) or self._hint())

    def _figures(self, at: int, rows: range) -> Figures:
        """What a selected piece of a column holds, nothing where that is no figures: a whole list may be selected."""
        column, lines = self.shape.columns[at], self.model.lines[rows.start : rows.stop]
        values = (value for line in lines if line.row is not None and (value := column.raw(line.row)) is not None)
        first = next(values, None)
        return (column, [first, *values] if is_figure(first) else [])

    def _hint(self) -> str:
        """How to get out of a list, at the foot of the window, until it has been done once on this computer."""
        if not self.view.hasFocus() or self._context.settings.get(LEFT):
            return ""
        return self._context.words.say("Tab goes to the next cell, F6 to the next part of the window")

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the rows. With a focus proxy instead, Tab would jump over the filters, which stand in between."""
        self.view.setFocus(reason)

    def _leave(self, back: bool) -> None:  # noqa: FBT001 - a slot
        """F6 goes on to what comes after the list, Shift+F6 to what stands before it."""
        widget: QWidget | None = self.view
        while widget is not None:
            widget = widget.previousInFocusChain() if back else widget.nextInFocusChain()
            if widget is self.view:
                return
            if widget is not None and widget.isVisible() and widget.focusPolicy() and not self.isAncestorOf(widget):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return
