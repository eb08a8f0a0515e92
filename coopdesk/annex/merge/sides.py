"""Who changed what since the last import: the value that came then, the value kept now, and the value of the file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from coopdesk.annex.kept import CellOrigin
from coopdesk.annex.model import Origin, Rule
from coopdesk.kernel.partial_date import PartialDate

_PARTED = "\x1f"
Value = PartialDate | Decimal | int | str | tuple[str, ...] | None


class Side(StrEnum):
    """Who changed a field since the last import."""

    NONE = "none"
    SOURCE = "source"
    MINE = "mine"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which the file and the workspace differ: what it was at the last import (None when that is not known),
    what it is, what the file says, where, and whether the file's value is taken.

    `thing` is the id of the object, `field` a meaning or, for figures, the code of the indicator.
    """

    thing: str
    title: str
    field: str
    base: str | None
    mine: Value
    new: Value
    origin: Origin
    side: Side
    taken: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What was imported before: the value each field of a thing came with (None where it was not kept), and every part
    of a field of several parts that any import brought."""

    values: Mapping[tuple[str, str], str | None] = field(default_factory=dict)
    things: frozenset[str] = frozenset()
    ever: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def base(self, thing: str, name: str, mine: Value, untouched: str = "") -> str | None:
        """The value at the last import; `untouched` where the file had none; None for what never came from a file.

        Imports of before values were kept count as unchanged since: the file was trusted then as well.
        """
        if thing not in self.things:
            return None
        value = self.values.get((thing, name), untouched)
        return as_text(mine) if value is None else value

    def parts(self, thing: str, name: str) -> frozenset[str]:
        """The parts of a field that the last import brought."""
        return frozenset(parts_of(self.values.get((thing, name))))


class Origins(Protocol):
    """Where the cells of earlier imports are found."""

    def origins_of_all(self, things: Collection[str]) -> list[CellOrigin]: ...


def known(store: Origins, things: Collection[str]) -> Known:
    """What the last imports of these things brought."""
    values: dict[tuple[str, str], str | None] = {}
    ever: dict[tuple[str, str], frozenset[str]] = {}
    for origin in store.origins_of_all(things):
        key = origin.thing, origin.field
        values[key] = origin.value
        ever[key] = ever.get(key, frozenset()).union(parts_of(origin.value))
    return Known(values, frozenset(thing for thing, _ in values), ever)


def settle(mine: Value, new: Value, base: str | None, rule: Rule) -> tuple[Side, bool]:
    """Who changed a field, and whether the file's value is taken. Undecided means that the user's value stays."""
    told, kept = as_text(new), as_text(mine)
    if not told or told == kept:
        return Side.NONE, False
    if not kept or base == kept:
        return Side.SOURCE, True
    if base is not None and base == told:
        return Side.MINE, False
    return Side.BOTH, rule is Rule.SOURCE


def parts_of(text: str | None) -> list[str]:
    """The parts of a field as they were kept."""
    return text.split(_PARTED) if text else []


def as_text(value: Value) -> str:
    """A value in the one form in which equal values are equal texts; empty when there is none."""
    match value:
        case None:
            return ""
        case PartialDate():
            return value.canonical()
        case Decimal():
            return format(value.normalize(), "f")
        case tuple():
            return _PARTED.join(sorted(value))
        case StrEnum():
            return value.value
        case _:
            return str(value)
