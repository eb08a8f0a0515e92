"""How a value reads in a row: as text or a whole number, so that nothing is lost to floating point and a row can be
written to the journal as it stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from coopdesk.kernel.changes import Plain, Row
from coopdesk.kernel.partial_date import PartialDate

V = TypeVar("V")
Turn = Callable[[Any], Any]


def _kept_date(value: PartialDate) -> str:
    """With the text it was read from: `2025-Q4|4de kwartaal 2025`. Sorts by year."""
    return f"{value.canonical()}|{value.original}"


def _read_date(text: str) -> PartialDate:
    canonical, _, original = text.partition("|")
    return PartialDate.parse(canonical, original)


def _kept_texts(value: tuple[str, ...]) -> str:
    return json.dumps(list(value), ensure_ascii=False)


def _read_texts(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(json.loads(text))


def _kept_decimal(value: Decimal) -> str:
    return format(value, "f")


_KEPT: dict[type, Turn | None] = {
    str: None, int: None, NoneType: None, bool: int, Decimal: _kept_decimal, date: date.isoformat,
    PartialDate: _kept_date, tuple: _kept_texts,
}  # fmt: skip
_READ: dict[Any, Turn | None] = {
    str: None, int: None, bool: bool, Decimal: Decimal, date: date.fromisoformat, PartialDate: _read_date,
    tuple: _read_texts,
}  # fmt: skip


def plain(value: Any) -> Plain:
    """What a column holds for a value; TypeError for a kind of value that has no place in a row."""
    kind = type(value)
    if kind in _KEPT:
        turn = _KEPT[kind]
        return value if turn is None else turn(value)  # type: ignore[no-any-return]  # by the table above
    if isinstance(value, StrEnum):
        return value.value
    raise TypeError(f"{kind.__name__} cannot be kept in a row")


class Shape(Generic[V]):
    """The columns of one kind of value, which have the names of its fields, and the ways there and back."""

    def __init__(self, kind: type[V]) -> None:
        self.names = tuple(f.name for f in fields(kind))  # type: ignore[arg-type]  # a dataclass by house rule
        hints = get_type_hints(kind)
        self._kind, self._all = kind, attrgetter(*self.names)
        turns = [(at, _turn(hints[name])) for at, name in enumerate(self.names)]
        self._turns = [(at, turn) for at, turn in turns if turn is not None]

    def read(self, rows: Sequence[tuple[Any, ...]]) -> list[V]:
        """The values that rows with columns in the order of `names` stand for; column by column, which is twice as fast
        for the thousands of a chart."""
        if not rows:
            return []
        columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
        for at, turn in self._turns:
            columns[at] = [None if cell is None else turn(cell) for cell in columns[at]]
        return list(map(self._kind, *columns))

    def cells(self, value: V) -> tuple[Plain, ...]:
        """What the columns hold for a value, in the order of `names`."""
        return tuple(map(plain, self._all(value)))

    def row(self, value: V) -> Row:
        """The same by name."""
        return dict(zip(self.names, self.cells(value), strict=True))


@cache
def shape_of(kind: type[V]) -> Shape[V]:
    """The shape of a dataclass, worked out once."""
    return Shape(kind)


def _turn(hint: Any) -> Turn | None:
    """How to make a value of this type from what a column holds; `X | None` as X, because nothing stays nothing."""
    kind = next((part for part in get_args(hint) if part is not NoneType), hint) if NoneType in get_args(hint) else hint
    kind = get_origin(kind) or kind
    if kind in _READ:
        return _READ[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {member.value: member for member in kind}.__getitem__
    raise TypeError(f"{hint} cannot be kept in a row")
