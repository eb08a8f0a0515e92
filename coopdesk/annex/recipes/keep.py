"""Keeps how files of one shape are read, each time one was brought in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from coopdesk.annex.kept import KeptColumn, Recipe
from coopdesk.annex.model import AnnexKind, ColumnChoice
from coopdesk.annex.ports import AnnexWork
from coopdesk.annex.reading import Reading
from coopdesk.annex.recipes.rules import NAME_LENGTH, by_hand, decided, every_column, recipe_for
from coopdesk.kernel.ids import new_id


def remember(work: AnnexWork, reading: Reading) -> None:
    """Keeps what a person decided about a file for the next one with the same headings, under the file's own name."""
    if reading.kind is None:
        return
    keep_columns(work, reading.kind, reading.choices.columns)
    there = recipe_for(reading, work.imports.recipes())
    if there is not None:
        told = decided(there, reading.choices)
        if told != there:
            work.imports.save(told)
    elif by_hand(reading) and reading.tables:
        work.imports.add(decided(new_recipe(reading, PurePath(reading.book.name).stem), reading.choices))


def keep_all(work: AnnexWork, reading: Reading, name: str) -> Recipe:
    """Keeps every column as it is read, and the decisions, under a name."""
    assert reading.kind is not None
    keep_columns(work, reading.kind, every_column(reading.tables))
    there = recipe_for(reading, work.imports.recipes())
    told = decided(replace(there or new_recipe(reading, name), name=name), reading.choices)
    if there is None:
        work.imports.add(told)
    elif told != there:
        work.imports.save(told)
    return told


def new_recipe(reading: Reading, name: str) -> Recipe:
    """A recipe for files with the headings of the first table."""
    assert reading.kind is not None
    table = reading.tables[0]
    headings = tuple(column.heading for column in table.columns)
    return Recipe(new_id(), table.fingerprint, reading.kind, name[:NAME_LENGTH], headings)


def keep_columns(work: AnnexWork, kind: AnnexKind, columns: Iterable[tuple[str, int, ColumnChoice]]) -> None:
    """Keeps what columns become, in place of what was kept of them before."""
    there = {(c.fingerprint, c.kind, c.position): c for c in work.imports.columns()}
    for fingerprint, position, choice in columns:
        kept = there.get((fingerprint, kind, position))
        told = (choice.meaning, choice.indicator, choice.style)
        if kept is None:
            work.imports.add(KeptColumn(new_id(), fingerprint, kind, position, *told))
        elif (kept.meaning, kept.indicator, kept.style) != told:
            meaning, indicator, style = told
            work.imports.save(replace(kept, meaning=meaning, indicator=indicator, style=style))
