"""What the status bar says of selected figures: how many, their sum and their mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import MoneyKind, PercentageKind
from coopdesk.words.catalogue import Words

Figures = tuple[Column[Any], Sequence[Any]]  # of one column


def totals(parts: Sequence[Figures], words: Words) -> str:
    """ "Count 3 · Sum 12 · Mean 4" for two or more figures of one kind; empty for anything else. Percentages are
    counted and averaged, never added up."""
    kinds = {type(column.kind) for column, values in parts if values}
    if len(kinds) != 1:
        return ""
    known = [value for _, values in parts for value in values if is_figure(value)]
    if len(known) < 2:
        return ""
    kind = kinds.pop()
    write, total = _writer(kind, words), Decimal(sum(known))
    found = [words.say("Count {n}", n=words.formats.number(len(known)))]
    if not issubclass(kind, PercentageKind):
        found.append(words.say("Sum {total}", total=write(total)))
    found.append(words.say("Mean {mean}", mean=write(total / len(known))))
    return " · ".join(found)


def is_figure(value: Any) -> bool:
    """Whether a value can be added up."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _writer(kind: type[Any], words: Words) -> Callable[[Decimal], str]:
    if kind is MoneyKind:
        return lambda value: words.formats.money(round(value))
    if kind is PercentageKind:
        return words.formats.rate
    return lambda value: words.formats.exact(value.quantize(Decimal("0.01")))
