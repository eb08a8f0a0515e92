"""The view Priorities of the plan: per Flemish priority the years of the plan, with every hole and what fills it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.cycle.queries.checks import Check, check
from coopdesk.cycle.rules.matrix import Cell, CellState, MatrixRow
from coopdesk.cycle.ui.cell import CellPane, Spot
from coopdesk.cycle.ui.looks import CELL_LOOKS
from coopdesk.cycle.wording import cell_text, cell_told
from coopdesk.plan.model import Plan
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.grid.column import Column, Group
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.looks import Look, Title
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.widgets import Chip, EmptyState
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

Towns = Callable[[str], Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """A row of the check with the name of its municipality."""

    row: MatrixRow
    place: str

    @property
    def id(self) -> str:
        return self.row.id


class PrioritiesView(QWidget):
    """The matrix at the left, the chosen cell at the right. `more` are buttons of whoever places it."""

    def __init__(self, context: Context, towns: Towns, edit_list: Callable[[], object], more: Sequence[Button]) -> None:
        super().__init__()
        self._context, self._towns, self._more = context, towns, tuple(more)
        self._plan: Plan | None = None
        self._check: Check | None = None
        self._shape: tuple[object, ...] = ()
        self.grid: Grid[PriorityRow] | None = None
        say = context.words.say
        self.facts = Label("", "body", "text2", wrap=True)
        self.per_town = Chip(say("Per municipality"), self._toggle)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for part in (self.per_town, Button(say("Flemish priorities…"), "flag", "", edit_list), *more):
            buttons.addWidget(part)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools.setContentsMargins(24, 0, 24, 8)
        self._tools.setSpacing(8)
        self._tools.addWidget(self.facts, 1)
        self._tools.addWidget(self._buttons)
        self.pane = CellPane(context)
        self._shelf = QWidget(self)
        self._shelf.hide()
        shelf = QVBoxLayout(self._shelf)
        self._put_away = shelf.addWidget
        self._room = QHBoxLayout()
        self._room.setSpacing(0)
        self._empty = self._nothing(say)
        self._room.addWidget(self._empty, 1)
        self._room.addWidget(self.pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._tools)
        column.addLayout(self._room, 1)
        context.theme.changed.connect(self._fit)
        self._fit()

    def show_plan(self, plan: Plan | None) -> None:
        """Reads the check of a plan."""
        self._plan, words = plan, self._context.words
        towns = tuple(self._towns(plan.area_id)) if plan is not None else ()
        by_town = self._context.settings.get(self._key) == "yes" and len(towns) > 1
        self.per_town.setVisible(len(towns) > 1)
        self.per_town.setChecked(by_town)
        if plan is None:
            self._check = None
        else:
            with self._context.desk.look() as work:
                self._check = check(work, plan.id, [nis for nis, _ in towns] if by_town else ())
        found, names = self._check, dict(towns)
        rows = [PriorityRow(row, names.get(row.nis, "")) for row in (found.rows if found is not None else ())]
        self._empty.setVisible(not rows)
        for button in self._more:
            button.setVisible(bool(rows))
        self.facts.setText(_facts(words, found) if found is not None and rows else "")
        self._fit()
        if found is not None and rows:
            grid = self._grid_for(found.plan, by_town=by_town)
            grid.show_rows(rows, _groups(words, found) if by_town else ())
            if not grid.view.currentIndex().isValid():
                self._choose_first(grid, rows)
        if self.grid is not None:
            self.grid.setVisible(bool(rows))
        self._show_cell()

    def choose(self, code: str, year: int, nis: str = "") -> None:
        """Makes a cell the current one."""
        if self.grid is not None:
            self.grid.select(f"{code}/{nis}", _key(year))
            self._show_cell()

    @property
    def spot(self) -> Spot | None:
        """The cell that is chosen; None on a name or a heading."""
        row = self.grid.current() if self.grid is not None else None
        if row is None or self.grid is None:
            return None
        at = self.grid.view.currentIndex()
        key = self.grid.model.column(at).key
        cell = next((cell for cell in row.row.cells if _key(cell.year) == key), None)
        return Spot(cell, row.row.title, row.place) if cell is not None else None

    @property
    def _key(self) -> str:
        return f"priorities.towns.{self._plan.area_id if self._plan else ''}"

    def _toggle(self) -> None:
        self._context.settings.put(self._key, "yes" if self.per_town.isChecked() else "")
        self.show_plan(self._plan)

    def _grid_for(self, plan: Plan, *, by_town: bool) -> Grid[PriorityRow]:
        """The list for these years; made again when the years or the rows are of another kind."""
        shape = (plan.begin_year, plan.end_year, by_town)
        if self.grid is not None and shape == self._shape:
            return self.grid
        if self.grid is not None:
            self._room.removeWidget(self.grid)
            self.grid.hide()
            self.grid.deleteLater()
        self._shape = shape
        self.grid = Grid(
            self._context, _columns(self._context.words, plan, by_town=by_town),
            name=f"priorities.{'towns' if by_town else 'area'}", label=N_("Flemish priorities per year"),
            of_group=(lambda row: row.row.code) if by_town else None, menu=self.deeds,
        )  # fmt: skip
        self._put_away(self.grid.bar)  # a matrix is looked at whole, without filters
        self._room.insertWidget(0, self.grid, 1)
        self.grid.current_changed.connect(lambda _: self._show_cell())
        self.grid.activated.connect(lambda _: self.pane.begin())
        return self.grid

    def deeds(self) -> list[Action]:
        """What can be done with the chosen cell."""
        return [
            Action("priorities.make", N_("Make action for this priority"), "add", "", self.pane.make_action, self._open,
                   "Insert", 4),
            Action("priorities.link", N_("Link an action there is"), "link", "", self.pane.link.setFocus, self._open,
                   "Insert", 4),
            Action("priorities.reason", N_("Note why not"), "comment_add", "", self.pane.reason.setFocus, self._open,
                   "Insert", 4),
        ]  # fmt: skip

    def _open(self) -> bool:
        spot = self.spot
        return self.isVisible() and spot is not None and spot.cell.state is not CellState.NOT_IN_FORCE

    def _choose_first(self, grid: Grid[PriorityRow], rows: Sequence[PriorityRow]) -> None:
        """The first hole, else the first cell."""
        holes = [cell for row in rows for cell in row.row.cells if cell.state is CellState.HOLE]
        first = holes[0] if holes else rows[0].row.cells[0]
        grid.select(f"{first.code}/{first.nis}", _key(first.year))

    def _show_cell(self) -> None:
        self.pane.show_cell(self.spot, self._check)

    def _nothing(self, say: Callable[[str], str]) -> EmptyState:
        return EmptyState(
            "flag", say("Nothing to check yet"),
            say("As soon as there is a plan, you see here whether each Flemish priority has an action every year."),
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The buttons under the facts where those would be squeezed beside them."""
        self.pane.setFixedWidth(self._context.theme.px(280))
        beside = self.facts.fontMetrics().horizontalAdvance(self.facts.text()) + self._buttons.sizeHint().width() + 56
        way = QBoxLayout.Direction
        self._tools.setDirection(way.LeftToRight if beside <= self.width() else way.TopToBottom)


