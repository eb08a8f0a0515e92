"""The other documents: choose one, see its pages, make it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coopdesk.dossier.papers.choices import PaperChoices, paper_choices
from coopdesk.dossier.papers.order import OverviewOrder, PaperOrder
from coopdesk.dossier.ui.choices import WIDE, scrolled
from coopdesk.dossier.ui.pages import PdfPages
from coopdesk.dossier.ui.paperforms import ChangesForm, HalfYearForm, OverviewForm, PaperForm, TownForm
from coopdesk.dossier.ui.preview import Preview
from coopdesk.kernel.loading import load
from coopdesk.kernel.progress import Progress
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.labels import Button
from coopdesk.shell.tasks import Task
from coopdesk.territory.gazetteer import Gazetteer

if TYPE_CHECKING:
    from coopdesk.dossier.batch import Batch
    from coopdesk.dossier.pdf.finish import Pdf

Workbook = Callable[[str, Sequence[str], Iterable[Sequence[Any]], str], bytes]


class Kind(StrEnum):
    """Which document."""

    OVERVIEW = "overview"
    HALF_YEAR = "half_year"
    CHANGES = "changes"
    TOWNS = "towns"


class PapersView(QWidget):
    """The chooser at the left, the pages at the right; `made` when other pages are on show."""

    made = Signal()

    def __init__(self, context: Context, gazetteer: Gazetteer, workbook: Workbook) -> None:
        super().__init__()
        self._context, self._gazetteer, self._workbook, say = context, gazetteer, workbook, context.words.say
        self._choices: PaperChoices | None = None
        self._task: Task | None = None
        self.pdf: Pdf | None = None
        kinds = [
            (Kind.OVERVIEW, say("Agreements per municipality")),
            (Kind.HALF_YEAR, say("Follow-up per half-year")),
            (Kind.CHANGES, say("Changes in the plan")),
            (Kind.TOWNS, say("A dossier per municipality")),
        ]
        self.kind = ChoiceField(context, say("Document"), kinds)
        self.kind.show_value(Kind.OVERVIEW)
        self.forms: dict[Kind, PaperForm] = {
            Kind.OVERVIEW: OverviewForm(context), Kind.HALF_YEAR: HalfYearForm(context),
            Kind.CHANGES: ChangesForm(context), Kind.TOWNS: TownForm(context),
        }  # fmt: skip
        self._stack = QStackedWidget()
        self.excel = Button(say("Make Excel file…"), "table", "", self.save_table)
        self.every = Button(say("Make all in a folder…"), "folder", "", self.make_every)
        self.preview = Preview(context.words)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kind)
        column.addWidget(scrolled(self._stack), 1)
        for button in (self.excel, self.every):
            column.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._column)
        row.addWidget(self.preview, 1)
        for form in self.forms.values():
            self._stack.addWidget(form)
            form.changed.connect(self.make)
        self.kind.committed.connect(lambda _: self._show_kind())
        context.theme.changed.connect(self._measure)
        self._measure()
        self._show_buttons()

    def refresh(self) -> None:
        """Reads what there is to choose from, and makes the pages again."""
        area = self._context.area.id
        if area is None:
            return
        today = self._context.clock.today()
        self._choices = paper_choices(self._context.desk.look, self._gazetteer, area, today)
        for form in self.forms.values():
            form.show_choices(self._choices)
        self.make()

    def choose(self, kind: Kind) -> None:
        """Brings a document to the front."""
        self.kind.show_value(kind)
        self._show_kind()

    @property
    def file_name(self) -> str:
        """What the file would be called."""
        name, day = self.kind.box.currentText(), self._context.clock.today().isoformat()
        town = self.forms[Kind.TOWNS]
        assert isinstance(town, TownForm)
        if self._kind is Kind.TOWNS:
            name = self._context.words.say("Dossier {name}", name=town.town.box.currentText())
        return f"{name} {day}.pdf"

    def make(self) -> None:
        """Makes the pages off this thread; a run that is overtaken stops."""
        area, choices, context = self._context.area.id, self._choices, self._context
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.pdf = None
        if area is None or choices is None:
            return
        order = self.forms[self._kind].order(area, choices)
        if order is None and self._kind is not Kind.TOWNS:
            self.preview.show_nothing()
            self.made.emit()
            return
        town = self._town
        work = self._paper(order) if order is not None else self._dossier(area, town)
        self._task = context.tasks.start(context.words.say("Making the document"), work, self._show, stopped=_nothing)

    def save_table(self) -> None:
        """The overview as a workbook."""
        order = self._order()
        if not isinstance(order, OverviewOrder):
            return
        say, context = self._context.words.say, self._context
        name = self.file_name.removesuffix(".pdf")
        out = context.messages.save_file(say("Make Excel file"), f"{name}.xlsx", ((say("Excel file"), "*.xlsx"),))
        if out is None:
            return

        def write(progress: Progress) -> str:
            progress(0, 1)
            table = _module("coopdesk.dossier.papers.make").overview_table
            title, headings, rows, note = table(context.desk.look, order, context.words, self._gazetteer)
            _module("coopdesk.dossier.saving").save_file(self._workbook(title, headings, rows, note), out)
            return out.name

        context.tasks.start(say("Saving the Excel file"), write, self._saved)

    def make_every(self) -> None:
        """A PDF per municipality in a folder of the user's choice."""
        area, context, say = self._context.area.id, self._context, self._context.words.say
        if area is None:
            return
        folder = context.messages.choose_folder(say("Folder for the dossiers"))
        if folder is None:
            return
        on = context.clock.today()
        ready: list[str] = []

        def work(progress: Progress) -> Batch:
            def told(done: int, total: int, name: str = "") -> None:
                progress(done, total, name)  # a stop comes out of this, before the next is begun
                ready.append(name)

            batch, gather = _module("coopdesk.dossier.batch"), _module("coopdesk.dossier.compose.gather")
            order = gather.Order(area, on)
            made: Batch = batch.make_each(context.desk.look, order, folder, context.words, self._gazetteer, told)
            return made

        def done(found: Batch) -> None:
            context.messages.note(batch_text(context, found, folder), tone="ok")

        def stopped() -> None:
            context.messages.note(stopped_text(context, ready, folder))

        context.tasks.start(say("Making a dossier per municipality"), work, done, stopped=stopped)

    def _saved(self, name: str) -> None:
        self._context.messages.note(self._context.words.say("“{name}” is saved.", name=name), tone="ok")

    @property
    def _kind(self) -> Kind:
        return Kind(self.kind.value())

    @property
    def _town(self) -> str:
        form = self.forms[Kind.TOWNS]
        assert isinstance(form, TownForm)
        return str(form.town.value() or "")

    def _order(self) -> PaperOrder | None:
        area, choices = self._context.area.id, self._choices
        return None if area is None or choices is None else self.forms[self._kind].order(area, choices)

    def _paper(self, order: PaperOrder) -> Callable[[Progress], Any]:
        look, words, gazetteer = self._context.desk.look, self._context.words, self._gazetteer

        def work(progress: Progress) -> Any:
            return _module("coopdesk.dossier.papers.make").paper(look, order, words, gazetteer, progress)

        return work

    def _dossier(self, area: str, town: str) -> Callable[[Progress], Any]:
        look, words, gazetteer = self._context.desk.look, self._context.words, self._gazetteer
        on = self._context.clock.today()

        def work(progress: Progress) -> Any:
            order = _module("coopdesk.dossier.compose.gather").Order(area, on, focus=town)
            return _module("coopdesk.dossier.make").draft(look, order, words, progress, gazetteer).pdf

        return work

    def _show(self, pdf: Pdf) -> None:
        self._task = None
        self.pdf = pdf
        self.preview.show_pages(PdfPages(pdf.data))
        self.made.emit()

    def _show_kind(self) -> None:
        self._stack.setCurrentWidget(self.forms[self._kind])
        self._show_buttons()
        self.make()

    def _show_buttons(self) -> None:
        self.excel.setVisible(self._kind is Kind.OVERVIEW)
        self.every.setVisible(self._kind is Kind.TOWNS)

    def _measure(self) -> None:
        self._column.setFixedWidth(self._context.theme.px(WIDE))


