"""Makes an area in one go: a known steering area or own municipalities, a name and a policy cycle."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.kernel.errors import Invalid, UserError
from coopdesk.shell.fields.choice import ChoiceField, ManyField
from coopdesk.shell.fields.field import Typist
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.widgets import Button, Label
from coopdesk.territory.commands import AddArea
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.model import AreaKind, KnownArea
from coopdesk.territory.rules import codes_of, cycle_of

CYCLES = 3


class NewArea(QWidget):
    """The form; `wanted` carries the AddArea command, `left` comes when the user goes back.

    A command and not its result: before there is a workspace, whoever listens makes one first.
    """

    wanted = Signal(object)
    left = Signal()

    def __init__(self, typist: Typist, gazetteer: Gazetteer, known: list[KnownArea], day: date) -> None:
        super().__init__()
        words = typist.words
        self._words, self._gazetteer, self._day = words, gazetteer, day
        self._known = {area.name: area for area in sorted(known, key=lambda a: a.name) if area.names}
        self.known = ChoiceField(
            typist, words.say("Start from a known steering area (optional)"), [(n, n) for n in self._known]
        )
        self.source = Label("", "small", "text2", wrap=True)
        self.name = TextField(typist, words.say("Name of the area"), required=True)
        municipalities = [(m.nis_code, m.name) for m in gazetteer.at(day)]
        self.municipalities = ManyField(typist, words.say("Municipalities"), municipalities, required=True)
        begin, end = cycle_of(day.year)
        cycles = [(begin + 6 * i, f"{begin + 6 * i}–{end + 6 * i}") for i in range(-1, CYCLES - 1)]
        self.cycle = ChoiceField(typist, words.say("Policy cycle"), cycles, required=True)
        self.cycle.show_value(begin)
        self.known.committed.connect(self._take_known)
        self._lay_out()

    def _lay_out(self) -> None:
        words = self._words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        hint = words.say("The mergers of 1 January 2025 are in the list. You can change everything later.")
        column.addWidget(Label(hint, "body", "text2", wrap=True))
        for part in (self.known, self.source, self.municipalities, self.name, self.cycle):
            column.addWidget(part)
        column.addSpacing(16)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(Button(words.say("Back"), "", "", self.left.emit))
        self.make = Button(words.say("Make area"), "add_20_regular", "primary", self._make)
        buttons.addWidget(self.make)
        column.addLayout(buttons)
        self.source.hide()

    def _take_known(self, name: str | None) -> None:
        found = self._known.get(name or "")
        self.source.setVisible(found is not None)
        if found is None:
            return
        state = "" if found.is_verified else self._words.say("Not verified.")
        source = self._words.say("Source: {source}", source=found.source)
        self.source.setText(f"{state} {source}".strip())
        self.name.show_value(found.name)
        self.municipalities.show_value(tuple(codes_of(found, self._gazetteer, self._day)))

    def _make(self) -> None:
        try:
            command = self.command()
        except UserError as error:
            field = self.name if not self.name.value() else self.municipalities
            field.show_problem(self._words.tell(error))
            field.setFocus()
            return
        self.wanted.emit(command)

    def command(self) -> AddArea:
        """What the form asks for; Invalid when a name or municipalities are missing."""
        name, codes, begin = self.name.value(), self.municipalities.value(), self.cycle.value()
        if not name:
            raise Invalid("Give the area a name.")
        if not codes:
            raise Invalid("Choose at least one municipality.")
        found = self._known.get(self.known.value() or "")
        first, last = cycle_of(begin or self._day.year)
        return AddArea(
            name, tuple(codes), first, last, AreaKind.STEERING_AREA,
            source="" if found is None else found.source,
            is_verified=found is None or found.is_verified,
            legal_form="" if found is None else found.kind,
        )  # fmt: skip
