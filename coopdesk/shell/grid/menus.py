"""The menus of a list, of a cell and of a column title, and what their entries and keys do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from coopdesk.shell.action import Action
from coopdesk.shell.grid.arrange import Shape
from coopdesk.shell.grid.bar import FilterBar
from coopdesk.shell.grid.editing import Editing
from coopdesk.shell.grid.view import GridView
from coopdesk.shell.grid.widths import Widths
from coopdesk.words.catalogue import Words


class MenuOwner(Protocol):
    """What the menus use of the list they belong to."""

    @property
    def editing(self) -> Editing: ...
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
    def page_actions(self) -> Sequence[Action]: ...
    def sort_by(self, key: str, *, down: bool = False) -> None: ...
    def open_filter(self, key: str, near: QWidget) -> None: ...
    def open_columns(self, near: QWidget) -> None: ...


class Menus:
    """Every key of the list has its entry here, with the key beside it."""

    def __init__(self, grid: MenuOwner, words: Words) -> None:
        self._grid, self._words = grid, words
        edits = grid.editing
        self._runs: dict[str, Callable[[], object]] = {
            "copy": edits.copy,
            "copy with titles": lambda: edits.copy(titles=True),
            "cut": edits.cut,
            "paste": edits.paste,
            "fill": edits.fill,
            "clear": edits.clear,
            "restore": edits.restore,
            "remove": grid.remove_selected,
            "filter": lambda: grid.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason),
        }
        grid.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.view.customContextMenuRequested.connect(self._open_cell)
        grid.view.horizontalHeader().customContextMenuRequested.connect(self._open_title)

    def ask(self, what: str) -> None:
        """Does what a key asks for."""
        self._runs[what]()

    def cell_menu(self) -> QMenu:
        """The menu of the selected cells."""
        say, menu = self._words.say, QMenu(self._grid.view)
        menu.aboutToHide.connect(menu.deleteLater)
        for action in self._grid.page_actions():
            entry = menu.addAction(action.text(self._words))
            entry.setEnabled(action.enabled())
            entry.triggered.connect(lambda _=False, run=action.run: run())
        menu.addSeparator()
        entries = [
            ("copy", say("Copy") + "\tCtrl+C"),
            ("copy with titles", say("Copy with column titles") + "\tCtrl+Shift+C"),
            ("paste", say("Paste") + "\tCtrl+V"),
            ("fill", say("Fill down") + "\tCtrl+D"),
            ("clear", say("Clear cells") + "\tDel"),
        ]
        if self._grid.removes:
            entries.append(("remove", say("Remove") + "\tCtrl+Del"))
        for what, text in entries:
            menu.addAction(text).triggered.connect(lambda _=False, what=what: self.ask(what))
        return menu

    def title_menu(self, at: int) -> QMenu:
        """The menu of a column title."""
        say, menu, grid = self._words.say, QMenu(self._grid.view), self._grid
        menu.aboutToHide.connect(menu.deleteLater)
        key = grid.shape.columns[at].key
        entries: list[tuple[str, Callable[[], object]]] = [
            (say("Sort upwards"), lambda: grid.sort_by(key)),
            (say("Sort downwards"), lambda: grid.sort_by(key, down=True)),
            (say("Original order"), lambda: grid.sort_by("")),
            (say("Filter…"), lambda: grid.open_filter(key, grid.view.horizontalHeader())),
            (say("Hide column"), lambda: grid.widths.show(key, shown=False)),
            (say("Columns…"), lambda: grid.open_columns(grid.view.horizontalHeader())),
        ]
        for text, run in entries:
            menu.addAction(text).triggered.connect(lambda _=False, run=run: run())
        return menu

    def _open_cell(self, at: QPoint) -> None:
        self.cell_menu().popup(self._grid.view.viewport().mapToGlobal(at))

    def _open_title(self, at: QPoint) -> None:
        header = self._grid.view.horizontalHeader()
        self.title_menu(header.logicalIndexAt(at)).popup(header.mapToGlobal(at))
