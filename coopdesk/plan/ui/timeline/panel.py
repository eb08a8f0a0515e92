"""The time line view of the plan: which actions have no dates, how much of time to see, today, and paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.model import Action
from coopdesk.plan.moving import planned, shifted, span, stretched
from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui.neighbours import Neighbours
from coopdesk.plan.ui.timeline.bar import bar_of
from coopdesk.plan.ui.timeline.scale import Zoom
from coopdesk.plan.ui.timeline.view import TimelineView
from coopdesk.shell.context import Context
from coopdesk.shell.grid.arrange import Line
from coopdesk.shell.grid.batch import Batch
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.segmented import SegmentedControl
from coopdesk.words.marks import N_

ZOOMS = (Zoom.YEAR, Zoom.QUARTER, Zoom.MONTH)
KEPT, MOVE = "plan.time", N_("Move action in time")
FIRST_TERM = 91  # days an action gets that had no dates and is moved


class TimelinePanel(QWidget):
    """`asked` carries the command a moved bar asks for; `undated_asked` that only those without dates are wanted."""

    asked = Signal(object)
    undated_asked = Signal()
    paper_asked = Signal()

    def __init__(self, context: Context, chosen: Callable[[], Sequence[ActionRow]], neighbours: Neighbours) -> None:
        super().__init__()
        self._context, self._chosen, self._neighbours, words = context, chosen, neighbours, context.words
        self.view = TimelineView(words, context.clock.today)
        self._undated = Label("", "small", "text2")
        self.show_undated = Button("", "", "flat", self.undated_asked.emit)
        self.zooms = SegmentedControl(words.say("Time on the screen"))
        names = {Zoom.YEAR: words.say("Year"), Zoom.QUARTER: words.say("Quarter"), Zoom.MONTH: words.say("Month")}
        for zoom in ZOOMS:
            self.zooms.add(zoom, names[zoom])
        kept = context.settings.get(KEPT)
        self.view.zoom = Zoom(kept) if kept in {zoom.value for zoom in ZOOMS} else Zoom.QUARTER
        self.zooms.show_current(self.view.zoom)
        self.zooms.chosen.connect(lambda key: self.zoom_to(Zoom(key)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self._undated)
        row.addWidget(self.show_undated)
        row.addStretch(1)
        row.addWidget(Button(words.say("Today"), "calendar_ltr", "flat", self.to_today))
        row.addWidget(self.zooms)
        row.addWidget(Button(words.say("On paper…"), "document_pdf", "flat", self.paper_asked.emit))
        column.addLayout(row)
        column.addWidget(self.view, 1)
        column.addWidget(self.view.time)
        self.view.shifted.connect(lambda days: self._move(lambda action: shifted(action, days)))
        self.view.stretched.connect(lambda days: self._move(lambda action: stretched(action, days)))
        self.view.dropped.connect(lambda action: self.asked.emit(ReviseAction(action, MOVE)))
        self.view.zoom_asked.connect(self.zoom_by)
        self.view.calendar.gathering_asked.connect(lambda one: context.go.to(one.place))

    def show_lines(
        self, view: PlanView, lines: Sequence[Line], rows: Sequence[ActionRow], folded: frozenset[str]
    ) -> None:
        """Other lines. `rows` are all that the filters leave, also those folded away."""
        words, today = self._context.words, self._context.clock.today()
        self.view.show_gatherings(self._neighbours.gatherings(view.plan.area_id))
        self.view.show_lines(lines, folded, span(view.plan, [row.action for row in view.rows], today))
        n = sum(not bar_of(row).dated for row in rows)
        self._undated.setVisible(bool(n))
        self.show_undated.setVisible(bool(n))
        self._undated.setText(words.count("{n} action without dates", "{n} actions without dates", n))
        self.show_undated.setText(words.count("Show it", "Show those {n}", n))

    def zoom_to(self, zoom: Zoom) -> None:
        """How much of time to see."""
        self._context.settings.put(KEPT, zoom)
        self.zooms.show_current(zoom)
        self.view.show_zoom(zoom)

    def zoom_by(self, steps: int) -> None:
        """Nearer or, below zero, further away."""
        at = ZOOMS.index(self.view.zoom) + steps
        self.zoom_to(ZOOMS[max(0, min(at, len(ZOOMS) - 1))])

    def to_today(self) -> None:
        self.view.show_day(self._context.clock.today())

    def _move(self, change: Callable[[Action], Action]) -> None:
        """All chosen actions at once, as one step. One without dates gets a first term from this month on."""
        moved = [_moved(row.action, change, self._context.clock.today()) for row in self._chosen()]
        kept = {row.id: row.action for row in self._chosen()}
        commands = tuple(ReviseAction(one, MOVE) for one in moved if one != kept[one.id])
        if len(commands) == 1:
            self.asked.emit(commands[0])
        elif commands:
            self.asked.emit(Batch(commands, MOVE))


def _moved(action: Action, change: Callable[[Action], Action], today: date) -> Action:
    if action.begin is None and action.end is None:
        first = today.replace(day=1)
        return planned(action, first, date.fromordinal(first.toordinal() + FIRST_TERM))
    return change(action)
