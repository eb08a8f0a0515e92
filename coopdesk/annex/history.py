"""The imports there were: those whose rows are there, and those that were taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from coopdesk.annex.kept import ImportBatch
from coopdesk.annex.model import AnnexKind
from coopdesk.desk.desk import Desk
from coopdesk.kernel.changes import Row, Step


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import with the moment it was made and by whom, as far as its step says so, and whether it was taken back."""

    batch: ImportBatch
    moment: datetime | None
    undone: bool
    who: str = ""

    @property
    def id(self) -> str:
        """The id of the import."""
        return self.batch.id


def past_imports(desk: Desk[Any], batches: Sequence[ImportBatch]) -> list[PastImport]:
    """All imports, the latest first, with those that were undone and not redone."""
    there = {batch.id for batch in batches}
    made: dict[str, Step] = {}
    undone: list[PastImport] = []
    for step in desk.history_of("import_batch"):
        for change in step.rows:
            if change.after is None or step.undoes is not None:
                continue
            made[change.id] = step
            if change.id not in there:
                undone.append(PastImport(_from_row(change.after), step.at, undone=True, who=step.who))
    kept = [_kept(batch, made.get(batch.id)) for batch in batches]
    return sorted([*kept, *undone], key=lambda one: one.id, reverse=True)


def _kept(batch: ImportBatch, step: Step | None) -> PastImport:
    return PastImport(batch, step.at if step else None, undone=False, who=step.who if step else "")


def _from_row(row: Row) -> ImportBatch:
    told: dict[str, Any] = {"report": "", **row}
    return ImportBatch(**told | {"kind": AnnexKind(told["kind"]), "at": date.fromisoformat(told["at"])})
