"""What the start screen shows: the route, what needs attention, four figures, and what was changed last."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class StepKey(StrEnum):
    """The six steps of the route, each the name of its screen."""

    AREA = "area"
    ANALYSIS = "analysis"
    OPPORTUNITIES = "opportunities"
    PLAN = "plan"
    AGREEMENTS = "agreements"
    DOSSIER = "dossier"


class StepState(StrEnum):
    """How far a step of the route is."""

    TODO = "todo"
    BUSY = "busy"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class RouteStep:
    """One step: its state, and so many done of so many; `total` is 0 where there is nothing to count."""

    key: StepKey
    state: StepState
    done: int = 0
    total: int = 0


class Matter(StrEnum):
    """What kind of thing asks for attention."""

    LATE_ACTION = "late_action"
    MEASUREMENT = "measurement"
    AGREEMENT = "agreement"
    STALE = "stale"
    REMARKS = "remarks"


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing that asks for attention: what, by which day, and where it is.

    `days` counts from today to that day, below zero when it has passed; None where no day applies. `count` is used by
    matters that stand for several things.
    """

    matter: Matter
    title: str
    id: str = ""
    day: date | None = None
    days: int | None = None
    count: int = 0
    period: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules look at, read from every feature at one moment."""

    municipalities: int = 0
    chapters: int = 0
    chapters_ready: int = 0
    opportunities: int = 0
    chosen: int = 0
    actions: int = 0
    late: int = 0
    on_schedule: int = 0
    in_scope: int = 0
    agreements: int = 0
    active: int = 0
    expiring: int = 0
    dossier_kept: bool = False
    area_name: str = ""
    year: int = 0
    rate: Decimal | None = None
    gap_pp: Decimal | None = None
    extra_persons: int | None = None
    target: Decimal = Decimal(80)
    attention: tuple[Attention, ...] = ()
    next_chapter: str = ""
    next_chapter_id: str = ""
    next_chapter_number: int = 0


@dataclass(frozen=True, slots=True)
class Recent:
    """A step taken lately: what was done, to what, and when."""

    id: str
    label: str
    subject: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NextStep:
    """The computed next thing to do, and where."""

    kind: str
    page: str
    id: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class StartView:
    """All of the start screen."""

    facts: Facts = field(default_factory=Facts)
    route: tuple[RouteStep, ...] = ()
    next: NextStep | None = None
    recent: tuple[Recent, ...] = ()
