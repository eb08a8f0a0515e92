"""Column types that keep every value as text or a whole number, so that nothing is lost to floating point and a row can
be written to the journal as it stands."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Integer, String, TypeDecorator

from coopdesk.kernel.partial_date import PartialDate


class DecimalText(TypeDecorator[Decimal]):
    """An exact decimal in canonical text, never through float."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> str | None:
        return None if value is None else format(value, "f")

    def process_result_value(self, value: Any, dialect: Any) -> Decimal | None:
        return None if value is None else Decimal(value)


class DayText(TypeDecorator[date]):
    """A day as 2026-05-31."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Any) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Any) -> date | None:
        return None if value is None else date.fromisoformat(value)


class PartialDateText(TypeDecorator[PartialDate]):
    """An imprecise date with the text it was read from: `2025-Q4|4de kwartaal 2025`. Sorts by year."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Any) -> str | None:
        return None if value is None else f"{value.canonical()}|{value.original}"

    def process_result_value(self, value: Any, dialect: Any) -> PartialDate | None:
        if value is None:
            return None
        canonical, _, original = value.partition("|")
        return PartialDate.parse(canonical, original)


class TextTuple(TypeDecorator[tuple[str, ...]]):
    """A row of short texts (codes, names) as JSON."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Any) -> str | None:
        return None if value is None else json.dumps(list(value), ensure_ascii=False)

    def process_result_value(self, value: Any, dialect: Any) -> tuple[str, ...] | None:
        return None if value is None else tuple(json.loads(value))


class EnumText(TypeDecorator[StrEnum]):
    """A value of a StrEnum by its code."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, dialect: Any) -> str | None:
        return None if value is None else value.value

    def process_result_value(self, value: Any, dialect: Any) -> StrEnum | None:
        return None if value is None else self.kind(value)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Any) -> int | None:  # noqa: FBT001 - SQLAlchemy's signature
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Any) -> bool | None:
        return None if value is None else bool(value)
