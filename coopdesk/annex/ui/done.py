"""The third step: what was imported, with a way back and a way on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.annex.commands import Imported
from coopdesk.annex.merge.tally import undated_text
from coopdesk.annex.model import Reading, Verdict
from coopdesk.annex.ui.start import tally_text
from coopdesk.shell.widgets import Button, Card, Label, Picture
from coopdesk.words.catalogue import Words


class DoneStep(QWidget):
    """A card in the middle; `show_it` goes to what came in, `undo` takes it back, `another` starts over."""

    def __init__(
        self, words: Words, show_it: Callable[[], object], undo: Callable[[], object], another: Callable[[], object]
    ) -> None:
        """Empty until an import is shown."""
        super().__init__()
        self._words = words
        self._title, self._text = Label("", "subtitle", wrap=True), Label("", wrap=True)
        self._rows = Label("", "body", "text2", wrap=True)
        card = Card()
        head = QHBoxLayout()
        head.addWidget(Picture("checkmark_circle", "okFg", 20))
        head.addWidget(self._title, 1)
        card.body.addLayout(head)
        card.body.addWidget(self._text)
        card.body.addWidget(self._rows)
        buttons = QHBoxLayout()
        self.show_button = Button(words.say("Show"), "open", "primary", show_it)
        self.undo_button = Button(words.say("Undo import"), "arrow_undo", run=undo)
        self.another_button = Button(words.say("Import another file"), "arrow_import", run=another)
        for button in (self.show_button, self.undo_button, self.another_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        row = QHBoxLayout()
        row.addWidget(card, 2)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_import(self, reading: Reading, imported: Imported, waiting: Sequence[str] = ()) -> None:
        """What came in, how the rows of the file add up, and which file is next."""
        words, tally = self._words, imported.tally
        number = words.formats.number
        name = reading.book.name
        if imported.batch_id:
            self._title.setText(words.say("“{file}” is imported", file=name))
        else:
            self._title.setText(words.say("Everything in “{file}” was already there", file=name))
        counted = tally_text(words, tally.added, tally.changed, tally.same)
        note = undated_text(words, tally.undated)
        self._text.setText(f"{counted}. {note}" if note else counted)
        source = number(len(reading.lines))
        came, flagged, out = (number(len(reading.of(verdict))) for verdict in Verdict)
        self._rows.setText(
            words.say(
                "{source} rows in the file = {imported} imported + {flagged} to check + {skipped} skipped",
                source=source,
                imported=came,
                flagged=flagged,
                skipped=out,
            )
        )
        self.undo_button.setVisible(bool(imported.batch_id))
        following = words.say("Next file: “{file}”", file=waiting[0]) if waiting else ""
        self.another_button.setText(following or words.say("Import another file"))
