"""Holds what came back against the plan of today and what was sent: who changed what, cell for cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from coopdesk.annex.partner.model import Cell, Choice, Comparison, Own, Part, Returned, ReturnedRow, Unreadable
from coopdesk.annex.partner.values import TEXTS, plain


def compare(returned: Returned, owns: Sequence[Own]) -> Comparison:
    """The differences to decide on. What only the partner changed is proposed; what both changed keeps both values
    until someone decides; a row that was taken out is only told."""
    by_id = {own.action.id: own for own in owns}
    known = [row for row in returned.rows if row.id in by_id]
    cells, same, guarded = [], 0, []
    for row in known:
        own = by_id[row.id]
        for part, theirs in row.values.items():
            found = _cell(own, part, theirs, row.base)
            if found is None:
                same += 1
            elif own.takes(part):
                cells.append(found)
            else:
                guarded.append(f"{_name(own)}: {part}")
    back = {row.id for row in returned.rows}
    return Comparison(
        returned.frame,
        tuple(cells),
        tuple(row for row in returned.rows if not row.id and row.title),
        tuple(_name(by_id[one]) for one in returned.sent if one not in back and one in by_id),
        tuple(row.title for row in returned.rows if row.id and row.id not in by_id),
        tuple(guarded),
        tuple(_name(by_id[row.id]) for row in known if row.fixed),
        returned.lost,
        same,
    )


def choose(found: Comparison, ids: frozenset[str], choice: Choice) -> Comparison:
    """Another choice for some cells. What cannot be read can be noted, but never put in the place of a value."""
    cells = tuple(
        replace(cell, choice=_possible(cell, choice)) if cell.id in ids else cell for cell in found.cells
    )  # fmt: skip
    return replace(found, cells=cells)


def _possible(cell: Cell, choice: Choice) -> Choice:
    return Choice.BOTH if choice is Choice.THEIRS and isinstance(cell.theirs, Unreadable) else choice


def _cell(own: Own, part: Part, theirs: Any, base: Mapping[Part, Any] | None) -> Cell | None:
    """The difference in one cell; None where the partner changed nothing, or changed it to what we have too."""
    ours = own.value(part)
    ours = plain(ours) if part in TEXTS else ours
    known = base is not None and part in base
    was = base[part] if base is not None and part in base else None
    if theirs == ours or (known and theirs == was):
        return None
    if known and isinstance(theirs, Unreadable) and not theirs.text and was is None:
        return None
    clash = not known or ours != was or isinstance(theirs, Unreadable)
    return Cell(own, part, ours, theirs, was, known, clash, Choice.BOTH if clash else Choice.THEIRS)


def _name(own: Own) -> str:
    return f"{own.action.code} {own.action.title}".strip()


def added_values(row: ReturnedRow) -> dict[Part, Any]:
    """What a new row says, without what cannot be read."""
    return {part: value for part, value in row.values.items() if value and not isinstance(value, Unreadable)}
