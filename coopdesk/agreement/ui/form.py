"""The fields of an agreement in the detail pane; every field is kept when it is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.agreement import rules
from coopdesk.agreement.commands.agreements import LinkPlan, ReviseAgreement
from coopdesk.agreement.commands.belonging import SetMembers
from coopdesk.agreement.model import AgreementState
from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.queries.overview import source_of
from coopdesk.agreement.queries.screen import Screen
from coopdesk.agreement.ui.columns import municipalities
from coopdesk.agreement.ui.exchanges import ExchangeSection
from coopdesk.agreement.ui.labels import STATE_LOOKS, pairs
from coopdesk.agreement.ui.onward import OnwardSection
from coopdesk.agreement.ui.parties import PartiesSection
from coopdesk.agreement.wording import CLASSES, MISSING, STAGES, STATES, until
from coopdesk.plan.model import Plan
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField, ManyField
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.text import NoteField, TextField
from coopdesk.shell.fields.tick import TickField
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.place import Place
from coopdesk.shell.traces import TraceList
from coopdesk.shell.widgets import NoteBar, Pill, SectionTitle
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words


class AgreementForm(QWidget):
    """One agreement: state, dates, municipalities, parties and decisions, exchanged data, what follows, plan."""

    def __init__(self, context: Context, gazetteer: Gazetteer, instruments: Sequence[str]) -> None:
        super().__init__()
        self._context, self._gazetteer = context, gazetteer
        self._row: AgreementRow | None = None
        self._make_fields(context.words, instruments)
        self.parties = PartiesSection(context)
        self.exchanges = ExchangeSection(context)
        self.onward = OnwardSection(context)
        self._lay_out(context.words)
        self._connect()

    def show_agreement(self, row: AgreementRow, screen: Screen) -> None:
        """Shows an agreement as it stands on the day of the screen."""
        self._row = row
        a = row.agreement
        self._show_state(row)
        for name, field in self._plain.items():
            field.show_value(getattr(a, name))
        self.open_ended.show_value(a.is_open_ended)
        self._show_written(row)
        places = municipalities(self._gazetteer, screen.day)
        self.places.offer([(choice.value, choice.text) for choice in places])
        self.places.show_value(row.nis_codes)
        self.parties.show_agreement(row, screen.day)
        self.exchanges.show_agreement(row)
        self.onward.show_agreement(row)
        self.plan.offer([(None, "–"), *((p.id, plan_title(self._context.words, p)) for p in screen.plans)])
        self.plan.show_value(a.plan_id)
        self._to_plan.setVisible(a.plan_id is not None)
        source = source_of(row)
        self._source.setText(self._context.words.say("Source: {source}", source=source) if source else "")
        self._source.setVisible(bool(source))
        self.traces.show_thing(a.id)

    def _make_fields(self, words: Words, instruments: Sequence[str]) -> None:
        context = self._context
        self.pill, self._left = Pill(), Label("", "small strong", "warnFg", wrap=True)
        self._missing = NoteBar("", "warn")
        self.title = TextField(context, words.say("Title"), required=True)
        self.klass = ChoiceField(context, words.say("Class"), pairs(words, CLASSES))
        self.stage = ChoiceField(context, words.say("Stage"), pairs(words, STAGES))
        self.begin = DateField(context, words.say("Begin date"))
        self.end = DateField(context, words.say("End date (included)"))
        self._written = Label("", "caption", "text2", wrap=True)
        self.open_ended = TickField(context, words.say("Open-ended: there is no end date"))
        self.approved = DateField(context, words.say("Approved on"))
        self.signed = DateField(context, words.say("Signed on"))
        self.instrument = TextField(context, words.say("Instrument"), names=list(instruments))
        self.places = ManyField(context, words.say("Municipalities"))
        self.plan = ChoiceField(context, words.say("Action plan that carries it out"))
        self._to_plan = Button(words.say("Open action plan"), "arrow_right", "flat", self._go_to_plan)
        self.remark = NoteField(context, words.say("Remark"), lines=3)
        self.remark.edit.setMaximumHeight(self.remark.edit.minimumHeight())
        self._source = Label("", "caption", "text2", wrap=True)
        self.traces = TraceList(words, context.traces, "agreement")
        self._plain: dict[str, Field] = {
            "title": self.title,
            "cooperation_class": self.klass,
            "stage": self.stage,
            "begin_date": self.begin,
            "end_date": self.end,
            "approved_date": self.approved,
            "signed_date": self.signed,
            "instrument": self.instrument,
            "remark": self.remark,
        }

    def _lay_out(self, words: Words) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addWidget(self._left, 1)
        column.addLayout(head)
        parts: tuple[QWidget | tuple[QWidget, ...], ...] = (
            *(self._missing, self.title, self.klass, (self.begin, self.end), self._written),
            *(self.open_ended, self.stage, (self.approved, self.signed), self.instrument, self.places),
            *(SectionTitle(words.say("Parties and decisions")), self.parties),
            *(SectionTitle(words.say("Exchange of data")), self.exchanges),
            *(SectionTitle(words.say("How it goes on")), self.onward),
            *(SectionTitle(words.say("Linked to")), self.plan, self._to_plan, self.remark, self._source, self.traces),
        )
        for part in parts:
            if isinstance(part, tuple):
                row = QHBoxLayout()
                row.setSpacing(8)
                for field in part:
                    row.addWidget(field, 1)
                column.addLayout(row)
            else:
                column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        for name, field in self._plain.items():
            field.committed.connect(lambda value, f=field, n=name: self._revise(f, **{n: value}))
        self.open_ended.committed.connect(lambda value: self._revise(self.open_ended, is_open_ended=value))
        self.places.committed.connect(self._set_places)
        self.plan.committed.connect(self._link)

    def _show_state(self, row: AgreementRow) -> None:
        words, look = self._context.words, STATE_LOOKS[row.state]
        self.pill.show_state(words.say(STATES[row.state]), look.icon, look.tone.value)
        self._left.setText(until(words, row.expiry.days_left) if row.expiry else "")
        missing = rules.missing(row.agreement) if row.state is AgreementState.UNKNOWN else None
        self._missing.setVisible(missing is not None)
        if missing is not None:
            self._missing.show_text(words.say(MISSING[missing]))

    def _show_written(self, row: AgreementRow) -> None:
        a, words = row.agreement, self._context.words
        parts = list(dict.fromkeys(text for text in (a.begin_text, a.end_text, a.term_text) if text))
        quoted = words.formats.listing([f"“{part}”" for part in parts])
        self._written.setText(words.say("As written in the source: {texts}", texts=quoted))
        self._written.setVisible(bool(parts))

    def _revise(self, field: QWidget, **changes: Any) -> None:
        if self._row is None:
            return
        if changes.get("end_date") is not None:
            changes["is_open_ended"] = False
        if changes.get("is_open_ended"):
            changes["end_date"] = None
        self._context.submit(ReviseAgreement(replace(self._row.agreement, **changes)), field)

    def _set_places(self, codes: tuple[str, ...]) -> None:
        if self._row is not None:
            self._context.submit(SetMembers(self._row.id, self._row.agreement.version, codes), self.places)

    def _link(self, plan_id: str | None) -> None:
        if self._row is not None:
            self._context.submit(LinkPlan(self._row.id, self._row.agreement.version, plan_id), self.plan)

    def _go_to_plan(self) -> None:
        if self._row is not None and self._row.agreement.plan_id:
            self._context.go.to(Place("plan", self._row.agreement.plan_id))


def plan_title(words: Words, plan: Plan) -> str:
    """What a plan is called."""
    years = {"begin": str(plan.begin_year), "end": str(plan.end_year)}
    return plan.title or words.say("Action plan {begin}–{end}", **years)
