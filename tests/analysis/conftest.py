"""An area of five real municipalities with invented figures, and a page around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from coopdesk.desk.desk import Desk
from coopdesk.figures.model import Observation, Source
from coopdesk.kernel.clock import FixedClock
from coopdesk.shell.bars import BarStack
from coopdesk.shell.context import AreaChoice, Context
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.messages import Messages
from coopdesk.shell.place import Navigator
from coopdesk.shell.tasks import Tasks
from coopdesk.shell.theme import Theme
from coopdesk.territory.gazetteer import Gazetteer, open_gazetteer
from coopdesk.territory.model import Area, AreaKind, AreaMembership
from coopdesk.words.catalogue import Words
from coopdesk.work import SqlWork

AREA = "streek"
# Rates of 2015 and 2010 and inhabitants of 20-64; the figures are invented.
PLACES = {
    "12021": ("71.2", "69.4", 20_000),
    "12009": ("78.4", "76.9", 10_000),
    "12014": ("76.1", "74.8", 16_000),
    "12026": ("74.9", "75.3", 9_000),
    "12002": ("68.3", "66.0", 12_000),
}


@dataclass(frozen=True, slots=True)
class Keep:
    """Writes an area with its members and figures as they stand."""

    area: Area
    members: tuple[AreaMembership, ...]
    source: Source
    observations: tuple[Observation, ...]
    label: str = "Keep figures"

    def run(self, work: SqlWork) -> None:
        work.territory.add(self.area)
        for member in self.members:
            work.territory.add(member)
        if self.observations:
            work.figures.add(self.source)
        for observation in self.observations:
            work.figures.add(observation)


def keep_area(desk: Desk[SqlWork], *, figures: bool) -> None:
    area = Area(AREA, 1, "Voorbeeldstreek", AreaKind.STEERING_AREA, 2026, 2031, "", "", True, "")
    members = tuple(AreaMembership(f"m{nis}", 1, AREA, nis) for nis in PLACES)
    source = Source("bron", 1, "Voorbeeldcijfers (verzonnen)", "", date(2026, 1, 1))
    found: list[Observation] = []
    for nis, (now, before, people) in PLACES.items():
        rows = (("employment_rate", "2015", now), ("employment_rate", "2010", before),
                ("population_20_64", "2015", str(people)), ("unemployment_rate", "2015", "7.1"))  # fmt: skip
        for code, year, value in rows:
            key = f"{code}{nis}{year}"
            found.append(Observation(key, 1, code, nis, year, Decimal(value), source_id="bron"))
    found.append(
        Observation("vl15", 1, "employment_rate", "region:flanders", "2015", Decimal("76.8"), source_id="bron")
    )
    found.append(
        Observation("vl10", 1, "employment_rate", "region:flanders", "2010", Decimal("74.7"), source_id="bron")
    )
    desk.do(Keep(area, members, source, tuple(found) if figures else ()))


@pytest.fixture
def area_id(desk: Desk[SqlWork]) -> str:
    keep_area(desk, figures=True)
    return AREA


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture
def page_context(qapp: QApplication, desk: Desk[SqlWork], words: Words, clock: FixedClock) -> Iterator[Context]:
    theme = Theme(qapp, "light", 100, lambda: False)
    window = QWidget()
    messages = Messages(words, window, BarStack("Sluiten"), desk.undo)
    context = Context(
        desk, words, clock, theme, messages, Tasks(lambda error: None), Navigator(), ShortMemory(), AreaChoice(AREA)
    )
    yield context
    window.deleteLater()
