"""Real figures on a real desk: the employment rate and the population of 2015, and areas to look at them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from coopdesk.desk.desk import Desk
from coopdesk.figures.model import Observation, Source
from coopdesk.figures.ports import FigureWork
from coopdesk.kernel.ids import new_id
from coopdesk.territory.gazetteer import Gazetteer, open_gazetteer
from coopdesk.work import SqlWork

TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class KeepFigures:
    """Brings in observations as an import does."""

    observations: tuple[Observation, ...]
    source: Source
    label: str = "Bring in figures"

    def run(self, work: FigureWork) -> None:
        work.figures.add(self.source)
        work.figures.add_batch("import", self.observations)


def keep(desk: Desk[SqlWork], values: Iterable[tuple[str, str, str, Decimal | None]]) -> None:
    """Keeps (indicator, place, period, value) with one source."""
    source = Source(new_id(), 1, "test.csv", "", TODAY)
    made = tuple(
        Observation(new_id(), 1, indicator, place, period, value, source_id=source.id, import_id="import", cell="A1")
        for indicator, place, period, value in values
    )
    desk.do(KeepFigures(made, source))


def labour(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one of the reference files."""
    with (folder / "data" / "labour" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture
def flanders(desk: Desk[SqlWork], shared: Path) -> Desk[SqlWork]:
    """A desk with the published rates of 2003 to 2015 and the population of 2015."""
    rates = labour(shared, "employment_rate_2003_2015.csv")
    people = labour(shared, "population_by_age_2015.csv")
    keep(
        desk,
        [
            *(("employment_rate", r["nis"], r["year"], Decimal(r["employment_rate_20_64"])) for r in rates),
            *(("population_20_64", r["nis"], "2015", Decimal(r["pop_20_64"])) for r in people),
        ],
    )
    return desk
