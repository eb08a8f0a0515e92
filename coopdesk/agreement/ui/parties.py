"""The parties of an agreement in the detail pane: who they are, who signs, and what each has decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.agreement.commands.belonging import (
    AddDecision,
    AddParty,
    RemoveDecision,
    RemoveParty,
    ReviseDecision,
    ReviseParty,
)
from coopdesk.agreement.model import Decision, DecisionKind, Party
from coopdesk.agreement.ports import AgreementRow, PartyRow
from coopdesk.agreement.ui.labels import pairs
from coopdesk.agreement.ui.steps import Steps
from coopdesk.agreement.wording import BODIES, DECISIONS, PARTIES
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Button, IconButton, Label


class DecisionEditor(QWidget):
    """The fields of one decision."""

    def __init__(self, context: Context, close: Any) -> None:
        super().__init__()
        self._context, words = context, context.words
        self._decision_id = ""
        self._shown: Decision | None = None
        self.kind = ChoiceField(context, words.say("Step"), pairs(words, DECISIONS))
        self.by = ChoiceField(context, words.say("Deciding body"), pairs(words, BODIES))
        self.date = DateField(context, words.say("Date"))
        self.reference = TextField(context, words.say("Reference"))
        column = _column(self)
        column.addLayout(_beside(self.kind, self.by))
        column.addLayout(_beside(self.date, self.reference))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button(words.say("Remove step"), "delete", "flat", lambda: self._remove(close)))
        row.addWidget(Button(words.say("Ready"), "", "", close))
        column.addLayout(row)
        for name, field in (("kind", self.kind), ("body", self.by), ("date", self.date), ("reference", self.reference)):
            field.committed.connect(lambda value, f=field, n=name: self._revise(f, n, value))

    @property
    def decision_id(self) -> str:
        """The decision on show."""
        return self._decision_id

    def show_decision(self, row: PartyRow, id: str) -> bool:
        """Shows a decision; False when it is gone."""
        found = next((d for d in row.decisions if d.id == id), None)
        self._decision_id, self._shown = (id, found) if found else ("", None)
        if found is None:
            return False
        self.kind.show_value(found.kind)
        self.by.show_value(found.body)
        self.date.show_value(found.date)
        self.reference.show_value(found.reference)
        return True

    def _revise(self, field: Field, name: str, value: Any) -> None:
        if self._shown is not None:
            self._context.submit(ReviseDecision(replace(self._shown, **{name: value})), field)

    def _remove(self, close: Any) -> None:
        gone = self._decision_id
        close()
        self._context.submit(RemoveDecision(gone), self)


class PartyEditor(QWidget):
    """The fields of one party."""

    def __init__(self, context: Context, close: Any) -> None:
        super().__init__()
        self._context, words = context, context.words
        self._party: Party | None = None
        self.name = TextField(context, words.say("Name"), required=True)
        self.kind = ChoiceField(context, words.say("Kind"), pairs(words, PARTIES))
        self.signatory = TextField(context, words.say("Signatory"))
        self.role = TextField(context, words.say("Role of the signatory"))
        column = _column(self)
        column.addWidget(self.name)
        column.addWidget(self.kind)
        column.addLayout(_beside(self.signatory, self.role))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button(words.say("Remove party"), "delete", "flat", lambda: self._remove(close)))
        row.addWidget(Button(words.say("Ready"), "", "", close))
        column.addLayout(row)
        fields = (("name", self.name), ("kind", self.kind), ("signatory", self.signatory),
                  ("signatory_role", self.role))  # fmt: skip
        for name, field in fields:
            field.committed.connect(lambda value, f=field, n=name: self._revise(f, n, value))

    def show_party(self, party: Party) -> None:
        """Shows a party."""
        self._party = party
        self.name.show_value(party.name)
        self.kind.show_value(party.kind)
        self.signatory.show_value(party.signatory)
        self.role.show_value(party.signatory_role)

    def _revise(self, field: Field, name: str, value: Any) -> None:
        if self._party is not None:
            self._context.submit(ReviseParty(replace(self._party, **{name: value})), field)

    def _remove(self, close: Any) -> None:
        close()
        if self._party is not None:
            self._context.submit(RemoveParty(self._party.id), self)


class PartyBlock(QWidget):
    """One party: name and signatory, its steps, and the one editor that is open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._row: PartyRow | None = None
        words = context.words
        column = _column(self)
        column.setSpacing(2)
        head = QHBoxLayout()
        self._name = Label("", "strong", wrap=True)
        head.addWidget(self._name, 1)
        head.addWidget(IconButton("edit", words.say("Change party"), self._toggle_party))
        head.addWidget(IconButton("add", words.say("Add step"), lambda: self._plan(DecisionKind.APPROVAL)))
        column.addLayout(head)
        self._facts = Label("", "small", "text2", wrap=True)
        column.addWidget(self._facts)
        self._party_editor = PartyEditor(context, self._toggle_party)
        self._party_editor.hide()
        column.addWidget(self._party_editor)
        self._steps = Steps(words, self._open, self._plan)
        column.addWidget(self._steps)
        self.editor = DecisionEditor(context, self._close)
        self.editor.hide()
        column.addWidget(self.editor)

    def show_party(self, row: PartyRow, day: date) -> None:
        """Shows a party; an open editor stays open."""
        self._row = row
        words, party = self._context.words, row.party
        self._name.setText(party.name)
        who = ", ".join(part for part in (party.signatory, party.signatory_role) if part)
        signs = words.say("signed by {who}", who=who) if who else ""
        self._facts.setText(" · ".join(part for part in (words.say(PARTIES[party.kind]), signs) if part))
        self._party_editor.show_party(party)
        self._steps.show_steps(row.decisions, day)
        if not self.editor.isHidden() and not self.editor.show_decision(row, self.editor.decision_id):
            self.editor.hide()

    def _open(self, id: str) -> None:
        if self._row is not None and self.editor.show_decision(self._row, id):
            self.editor.show()
            self.editor.date.setFocus()

    def _plan(self, kind: DecisionKind) -> None:
        if self._row is not None:
            self._context.submit(AddDecision(self._row.party.id, kind), self)

    def _close(self) -> None:
        self.editor.hide()

    def _toggle_party(self) -> None:
        self._party_editor.setVisible(self._party_editor.isHidden())
        if self._party_editor.isVisible():
            self._party_editor.name.setFocus()


