"""Finds the next cell that holds what is sought."""

from __future__ import annotations

from collections.abc import Sequence

from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.matching import plain


def next_cell(
    model: GridModel, columns: Sequence[int], words: Sequence[str], here: tuple[int, int], step: int
) -> tuple[int, int] | None:
    """The place (row, nth column on show) of the next cell with one of the words, round the end; None without any."""
    wide, total = len(columns), model.rowCount() * len(columns)
    if not total:
        return None
    start = here[0] * wide + here[1] if here[0] >= 0 else -1
    for distance in range(1, total + 1):
        row, column = divmod((start + step * distance) % total, wide)
        line = model.lines[row]
        if line.row is not None:
            text = plain(str(model.index(row, columns[column]).data() or ""))
            if any(word in text for word in words):
                return row, column
    return None
