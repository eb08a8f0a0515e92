"""Writes a measured value with its unit and year."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from coopdesk.words.catalogue import Words


def measured_text(
    value: Decimal | None, unit: str, words: Words, year: int | None = None, digits: int | None = None
) -> str:
    """72,6% (2026) or 14 jobbeurzen, with so many digits after the comma; an en dash when there is none."""
    if value is None:
        return words.formats.exact(value)
    number = words.formats.exact(value) if digits is None else words.formats.number(value, digits)
    shown = f"{number}{'%' if unit == '%' else ''}"
    named = shown if unit in ("", "%") else f"{shown} {unit}"
    return f"{named} ({year})" if year else named


def digits_of(values: Iterable[Decimal | None]) -> int:
    """How many digits after the comma show each of these values whole, so that they stand under each other."""
    exponents = (value.normalize().as_tuple().exponent for value in values if value is not None)
    return max((-each for each in exponents if isinstance(each, int) and each < 0), default=0)
