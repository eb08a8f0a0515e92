"""What replacing a text in cells would do, cell by cell, before anything is done. Free of widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coopdesk.kernel.errors import Invalid
from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.matching import plain, spans


@dataclass(frozen=True, slots=True)
class Replacement:
    """One cell: where it is, its text now and then; `reason` says why it cannot become that."""

    line: int
    column: int
    old: str
    new: str
    reason: str = ""


def replacements(
    model: GridModel, cells: Iterable[tuple[int, int]], sought: str, new: str, *, whole: bool = False
) -> list[Replacement]:
    """The cells that hold what is sought, accents and capitals aside; with `whole` only where it is all of the cell."""
    wanted, found = plain(sought), []
    for line, column in cells:
        old = model.typed(model.index(line, column))
        places = spans(old, [wanted]) if wanted in plain(old) else []
        if not wanted or not places or (whole and plain(old) != wanted):
            continue
        text = _put(old, places, new)
        if text != old:
            found.append(Replacement(line, column, old, text, _reason(model, column, text)))
    return found


def editable_cells(
    model: GridModel, columns: Sequence[int], selected: Iterable[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """The cells that can be typed in, of all rows on show or of a selection, in the order they are read."""
    wanted = set(selected)
    able = [column for column in columns if model.shape.columns[column].editable]
    rows = [at for at, line in enumerate(model.lines) if line.row is not None]
    return [(row, column) for row in rows for column in able if not wanted or (row, column) in wanted]


def _put(old: str, places: Sequence[tuple[int, int]], new: str) -> str:
    parts, at = [], 0
    for start, end in places:
        parts += [old[at:start], new]
        at = end
    return "".join((*parts, old[at:]))


def _reason(model: GridModel, column: int, text: str) -> str:
    kind = model.shape.columns[column].kind
    try:
        if kind is not None:
            kind.read(text, model.typing())
    except Invalid as error:
        return model.typing().words.tell(error)
    return ""