def _key(year: int) -> str:
    return f"y{year}"


def _columns(words: Words, plan: Plan, *, by_town: bool) -> list[Column[PriorityRow]]:
    first: Column[PriorityRow] = Column(
        "title", N_("Municipality") if by_town else N_("Flemish priority"),
        lambda r: r.place if by_town else r.row.title,
        look=None if by_town else lambda r: Title(r.row.code), width=23, stretch=True,
        spoken=lambda r: f"{r.row.code} {r.place or r.row.title}", tip=lambda r: r.row.title,
    )  # fmt: skip
    return [first, *(_year(words, year, year - plan.begin_year) for year in range(plan.begin_year, plan.end_year + 1))]


def _year(words: Words, year: int, at: int) -> Column[PriorityRow]:
    def cell(row: PriorityRow) -> Cell:
        return row.row.cells[at]

    def look(row: PriorityRow) -> Look:
        return CELL_LOOKS[cell(row).state]

    def spoken(row: PriorityRow) -> str:
        place = f", {row.place}" if row.place else ""
        return f"{row.row.code}, {year}{place}: {cell_text(words, cell(row))}. {cell_told(words, cell(row))}"

    return Column(
        _key(year), str(year), lambda r: cell_text(words, cell(r)), value=lambda r: len(cell(r).actions), look=look,
        width=13, spoken=spoken, tip=lambda r: cell_told(words, cell(r)),
    )  # fmt: skip


def _groups(words: Words, found: Check) -> list[Group]:
    groups = []
    for row in {row.code: row for row in found.rows}.values():
        missing = sum(c.state is CellState.HOLE for r in found.rows if r.code == row.code for c in r.cells)
        right = words.count("{n} hole", "{n} holes", missing) if missing else words.say("Complete")
        groups.append(Group(row.code, f"{row.code} {row.title}", "", right))
    return groups


def _facts(words: Words, found: Check) -> str:
    rule = words.say("At least one action per priority per year.")
    missing = words.count("{n} hole to fill.", "{n} holes to fill.", found.holes)
    said = missing if found.holes else words.say("Nothing is missing.")
    return f"{rule} {said}"
