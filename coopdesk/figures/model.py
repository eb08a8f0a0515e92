"""Figures of the labour market: what is measured, and each value with its state and the cell it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Measured(StrEnum):
    """How an indicator is measured over its period, which decides what may be added up."""

    STOCK = "stock"
    FLOW = "flow"
    MEAN = "mean"
    RATE = "rate"


class Unit(StrEnum):
    """What one of an indicator is."""

    PERSONS = "persons"
    PERCENT = "percent"
    JOBS = "jobs"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One entry of the catalogue; title and definition are message ids.

    A rate is `numerator` ÷ `denominator` of indicators by code, × 100 where the unit is percent. `breaks` are the
    periods from which the definition differs so much that values before and after are never joined.
    `definition_version` goes with each observation.
    """

    code: str
    title: str
    definition: str
    unit: Unit
    measured: Measured
    age_band: str
    source: str
    numerator: str = ""
    denominator: str = ""
    breaks: tuple[str, ...] = ()
    definition_version: int = 1
    decimals: int = 0

    @property
    def factor(self) -> int:
        """What numerator ÷ denominator is multiplied by: rates are told in percent, ratios as they are."""
        return 100 if self.unit is Unit.PERCENT else 1


class ObservationState(StrEnum):
    """Whether there is a value and, if not, why; never 0, never silently empty."""

    OK = "ok"
    SUPPRESSED = "suppressed"
    NOT_AVAILABLE = "not_available"
    ERROR_IN_SOURCE = "error_in_source"
    UNREADABLE = "unreadable"


class ObservationStatus(StrEnum):
    """How sure the source is of a value."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures came from: a file with its hash, or what someone typed as source; `at` is the day it came in."""

    id: str
    version: int
    name: str
    sha256: str
    at: date
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of an indicator for a place and a period.

    `place` is a NIS code, `province:NAME`, `region:flanders` or `area:ID`; `period` 2015, 2015-08, 2015-Q3 or 2015-H1;
    `breakdown` names a part of the population (`sex=f;age=50-64`), empty for all. `sheet`, `cell` and `raw` are what
    stood in the source. `imported` is the value as it came in, once someone corrected it; None until then.
    """

    id: str
    version: int
    indicator: str
    place: str
    period: str
    value: Decimal | None
    state: ObservationState = ObservationState.OK
    status: ObservationStatus = ObservationStatus.FINAL
    breakdown: str = ""
    definition: int = 1
    source_id: str | None = None
    import_id: str | None = None
    sheet: str = ""
    cell: str = ""
    raw: str = ""
    imported: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """An observation as reading for tables and charts needs it."""

    id: str
    place: str
    period: str
    value: Decimal | None
    state: ObservationState
