"""How an objective or an action is measured: a card per indicator, with baseline, target and a target per year."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coopdesk.desk.command import Command
from coopdesk.plan.commands.indicators import AddIndicator, RemoveIndicator, ReviseIndicator, SetTarget
from coopdesk.plan.model import IndicatorTarget, ObjectiveIndicator, Plan
from coopdesk.plan.ui import wording
from coopdesk.plan.ui.layouts import at_left, clear_layout
from coopdesk.shell.context import Context
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.number import NumberField, YearField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.widgets import Card

ACROSS = 3  # targets per year beside each other


class IndicatorCards(QWidget):
    """The cards are made again only when there are other indicators or targets."""

    def __init__(self, context: Context, freshen: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._freshen = context, freshen
        self._indicators: Sequence[ObjectiveIndicator] = ()
        self._shown: tuple[Any, ...] = ()
        self._objective_id, self._action_id = "", ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        column.addLayout(self._cards)
        self.add = TextField(context, context.words.say("New indicator"))
        self.add.committed.connect(self._add)
        column.addWidget(self.add)

    def show_indicators(
        self, objective_id: str, action_id: str, indicators: Sequence[ObjectiveIndicator],
        targets: Sequence[IndicatorTarget], plan: Plan, measured: Mapping[str, Decimal],
    ) -> None:  # fmt: skip
        """Shows the indicators of an objective or, with an action, of that."""
        self._objective_id, self._action_id, self._indicators = objective_id, action_id, indicators
        years = (plan.begin_year, plan.end_year)
        shown = (objective_id, action_id, tuple(indicators), tuple(targets), years, tuple(measured.items()))
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._cards)
        for at, one in enumerate(indicators):
            mine = {target.year: target.value for target in targets if target.indicator_id == one.id}
            self._cards.addWidget(self._card(at, one, mine, range(years[0], years[1] + 1), measured.get(one.id)))

    def _card(
        self, at: int, indicator: ObjectiveIndicator, targets: Mapping[int, Decimal], years: range,
        measured: Decimal | None,
    ) -> Card:  # fmt: skip
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
        for place, (key, field) in enumerate(fields.items()):
            field.show_value(getattr(indicator, key))
            field.committed.connect(lambda value, key=key, field=field: self._revise(at, key, value, field))
            if place < 2:
                card.body.addWidget(field)
            else:
                grid.addWidget(field, (place - 2) // 2, place % 2)
        card.body.addLayout(grid)
        if measured is not None:
            now = wording.amount(context.words, measured, indicator.unit)
            card.body.addWidget(Label(say("Measured last: {value}", value=now), "small", "text2", wrap=True))
        card.body.addWidget(Label(say("Target per year"), "small", "text2"))
        card.body.addLayout(self._per_year(at, targets, years))
        remove = Button(say("Remove indicator"), "dismiss", "flat")
        remove.clicked.connect(lambda: self._run(RemoveIndicator(indicator.id), card))
        card.body.addLayout(at_left(remove))
        return card

    def _per_year(self, at: int, targets: Mapping[int, Decimal], years: range) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, year in enumerate(years):
            field = NumberField(self._context, str(year))
            field.show_value(targets.get(year))
            field.committed.connect(lambda value, year=year, field=field: self._set(at, year, value, field))
            grid.addWidget(field, place // ACROSS, place % ACROSS)
        return grid

    def _revise(self, at: int, key: str, value: Any, field: Field) -> None:
        self._freshen()
        if at < len(self._indicators):
            self._run(ReviseIndicator(replace(self._indicators[at], **{key: value})), field)

    def _set(self, at: int, year: int, value: Decimal | None, field: Field) -> None:
        if at < len(self._indicators):
            self._run(SetTarget(self._indicators[at].id, year, value), field)

    def _add(self, title: str) -> None:
        command = AddIndicator(self._objective_id, title, action_id=self._action_id or None)
        if title and self._objective_id and self._run(command, self.add):
            self.add.show_value("")

    def _run(self, command: Command, near: QWidget) -> bool:
        accepted = self._context.submit(command, near)
        if accepted:
            self._freshen()
        return accepted
