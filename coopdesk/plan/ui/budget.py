"""The budget of an action: one amount, or one per year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.desk.command import Command
from coopdesk.plan.commands.parts import AddBudgetLine, RemoveBudgetLine, ReviseBudgetLine
from coopdesk.plan.model import BudgetLine, Plan
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.columns import budget_year
from coopdesk.plan.ui.layouts import at_left
from coopdesk.shell.context import Context
from coopdesk.shell.fields.number import MoneyField
from coopdesk.shell.labels import Button


class BudgetFields(QWidget):
    """A field per line, and a way to add the next year."""

    def __init__(self, context: Context, freshen: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._freshen = context, freshen
        self._shown: tuple[str, ...] = ()
        self._row: ActionRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.fields: list[MoneyField] = []
        self._year = 0
        self.more = Button("", "add", "flat", self._add_year)
        self._column.addLayout(at_left(self.more))

    def show_row(self, row: ActionRow, plan: Plan) -> None:
        """Shows the lines of an action; fields are made again only when there are others than before."""
        same = self._row is not None and self._row.id == row.id
        self._row = row
        lines = row.lines or (BudgetLine("", row.id, budget_year(row, plan.begin_year), 0),)
        labels = tuple(self._label(line) for line in lines)
        if labels != self._shown:
            self._make(labels)
            self._shown = labels
        for field, line in zip(self.fields, lines, strict=True):
            if not (same and field.problem):
                field.show_value(line.cents if line.id else None)
        self._year = lines[-1].year + 1
        self.more.setText(self._context.words.say("Budget for {year}", year=self._year))
        self.more.setVisible(bool(row.lines) and self._year <= plan.end_year)

    def _label(self, line: BudgetLine) -> str:
        label = self._context.words.say("Budget {year}", year=line.year)
        return f"{label} · {line.source}" if line.source else label

    def _make(self, labels: tuple[str, ...]) -> None:
        for old in self.fields:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.fields = []
        for at, label in enumerate(labels):
            field = MoneyField(self._context, label)
            field.committed.connect(lambda cents, at=at: self._take(at, cents))
            self._column.insertWidget(at, field)
            self.fields.append(field)

    def _take(self, at: int, cents: int | None) -> None:
        self._freshen()
        row, field = self._row, self.fields[at]
        if row is None:
            return
        command: Command
        if not row.lines:
            if cents is None:
                return
            command = AddBudgetLine(row.id, self._year - 1, cents)
        elif cents is None:
            command = RemoveBudgetLine(row.lines[at].id)
        else:
            command = ReviseBudgetLine(replace(row.lines[at], cents=cents))
        if self._context.submit(command, field):
            self._freshen()

    def _add_year(self) -> None:
        if self._row is not None and self._context.submit(AddBudgetLine(self._row.id, self._year, 0), self.more):
            self._freshen()
            self.fields[-1].setFocus()
