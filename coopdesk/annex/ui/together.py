"""Several files in one go: what each of them is, which can come in at once and which need a look."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coopdesk.annex.commands import Imported
from coopdesk.annex.merge.tally import Comparison
from coopdesk.annex.model import Verdict
from coopdesk.annex.ui.session import Session
from coopdesk.annex.ui.start import tally_text
from coopdesk.annex.ui.wording import KINDS
from coopdesk.shell.widgets import Button, Card, Label, Picture, Pill
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Waiting:
    """One of several files: read or refused (`problem` says why), and what importing it would do or did. `came` is the
    import that was undone or redone since; `imported` is it as long as it is in."""

    path: Path
    session: Session | None = None
    found: Comparison = field(default_factory=Comparison)
    problem: str = ""
    clear: bool = False
    imported: Imported | None = None
    came: Imported | None = None

    @property
    def ready(self) -> bool:
        """Whether it can come in without anyone looking at it first, and brings something."""
        return self.clear and self.imported is None and not self.there

    @property
    def there(self) -> bool:
        """Whether everything in it was there already."""
        tally = self.found.tally
        return self.clear and not (tally.added or tally.changed)

    @property
    def asks(self) -> bool:
        """Whether a person has to look at it first."""
        return self.session is not None and not self.clear and self.imported is None

    @property
    def batch_id(self) -> str:
        """The import it came in with; empty when nothing of it was new."""
        return self.imported.batch_id if self.imported is not None else ""

    def done(self, imported: Imported) -> Waiting:
        """The same file once it came in."""
        return replace(self, imported=imported, came=imported)

    def among(self, batches: Collection[str]) -> Waiting:
        """The same file once its import was undone or redone: `batches` are the imports there are."""
        if self.came is None or not self.came.batch_id:
            return self
        return replace(self, imported=self.came if self.came.batch_id in batches else None)


class TogetherStep(QWidget):
    """A row per file. `look` gets the place of a file in the list; `bring` imports all that are ready, `undo` takes all
    back, `leave` goes back to the start."""

    def __init__(
        self, words: Words, look: Callable[[int], object], bring: Callable[[], object], undo: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:  # fmt: skip
        """Empty until files are shown."""
        super().__init__()
        self._words, self._look = words, look
        self.looks: list[Button] = []
        self._counts = Label("", wrap=True)
        self.undo_button = Button(words.say("Undo all"), "arrow_undo", run=undo)
        self.leave_button = Button(words.say("Import other files"), run=leave)
        self.button = Button("", "", "primary", bring)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        card = Card()
        card.body.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._counts, 1)
        for button in (self.undo_button, self.leave_button, self.button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card, 1)
        column.addLayout(foot)

    def show_files(self, files: Sequence[Waiting]) -> None:
        """Shows the files as they are now."""
        words, room = self._words, QWidget()
        room.setObjectName("plain")
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        self.looks = []
        for at, file in enumerate(files):
            column.addWidget(self._row(at, file))
        column.addStretch(1)
        self._scroll.setWidget(room)
        room.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        ready = [file for file in files if file.ready]
        rows = sum(file.session.rows for file in ready if file.session is not None)
        self._counts.setText(summary(words, files))
        self.button.setText(
            words.count("Import {n} row", "Import {n} rows", rows)
            if len(ready) < 2
            else words.say("Import {rows} rows of {files} files", rows=words.formats.number(rows),
                           files=words.formats.number(len(ready)))
        )  # fmt: skip
        self.button.setEnabled(bool(ready))
        self.button.setVisible(bool(ready) or all(file.imported is None for file in files))
        self.undo_button.setVisible(any(file.batch_id for file in files))

    def _row(self, at: int, file: Waiting) -> QWidget:
        words = self._words
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(Picture("document_table", "text2", 20))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(file.path.name, "strong", wrap=True))
        texts.addWidget(Label(self._told(file), "small", "text2", wrap=True))
        line.addLayout(texts, 1)
        line.addWidget(_pill(words, file))
        button = Button(words.say("Look at it"), run=lambda: self._look(at))
        button.setAccessibleName(words.say("Look at “{file}”", file=file.path.name))
        button.setVisible(file.session is not None and file.imported is None)
        self.looks.append(button)
        line.addWidget(button)
        return row

    def _told(self, file: Waiting) -> str:
        words, session = self._words, file.session
        if session is None:
            return file.problem
        kind = session.reading.kind
        parts = [words.say(KINDS[kind])] if kind is not None else []
        tally = file.imported.tally if file.imported is not None else file.found.tally
        parts.append(tally_text(words, tally.added, tally.changed, tally.same))
        flagged, skipped = (len(session.reading.of(v)) for v in (Verdict.FLAGGED, Verdict.SKIPPED))
        if flagged:
            parts.append(words.count("{n} row to check", "{n} rows to check", flagged))
        parts.append(words.count("{n} row skipped", "{n} rows skipped", skipped))
        return " · ".join(parts)


def _pill(words: Words, file: Waiting) -> Pill:
    if file.imported is not None:
        return Pill(words.say("Imported"), "checkmark_circle_16_filled", "ok")
    if file.session is None:
        return Pill(words.say("Not read"), "dismiss_circle_16_regular", "err")
    if file.there:
        return Pill(words.say("Already there"), "checkmark_circle_16_regular", "neutral")
    if file.clear:
        return Pill(words.say("Ready"), "checkmark_circle_16_regular", "ok")
    return Pill(words.say("Needs a look"), "warning_16_filled", "warn")


def summary(words: Words, files: Sequence[Waiting]) -> str:
    """How many files are ready, need a look, could not be read and came in."""
    ready = [file for file in files if file.ready]
    rows = sum(file.session.rows for file in ready if file.session is not None)
    asks, done = sum(f.asks for f in files), sum(f.imported is not None for f in files)
    refused = sum(file.session is None for file in files)
    parts = []
    if done:
        parts.append(words.count("{n} file imported", "{n} files imported", done))
    if ready:
        parts.append(
            words.count("{n} file ready, {rows} rows", "{n} files ready, {rows} rows", len(ready),
                        rows=words.formats.number(rows))
        )  # fmt: skip
    if asks:
        parts.append(words.count("{n} file needs a look", "{n} files need a look", asks))
    if there := sum(file.there and file.imported is None for file in files):
        parts.append(words.count("{n} file was there already", "{n} files were there already", there))
    if refused:
        parts.append(words.count("{n} file could not be read", "{n} files could not be read", refused))
    return " · ".join(parts)
