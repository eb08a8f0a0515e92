"""What one press can mend: each gives the choices with which the file is read again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from coopdesk.annex.interpret import with_column
from coopdesk.annex.meaning.register import fold
from coopdesk.annex.model import Choices, ColumnChoice, Doubt, Rule
from coopdesk.annex.reading import ColumnReading, Reading, TableReading

_AMERICAN = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\s*")
_MONTHS = 12


def accepting(choices: Choices, cause: str) -> Choices:
    """With the proposal for a cause accepted."""
    return replace(choices, accepted=choices.accepted | {cause}, left_out=choices.left_out - {cause})


def leaving_out(choices: Choices, cause: str) -> Choices:
    """With the rows of a cause skipped."""
    return replace(choices, left_out=choices.left_out | {cause}, accepted=choices.accepted - {cause})


def placing(choices: Choices, name: str, nis: str) -> Choices:
    """With a name that stands for a municipality from now on."""
    others = tuple(pair for pair in choices.places if fold(pair[0]) != fold(name))
    return replace(choices, places=(*others, (name, nis)))


def ruling(choices: Choices, field: str, rule: Rule) -> Choices:
    """With a winner for a field that both sides changed."""
    others = tuple(pair for pair in choices.rules if pair[0] != field)
    return replace(choices, rules=(*others, (field, rule)))


def styling(choices: Choices, table: TableReading, column: ColumnReading, style: str) -> Choices:
    """With a column that writes its numbers or days in a way a person chose."""
    return with_column(choices, table, column.column, ColumnChoice(column.meaning, column.indicator, style=style))


def styling_all(reading: Reading, choices: Choices, *, doubts: Iterable[Doubt], style: str) -> Choices:
    """The same for all columns these doubts are in."""
    places = {(doubt.origin.sheet, doubt.origin.column) for doubt in doubts}
    for table in reading.tables:
        for column in table.columns:
            if (table.sheet, column.column) in places:
                choices = styling(choices, table, column, style)
    return choices


def looks_american(doubts: Iterable[Doubt]) -> bool:
    """Whether all these days are impossible because the month stands first."""
    read = [_AMERICAN.fullmatch(doubt.origin.raw) for doubt in doubts]
    return bool(read) and all(found and int(found[2]) > _MONTHS >= int(found[1]) for found in read)
