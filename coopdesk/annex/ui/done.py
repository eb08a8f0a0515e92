"""The third step: what was imported, with a way back and a way on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.annex.commands import Imported
from coopdesk.annex.merge.tally import Comparison, notes_text
from coopdesk.annex.model import Verdict
from coopdesk.annex.report import report_of
from coopdesk.annex.ui.account import account_text
from coopdesk.annex.ui.session import Session
from coopdesk.annex.ui.start import tally_text
from coopdesk.shell.context import Context
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.flow import FlowLayout
from coopdesk.shell.widgets import Button, Card, Label, Picture


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the user can go from here: what came in, back, on, to the remarks, and to two workbooks and a name."""

    show: Callable[[], object]
    undo: Callable[[], object]
    another: Callable[[], object]
    remarks: Callable[[], object]
    save_account: Callable[[], object]
    save_left: Callable[[], object]
    name: Callable[[str], object]


class DoneStep(QWidget):
    """A card with what happened; the mapping can be given a name here."""

    def __init__(self, context: Context, ways: Ways) -> None:
        """Empty until an import is shown."""
        super().__init__()
        words = self._words = context.words
        self._say = context.messages.announce
        self.batch_id = ""  # of the import on show; empty where it brought nothing
        self._title, self._text = Label("", "subtitle", wrap=True), Label("", wrap=True)
        self._account = Label("", "body", "text2", wrap=True)
        self._picture = Picture("checkmark_circle", "okFg", 20)
        self.show_button = Button(words.say("Show"), "open", "primary", ways.show)
        self.undo_button = Button(words.say("Undo import"), "arrow_undo", run=ways.undo)
        self.another_button = Button(words.say("Import another file"), "arrow_import", run=ways.another)
        self.remarks_button = Button("", "warning", run=ways.remarks)
        self.left_button = Button(words.say("Save rows to correct…"), "save", run=ways.save_left)
        self.left_button.setToolTip(
            words.say("A workbook with the rows that stayed out and why. Correct it in Excel and drop it here again.")
        )
        self.account_button = Button(words.say("Save account…"), "document_table", run=ways.save_account)
        hint = words.say("The next file with the same column titles is then read the same way.")
        self.name = TextField(context, words.say("Remember this mapping as"), hint=hint, example=words.say("Annex 2"))
        self.name.committed.connect(lambda text: ways.name(str(text or "")))
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self._picture)
        head.addWidget(self._title, 1)
        card.body.addLayout(head)
        card.body.addWidget(self._text)
        card.body.addWidget(self._account)
        for row in (
            (self.show_button, self.undo_button, self.another_button),
            (self.remarks_button, self.left_button, self.account_button),
        ):
            room = QWidget()
            flow = FlowLayout(room)
            for button in row:
                flow.addWidget(button)
            card.body.addWidget(room)
        side = Card()
        side.body.addWidget(self.name)
        side.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(card, 2)
        line.addWidget(side, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addStretch(1)

    def show_import(
        self, session: Session, imported: Imported, found: Comparison, name: str, waiting: Sequence[str] = ()
    ) -> None:
        """What came in, how the rows of the file add up, and which file is next; `name` is that of the mapping."""
        words, tally, reading = self._words, imported.tally, session.reading
        self.batch_id = imported.batch_id
        file = reading.book.name
        if imported.batch_id:
            self._title.setText(words.say("“{file}” is imported", file=file))
        else:
            self._title.setText(words.say("Everything in “{file}” was already there", file=file))
        counted = tally_text(words, tally.added, tally.changed, tally.same)
        self._text.setText(" ".join(filter(None, (f"{counted}.", notes_text(words, tally)))))
        self._say(f"{self._title.text()}. {self._text.text()}")
        report = report_of(reading, (*found.differences, *found.twins))
        self._account.setText("\n".join(account_text(words, report)))
        self._picture.show_icon(*(("checkmark_circle", "okFg") if report.balanced else ("warning", "warnFg")))
        flagged = len(reading.of(Verdict.FLAGGED))
        self.undo_button.setVisible(bool(imported.batch_id))
        self.remarks_button.setText(words.count("Show the {n} row to check", "Show the {n} rows to check", flagged))
        self.remarks_button.setAccessibleName(self.remarks_button.text())
        self.remarks_button.setVisible(flagged > 0)
        self.left_button.setVisible(flagged > 0)
        self.name.show_value(name)
        following = words.say("Next file: “{file}”", file=waiting[0]) if waiting else ""
        self.another_button.setText(following or words.say("Import another file"))
