"""The first step: drop files, choose them, or paste a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coopdesk.shell.action import Action
from coopdesk.shell.widgets import EmptyState
from coopdesk.words.catalogue import Words


class DropZone(QFrame):
    """A place to drop files on."""

    def __init__(
        self, words: Words, choose: Action, paste: Action, dropped: Callable[[Sequence[Path]], object]
    ) -> None:
        """`dropped` gets the paths of the files."""
        super().__init__()
        self.setObjectName("card")
        self.setAcceptDrops(True)
        self._dropped = dropped
        column = QVBoxLayout(self)
        column.addWidget(
            EmptyState(
                "arrow_import",
                words.say("Drop Excel or CSV files here"),
                words.say(
                    "Agreements, figures per municipality or an action plan. You see everything before it is kept."
                ),
                choose,
                paste,
                words=words,
            )
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.setProperty("drop", "true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.setProperty("drop", "false")

    def dropEvent(self, event: QDropEvent) -> None:
        self.setProperty("drop", "false")
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self._dropped(files)


class StartStep(QWidget):
    """Where files are dropped, chosen or pasted."""

    def __init__(
        self, words: Words, choose: Action, paste: Action, dropped: Callable[[Sequence[Path]], object]
    ) -> None:
        """`dropped` gets the paths of the files."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(DropZone(words, choose, paste, dropped), 1)


def tally_text(words: Words, added: int, changed: int, same: int) -> str:
    """How much an import adds, changes and leaves as it is."""
    parts = [
        words.say("{n} new", n=words.formats.number(added)),
        words.say("{n} changed", n=words.formats.number(changed)),
    ]
    if same:
        parts.append(words.say("{n} already there", n=words.formats.number(same)))
    return " · ".join(parts)
