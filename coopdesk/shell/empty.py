"""What a list or chart shows when there is nothing yet: why, and the first thing to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.shell.action import Action
from coopdesk.shell.icons import file_name, has_icon
from coopdesk.shell.labels import Button, Label, Picture
from coopdesk.words.catalogue import Words


class EmptyState(QWidget):
    """An icon, a title, one or two sentences and a first step, in the middle of the room.

    The texts are finished; the actions are put into words with `words`, or read as they stand without.
    """

    def __init__(
        self, icon: str, title: str, text: str, primary: Action | None = None, second: Action | None = None,
        words: Words | None = None, third: Action | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setAccessibleName(f"{title}. {text}")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Picture(_large(icon), "accent", 48), 0, centre)
        head, self._body = Label(title, "subtitle", wrap=True), Label(text, "body", "text2", wrap=True)
        self._title = title
        for label in (head, self._body):
            label.setAlignment(centre)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 6)
            row.addStretch(1)
            column.addLayout(row)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.buttons = [
            Button(_text(action, words), action.icon, kind, _runner(action))
            for action, kind in ((primary, "primary"), (second, ""), (third, ""))
            if action is not None
        ]
        for button in self.buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addSpacing(4)
        column.addLayout(buttons)
        column.addStretch(2)

    def show_text(self, text: str) -> None:
        """Other sentences under the title."""
        self._body.setText(text)
        self.setAccessibleName(f"{self._title}. {text}")


def _text(action: Action, words: Words | None) -> str:
    return action.title.replace("&", "") if words is None else action.plain(words)


def _runner(action: Action) -> Callable[[], object]:
    return lambda: action.run() if action.enabled() else None


def _large(icon: str) -> str:
    """The drawing made for 48 pixels, or the largest there is."""
    return next((file for size in (48, 32) if has_icon(file := f"{icon}_{size}_regular")), file_name(icon))
