"""What a partner sent back beside what we have: choose per cell or per column, and take it in with one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coopdesk.annex.partner.commands import Added, Taken, TakePartnerBook
from coopdesk.annex.partner.compare import added_values, choose
from coopdesk.annex.partner.compose import heading
from coopdesk.annex.partner.model import Cell, Choice, Comparison, ReturnedRow
from coopdesk.annex.ui.partner.wording import CHOICE_LOOKS, CHOICES, problem, remark_of, told, value_text
from coopdesk.plan.model import Objective
from coopdesk.shell.context import Context
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.difference import DifferenceText, changed_words
from coopdesk.shell.empty import EmptyState
from coopdesk.shell.grid.column import Column, Group
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.looks import Look, Marked, PillLook, Quiet, Tone, beside
from coopdesk.shell.labels import Button
from coopdesk.shell.widgets import NoteBar
from coopdesk.words.differing import Fate
from coopdesk.words.marks import N_

NEW = "new"
_ADDS, _SKIPS = PillLook("add", Tone.OK), PillLook("subtract_circle_16_regular", Tone.NEUTRAL)


@dataclass(frozen=True, slots=True)
class Line:
    """A cell to decide on, or a row the partner added."""

    cell: Cell | None = None
    row: ReturnedRow | None = None
    taken: bool = True

    @property
    def id(self) -> str:
        return self.cell.id if self.cell is not None else f"{NEW} {self.row.at if self.row else ''}"

    @property
    def group(self) -> str:
        return self.cell.own.action.id if self.cell is not None else NEW


class ReturningDialog(Dialog):
    """Everything has a choice from the start: theirs where only they changed it, both values where both did."""

    def __init__(
        self, parent: QWidget | None, context: Context, found: Comparison, objectives: Sequence[Objective]
    ) -> None:
        words = context.words
        super().__init__(parent, words.say("Back from {partner}", partner=found.frame.partner))
        self._context, self._found, self._objectives = context, found, objectives
        self._skipped: set[str] = set()
        self.notes = [NoteBar(text, "info") for text in told(found, words)]
        empty = EmptyState("checkmark_circle", words.say("Nothing differs from your plan"),
                           words.say("Whatever the partner filled in stands in your plan already."))  # fmt: skip
        self.grid: Grid[Line] = Grid(
            context, self._columns(), name="returned", label=N_("Differences with the partner workbook"),
            of_group=lambda line: line.group, empty=empty,
        )  # fmt: skip
        self.change = DifferenceText(words)
        self._lay_out()
        self.grid.current_changed.connect(lambda line: self.change.show_change(*self._sides(line)))
        self.add_button(words.say("Cancel"), self.close)
        self.take = self.add_button("", self._take, primary=True)
        self.grid.activated.connect(lambda _: self._turn())
        self._show()
        width, height = (parent.window().width(), parent.window().height()) if parent is not None else (1200, 800)
        px = context.theme.px
        self.resize(min(px(1120), width - 40), min(px(660), height - 40))

    def _lay_out(self) -> None:
        say = self._context.words.say
        for note in self.notes:
            self.body.addWidget(note)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.buttons = {
            choice: Button(say(text), CHOICE_LOOKS[choice].icon, "", partial(self._choose, choice))
            for choice, text in CHOICES.items()
        }
        for button in self.buttons.values():
            button.setToolTip(say("For the selected rows"))
            row.addWidget(button)
        self.column = Button(say("Same for the whole column"), "column", "flat", self._whole_column)
        row.addWidget(self.column)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.change)

    def _columns(self) -> list[Column[Line]]:
        words = self._context.words

        def of(
            text: Callable[[Cell], str], new: Callable[[ReturnedRow], str] = lambda row: ""
        ) -> Callable[[Line], str]:
            def told_of(line: Line) -> str:
                return text(line.cell) if line.cell is not None else new(line.row) if line.row is not None else ""

            return told_of

        field = of(lambda c: heading(c.part, self._found.frame, words), lambda row: row.title)
        return [
            Column("field", N_("Field"), field, width=22, filter=True, stretch=True),
            Column("ours", N_("In your plan"), lambda line: self._sides(line)[0], width=18,
                   look=lambda line: beside(*self._sides(line), Fate.GONE)),
            Column("theirs", N_("From the partner"), lambda line: self._sides(line)[1], width=20,
                   look=lambda line: beside(*self._sides(line), Fate.CAME),
                   spoken=lambda line: changed_words(words, *self._sides(line))),
            Column("base", N_("As sent"), of(lambda c: value_text(c.part, c.base, words) if c.known else "?"),
                   look=lambda _: Quiet(), width=16),
            Column("choice", N_("Becomes"), self._choice_text, look=self._choice_look, width=23, filter=True),
            Column("problem", N_("Look at this"), of(lambda c: problem(c, words)), look=self._problem_look, width=24,
                   tip=of(lambda c: problem(c, words))),
        ]  # fmt: skip

    def _sides(self, line: Line | None) -> tuple[str, str]:
        """A value in the plan and what the partner made of it."""
        words = self._context.words
        if line is None or line.cell is None:
            return "", self._new_values(line.row) if line is not None and line.row is not None else ""
        return value_text(line.cell.part, line.cell.ours, words), value_text(line.cell.part, line.cell.theirs, words)

    def _new_values(self, row: ReturnedRow) -> str:
        words = self._context.words
        return ", ".join(value_text(part, value, words) for part, value in added_values(row).items())

    def _choice_text(self, line: Line) -> str:
        say = self._context.words.say
        if line.cell is not None:
            return say(CHOICES[line.cell.choice])
        return say("Add as action") if line.taken else say("Skip")

    def _choice_look(self, line: Line) -> Look:
        if line.cell is not None:
            return CHOICE_LOOKS[line.cell.choice]
        return _ADDS if line.taken else _SKIPS

    def _problem_look(self, line: Line) -> Look:
        clash = line.cell is not None and line.cell.clash
        return Marked("warning_16_filled", Tone.WARN) if clash else Quiet()

    @property
    def found(self) -> Comparison:
        """What came back, with the choices made so far."""
        return self._found

    def _show(self) -> None:
        words, found = self._context.words, self._found
        lines = [Line(cell) for cell in found.cells]
        lines += [Line(row=row, taken=f"{NEW} {row.at}" not in self._skipped) for row in found.added]
        groups = {c.own.action.id: f"{c.own.action.code} {c.own.action.title}".strip() for c in found.cells}
        heads = [Group(key, title) for key, title in groups.items()]
        self.grid.show_rows(lines, [*heads, *([Group(NEW, words.say("New actions"))] if found.added else ())])
        n = sum(c.choice is not Choice.OURS for c in found.cells) + sum(line.taken for line in lines if line.row)
        self.take.setText(words.count("Take in {n} change", "Take in {n} changes", n))
        self.take.setEnabled(n > 0)
        for part in (*self.buttons.values(), self.column, self.change):
            part.setVisible(bool(lines))

    def _turn(self) -> None:
        line = self.grid.current()
        if line is None:
            return
        if line.cell is None:
            self._skipped ^= {line.id}
        else:
            order = list(Choice)
            after = order[(order.index(line.cell.choice) + 1) % len(order)]
            self._found = choose(self._found, frozenset({line.id}), after)
        self._show()

    def _choose(self, choice: Choice) -> None:
        """For the selected rows; a new row is added for theirs and skipped for ours."""
        lines = self.grid.selected()
        self._found = choose(self._found, frozenset(line.id for line in lines if line.cell), choice)
        new = {line.id for line in lines if line.cell is None}
        self._skipped = self._skipped | new if choice is Choice.OURS else self._skipped - new
        self._show()

    def _whole_column(self) -> None:
        """What was chosen for this cell, for every cell of its column."""
        line = self.grid.current()
        if line is not None and line.cell is not None:
            ids = frozenset(cell.id for cell in self._found.cells if cell.part is line.cell.part)
            self._found = choose(self._found, ids, line.cell.choice)
            self._show()

    def command(self) -> TakePartnerBook:
        """What the choices come down to."""
        found, words = self._found, self._context.words
        cells = []
        for cell in found.cells:
            action = cell.own.action
            if cell.choice is Choice.THEIRS:
                cells.append(Taken(action.id, action.version, cell.part, cell.theirs))
            elif cell.choice is Choice.BOTH:
                cells.append(Taken(action.id, action.version, cell.part, note=remark_of(cell, found, words)))
        added = tuple(
            Added(self._objective(row), row.title, tuple(added_values(row).items()))
            for row in found.added
            if f"{NEW} {row.at}" not in self._skipped
        )
        return TakePartnerBook(found.frame, tuple(cells), added)

    def _objective(self, row: ReturnedRow) -> str:
        """The objective the partner named, else the first of the plan."""
        wanted = row.objective.casefold()
        named = (o.id for o in self._objectives if wanted and wanted in f"{o.code} {o.title}".casefold())
        return next(named, self._objectives[0].id if self._objectives else "")

    def _take(self) -> None:
        self._context.submit(self.command(), self.take, self._taken)

    def _taken(self, _ids: Sequence[str]) -> None:
        partner = self._found.frame.partner
        self.close()
        text = self._context.words.say("The workbook of {partner} is taken in.", partner=partner)
        self._context.messages.note(text, undo=True)
