"""The screen Contacts: persons, organisations and the bodies in which they consult each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from coopdesk.contacts import rules
from coopdesk.contacts.commands.organisations import (
    AddConsultationBody,
    AddOrganisation,
    RemoveConsultationBody,
    RemoveOrganisations,
    RemoveSeat,
    SeatMember,
)
from coopdesk.contacts.commands.people import AddPerson, RemovePersons
from coopdesk.contacts.model import ConsultationBody, Seat
from coopdesk.contacts.ports import OrganisationRow, PersonRow, SeatRow
from coopdesk.contacts.queries import organisations_on, persons_on, seats_on
from coopdesk.contacts.ui.columns import OrganisationColumns, PersonColumns, SeatColumns
from coopdesk.contacts.ui.detail import BodyForm, OrganisationForm, PersonForm
from coopdesk.kernel.errors import Invalid
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.grid.batch import Batch
from coopdesk.shell.grid.clip import addresses
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.page import Page
from coopdesk.shell.widgets import EmptyState
from coopdesk.words.marks import N_


def open_mail(address: str) -> None:
    """Hands an address to the mail program: the one thing that leaves the computer, and only on a click."""
    if address:
        QDesktopServices.openUrl(QUrl(f"mailto:{address}"))


class ContactsPage(Page):
    """Three lists and one pane. `leads` gives the number of actions per person; `write` opens the mail program."""

    name = "contacts"
    touches = ("person", "organisation", "mandate", "consultation_body", "body_member", "action")

    def __init__(
        self,
        context: Context,
        leads: Callable[[], Mapping[str, int]] = dict,
        write: Callable[[str], object] = open_mail,
    ) -> None:
        super().__init__(context)
        self._read_leads, self._write = leads, write
        self._leads: Mapping[str, int] = {}
        self._persons: list[PersonRow] = []
        self._organisations: list[OrganisationRow] = []
        self._seats: list[SeatRow] = []
        self._bodies: tuple[ConsultationBody, ...] = ()
        self._filled = False

    def build(self) -> None:
        """The three lists, their forms and the empty state."""
        words = self.context.words
        self._person_columns = PersonColumns(words, self._names, self._led_by)
        self._seat_columns = SeatColumns(words)
        organisation = OrganisationColumns(words)
        self.people = self._grid("contacts.people", N_("Persons"), self._person_columns.all(), self._remove_people,
                                 edit_row=self._person_columns.revise, add_row=self._person_columns.add,
                                 about="person")  # fmt: skip
        self.organisations = self._grid("contacts.organisations", N_("Organisations"), organisation.all(),
                                        self._remove_organisations, edit_row=organisation.revise,
                                        add_row=organisation.add, about="organisation")  # fmt: skip
        self.seats = self._grid("contacts.seats", N_("Consultation"), self._seat_columns.all(), self._remove_seats,
                                of_group=lambda row: row.body.id, about="body_member",
                                add_row=self._pasted_seat)  # fmt: skip
        self.head.set_title(words.say("Contacts"))
        self.head.add_view("people", words.say("Persons"), "people", self.people)
        self.head.add_view("organisations", words.say("Organisations"), "building", self.organisations)
        self.head.add_view("seats", words.say("Consultation"), "comment", self.seats)
        for grid in self._grids.values():
            self.filters.addWidget(grid.bar, 1)
        self.filters.addStretch(0)
        self.empty = self._empty_state()
        self.body.addWidget(self.empty, 1)
        self._person_form, self._organisation_form = (
            PersonForm(self.context, self._write),
            OrganisationForm(self.context),
        )
        self._body_form = BodyForm(self.context)
        for form in (self._person_form, self._organisation_form, self._body_form):
            self.detail.body.addWidget(form)
        self.head.view_chosen.connect(lambda _: self._view_changed())
        for grid in self._grids.values():
            grid.current_changed.connect(lambda _: self._show_detail())
            grid.activated.connect(lambda _: self.detail.open(focus=True))

    @property
    def _grids(self) -> dict[str, Grid[Any]]:
        return {"people": self.people, "organisations": self.organisations, "seats": self.seats}

    def refresh(self) -> None:
        """Reads who holds what today."""
        day = self.context.clock.today()
        self._leads = self._read_leads()
        with self.context.desk.look() as work:
            self._persons, self._organisations = persons_on(work, day), organisations_on(work, day)
            self._seats = seats_on(work, day)
            self._bodies = tuple(work.contacts.bodies())
            chairless = rules.without_chair(self._bodies, work.contacts.body_members(), day)
        self.people.show_rows(self._persons)
        self.organisations.show_rows(self._organisations)
        missing = frozenset(body.id for body in chairless)
        self.seats.show_rows(self._seats, self._seat_columns.groups(self._seats, missing))
        self._show_room(filled=bool(self._persons or self._organisations or self._bodies))
        self.head.set_facts(self._facts(chairless))
        self._show_detail()

    def deeds(self) -> Sequence[Action]:
        """What can be done with contacts."""
        return (
            self._add_action(),
            Action("contact.paste", N_("Paste a list"), "clipboard_paste", run=self.paste_list, menu="Edit",
                   group=1, also=N_("outlook excel contacts")),
            Action("contact.body", N_("Consultation &body"), "comment", run=self.add_body, also=N_("steering group")),
            Action("contact.mail", N_("Write an &e-mail"), "mail", "Ctrl+Shift+M", self.write_mail, self._has_mail,
                   menu="Tools"),
            Action("contact.remove", N_("Remove contact"), "delete", key_text="Ctrl+Delete",
                   run=self._remove, enabled=self._has_current, menu="Edit",
                   group=5),
        )  # fmt: skip

    def reveal(self, id: str) -> None:
        """Chooses a person, an organisation or a body, in the list where it stands."""
        for view, rows in (("people", self._persons), ("organisations", self._organisations), ("seats", self._seats)):
            found = next((row for row in rows if id in (row.id, getattr(getattr(row, "body", None), "id", ""))), None)
            if found is not None:
                self.head.show_view(view)
                self._grids[view].select(found.id)
                return

    def add(self) -> None:
        """Adds what the list on show is about and puts the cursor in its name."""
        words = self.context.words
        commands: dict[str, Any] = {
            "people": AddPerson(words.say("New contact")),
            "organisations": AddOrganisation(words.say("New organisation")),
            "seats": AddConsultationBody(words.say("Steering group")),
        }
        self.context.submit(commands[self.head.view or "people"], self, self._begin)

    def paste_list(self) -> None:
        """The list on the clipboard as persons: the first step of who has it in Outlook or a spreadsheet."""
        found = addresses(QGuiApplication.clipboard().text())
        say = self.context.words.say
        self.people.paste_list([[say("Name"), say("E-mail")], *found] if found else None)

    def add_body(self) -> None:
        """Adds a consultation body."""
        self.head.show_view("seats")
        self.add()

    def write_mail(self) -> None:
        """Opens the mail program for the chosen person or organisation."""
        self._write(self._address())

    def _begin(self, id: str) -> None:
        self.refresh_now()
        self.reveal(id)
        self._show_detail()
        self.detail.open()
        forms = {"people": self._person_form, "organisations": self._organisation_form, "seats": self._body_form}
        forms[self.head.view].focus_first()

    def _pasted_seat(self, values: Mapping[str, Any]) -> SeatMember:
        """A pasted name takes a seat in the body the current cell stands under."""
        name = str(values.get("name") or "")
        person = next((row.person for row in self._persons if row.person.name.casefold() == name.casefold()), None)
        body = self._current_body()
        if person is None or body is None:
            raise Invalid(N_("There is no contact with the name “{name}”. Add it first."), name=name)
        return SeatMember(body.id, person.id, values.get("seat") or Seat.MEMBER)

    def _grid(self, name: str, label: str, columns: Sequence[Any], remove: Any, **options: Any) -> Grid[Any]:
        return Grid(self.context, columns, name=name, label=label, remove=remove, steady=True, **options)

    def _remove(self) -> None:
        self._grids[self.head.view].remove_selected()

    def _led_by(self, person_id: str) -> int:
        return self._leads.get(person_id, 0)

    def _names(self) -> Sequence[str]:
        return [row.organisation.name for row in self._organisations]

    def _remove_people(self, rows: Sequence[PersonRow]) -> None:
        self.context.submit(RemovePersons(tuple(row.id for row in rows)), self)

    def _remove_organisations(self, rows: Sequence[OrganisationRow]) -> None:
        self.context.submit(RemoveOrganisations(tuple(row.id for row in rows)), self)

    def _remove_seats(self, rows: Sequence[SeatRow]) -> None:
        """A body without members goes itself; otherwise the chosen people leave it."""
        commands = tuple(RemoveSeat(r.member.id) if r.member else RemoveConsultationBody(r.body.id) for r in rows)
        subject = rows[0].body.name
        self.context.submit(commands[0] if len(commands) == 1 else Batch(commands, subject=subject), self)

    def _view_changed(self) -> None:
        self._show_bars()
        self._show_detail()

    def _show_detail(self) -> None:
        """The form of what is current in the list on show."""
        row = self._grids[self.head.view].current() if self.head.view else None
        body = self._current_body()
        self._person_form.setVisible(isinstance(row, PersonRow))
        self._organisation_form.setVisible(isinstance(row, OrganisationRow))
        self._body_form.setVisible(body is not None)
        words, pane = self.context.words, self.detail
        if isinstance(row, PersonRow):
            pane.set_kicker(words.say("Person"))
            pane.set_title(row.person.name)
            names = {r.id: r.organisation.name for r in self._organisations}
            self._person_form.show_person(row, names)
        elif isinstance(row, OrganisationRow):
            pane.set_kicker(words.say("Organisation"))
            pane.set_title(row.organisation.name)
            self._organisation_form.show_organisation(row)
        elif body is not None:
            pane.set_kicker(words.say("Consultation body"))
            pane.set_title(body.name)
            self._body_form.show_body(body, [r.person for r in self._persons])
        pane.offer(filled=row is not None or body is not None)

    def _current_body(self) -> ConsultationBody | None:
        key = self.seats.current_group() if self.head.view == "seats" else ""
        return next((body for body in self._bodies if body.id == key), None)

    def _current(self) -> Any:
        return self._grids[self.head.view].current() if self.head.view else None

    def _has_current(self) -> bool:
        return self._current() is not None

    def _address(self) -> str:
        row = self._current()
        thing = getattr(row, "person", None) or getattr(row, "organisation", None)
        return thing.email if thing is not None else ""

    def _has_mail(self) -> bool:
        return bool(self._address())

    def _add_action(self) -> Action:
        return Action("contact.add", N_("Add contact"), "add", "Ctrl+N", self.add)

    def _empty_state(self) -> EmptyState:
        words = self.context.words
        own = Action("contact.add.first", N_("Add contact"), "add", run=self.add)
        paste = Action("contact.paste", N_("Paste a list"), "clipboard_paste", run=self.paste_list)
        text = words.say("Copy a list in Outlook or Excel and paste it here. A row of titles says what is what.")
        return EmptyState("people", words.say("No contacts yet"), text, own, paste, words=words)

    def _show_room(self, *, filled: bool) -> None:
        self.empty.setVisible(not filled)
        self._views.setVisible(filled)
        self.head.show_switch(on=filled)
        self.head.set_primary(self._add_action() if filled else None)
        self._filled = filled
        self._show_bars()

    def _show_bars(self) -> None:
        for view, grid in self._grids.items():
            grid.bar.setVisible(self._filled and view == self.head.view)

    def _facts(self, chairless: Sequence[ConsultationBody]) -> str:
        words = self.context.words
        if not self._filled:
            return words.say("Who works where, and who meets whom")
        parts = [
            words.count("{n} person", "{n} people", len(self._persons)),
            words.count("{n} organisation", "{n} organisations", len(self._organisations)),
            *(words.say("{body}: chair missing", body=body.name) for body in chairless[:2]),
        ]
        return " · ".join(parts)
