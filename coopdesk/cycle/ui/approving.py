"""Approved versions on the page of the plan: fixing, comparing, and the marks of what changed since."""

from __future__ import annotations

from collections.abc import Sequence

from coopdesk.cycle.queries.contents import approved
from coopdesk.cycle.ui.differences import DifferencesDialog
from coopdesk.cycle.ui.doors import Doors
from coopdesk.cycle.ui.fixing import FixDialog
from coopdesk.cycle.ui.promise import Promise, PromiseBox, since_column
from coopdesk.kernel.errors import UserError
from coopdesk.plan.model import Plan
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.extras import PlanFrame
from coopdesk.shell.action import Action
from coopdesk.shell.bars import Choice
from coopdesk.shell.context import Context
from coopdesk.shell.grid.column import Column
from coopdesk.shell.labels import Button
from coopdesk.words.marks import N_


class Approving:
    """Laid around one page of the plan."""

    def __init__(self, context: Context, doors: Doors) -> None:
        self._context, self._doors = context, doors
        self._plan: Plan | None = None
        self._page: PlanFrame | None = None
        self.promise = Promise()

    def columns(self) -> Sequence[Column[ActionRow]]:
        """The mark of each action in the list."""
        return (since_column(self._context.words, self.promise),)

    def over(self, page: PlanFrame) -> None:
        """The box in the pane."""
        self._page = page
        more = Button(self._context.words.say("All differences…"), "branch_compare", "flat", self.compare)
        self.box = PromiseBox(self._context, self.promise, more)
        page.detail.body.insertWidget(0, self.box)
        page.grid.current_changed.connect(lambda _: self._show_box())

    def show(self, plan: Plan | None) -> None:
        """Reads the last approved version; it is only opened again when it is another one."""
        self._plan = plan
        with self._context.desk.look() as work:
            versions = work.cycles.versions(plan.id) if plan is not None else []
            last = versions[-1] if versions else None
            held = self.promise.version
            if last is None:
                self.promise.take(None, None)
            elif held is None or held.id != last.id:
                try:
                    self.promise.take(last, approved(work, last))
                except UserError as error:
                    self.promise.take(None, None)
                    self._context.messages.problem(self._context.words.tell(error))
            else:
                self.promise.version = last
        self._show_box()

    def deeds(self, menu: str) -> Sequence[Action]:
        return (
            Action("plan.fix", N_("Fix the plan…"), "document_checkmark", "", self.fix, self._has_plan, menu, 3,
                   also=N_("approve freeze baseline version")),
            Action("plan.compare", N_("What did we promise, where are we…"), "branch_compare", "", self.compare,
                   self._has_version, menu, 3, also=N_("differences approved version")),
        )  # fmt: skip

    def fix(self) -> None:
        """The dialog that fixes the plan."""
        if self._plan is not None:
            FixDialog(self._page, self._context, self._plan, self._doors.bodies(), self._fixed).open()

    def compare(self) -> None:
        """The dialog with the differences."""
        if self._plan is not None and self._has_version():
            area = self._doors.area_name(self._plan.area_id)
            DifferencesDialog(self._page, self._context, self._plan, self._doors, area).open()

    def _fixed(self, _version_id: str) -> None:
        say = self._context.words.say
        if self._page is not None:
            self._page.grid.widths.show("since", shown=True)
        text = say("The plan is fixed. What you change from now on gets a mark.")
        self._context.messages.note(text, undo=True, choices=(Choice(say("Show differences"), self.compare),))

    def _show_box(self) -> None:
        if self._page is not None:
            towns = dict(self._doors.towns(self._plan.area_id)) if self._plan is not None else {}
            self.box.show_row(self._page.grid.current(), towns)

    def _has_plan(self) -> bool:
        return self._plan is not None

    def _has_version(self) -> bool:
        return self.promise.version is not None
