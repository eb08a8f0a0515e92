"""What can be chosen for the other documents: approved versions, half-years, provinces and municipalities."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from coopdesk.cycle.ports import CycleWork
from coopdesk.dossier.ports import DossierWork
from coopdesk.dossier.queries import setup_of
from coopdesk.followup.model import Rhythm
from coopdesk.followup.rules import periods
from coopdesk.plan.queries import plan_of
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.ports import TerritoryWork
from coopdesk.territory.queries import members

_YEARS_BACK = 4


class ChoicesWork(CycleWork, TerritoryWork, DossierWork, Protocol):
    """A unit of work in which areas, plans, their versions and the language of the dossier can be read."""


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """For one area: its name, municipalities as (code, name), approved versions as (id, name, day), half-years newest
    first, and the language and colour of its dossier."""

    area: str
    towns: tuple[tuple[str, str], ...]
    versions: tuple[tuple[str, str, date], ...]
    halves: tuple[str, ...]
    language: str
    colour: bool


def paper_choices(
    look: Callable[[], AbstractContextManager[ChoicesWork]], gazetteer: Gazetteer, area_id: str, today: date
) -> PaperChoices:
    """Everything to choose from, read in one moment."""
    with look() as work:
        area, plan = work.territory.area(area_id), plan_of(work, area_id, today.year)
        codes = sorted(members(work, area_id, gazetteer, today), key=gazetteer.name)
        versions = work.cycles.versions(plan.id) if plan is not None else []
        setup = setup_of(work, area_id)
    first = date(today.year - _YEARS_BACK, 1, 1)
    return PaperChoices(
        area.name,
        tuple((code, gazetteer.name(code)) for code in codes),
        tuple((one.id, one.name, one.decided) for one in reversed(versions)),
        tuple(reversed(periods(Rhythm.HALF, first, today))),
        setup.language,
        setup.colour,
    )
