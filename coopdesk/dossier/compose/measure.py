"""Writes a measured value with its unit and year."""

from __future__ import annotations

from decimal import Decimal

from coopdesk.words.catalogue import Words


def measured_text(value: Decimal | None, unit: str, words: Words, year: int | None = None) -> str:
    """72,6% (2026) or 14 jobbeurzen; an en dash when there is none."""
    if value is None:
        return words.formats.exact(value)
    shown = f"{words.formats.exact(value)}{'%' if unit == '%' else ''}"
    named = shown if unit in ("", "%") else f"{shown} {unit}"
    return f"{named} ({year})" if year else named
