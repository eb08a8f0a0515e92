"""The menu of ways to look at a list: grouping, marks, comments, and views kept under a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from coopdesk.shell.context import Context
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.grid.arrange import UNGROUPED
from coopdesk.shell.grid.kept import written
from coopdesk.shell.grid.listing import Listing
from coopdesk.shell.grid.marks import MarksDialog
from coopdesk.shell.labels import Label


class ViewsMenu:
    """A named view holds filters, order, grouping, folds, columns with their widths, and marks."""

    def __init__(self, context: Context, grid: Listing[Any], comments: Callable[[], object] | None) -> None:
        self._context, self._grid, self._comments = context, grid, comments

    def menu(self) -> QMenu:
        """Made when it opens."""
        say, menu = self._context.words.say, QMenu(self._grid)
        menu.aboutToHide.connect(menu.deleteLater)
        columns = menu.addAction(say("Columns…"))
        columns.triggered.connect(lambda *_: self._grid.open_columns(self._grid.bar.views))
        self._grouping(menu.addMenu(say("Group by")))
        menu.addAction(say("Marks…")).triggered.connect(lambda *_: self.open_marks())
        if self._comments is not None:
            run = self._comments
            menu.addAction(say("All comments…")).triggered.connect(lambda *_: run())
        menu.addSeparator()
        views = self._grid.kept.views()
        for name in sorted(views, key=str.casefold):
            menu.addAction(name.replace("&", "&&")).triggered.connect(partial(self._show, name))
        menu.addAction(say("Keep this view…")).triggered.connect(lambda *_: self.ask_name())
        if views:
            gone = menu.addMenu(say("Remove view"))
            for name in sorted(views, key=str.casefold):
                gone.addAction(name.replace("&", "&&")).triggered.connect(partial(self._forget, name))
        return menu

    def open(self, near: QWidget) -> None:
        """Under its button."""
        self.menu().popup(near.mapToGlobal(near.rect().bottomLeft()))

    def open_marks(self) -> None:
        """Which cells stand out."""
        grid = self._grid
        MarksDialog(grid.window(), grid.shape, grid.marks, grid.typing(), grid.show_marks).open()

    def ask_name(self) -> None:
        """A name for the present view."""
        NameDialog(self._grid.window(), self._context.words.say, self.keep).open()

    def keep(self, name: str) -> None:
        """Keeps the present view under a name; a view of that name makes way."""
        grid = self._grid
        state = {"wish": written(grid.wish), "columns": grid.widths.state(), "marks": [m.written() for m in grid.marks]}
        grid.kept.keep_views({**grid.kept.views(), name: state})
        self._context.messages.note(self._context.words.say("The view “{name}” is kept.", name=name), tone="ok")

    def _show(self, name: str, *_: object) -> None:
        grid, state = self._grid, self._grid.kept.views().get(name, {})
        grid.widths.show_state(state.get("columns", {}))
        grid.show_marks(grid.kept.read_marks(state.get("marks", [])))
        grid.show_wish(grid.kept.read(state.get("wish", {})))
        grid.view.setFocus()
        grid.announce(self._context.words.say("View {name}", name=name))

    def _forget(self, name: str, *_: object) -> None:
        views = self._grid.kept.views()
        views.pop(name, None)
        self._grid.kept.keep_views(views)

    def _grouping(self, menu: QMenu) -> None:
        grid, say = self._grid, self._context.words.say
        own = [("", say("As the screen does"))] if grid.shape.of_group is not None else []
        columns = [(column.key, say(column.title)) for column in grid.shape.columns if column.filter]
        none = UNGROUPED if own else ""
        group = QActionGroup(menu)
        for key, text in (*own, *columns, (none, say("No headings"))):
            entry = menu.addAction(text)
            entry.setCheckable(True)
            entry.setChecked(grid.wish.group == key)
            group.addAction(entry)
            entry.triggered.connect(partial(self._group, key))

    def _group(self, key: str, *_: object) -> None:
        self._grid.show_wish(replace(self._grid.wish, group=key, folded=frozenset()))


class NameDialog(Dialog):
    """Asks for a name."""

    def __init__(self, parent: QWidget, say: Callable[[str], str], keep: Callable[[str], object]) -> None:
        super().__init__(parent, say("Keep this view"), say("Filters, order, grouping, columns and marks."))
        self._keep = keep
        label, self.line = Label(say("Name"), "small", "text2"), QLineEdit()
        self.line.setAccessibleName(say("Name"))
        label.setBuddy(self.line)
        self.body.addWidget(label)
        self.body.addWidget(self.line)
        self.add_button(say("Cancel"), self.close)
        self.button = self.add_button(say("Keep view"), self._done, primary=True)
        self.button.setEnabled(False)
        self.line.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        self.line.setFocus()

    def _done(self) -> None:
        self.close()
        self._keep(" ".join(self.line.text().split()))
