"""The ways to start a plan: the catalogue, chosen opportunities, what is on the clipboard, the plan before, a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication

from coopdesk.cycle.commands.starting import MakeActionsOfChosen
from coopdesk.cycle.ui.next_plan import NextPlanDialog
from coopdesk.cycle.ui.templates import TemplatesDialog
from coopdesk.plan.commands.start import AddFirstObjective
from coopdesk.plan.model import Plan
from coopdesk.plan.ui.extras import PlanFrame
from coopdesk.plan.wording import new_objective
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.place import Place
from coopdesk.words.marks import N_


class Starting:
    """`plan` is the plan on screen; `choose` brings another one there."""

    def __init__(self, context: Context, choose: Callable[[str], object]) -> None:
        self._context, self._choose = context, choose
        self._page: PlanFrame | None = None
        self.plan: Plan | None = None

    def over(self, page: PlanFrame) -> None:
        """Dialogs open over this page."""
        self._page = page

    def deeds(self, menu: str) -> Sequence[Action]:
        """Each way as something to do."""
        return (
            Action("plan.catalogue", N_("Actions from the catalogue…"), "book", "", self.open_catalogue,
                   self._has_area, menu, 1, also=N_("template example kind of action")),
            Action("plan.from_chosen", N_("Actions of the chosen opportunities"), "lightbulb", "", self.from_chosen,
                   self._has_area, menu, 1),
            Action("plan.paste", N_("Paste actions from a spreadsheet"), "clipboard_paste", "", self.paste,
                   self._has_area, menu, 1, also=N_("Excel clipboard rows")),
            Action("plan.import", N_("Bring in actions from a file…"), "arrow_import", "", self._to_import,
                   self._has_area, menu, 1),
            Action("plan.next_cycle", N_("Plan of the next cycle…"), "arrow_clockwise", "", self.open_next,
                   self._has_plan, menu, 2, also=N_("policy cycle roll over years")),
        )  # fmt: skip

    def open_catalogue(self) -> None:
        """The dialog with the kinds of action."""
        TemplatesDialog(self._page, self._context, self.plan, self._added).open()

    def open_next(self) -> None:
        """The dialog of the next cycle."""
        if self.plan is not None:
            NextPlanDialog(self._page, self._context, self.plan, self._begun).open()

    def from_chosen(self) -> None:
        """An action for each chosen opportunity without one."""
        year, words, plan = self._context.clock.today().year, self._context.words, self.plan
        command = MakeActionsOfChosen(
            self._context.area.id or "", plan.id if plan else "", year, new_objective(words, plan)
        )  # fmt: skip
        self._context.submit(command, self._page, self._added)

    def paste(self) -> None:
        """Rows of a spreadsheet become actions; their columns go by their titles, else in the order of the list. Where
        there is no plan or objective yet, these are made first."""
        page, words = self._page, self._context.words
        if page is None:
            return
        if not QGuiApplication.clipboard().text().strip():
            text = words.say("Nothing to paste. Copy rows in your spreadsheet first, the action in the first column.")
            self._context.messages.problem(text)
            return
        page.head.show_view("table")
        if self._has_objective() or self._context.submit(
            AddFirstObjective(
                self._context.area.id or "", self._context.clock.today().year, new_objective(words, self.plan)
            ),
            page,
        ):
            page.refresh_now()
            page.grid.paste_list()

    def _has_objective(self) -> bool:
        with self._context.desk.look() as work:
            return self.plan is not None and bool(work.plans.objectives(self.plan.id))

    def _added(self, ids: Sequence[str]) -> None:
        count = self._context.words.count
        self._context.messages.note(count("{n} action added.", "{n} actions added.", len(ids)), undo=True)
        self._context.go.to(Place("plan", ids[0], "table"))

    def _begun(self, plan_id: str) -> None:
        self._choose(plan_id)
        say = self._context.words.say
        self._context.messages.note(
            say("The next plan is on screen. The present one is in the list of plans."), undo=True
        )

    def _to_import(self) -> None:
        self._context.go.to(Place("import"))

    def _has_area(self) -> bool:
        return self._context.area.id is not None

    def _has_plan(self) -> bool:
        return self.plan is not None
