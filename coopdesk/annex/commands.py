"""Importing an annex: one command, one step to undo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coopdesk.annex.kept import ImportBatch
from coopdesk.annex.merge.actions import compare_actions, write_actions
from coopdesk.annex.merge.agreements import compare_agreements, write_agreements
from coopdesk.annex.merge.figures import compare_figures, write_figures
from coopdesk.annex.merge.tally import Comparison, Import, Tally
from coopdesk.annex.model import AnnexKind, Verdict
from coopdesk.annex.ports import AnnexWork
from coopdesk.annex.reading import Reading
from coopdesk.annex.recipes.keep import remember
from coopdesk.annex.report import dump, report_of
from coopdesk.kernel.collection import collection_paused
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.progress import Progress, silent
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.words.marks import N_

LABEL = N_("Import annex")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; `batch_id` is empty when everything in the file was already there."""

    batch_id: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class ImportAnnex:
    """Brings in every row with the verdict "import"; the same file a second time changes nothing.

    `content` are the bytes of the file, kept as attachment; `plan_id` is the plan that actions go into, `begin`
    makes one where there is none yet. Raises Invalid when there is nothing to import or nowhere to put it; Cancelled
    comes from `progress`.
    """

    reading: Reading
    content: bytes
    today: date
    plan_id: str = ""
    progress: Progress = silent
    begin: AddPlan | None = None
    label: str = LABEL

    def run(self, work: AnnexWork) -> Imported:
        with collection_paused():
            return self._run(work)

    def _run(self, work: AnnexWork) -> Imported:
        book = self.reading.book
        work.about(book.name)
        into = Import(new_id(), book.name, book.sha256, self.today)
        found = self._write(work, into)
        remember(work, self.reading)
        tally = found.tally
        if not tally.added and not tally.changed:
            return Imported("", tally)
        work.attachments.keep(self.content)
        work.imports.add_origins(into.id, into.origins, self.progress)
        counts = {verdict: len(self.reading.of(verdict)) for verdict in Verdict}
        kind = self.reading.kind
        assert kind is not None
        work.imports.add(
            ImportBatch(
                into.id,
                book.name,
                book.sha256,
                kind,
                self.today,
                len(self.reading.lines),
                counts[Verdict.IMPORT],
                counts[Verdict.FLAGGED],
                counts[Verdict.SKIPPED],
                tally.added,
                tally.changed,
                tally.same,
                dump(report_of(self.reading, (*found.differences, *found.twins))),
            )
        )
        return Imported(into.id, tally)

    def _write(self, work: AnnexWork, into: Import) -> Comparison:
        entries, choices = self.reading.entries, self.reading.choices
        if not entries:
            raise Invalid(N_("No row of “{file}” can be imported yet."), file=self.reading.book.name)
        match self.reading.kind:
            case AnnexKind.FIGURES:
                figures = compare_figures(work.figures, entries, choices)
                write_figures(work.figures, figures, into, self.progress)
                # Nobody asks which rows were new once they are written.
                return Comparison(figures.tally, figures.differences)
            case AnnexKind.ACTIONS:
                plan_id = self.begin.run(work) if self.begin is not None else self.plan_id
                work.about(into.name)
                if not plan_id:
                    raise Invalid(N_("Choose the action plan these actions go into."))
                actions = compare_actions(work.plans, work.imports, plan_id, entries, choices)
                write_actions(work.plans, plan_id, actions, into)
                return actions.comparison
            case _:
                agreements = compare_agreements(work.agreements, work.imports, entries, choices)
                write_agreements(work.agreements, agreements, into)
                return agreements.comparison
