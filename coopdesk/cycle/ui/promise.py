"""Marks in the plan of what was approved: a column of the list, and a box in the pane of an action."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.cycle.fields import FIELDS, said
from coopdesk.cycle.model import PlanVersion
from coopdesk.cycle.rules.content import PlanContent
from coopdesk.plan.model import Action, BudgetLine, Milestone
from coopdesk.plan.queries import ActionRow
from coopdesk.shell.context import Context
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.looks import Look, PillLook, Quiet, Tone
from coopdesk.shell.labels import Button, Paragraph
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

_NEW, _CHANGED = PillLook("add", Tone.OK), PillLook("edit_16_regular", Tone.INFO)


class Promise:
    """The last approved version of the plan on screen, looked up by action."""

    def __init__(self) -> None:
        self.version: PlanVersion | None = None
        self._actions: dict[str, Action] = {}
        self._parts: dict[str, frozenset[Milestone | BudgetLine]] = {}

    def take(self, version: PlanVersion | None, content: PlanContent | None) -> None:
        """Another version, or none."""
        self.version = version
        self._actions = {a.id: a for a in content.of(Action)} if content is not None else {}
        held: dict[str, set[Milestone | BudgetLine]] = {}
        for part in (*content.of(Milestone), *content.of(BudgetLine)) if content is not None else ():
            held.setdefault(part.action_id, set()).add(part)
        self._parts = {key: frozenset(parts) for key, parts in held.items()}

    def is_new(self, row: ActionRow) -> bool:
        """Whether the action came after the approval."""
        return self.version is not None and row.id not in self._actions

    def changes(self, row: ActionRow) -> list[tuple[str, object]]:
        """The fields that read otherwise now, with what was promised."""
        was = self._actions.get(row.id)
        if was is None:
            return []
        names = [f.name for f in fields(Action) if f.name in FIELDS]
        return [(name, getattr(was, name)) for name in names if getattr(was, name) != getattr(row.action, name)]

    def parts_changed(self, row: ActionRow) -> bool:
        """Whether milestones or budget differ."""
        parts: tuple[Milestone | BudgetLine, ...] = (*row.milestones, *row.lines)
        now = {_plain(part) for part in parts}
        return row.id in self._actions and now != {_plain(part) for part in self._parts.get(row.id, ())}


def _plain(part: Milestone | BudgetLine) -> tuple[object, ...]:
    """A part without its version and place."""
    return tuple(getattr(part, f.name) for f in fields(part) if f.name not in ("version", "position"))


def since_column(words: Words, promise: Promise) -> Column[ActionRow]:
    """What happened to each action since the approval."""

    def text(row: ActionRow) -> str:
        if promise.is_new(row):
            return words.say("New")
        n = len(promise.changes(row)) + promise.parts_changed(row)
        return words.count("{n} change", "{n} changes", n) if n else ""

    def look(row: ActionRow) -> Look:
        if promise.is_new(row):
            return _NEW
        return _CHANGED if promise.changes(row) or promise.parts_changed(row) else Quiet()

    def state(row: ActionRow) -> tuple[str, ...]:
        if promise.is_new(row):
            return (words.say("New"),)
        changed = bool(promise.changes(row)) or promise.parts_changed(row)
        return (words.say("Changed"),) if changed else (words.say("As approved"),)

    return Column(
        "since", N_("Since approval"), text, look=look, facets=state, width=15, hidden=True,
        value=lambda row: len(promise.changes(row)),
    )  # fmt: skip


class PromiseBox(QWidget):
    """In the pane of an action: what was promised, where that reads otherwise now."""

    def __init__(self, context: Context, promise: Promise, more: Button) -> None:
        super().__init__()
        self._context, self._promise = context, promise
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        self.title, self.text = Paragraph("", "strong"), Paragraph("", "small", "text2")
        for part in (self.title, self.text, more):
            column.addWidget(part)
        self.hide()

    def show_row(self, row: ActionRow | None, towns: dict[str, str]) -> None:
        """Of the action that is chosen; away when there is nothing to say."""
        version, words = self._promise.version, self._context.words
        lines = [] if row is None or version is None else self._lines(row, towns)
        self.setVisible(bool(lines))
        if version is not None:
            day = words.formats.day(version.decided)
            self.title.setText(words.say("Since “{version}” of {day}", version=version.name, day=day))
        self.text.setText("\n".join(lines))

    def _lines(self, row: ActionRow, towns: dict[str, str]) -> list[str]:
        words = self._context.words
        if self._promise.is_new(row):
            return [words.say("This action is new.")]
        lines = [
            words.say("{field} was {value}", field=words.say(FIELDS[name]), value=self._was(name, value, towns))
            for name, value in self._promise.changes(row) if name not in ("objective_id", "domain_id")
        ]  # fmt: skip
        moved = any(name in ("objective_id", "domain_id") for name, _ in self._promise.changes(row))
        lines += [words.say("The action stands in another place.")] if moved else []
        lines += [words.say("Milestones or budget changed.")] if self._promise.parts_changed(row) else []
        return lines

    def _was(self, name: str, value: object, towns: dict[str, str]) -> str:
        return said(name, value, self._context.words, lambda nis: towns.get(nis, nis))
