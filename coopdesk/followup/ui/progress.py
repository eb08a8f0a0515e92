"""The view Progress: the statuses of the actions per objective, how many were done when, and the course of an
indicator. Its charts are made when the view is first shown, so that the window need not wait for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coopdesk.charts.ui.panel import ChartPanel
from coopdesk.followup.drawing import course_chart, progress_chart, progress_readings, status_chart
from coopdesk.followup.queries import FollowupView
from coopdesk.shell.context import Context
from coopdesk.shell.widgets import Card


class ProgressView(QWidget):
    """Two figures of the whole plan, and one per share in percent that was measured more than once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.statuses, self.burnup = ChartPanel(context.words), ChartPanel(context.words)
        self.courses: dict[str, ChartPanel] = {}
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(12)
        for panel in (self.statuses, self.burnup):
            self._column.addWidget(_card(panel))
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_view(self, view: FollowupView, changed: Mapping[str, date], today: date) -> None:
        """`changed` holds the day on which actions were set to done."""
        words = self._context.words
        self.statuses.show_chart(status_chart(view, today), words.say("Actions per objective, by status"))
        readings = progress_readings(view, changed, today)
        end = date(view.plan.end_year, 12, 31)
        self.burnup.show_chart(progress_chart(readings, end), words.say("Planned and finished actions through time"))
        self._show_courses(view)

    def _show_courses(self, view: FollowupView) -> None:
        shown = [row for row in view.indicators if row.indicator.unit == "%" and len(row.measurements) > 1]
        for gone in self.courses.keys() - {row.id for row in shown}:
            card = self.courses.pop(gone).parentWidget()
            if card is not None:
                card.hide()
                card.deleteLater()
        for row in shown:
            if row.id not in self.courses:
                self.courses[row.id] = ChartPanel(self._context.words)
                self._column.insertWidget(self._column.count() - 1, _card(self.courses[row.id]))
            sources = sorted({m.source for m in row.measurements if m.source})
            self.courses[row.id].show_chart(
                course_chart(row), f"{row.objective.code} {row.objective.title}".strip(), " · ".join(sources)
            )


def _card(panel: ChartPanel) -> Card:
    card = Card()
    card.body.addWidget(panel)
    return card
