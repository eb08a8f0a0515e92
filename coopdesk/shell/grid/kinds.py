"""What may be typed in a column: each kind reads a text into a value and writes a value as text for the editor.

A paste and a typed cell go through the same kind, so both understand the same spellings. Free of Qt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.shell.matching import plain
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_
from coopdesk.words.reading import read_date, read_money, read_number, read_percentage

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Typing:
    """What reading needs to know of the user: the language and what day it is."""

    words: Words
    today: date


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: the value stored, its finished text and other names under which a paste may know it."""

    value: Any
    text: str
    also: tuple[str, ...] = ()
    icon: str = ""


def choices(words: Words, texts: Mapping[E, str]) -> list[Choice]:
    """Codes as choices, in words; a paste also knows them by their code."""
    return [Choice(code, words.say(text), (code.value,)) for code, text in texts.items()]


class Kind(Protocol):
    """Reads what people type in a cell (Invalid when it means nothing) and writes a value for the editor."""

    def read(self, text: str, typing: Typing) -> Any: ...
    def write(self, value: Any, typing: Typing) -> str: ...


@dataclass(frozen=True, slots=True)
class TextKind:
    """Free text; `required` refuses an empty one, `lines` offers a taller editor."""

    required: bool = False
    lines: bool = False

    def read(self, text: str, typing: Typing) -> str:
        found = text.strip() if self.lines else " ".join(text.split())
        if self.required and not found:
            raise Invalid(N_("Type at least one word."))
        return found

    def write(self, value: Any, typing: Typing) -> str:
        return str(value or "")


@dataclass(frozen=True, slots=True)
class NameKind:
    """A name, completed from those already in use; any other name is welcome."""

    names: Callable[[], Sequence[str]]

    def read(self, text: str, typing: Typing) -> str:
        return " ".join(text.split())

    def write(self, value: Any, typing: Typing) -> str:
        return str(value or "")


@dataclass(frozen=True, slots=True)
class ChoiceKind:
    """One of a list."""

    choices: Callable[[], Sequence[Choice]]

    def read(self, text: str, typing: Typing) -> Any:
        return _chosen(text, self.choices())

    def write(self, value: Any, typing: Typing) -> str:
        return next((choice.text for choice in self.choices() if choice.value == value), "")


@dataclass(frozen=True, slots=True)
class ManyKind:
    """Several of a list, or several free names when `free`; separated by commas or semicolons."""

    choices: Callable[[], Sequence[Choice]]
    free: bool = False

    def read(self, text: str, typing: Typing) -> tuple[Any, ...]:
        parts = [part.strip() for part in re.split(r"[;,\n]", text) if part.strip()]
        return tuple(dict.fromkeys(self._one(part) for part in parts))

    def write(self, value: Any, typing: Typing) -> str:
        names = {choice.value: choice.text for choice in self.choices()}
        return ", ".join(names.get(one, str(one)) for one in value or ())

    def _one(self, text: str) -> Any:
        try:
            return _chosen(text, self.choices())
        except Invalid:
            if self.free:
                return text
            raise


@dataclass(frozen=True, slots=True)
class DateKind:
    """A date as precise as it is known: 31/5, mei 2026, 2026; empty is no date."""

    def read(self, text: str, typing: Typing) -> Any:
        return read_date(text, typing.today) if text.strip(" –-") else None

    def write(self, value: Any, typing: Typing) -> str:
        return typing.words.formats.field_partial(value)


@dataclass(frozen=True, slots=True)
class NumberKind:
    """A number; empty is None."""

    low: Decimal | None = None
    high: Decimal | None = None

    def read(self, text: str, typing: Typing) -> Decimal | None:
        return _within(read_number(text), self.low, self.high, typing) if text.strip(" –") else None

    def write(self, value: Any, typing: Typing) -> str:
        return typing.words.formats.typed(value)


@dataclass(frozen=True, slots=True)
class PercentageKind:
    """A percentage typed as 45 or 45%, as Decimal or, when `whole`, as int; empty is None."""

    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(100)
    whole: bool = False

    def read(self, text: str, typing: Typing) -> Decimal | int | None:
        if not text.strip(" –"):
            return None
        percent = _within(read_percentage(text), self.low, self.high, typing)
        if not self.whole:
            return percent
        if percent != int(percent):
            raise Invalid(N_("Type a whole percentage, for example 45."))
        return int(percent)

    def write(self, value: Any, typing: Typing) -> str:
        return "" if value is None else f"{typing.words.formats.typed(value)}%"


@dataclass(frozen=True, slots=True)
class MoneyKind:
    """An amount in euro, as int cents; empty is None."""

    def read(self, text: str, typing: Typing) -> int | None:
        return read_money(text) if text.strip(" –") else None

    def write(self, value: Any, typing: Typing) -> str:
        return "" if value is None else typing.words.formats.typed(Decimal(value) / 100)


def same(one: Any, other: Any) -> bool:
    """Whether two values of a cell say the same. Dates do when they are the same stretch of days, however they were
    written: pasting back what was copied changes nothing."""
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one.canonical() == other.canonical()
    return bool(one == other)


def _chosen(text: str, choices: Sequence[Choice]) -> Any:
    """The choice whose text, other name or beginning was typed; nothing when two begin alike."""
    typed = plain(text)
    for choice in choices:
        if typed == plain(choice.text) or typed in (plain(name) for name in choice.also):
            return choice.value
    begun = [choice for choice in choices if typed and plain(choice.text).startswith(typed)]
    if len(begun) == 1:
        return begun[0].value
    raise Invalid(
        N_("“{text}” is not in the list. Choose for example {example}."),
        text=text.strip(),
        example=choices[0].text if choices else "–",
    )


def _within(value: Decimal, low: Decimal | None, high: Decimal | None, typing: Typing) -> Decimal:
    if (low is not None and value < low) or (high is not None and value > high):
        formats = typing.words.formats
        if low is not None and high is not None:
            raise Invalid(N_("Type a number from {low} to {high}."), low=formats.exact(low), high=formats.exact(high))
        raise Invalid(N_("This number is too small or too large."))
    return value
