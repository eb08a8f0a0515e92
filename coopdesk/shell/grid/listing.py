"""What a list shows: rows under headings, filtered, sorted and folded as the user asked, and remembered so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Generic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.empty import EmptyState
from coopdesk.shell.grid import seek
from coopdesk.shell.grid.arrange import Line, Shape, Wish, arrange, facet_counts
from coopdesk.shell.grid.bar import FilterBar
from coopdesk.shell.grid.column import Column, Group, R
from coopdesk.shell.grid.kept import Kept
from coopdesk.shell.grid.kinds import Typing
from coopdesk.shell.grid.marking import Mark, mark_of, wording
from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.grid.moves import next_place
from coopdesk.shell.grid.popup import TickList
from coopdesk.shell.grid.view import GridView
from coopdesk.shell.grid.widths import Widths
from coopdesk.shell.speech import speak
from coopdesk.shell.stack import Views
from coopdesk.words.marks import N_

WARMED = 200  # rows of which the texts are put together at once


class Listing(QWidget, Generic[R]):
    """A list to look at; `Grid` adds what can be done with it. `shown` tells that other lines are on show."""

    shown = Signal()

    def __init__(
        self, context: Context, shape: Shape, *, name: str, label: str, tall: bool, steady: bool,
        count: Callable[[int, int], str] | None, empty: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._context, self._count = context, count or self._plain_count
        self._rows: Sequence[R] = ()
        self._groups: Sequence[Group] = ()
        self.shape, self._found = shape, 0
        say = context.words.say
        self.model = GridModel(shape, [say(column.title) for column in shape.columns], self.typing, self)
        self.view = GridView(self.model, grouped=shape.of_group is not None, tall=tall, parent=self)
        self.view.setAccessibleName(say(label))
        self.model.shows = lambda at: not self.view.isColumnHidden(at)
        self.bar = FilterBar(shape, context.words)
        self.widths = Widths(self.view, shape.columns, context.settings, name)
        self.kept = Kept(context.settings, name, shape)
        self._wish = self.kept.wish()
        self.marks: Sequence[Mark] = self.kept.marks()
        self.view.mark_of = self._mark_of
        self.model.marked = self._marked
        self._off: Wish | None = None
        self._steady, self._loose = steady, False
        self._warmed = 0
        self._warm = QTimer(self, singleShot=True, interval=20)
        self._warm.timeout.connect(self._warm_some)
        self._place(empty)
        self.view.titles.sectionClicked.connect(self._sort_next)
        self.view.titles.sectionHandleDoubleClicked.connect(self.widths.autofit)
        self.view.titles.filter_asked.connect(lambda at: self.open_filter(shape.columns[at].key, self.view.titles))
        self.view.fold_asked.connect(self.fold)

    def _place(self, empty: QWidget | None) -> None:
        words = self._context.words
        undo = Action("grid.clear_filters", N_("Clear filters"), run=self.clear_filters)
        self._nothing = EmptyState("filter", words.say("Nothing fits these filters."),
                                   words.say("Everything is still there: clear the filters to see it again."),
                                   second=undo, words=words)  # fmt: skip
        self._empty = empty or QWidget()
        self._pages = Views()
        for page in (self.view, self._nothing, self._empty):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)

    def typing(self) -> Typing:
        return Typing(self._context.words, self._context.clock.today())

    def _warm_some(self) -> None:
        """Puts the texts of some rows together while nothing else is asked, so that the first letter that is sought in
        a long list does not wait for all of them."""
        begun, self._warmed = self._warmed, self._warmed + WARMED
        for row in self._rows[begun : begun + WARMED]:
            self.shape.searched(row)
        if self._warmed < len(self._rows):
            self._warm.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight the rows go back in order."""
        super().hideEvent(event)
        if self._loose:
            self._loose = False
            self._show(self._wish)

    # What is shown -------------------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[R], groups: Sequence[Group] = ()) -> None:
        """Shows these rows, and headings in this order; selection and scrolling stay where they are. Sorted rows stay
        where they stand, or one would be carried off while typing down a column; sorting again, or coming back to
        the list, puts them in order."""
        self._rows, self._groups, self._warmed = tuple(rows), tuple(groups), 0
        self.before_showing()
        self.shape.forget(rows)
        self._loose = bool(self._wish.sort or self._steady) and self.isVisible()
        self._show(self._wish)
        self._warm.start()

    def before_showing(self) -> None:
        """What a list with more than rows reads anew with them."""

    def _show(self, wish: Wish) -> None:
        filtered = wish.filters and wish != self._wish
        if wish != self._wish:
            self.kept.keep(wish)
        self._wish = wish
        self.view.folded = self.model.folded = wish.folded
        self.view.sought = wish.words
        here, line = self.view.currentIndex(), self.model.line(self.view.currentIndex())
        above = [one.id for one in self.model.lines[: here.row()]] if line is not None else []
        shown = [one.id for one in self.model.lines] if self._loose else []
        found = arrange(self._rows, self._groups, self.shape, replace(wish, folded=frozenset()), shown)
        lines = found if not wish.folded else arrange(self._rows, self._groups, self.shape, wish, shown)
        self.view.grouped = any(one.group is not None for one in found)
        self._found = sum(one.row is not None for one in found)
        self.model.show_lines(lines)
        if line is not None and self.model.at(line.id) < 0:
            self._stand_in(max((self.model.at(one) for one in above), default=-1) + 1, here.column())
        self._show_state(wish, lines)
        if filtered:
            self.say_count()
        self.shown.emit()

    def _show_state(self, wish: Wish, lines: Sequence[Line]) -> None:
        """What the bar, the titles and the empty states say of the filters and the order."""
        self.bar.show_wish(wish, self._count(self._found, len(self._rows)) if wish.filters else "")
        keys = [column.key for column in self.shape.columns]
        self.view.titles.show_filtered(frozenset(keys.index(key) for key, on in wish.facets.items() if on))
        self.view.show_sorted(keys.index(wish.sort) if wish.sort else -1, down=wish.down)
        self._pages.setCurrentIndex(0 if lines else 1 if self._rows or self._groups else 2)
        self.bar.setVisible(bool(self._rows))
        self.view.sticky.settle()

    def _stand_in(self, row: int, column: int) -> None:
        """The current row went: the row that took its place, or else the nearest before it, becomes the current one."""
        rows = [line.group is None for line in self.model.lines]
        if rows:
            after = next_place(rows, row - 1, 1)
            self.view.go(after if 0 <= after < len(rows) and rows[after] else next_place(rows, len(rows), -1), column)

    def _plain_count(self, shown: int, all: int) -> str:
        number = self._context.words.formats.number
        return self._context.words.say("{shown} of {all}", shown=number(shown), all=number(all))

    def say_count(self) -> None:
        """Has a screen reader say how many rows the filters leave."""
        self.announce(self._count(self._found, len(self._rows)))

    def announce(self, text: str) -> None:
        speak(self.view, text)

    # Filters, order, folds -----------------------------------------------------------------------------------------

    @property
    def wish(self) -> Wish:
        """What the user asked to see."""
        return self._wish

    @property
    def rows(self) -> Sequence[R]:
        """All rows, whether the filters show them or not."""
        return self._rows

    def show_wish(self, wish: Wish) -> None:
        """Shows what a saved view asks for."""
        self._loose = False
        self._show(wish)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Cells that meet one of these conditions stand out."""
        self.marks = tuple(marks)
        self.kept.keep_marks(marks)
        self.view.viewport().update()

    def _mark_of(self, column: Column[R], row: R) -> Mark | None:
        return mark_of(self.marks, column, row, self.typing()) if self.marks else None

    def _marked(self, column: Column[R], row: R) -> list[str]:
        """The mark of a cell in words, for who does not see its colour."""
        found, say = self._mark_of(column, row), self._context.words.say
        return [] if found is None else [say("marked: {what}", what=wording(found, say(column.title), self.typing()))]

    def filter_by(self, key: str, values: frozenset[str]) -> None:
        """Shows only rows with one of these values in a column; none shows all."""
        self._show(replace(self._wish, facets={**self._wish.facets, key: values}))

    def clear_filters(self) -> None:
        self._show(replace(self._wish, text="", facets={}, toggles=frozenset()))

    def switch_filters(self) -> None:
        """Ctrl+Shift+L: the filters off, and on again as they were."""
        if self._wish.filters:
            self._off = self._wish
            self.clear_filters()
            self.say_count()
        elif self._off is not None:
            self._show(replace(self._wish, text=self._off.text, facets=self._off.facets, toggles=self._off.toggles))

    def toggle(self, key: str, *, on: bool) -> None:
        """Turns a filter such as "late" on or off."""
        others = self._wish.toggles - {key}
        self._show(replace(self._wish, toggles=others | {key} if on else others))

    def sort_by(self, key: str, *, down: bool = False) -> None:
        """Puts rows in order of a column; an empty key gives the order of the page back."""
        self._loose = False
        self._show(replace(self._wish, sort=key, down=down))
        say = self._context.words.say
        if not key:
            self.announce(say("In the original order"))
            return
        title = say(self.shape.column(key).title)
        self.announce(
            say("Sorted by {title}, downwards", title=title) if down else say("Sorted by {title}", title=title)
        )

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
        filters = TickList(near, name, entries, ticked, lambda values: self.filter_by(key, values), self._context.words)
        filters.open(self._under_title(key) if near is self.view.titles else None)

    def open_columns(self, near: QWidget) -> None:
        """The columns to tick."""
        say = self._context.words.say
        first = self.view.first_column
        columns = [column for at, column in enumerate(self.shape.columns) if at != first]
        shown = frozenset(column.key for column in columns if self.widths.shows(column.key))
        entries = {column.key: (say(column.title), None) for column in columns}
        TickList(near, say("Columns"), entries, shown, self._show_columns, self._context.words).open()

    def _under_title(self, key: str) -> int:
        """Where the title of a column begins, in pixels of the titles."""
        at = [column.key for column in self.shape.columns].index(key)
        return self.view.titles.sectionViewportPosition(at)

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

    def seek(self, step: int) -> None:
        """F3: to the next cell that holds what is sought, or back; without a text, to where it is typed."""
        if not self.view.sought:
            self.bar.seek()
            return
        here, columns = self.view.currentIndex(), self.view.columns()
        place = (here.row(), columns.index(here.column()) if here.column() in columns else -1)
        found = seek.next_cell(self.model, columns, self.view.sought, place, step)
        if found is None:
            self.announce(self._context.words.say("Nothing more found."))
            return
        self.view.go(found[0], columns[found[1]])
        self.view.setFocus()
