"""The view Consultation: the meetings, what they decided, and their minutes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.followup.commands import AddMeeting, RemoveMeetings, ReviseMeeting
from coopdesk.followup.model import Meeting
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate, Precision
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.text import NoteField, TextField
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.kinds import DateKind, NameKind, TextKind
from coopdesk.shell.grid.looks import Title
from coopdesk.shell.widgets import EmptyState, action_button
from coopdesk.words.marks import N_


def revised(meeting: Meeting, key: str, value: Any) -> ReviseMeeting:
    """The command for one changed field; Invalid when the day is not a day."""
    if key == "day":
        if not isinstance(value, PartialDate) or value.precision is not Precision.DAY:
            raise Invalid(N_("Type the day of the meeting, for example 31/5/2026."))
        value = value.first
    return ReviseMeeting(replace(meeting, **{key: value}))


def added(context: Context, values: Mapping[str, Any]) -> AddMeeting:
    """The command for a pasted meeting, today when it has no day."""
    day = values.get("day")
    if context.area.id is None:
        raise Invalid(N_("Choose an area first."))
    if day is not None and day.precision is not Precision.DAY:
        raise Invalid(N_("Type the day of the meeting, for example 31/5/2026."))
    body = values.get("body") or context.words.say("Consultation")
    held = context.clock.today() if day is None else day.first
    return AddMeeting(context.area.id, body, held, values.get("decisions") or "")


class MeetingsView(QWidget):
    """The list of meetings, newest first."""

    current_changed = Signal(object)

    def __init__(self, context: Context, bodies: Callable[[], Sequence[str]], add: Action) -> None:
        super().__init__()
        self._context, words = context, context.words
        empty = EmptyState(
            "comment", words.say("No meetings yet"),
            words.say("Keep here who met when and what was decided, so that it is at hand for the account."),
            second=add, words=words,
        )  # fmt: skip
        columns: list[Column[Meeting]] = [
            Column("day", N_("Day"), lambda m: words.formats.day(m.day), value=lambda m: PartialDate.day(m.day),
                   sort=lambda m: m.day, kind=DateKind(), edit=lambda m, v: revised(m, "day", v), width=12),
            Column("body", N_("Consultation body"), lambda m: m.body, look=lambda _: Title(), kind=NameKind(bodies),
                   edit=lambda m, v: revised(m, "body", v), width=24, filter=True),
            Column("decisions", N_("Decisions"), lambda m: m.decisions, kind=TextKind(lines=True),
                   edit=lambda m, v: revised(m, "decisions", v), width=50, stretch=True),
        ]  # fmt: skip
        self.grid: Grid[Meeting] = Grid(
            context, columns, name="followup.meetings", label=N_("Meetings"), empty=empty,
            remove=lambda rows: RemoveMeetings(tuple(m.id for m in rows)), about="meeting",
            steady=True,
            add_row=lambda values: added(context, values),
        )  # fmt: skip
        self.grid.current_changed.connect(self.current_changed)
        tools = QHBoxLayout()
        tools.addWidget(self.grid.bar, 1)
        self._add = action_button(add, words)
        tools.addWidget(self._add)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(8)
        room.addLayout(tools)
        room.addWidget(self.grid, 1)

    def show_meetings(self, meetings: Sequence[Meeting]) -> None:
        self.grid.show_rows(meetings)
        self._add.setVisible(bool(meetings))


class MeetingForm(QWidget):
    """One meeting in the pane; each field is kept when it is left."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, words = context, context.words
        self._meeting: Meeting | None = None
        self.body = TextField(context, words.say("Consultation body"), required=True)
        self.day = DateField(context, words.say("Day"), required=True)
        self.decisions = NoteField(context, words.say("Decisions"), lines=4)
        self.minutes = NoteField(context, words.say("Minutes"), lines=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        fields = (("body", self.body), ("day", self.day), ("decisions", self.decisions), ("minutes", self.minutes))
        for key, field in fields:
            column.addWidget(field)
            field.committed.connect(lambda value, key=key, field=field: self._keep(key, value, field))

    def offer(self, bodies: Sequence[str]) -> None:
        """The bodies known from the contacts."""
        self.body.offer(list(bodies))

    def show_meeting(self, meeting: Meeting | None) -> None:
        """The meeting that is chosen in the list."""
        self._meeting = meeting
        self.setVisible(meeting is not None)
        if meeting is not None:
            self.body.show_value(meeting.body)
            self.day.show_value(PartialDate.day(meeting.day))
            self.decisions.show_value(meeting.decisions)
            self.minutes.show_value(meeting.minutes)

    def begin(self) -> None:
        """Ready to type who met."""
        self.body.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.body.line.selectAll()

    def _keep(self, key: str, value: Any, field: TextField | NoteField | DateField) -> None:
        if self._meeting is None:
            return
        try:
            command = revised(self._meeting, key, value)
        except Invalid as error:
            field.show_problem(self._context.words.tell(error))
            return
        self._context.submit(command, field)