class PartiesSection(QWidget):
    """All parties of an agreement, and a line to add one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._agreement_id = context, ""
        self._blocks: list[PartyBlock] = []
        column = _column(self)
        column.setSpacing(12)
        self._room = QVBoxLayout()
        self._room.setSpacing(12)
        column.addLayout(self._room)
        self.new = TextField(context, context.words.say("Add party"), example=context.words.say("Name of the party"))
        self.new.committed.connect(self._add)
        column.addWidget(self.new)

    def show_agreement(self, row: AgreementRow, day: date) -> None:
        """Shows the parties of an agreement as they stand on a day."""
        if self._agreement_id != row.id:
            self._agreement_id = row.id
            self._keep(0)
        self._keep(len(row.parties))
        while len(self._blocks) < len(row.parties):
            block = PartyBlock(self._context)
            self._blocks.append(block)
            self._room.addWidget(block)
        for block, party in zip(self._blocks, row.parties, strict=True):
            block.show_party(party, day)

    def _keep(self, count: int) -> None:
        for block in self._blocks[count:]:
            block.hide()
            block.deleteLater()
        del self._blocks[count:]

    def _add(self, name: str) -> None:
        if name and self._context.submit(AddParty(self._agreement_id, name), self.new):
            self.new.show_value("")


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column


def _beside(one: QWidget, other: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(one, 1)
    row.addWidget(other, 1)
    return row
