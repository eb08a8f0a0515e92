"""The screen Agreements: who cooperates with VDAB, until when and on what, on any day one chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtGui import QFontMetrics

from coopdesk.agreement.commands.agreements import AddAgreement, RemoveAgreements
from coopdesk.agreement.model import Agreement, Party, PartyKind, Stage
from coopdesk.agreement.queries.instruments import known_instruments
from coopdesk.agreement.queries.screen import Screen, read_screen
from coopdesk.agreement.ui.detail import AgreementDetail
from coopdesk.agreement.ui.onward import PAGE
from coopdesk.agreement.ui.views import AgreementViews
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.page import Page
from coopdesk.shell.ways import Ways, no_ways
from coopdesk.shell.widgets import EmptyState
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.marks import N_


class AgreementsPage(Page):
    """List, map, expiries and coverage of one area, or of Flanders; the pane shows what is chosen.

    `start_import` opens the import of annexes, which the page itself does not know.
    """

    name = PAGE
    touches = ("agreement", "agreement_member", "party", "decision", "data_exchange", "agreement_absence",
               "area_membership", "area", "plan", "map_layer", "action", "action_link")  # fmt: skip

    def __init__(
        self, context: Context, gazetteer: Gazetteer, start_import: Callable[[], object], actions: Ways = no_ways
    ) -> None:
        super().__init__(context)
        self._gazetteer, self._start_import, self._actions = gazetteer, start_import, actions
        self._day: date | None = None
        self._agreement, self._place = "", ""
        self._screen: Screen | None = None

    @property
    def day(self) -> date:
        """The day looked at: today unless another was chosen."""
        return self._day or self.context.clock.today()

    def build(self) -> None:
        """The four views with their filters, the day, and what is shown while there is nothing."""
        words = self.context.words
        instruments = [instrument.name for instrument in known_instruments()]
        self.views = AgreementViews(self.context, self._gazetteer, instruments, self.day)
        self.head.set_title(words.say("Agreements"))
        self.head.add_view("list", words.say("List"), "table_simple", self.views.list)
        self.head.add_view("map", words.say("Map"), "map", self.views.map)
        self.head.add_view("expiry", words.say("Expiries"), "calendar_ltr", self.views.expiry)
        self.head.add_view("coverage", words.say("Coverage"), "table", self.views.coverage)
        self._make_day_field()
        for bar in self.views.bars().values():
            self.filters.addWidget(bar, 1)
        self.filters.addStretch(0)
        self.empty = self._empty_state()
        self.body.addWidget(self.empty, 1)
        self._detail = AgreementDetail(
            self.context, self.detail, self._gazetteer, instruments, self.add_for, self._actions
        )
        self._connect()

    def refresh(self) -> None:
        """Reads the state on the chosen day."""
        with self.context.desk.look() as work:
            self._screen = read_screen(work, self._gazetteer, self.day, self.context.area.id)
        self.views.show_screen(self._screen)
        self.empty.show_text(self._how_to_begin(self._screen.elsewhere))
        self._show_room(filled=bool(self._screen.rows))
        self.head.set_facts(self._facts(self._screen))
        self._show_detail()

    def deeds(self) -> Sequence[Action]:
        """What can be done with agreements."""
        return (
            self._add_action(),
            Action("agreement.renew", N_("Prepare &renewal"), "arrow_sync", run=self._detail_renew,
                   enabled=self._has_agreement, also=N_("successor prolong")),
            Action("agreement.today", N_("State &today"), "calendar_ltr", run=self.look_at_today, menu="View", group=4),
            Action("agreement.remove", N_("Remove agreement"), "delete", key_text="Ctrl+Delete", run=self.remove,
                   enabled=self._has_agreement, menu="Edit", group=5),
        )  # fmt: skip

    def reveal(self, id: str) -> None:
        """Chooses an agreement by its id or a municipality by its NIS code."""
        if self._screen is None:
            return
        if self._screen.row(id) is not None:
            self._choose(agreement=id)
            grid = self.views.expiry_grid if self.head.view == "expiry" else self.views.list
            grid.select(id)
        elif self._screen.place(id) is not None:
            self._choose(place=id)
            self.views.coverage.select(id)

    def add(self) -> None:
        """Adds an agreement for the area on show and puts the cursor in its title."""
        shown = self._screen.coverage if self._screen and self._screen.area else ()
        self._add(tuple(row.nis_code for row in shown))

    def add_for(self, nis_code: str) -> None:
        """Adds an agreement for one municipality."""
        self._add((nis_code,))

    def remove(self) -> None:
        """Removes the chosen agreement; undo brings it back."""
        if self._agreement:
            self.context.submit(RemoveAgreements((self._agreement,)), self)

    def look_at(self, day: date | None) -> None:
        """Shows the state on another day; None is today."""
        self._day = day if day != self.context.clock.today() else None
        self.day_field.show_value(PartialDate.day(self.day))
        self._to_today.setVisible(self._day is not None)
        self.refresh_now()

    def look_at_today(self) -> None:
        """Shows the state today."""
        self.look_at(None)

    def _make_day_field(self) -> None:
        words = self.context.words
        self._day_label = Label(words.say("State on"), "body", "text2")
        self.day_field = DateField(self.context, "", whole_days=True)
        self.day_field.line.setAccessibleName(words.say("State on this day"))
        self._fit_day()
        self.context.theme.changed.connect(self._fit_day)
        self.day_field.show_value(PartialDate.day(self.day))
        self._to_today = Button(words.say("Today"), "", "flat", self.look_at_today)
        self._to_today.hide()
        self._day_label.setBuddy(self.day_field.line)
        for part in (self._day_label, self.day_field, self._to_today):
            self.filters.addWidget(part)

    def _fit_day(self) -> None:
        """A date and the button of the calendar, at any zoom."""
        wide = QFontMetrics(self.context.theme.font("body")).horizontalAdvance("31/12/2026")
        self.day_field.setFixedWidth(wide + self.context.theme.px(64))

    def _connect(self) -> None:
        self.day_field.committed.connect(lambda value: self.look_at(value.first if value else None))
        self.head.view_chosen.connect(self._view_changed)
        self.context.area.changed.connect(lambda _: self.outdated())
        for view, grid in (("list", self.views.list), ("expiry", self.views.expiry_grid)):
            grid.current_changed.connect(lambda row, v=view: self._chosen_in(v, row.id if row else "", ""))
            grid.activated.connect(lambda _: self.detail.open(focus=True))
        self.views.coverage.current_changed.connect(
            lambda row: self._chosen_in("coverage", "", row.nis_code if row else "")
        )
        self.views.coverage.activated.connect(lambda _: self.detail.open(focus=True))
        self.views.map.chosen.connect(lambda code: self._chosen_in("map", "", code))

    def _view_changed(self, view: str) -> None:
        """The pane shows what is current in the view that comes on show; the map has nothing current yet."""
        self._show_bars()
        grids = {"list": self.views.list, "expiry": self.views.expiry_grid}
        row = grids[view].current() if view in grids else None
        place = self.views.coverage.current() if view == "coverage" else None
        self._choose(row.id if row else "", place.nis_code if place else "")

    def _chosen_in(self, view: str, agreement: str, place: str) -> None:
        """A view that is not on show keeps its choice to itself."""
        if view == self.head.view:
            self._choose(agreement, place)

    def _choose(self, agreement: str = "", place: str = "") -> None:
        self._agreement, self._place = agreement, place
        self._show_detail()

    def _show_detail(self) -> None:
        if self._screen is not None:
            self._detail.show(self._screen, self._agreement, self._place)

    def _add(self, nis_codes: tuple[str, ...]) -> None:
        words = self.context.words
        agreement = Agreement("", words.say("New agreement"), stage=Stage.PREPARATION)
        vdab = Party("", "", 0, "VDAB", PartyKind.VDAB)
        self.context.submit(AddAgreement(agreement, nis_codes, (vdab,)), self, self._begin)

    def _begin(self, id: str) -> None:
        self.refresh_now()
        self.head.show_view("list")
        self.reveal(id)
        self.detail.open()
        self._detail.form.title.line.setFocus()
        self._detail.form.title.line.selectAll()

    def _detail_renew(self) -> None:
        self._detail.form.onward.renew.click()

    def _has_agreement(self) -> bool:
        return bool(self._agreement)

    def _add_action(self) -> Action:
        return Action("agreement.add", N_("Add agreement"), "add", "Ctrl+N", self.add)

    def _empty_state(self) -> EmptyState:
        words = self.context.words
        bring = Action("agreement.import.first", N_("Import a spreadsheet"), "arrow_import", run=self._start_import)
        own = Action("agreement.add.first", N_("Add one yourself"), "add", run=self.add)
        title = words.say("No agreements yet")
        return EmptyState("document_signature", title, self._how_to_begin(0), bring, own, words)

    def _how_to_begin(self, elsewhere: int) -> str:
        """What to do while the area has none; who just imported a list must see where it went."""
        words = self.context.words
        begin = words.say("Import your overview from Excel, or add an agreement yourself.")
        if not elsewhere:
            return begin
        others = words.count(
            "{n} agreement in this workspace is of other municipalities.",
            "{n} agreements in this workspace are of other municipalities.", elsewhere,
        )  # fmt: skip
        return f"{others} {begin}"

    def _show_room(self, *, filled: bool) -> None:
        """Either the views or the empty state has the room."""
        self.empty.setVisible(not filled)
        self._views.setVisible(filled)
        self.head.show_switch(on=filled)
        for part in (self._day_label, self.day_field):
            part.setVisible(filled)
        self._to_today.setVisible(filled and self._day is not None)
        self.head.set_primary(self._add_action() if filled else None)
        self._show_bars()

    def _show_bars(self) -> None:
        filled = self._screen is not None and bool(self._screen.rows)
        for view, bar in self.views.bars().items():
            bar.setVisible(filled and view == self.head.view)

    def _facts(self, screen: Screen) -> str:
        words, facts = self.context.words, screen.facts
        if not screen.rows:
            return words.say("Who cooperates with VDAB, until when and on what")
        parts = [
            words.count("{n} in force", "{n} in force", facts.in_force),
            words.count("{n} ends within 6 months", "{n} end within 6 months", facts.ending),
            words.count("{n} municipality without agreement", "{n} municipalities without agreement", facts.without),
        ]
        line = " · ".join(parts)
        if self._day is None:
            return line
        return words.say("On {day}: {facts}", day=words.formats.long_day(screen.day), facts=line)
