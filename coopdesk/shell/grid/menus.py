"""The menus of a list, of a cell and of a column title, and what their entries and keys do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from coopdesk.shell.action import Action
from coopdesk.shell.grid.arrange import Shape
from coopdesk.shell.grid.bar import FilterBar
from coopdesk.shell.grid.clipboard import Clipboard, Way
from coopdesk.shell.grid.editing import Editing
from coopdesk.shell.grid.moving import Moving
from coopdesk.shell.grid.noting import Noting
from coopdesk.shell.grid.tracing import Tracing
from coopdesk.shell.grid.view import GridView
from coopdesk.shell.grid.widths import Widths
from coopdesk.words.catalogue import Words


class MenuOwner(Protocol):
    """What the menus use of the list they belong to."""

    @property
    def editing(self) -> Editing: ...
    @property
    def clipboard(self) -> Clipboard: ...
    @property
    def moving(self) -> Moving: ...
    @property
    def noting(self) -> Noting: ...
    @property
    def tracing(self) -> Tracing: ...
    @property
    def bar(self) -> FilterBar: ...
    @property
    def view(self) -> GridView: ...
    @property
    def shape(self) -> Shape: ...
    @property
    def widths(self) -> Widths: ...
    @property
    def removes(self) -> bool: ...
    def remove_selected(self) -> None: ...
    def open_replace(self) -> None: ...
    def page_actions(self) -> Sequence[Action]: ...
    def sort_by(self, key: str, *, down: bool = False) -> None: ...
    def switch_filters(self) -> None: ...
    def seek(self, step: int) -> None: ...
    def open_filter(self, key: str, near: QWidget) -> None: ...
    def open_columns(self, near: QWidget) -> None: ...


Entry = tuple[str, Callable[[], object]]


class Menus:
    """Menus are made when they open, so that they know what can be done now."""

    def __init__(self, grid: MenuOwner, words: Words) -> None:
        self._grid, self._words = grid, words
        editing, clipboard = grid.editing, grid.clipboard
        self.runs: dict[str, Callable[[], object]] = {
            "copy": clipboard.copy, "copy with titles": lambda: clipboard.copy(titles=True), "cut": clipboard.cut,
            "paste": clipboard.paste, "paste special": self._open_special, "fill": clipboard.fill,
            "clear": clipboard.clear, "remove": grid.remove_selected, "restore": editing.restore,
            "settle": editing.settle, "filter": grid.bar.seek, "filters": grid.switch_filters,
            "replace": grid.open_replace, "up": lambda: grid.moving.step(-1), "down": lambda: grid.moving.step(1),
            "comment": grid.noting.open, "next": lambda: grid.seek(1), "previous": lambda: grid.seek(-1),
            "source": grid.tracing.show,
        }  # fmt: skip
        grid.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.view.customContextMenuRequested.connect(self._open_cell)
        grid.view.horizontalHeader().customContextMenuRequested.connect(self._open_title)

    def ask(self, what: str) -> None:
        """Does what a key asks for; nothing where this list cannot do it."""
        self.runs.get(what, lambda: None)()

    def cell_menu(self) -> QMenu:
        """The menu of the selected cells."""
        say, menu = self._words.say, self._menu()
        for action in self._grid.page_actions():
            entry = menu.addAction(action.text(self._words))
            entry.setEnabled(action.enabled())
            entry.triggered.connect(lambda _=False, run=action.run: run())
        menu.addSeparator()
        for what, text in (
            ("cut", say("Cut") + "\tCtrl+X"),
            ("copy", say("Copy") + "\tCtrl+C"),
            ("copy with titles", say("Copy with column titles") + "\tCtrl+Shift+C"),
            ("paste", say("Paste") + "\tCtrl+V"),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, what=what: self.ask(what))
        self._fill_special(menu.addMenu(say("Paste special")))
        for what, text in (
            ("fill", say("Fill down") + "\tCtrl+D"), ("clear", say("Clear cells") + "\tDel"),
            *((("remove", say("Remove") + "\tCtrl+Del"),) if self._grid.removes else ()),
        ):  # fmt: skip
            menu.addAction(text).triggered.connect(lambda _=False, what=what: self.ask(what))
        menu.addSeparator()
        _add(menu, [(say("Replace…") + "\tCtrl+H", self._grid.open_replace)])
        if self._grid.tracing.on:
            _add(menu, [(say("Show in annex") + "\tCtrl+F2", self._grid.tracing.show)])
        if self._grid.noting.on:
            _add(menu, [(say("Comment…") + "\tShift+F2", self._grid.noting.open),
                        (say("All comments…"), self._grid.noting.open_all)])  # fmt: skip
        at = max(self._grid.view.currentIndex().column(), 0)
        column = self._grid.shape.columns[at]
        title = say("Filter by {title}…", title=say(column.title))
        menu.addAction(title).triggered.connect(lambda: self._grid.open_filter(column.key, self._grid.view.titles))
        return menu

    def title_menu(self, at: int) -> QMenu:
        """The menu of a column title."""
        say, menu, grid = self._words.say, self._menu(), self._grid
        key = grid.shape.columns[at].key
        entries: list[Entry] = [
            (say("Sort upwards"), lambda: grid.sort_by(key)),
            (say("Sort downwards"), lambda: grid.sort_by(key, down=True)),
            (say("Original order"), lambda: grid.sort_by("")),
            (say("Filter…"), lambda: grid.open_filter(key, grid.view.titles)),
            (say("Select column") + "\tCtrl+" + say("Space"), lambda: grid.view.choose_columns(at, extend=False)),
            (say("Fit width"), lambda: grid.widths.autofit(at)),
            (say("Hide column"), lambda: grid.widths.show(key, shown=False)),
            (say("Columns…"), lambda: grid.open_columns(grid.view.titles)),
        ]
        _add(menu, entries)
        return menu

    def special_menu(self) -> QMenu:
        """The ways of pasting, for Ctrl+Shift+V."""
        menu = self._menu()
        self._fill_special(menu)
        return menu

    def _fill_special(self, menu: QMenu) -> None:
        say, paste = self._words.say, self._grid.clipboard.paste
        entries: list[Entry] = [
            (say("Values only"), lambda: paste(Way(plain=True))),
            (say("Rows become columns"), lambda: paste(Way(turned=True))),
            (say("Pass over empty cells"), lambda: paste(Way(sparing=True))),
        ]
        if self._grid.editing.add_row is not None:
            entries.append((say("As new rows under the last one"), self._grid.clipboard.add_list))
        _add(menu, entries)

    def _menu(self) -> QMenu:
        menu = QMenu(self._grid.view)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open_special(self) -> None:
        view = self._grid.view
        at = view.visualRect(view.currentIndex()).bottomLeft()
        self.special_menu().popup(view.viewport().mapToGlobal(at))

    def _open_cell(self, at: QPoint) -> None:
        self.cell_menu().popup(self._grid.view.viewport().mapToGlobal(at))

    def _open_title(self, at: QPoint) -> None:
        header = self._grid.view.horizontalHeader()
        self.title_menu(header.logicalIndexAt(at)).popup(header.mapToGlobal(at))


def _add(menu: QMenu, entries: Sequence[Entry]) -> None:
    for text, run in entries:
        menu.addAction(text).triggered.connect(lambda _=False, run=run: run())
