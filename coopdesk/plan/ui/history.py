"""What happened to the action in the pane: when, by whom, what, and from what to what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.plan.past import Event, told
from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui.layouts import clear_layout
from coopdesk.shell.context import Context
from coopdesk.shell.labels import Button, Label

SHOWN = 8  # events before the rest is asked for


class HistoryList(QWidget):
    """Reads the journal only when it is on show."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._events: Sequence[Event] = ()
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)

    def show_row(self, row: ActionRow, view: PlanView, towns: Sequence[tuple[str, str]]) -> None:
        """Reads what happened to an action and to what belongs to it now."""
        desk, names = self._context.desk, _names(view, towns)
        steps = desk.history_of("action", row.id)
        parts = [("milestone", one.id) for one in row.milestones]
        parts += [("budget_line", line.id) for line in row.lines]
        parts += [("evidence", one.id) for one in row.evidence]
        parts += [("objective_indicator", one.id) for one in row.indicators]
        for table, key in parts:
            steps += desk.history_of(table, key)
        events = told(steps, self._context.words, lambda key: names.get(key, key))
        if events != self._events:
            self._events = events
            self._fill(SHOWN)

    def _fill(self, most: int) -> None:
        clear_layout(self._list)
        words = self._context.words
        for event in self._events[:most]:
            head = " · ".join(filter(None, (words.formats.moment(event.at), event.who, event.label)))
            self._list.addWidget(Label(head, "small strong", wrap=True))
            for change in event.changes:
                self._list.addWidget(Label(change, "small", "text2", wrap=True))
            self._list.addSpacing(4)
        rest = len(self._events) - most
        if rest > 0:
            more = words.count("Show {n} more", "Show {n} more", rest)
            self._list.addWidget(Button(more, "", "left", lambda: self._fill(len(self._events))))


def _names(view: PlanView, towns: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    found = dict(towns)
    for head in view.objectives:
        found[head.id] = head.objective.title
        found.update({domain.id: domain.title for domain in head.domains})
    return found
