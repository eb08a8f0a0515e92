"""Which data the parties of an agreement exchange, in the detail pane: a line for each, with its fields to open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.agreement.commands.exchanges import AddDataExchange, RemoveDataExchange, ReviseDataExchange
from coopdesk.agreement.model import DataExchange
from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.wording import way
from coopdesk.shell.context import Context
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Button, IconButton, Label


class ExchangeEditor(QWidget):
    """The fields of one exchange; giver and receiver are completed from the parties."""

    def __init__(self, context: Context, close: Callable[[], object]) -> None:
        super().__init__()
        self._context, words, self._close = context, context.words, close
        self._exchange: DataExchange | None = None
        self.data = TextField(context, words.say("What data"), required=True)
        self.giver = TextField(context, words.say("Who gives them"))
        self.receiver = TextField(context, words.say("Who receives them"))
        self.purpose = TextField(context, words.say("What for"))
        self.subjects = TextField(context, words.say("About whom"))
        self.ground = TextField(context, words.say("Deliberation or protocol"))
        self.fields: dict[str, TextField] = {
            "data": self.data,
            "giver": self.giver,
            "receiver": self.receiver,
            "purpose": self.purpose,
            "subjects": self.subjects,
            "ground": self.ground,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for name, field in self.fields.items():
            column.addWidget(field)
            field.committed.connect(lambda value, f=field, n=name: self._revise(f, n, value))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button(words.say("Remove exchange"), "delete", "flat", self._remove))
        row.addWidget(Button(words.say("Ready"), "", "", close))
        column.addLayout(row)

    def show_exchange(self, exchange: DataExchange, parties: list[str]) -> None:
        """Shows an exchange between these parties, or others."""
        self._exchange = exchange
        for name, field in self.fields.items():
            field.show_value(getattr(exchange, name))
        for field in (self.giver, self.receiver):
            field.offer(parties)

    def _revise(self, field: Field, name: str, value: Any) -> None:
        if self._exchange is not None:
            self._context.submit(ReviseDataExchange(replace(self._exchange, **{name: value})), field)

    def _remove(self) -> None:
        self._close()
        if self._exchange is not None:
            self._context.submit(RemoveDataExchange(self._exchange.id), self)


class ExchangeBlock(QWidget):
    """One exchange: the data, from whom to whom and what for, what is missing, and its fields when they are open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = words = context.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        self._name = Label("", "strong", wrap=True)
        head.addWidget(self._name, 1)
        head.addWidget(IconButton("edit", words.say("Change exchange of data"), self.toggle))
        column.addLayout(head)
        self._facts = Label("", "small", "text2", wrap=True)
        self._bare = Label(words.say("No deliberation or protocol noted"), "small", "warnFg", wrap=True)
        self.editor = ExchangeEditor(context, self.toggle)
        self.editor.hide()
        for part in (self._facts, self._bare, self.editor):
            column.addWidget(part)

    def show_exchange(self, exchange: DataExchange, parties: list[str]) -> None:
        """Shows an exchange; open fields stay open."""
        self._name.setText(exchange.data)
        about = (way(self._words, exchange), exchange.purpose, exchange.subjects, exchange.ground)
        self._facts.setText(" · ".join(part for part in about if part))
        self._facts.setVisible(any(about))
        self._bare.setVisible(not exchange.ground)
        self.editor.show_exchange(exchange, parties)

    def toggle(self) -> None:
        """Opens or closes the fields."""
        self.editor.setVisible(self.editor.isHidden())
        if self.editor.isVisible():
            self.editor.giver.line.setFocus()


class ExchangeSection(QWidget):
    """All exchanges of an agreement, and a line to add one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._row: AgreementRow | None = None
        self.blocks: list[ExchangeBlock] = []
        self._asks = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._room = QVBoxLayout()
        self._room.setSpacing(12)
        column.addLayout(self._room)
        words = context.words
        self.new = TextField(
            context,
            words.say("Add exchange of data"),
            hint=words.say("Kinds of data, never data of people themselves."),
            example=words.say("Number of jobseekers per month"),
        )
        self.new.committed.connect(self._add)
        column.addWidget(self.new)

    def show_agreement(self, row: AgreementRow) -> None:
        """Shows what the parties of an agreement exchange."""
        if self._row is None or self._row.id != row.id:
            self._keep(0)
        self._row = row
        self._keep(len(row.exchanges))
        while len(self.blocks) < len(row.exchanges):
            block = ExchangeBlock(self._context)
            self.blocks.append(block)
            self._room.addWidget(block)
        names = [party.party.name for party in row.parties]
        for block, exchange in zip(self.blocks, row.exchanges, strict=True):
            block.show_exchange(exchange, names)
        if self._asks and self.blocks:  # what was just added has its other fields filled in at once
            self._asks = False
            self.blocks[-1].toggle()

    def _keep(self, count: int) -> None:
        for block in self.blocks[count:]:
            block.hide()
            block.deleteLater()
        del self.blocks[count:]

    def _add(self, data: str) -> None:
        if not data or self._row is None:
            return
        made = DataExchange("", self._row.id, 0, data)
        if self._context.submit(AddDataExchange(made), self.new):
            self._asks = True
            self.new.show_value("")
