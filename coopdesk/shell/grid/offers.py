"""Offers names while one types: those that hold the typed letters, whatever their accents and capitals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from coopdesk.shell.matching import plain

MOST = 50  # names offered at once


class Offers(QCompleter):
    """A completer that finds names as people type them; Qt's own minds accents. `without` names are not offered."""

    def __init__(self, line: QLineEdit, names: Sequence[str]) -> None:
        super().__init__(line)
        self._found = QStringListModel(list(names[:MOST]), self)
        self.setModel(self._found)
        self._names = list(names)
        self.without: Sequence[str] = ()
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setWidget(line)

    def look(self, text: str) -> None:
        """Offers what fits, or nothing."""
        wanted = plain(text)
        found = self._fitting(wanted) if wanted else []
        self._found.setStringList(found)
        if found and found != [text]:
            self.complete()
        else:
            self.close_list()

    def offer_all(self) -> None:
        """Alt+Down: every name."""
        self._found.setStringList(self._fitting(""))
        self.complete()

    def close_list(self) -> None:
        popup = self.popup()
        if popup is not None:
            popup.hide()

    @property
    def is_open(self) -> bool:
        popup = self.popup()
        return popup is not None and popup.isVisible()

    @property
    def chosen(self) -> str:
        """The name the user stands on in the list; empty when on none."""
        popup = self.popup()
        index = popup.currentIndex() if popup is not None and popup.isVisible() else None
        return str(index.data()) if index is not None and index.isValid() else ""

    def _fitting(self, wanted: str) -> list[str]:
        left = [name for name in self._names if name not in self.without]
        begin = [name for name in left if plain(name).startswith(wanted)]
        return [*begin, *(name for name in left if wanted in plain(name) and name not in begin)][:MOST]
