"""The screen Follow-up: measurements, progress, the account of a half-year, and consultation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.followup import queries, rules
from coopdesk.followup.commands import AddMeeting
from coopdesk.followup.history import done_days
from coopdesk.followup.model import Rhythm, Standing
from coopdesk.followup.queries import FollowupView, IndicatorRow
from coopdesk.followup.ui.account import NO_REASONS, AccountView, CommentForm, Reasons, Save
from coopdesk.followup.ui.measure_form import MeasureForm
from coopdesk.followup.ui.measurements import MeasurementsView, shown_periods
from coopdesk.followup.ui.meetings import MeetingForm, MeetingsView
from coopdesk.kernel.loading import load
from coopdesk.plan.model import ActionStatus
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.page import Page
from coopdesk.shell.place import Place
from coopdesk.shell.widgets import EmptyState
from coopdesk.words.marks import N_

if TYPE_CHECKING:
    from coopdesk.followup.ui.progress import ProgressView


class FollowupPage(Page):
    """Four views over the latest plan of the area. `bodies` names the consultation bodies known from the contacts,
    `reasons` says per priority why it has no action in a year, `save` saves the accounts up to a year as a workbook."""

    name = "followup"
    touches = ("measurement", "progress_note", "meeting", "plan", "objective", "objective_indicator", "action",
               "policy_priority", "consultation_body", "priority_reason")  # fmt: skip

    def __init__(
        self, context: Context, bodies: Callable[[], Sequence[str]] = tuple,
        reasons: Reasons = lambda year: NO_REASONS, save: Save | None = None,
    ) -> None:  # fmt: skip
        super().__init__(context)
        self._bodies, self._reasons, self._save = bodies, reasons, save
        self._view: FollowupView | None = None
        self._shown: FollowupView | None = None

    def build(self) -> None:
        """The four views and their forms in the pane."""
        context, words = self.context, self.context.words
        self.measurements = MeasurementsView(context, self._no_indicators)
        self.account = AccountView(context, self._reasons, self._save)
        self.meetings = MeetingsView(context, self._bodies, self._meeting_action())
        self.progress: ProgressView | None = None
        self._progress_room, self._no_progress = QWidget(), self._no_actions()
        self._progress_column = QVBoxLayout(self._progress_room)
        self._progress_column.setContentsMargins(0, 0, 0, 0)
        self._progress_column.addWidget(self._no_progress)
        self.head.set_title(words.say("Follow-up"))
        self.head.add_view("measurements", words.say("Measurements"), "gauge", self.measurements)
        self.head.add_view("progress", words.say("Progress"), "data_trending", self._progress_room)
        self.head.add_view("account", words.say("Account"), "clipboard_task", self.account)
        self.head.add_view("meetings", words.say("Consultation"), "comment", self.meetings)
        self.head.set_primary(self._measure_action())
        self.measure, self.comment, self.meeting = MeasureForm(context), CommentForm(context), MeetingForm(context)
        for form in (self.measure, self.comment, self.meeting):
            self.detail.body.addWidget(form)
        self.measurements.current_changed.connect(self._indicator_chosen)
        for view in (self.account, self.meetings):
            view.grid.activated.connect(lambda _: self.detail.open(focus=True))
        self.measurements.rhythm_changed.connect(self.refresh_now)
        self.account.period_changed.connect(self.refresh_now)
        self.account.current_changed.connect(lambda _: self._show_detail())
        self.meetings.current_changed.connect(lambda _: self._show_detail())
        self.head.view_chosen.connect(lambda _: self._view_changed())
        context.area.changed.connect(lambda _: self.outdated())

    def refresh(self) -> None:
        """Reads the plan of the area with all that is kept about it."""
        area_id, today, words = self.context.area.id, self.context.clock.today(), self.context.words
        account, meetings, view = queries.Account(self.account.period, (), ()), [], None
        if area_id is not None:
            with self.context.desk.look() as work:
                view = queries.view(work, area_id, today.year)
                account = queries.account(work, area_id, self.account.period)
                meetings = queries.meetings(work, area_id)
        self._view, self._shown = view, None
        rows: Sequence[IndicatorRow] = view.indicators if view else ()
        self.measurements.show_view(view)
        self.measure.offer(rows, self._periods(today))
        self.account.show_account(account)
        self.meetings.show_meetings(meetings)
        self.meeting.offer(self._bodies())
        self.head.set_facts(standing_text(self.context, view) if rows else words.say("No indicators yet"))
        self._view_changed()

    def deeds(self) -> Sequence[Action]:
        """What can be done while following up."""
        return (
            self._measure_action(),
            self._meeting_action(),
            Action("followup.copy", N_("Copy account for the report"), "copy", run=self._copy_account,
                   enabled=lambda: self.context.area.id is not None, menu="Tools", also=N_("half-year report")),
        )  # fmt: skip

    def reveal(self, id: str) -> None:
        """Chooses an indicator, an action in the account or a meeting."""
        if any(row.id == id for row in (self._view.indicators if self._view else ())):
            self.head.show_view("measurements")
            self.measurements.grid.select(id)
            self.measure.choose(id)
            return
        view = "meetings" if self.meetings.grid.select(id) else "account"
        self.head.show_view(view)

    def add_measurement(self) -> None:
        """Opens the form for the indicator that is chosen, or for the first one that is due."""
        if self._view is None or not self._view.indicators:
            self._choose_indicators()
            return
        self.head.show_view("measurements")
        current = self.measurements.grid.current()
        if current is not None:
            self.measure.choose(current.id)
        self.detail.open()
        self.measure.begin()

    def add_meeting(self) -> None:
        """Adds a meeting of today and puts the cursor in who met."""
        area_id, words = self.context.area.id, self.context.words
        if area_id is None:
            self.context.go.to(Place("area"))
            return
        body = next(iter(self._bodies()), words.say("Steering group"))
        self.context.submit(AddMeeting(area_id, body, self.context.clock.today()), self, self._begin_meeting)

    def _begin_meeting(self, id: str) -> None:
        self.head.show_view("meetings")
        self.refresh_now()
        self.meetings.grid.select(id)
        self._show_detail()
        self.detail.open()
        self.meeting.begin()

    def _periods(self, today: date) -> tuple[str, ...]:
        rhythm: Rhythm = self.measurements.rhythm
        return shown_periods(rhythm, today)

    def _view_changed(self) -> None:
        """The progress is drawn when it is looked at: its charts need no time before that."""
        if self.head.view == "progress":
            self._show_progress()
        self._show_detail()

    def _show_progress(self) -> None:
        some = self._view is not None and bool(self._view.actions)
        self._no_progress.setVisible(not some)
        if self.progress is not None:
            self.progress.setVisible(some)
        if self._view is None or not some or self._shown is self._view:
            return
        if self.progress is None:
            # Charts import reportlab, for which neither the window nor the other views should wait.
            self.progress = load("coopdesk.followup.ui.progress").ProgressView(self.context)
            self._progress_column.addWidget(self.progress)
        self._shown = self._view
        done = [a.id for a in self._view.actions if a.status is ActionStatus.DONE]
        changed: Mapping[str, date] = done_days(self.context.desk, done)
        self.progress.show_view(self._view, changed, self.context.clock.today())

    def _show_detail(self) -> None:
        words, view = self.context.words, self.head.view or "measurements"
        line, meeting = self.account.grid.current(), self.meetings.grid.current()
        self.measure.setVisible(view == "measurements" and self._view is not None and bool(self._view.indicators))
        self.comment.show_line(line if view == "account" else None, self.account.period)
        self.meeting.show_meeting(meeting if view == "meetings" else None)
        kickers = {"measurements": words.say("Measurement"), "account": words.say("Comment"),
                   "meetings": words.say("Meeting"), "progress": words.say("Progress")}  # fmt: skip
        self.detail.set_kicker(kickers[view])
        titles = {"account": line.action.title if line else "", "meetings": meeting.body if meeting else ""}
        self.detail.set_title(titles.get(view, ""))
        wanted = {"measurements": bool(self._view and self._view.indicators), "account": line is not None,
                  "meetings": meeting is not None}  # fmt: skip
        if not wanted.get(view, False):
            self.detail.hide()

    def _indicator_chosen(self, row: IndicatorRow | None) -> None:
        if row is not None:
            self.measure.choose(row.id)

    def _no_indicators(self) -> QWidget:
        words = self.context.words
        return EmptyState(
            "target_arrow", words.say("Nothing to measure yet"),
            words.say("Choose one indicator and a target value for each objective."),
            second=Action("followup.indicators", N_("Choose indicators"), "target_arrow", run=self._choose_indicators),
            words=words,
        )  # fmt: skip

    def _no_actions(self) -> QWidget:
        words = self.context.words
        return EmptyState(
            "clipboard_task", words.say("No progress to show yet"),
            words.say("As soon as the plan has actions, you see here how many are done."),
            second=Action("followup.plan", N_("To the action plan"), "clipboard_task", run=self._choose_indicators),
            words=words,
        )  # fmt: skip

    def _choose_indicators(self) -> None:
        self.context.go.to(Place("plan"))

    def _copy_account(self) -> None:
        self.account.copy_text()

    def _measure_action(self) -> Action:
        return Action("followup.measure", N_("Add measurement"), "add", "Ctrl+N", self.add_measurement)

    def _meeting_action(self) -> Action:
        return Action(
            "followup.meeting", N_("Add &meeting"), "comment", run=self.add_meeting, also=N_("minutes report")
        )


def standing_text(context: Context, view: FollowupView | None) -> str:
    """The traffic light in words: 2 on schedule, 1 behind, 1 without measurement."""
    words, counts = context.words, view.standings if view else {}
    good = counts.get(Standing.REACHED, 0) + counts.get(Standing.ON_SCHEDULE, 0)
    parts = [words.count("{n} on schedule", "{n} on schedule", good)]
    parts += [words.count("{n} behind", "{n} behind", n)] if (n := counts.get(Standing.BEHIND, 0)) else []
    parts += [words.count("{n} without measurement", "{n} without measurement", n)] if (
        n := counts.get(Standing.UNMEASURED, 0)) else []  # fmt: skip
    if view is not None:
        late = rules.due(view.plan, [row.indicator for row in view.indicators],
                         [m for row in view.indicators for m in row.measurements], context.clock.today())  # fmt: skip
        parts += [words.count("{n} measurement due", "{n} measurements due", len(late))] if late else []
    return ", ".join(parts)
