"""The page Actieplan: the plan as one list under its objectives, with a pane for what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer

from coopdesk.plan import queries
from coopdesk.plan.commands.actions import AddAction, MoveAction, RemoveActions
from coopdesk.plan.commands.objectives import RemoveObjectives
from coopdesk.plan.commands.start import AddFirstAction, AddFirstObjective
from coopdesk.plan.queries import ActionRow, ObjectiveRow, PlanView
from coopdesk.plan.ui import wording
from coopdesk.plan.ui.columns import Lists, edited, plan_columns
from coopdesk.plan.ui.detail import ActionDetail
from coopdesk.plan.ui.extras import Extras, NoExtras, PlanFrame
from coopdesk.plan.ui.neighbours import Neighbours
from coopdesk.plan.ui.objective import ObjectiveDetail
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.grid.arrange import Toggle
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.widgets import EmptyState
from coopdesk.words.marks import N_


class PlanPage(PlanFrame):
    """Reads the latest plan of the chosen area."""

    name = "plan"
    touches: tuple[str, ...] = (
        "plan", "objective", "objective_indicator", "action_domain", "action", "milestone", "budget_line",
        "action_opportunity", "policy_priority", "measurement", "opportunity",
    )  # fmt: skip

    def __init__(
        self, context: Context, neighbours: Neighbours | None = None, extras: Extras | None = None
    ) -> None:  # fmt: skip
        super().__init__(context)
        self._neighbours = neighbours or Neighbours()
        self._extras = extras or NoExtras()
        self.touches = (*self.touches, *self._extras.touches)
        self._view: PlanView | None = None
        self._names: tuple[str, ...] = ()
        self._towns: tuple[tuple[str, str], ...] = ()
        add, objective = N_("Add &action"), N_("Add &objective")
        self._add = Action("plan.add_action", add, "add", "Ctrl+N", self.add_action, self._has_area, "Insert")
        self._add_objective = Action(
            "plan.add_objective", objective, "target_arrow", "", self.add_objective, self._has_area, "Insert"
        )

    def build(self) -> None:
        words = self.context.words
        lists = Lists(
            people=self._people,
            partners=self._people,
            municipalities=lambda: self._towns,
            priorities=lambda: [one.code for one in self._view.priorities] if self._view else [],
            first_year=self._first_year,
        )
        empty = EmptyState(
            "clipboard_task", words.say("No actions yet"),
            words.say("An action says who does what by when. The first one also makes the plan."),
            self._add, words=words,
        )  # fmt: skip
        self.grid = Grid(
            self.context, [*plan_columns(words, lists, self.context.clock.today), *self._extras.columns()],
            name="plan",
            label=N_("Actions per objective"), of_group=lambda row: row.objective.id,
            toggles=(Toggle("late", N_("Late"), lambda row: row.days_late > 0),), empty=empty,
            count=lambda shown, total: words.count("{shown} of {n} action", "{shown} of {n} actions", total,
                                                   shown=words.formats.number(shown)),
            edit_row=lambda row, values: edited(row, values, self._first_year()), add_row=self._pasted,
            remove=self._remove_rows, menu=self._row_actions, about="action", move=self._move_to,
        )  # fmt: skip
        self.grid.read_before_edit(lambda: self.refresh_now(forced=False))
        self.filters.addWidget(self.grid.bar, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.head.add_view("table", words.say("Table"), "table", self.grid)
        freshen: Callable[[], None] = lambda: self.refresh_now(forced=False)  # noqa: E731 - shared by both panes
        self.action_detail = ActionDetail(self.context, freshen, lambda row: self._remove_rows([row]))
        self.objective_detail = ObjectiveDetail(self.context, freshen, self._remove_objective)
        self.detail.body.addWidget(self.action_detail)
        self.detail.body.addWidget(self.objective_detail)
        self.grid.current_changed.connect(lambda _: self._show_detail())
        self.grid.activated.connect(lambda _: self._open_detail())
        self._extras.build(self)
        self.head.view_chosen.connect(lambda _: self._view_changed())

    def refresh(self) -> None:
        area, today = self.context.area.id, self.context.clock.today()
        with self.context.desk.look() as work:
            plan = self._extras.plan_of(work, area) if area else None
            self._view = queries.view(work, plan.id, today) if plan else None
            self._names = queries.names(work, plan.id) if plan else ()
        self._towns = tuple(self._neighbours.municipalities(area)) if area else ()
        words, view = self.context.words, self._view
        self.head.set_title(wording.title(words, plan))
        self.head.set_facts(wording.facts(words, plan, view.counts) if plan and view else "")
        self.head.set_primary(self._add if view and view.objectives else None)
        if view is None:
            self.grid.show_rows([])
        else:
            ids = [indicator.id for row in view.objectives for indicator in row.indicators]
            self.grid.show_rows(view.rows, wording.groups(words, view, self._neighbours.measured(ids)))
            self.action_detail.offer(view, self._people(), self._towns)
        self._extras.show(plan)
        self._view_changed()

    def reveal(self, id: str) -> None:
        if self._elsewhere:
            self.head.show_view("table")
        if not (self.grid.select(id) or self.grid.select(f"group {id}")) and self._extras.find(id):
            self.grid.select(id)

    def deeds(self) -> Sequence[Action]:
        return (self._add, self._add_objective, *self._row_actions(), *self._extras.deeds())

    # What the buttons and keys do ----------------------------------------------------------------------------------

    def add_action(self) -> None:
        """Adds an action under the current objective, with the cursor in its title."""
        words, row = self.context.words, self.grid.current()
        title = words.say("New action")
        if self._view is None or not self._view.objectives:
            first = AddFirstAction(self.context.area.id or "", self._year(), words.say("First objective"), title)
            self.context.submit(first, self, self._type_title)
        else:
            self.context.submit(
                AddAction(self._objective(), title, after=row.id if row else ""), self, self._type_title
            )

    def add_objective(self) -> None:
        """Adds an objective, with the cursor in its title in the pane."""
        title = self.context.words.say("New objective")
        self.context.submit(
            AddFirstObjective(self.context.area.id or "", self._year(), title), self, self._type_objective
        )

    def _type_title(self, made: str) -> None:
        self.refresh_now()
        # The key that asked for it must be done with before the editor opens, or it is typed into the title.
        QTimer.singleShot(0, self, lambda: self.grid.edit(made, "title"))

    def _type_objective(self, made: str) -> None:
        self.refresh_now()
        self.grid.select(f"group {made}")
        self._show_detail()
        self.detail.open()
        self.objective_detail.fields["title"].setFocus()

    def _row_actions(self) -> list[Action]:
        return [
            Action("plan.details", N_("&Details"), "info", "", self._open_detail, self._has_row, "View", key_text="F4"),
            Action("plan.up", N_("Move action &up"), "", "Alt+Shift+Up", lambda: self._move(-1), self._has_row,
                   "Edit", 3),
            Action("plan.down", N_("Move action d&own"), "", "Alt+Shift+Down", lambda: self._move(1), self._has_row,
                   "Edit", 3),
            Action("plan.remove", N_("&Remove action"), "", "", self._remove_chosen, self._has_row, "Edit", 3,
                   key_text="Ctrl+Del"),
        ]  # fmt: skip

    def _open_detail(self) -> None:
        self.detail.open(focus=True)

    def _move(self, step: int) -> None:
        """Up or down among the actions of the objective, at its edge into the next objective."""
        row, view = self.grid.current(), self._view
        if row is None or view is None:
            return
        siblings = [one.id for one in view.rows if one.objective.id == row.objective.id]
        objectives = [one.id for one in view.objectives]
        at, home = siblings.index(row.id) + step, objectives.index(row.objective.id)
        objective = row.objective.id
        if not 0 <= at < len(siblings):
            if not 0 <= home + step < len(objectives):
                return
            objective, at = objectives[home + step], 0 if step > 0 else -1
        self.context.submit(MoveAction(row.id, row.action.version, objective, at), self)
        self.refresh_now(forced=False)

    def _move_to(self, row: ActionRow, objective: str, index: int) -> None:
        """A row was dragged, or moved with the keyboard."""
        self.context.submit(MoveAction(row.id, row.action.version, objective, index), self)
        self.refresh_now(forced=False)

    def _remove_chosen(self) -> None:
        self._remove_rows(self.grid.selected())

    def _remove_rows(self, rows: Sequence[ActionRow]) -> None:
        words = self.context.words
        if rows and self.context.submit(RemoveActions(tuple(row.id for row in rows)), self):
            if len(rows) == 1:
                self.context.messages.note(
                    words.say("Action “{title}” removed.", title=rows[0].action.title), undo=True
                )
            else:
                self.context.messages.note(
                    words.count("{n} action removed.", "{n} actions removed.", len(rows)), undo=True
                )

    def _remove_objective(self, row: ObjectiveRow) -> None:
        if self.context.submit(RemoveObjectives((row.id,)), self):
            text = self.context.words.say("Objective “{title}” removed.", title=row.objective.title)
            self.context.messages.note(text, undo=True)

    def _pasted(self, values: Mapping[str, Any]) -> AddAction:
        """A pasted row beyond the last one becomes an action of the last objective."""
        fields = {key: value for key, value in values.items() if key not in ("title", "code", "budget")}
        fields = {key: value for key, value in fields.items() if value is not None}
        objective = self._view.objectives[-1].id if self._view else ""
        title = values.get("title") or self.context.words.say("New action")
        return AddAction(objective, title, values.get("code", ""), values=fields)

    # What is known -------------------------------------------------------------------------------------------------

    def _view_changed(self) -> None:
        """Filters and pane belong to the rows of the plan."""
        self.grid.bar.setVisible(not self._elsewhere and self._view is not None and bool(self._view.rows))
        self._show_detail()

    @property
    def _elsewhere(self) -> bool:
        return self.head.view in self._extras.views

    def _show_detail(self) -> None:
        view, row = self._view, self.grid.current()
        group = self.grid.current_group()
        head = next((one for one in view.objectives if one.id == group), None) if view and row is None else None
        if self._elsewhere:
            self.detail.offer(filled=False)
            return
        self.action_detail.setVisible(row is not None)
        self.objective_detail.setVisible(head is not None)
        if row is not None and view is not None:
            self.detail.set_kicker(self.context.words.say("Action {code}", code=row.action.code))
            self.detail.set_title(row.action.title)
            self.action_detail.show_row(row, view, self._neighbours.linked(row.id, row.opportunity_ids))
        elif head is not None:
            self.detail.set_kicker(self.context.words.say("Objective {code}", code=head.objective.code))
            self.detail.set_title(head.objective.title)
            self.objective_detail.show_row(head)
        else:
            self.detail.offer(filled=False)
            return
        self.detail.offer(filled=True)

    def _objective(self) -> str:
        """The objective of the current row, else the last one."""
        group = self.grid.current_group()
        assert self._view is not None
        return group or self._view.objectives[-1].id

    def _people(self) -> tuple[str, ...]:
        return tuple(sorted({*self._names, *self._neighbours.people()}, key=str.casefold))

    def _first_year(self) -> int:
        return self._view.plan.begin_year if self._view else self._year()

    def _year(self) -> int:
        return self.context.clock.today().year

    def _has_area(self) -> bool:
        return self.context.area.id is not None

    def _has_row(self) -> bool:
        return hasattr(self, "grid") and self.grid.current() is not None
