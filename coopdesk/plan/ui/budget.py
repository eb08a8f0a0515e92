"""The budget of an action: per year the estimate, the own share and what was spent, and who pays the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coopdesk.desk.command import Command
from coopdesk.plan.commands.parts import AddBudgetLine, RemoveBudgetLine, ReviseBudgetLine
from coopdesk.plan.model import BudgetLine, Plan
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.edits import budget_year
from coopdesk.plan.ui.layouts import at_left
from coopdesk.shell.context import Context
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.number import MoneyField, YearField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Button, IconButton, Label

MONEY = ("cents", "own", "spent")


class BudgetFields(QWidget):
    """Four fields per line, made again only when there are others; and a way to add the next year."""

    def __init__(self, context: Context, freshen: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._freshen = context, freshen
        self._shown: tuple[str, ...] = ()
        self._row: ActionRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._blocks: list[QWidget] = []
        self.lines: list[dict[str, Field]] = []
        self._year = 0
        self.total = Label("", "small", "text2", wrap=True)
        self._column.addWidget(self.total)
        self.more = Button("", "add", "flat", self._add_year)
        self._column.addLayout(at_left(self.more))

    @property
    def fields(self) -> list[Field]:
        """The estimates, one per line."""
        return [line["cents"] for line in self.lines]

    def show_row(self, row: ActionRow, plan: Plan) -> None:
        """Shows the lines of an action; one without any shows where the first would go."""
        same = self._row is not None and self._row.id == row.id
        self._row = row
        lines = row.lines or (BudgetLine("", row.id, budget_year(row, plan.begin_year), 0),)
        keys = tuple(line.id for line in lines)
        if keys != self._shown:
            self._make(lines)
            self._shown = keys
        for fields, line in zip(self.lines, lines, strict=True):
            for key, field in fields.items():
                value = getattr(line, key)
                if not (same and field.problem):
                    field.show_value(None if key in MONEY and not line.id else value)
        self._year = lines[-1].year + 1
        self.more.setText(self._context.words.say("Budget for {year}", year=self._year))
        self.more.setVisible(bool(row.lines) and self._year <= plan.end_year)
        self.total.setText(self._told(row))
        self.total.setVisible(len(row.lines) > 1 or row.own is not None or row.spent is not None)

    def _told(self, row: ActionRow) -> str:
        say, money = self._context.words.say, self._context.words.formats.money
        parts = [say("Together {sum}", sum=money(row.budget))] if row.budget is not None else []
        if row.own is not None:
            parts.append(say("own share {sum}", sum=money(row.own)))
        if row.spent is not None:
            parts.append(say("spent {sum}", sum=money(row.spent)))
        return " · ".join(parts)

    def _make(self, lines: tuple[BudgetLine, ...]) -> None:
        for old in self._blocks:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._blocks, self.lines = [], []
        for at, line in enumerate(lines):
            block = self._block(at, line)
            self._column.insertWidget(at, block)
            self._blocks.append(block)

    def _block(self, at: int, line: BudgetLine) -> QWidget:
        context, say = self._context, self._context.words.say
        fields: dict[str, Field] = {
            "year": YearField(context, say("Year")),
            "cents": MoneyField(context, say("Estimate {year}", year=line.year)),
            "own": MoneyField(context, say("Own share")),
            "spent": MoneyField(context, say("Spent")),
            "source": TextField(context, say("Funding")),
        }
        for key, field in fields.items():
            field.committed.connect(partial(self._take, at, key))
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setSpacing(8)
        grid.addWidget(fields["year"], 0, 0)
        grid.addWidget(fields["cents"], 0, 1)
        if line.id:
            # Behind both: between a year and an amount its cross would be a sign of multiplication.
            remove = IconButton("dismiss", say("Remove the budget of {year}", year=line.year))
            remove.clicked.connect(lambda: self._run(RemoveBudgetLine(line.id), remove))
            grid.addWidget(remove, 0, 2, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(fields["own"], 1, 0)
        grid.addWidget(fields["spent"], 1, 1, 1, 2)
        grid.addWidget(fields["source"], 2, 0, 1, 3)
        for column, share in ((0, 1), (1, 1), (2, 0)):
            grid.setColumnStretch(column, share)
        self.lines.append(fields)
        return block

    def _take(self, at: int, key: str, value: Any) -> None:
        self._freshen()
        row, field = self._row, self.lines[at][key]
        if row is None:
            return
        if row.lines:
            command = self._changed(row.lines[at], key, value)
        else:
            year = value if key == "year" else self._year - 1
            given = {key: value} if key in ("own", "spent", "source") and value is not None else {}
            command = AddBudgetLine(row.id, year, value if key == "cents" else given.get("own", 0), **given)
        if value is not None or row.lines:
            self._run(command, field)

    def _changed(self, line: BudgetLine, key: str, value: Any) -> Command:
        if key == "cents" and value is None:
            return RemoveBudgetLine(line.id)
        if key == "year" and value is None:
            value = line.year
        return ReviseBudgetLine(replace(line, **{key: value}))

    def _add_year(self) -> None:
        if self._row is not None and self._run(AddBudgetLine(self._row.id, self._year, 0), self.more):
            self.fields[-1].setFocus()

    def _run(self, command: Command, near: QWidget) -> bool:
        accepted = self._context.submit(command, near)
        if accepted:
            self._freshen()
        return accepted
