"""The view Account: per policy priority the actions of a half-year, with their status and a commentary to write."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.followup import rules
from coopdesk.followup.commands import Comment
from coopdesk.followup.model import Rhythm
from coopdesk.followup.queries import Account, AccountLine
from coopdesk.followup.ui.labels import STATUS_LOOKS
from coopdesk.plan.model import PolicyPriority
from coopdesk.plan.wording import STATUSES
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.text import NoteField
from coopdesk.shell.grid.column import Column, Group
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.kinds import TextKind
from coopdesk.shell.grid.looks import Quiet, Title
from coopdesk.shell.widgets import Button, EmptyState, Label
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

_NONE = "none"
NO_REASONS: Mapping[str, str] = {}
Reasons = Callable[[int], Mapping[str, str]]
Save = Callable[[int], object]


class AccountView(QWidget):
    """Choose a half-year; type the commentary in the list or in the pane; copy it all for the report."""

    current_changed = Signal(object)
    period_changed = Signal()

    def __init__(self, context: Context, reasons: Reasons, save: Save | None = None) -> None:
        super().__init__()
        self._context, words = context, context.words
        self._reasons, self._save = reasons, save
        self._account = Account("", (), ())
        today = context.clock.today()
        self.period = account_periods(today)[-2]
        self.choice = ChoiceField(context, words.say("Half-year"))
        self.choice.offer([(p, words.formats.period(p)) for p in reversed(account_periods(today))])
        self.choice.box.setMinimumContentsLength(16)
        self.choice.show_value(self.period)
        self.choice.committed.connect(self._choose)
        self.copy = Button(words.say("Copy for the report"), "copy", "", self.copy_text)
        self.keep = Button(words.say("Extract for the accounts…"), "document_table", "", self._keep)
        if save is None:
            self.keep.hide()  # never shown before it stands somewhere: it would be a window of its own for a moment
        self.grid = self._make_grid()
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.choice)
        tools.addStretch(1)
        tools.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignBottom)
        tools.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(8)
        room.addLayout(tools)
        room.addWidget(self.grid.bar)
        room.addWidget(self.grid, 1)

    def show_account(self, account: Account) -> None:
        """The lines under their priorities; a priority without actions is there and says so."""
        self._account = account
        self.copy.setEnabled(bool(account.lines))
        self.keep.setEnabled(bool(account.priorities or account.lines))
        self.grid.show_rows(account.lines, groups(account, self._context.words, self._why()))

    def copy_text(self) -> None:
        """Puts the account on the clipboard as text."""
        QGuiApplication.clipboard().setText(account_text(self._account, self._context.words, self._why()))
        self._context.messages.note(self._context.words.say("The account is on the clipboard."))

    def _why(self) -> Mapping[str, str]:
        """Per priority why it has no action in the year of the half-year on screen."""
        return self._reasons(rules.first_day(self.period).year)

    def _keep(self) -> None:
        if self._save is not None:
            self._save(rules.first_day(self.period).year)

    def _choose(self, period: str | None) -> None:
        if period and period != self.period:
            self.period = period
            self.period_changed.emit()

    def _make_grid(self) -> Grid[AccountLine]:
        words = self._context.words
        empty = EmptyState(
            "clipboard_task",
            words.say("No actions in this half-year"),
            words.say("Actions that run in the half-year appear here, under their policy priority."),
        )
        columns: list[Column[AccountLine]] = [
            Column("title", N_("Action"), lambda r: r.action.title, look=lambda r: Title(r.action.code), width=26,
                   stretch=True),
            Column("status", N_("Status"), lambda r: words.say(STATUSES[r.action.status]),
                   look=lambda r: STATUS_LOOKS[r.action.status], width=14, filter=True),
            Column("progress", N_("Progress"), lambda r: f"{r.action.progress}%", value=lambda r: r.action.progress,
                   right=True, width=11),
            Column("lead", N_("Lead"), lambda r: r.action.lead, look=lambda _: Quiet(), width=14, filter=True),
            Column("text", N_("Comment"), lambda r: r.note.text if r.note else "", kind=TextKind(lines=True),
                   edit=lambda r, text: Comment(r.action.id, self.period, text), width=40, stretch=True),
        ]  # fmt: skip
        made: Grid[AccountLine] = Grid(
            self._context, columns, name="followup.account", label=N_("Actions per policy priority"), empty=empty,
            of_group=lambda row: row.priority.code if row.priority else _NONE, about="action",
        )  # fmt: skip
        made.current_changed.connect(self.current_changed)
        return made


class CommentForm(QWidget):
    """The commentary on one action, with room to write."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, words = context, context.words
        self._line: AccountLine | None = None
        self._period = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.facts = Label("", "small", "text2", wrap=True)
        self.text = NoteField(context, words.say("Comment"), lines=8)
        self.text.committed.connect(self._keep)
        column.addWidget(self.facts)
        column.addWidget(self.text)

    def show_line(self, line: AccountLine | None, period: str) -> None:
        """The action that is chosen in the list."""
        words = self._context.words
        self._line, self._period = line, period
        self.setVisible(line is not None)
        if line is not None:
            end = words.formats.partial(line.action.end)
            status = words.say(STATUSES[line.action.status])
            self.facts.setText(words.say("{status}, {progress}%, ends {end}", status=status,
                                         progress=line.action.progress, end=end))  # fmt: skip
            self.text.show_value(line.note.text if line.note else "")

    def _keep(self, text: str) -> None:
        if self._line is not None:
            self._context.submit(Comment(self._line.action.id, self._period, text or ""), self.text)


def account_periods(today: date) -> tuple[str, ...]:
    """The half-years of the last three years, this one last."""
    return rules.periods(Rhythm.HALF, date(today.year - 3, 1, 1), today)


def groups(account: Account, words: Words, why: Mapping[str, str] = NO_REASONS) -> list[Group]:
    """A heading per policy priority, with the reason where it has no action, and one for what serves none."""
    found = [Group(p.code, _title(p), _facts(account, words, p.code, why), "") for p in account.priorities]
    if any(line.priority is None for line in account.lines):
        found.append(Group(_NONE, words.say("Without policy priority"), _facts(account, words, "", why)))
    return found


def _title(priority: PolicyPriority) -> str:
    return f"{priority.code} {priority.title}"


def _facts(account: Account, words: Words, code: str, why: Mapping[str, str]) -> str:
    n = sum((line.priority.code if line.priority else "") == code for line in account.lines)
    if n:
        return words.count("{n} action", "{n} actions", n)
    return why.get(code) or words.say("No action in this half-year.")


def account_text(account: Account, words: Words, why: Mapping[str, str] = NO_REASONS) -> str:
    """The account as plain text, for a report written elsewhere."""
    parts = [words.say("Account of {period}", period=words.formats.period(account.period))]
    for priority in (*account.priorities, None):
        mine = [line for line in account.lines if line.priority == priority]
        if priority is None and not mine:
            continue
        parts += ["", words.say("Without policy priority") if priority is None else _title(priority)]
        code = priority.code if priority is not None else ""
        parts += _lines(mine, words) or [why.get(code) or words.say("No action in this half-year.")]
    return "\n".join(parts)


def _lines(lines: Sequence[AccountLine], words: Words) -> list[str]:
    found = []
    for line in lines:
        status = words.say(STATUSES[line.action.status])
        found.append(f"– {line.action.code} {line.action.title} ({status}, {line.action.progress}%)".replace("  ", " "))
        if line.note is not None:
            found.append(f"  {line.note.text}")
    return found
