"""The pane at the right of the plan: the action, objective or level that is chosen, or several actions at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coopdesk.plan.commands.objectives import AddDomain
from coopdesk.plan.model import ActionDomain
from coopdesk.plan.queries import ActionRow, ObjectiveRow, PlanView
from coopdesk.plan.ui.detail import ActionDetail
from coopdesk.plan.ui.domain import DomainDetail
from coopdesk.plan.ui.neighbours import Neighbours
from coopdesk.plan.ui.objective import ObjectiveDetail
from coopdesk.plan.ui.removing import Removing
from coopdesk.plan.ui.setup import PlanSetupDialog
from coopdesk.plan.ui.together import TogetherDetail
from coopdesk.plan.wording import domain_word, new_domain, objective_word
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.page import Page


class PlanPane:
    """Fills the detail pane of the page; each of its faces is made once."""

    def __init__(self, page: Page, neighbours: Neighbours, removing: Removing) -> None:
        self._page, self._context, self._neighbours = page, page.context, neighbours

        def freshen() -> None:
            page.refresh_now(forced=False)

        self.action = ActionDetail(page.context, freshen, lambda row: removing.rows([row]), neighbours)
        self.objective = ObjectiveDetail(page.context, freshen, removing.objective, neighbours)
        self.domain = DomainDetail(page.context, freshen, removing.domain)
        self.several = TogetherDetail(page.context, freshen, removing.rows)
        self._faces: tuple[QWidget, ...] = (self.action, self.objective, self.domain, self.several)
        for face in self._faces:
            page.detail.body.addWidget(face)
            face.hide()

    def offer(self, view: PlanView, people: Sequence[str], towns: Sequence[tuple[str, str]]) -> None:
        """What can be chosen in its fields, for this plan."""
        self.action.offer(view, people, towns)
        self.several.offer(view, people, towns)

    def show(self, view: PlanView | None, grid: Grid[ActionRow], *, on: bool) -> None:
        """Shows what is chosen in the list; without anything, or with a view that has no use for it, it goes."""
        if view is None or not on:
            self._page.detail.offer(filled=False)
            return
        rows, row = grid.selected(), grid.current()
        group = "" if row is not None else grid.current_group()
        head = next((one for one in view.objectives if one.id == group), None)
        domain = next((one for each in view.objectives for one in each.domains if one.id == group), None)
        if len(rows) > 1:
            self._show_several(rows)
        elif row is not None:
            self._show_action(row, view)
        elif head is not None:
            self._show_objective(head, view)
        elif domain is not None:
            self._show_domain(domain, view)
        else:
            self._page.detail.offer(filled=False)
            return
        self._page.detail.offer(filled=True)

    def _show_several(self, rows: Sequence[ActionRow]) -> None:
        words = self._context.words
        self._face(
            self.several, words.say("Together"), words.count("{n} action chosen", "{n} actions chosen", len(rows))
        )
        self.several.show_rows(rows)

    def _show_action(self, row: ActionRow, view: PlanView) -> None:
        self._face(self.action, self._context.words.say("Action {code}", code=row.action.code), row.action.title)
        self.action.show_row(row, view)

    def _show_objective(self, head: ObjectiveRow, view: PlanView) -> None:
        kicker = f"{objective_word(self._context.words, view.plan)} {head.objective.code}".strip()
        self._face(self.objective, kicker, head.objective.title)
        self.objective.show_row(head, view.plan)

    def _show_domain(self, domain: ActionDomain, view: PlanView) -> None:
        kicker = f"{domain_word(self._context.words, view.plan)} {domain.code}".strip()
        self._face(self.domain, kicker, domain.title)
        siblings = next(one.domains for one in view.objectives if one.id == domain.objective_id)
        self.domain.show_domain(domain, [one.id for one in siblings].index(domain.id))

    def _face(self, shown: QWidget, kicker: str, title: str) -> None:
        for face in self._faces:
            face.setVisible(face is shown)
        self._page.detail.set_kicker(kicker)
        self._page.detail.set_title(title)

    # What the keys ask ---------------------------------------------------------------------------------------------

    def open(self) -> None:
        """The pane comes, with the focus in its first field."""
        self._page.detail.open(focus=True)

    def type_title(self, *_: object) -> None:
        """The pane comes with the title of what was just made, to be typed over."""
        self._page.detail.open()
        for face in (self.action, self.objective, self.domain):
            title = face.fields["title"]
            if face.isVisibleTo(self._page.detail) and isinstance(title, TextField):
                title.setFocus()
                title.line.selectAll()

    def holder(self, id: str, view: PlanView | None) -> str:
        """The action of a piece of evidence, with its pieces unfolded; the id itself when it is none."""
        for row in view.rows if view is not None else ():
            if any(one.id == id for one in row.evidence):
                self.action.folds["evidence"].open()
                return row.id
        return id

    def new_domain(self, view: PlanView, objective_id: str) -> AddDomain:
        """A level to add, named after what this plan calls it."""
        return AddDomain(objective_id, new_domain(self._context.words, view.plan))

    def open_setup(self, view: PlanView) -> None:
        """The words and codes of the plan."""
        PlanSetupDialog(self._page.window(), self._context, view).open()
