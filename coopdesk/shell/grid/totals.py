"""What the status bar says of selected figures: how many, their sum and their mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import MoneyKind, PercentageKind
from coopdesk.words.catalogue import Words


def totals(cells: Sequence[tuple[Column[Any], Any]], words: Words) -> str:
    """ "Count 3 · Sum 12 · Mean 4" for two or more figures of one kind; empty for anything else. Percentages are
    counted and averaged, never added up."""
    figures = [(column, column.raw(row)) for column, row in cells]
    known = [(column, Decimal(value)) for column, value in figures if is_figure(value)]
    kinds = {type(column.kind) for column, _ in known}
    if len(known) < 2 or len(kinds) != 1:
        return ""
    write = _writer(kinds.pop(), words)
    values = [value for _, value in known]
    total = sum(values, Decimal(0))
    parts = [words.say("Count {n}", n=words.formats.number(len(values)))]
    if not isinstance(known[0][0].kind, PercentageKind):
        parts.append(words.say("Sum {total}", total=write(total)))
    parts.append(words.say("Mean {mean}", mean=write(total / len(values))))
    return " · ".join(parts)


def is_figure(value: Any) -> bool:
    """Whether a value can be added up."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _writer(kind: type[Any], words: Words) -> Callable[[Decimal], str]:
    if kind is MoneyKind:
        return lambda value: words.formats.money(round(value))
    if kind is PercentageKind:
        return words.formats.rate
    return lambda value: words.formats.exact(value.quantize(Decimal("0.01")))
