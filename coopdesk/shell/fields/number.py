"""Fields for numbers, money and percentages.

The numeric keypad of a Belgian keyboard sends a point where people mean a comma, and Qt's own spin box reads 12.5 as
125. So these are plain lines read by `words.reading`, which understands both and refuses what has two meanings.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

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
    """A percentage typed as 45 or 45%; the value is a Decimal of percent, or an int when `whole`. With `step` the up
    and down arrows go to the next multiple of it."""

    def __init__(
        self, typist: Typist, label: str, *, required: bool = False, hint: str = "", example: str = "",
        low: Decimal | int | None = 0, high: Decimal | int | None = 100, whole: bool = False, step: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(typist, label, required=required, hint=hint, example=example, low=low, high=high, whole=whole)
        self._step = step

    def _reader(self) -> Callable[[str], Decimal]:
        return read_percentage

    def _wording(self, value: Any) -> str:
        return "" if value is None else f"{super()._wording(value)}%"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and self._step and isinstance(event, QKeyEvent):
            way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            if way and event.type() == QEvent.Type.KeyPress:
                self._go(way)
                return True
        return super().eventFilter(watched, event)

    def _go(self, way: int) -> None:
        """To the next multiple of the step; what was typed and not yet kept is where it starts from."""
        try:
            now = int(self._meaning(self.line.text()) or 0)
        except Invalid:
            return
        to = (now // self._step + 1) * self._step if way > 0 else -(-now // self._step - 1) * self._step
        self.line.setText(self._wording(min(max(to, 0), 100)))
        self.commit()


class MoneyField(LineField):
    """An amount in euro; the value is int cents, or None when empty."""

    def _meaning(self, text: str) -> int | None:
        return read_money(text) if text.strip("–") else None

    def _wording(self, value: Any) -> str:
        return "" if value is None else self._typist.words.formats.money(value)
