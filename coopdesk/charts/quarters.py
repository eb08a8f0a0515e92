"""The quarters of a period, for time axes."""

from __future__ import annotations

from datetime import date


def quarters(start: date, end: date) -> list[date]:
    """First days of the quarters that the period touches, and of the next one."""
    found, year, month = [], start.year, (start.month - 1) // 3 * 3 + 1
    while True:
        found.append(date(year, month, 1))
        if found[-1] > end:
            return found
        year, month = (year + 1, 1) if month == 10 else (year, month + 3)
