"""Messages in the layout: a bar under the list with what happened and what can be done, never floating over rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from coopdesk.shell.labels import Button, IconButton, Label, Picture

ICONS = {"info": "info", "ok": "checkmark_circle", "warn": "warning", "err": "error_circle"}
STAYS = 20_000  # milliseconds a message stays that asks nothing


@dataclass(frozen=True, slots=True)
class Choice:
    """A button on a bar: finished text, icon and what it does."""

    text: str
    run: Callable[[], object]
    icon: str = ""


class Bar(QFrame):
    """One message in the layout."""

    def __init__(
        self, text: str, tone: str, choices: tuple[Choice, ...], close: tuple[str, Callable[[], object]]
    ) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        self.text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(Picture(ICONS[tone], f"{tone}Fg", 18))
        row.addWidget(Label(text, wrap=True), 1)
        self._from = QApplication.focusWidget()
        for choice in choices:
            row.addWidget(Button(choice.text, choice.icon, run=choice.run))
        if close[0]:
            row.addWidget(IconButton("dismiss", *close))

    def give_back(self) -> None:
        """A bar that goes with the focus in it gives it back to where it was when the bar came, or the next key would
        go to whatever stands first in the window."""
        here, back = QApplication.focusWidget(), self._from
        if here is not None and self.isAncestorOf(here) and back is not None and isValid(back) and back.isVisible():
            back.setFocus()


class BarStack(QWidget):
    """The place for bars: at most one passing message, and above it what must not be missed."""

    def __init__(self, close_text: str) -> None:
        super().__init__()
        self._close_text = close_text
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._passing: Bar | None = None
        self._lasting: Bar | None = None
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self.clear)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is on show, top first."""
        return [bar.text for bar in (self._lasting, self._passing) if bar is not None]

    def show_passing(self, text: str, tone: str, choices: tuple[Choice, ...] = (), *, stays: bool = False) -> None:
        """Shows a message until the next one, a new change or, unless it stays, 20 seconds."""
        self.clear()
        self._passing = Bar(text, tone, choices, (self._close_text, self.clear))
        self._column.addWidget(self._passing)
        self.show()
        self._timer.stop()
        if not stays:
            self._timer.start()

    def show_lasting(self, text: str, tone: str, choices: tuple[Choice, ...]) -> None:
        """Shows a message that only its cause can take away."""
        self.clear_lasting()
        self._lasting = Bar(text, tone, choices, ("", lambda: None))
        self._column.insertWidget(0, self._lasting)
        self.show()

    def clear(self) -> None:
        self._timer.stop()
        bar, self._passing = self._passing, None
        self._drop(bar)

    def clear_lasting(self) -> None:
        bar, self._lasting = self._lasting, None
        self._drop(bar)

    def _drop(self, bar: Bar | None) -> None:
        if bar is not None:
            bar.give_back()
            bar.hide()
            bar.deleteLater()
        self.setVisible(self._passing is not None or self._lasting is not None)
