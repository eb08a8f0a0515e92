"""The kinds of column beside text and whole numbers; all are kept as one of those two, as `storage.plain` says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Integer, String, TypeDecorator

from coopdesk.kernel.partial_date import PartialDate


class DecimalText(TypeDecorator[Decimal]):
    """An exact decimal in canonical text, never through float."""

    impl = String
    cache_ok = True


class DayText(TypeDecorator[date]):
    """A day as 2026-05-31."""

    impl = String
    cache_ok = True


class PartialDateText(TypeDecorator[PartialDate]):
    """An imprecise date with the text it was read from: `2025-Q4|4de kwartaal 2025`. Sorts by year."""

    impl = String
    cache_ok = True


class TextTuple(TypeDecorator[tuple[str, ...]]):
    """A row of short texts (codes, names) as JSON."""

    impl = String
    cache_ok = True


class EnumText(TypeDecorator[StrEnum]):
    """A value of a StrEnum by its code."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0."""

    impl = Integer
    cache_ok = True
