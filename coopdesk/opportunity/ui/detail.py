"""The opportunity that is chosen: its words, scores and municipalities, where it came from and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.opportunity.commands import ReviseOpportunity
from coopdesk.opportunity.model import Opportunity, OpportunityState
from coopdesk.opportunity.rules import STATES
from coopdesk.opportunity.ui.links import Links
from coopdesk.opportunity.ui.looks import STATE_ICONS
from coopdesk.opportunity.wording import SCORE_NAMES, dots, score_name, state_name
from coopdesk.shell.context import Context
from coopdesk.shell.detail import DetailPane
from coopdesk.shell.fields.choice import ChoiceField, ManyField
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.text import NoteField, TextField
from coopdesk.shell.ways import WayList
from coopdesk.shell.widgets import Button, NoteBar
from coopdesk.territory.gazetteer import Gazetteer


class OpportunityDetail:
    """Fills the detail pane; every field keeps its own change."""

    def __init__(
        self, context: Context, pane: DetailPane, gazetteer: Gazetteer, links: Links, make: Callable[[], object]
    ) -> None:
        self._context, self._pane, self._links = context, pane, links
        self._shown: Opportunity | None = None
        self._fields = QWidget()
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._lay_out(column, gazetteer, make)
        pane.body.addWidget(self._fields)
        self.show(None)

    @property
    def shown(self) -> Opportunity | None:
        """The opportunity on show."""
        return self._shown

    def show(self, opportunity: Opportunity | None) -> None:
        """Another opportunity, or none."""
        words = self._context.words
        self._shown = opportunity
        self._fields.setVisible(opportunity is not None)
        self._pane.set_kicker(words.say("Opportunity"))
        self._pane.set_title("" if opportunity is None else opportunity.title)
        self._pane.offer(filled=opportunity is not None)
        if opportunity is None:
            return
        self.title.show_value(opportunity.title)
        self.reason.show_value(opportunity.reason)
        self.state.show_value(opportunity.state)
        self.impact.show_value(opportunity.impact)
        self.feasibility.show_value(opportunity.feasibility)
        self.places.show_value(opportunity.nis)
        self.remark.show_value(opportunity.remark)
        why = self._links.why(opportunity) if opportunity.rule else ""
        self._why.setVisible(bool(why))
        self._why.show_text(words.say("Why? {reason}", reason=why))
        self._show_actions(opportunity)

    def _lay_out(self, column: QVBoxLayout, gazetteer: Gazetteer, make: Callable[[], object]) -> None:
        words, context = self._context.words, self._context
        scores = [(n, f"{dots(n)}  {score_name(n, words)}") for n in SCORE_NAMES]
        states = [(state, state_name(state, words), STATE_ICONS[state]) for state in STATES]
        today: date = context.clock.today()
        places = [(m.nis_code, m.name) for m in gazetteer.offered(today)]
        self.title = TextField(context, words.say("Title"), required=True)
        self.reason = NoteField(context, words.say("Why, with a figure"), lines=3)
        self.state = ChoiceField(context, words.say("Status"), states)
        self.impact = ChoiceField(context, words.say("Impact"), scores)
        self.feasibility = ChoiceField(context, words.say("Feasibility"), scores)
        self.places = ManyField(context, words.say("Municipalities"), places)
        self.remark = NoteField(context, words.say("Remark"), lines=3)
        self._why = NoteBar("", "info", icon="lightbulb")
        for part in (
            self.title, self.reason, self._why, self.state, self.impact, self.feasibility, self.places, self.remark,
        ):  # fmt: skip
            column.addWidget(part)
        self._actions = WayList(context, words.say("Actions"))
        column.addWidget(self._actions)
        self._make = Button(words.say("Make it an action"), "clipboard_task", "left", make)
        self._make.setToolTip(words.say("Make it an action ({keys})", keys="Ctrl+Shift+A"))
        column.addWidget(self._make)
        column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        keep = self._keep
        self.title.committed.connect(lambda value: keep(self.title, title=value))
        self.reason.committed.connect(lambda value: keep(self.reason, reason=value))
        self.impact.committed.connect(lambda value: keep(self.impact, impact=value))
        self.feasibility.committed.connect(lambda value: keep(self.feasibility, feasibility=value))
        self.places.committed.connect(lambda value: keep(self.places, nis=value))
        self.remark.committed.connect(lambda value: keep(self.remark, remark=value))
        self.state.committed.connect(lambda value: keep(self.state, state=value))

    def _keep(self, field: Field, **changes: object) -> None:
        if self._shown is not None:
            changed = replace(self._shown, **changes)  # type: ignore[arg-type]  # each field commits its own type
            self._context.submit(ReviseOpportunity(changed), field)

    def _show_actions(self, opportunity: Opportunity) -> None:
        words = self._context.words
        if opportunity.state is OpportunityState.CHOSEN:
            text = words.say("Chosen, but there is no action yet.")
        else:
            text = words.say("No action came of it yet.")
        self._actions.show_ways(self._links.actions_of(opportunity.id), text)
