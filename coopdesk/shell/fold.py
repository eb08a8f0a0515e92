"""A part of a pane that folds away under its heading, and stays as the user left it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.shell.labels import Button
from coopdesk.shell.memory import ViewMemory


class Fold(QWidget):
    """Put things in `body`; `unfolded` says that they came on show. `name` is what its state is remembered under."""

    unfolded = Signal()

    def __init__(self, title: str, memory: ViewMemory, name: str, *, is_open: bool = True) -> None:
        super().__init__()
        self._title, self._memory, self._name = title, memory, f"fold.{name}"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        self.head = Button(title, "chevron_down", "fold", self._turn)
        column.addWidget(self.head)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, 0, 8)
        self.body.setSpacing(8)
        column.addWidget(self._inside)
        kept = memory.get(self._name)
        self._show(is_open=is_open if kept is None else kept == "open")

    @property
    def is_open(self) -> bool:
        return not self._inside.isHidden()

    def count(self, n: str) -> None:
        """What stands behind the heading, such as how many there are inside."""
        self.head.setText(f"{self._title} ({n})" if n else self._title)
        self._name_head()

    def open(self) -> None:
        """Comes open, whatever it was."""
        if not self.is_open:
            self._turn()

    def _turn(self) -> None:
        self._show(is_open=not self.is_open)
        self._memory.put(self._name, "open" if self.is_open else "shut")
        if self.is_open:
            self.unfolded.emit()

    def _show(self, *, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        self.head.show_icon("chevron_down" if is_open else "chevron_right")
        self._name_head()

    def _name_head(self) -> None:
        self.head.setAccessibleName(self.head.text())
        self.head.setAccessibleDescription("▾" if self.is_open else "▸")
