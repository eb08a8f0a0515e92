"""What rests on the thing on show, each with the way there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.shell.context import Context
from coopdesk.shell.labels import Label, NameButton
from coopdesk.shell.place import Place


@dataclass(frozen=True, slots=True)
class Way:
    """Something on another page: how it is called, its icon, and where it stands."""

    text: str
    icon: str
    place: Place


Ways = Callable[[str], Sequence[Way]]


def no_ways(_: str) -> Sequence[Way]:
    """Nothing leads anywhere: for a page on its own."""
    return ()


class WayList(QWidget):
    """A button for each under a heading; without any it is gone, or says why with the text of `show_ways`."""

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[Way, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(title, "strong"))
        self.none = Label("", "body", "text2", wrap=True)
        column.addWidget(self.none)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        self.hide()

    def show_ways(self, ways: Sequence[Way], none: str = "") -> None:
        """Shows these; the buttons stay where nothing changed, and with them the focus."""
        if tuple(ways) != self._shown:
            self._shown = tuple(ways)
            self._fill()
        self.none.setText(none)
        self.none.setVisible(not ways)
        self.setVisible(bool(ways or none))

    def _fill(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for way in self._shown:
            self._list.addWidget(NameButton(way.text, way.icon, partial(self._context.go.to, way.place), "left"))
