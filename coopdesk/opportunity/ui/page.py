"""The screen Opportunities: a board and a list of what the figures show and what the partners may act on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from coopdesk.opportunity import queries
from coopdesk.opportunity.commands import AcceptOpportunity, AddOpportunity, MoveOpportunity, RemoveOpportunities
from coopdesk.opportunity.model import Opportunity, OpportunityState
from coopdesk.opportunity.ui.board import OpportunityBoard
from coopdesk.opportunity.ui.card import Card, card_of
from coopdesk.opportunity.ui.detail import OpportunityDetail
from coopdesk.opportunity.ui.links import Links
from coopdesk.opportunity.ui.listing import opportunity_grid
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.grid.batch import Batch
from coopdesk.shell.page import Page
from coopdesk.shell.place import Place
from coopdesk.shell.widgets import EmptyState
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.marks import N_


class OpportunitiesPage(Page):
    """Board and list show the same cards; the pane at the right shows the one that is chosen."""

    name = "opportunities"
    touches = ("opportunity", "action")

    def __init__(self, context: Context, gazetteer: Gazetteer, links: Links) -> None:
        super().__init__(context)
        self._gazetteer, self._links = gazetteer, links
        self._cards: list[Card] = []
        self._chosen = ""

    def build(self) -> None:
        """The two views, and what takes their place while there is nothing to show."""
        context, words = self.context, self.context.words
        self.board = OpportunityBoard(context.theme, words)
        self.grid = opportunity_grid(
            context, self._names, self._gazetteer, lambda cards: self._removal([card.opportunity for card in cards])
        )
        self.empty = self._empty_state()
        self.head.add_view("board", words.say("Board"), "board", self.board)
        self.head.add_view("list", words.say("List"), "table", self.grid)
        self.filters.addWidget(self.grid.bar, 1)
        self.body.addWidget(self.empty, 1)
        self.head.set_title(words.say("Opportunities"))
        self._detail = OpportunityDetail(context, self.detail, self._gazetteer, self._links, self.make_action)
        self.head.view_chosen.connect(self._view_changed)
        self.grid.current_changed.connect(lambda row: self._choose(row.id if row else "", self.grid))
        self.grid.activated.connect(lambda _: self.detail.open(focus=True))
        self.board.current_changed.connect(lambda card: self._choose(card.id if card else "", self.board))
        self.board.opened.connect(lambda _: self.detail.open(focus=True))
        self.board.put.connect(self._move)
        self.board.accepted.connect(lambda card: self._accept(card.opportunity))
        self.board.menu_asked.connect(self._show_menu)
        self.context.area.changed.connect(lambda _: self.outdated())

    def refresh(self) -> None:
        """Reads the opportunities of the area and what came of them."""
        words, area_id = self.context.words, self.context.area.id
        found: list[Opportunity] = []
        if area_id is not None:
            with self.context.desk.look() as work:
                found = [row.opportunity for row in queries.opportunities(work, area_id)]
        made = [card_of(one, len(self._links.actions_of(one.id)), self._names, words) for one in found]
        self._cards = made
        self.board.show_cards(made)
        self.grid.show_rows(made)
        self._show_room(filled=bool(made))
        self.head.set_facts(self._facts())
        self._detail.show(self._opportunity())

    def deeds(self) -> Sequence[Action]:
        """What can be done with opportunities; every drag has its twin here."""
        one = self._has_one
        return (
            self._add_action(),
            Action("opportunity.propose", N_("Have opportunities &proposed"), "data_trending", run=self.propose,
                   enabled=self._has_area, also=N_("suggestions figures")),
            Action("opportunity.action", N_("&Make it an action"), "clipboard_task", "Ctrl+Shift+A",
                   self.make_action, one),
            Action("opportunity.choose", N_("Choose opportunity"), "checkmark_circle", run=self._accept_chosen,
                   enabled=one, menu="Edit", group=5),
            Action("opportunity.left", N_("Card to the column on the left"), key_text="Alt+Shift+Left",
                   run=lambda: self.board.push(-1, 0), enabled=one, menu="Edit", group=5),
            Action("opportunity.right", N_("Card to the column on the right"), key_text="Alt+Shift+Right",
                   run=lambda: self.board.push(1, 0), enabled=one, menu="Edit", group=5),
            Action("opportunity.up", N_("Card up"), key_text="Alt+Shift+Up",
                   run=lambda: self.board.push(0, -1), enabled=one, menu="Edit", group=5),
            Action("opportunity.down", N_("Card down"), key_text="Alt+Shift+Down",
                   run=lambda: self.board.push(0, 1), enabled=one, menu="Edit", group=5),
            Action("opportunity.remove", N_("Remove opportunity"), key_text="Ctrl+Delete", run=self._remove,
                   enabled=one, menu="Edit", group=5),
        )  # fmt: skip

    def reveal(self, id: str) -> None:
        """Chooses an opportunity in the view that is on show."""
        if self.head.view == "list":
            self.grid.select(id)
        else:
            self.board.choose(id, focus=True)

    def add(self) -> None:
        """Adds an opportunity and puts the cursor in its title."""
        area_id, words = self.context.area.id, self.context.words
        if area_id is None:
            self.context.go.to(Place("area"))
            return
        state = self._column_of_chosen()
        self.context.submit(AddOpportunity(area_id, words.say("New opportunity"), state=state), self, self._begin)

    def propose(self) -> None:
        """Has the analysis propose opportunities from the figures, and says what came of it."""
        n, words = self._links.propose(), self.context.words
        if n:
            self.refresh_now()
            self.context.messages.note(
                words.count("{n} opportunity proposed", "{n} opportunities proposed", n), undo=True
            )
        else:
            self.context.messages.note(words.say("The figures give rise to no new opportunities."))

    def make_action(self) -> None:
        """Turns the chosen opportunity into an action of the plan."""
        chosen = self._opportunity()
        if chosen is not None and self._links.make_action(chosen):
            self.outdated()

    def _begin(self, id: str) -> None:
        self.refresh_now()
        self.reveal(id)
        self._choose(id, self)
        self.detail.open()
        self._detail.title.line.setFocus()
        self._detail.title.line.selectAll()

    def _names(self, nis: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._gazetteer.name(code) for code in nis)

    def _add_action(self) -> Action:
        return Action("opportunity.add", N_("Add opportunity"), "add", "Ctrl+N", self.add, self._has_area)

    def _empty_state(self) -> EmptyState:
        words = self.context.words
        propose = Action(
            "opportunity.propose.first", N_("Have opportunities proposed"), "data_trending", run=self.propose
        )
        own = Action("opportunity.add.first", N_("Add an opportunity yourself"), "add", run=self.add)
        text = words.say(
            "Have the analysis propose opportunities from your figures, or add one yourself. "
            "You can turn an opportunity into an action later."
        )
        return EmptyState("lightbulb", words.say("No opportunities yet"), text, propose, own, words)

    def _show_room(self, *, filled: bool) -> None:
        """Either the views or the empty state; one of them has the room."""
        self.empty.setVisible(not filled)
        self._views.setVisible(filled)
        self.grid.bar.setVisible(filled and self.head.view == "list")
        self.head.show_switch(on=filled)
        self.head.set_primary(self._add_action() if filled else None)

    def _facts(self) -> str:
        words = self.context.words
        if not self._cards:
            return words.say("What the figures show and what you can act on")
        chosen = [card for card in self._cards if card.opportunity.state is OpportunityState.CHOSEN]
        parts = [
            words.count("{n} opportunity", "{n} opportunities", len(self._cards)),
            words.count("{n} chosen", "{n} chosen", len(chosen)),
        ]
        if without := sum(card.warns for card in chosen):
            parts.append(words.count("{n} chosen without action", "{n} chosen without actions", without))
        return " · ".join(parts)

    def _view_changed(self, key: str) -> None:
        self.grid.bar.setVisible(bool(self._cards) and key == "list")
        if self._chosen:
            self.reveal(self._chosen)

    def _choose(self, id: str, source: object) -> None:
        shown = self.grid if self.head.view == "list" else self.board
        if source in (shown, self) and id != self._chosen:
            self._chosen = id
            self._detail.show(self._opportunity())

    def _opportunity(self) -> Opportunity | None:
        return next((card.opportunity for card in self._cards if card.id == self._chosen), None)

    def _column_of_chosen(self) -> OpportunityState:
        chosen = self._opportunity()
        return chosen.state if chosen else OpportunityState.PROPOSED

    def _move(self, card: Card, state: OpportunityState, index: int) -> None:
        one = card.opportunity
        self._chosen = one.id
        self.context.submit(MoveOpportunity(one.id, one.version, state, index), self)

    def _accept(self, one: Opportunity) -> None:
        self.context.submit(AcceptOpportunity(one.id, one.version), self)

    def _accept_chosen(self) -> None:
        if one := self._opportunity():
            self._accept(one)

    def _remove(self) -> None:
        if one := self._opportunity():
            self.context.submit(self._removal((one,)), self)

    def _removal(self, ones: Sequence[Opportunity]) -> Batch:
        """Removes opportunities, and first unlinks them from the actions they led to."""
        removal = RemoveOpportunities(tuple(one.id for one in ones))
        title = ones[0].title if len(ones) == 1 else ""
        return Batch((*(self._links.loosen(one.id) for one in ones), removal), removal.label, title)

    def _has_one(self) -> bool:
        return self._opportunity() is not None

    def _has_area(self) -> bool:
        return self.context.area.id is not None

    def _show_menu(self, card: Card, spot: QPoint) -> None:
        self._choose(card.id, self)
        menu = QMenu(self)
        for action in self.deeds()[2:]:
            entry = menu.addAction(action.text(self.context.words))
            entry.setEnabled(action.enabled())
            entry.triggered.connect(lambda _=False, run=action.run: run())
        menu.exec(spot)
