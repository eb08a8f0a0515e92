"""What did we promise, where are we: the approved versions of a plan and how the plan of today differs from one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coopdesk.cycle.commands.versions import RemoveVersion, ReviseVersion
from coopdesk.cycle.model import PlanVersion
from coopdesk.cycle.queries.differences import DifferenceReport, report
from coopdesk.cycle.reports import difference_book, report_name
from coopdesk.cycle.telling import WHAT, Line, What, summary
from coopdesk.cycle.ui.doors import Doors
from coopdesk.cycle.ui.frame import sizing
from coopdesk.kernel.errors import Invalid, UserError
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import Plan
from coopdesk.plan.ui.layouts import at_left
from coopdesk.shell.context import Context
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.difference import DifferenceText, changed_words
from coopdesk.shell.empty import EmptyState
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.grid.column import Column, Group
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.looks import PillLook, Quiet, Tone, beside
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.place import Place
from coopdesk.words.differing import Fate
from coopdesk.words.marks import N_

LOOKS: Mapping[What, PillLook] = {
    What.ADDED: PillLook("add", Tone.OK),
    What.REMOVED: PillLook("subtract_circle_16_regular", Tone.ERR),
    What.CHANGED: PillLook("edit_16_regular", Tone.INFO),
    What.MOVED: PillLook("arrow_swap", Tone.NEUTRAL),
}


class DifferencesDialog(Dialog):
    """Choose a version, read what differs, go to an action with Enter, keep it as a workbook or a PDF."""

    def __init__(self, parent: QWidget | None, context: Context, plan: Plan, doors: Doors, area: str) -> None:
        say = context.words.say
        super().__init__(parent, say("What did we promise, where are we?"))
        self._context, self._plan, self._doors, self._area = context, plan, doors, area
        self._towns = dict(doors.towns(plan.area_id))
        self._versions: Sequence[PlanVersion] = ()
        self._report: DifferenceReport | None = None
        self.choice = ChoiceField(context, say("Approved version"))
        self.name = TextField(context, say("Name of the version"), required=True)
        self.decided = DateField(context, say("Day of the decision"), required=True, whole_days=True)
        self.deciders = TextField(context, say("Who decided"))
        self.remove = Button(say("Remove version"), "dismiss", "flat", self._remove)
        self.facts = Label("", "body", "text2", wrap=True)
        empty = EmptyState("checkmark_circle", say("Nothing has changed since."),
                           say("The plan reads as it was approved."))  # fmt: skip
        self.grid: Grid[Line] = Grid(
            context, self._columns(), name="differences", label=N_("Differences with the approved version"),
            of_group=lambda line: line.group, empty=empty,
        )  # fmt: skip
        self.change = DifferenceText(context.words)
        self._lay_out()
        self._connect()
        self.read()
        sizing(self, context, 1080, 680)

    def _lay_out(self) -> None:
        say = self._context.words.say
        row = QHBoxLayout()
        row.setSpacing(10)
        for field, stretch in ((self.choice, 4), (self.name, 3), (self.decided, 2), (self.deciders, 2)):
            row.addWidget(field, stretch)
        self.body.addLayout(row)
        self.body.addLayout(at_left(self.remove))
        self.body.addWidget(self.facts)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.change)
        self.add_button(say("Back to the plan"), self.close)
        self.to_book = self.add_button(say("Save as workbook…"), self._save_book)
        self.to_pdf = self.add_button(say("Save as PDF…"), self._save_pdf, primary=True)

    def _connect(self) -> None:
        self.choice.committed.connect(lambda _: self._show())
        self.name.committed.connect(lambda value: self._revise(self.name, name=value))
        self.decided.committed.connect(lambda value: self._revise(self.decided, decided=value.first))
        self.deciders.committed.connect(lambda value: self._revise(self.deciders, body=value))
        self.grid.activated.connect(self._go)
        self.grid.current_changed.connect(
            lambda line: self.change.show_change(*((line.old, line.new) if line else ("", "")))
        )
        stop = self._context.desk.bus.subscribe(lambda *_: self.read())
        self.finished.connect(lambda _: stop())

    def _columns(self) -> list[Column[Line]]:
        words = self._context.words
        return [
            Column("subject", N_("What"), lambda line: line.subject, width=24, stretch=True),
            Column("what", N_("Change"), lambda line: words.say(WHAT[line.what]), look=lambda line: LOOKS[line.what],
                   width=14, filter=True),
            Column("field", N_("Field"), lambda line: line.field, look=lambda _: Quiet(), width=14, filter=True),
            Column("old", N_("Promised"), lambda line: line.old,
                   look=lambda line: beside(line.old, line.new, Fate.GONE), width=26),
            Column("new", N_("Now"), lambda line: line.new, look=lambda line: beside(line.old, line.new, Fate.CAME),
                   width=26, spoken=lambda line: changed_words(words, line.old, line.new)),
        ]  # fmt: skip

    def read(self) -> None:
        """The versions as they are now; the last one is compared until another is chosen."""
        formats = self._context.words.formats
        with self._context.desk.look() as work:
            self._versions = work.cycles.versions(self._plan.id)
        if not self._versions:
            self.close()
            return
        chosen = self.choice.value()
        self.choice.offer([(v.id, f"{formats.day(v.decided)} · {v.name}") for v in reversed(self._versions)])
        if chosen not in [v.id for v in self._versions]:
            chosen = self._versions[-1].id
        self.choice.show_value(chosen)
        self._show()

    def _show(self) -> None:
        version, words = self._version(), self._context.words
        self.name.show_value(version.name)
        self.decided.show_value(PartialDate.day(version.decided))
        self.deciders.show_value(version.body)
        try:
            with self._context.desk.look() as work:
                self._report = report(work, version, self._area, self._context.clock.today(), words, self._town)
        except UserError as error:
            self._report = None
            self.facts.setText(words.tell(error))
            self.grid.show_rows([])
        else:
            self.facts.setText(summary(words, self._report.lines))
            held = {line.group for line in self._report.lines}
            groups = [Group(key, title) for key, title in self._report.groups.items() if key in held]
            self.grid.show_rows(self._report.lines, groups)
        self.to_book.setEnabled(self._report is not None)
        self.to_pdf.setEnabled(self._report is not None)

    def _version(self) -> PlanVersion:
        return next(v for v in self._versions if v.id == self.choice.value())

    def _town(self, nis: str) -> str:
        return self._towns.get(nis, nis)

    def _revise(self, field: QWidget, **changes: object) -> None:
        changed = replace(self._version(), **changes)  # type: ignore[arg-type]  # each field gives its own kind
        if changed.decided > self._context.clock.today():
            error = Invalid(N_("This day is still to come. Fix the plan once it has been decided."))
            self.decided.show_problem(self._context.words.tell(error))
            return
        self._context.submit(ReviseVersion(changed), field)

    def _remove(self) -> None:
        version = self._version()
        if self._context.submit(RemoveVersion(version.id), self.remove):
            text = self._context.words.say("Version “{name}” removed.", name=version.name)
            self._context.messages.note(text, undo=True)

    def _go(self, line: Line) -> None:
        if line.action_id and line.what is not What.REMOVED:
            self.close()
            self._context.go.to(Place("plan", line.action_id, "table"))

    def _save_book(self) -> None:
        if self._report is not None:
            words, found = self._context.words, self._report
            self._doors.save_book(report_name(found, words), lambda: difference_book(found, words))

    def _save_pdf(self) -> None:
        if self._report is not None:
            self._doors.save_pdf(self._report)
