"""What is followed up: measurements of the plan's indicators, notes on actions, and meetings that decided on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Rhythm(StrEnum):
    """How often is measured."""

    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


class Standing(StrEnum):
    """Where an indicator stands against the way from its baseline to its target."""

    REACHED = "reached"
    ON_SCHEDULE = "on_schedule"
    BEHIND = "behind"
    UNMEASURED = "unmeasured"
    NO_TARGET = "no_target"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One value of an indicator of the plan, over a period such as 2026-H1, 2026-Q2 or 2026."""

    id: str
    indicator_id: str
    period: str
    value: Decimal
    remark: str = ""
    source: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class ProgressNote:
    """What is said about an action in the account of a half-year (2026-H1)."""

    id: str
    action_id: str
    period: str
    text: str
    version: int = 1


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a consultation body, with what was decided and the minutes."""

    id: str
    area_id: str
    body: str
    day: date
    decisions: str = ""
    minutes: str = ""
    version: int = 1


Thing = Measurement | ProgressNote | Meeting
