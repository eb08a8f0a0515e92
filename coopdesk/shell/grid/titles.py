"""Recognises a row of column titles in what is pasted, in the order of the list or in its own. Free of Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coopdesk.shell.matching import plain


@dataclass(frozen=True, slots=True)
class Heads:
    """What the first row of a paste says: the column of each of its cells, None for one that is not in this list."""

    columns: tuple[int | None, ...]
    unknown: tuple[str, ...] = ()


def heads_of(cells: Sequence[Sequence[str]], names: Mapping[int, Sequence[str]]) -> Heads | None:
    """The titles in the first row, if it is a row of titles: all of its words are names of columns, or two and at least
    half of them. `names` gives the names of each column."""
    if len(cells) < 2:
        return None
    known = {plain(name): column for column, all_of_it in names.items() for name in all_of_it}
    first = [plain(cell).rstrip(" *:") for cell in cells[0]]
    found: list[int | None] = []
    for text in first:
        column = known.get(text)
        found.append(None if column in found else column)
    said = sum(bool(text) for text in first)
    hits = sum(column is not None for column in found)
    if not hits or (hits < said and (hits < 2 or hits * 2 < said)):
        return None
    unknown = tuple(
        cell.strip() for cell, column in zip(cells[0], found, strict=True) if column is None and cell.strip()
    )
    return Heads(tuple(found), unknown)
