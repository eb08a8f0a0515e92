"""The second step: what the columns become, how the rows will look, and what is doubtful."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from coopdesk.annex.meaning.register import Register
from coopdesk.annex.merge.tally import Comparison, notes_text
from coopdesk.annex.model import AnnexKind, Choices, ColumnChoice, Meaning, Verdict
from coopdesk.annex.reading import TableReading
from coopdesk.annex.ui.mapping import MappingTable
from coopdesk.annex.ui.notes import ReviewNotes
from coopdesk.annex.ui.preview import PreviewModel
from coopdesk.annex.ui.preview_table import PreviewTable
from coopdesk.annex.ui.problems import ProblemList
from coopdesk.annex.ui.session import Session
from coopdesk.annex.ui.sheet import SheetView
from coopdesk.annex.ui.start import tally_text
from coopdesk.annex.ui.wording import KINDS
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.widgets import Button, Card, Chip, Label
from coopdesk.territory.gazetteer import Gazetteer

_YEARS = 30
_BESIDE = "import.sheet"  # whether the sheet stands beside the preview


NEW_PLAN = "new"  # the id of a plan that is made by the import


@dataclass(frozen=True, slots=True)
class Target:
    """A plan that actions can go into; `begin` makes it where it is not there yet."""

    id: str
    title: str
    begin: AddPlan | None = None


class ReviewStep(QWidget):
    """Emits `changed` with new choices, `guessed` when the remembered mapping is not wanted, `back` and `confirmed`;
    the plan chosen for actions is `plan_id`."""

    changed = Signal(object)
    guessed = Signal()
    back = Signal()
    confirmed = Signal()

    def __init__(self, context: Context, gazetteer: Gazetteer, register: Register) -> None:
        """Empty until a session is shown."""
        super().__init__()
        self._context = context
        self._session: Session | None = None
        self._begin: AddPlan | None = None
        words = context.words
        self.mapping = MappingTable(words, self._choose_column)
        self._options = QWidget()
        self.problems = ProblemList(context, gazetteer, register, self._options)
        self.model = PreviewModel(context, gazetteer, self)
        self.preview = PreviewTable(self.model, context.theme, words.say("Preview of the rows"))
        self.sheet = SheetView(context)
        self.notes = ReviewNotes(words, self.guessed.emit)
        self.beside = Chip(words.say("Sheet beside it"), self._show_beside, on=context.settings.get(_BESIDE) != "no")
        self.kind = ChoiceField(context, words.say("Kind of annex"), [(k, words.say(t)) for k, t in KINDS.items()])
        self.period = ChoiceField(context, words.say("Year of figures without a year"))
        self.plan = ChoiceField(context, words.say("Into the action plan"))
        self._counts = Label("", wrap=True)
        self.button = Button("", "", "primary", self.confirmed.emit)
        self._connect()
        self._lay_out()

    @property
    def plan_id(self) -> str:
        """The plan that actions go into; empty when there is none."""
        return self.plan.value() or ""

    @property
    def begin_plan(self) -> AddPlan | None:
        """What makes the chosen plan; None when it is there."""
        return self._begin if self.plan_id == NEW_PLAN else None

    def _connect(self) -> None:
        self.kind.committed.connect(self._choose_kind)
        self.period.committed.connect(self._choose_period)
        self.plan.committed.connect(lambda _: self.changed.emit(self._choices()))
        self.problems.repaired.connect(self.changed)
        self.problems.looked.connect(self._look_at)
        self.problems.unnamed.connect(self.mapping.ask_name)
        self.preview.pointed.connect(self.sheet.point)
        self.sheet.pointed.connect(self.preview.point)

    def _lay_out(self) -> None:
        words = self._context.words
        mapping = Card()
        mapping.body.addWidget(self.mapping, 1)
        preview = Card(words.say("This is what it will look like"), self.beside)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        for part in (self.preview, self.sheet):
            part.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
            both.addWidget(part)
        self.sheet.setVisible(self.beside.isChecked())
        preview.body.addWidget(both, 1)
        left = QSplitter(Qt.Orientation.Vertical)
        left.setChildrenCollapsible(False)
        left.addWidget(mapping)
        left.addWidget(preview)
        left.setStretchFactor(0, 4)
        left.setStretchFactor(1, 5)
        side = Card()
        options = QVBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        for field in (self.kind, self.period, self.plan):
            options.addWidget(field)
        side.body.addWidget(self.problems, 1)
        side.setMinimumWidth(self.fontMetrics().averageCharWidth() * 44)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(left, 7)
        across.addWidget(side, 3)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._counts, 1)
        foot.addWidget(Button(words.say("Back"), run=self.back.emit))
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.notes)
        column.addLayout(across, 1)
        column.addLayout(foot)

    def offer_plans(self, plans: list[Target]) -> None:
        """The plans of the area; the first is chosen."""
        self._begin = next((plan.begin for plan in plans if plan.id == NEW_PLAN), None)
        kept = self.plan.value()
        self.plan.offer([(plan.id, plan.title) for plan in plans])
        known = [plan.id for plan in plans]
        self.plan.show_value(kept if kept in known else known[0] if known else None)

    def show_session(self, session: Session, found: Comparison) -> None:
        """Shows a reading and what importing it would do."""
        reading = session.reading
        is_other = self._session is None or self._session.reading.book.sha256 != reading.book.sha256
        self._session = session
        self.notes.show_session(session)
        self.mapping.show_reading(reading)
        self.problems.show_reading(reading, found)
        self.model.show_reading(reading, found)
        self.sheet.show_book(reading.book, reading.lines)
        if is_other:
            for table in (self.preview, self.sheet.table):
                table.scrollToTop()
                table.horizontalScrollBar().setValue(0)
        first = next((d.origin for d in found.differences if d.taken), None)
        if first is not None and self.preview.currentIndex().row() < 0:
            self._look_at(first.sheet, first.row, first.column)
        with QSignalBlocker(self.kind):
            self.kind.show_value(reading.kind)
        self.plan.setVisible(reading.kind is AnnexKind.ACTIONS)
        self._show_period(session)
        self._show_counts(session, found)

    def next_problem(self) -> bool:
        """Goes to the next thing to check and its cell; whether there is one."""
        return self.problems.next() or self.preview.next_doubt()

    def _show_counts(self, session: Session, found: Comparison) -> None:
        words, tally = self._context.words, found.tally
        rows = {verdict: len(session.reading.of(verdict)) for verdict in Verdict}
        parts = [tally_text(words, tally.added, tally.changed, tally.same)]
        if tally.unnamed:
            parts.append(
                words.count("{n} figure without a name or year", "{n} figures without a name or year", tally.unnamed)
            )
        parts.append(words.count("{n} row to check", "{n} rows to check", rows[Verdict.FLAGGED]))
        parts.append(words.count("{n} row skipped", "{n} rows skipped", rows[Verdict.SKIPPED]))
        told = (
            " · ".join(parts) + ".", notes_text(words, tally),
            words.say("Nothing is kept until you click the button on the right."),
        )  # fmt: skip
        self._counts.setText(" ".join(filter(None, told)))
        n = rows[Verdict.IMPORT]
        self.button.setText(words.count("Import {n} row", "Import {n} rows", n))
        self.button.setEnabled(bool(tally.added + tally.changed + tally.same) and n > 0)

    def _show_period(self, session: Session) -> None:
        reading, words = session.reading, self._context.words
        values = [c for t in reading.tables for c in t.columns if c.meaning is Meaning.VALUE]
        wanting = reading.kind is AnnexKind.FIGURES and any(c.period == reading.period for c in values)
        told = any(c.meaning is Meaning.PERIOD for t in reading.tables for c in t.columns)
        self.period.setVisible(wanting and not told)
        year = self._context.clock.today().year
        years = [str(y) for y in range(year + 1, year - _YEARS, -1)]
        offered = years if not reading.period or reading.period in years else [reading.period, *years]
        self.period.offer([(p, words.formats.period(p)) for p in offered])
        self.period.show_value(reading.period or None)

    def _look_at(self, sheet: str, row: int, column: int) -> None:
        self.preview.point(sheet, row, column)
        self.sheet.point(sheet, row, column)

    def _show_beside(self) -> None:
        self.sheet.setVisible(self.beside.isChecked())
        self._context.settings.put(_BESIDE, "yes" if self.beside.isChecked() else "no")

    def _choices(self) -> Choices:
        assert self._session is not None
        return self._session.reading.choices

    def _choose_column(self, table: TableReading, column: int, choice: ColumnChoice) -> None:
        assert self._session is not None
        self.changed.emit(self._session.choosing(table, column, choice))

    def _choose_kind(self, kind: AnnexKind) -> None:
        if self._session is not None and kind is not self._session.reading.kind:
            self.changed.emit(self._session.as_kind(kind))

    def _choose_period(self, period: str) -> None:
        self.changed.emit(replace(self._choices(), period=period))
