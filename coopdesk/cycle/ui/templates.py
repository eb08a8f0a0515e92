"""The catalogue of kinds of action: search, look at one with all that comes with it, choose some, add them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coopdesk.cycle.catalogue import open_catalogue
from coopdesk.cycle.commands.starting import AddFromTemplates
from coopdesk.cycle.rules.template import Template, begin_in, months_on
from coopdesk.cycle.ui.frame import sizing
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import Plan
from coopdesk.shell.context import Context
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.grid.column import Column, Group
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.looks import Look, Marked, Quiet, Tone
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.widgets import SectionTitle
from coopdesk.words.marks import N_


class TemplatesDialog(Dialog):
    """Enter or a double click chooses a kind of action, or leaves it again; `done` gets the ids of what was added."""

    def __init__(
        self, parent: QWidget | None, context: Context, plan: Plan | None, done: Callable[[Sequence[str]], object]
    ) -> None:
        say = context.words.say
        super().__init__(
            parent, say("Choose from the catalogue"),
            say("Kinds of action that other areas run, with what mostly goes with them. You can change everything "
                "afterwards."),
        )  # fmt: skip
        self._context, self._plan, self._done = context, plan, done
        self._catalogue = open_catalogue(context.words.language)
        self._chosen: set[str] = set()
        names = dict(self._catalogue.ambitions)
        self.grid: Grid[Template] = Grid(
            context, self._columns(), name="templates", label=N_("Kinds of action"), of_group=lambda t: t.ambition
        )
        self._groups = [Group(key, name) for key, name in names.items()]
        self.begin = DateField(context, say("Begin"), required=True)
        self.begin.show_value(_first_begin(context.clock.today().year, plan, begin_in(_today(context))))
        self.begin.committed.connect(lambda _: self._show())
        self.toggle = Button("", "add", "", self._toggle)
        self.title, self.told = Label("", "subtitle", wrap=True), Label("", wrap=True)
        self._lay_out()
        self.add_button(say("Cancel"), self.close)
        self.add = self.add_button("", self._add, primary=True)
        self.grid.current_changed.connect(lambda _: self._show())
        self.grid.activated.connect(lambda _: self._toggle())
        self.grid.show_rows(self._catalogue.templates, self._groups)
        self.grid.select(self._catalogue.templates[0].key)
        self._show()
        sizing(self, context, 1200, 640)

    def _lay_out(self) -> None:
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(12, 0, 8, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.told)
        say = self._context.words.say
        self._facts: list[Label] = []
        for title in (say("Duration"), say("Target groups"), say("Partners"), say("Flemish priority"),
                      say("Measured by"), say("Milestones")):  # fmt: skip
            column.addWidget(SectionTitle(title, "small strong"))
            self._facts.append(Label("", "small", "text2", wrap=True))
            column.addWidget(self._facts[-1])
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(pane)
        scroll.setAccessibleName(say("What comes with it"))
        scroll.setFixedWidth(self._context.theme.px(340))
        right = QVBoxLayout()
        right.addWidget(scroll, 1)
        right.addWidget(self.toggle)
        right.addWidget(self.begin)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.grid, 1)
        row.addLayout(right)
        self.body.addLayout(row, 1)

    def _columns(self) -> list[Column[Template]]:
        say = self._context.words.say

        def mark(row: Template) -> Look:
            return Marked("checkmark_16_filled", Tone.OK) if row.key in self._chosen else Quiet()

        return [
            Column("title", N_("Action"), lambda t: t.title, width=26, stretch=True),
            Column("chosen", N_("Chosen"), lambda t: say("Chosen") if t.key in self._chosen else "", look=mark,
                   width=10),
            Column("groups", N_("Target groups"), lambda t: ", ".join(t.target_groups),
                   facets=lambda t: t.target_groups, filter=True, width=22),
            Column("priorities", N_("Flemish priority"), lambda t: ", ".join(t.priorities),
                   facets=lambda t: t.priorities, filter=True, width=18),
            Column("description", N_("Description"), lambda t: t.description, width=40, hidden=True),
        ]  # fmt: skip

    @property
    def chosen(self) -> tuple[Template, ...]:
        """What was chosen, in the order of the catalogue."""
        return tuple(t for t in self._catalogue.templates if t.key in self._chosen)

    def _toggle(self) -> None:
        row = self.grid.current()
        if row is not None:
            self._chosen ^= {row.key}
            self.grid.show_rows(self._catalogue.templates, self._groups)
            self._show()

    def _show(self) -> None:
        """The kind of action at hand, and how many are chosen."""
        words, row = self._context.words, self.grid.current()
        if row is not None:
            self._fill(row)
        self.toggle.setEnabled(row is not None)
        taken = row is not None and row.key in self._chosen
        self.toggle.setText(words.say("Leave this one out") if taken else words.say("Choose this one"))
        self.toggle.show_icon("subtract_circle" if taken else "add")
        self.add.setText(words.count("Add {n} action", "Add {n} actions", len(self._chosen)))
        self.add.setEnabled(bool(self._chosen))

    def _fill(self, row: Template) -> None:
        words = self._context.words
        begin = self.begin.value() or begin_in(_today(self._context))
        when = words.say("Every year") if row.yearly else words.count("{n} month", "{n} months", row.months)
        partial = words.formats.partial
        self.title.setText(row.title)
        self.told.setText(row.description)
        texts = (
            when,
            ", ".join(row.target_groups),
            ", ".join(row.partners),
            ", ".join(row.priorities),
            "\n".join(_measure(i.title, i.unit) for i in row.indicators),
            "\n".join(f"{partial(months_on(begin, m.after))}: {m.title}" for m in row.milestones),
        )
        for label, text in zip(self._facts, texts, strict=True):
            label.setText(text)

    def _add(self) -> None:
        if not self.begin.commit():
            return
        plan_id, area_id = (self._plan.id if self._plan else ""), self._context.area.id or ""
        command = AddFromTemplates(area_id, plan_id, self.begin.value(), self.chosen, self._catalogue.ambitions)
        self._context.submit(command, self.begin, self._added)

    def _added(self, ids: Sequence[str]) -> None:
        self.close()
        self._done(ids)


def _measure(title: str, unit: str) -> str:
    return f"{title} ({unit})" if unit == "%" else title


def _today(context: Context) -> PartialDate:
    return PartialDate.day(context.clock.today())


def _first_begin(year: int, plan: Plan | None, soon: PartialDate) -> PartialDate:
    """Next month, or the first month of a plan that is still to come."""
    return PartialDate.month(plan.begin_year, 1) if plan is not None and plan.begin_year > year else soon
