"""Choosing the area that all screens look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from coopdesk.shell.action import Action
from coopdesk.shell.context import AreaChoice
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """An area to choose; its name is finished text."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Areas:
    """Where the window finds the areas: `entries` reads them anew; `none` is what the button says when none is chosen
    (finished text); `all` offers looking at all of them at once; `more` are the things to do about areas."""

    entries: Callable[[], Sequence[AreaEntry]]
    none: str = ""
    all: bool = False
    more: tuple[Action, ...] = ()
    preferred: Callable[[], str | None] = lambda: None

    def current(self) -> str | None:
        """The area to begin with: the preferred one if it still exists, else the first."""
        ids = [entry.id for entry in self.entries()]
        wanted = self.preferred()
        return wanted if wanted in ids else next(iter(ids), None)

    def name(self, id: str | None) -> str:
        """The name of an area."""
        return next((entry.name for entry in self.entries() if entry.id == id), self.none)


class AreaMenu:
    """The menu under the area button."""

    def __init__(self, button: QWidget, words: Words, areas: Areas, choice: AreaChoice) -> None:
        self._button = button
        self.menu = QMenu(button)
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        for entry in areas.entries():
            self._add(entry.name, partial(choice.choose, entry.id), on=choice.id == entry.id)
        if areas.all:
            self._add(words.say("All areas"), partial(choice.choose, None), on=choice.id is None)
        if areas.more:
            self.menu.addSeparator()
        for action in areas.more:
            self._add(action.plain(words), action.run)

    def open(self) -> None:
        self.menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 2)))

    def _add(self, text: str, run: Callable[[], object], *, on: bool | None = None) -> None:
        made = QAction(text.replace("&", "&&"), self.menu)
        if on is not None:
            made.setCheckable(True)
            made.setChecked(on)
        made.triggered.connect(lambda *_: run())
        self.menu.addAction(made)
