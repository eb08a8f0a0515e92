"""Types one figure by hand, with its source: nothing comes in without saying where from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.figures.catalogue import INDICATORS
from coopdesk.figures.commands import AddObservation
from coopdesk.figures.model import Indicator
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.number import NumberField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.widgets import Button, SectionTitle
from coopdesk.territory.gazetteer import Gazetteer


class AddFigure(QWidget):
    """Indicator, municipality, year, value and source; the source stays for the next one."""

    def __init__(self, context: Context, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._context, words = context, context.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(words.say("Add a figure")))
        self.indicator = ChoiceField(
            context, words.say("Indicator"), [(i.code, words.say(i.title)) for i in INDICATORS], required=True
        )
        places = [(m.nis_code, m.name) for m in gazetteer.offered(context.clock.today())]
        self.place = ChoiceField(context, words.say("Municipality"), places, required=True)
        self.period = TextField(context, words.say("Year"), required=True)
        self.value_field = NumberField(context, words.say("Value"), required=True)
        self.source = TextField(context, words.say("Source"), required=True)
        for part in (self.indicator, self.place, self.period, self.value_field, self.source):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button(words.say("Keep figure"), "checkmark_circle_20_regular", "", self._keep))
        column.addLayout(row)

    def show_indicator(self, indicator: Indicator) -> None:
        """The indicator on show is the likely one."""
        self.indicator.show_value(indicator.code)

    def begin(self) -> None:
        """Ready to type: the first field that is empty."""
        field = self.place if self.indicator.value() else self.indicator
        field.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep(self) -> None:
        words = self._context.words
        for field in (self.indicator, self.place, self.period, self.value_field, self.source):
            if field.value() in (None, ""):
                field.show_problem(words.say("Fill this in."))
                field.setFocus()
                return
        command = AddObservation(
            self.indicator.value(), self.place.value(), self.period.value(), self.value_field.value(),
            self.source.value(), self._context.clock.today(),
        )  # fmt: skip
        if self._context.submit(command, self.value_field):
            self.place.show_value(None)
            self.value_field.show_value(None)
            self.place.box.setFocus(Qt.FocusReason.OtherFocusReason)
