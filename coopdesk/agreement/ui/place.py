"""A municipality in the detail pane: what agreements it has or had, and why it has none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.agreement.commands.belonging import SetAbsenceReason
from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.queries.coverage import CoverageRow
from coopdesk.agreement.ui.labels import COVERAGE_LOOKS, COVERAGES
from coopdesk.agreement.ui.link import LinkButton
from coopdesk.agreement.ui.onward import PAGE
from coopdesk.agreement.wording import STATES
from coopdesk.shell.context import Context
from coopdesk.shell.fields.text import NoteField
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.place import Place
from coopdesk.shell.widgets import NoteBar, Pill, SectionTitle
from coopdesk.territory.gazetteer import Gazetteer


class PlaceForm(QWidget):
    """The coverage of one municipality on the day looked at."""

    def __init__(self, context: Context, gazetteer: Gazetteer, add: Callable[[str], object]) -> None:
        super().__init__()
        self._context, self._gazetteer = context, gazetteer
        self._row: CoverageRow | None = None
        words = context.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.pill = Pill()
        column.addWidget(self.pill)
        self._former = NoteBar("", "info")
        column.addWidget(self._former)
        column.addWidget(SectionTitle(words.say("Agreements")))
        self._links = QVBoxLayout()
        self._links.setSpacing(2)
        column.addLayout(self._links)
        self.reason = NoteField(context, words.say("Why is there no agreement?"), lines=3)
        self.reason.edit.setMaximumHeight(self.reason.edit.minimumHeight())
        self.reason.committed.connect(self._set_reason)
        column.addWidget(self.reason)
        self._add = Button(words.say("Add an agreement for this municipality"), "add", "", lambda: self._start(add))
        column.addWidget(self._add)
        column.addStretch(1)

    def show_place(self, row: CoverageRow) -> None:
        """Shows a municipality."""
        self._row = row
        words, look = self._context.words, COVERAGE_LOOKS[row.coverage]
        self.pill.show_state(words.say(COVERAGES[row.coverage]), look.icon, look.tone.value)
        names = words.formats.listing(self._gazetteer.names(row.former))
        self._former.show_text(words.say("Only through the former {names}", names=names))
        self._former.setVisible(bool(row.former))
        self._show_links([*row.structural, *row.coming, *row.other, *([row.ended] if row.ended else [])])
        self.reason.show_value(row.absence.reason if row.absence else "")
        self.reason.setVisible(not row.structural)

    def _show_links(self, rows: list[AgreementRow]) -> None:
        while (item := self._links.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        words = self._context.words
        for row in rows:
            self._links.addWidget(LinkButton(row.agreement.title, "document_signature", self._opener(row.id)))
            state = words.say(STATES[row.state])
            self._links.addWidget(Label(f"{state} · {words.formats.partial(row.agreement.end_date)}", "small", "text2"))
        if not rows:
            self._links.addWidget(Label(words.say("None, not now and not before."), "body", "text2", wrap=True))

    def _opener(self, id: str) -> Callable[[], object]:
        return lambda: self._context.go.to(Place(PAGE, id))

    def _start(self, add: Callable[[str], object]) -> None:
        if self._row is not None:
            add(self._row.nis_code)

    def _set_reason(self, reason: str) -> None:
        if self._row is None:
            return
        version = self._row.absence.version if self._row.absence else 0
        name = self._gazetteer.name(self._row.nis_code)
        self._context.submit(SetAbsenceReason(self._row.nis_code, version, reason, name), self.reason)
