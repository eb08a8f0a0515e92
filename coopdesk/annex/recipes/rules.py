"""What a recipe remembers of a person's decisions, and how it is used again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from coopdesk.annex.kept import Recipe
from coopdesk.annex.model import Choices, ColumnChoice, Rule
from coopdesk.annex.reading import Reading, TableReading

NAME_LENGTH = 80


def decided(recipe: Recipe, choices: Choices) -> Recipe:
    """The recipe with what was decided this time. Rows that were skipped are not remembered: next year's doubts are
    others, and nothing may stay out without anyone having seen it."""
    return replace(
        recipe,
        accepted=tuple(sorted(choices.accepted)),
        places=tuple(sorted(f"{name}={nis}" for name, nis in choices.places)),
        rules=tuple(sorted(f"{field}={rule.value}" for field, rule in choices.rules)),
    )


def applied(choices: Choices, recipe: Recipe) -> Choices:
    """The choices for a file with what the recipe decides."""
    places = tuple((name, nis) for name, _, nis in (pair.rpartition("=") for pair in recipe.places))
    rules = tuple((field, Rule(rule)) for field, _, rule in (pair.rpartition("=") for pair in recipe.rules))
    return replace(choices, accepted=choices.accepted | set(recipe.accepted), places=places, rules=rules)


def without(choices: Choices, recipe: Recipe) -> Choices:
    """The choices for a file as if the recipe were not there."""
    columns = tuple(c for c in choices.columns if c[0] != recipe.fingerprint)
    return replace(choices, columns=columns, accepted=frozenset(), places=(), rules=())


def recipe_for(reading: Reading, recipes: Iterable[Recipe]) -> Recipe | None:
    """The latest recipe for a file of this shape and kind."""
    prints = {table.fingerprint for table in reading.tables}
    fitting = [r for r in recipes if r.kind is reading.kind and r.fingerprint in prints]
    return fitting[-1] if fitting else None


def by_hand(reading: Reading) -> bool:
    """Whether a person decided anything about this file that is worth remembering."""
    choices = reading.choices
    prints = {table.fingerprint for table in reading.tables}
    return bool(choices.accepted or choices.places or choices.rules or any(c[0] in prints for c in choices.columns))


def every_column(tables: Iterable[TableReading]) -> list[tuple[str, int, ColumnChoice]]:
    """All columns as they are read now: a name for a mapping means all of it."""
    return [
        (table.fingerprint, column.column, ColumnChoice(column.meaning, column.indicator, style=column.style))
        for table in tables
        for column in table.columns
    ]
