"""What time it is, as something passed in, so that every date a program computes can be repeated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Protocol


class Clock(Protocol):
    """Today as the user's calendar shows it, and the moment in UTC."""

    def today(self) -> date: ...
    def now(self) -> datetime: ...


class SystemClock:
    """The clock of this computer."""

    def today(self) -> date:
        return self.now().astimezone().date()

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still at noon UTC of one day: for tests, examples and dated dossiers."""

    day: date

    def today(self) -> date:
        return self.day

    def now(self) -> datetime:
        return datetime.combine(self.day, time(12), UTC)
