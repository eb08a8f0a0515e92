"""The first step: drop a file or choose one; below it what was imported before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.annex.kept import ImportBatch
from coopdesk.annex.ui.wording import KINDS
from coopdesk.shell.action import Action
from coopdesk.shell.widgets import Card, EmptyState, Label, Picture
from coopdesk.words.catalogue import Words


class DropZone(QFrame):
    """A place to drop files on."""

    def __init__(self, words: Words, choose: Action, dropped: Callable[[Sequence[Path]], None]) -> None:
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
    """The drop zone over the list of earlier imports."""

    def __init__(self, words: Words, choose: Action, dropped: Callable[[Sequence[Path]], None]) -> None:
        """Shows the zone; the list comes with `show_batches`."""
        super().__init__()
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(DropZone(words, choose, dropped), 3)
        self._earlier = Card(words.say("Imported before"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._earlier.body.addLayout(self._rows)
        column.addWidget(self._earlier)
        self._earlier.hide()

    def show_batches(self, batches: Sequence[ImportBatch]) -> None:
        """The latest imports with what they brought."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for batch in batches[:6]:
            self._rows.addWidget(self._row(batch))
        self._earlier.setVisible(bool(batches))

    def _row(self, batch: ImportBatch) -> QWidget:
        words = self._words
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Picture("document_table", "text2", 20))
        line.addWidget(Label(batch.name), 3)
        line.addWidget(Label(words.say(KINDS[batch.kind]), "body", "text2"), 1)
        line.addWidget(Label(tally_text(words, batch.added, batch.changed, batch.same), "body", "text2"), 3)
        line.addWidget(Label(words.formats.day(batch.at), "body", "text2"))
        return row


def tally_text(words: Words, added: int, changed: int, same: int) -> str:
    """How much an import adds, changes and leaves as it is."""
    parts = [
        words.say("{n} new", n=words.formats.number(added)),
        words.say("{n} changed", n=words.formats.number(changed)),
    ]
    if same:
        parts.append(words.say("{n} already there", n=words.formats.number(same)))
    return " · ".join(parts)
