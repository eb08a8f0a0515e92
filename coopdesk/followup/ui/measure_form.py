"""The form of one measurement in the pane: which indicator, which period, the value, a remark and the source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coopdesk.followup.commands import Measure
from coopdesk.followup.queries import IndicatorRow
from coopdesk.followup.ui.labels import STANDING_LOOKS, value_text
from coopdesk.followup.wording import STANDINGS
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.number import NumberField
from coopdesk.shell.fields.text import NoteField, TextField
from coopdesk.shell.widgets import Button, Label, Pill


class MeasureForm(QWidget):
    """*Keep measurement* keeps it, over what was kept before for that period."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, words = context, context.words
        self._rows: Sequence[IndicatorRow] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.standing, self.facts = Pill(), Label("", "small", "text2", wrap=True)
        self.indicator = ChoiceField(context, words.say("Indicator"), required=True)
        self.period = ChoiceField(context, words.say("Period"), required=True)
        self.figure = NumberField(context, words.say("Value"), required=True)
        self.remark = NoteField(context, words.say("Remark"), lines=3)
        self.remark.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.source = TextField(context, words.say("Source"))
        self.keep = Button(words.say("Keep measurement"), "checkmark_circle", "", self._keep)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.keep)
        column.addWidget(self.standing)
        for part in (self.facts, self.indicator, self.period, self.figure, self.remark, self.source):
            column.addWidget(part)
        column.addLayout(line)
        self.indicator.committed.connect(lambda _: self._show())
        self.period.committed.connect(lambda _: self._fill())

    def offer(self, rows: Sequence[IndicatorRow], periods: Sequence[str]) -> None:
        """The indicators and periods there are; the newest period is the likely one."""
        words = self._context.words
        self._rows = rows
        self.indicator.offer([(row.id, row.indicator.title) for row in rows])
        self.period.offer([(period, words.formats.period(period)) for period in reversed(periods)])
        if self.period.value() not in periods and periods:
            self.period.show_value(periods[-1])
        if self._row() is None and rows:
            self.indicator.show_value(rows[0].id)
        self._show()

    def choose(self, indicator_id: str, period: str = "") -> None:
        """Shows an indicator, for a period if given."""
        self.indicator.show_value(indicator_id)
        if period:
            self.period.show_value(period)
        self._show()

    def begin(self) -> None:
        """Ready to type the value."""
        self.figure.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _row(self) -> IndicatorRow | None:
        return next((row for row in self._rows if row.id == self.indicator.value()), None)

    def _show(self) -> None:
        words, row = self._context.words, self._row()
        self.standing.setVisible(row is not None)
        if row is not None:
            look = STANDING_LOOKS[row.standing]
            self.standing.show_state(words.say(STANDINGS[row.standing]), look.icon, look.tone.value)
            self.facts.setText(self._facts(row))
        self._fill()

    def _facts(self, row: IndicatorRow) -> str:
        words, one = self._context.words, row.indicator
        parts = []
        if one.baseline is not None:
            start = value_text(words, one.baseline, one.unit)
            parts.append(words.say("Baseline {value} ({year})", value=start, year=one.baseline_year or "–"))
        if one.target is not None:
            goal = value_text(words, one.target, one.unit)
            parts.append(words.say("target value {value} ({year})", value=goal, year=one.target_year or "–"))
        return " · ".join(parts)

    def _fill(self) -> None:
        row, period = self._row(), self.period.value()
        kept = row.measured(period) if row is not None and period else None
        self.figure.show_value(kept.value if kept else None)
        self.remark.show_value(kept.remark if kept else "")
        self.source.show_value(kept.source if kept else "")

    def _keep(self) -> None:
        wrong = [field for field in (self.figure, self.remark, self.source) if not field.commit()]
        if wrong:
            wrong[0].setFocus()
            return
        command = Measure(
            self.indicator.value(), self.period.value(), self.figure.value(), self.remark.value(), self.source.value()
        )
        self._context.submit(command, self.figure)