def batch_text(context: Context, found: Batch, folder: Path) -> str:
    """What came of it, in a sentence or three."""
    words = context.words
    parts = [words.count("{n} dossier made in “{folder}”.", "{n} dossiers made in “{folder}”.",
                         len(found.made) + len(found.beside), folder=folder.name)]  # fmt: skip
    if found.same:
        parts.append(words.count("{n} was there already and is the same.", "{n} were there already and are the same.",
                                 len(found.same)))  # fmt: skip
    if found.beside:
        parts.append(words.count("{n} got a number, because another file of that name was there.",
                                 "{n} got a number, because other files of that name were there.",
                                 len(found.beside)))  # fmt: skip
    return " ".join(parts)


def stopped_text(context: Context, ready: Sequence[str], folder: Path) -> str:
    """Which dossiers were whole when the work was stopped."""
    words = context.words
    if not ready:
        return words.say("Stopped. No dossier was ready yet.")
    return words.count(
        "Stopped. {n} dossier is whole in “{folder}”: {names}.",
        "Stopped. {n} dossiers are whole in “{folder}”: {names}.",
        len(ready), folder=folder.name, names=words.formats.listing(list(ready)),
    )  # fmt: skip


def _nothing() -> None:
    """A run that was overtaken says nothing."""


def _module(name: str) -> Any:
    """Brings in reportlab and pypdf on the worker, as the dossier does."""
    return load(name)
