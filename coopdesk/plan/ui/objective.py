"""The pane of an objective: its words, and how it is measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coopdesk.desk.command import Command
from coopdesk.plan.commands.indicators import AddIndicator, RemoveIndicator, ReviseIndicator
from coopdesk.plan.commands.objectives import ReviseObjective
from coopdesk.plan.model import ObjectiveIndicator
from coopdesk.plan.queries import ObjectiveRow
from coopdesk.plan.ui.layouts import SnugNote, at_left, clear_layout
from coopdesk.shell.context import Context
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.number import NumberField, YearField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Button
from coopdesk.shell.widgets import Card, SectionTitle


class ObjectiveDetail(QWidget):
    """Made once and filled for each objective; the cards of its indicators are made again when there are others."""

    def __init__(
        self, context: Context, freshen: Callable[[], object], remove: Callable[[ObjectiveRow], object]
    ) -> None:
        super().__init__()
        self._context, self._freshen, self._remove = context, freshen, remove
        self._row: ObjectiveRow | None = None
        say = context.words.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.fields: dict[str, Field] = {
            "title": TextField(context, say("Title"), required=True),
            "code": TextField(context, say("No.")),
            "description": SnugNote(context, say("Description"), 3),
        }
        for key, field in self.fields.items():
            field.committed.connect(lambda value, key=key: self._revise(key, value))
            column.addWidget(field)
        column.addWidget(SectionTitle(say("Measured by")))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        column.addLayout(self._cards)
        self.add = TextField(context, say("New indicator"))
        self.add.committed.connect(self._add)
        column.addWidget(self.add)
        column.addLayout(at_left(Button(say("Remove objective"), "dismiss", "flat", self._remove_shown)))

    def show_row(self, row: ObjectiveRow) -> None:
        """Shows an objective as it is now."""
        before, self._row = self._row, row
        for key, field in self.fields.items():
            field.show_value(getattr(row.objective, key))
        if before is None or (before.id, before.indicators) != (row.id, row.indicators):
            self._fill()

    def _fill(self) -> None:
        clear_layout(self._cards)
        for at, indicator in enumerate(self._row.indicators if self._row else ()):
            self._cards.addWidget(self._card(at, indicator))

    def _card(self, at: int, indicator: ObjectiveIndicator) -> Card:
        context, say, card = self._context, self._context.words.say, Card()
        fields: dict[str, Field] = {
            "title": TextField(context, say("Indicator"), required=True),
            "unit": TextField(context, say("Unit, for example %")),
            "baseline": NumberField(context, say("Baseline")),
            "baseline_year": YearField(context, say("Year of baseline")),
            "target": NumberField(context, say("Target value")),
            "target_year": YearField(context, say("Year of target value")),
        }
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for place, (key, field) in enumerate(fields.items()):
            field.show_value(getattr(indicator, key))
            field.committed.connect(lambda value, key=key, field=field: self._revise_indicator(at, key, value, field))
            if place < 2:
                card.body.addWidget(field)
            else:
                grid.addWidget(field, (place - 2) // 2, place % 2)
        card.body.addLayout(grid)
        remove = Button(say("Remove indicator"), "dismiss", "flat")
        remove.clicked.connect(lambda: self._run(RemoveIndicator(indicator.id), card))
        card.body.addLayout(at_left(remove))
        return card

    def _revise(self, key: str, value: Any) -> None:
        self._freshen()
        if self._row is not None:
            self._run(ReviseObjective(replace(self._row.objective, **{key: value})), self.fields[key])

    def _revise_indicator(self, at: int, key: str, value: Any, field: Field) -> None:
        self._freshen()
        if self._row is not None and at < len(self._row.indicators):
            self._run(ReviseIndicator(replace(self._row.indicators[at], **{key: value})), field)

    def _add(self, title: str) -> None:
        if title and self._row is not None and self._run(AddIndicator(self._row.id, title), self.add):
            self.add.show_value("")

    def _run(self, command: Command, near: QWidget) -> bool:
        accepted = self._context.submit(command, near)
        if accepted:
            self._freshen()
        return accepted

    def _remove_shown(self) -> None:
        if self._row is not None:
            self._remove(self._row)
