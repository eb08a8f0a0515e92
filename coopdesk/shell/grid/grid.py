"""The one grid every list of the program uses: shows frozen rows and turns what is typed into commands.

See Column for what a list consists of. A page places `grid.bar` in its row of filters and the grid in its body, then
calls `show_rows(rows, groups)` whenever it has read again. An edit refused by its kind, its command or the desk leaves
the typed text in the cell with the reason. A paste, a fill or a clear is one Batch: one step to undo.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Generic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from coopdesk.desk.command import Command
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.empty import EmptyState
from coopdesk.shell.grid.arrange import Line, Shape, Toggle, Wish, arrange, facet_counts
from coopdesk.shell.grid.bar import FilterBar
from coopdesk.shell.grid.column import Column, Group, R
from coopdesk.shell.grid.editing import AddRow, Editing, EditRow
from coopdesk.shell.grid.kinds import Typing
from coopdesk.shell.grid.menus import Menus
from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.grid.moves import next_place
from coopdesk.shell.grid.popup import TickList
from coopdesk.shell.grid.totals import totals
from coopdesk.shell.grid.view import GridView
from coopdesk.shell.grid.widths import Widths
from coopdesk.words.marks import N_


class Grid(QWidget, Generic[R]):
    """A list of rows with columns, filters and, with `of_group`, headings.

    `name` is what its widths are remembered under, `label` the msgid a screen reader says. `edit_row` makes one command
    of several changed cells of a row, `add_row` one of the cells of a pasted new row (its result is the new id),
    `remove` one that removes rows (Ctrl+Delete). `count` words "10 of 14 actions". `tall` leaves room for two lines.
    """

    current_changed = Signal(object)
    activated = Signal(object)
    totals_changed = Signal(str)

    def __init__(
        self, context: Context, columns: Sequence[Column[R]], *, name: str, label: str,
        of_group: Callable[[R], str] | None = None, toggles: Sequence[Toggle] = (), empty: QWidget | None = None,
        count: Callable[[int, int], str] | None = None, edit_row: EditRow | None = None, add_row: AddRow | None = None,
        remove: Callable[[Sequence[R]], Command | None] | None = None, menu: Callable[[], Sequence[Action]] = tuple,
        tall: bool = True,
    ) -> None:  # fmt: skip
        super().__init__()
        self._context, self._remove, self._menu = context, remove, menu
        self._count = count or self._plain_count
        self._rows: Sequence[R] = ()
        self._groups: Sequence[Group] = ()
        self._wish = Wish()
        self.shape = Shape(tuple(columns), of_group, tuple(toggles))
        titles = [context.words.say(column.title) for column in columns]
        self.model = GridModel(self.shape, titles, self._typing, self)
        self.view = GridView(self.model, grouped=of_group is not None, tall=tall, parent=self)
        self.view.setAccessibleName(context.words.say(label))
        self.editing = Editing(context, self.view, self.model)
        self.editing.edit_row, self.editing.add_row = edit_row, add_row
        self.bar = FilterBar(self.shape, context.words)
        self.widths = Widths(self.view, self.shape.columns, context.settings, name)
        self.menus = Menus(self, context.words)
        self._settle(empty)
        self._connect()

    def _settle(self, empty: QWidget | None) -> None:
        words = self._context.words
        undo = Action("grid.clear_filters", N_("Clear filters"), run=self.clear_filters)
        self._nothing = EmptyState("filter", words.say("Nothing fits these filters."),
                                   words.say("Everything is still there: clear the filters to see it again."),
                                   second=undo, words=words)  # fmt: skip
        self._empty = empty or QWidget()
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (self.view, self._nothing, self._empty):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(pages, 1)

    def _connect(self) -> None:
        bar, view = self.bar, self.view
        bar.text_changed.connect(lambda text: self._show(replace(self._wish, text=text)))
        bar.facet_asked.connect(self.open_filter)
        bar.toggled.connect(self._toggle)
        bar.cleared.connect(self.clear_filters)
        bar.columns_asked.connect(self.open_columns)
        bar.left.connect(view.setFocus)
        view.asked.connect(self._do)
        view.activated_row.connect(self.activated)
        view.fold_asked.connect(self.fold)
        view.leave_asked.connect(self._leave)
        self.totals_changed.connect(self._context.messages.totals)
        view.horizontalHeader().sectionClicked.connect(self._sort_next)
        # Both signals come while Qt is still changing the selection; pages read it once that is done.
        self._tell_later = QTimer(self, singleShot=True, interval=0)
        self._tell_later.timeout.connect(lambda: self.current_changed.emit(self.current()))
        view.selectionModel().currentChanged.connect(lambda *_: self._tell_later.start())
        view.selectionModel().selectionChanged.connect(lambda *_: self._total())

    # What is shown -------------------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[R], groups: Sequence[Group] = ()) -> None:
        """Shows these rows, and headings in this order; selection and scrolling stay where they are."""
        self._rows, self._groups = tuple(rows), tuple(groups)
        self._show(self._wish)

    def _show(self, wish: Wish) -> None:
        self._wish = wish
        self.view.folded = wish.folded
        here, line = self.view.currentIndex(), self._line()
        above = [one.id for one in self.model.lines[: here.row()]] if line is not None else []
        lines = arrange(self._rows, self._groups, self.shape, wish)
        self.model.show_lines(lines)
        if line is not None and self.model.at(line.id) < 0:
            self._stand_in(max((self.model.at(one) for one in above), default=-1) + 1, here.column())
        shown = sum(line.row is not None for line in arrange(self._rows, self._groups, self.shape,
                                                             replace(wish, folded=frozenset())))  # fmt: skip
        self.bar.show_wish(wish, self._count(shown, len(self._rows)) if wish.filters else "")
        self._pages.setCurrentIndex(0 if lines else 1 if self._rows or self._groups else 2)
        self.bar.setVisible(bool(self._rows))
        self._tell_later.start()

    def _stand_in(self, row: int, column: int) -> None:
        """The current row went: the row that took its place, or else the nearest before it, becomes the current one."""
        rows = [line.group is None for line in self.model.lines]
        if rows:
            after = next_place(rows, row - 1, 1)
            self.view.go(after if 0 <= after < len(rows) and rows[after] else next_place(rows, len(rows), -1), column)

    def _typing(self) -> Typing:
        return Typing(self._context.words, self._context.clock.today())

    def _plain_count(self, shown: int, all: int) -> str:
        number = self._context.words.formats.number
        return self._context.words.say("{shown} of {all}", shown=number(shown), all=number(all))

    def read_before_edit(self, read: Callable[[], object]) -> None:
        """What brings the rows up to date before a cell is changed: a page's `refresh_now(forced=False)`."""
        self.editing.freshen = read

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
        return line.group.id if line.group is not None else self.shape.of_group(line.row)

    def selected(self) -> list[R]:
        """The rows of which a cell is selected, from top to bottom."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedIndexes()})
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
        """Opens the editor in a cell."""
        if self.select(id, key):
            self.view.setFocus()
            self.view.edit(self.model.where(id, key))

    def _line(self) -> Line | None:
        return self.model.line(self.view.currentIndex())

    # Filters, order, folds -----------------------------------------------------------------------------------------

    @property
    def wish(self) -> Wish:
        """What the user asked to see."""
        return self._wish

    def filter_by(self, key: str, values: frozenset[str]) -> None:
        """Shows only rows with one of these values in a column; none shows all."""
        self._show(replace(self._wish, facets={**self._wish.facets, key: values}))

    def clear_filters(self) -> None:
        self._show(replace(self._wish, text="", facets={}, toggles=frozenset()))

    def toggle(self, key: str, *, on: bool) -> None:
        """Turns a filter such as "late" on or off."""
        others = self._wish.toggles - {key}
        self._show(replace(self._wish, toggles=others | {key} if on else others))

    def sort_by(self, key: str, *, down: bool = False) -> None:
        """Puts rows in order of a column; an empty key gives the order of the page back."""
        self._show(replace(self._wish, sort=key, down=down))
        keys = [column.key for column in self.shape.columns]
        self.view.show_sorted(keys.index(key) if key else -1, down=down)

    def fold(self, group: str, on: bool) -> None:  # noqa: FBT001 - a slot
        """Folds the rows of a heading away, or back."""
        folded = self._wish.folded | {group} if on else self._wish.folded - {group}
        if folded != self._wish.folded:
            self._show(replace(self._wish, folded=folded))

    def open_filter(self, key: str, near: QWidget) -> None:
        """The values of a column to tick, with how many rows have each."""
        counts = facet_counts(self._rows, self.shape, self._wish, key)
        entries: Mapping[str, tuple[str, int | None]] = {value: (value, n) for value, n in counts.items()}
        name = self._context.words.say(self.shape.column(key).title)
        ticked = self._wish.facets.get(key, frozenset())
        TickList(near, name, entries, ticked, lambda values: self.filter_by(key, values), self._context.words).open()

    def open_columns(self, near: QWidget) -> None:
        """The columns to tick."""
        say = self._context.words.say
        first = self.view.first_column
        columns = [column for at, column in enumerate(self.shape.columns) if at != first]
        shown = frozenset(column.key for column in columns if self.widths.shows(column.key))
        entries = {column.key: (say(column.title), None) for column in columns}
        TickList(near, say("Columns"), entries, shown, self._show_columns, self._context.words).open()

    def _show_columns(self, keys: frozenset[str]) -> None:
        for column in self.shape.columns:
            if self.widths.shows(column.key) != (column.key in keys):
                self.widths.show(column.key, shown=column.key in keys)

    def _toggle(self, key: str) -> None:
        self.toggle(key, on=key not in self._wish.toggles)

    def _sort_next(self, at: int) -> None:
        """Up, down, and at the third click the order of the page."""
        key = self.shape.columns[at].key
        if self._wish.sort != key:
            self.sort_by(key)
        elif not self._wish.down:
            self.sort_by(key, down=True)
        else:
            self.sort_by("")

    # Keys and menus ------------------------------------------------------------------------------------------------

    def _do(self, what: str) -> None:
        self.menus.ask(what)

    def remove_selected(self) -> None:
        rows = self.selected()
        if self._remove is not None and rows and (command := self._remove(rows)) is not None:
            self._context.submit(command, self)

    def page_actions(self) -> Sequence[Action]:
        """What the page adds to the menu of a row."""
        return self._menu()

    @property
    def removes(self) -> bool:
        return self._remove is not None

    def _total(self) -> None:
        found = [(self.shape.columns[i.column()], line.row) for i in self.view.selectionModel().selectedIndexes()
                 if (line := self.model.line(i)) is not None and line.row is not None]  # fmt: skip
        self.totals_changed.emit(totals(found, self._context.words))

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
