"""The other documents people ask for, beside the dossier: what each of them is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coopdesk.agreement.model import CooperationClass


@dataclass(frozen=True, slots=True)
class OverviewOrder:
    """The agreements per province and municipality on a day, with what is not covered.

    `area_id` or `province` narrows the municipalities; without either it is all of Flanders. `year` keeps the
    cooperation that began in it, as the parliamentary question asks; 0 keeps everything.
    """

    on: date
    area_id: str = ""
    province: str = ""
    year: int = 0
    classes: tuple[CooperationClass, ...] = (CooperationClass.STRUCTURAL,)
    language: str = "nl"
    colour: bool = True


@dataclass(frozen=True, slots=True)
class HalfYearOrder:
    """The follow-up of an area over a half-year (2026-H1), as it stands on a day."""

    on: date
    area_id: str
    period: str
    language: str = "nl"
    colour: bool = True


@dataclass(frozen=True, slots=True)
class ChangesOrder:
    """What changed in the plan of an area since a version of it was approved."""

    on: date
    area_id: str
    version_id: str
    language: str = "nl"
    colour: bool = True


PaperOrder = OverviewOrder | HalfYearOrder | ChangesOrder
