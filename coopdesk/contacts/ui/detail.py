"""What the pane at the right shows of contacts: a person, an organisation or a consultation body."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.contacts.commands.organisations import ReviseConsultationBody, ReviseOrganisation, SeatMember
from coopdesk.contacts.commands.people import AddMandate, RemoveMandate, RevisePerson
from coopdesk.contacts.model import ConsultationBody, Mandate, Organisation, Person
from coopdesk.contacts.ports import OrganisationRow, PersonRow
from coopdesk.contacts.wording import BODIES, FORMS, KINDS, role_of, role_text
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.text import NoteField, TextField
from coopdesk.shell.labels import Button, IconButton, Label
from coopdesk.shell.widgets import SectionTitle


class Form(QWidget):
    """A column of fields, each kept when it is left; `revise` makes the command of the changed value."""

    def __init__(self, context: Context, revise: Callable[[Any], object]) -> None:
        super().__init__()
        self._context, self._revise, self._thing = context, revise, None
        self._fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def place(self, name: str, field: Field) -> None:
        """One more field."""
        self._fields[name] = field
        if isinstance(field, NoteField):
            field.edit.setMaximumHeight(field.edit.minimumHeight())
        self.column.addWidget(field)
        field.committed.connect(lambda value, n=name, f=field: self._changed(f, n, value))

    def show_thing(self, thing: Any) -> None:
        """Shows a value in its fields."""
        self._thing = thing
        for name, field in self._fields.items():
            field.show_value(getattr(thing, name))

    def focus_first(self) -> None:
        """Puts the cursor in the name, ready to type over it."""
        field = next(iter(self._fields.values()))
        field.setFocus()
        if isinstance(field, TextField):
            field.line.selectAll()

    def _changed(self, field: Field, name: str, value: Any) -> None:
        if self._thing is not None:
            command: Any = self._revise(replace(self._thing, **{name: value}))
            self._context.submit(command, field)


class PersonForm(Form):
    """Name, ways to reach, mandates and a remark; only what the work asks for."""

    def __init__(self, context: Context, write: Callable[[str], object]) -> None:
        super().__init__(context, RevisePerson)
        words = context.words
        self._row: PersonRow | None = None
        self.place("name", TextField(context, words.say("Name"), required=True))
        self.place("email", TextField(context, words.say("E-mail")))
        self._mail = Button(words.say("Write an e-mail"), "mail", "", lambda: write(self._person().email))
        self._mail.setToolTip("Ctrl+Shift+M")
        self.column.addWidget(self._mail)
        self.place("phone", TextField(context, words.say("Phone")))
        self.column.addWidget(SectionTitle(words.say("Mandates")))
        self._mandates = QVBoxLayout()
        self._mandates.setSpacing(2)
        self.column.addLayout(self._mandates)
        self._new = TextField(context, words.say("Add mandate"), example=words.say("Role, organisation"))
        self._new.committed.connect(self._add_mandate)
        self.column.addWidget(self._new)
        self.place("remark", NoteField(context, words.say("Remark"), lines=3))
        self.column.addStretch(1)

    def show_person(self, row: PersonRow, organisations: dict[str, str]) -> None:
        """Shows a person with all mandates, past ones too."""
        self._row = row
        self.show_thing(row.person)
        self._mail.setVisible(bool(row.person.email))
        empty(self._mandates)
        words = self._context.words
        for mandate in row.mandates:
            what = role_text(words, mandate) or words.say("Works at")
            text = f"{what} · {organisations.get(mandate.organisation_id, '')}"
            self._mandates.addWidget(self._line(text, self._term(mandate), mandate.id))

    def _term(self, mandate: Mandate) -> str:
        words, begin, end = self._context.words, mandate.begin_date, mandate.end_date
        if begin is None and end is None:
            return ""
        if end is None:
            return words.say("since {day}", day=words.formats.partial(begin))
        if begin is None:
            return words.say("up to and including {day}", day=words.formats.partial(end))
        return f"{words.formats.partial(begin)} – {words.formats.partial(end)}"

    def _line(self, text: str, term: str, id: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(f"{text}\n{term}" if term else text, "body", wrap=True), 1)
        remove = self._context.words.say("Remove mandate")
        row.addWidget(IconButton("dismiss", remove, lambda: self._context.submit(RemoveMandate(id), self)))
        return line

    def _add_mandate(self, text: str) -> None:
        if not text:
            return
        first, _, rest = text.partition(",")
        role, title = role_of(self._context.words, first) if rest.strip() else role_of(self._context.words, "")
        organisation = rest.strip() or first.strip()
        if self._context.submit(AddMandate(self._person().id, organisation, role, title), self._new):
            self._new.show_value("")

    def _person(self) -> Person:
        assert self._row is not None
        return self._row.person


class OrganisationForm(Form):
    """Name, kind, ways to reach and the people who work there."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, ReviseOrganisation)
        words = context.words
        self.place("name", TextField(context, words.say("Name"), required=True))
        kinds = [(kind, words.say(text)) for kind, text in KINDS.items()]
        self.place("kind", ChoiceField(context, words.say("Kind"), kinds))
        forms = [(form, words.say(text)) for form, text in FORMS.items()]
        self.place("legal_form", ChoiceField(context, words.say("Legal form"), forms))
        self.place("email", TextField(context, words.say("E-mail")))
        self.place("phone", TextField(context, words.say("Phone")))
        self.column.addWidget(SectionTitle(words.say("People")))
        self._people = Label("", "body", wrap=True)
        self.column.addWidget(self._people)
        self.place("remark", NoteField(context, words.say("Remark"), lines=3))
        self.column.addStretch(1)

    def show_organisation(self, row: OrganisationRow) -> None:
        """Shows an organisation."""
        organisation: Organisation = row.organisation
        self.show_thing(organisation)
        self._people.setText("\n".join(p.name for p in row.people) or "–")


class BodyForm(Form):
    """Name, kind and frequency of a consultation body, and a line to seat people."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, ReviseConsultationBody)
        words = context.words
        self.place("name", TextField(context, words.say("Name"), required=True))
        kinds = [(kind, words.say(text)) for kind, text in BODIES.items()]
        self.place("kind", ChoiceField(context, words.say("Kind"), kinds))
        self.place("frequency", TextField(context, words.say("How often it meets")))
        self._person = ChoiceField(context, words.say("Add member"))
        self._person.committed.connect(self._seat)
        self.column.addWidget(self._person)
        self.place("remark", NoteField(context, words.say("Remark"), lines=3))
        self.column.addStretch(1)

    def show_body(self, body: ConsultationBody, persons: Sequence[Person]) -> None:
        """Shows a body and who could be seated."""
        self._body = body
        self.show_thing(body)
        self._person.offer([(p.id, p.name) for p in persons])
        self._person.show_value(None)

    def _seat(self, person_id: str | None) -> None:
        if person_id is not None:
            self._context.submit(SeatMember(self._body.id, person_id), self._person)


def empty(column: QVBoxLayout) -> None:
    """Takes every widget off a column."""
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
