"""The list of earlier imports, and the account of the one that is chosen."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from coopdesk.annex.history import PastImport
from coopdesk.annex.kept import ImportBatch
from coopdesk.annex.report import Report, load
from coopdesk.annex.ui.account import account_text
from coopdesk.annex.ui.start import tally_text
from coopdesk.annex.ui.wording import KINDS
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.detail import DetailPane
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.looks import Quiet
from coopdesk.shell.labels import Paragraph
from coopdesk.shell.widgets import Button, EmptyState, Label
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

Save = Callable[[ImportBatch, Report], object]
Show = Callable[[ImportBatch], object]


def import_list(context: Context, choose: Action, open_file: Show) -> Grid[PastImport]:
    """A row per import."""
    words = context.words
    empty = EmptyState(
        "history",
        words.say("Nothing imported yet"),
        words.say("Every file you bring in is listed here, with what came in, what stayed out and why."),
        choose,
        words=words,
    )
    grid: Grid[PastImport] = Grid(
        context, _columns(words), name="imports", label=N_("Earlier imports"), empty=empty, tall=False
    )
    grid.activated.connect(lambda row: open_file(row.batch))
    return grid


def _columns(words: Words) -> list[Column[PastImport]]:
    number = words.formats.number
    return [
        Column("file", N_("File"), lambda r: r.batch.name, width=26, stretch=True,
               tip=lambda r: f"{r.batch.name}\nSHA-256 {r.batch.sha256}"),
        Column("kind", N_("Kind"), lambda r: words.say(KINDS[r.batch.kind]), width=17, filter=True),
        Column("when", N_("Imported on"), lambda r: _when(words, r), sort=lambda r: r.id, width=19),
        Column("who", N_("By"), lambda r: r.who, width=16, hidden=True, filter=True),
        Column("state", N_("State"), lambda r: words.say("Taken back") if r.undone else words.say("Present"),
               width=12, filter=True, look=lambda r: Quiet() if r.undone else None),
        Column("source", N_("Rows in the file"), lambda r: number(r.batch.source_rows),
               value=lambda r: r.batch.source_rows, right=True, width=15),
        Column("imported", N_("Imported"), lambda r: number(r.batch.imported), value=lambda r: r.batch.imported,
               right=True, width=15),
        Column("flagged", N_("To check"), lambda r: number(r.batch.flagged), value=lambda r: r.batch.flagged,
               right=True, width=12),
        Column("skipped", N_("Skipped"), lambda r: number(r.batch.skipped), value=lambda r: r.batch.skipped,
               right=True, width=14),
        Column("result", N_("Result"), lambda r: tally_text(words, r.batch.added, r.batch.changed, r.batch.same),
               width=30, hidden=True),
    ]  # fmt: skip


def breakable(name: str) -> str:
    """The name of a file that may go on a next line where a person would break it."""
    return re.sub(r"(?<=[_.\-])(?=\w)", "\u200b", name)


def _when(words: Words, row: PastImport) -> str:
    return words.formats.moment(row.moment) if row.moment is not None else words.formats.day(row.batch.at)


class ImportDetail:
    """What the pane shows of an import: its account, the file, and the account as a workbook."""

    def __init__(self, words: Words, pane: DetailPane, open_file: Show, save: Save) -> None:
        """`open_file` shows the kept file; `save` writes the account."""
        self._words, self._pane = words, pane
        self._batch: ImportBatch | None = None
        self._report: Report | None = None
        self._text = Paragraph()
        self._hash = Label("", "small", "text2", wrap=True)
        self.open_button = Button(words.say("Show the file"), "document_table", run=lambda: self._with_batch(open_file))
        self.save_button = Button(words.say("Save account…"), "save", run=lambda: self._save(save))
        for part in (self._text, self._hash, self.open_button, self.save_button):
            pane.body.addWidget(part)

    def show_import(self, row: PastImport | None) -> None:
        """Shows an import, or nothing."""
        self._pane.offer(filled=row is not None)
        if row is None:
            return
        batch = self._batch = row.batch
        self._report = load(batch.report)
        self._pane.set_kicker(self._words.say("Import"))
        self._pane.set_title(breakable(batch.name))
        lines: Sequence[str] = account_text(self._words, self._report) if self._report is not None else ()
        told = "\n".join(lines) or self._words.say("No account was kept of this import.")
        self._text.setText("\n".join(filter(None, (self._made(row), told))))
        self._hash.setText(f"SHA-256 {batch.sha256[:16]}…")
        self._hash.setToolTip(batch.sha256)
        self.save_button.setVisible(self._report is not None)

    def _made(self, row: PastImport) -> str:
        """When and by whom it was brought in."""
        when = _when(self._words, row)
        if not row.who:
            return self._words.say("Imported on {when}.", when=when)
        return self._words.say("Imported on {when} by {who}.", when=when, who=row.who)

    def _with_batch(self, run: Show) -> None:
        if self._batch is not None:
            run(self._batch)

    def _save(self, save: Save) -> None:
        if self._batch is not None and self._report is not None:
            save(self._batch, self._report)
