"""Marks that a user puts on cells that meet a condition: an end date that has passed, a text that holds a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import DateKind, MoneyKind, NumberKind, PercentageKind, Typing
from coopdesk.shell.grid.looks import Tone
from coopdesk.shell.matching import plain
from coopdesk.words.marks import N_


class Ask(StrEnum):
    """What may be asked of a cell."""

    HOLDS = "holds"
    IS = "is"
    EMPTY = "empty"
    FILLED = "filled"
    LESS = "less"
    MORE = "more"


ASKS: Mapping[Ask, str] = {
    Ask.HOLDS: N_("contains"), Ask.IS: N_("is"), Ask.EMPTY: N_("is empty"), Ask.FILLED: N_("is filled in"),
    Ask.LESS: N_("is less or earlier than"), Ask.MORE: N_("is more or later than"),
}  # fmt: skip
TONES: Mapping[Tone, str] = {
    Tone.WARN: N_("yellow"), Tone.ERR: N_("red"), Tone.OK: N_("green"), Tone.INFO: N_("blue"),
}  # fmt: skip
NEEDS_NOTHING = (Ask.EMPTY, Ask.FILLED)


@dataclass(frozen=True, slots=True)
class Mark:
    """A condition on a column and the colour of the cells that meet it."""

    key: str
    test: Ask
    text: str = ""
    tone: Tone = Tone.WARN

    def written(self) -> dict[str, str]:
        """As plain values."""
        return {name: str(value) for name, value in asdict(self).items()}


def read_marks(kept: Sequence[Mapping[str, str]], keys: set[str]) -> tuple[Mark, ...]:
    """Marks as they were written; those of columns that are no longer there are left out."""
    found = []
    for one in kept:
        try:
            mark = Mark(one["key"], Ask(one["test"]), one.get("text", ""), Tone(one.get("tone", "warn")))
        except (KeyError, ValueError):
            continue
        if mark.key in keys:
            found.append(mark)
    return tuple(found)


def mark_of(marks: Sequence[Mark], column: Column[Any], row: Any, typing: Typing) -> Mark | None:
    """The first mark whose condition a cell meets."""
    return next((mark for mark in marks if mark.key == column.key and meets(mark, column, row, typing)), None)


def meets(mark: Mark, column: Column[Any], row: Any, typing: Typing) -> bool:
    """Whether a cell meets the condition of a mark."""
    text, value = plain(column.text(row)), column.raw(row)
    empty = value in (None, "", ())
    if mark.test in NEEDS_NOTHING:
        return empty == (mark.test is Ask.EMPTY)
    if mark.test in (Ask.LESS, Ask.MORE):
        return not empty and _compared(mark, column, value, typing)
    wanted = plain(mark.text)
    return wanted in text if mark.test is Ask.HOLDS else text == wanted


def _compared(mark: Mark, column: Column[Any], value: Any, typing: Typing) -> bool:
    """Figures by their size, dates by their last day; anything else cannot be compared."""
    if not isinstance(column.kind, DateKind | NumberKind | MoneyKind | PercentageKind):
        return False
    try:
        bound = column.kind.read(mark.text, typing)
    except Invalid:
        return False
    if isinstance(value, PartialDate) and isinstance(bound, PartialDate):
        return value.last < bound.first if mark.test is Ask.LESS else value.first > bound.last
    if isinstance(value, int | Decimal) and isinstance(bound, int | Decimal):
        return value < bound if mark.test is Ask.LESS else value > bound
    return False


def wording(mark: Mark, title: str, typing: Typing) -> str:
    """A mark in words: Einddatum is kleiner of vroeger dan vandaag."""
    words = typing.words
    said = f"{title} {words.say(ASKS[mark.test])}"
    return said if mark.test in NEEDS_NOTHING else f"{said} “{mark.text}”"
