"""How an agreement goes on: what it follows, what follows it, longer, shorter or renewed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.agreement.commands.agreements import ExtendAgreement, RenewAgreement, TerminateAgreement
from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.ui.link import LinkButton
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.shell.context import Context
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.place import Place

PAGE = "agreements"


class OnwardSection(QWidget):
    """Links to predecessor and successor, two dates, and the button that prepares the successor."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, words = context, context.words
        self._row: AgreementRow | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._links = QVBoxLayout()
        self._links.setSpacing(2)
        column.addLayout(self._links)
        self._first_end = Label("", "small", "text2", wrap=True)
        column.addWidget(self._first_end)
        self.longer = DateField(context, words.say("Extend up to and including"))
        self.stopped = DateField(context, words.say("Terminated on"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.longer, 1)
        row.addWidget(self.stopped, 1)
        column.addLayout(row)
        self.renew = Button(words.say("Prepare renewal"), "arrow_sync", "", self._renew)
        self.renew.setToolTip(words.say("Makes a new agreement with the same parties and municipalities"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.renew)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.longer.committed.connect(self._extend)
        self.stopped.committed.connect(self._terminate)

    def show_agreement(self, row: AgreementRow) -> None:
        """Shows what came before an agreement and what comes after."""
        self._row = row
        words, a = self._context.words, row.agreement
        self._clear_links()
        if row.predecessor:
            self._link(words.say("Follows “{title}”", title=row.predecessor.title), row.predecessor.id)
        for successor in row.successors:
            self._link(words.say("Followed by “{title}”", title=successor.title), successor.id)
        first = words.formats.partial(a.first_end_date)
        self._first_end.setText(words.say("First agreed up to and including {day}", day=first))
        self._first_end.setVisible(a.first_end_date is not None)
        self.longer.show_value(None)
        self.longer.setVisible(a.end_date is not None and not row.successors)
        self.stopped.show_value(a.terminated_date)
        self.renew.setVisible(not row.successors)

    def _clear_links(self) -> None:
        while (item := self._links.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _link(self, text: str, id: str) -> None:
        self._links.addWidget(LinkButton(text, "link", lambda: self._context.go.to(Place(PAGE, id))))

    def _extend(self, end: PartialDate | None) -> None:
        if self._row is not None and end is not None:
            a = self._row.agreement
            self._context.submit(ExtendAgreement(a.id, a.version, end), self.longer)

    def _terminate(self, last: PartialDate | None) -> None:
        if self._row is not None:
            a = self._row.agreement
            self._context.submit(TerminateAgreement(a.id, a.version, last), self.stopped)

    def _renew(self) -> None:
        if self._row is None:
            return
        a = self._row.agreement
        title = self._context.words.say("{title} (renewal)", title=a.title)

        def show(id: Any) -> None:
            self._context.go.to(Place(PAGE, str(id)))

        self._context.submit(RenewAgreement(a.id, a.version, title), self.renew, show)
