"""Reading an annex and looking at what importing it would do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from coopdesk.annex.interpret import interpret
from coopdesk.annex.kept import CellOrigin, ImportBatch, Recipe
from coopdesk.annex.meaning.known import register_of
from coopdesk.annex.merge.compare import compare
from coopdesk.annex.merge.tally import Tally
from coopdesk.annex.model import AnnexKind, Choices, ColumnChoice
from coopdesk.annex.ports import AnnexWork
from coopdesk.annex.reading import Reading
from coopdesk.annex.sheet.process import open_book
from coopdesk.annex.verdict.report import to_json
from coopdesk.kernel.collection import collection_paused
from coopdesk.kernel.progress import Progress, silent
from coopdesk.territory.gazetteer import Gazetteer


def read_annex(
    path: Path,
    gazetteer: Gazetteer,
    today: date,
    kind: AnnexKind | None = None,
    *,
    period: str = "",
    choices: Choices | None = None,
    progress: Progress = silent,
) -> Reading:
    """The file understood; Refused when it cannot be read. Nothing is written."""
    chosen = choices or Choices(kind=kind, period=period)
    with collection_paused():
        return interpret(open_book(path, progress), register_of(gazetteer), today, chosen)


def preview(work: AnnexWork, reading: Reading, plan_id: str = "") -> Tally:
    """What importing would add and change, and what is there already."""
    return compare(work, reading, plan_id).tally


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier imports taught: the choices for columns, and the recipes."""

    choices: Choices = field(default_factory=Choices)
    recipes: tuple[Recipe, ...] = ()


def remembered(work: AnnexWork) -> Memory:
    """What earlier imports taught."""
    columns = tuple(
        (c.fingerprint, c.position, ColumnChoice(c.meaning, c.indicator, style=c.style)) for c in work.imports.columns()
    )
    return Memory(Choices(columns=columns), tuple(work.imports.recipes()))


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading as plain JSON values."""
    return to_json(reading)


def imports(work: AnnexWork) -> list[ImportBatch]:
    """All imports, the latest first."""
    return work.imports.batches()


def origins(work: AnnexWork, thing: str) -> list[CellOrigin]:
    """The cells an agreement, a membership or an action came from."""
    return work.imports.origins_of(thing)
