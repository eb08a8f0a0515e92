"""Fields for numbers, money and percentages.

The numeric keypad of a Belgian keyboard sends a point where people mean a comma, and Qt's own spin box reads 12.5 as
125. So these are plain lines read by `words.reading`, which understands both and refuses what has two meanings.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt

from coopdesk.kernel.errors import Invalid
from coopdesk.shell.fields.field import Typist
from coopdesk.shell.fields.text import LineField
from coopdesk.words.marks import N_
from coopdesk.words.reading import read_money, read_number, read_percentage

YEARS = range(1900, 2201)


class NumberField(LineField):
    """A number; the value is a Decimal, or an int when `whole`, or None when empty."""

    def __init__(
        self, typist: Typist, label: str, *, required: bool = False, hint: str = "", example: str = "",
        low: Decimal | int | None = None, high: Decimal | int | None = None, whole: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(typist, label, required=required, hint=hint, example=example)
        self._low, self._high, self._whole = low, high, whole
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def _meaning(self, text: str) -> Any:
        if not text.strip("–"):
            return None
        number = self._reader()(text)
        self._check(number)
        return int(number) if self._whole else number

    def _wording(self, value: Any) -> str:
        return self._typist.words.formats.typed(value)

    def _reader(self) -> Callable[[str], Decimal]:
        return read_number

    def _check(self, number: Decimal) -> None:
        if self._whole and number != number.to_integral_value():
            raise Invalid(N_("Type a whole number, for example 45."))
        low, high, exact = self._low, self._high, self._typist.words.formats.exact
        if low is not None and high is not None and not low <= number <= high:
            raise Invalid(N_("Type a number from {low} to {high}."), low=exact(low), high=exact(high))
        if low is not None and number < low:
            raise Invalid(N_("Type a number that is not below {low}."), low=exact(low))
        if high is not None and number > high:
            raise Invalid(N_("Type a number that is not above {high}."), high=exact(high))


class YearField(NumberField):
    """A year of four digits, written without a point; the value is an int, or None when empty."""

    def __init__(self, typist: Typist, label: str) -> None:
        super().__init__(typist, label, whole=True)

    def _wording(self, value: Any) -> str:
        return "" if value is None else str(value)

    def _check(self, number: Decimal) -> None:
        if number not in YEARS:
            raise Invalid(N_("Type a year, for example 2026."))


class PercentageField(NumberField):
    """A percentage typed as 45 or 45%; the value is a Decimal of percent, or an int when `whole`."""

    def __init__(
        self, typist: Typist, label: str, *, required: bool = False, hint: str = "", example: str = "",
        low: Decimal | int | None = 0, high: Decimal | int | None = 100, whole: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(typist, label, required=required, hint=hint, example=example, low=low, high=high, whole=whole)

    def _reader(self) -> Callable[[str], Decimal]:
        return read_percentage

    def _wording(self, value: Any) -> str:
        return "" if value is None else f"{super()._wording(value)}%"


class MoneyField(LineField):
    """An amount in euro; the value is int cents, or None when empty."""

    def _meaning(self, text: str) -> int | None:
        return read_money(text) if text.strip("–") else None

    def _wording(self, value: Any) -> str:
        return "" if value is None else self._typist.words.formats.money(value)
