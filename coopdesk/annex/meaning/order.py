"""Which of 03/04/2022 is the month: day first as Belgians write it, unless a whole column shows otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coopdesk.annex.sheet.model import Cell, CellKind

_SLASHED = re.compile(
    r"\s*(\d{1,2})([/.\-])(\d{1,2})([/.\-]\d{2,4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)?\s*", re.IGNORECASE
)
_ENOUGH = 2


def is_month_first(cells: Iterable[Cell]) -> bool:
    """Whether two dates of a column at least can only be read month first, and none only day first. One alone may be a
    slip, and is put before a person as a day that does not exist."""
    month_first = 0
    for text in {cell.text for cell in cells if cell.kind is CellKind.TEXT}:
        found = _SLASHED.fullmatch(text)
        if found is None:
            continue
        first, second = int(found[1]), int(found[3])
        if first > 12:
            return False
        month_first += second > 12
    return month_first >= _ENOUGH


def day_first(cell: Cell) -> Cell:
    """A date of such a column in the order in which dates are read."""
    found = _SLASHED.fullmatch(cell.text) if cell.kind is CellKind.TEXT else None
    return cell if found is None else cell._replace(text=f"{found[3]}{found[2]}{found[1]}{found[4]}")
