"""Table, time line and board of the same rows: one selection, one set of filters, one undo.

The table holds the truth of what is chosen and what the filters leave; the other two follow it and lead it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui.board.panel import BoardPanel
from coopdesk.plan.ui.neighbours import Neighbours
from coopdesk.plan.ui.timeline.panel import TimelinePanel
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.empty import EmptyState
from coopdesk.shell.grid.arrange import passing
from coopdesk.shell.grid.grid import Grid
from coopdesk.words.marks import N_

TABLE, TIMELINE, BOARD = "table", "timeline", "board"
UNDATED = "undated"


class PlanViews(QObject):
    """Keeps the views together. `asked` carries a command that a moved bar or card asks for, `opened` that the pane of
    what is current is wanted."""

    asked = Signal(object)
    opened = Signal()
    paper_asked = Signal()

    def __init__(
        self, context: Context, grid: Grid[ActionRow], empty: Callable[[], QWidget], neighbours: Neighbours
    ) -> None:  # fmt: skip
        super().__init__(grid)
        self._context, self.grid = context, grid
        self.timeline, self.board = TimelinePanel(context, grid.selected, neighbours), BoardPanel(context)
        self._view: PlanView | None = None
        self._towns: Sequence[tuple[str, str]] = ()
        self._shown = TABLE
        self._leading = False
        self._stacks = [self._stack(self.timeline, empty()), self._stack(self.board, empty())]
        self._listen()

    @property
    def widgets(self) -> tuple[QWidget, QWidget]:
        """What stands in the place of time line and board."""
        return self._stacks[0], self._stacks[1]

    def _listen(self) -> None:
        grid, time, board = self.grid, self.timeline.view, self.board.board
        grid.current_changed.connect(lambda _: self._follow())
        grid.shown.connect(self._outdated)
        time.current_changed.connect(self._led_by_time)
        time.chosen_changed.connect(lambda: self._mark(time.chosen_ids()))
        time.fold_asked.connect(grid.fold)
        time.opened.connect(lambda _: self.opened.emit())
        board.current_changed.connect(lambda card: self._led_by_board(card.id if card is not None else ""))
        board.opened.connect(lambda _: self.opened.emit())
        for panel in (self.timeline, self.board):
            panel.asked.connect(self.asked)
        self.timeline.undated_asked.connect(lambda: grid.toggle(UNDATED, on=True))
        self.timeline.paper_asked.connect(self.paper_asked)

    def _stack(self, panel: QWidget, empty: QWidget) -> QStackedWidget:
        """A view with what takes its place when the filters leave nothing, or there is nothing at all."""
        words = self._context.words
        clear = Action("plan.clear_filters", N_("Clear filters"), run=self.grid.clear_filters)
        nothing = EmptyState("filter", words.say("No action fits these filters."),
                             words.say("Everything is still there: clear the filters to see it again."), second=clear,
                             words=words)  # fmt: skip
        stack = QStackedWidget()
        for widget in (panel, nothing, empty):
            stack.addWidget(widget)
        return stack

    # What is shown -------------------------------------------------------------------------------------------------

    def show_plan(self, view: PlanView | None, towns: Sequence[tuple[str, str]]) -> None:
        """A plan as it now is; the table has its rows already."""
        self._view, self._towns = view, towns
        self.fill()

    def show_view(self, key: str) -> None:
        """One of the three comes on show, with the same thing chosen."""
        self._shown = key
        self.fill()
        self._follow()

    def left(self) -> list[ActionRow]:
        """The actions the filters leave, also those folded away, in the order of the table."""
        if self._view is None:
            return []
        return passing(self._view.rows, self.grid.shape, self.grid.wish)

    def fill(self) -> None:
        """Only the view on show is filled: the others would be for nothing."""
        rows = self.left()
        for stack in self._stacks:
            stack.setCurrentIndex(0 if rows or self._bare() else 1 if self._view and self._view.rows else 2)
        if self._view is None:
            return
        if self._shown == TIMELINE:
            self.timeline.show_lines(self._view, self.grid.model.lines, rows, self.grid.wish.folded)
        elif self._shown == BOARD:
            self.board.show_rows(self._view, rows, self._towns)

    def _bare(self) -> bool:
        """A plan with objectives and no actions still shows its objectives."""
        return self._view is not None and bool(self._view.objectives) and not self._view.rows

    def _outdated(self) -> None:
        if self._shown != TABLE:
            self.fill()

    # What is chosen ------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """The other views choose what the table has chosen."""
        if self._leading:
            return
        line = self.grid.model.line(self.grid.view.currentIndex())
        current = line.id if line is not None else ""
        if self._shown == TIMELINE:
            self.timeline.view.choose([row.id for row in self.grid.selected()], current)
        elif self._shown == BOARD and current:
            self.board.board.choose(current)

    def _led_by_time(self, line_id: str) -> None:
        if self._shown == TIMELINE and line_id:
            self._lead(line_id)
            self._mark(self.timeline.view.chosen_ids())

    def _led_by_board(self, action_id: str) -> None:
        if self._shown == BOARD and action_id:
            self._lead(action_id)

    def _lead(self, id: str) -> None:
        self._leading = True
        self.grid.select(id)
        self._leading = False

    def _mark(self, ids: Sequence[str]) -> None:
        """What is chosen elsewhere is chosen in the table; Qt tells of it before it tells what is current."""
        grid, chosen = self.grid, QItemSelection()
        column = grid.view.first_column
        for one in ids:
            if (at := grid.model.at(one)) >= 0:
                cell = grid.model.index(at, column)
                chosen.select(cell, cell)
        self._leading = True
        grid.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.grid.current_changed.emit(grid.current())
        self._leading = False

    def focus(self) -> None:
        """The focus into the view on show."""
        if self._shown == TIMELINE:
            self.timeline.view.setFocus()
        elif self._shown == BOARD:
            self.board.board.focus_first()
        else:
            self.grid.setFocus()
