"""The files the import screen reads and writes besides spreadsheets: accounts, rows to correct, mappings; and the kept
originals."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coopdesk.annex.kept import ImportBatch, Recipe
from coopdesk.annex.leftover import leftover, leftover_name
from coopdesk.annex.merge.tally import Comparison
from coopdesk.annex.model import AnnexKind, Verdict
from coopdesk.annex.reading import Reading
from coopdesk.annex.reasons import reason_text
from coopdesk.annex.recipes.commands import AddRecipe
from coopdesk.annex.recipes.file import MOST_BYTES, is_recipe, read_recipe, write_recipe
from coopdesk.annex.report import Report, report_of
from coopdesk.annex.ui.attachment import show_trace
from coopdesk.kernel.errors import Refused, UserError
from coopdesk.kernel.loading import load
from coopdesk.shell.context import Context
from coopdesk.shell.messages import Filters
from coopdesk.shell.traces import Trace
from coopdesk.territory.boundaries import looks_like_boundaries
from coopdesk.territory.queries import gazetteer_of
from coopdesk.territory.ui.layers import take_boundaries
from coopdesk.words.marks import N_

_SHEETS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.htm *.html *.xml"
_HEAD = 4_096  # bytes in which a file says what it is
Write = Callable[[Path, bytes], None]


class Papers:
    """Dialogs for these files. `write` puts bytes on disk whole or not at all."""

    def __init__(self, owner: QWidget, context: Context, write: Write) -> None:
        """`owner` is the widget that dialogs belong to."""
        self._owner, self._context, self._write = owner, context, write

    def choose(self) -> list[Path]:
        """Asks for annexes to bring in."""
        words = self._context.words
        filters = ((words.say("Spreadsheets"), f"{_SHEETS} *.json *.geojson"),)
        return self._context.messages.open_files(words.say("Choose annexes"), filters)

    def takes(self, path: Path) -> bool:
        """Whether a dropped file is a mapping or holds boundaries, instead of being a spreadsheet."""
        return self._kind(path) != ""

    def _kind(self, path: Path) -> str:
        try:
            with path.open("rb") as file:
                head = file.read(MOST_BYTES + 1)
        except OSError:
            return ""
        if looks_like_boundaries(head[:_HEAD]):
            return "boundaries"
        try:
            return "recipe" if len(head) <= MOST_BYTES and is_recipe(json.loads(head.decode("utf-8-sig"))) else ""
        except (ValueError, RecursionError):
            return ""

    def take(self, path: Path) -> None:
        """Takes a mapping or boundaries over, and says so."""
        if self._kind(path) == "boundaries":
            take_boundaries(self._context, path)
            return
        words = self._context.words
        try:
            file = read_recipe(path.read_bytes(), path.name)
        except OSError:
            self._tell(Refused(N_("“{file}” cannot be opened."), file=path.name))
            return
        except UserError as error:
            self._tell(error)
            return
        done = words.say("Mapping ‘{name}’ is remembered.", name=file.name)
        self._context.submit(AddRecipe(file), None, lambda _: self._context.messages.note(done, undo=True))

    def add_recipe(self) -> None:
        """Asks for a mapping and takes it over."""
        words = self._context.words
        path = self._context.messages.open_file(words.say("Add mapping"), self._recipe_filter())
        if path is not None:
            self.take(path)

    def save_recipe(self, recipe: Recipe) -> None:
        """Writes a mapping to hand on."""
        with self._context.desk.look() as work:
            content = write_recipe(recipe, work.imports.columns())
        self._save(f"{recipe.name}.json", self._recipe_filter(), content)

    def save_account(self, batch: ImportBatch, report: Report) -> None:
        """Writes the account of an import."""
        words = self._context.words
        name = words.say("{file} - account.xlsx", file=Path(batch.name).stem)
        write = load("coopdesk.annex.report_book").report_book  # brings in openpyxl, for which no screen should wait
        with self._context.desk.look() as work:
            gazetteer = gazetteer_of(work)
        self._save(name, self._workbooks(), write(batch, report, words, gazetteer))

    def save_account_of(self, reading: Reading, found: Comparison) -> None:
        """The same for a file that has just come in, or held nothing new."""
        book, tally = reading.book, found.tally
        counts = {verdict: len(reading.of(verdict)) for verdict in Verdict}
        batch = ImportBatch(
            "", book.name, book.sha256, reading.kind or AnnexKind.FIGURES, self._context.clock.today(),
            len(reading.lines), counts[Verdict.IMPORT], counts[Verdict.FLAGGED], counts[Verdict.SKIPPED],
            tally.added, tally.changed, tally.same,
        )  # fmt: skip
        self.save_account(batch, report_of(reading, found.differences))

    def save_left(self, reading: Reading) -> None:
        """Writes the rows that stayed out, to correct and bring in again."""
        words = self._context.words
        content = leftover(reading, lambda reason: reason_text(words, reason))
        if content is not None:
            name = leftover_name(reading, words.say("to correct"))
            self._save(name, self._workbooks(), content)

    def show_batch(self, batch: ImportBatch) -> None:
        """Shows the kept file of an import."""
        self.show_trace(Trace(batch.name, batch.sha256, "", "", "", batch.at))

    def show_trace(self, trace: Trace) -> None:
        """Shows a cell in the kept file it came from."""
        show_trace(self._owner, self._context, trace, self._save_original)

    def _save_original(self, name: str, content: bytes) -> None:
        self._save(name, ((self._context.words.say("All files"), "*"),), content)

    def _save(self, name: str, filters: Filters, content: bytes) -> None:
        words = self._context.words
        path = self._context.messages.save_file(words.say("Save as"), name, filters)
        if path is None:
            return
        try:
            self._write(path, content)
        except UserError as error:
            self._tell(error)
        else:
            self._context.messages.note(words.say("Saved as “{path}”.", path=path.name))

    def _tell(self, error: UserError) -> None:
        self._context.messages.problem(self._context.words.tell(error))

    def _workbooks(self) -> Filters:
        return ((self._context.words.say("Workbooks"), "*.xlsx"),)

    def _recipe_filter(self) -> Filters:
        return ((self._context.words.say("Mappings"), "*.json"),)
