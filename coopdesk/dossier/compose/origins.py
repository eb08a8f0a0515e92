"""Where the agreements and the actions of a dossier were read: file, sheet, cells, and the day of the import."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.queries.overview import source_of
from coopdesk.dossier.compose.chain import SourceLine
from coopdesk.dossier.ports import CellSource, ImportReading
from coopdesk.plan.queries import PlanView


def origin_lines(
    imports: ImportReading, agreements: Sequence[AgreementRow], plan: PlanView | None
) -> tuple[SourceLine, ...]:
    """A line for each of them that came from a file; what was typed by hand has none."""
    titles = {row.agreement.id: row.agreement.title for row in agreements}
    titles |= {row.id: f"{row.action.code} {row.action.title}".strip() for row in (plan.rows if plan else ())}
    cells = defaultdict[str, list[CellSource]](list)
    for cell in imports.origins_of_all(tuple(titles)):
        cells[cell.thing].append(cell)
    lines = [line for key, title in titles.items() if cells[key] and (line := _line(imports, title, cells[key]))]
    return (*_noted(agreements, cells), *lines)


def _line(imports: ImportReading, title: str, cells: Sequence[CellSource]) -> SourceLine | None:
    """The cells of the last import that still stands."""
    batch = imports.find(cells[-1].import_id)
    if batch is None:
        return None
    last = [cell for cell in cells if cell.import_id == batch.id]
    places = list(dict.fromkeys(cell.cell for cell in last))
    span = places[0] if len(places) == 1 else f"{places[0]}–{places[-1]}"
    return SourceLine(title, batch.name, last[0].sheet, span, batch.at)


def _noted(agreements: Sequence[AgreementRow], cells: Mapping[str, Sequence[CellSource]]) -> list[SourceLine]:
    """Agreements that name their file themselves, from before cells were kept."""
    kept = (row.agreement for row in agreements if source_of(row) and not cells.get(row.agreement.id))
    return [SourceLine(a.title, a.source_file, a.source_sheet, a.source_cell) for a in kept]
