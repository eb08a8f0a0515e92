"""The page Actieplan: the plan as a table, a time line and a board, with a pane for what is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from coopdesk.plan import queries
from coopdesk.plan.commands.actions import AddAction
from coopdesk.plan.commands.start import AddFirstAction, AddFirstObjective
from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui import deeds, moves, wording
from coopdesk.plan.ui.columns import Lists, plan_columns
from coopdesk.plan.ui.edits import edited
from coopdesk.plan.ui.extras import Extras, NoExtras, PlanFrame
from coopdesk.plan.ui.first import FirstSteps
from coopdesk.plan.ui.neighbours import Neighbours
from coopdesk.plan.ui.pane import PlanPane
from coopdesk.plan.ui.paper import to_paper
from coopdesk.plan.ui.removing import Removing
from coopdesk.plan.ui.views import BOARD, TABLE, TIMELINE, UNDATED, PlanViews
from coopdesk.plan.wording import new_objective
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.grid.arrange import Toggle
from coopdesk.shell.grid.grid import Grid
from coopdesk.words.marks import N_


class PlanPage(PlanFrame):
    """Reads a plan of the chosen area: the latest, unless `extras` says otherwise."""

    name = "plan"
    touches: tuple[str, ...] = (
        "plan", "objective", "objective_indicator", "indicator_target", "action_domain", "action", "milestone",
        "budget_line", "evidence", "action_link", "action_opportunity", "policy_priority", "measurement",
        "opportunity", "agreement", "chapter", "progress_note", "meeting",
    )  # fmt: skip

    def __init__(
        self, context: Context, neighbours: Neighbours | None = None, extras: Extras | None = None
    ) -> None:  # fmt: skip
        super().__init__(context)
        self._neighbours, self._extras = neighbours or Neighbours(), extras or NoExtras()
        self.touches = (*type(self).touches, *self._extras.touches)
        self._view: PlanView | None = None
        self._names: tuple[str, ...] = ()
        self._towns: tuple[tuple[str, str], ...] = ()
        self._adding = deeds.adding(self, context.words)

    def build(self) -> None:
        words = self.context.words
        lists = Lists(
            people=self._people,
            partners=self._people,
            municipalities=lambda: self._towns,
            priorities=lambda: [one.code for one in self._view.priorities] if self._view else [],
            first_year=self._first_year,
            plan=lambda: self._view,
        )
        self.removing = Removing(self.context, self)
        self.grid = Grid(
            self.context, [*plan_columns(words, lists), *self._extras.columns()], name="plan",
            label=N_("Actions per objective"), of_group=lambda row: row.group,
            toggles=(Toggle("late", N_("Late"), lambda row: row.days_late > 0),
                     Toggle(UNDATED, N_("No dates"), lambda row: row.action.begin is None and row.action.end is None)),
            empty=self._empty(),
            count=lambda shown, total: words.count("{shown} of {n} action", "{shown} of {n} actions", total,
                                                   shown=words.formats.number(shown)),
            edit_row=lambda row, values: edited(row, values, self._first_year()), add_row=self._pasted,
            remove=self.removing.rows, menu=lambda: deeds.row_deeds(self),
            about="action", move=self._move_to,
        )  # fmt: skip
        self.grid.read_before_edit(lambda: self.refresh_now(forced=False))
        self.filters.addWidget(self.grid.bar, 1)
        self.views = PlanViews(self.context, self.grid, self._empty, self._neighbours)
        self.body.setContentsMargins(0, 0, 0, 0)
        timeline, board = self.views.widgets
        self.head.add_view(TABLE, words.say("Table"), "table", self.grid)
        self.head.add_view(TIMELINE, words.say("Time line"), "gantt_chart", timeline)
        self.head.add_view(BOARD, words.say("Board"), "board", board)
        self.pane = PlanPane(self, self._neighbours, self.removing)
        self._listen()
        self._extras.build(self)

    def _listen(self) -> None:
        self.head.view_chosen.connect(self._view_chosen)
        self.views.asked.connect(self._submit)
        self.views.opened.connect(self.open_detail)
        self.views.paper_asked.connect(self.print_timeline)
        self.views.timeline.view.menu_asked.connect(self._show_menu)
        self.views.board.board.menu_asked.connect(lambda _, spot: self._show_menu(spot))
        self.grid.current_changed.connect(lambda _: self._show_pane())
        # Ctrl+A chooses more rows without another one becoming current; it is read once Qt is done with it.
        chosen = QTimer(self, singleShot=True, interval=0)
        chosen.timeout.connect(self._show_pane)
        self.grid.view.selectionModel().selectionChanged.connect(lambda *_: chosen.start())
        self.grid.activated.connect(lambda _: self.open_detail())
        self.grid.view.heading_asked.connect(self.pane.type_title)
        self.grid.view.heading_unwanted.connect(lambda key: self.removing.heading(self._view, key))

    def _empty(self) -> QWidget:
        # The list itself is made after this.
        return FirstSteps(self.context, self._adding[0], lambda: self.grid.paste_list())  # noqa: PLW0108

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
        self.head.set_primary(self._adding[0] if view and view.objectives else None)
        if view is None:
            self.grid.show_rows([])
        else:
            ids = [indicator.id for row in view.objectives for indicator in row.indicators]
            self.grid.show_rows(view.rows, wording.groups(words, view, self._neighbours.measured(ids)))
            self.pane.offer(view, self._people(), self._towns)
        self.views.show_plan(view, self._towns)
        self._show_pane()
        self._extras.show(plan)
        self._show_bar()

    def reveal(self, id: str) -> None:
        if self.head.view in self._extras.views:
            self.head.show_view(TABLE)
        if not self._choose(id) and self._extras.find(id):
            self._choose(id)

    def _choose(self, id: str) -> bool:
        return self.grid.select(self.pane.holder(id, self._view)) or self.grid.select(f"group {id}")

    def deeds(self) -> Sequence[Action]:
        return (*self._adding, *deeds.row_deeds(self), *deeds.seeing(self), *self._extras.deeds())

    # What the buttons and keys do ----------------------------------------------------------------------------------

    def add_action(self) -> None:
        """Adds an action under the current level, with the cursor in its title."""
        row, title = self.grid.current(), self.context.words.say("New action")
        if self._view is None or not self._view.objectives:
            first = AddFirstAction(self.context.area.id or "", self._year(), self._new_objective(), title)
            self.context.submit(first, self, self._type_title)
            return
        objective, domain = moves.level_of(self._view, self.grid.current_group())
        values = {} if domain is None else {"domain_id": domain}
        command = AddAction(objective, title, after=row.id if row else "", values=values)
        self.context.submit(command, self, self._type_title)

    def add_objective(self) -> None:
        """Adds an objective, with the cursor in its title in the pane."""
        command = AddFirstObjective(self.context.area.id or "", self._year(), self._new_objective())
        self.context.submit(command, self, self._type_heading)

    def add_domain(self) -> None:
        """Adds a level under the current objective, with the cursor in its title in the pane."""
        if self._view is not None and self._view.objectives:
            objective, _ = moves.level_of(self._view, self.grid.current_group())
            self.context.submit(self.pane.new_domain(self._view, objective), self, self._type_heading)

    def _type_title(self, made: str) -> None:
        self.refresh_now()
        if self.head.view in (TIMELINE, BOARD):
            self.grid.select(made)
            self._show_pane()
            self.pane.type_title()
            return
        # The key that asked for it must be done with before the editor opens, or it is typed into the title.
        QTimer.singleShot(0, self, lambda: self.grid.edit(made, "title"))

    def _type_heading(self, made: str) -> None:
        self.refresh_now()
        self.grid.select(f"group {made}")
        self._show_pane()
        self.pane.type_title()

    def open_setup(self) -> None:
        if self._view is not None:
            self.pane.open_setup(self._view)

    def open_detail(self) -> None:
        self.pane.open()

    def move_row(self, step: int) -> None:
        """Up or down: on the board among its cards, elsewhere in the plan."""
        row = self.grid.current()
        if self.head.view == BOARD:
            self.views.board.board.push(0, step)
        elif row is not None and self._view is not None:
            self._submit(moves.by_step(self._view, row, step))

    def _move_to(self, row: ActionRow, group: str, index: int) -> None:
        """A row was dragged, or moved with the keyboard."""
        if self._view is not None:
            self._submit(moves.to_place(self._view, row, group, index))

    def across(self, step: int) -> None:
        """To another column of the board, or to another level of the plan."""
        row = self.grid.current()
        if self.head.view == BOARD:
            self.views.board.board.push(step, 0)
        elif row is not None and self._view is not None:
            self._submit(moves.by_level(self._view, row, step))

    def in_time(self, days: int, *, end: bool) -> None:
        time = self.views.timeline.view
        (time.stretched if end else time.shifted).emit(days)

    def zoom_time(self, step: int) -> None:
        self.views.timeline.zoom_by(step)

    def to_today(self) -> None:
        self.views.timeline.to_today()

    def print_timeline(self) -> None:
        """The actions the filters leave, as a PDF."""
        if self._view is not None:
            to_paper(self.context, self._view, self.views.left(), self._neighbours)

    def remove_chosen(self) -> None:
        self.removing.rows(self.grid.selected())

    def see(self, view: str) -> None:
        """One of the views, with the focus in it."""
        self.head.show_view(view)
        self.views.focus()

    def _submit(self, command: Any) -> None:
        if command is not None and self.context.submit(command, self):
            self._freshen()

    def _freshen(self) -> None:
        self.refresh_now(forced=False)

    def _pasted(self, values: Mapping[str, Any]) -> AddAction | AddFirstAction:
        title, area = self.context.words.say("New action"), self.context.area.id or ""
        if self._view is None or not self._view.objectives:
            return moves.pasted_first(area, self._year(), self._new_objective(), values, title)
        return moves.pasted(self._view, values, title)

    def _show_menu(self, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for action in deeds.row_deeds(self):
            entry = menu.addAction(action.text(self.context.words))
            entry.setEnabled(action.enabled())
            entry.triggered.connect(lambda _=False, run=action.run: run())
        menu.popup(spot)

    # What is known -------------------------------------------------------------------------------------------------

    def _view_chosen(self, key: str) -> None:
        self._show_bar()
        self.grid.bar.offer_columns(on=key == TABLE)
        self.views.show_view(key)
        self._show_pane()

    def _show_bar(self) -> None:
        """The filters are for the actions; another view has its own row there."""
        own = self.head.view not in self._extras.views
        self.grid.bar.setVisible(own and self._view is not None and bool(self._view.rows))

    def _show_pane(self) -> None:
        self.pane.show(self._view, self.grid, on=self.head.view not in self._extras.views)

    def _people(self) -> tuple[str, ...]:
        return tuple(sorted({*self._names, *self._neighbours.people()}, key=str.casefold))

    def _new_objective(self) -> str:
        return new_objective(self.context.words, self._view.plan if self._view else None)

    def _first_year(self) -> int:
        return self._view.plan.begin_year if self._view else self._year()

    def _year(self) -> int:
        return self.context.clock.today().year

    def level_words(self) -> tuple[str, str]:
        """What the plan calls its two levels; empty without a plan."""
        return wording.levels(self.context.words, self._view.plan) if self._view is not None else ("", "")

    def has_area(self) -> bool:
        return self.context.area.id is not None

    def has_plan(self) -> bool:
        return self._view is not None

    def has_row(self) -> bool:
        return hasattr(self, "grid") and self.grid.current() is not None

    def shows(self, view: str) -> bool:
        return self.head.view == view
