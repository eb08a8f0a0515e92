"""The pane of an objective: its words, and how it is measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.desk.command import Command
from coopdesk.plan.commands.objectives import MoveObjective, ReviseObjective
from coopdesk.plan.model import Plan
from coopdesk.plan.queries import ObjectiveRow
from coopdesk.plan.ui.indicators import IndicatorCards
from coopdesk.plan.ui.layouts import SnugNote, at_left
from coopdesk.plan.ui.neighbours import Neighbours
from coopdesk.shell.context import Context
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.widgets import SectionTitle


class ObjectiveDetail(QWidget):
    """Made once and filled for each objective."""

    def __init__(
        self, context: Context, freshen: Callable[[], object], remove: Callable[[ObjectiveRow], object],
        neighbours: Neighbours,
    ) -> None:  # fmt: skip
        super().__init__()
        self._context, self._freshen, self._remove = context, freshen, remove
        self._neighbours = neighbours
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
        self.indicators = IndicatorCards(context, freshen)
        column.addWidget(self.indicators)
        column.addLayout(at_left(Button(say("Move up"), "arrow_up", "flat", lambda: self._move(-1))))
        column.addLayout(at_left(Button(say("Move down"), "arrow_down", "flat", lambda: self._move(1))))
        self._places = Label("", "small", "text2", wrap=True)
        column.addWidget(self._places)
        column.addLayout(at_left(Button(say("Remove objective"), "dismiss", "flat", self._remove_shown)))

    def show_row(self, row: ObjectiveRow, plan: Plan) -> None:
        """Shows an objective as it is now."""
        self._row = row
        for key, field in self.fields.items():
            field.show_value(getattr(row.objective, key))
        measured = self._neighbours.measured([one.id for one in row.indicators])
        self.indicators.show_indicators(row.id, "", row.indicators, row.targets, plan, measured)
        self._places.setText(self._counted(row))

    def _counted(self, row: ObjectiveRow) -> str:
        """What would go with it."""
        words = self._context.words
        return words.count("With {n} action under it.", "With {n} actions under it.", row.actions)

    def _revise(self, key: str, value: Any) -> None:
        self._freshen()
        if self._row is not None:
            self._run(ReviseObjective(replace(self._row.objective, **{key: value})), self.fields[key])

    def _move(self, step: int) -> None:
        row = self._row
        if row is not None and row.objective.position + step >= 0:
            self._run(MoveObjective(row.id, row.objective.version, row.objective.position + step), self)

    def _run(self, command: Command, near: QWidget) -> bool:
        accepted = self._context.submit(command, near)
        if accepted:
            self._freshen()
        return accepted

    def _remove_shown(self) -> None:
        if self._row is not None:
            self._remove(self._row)
