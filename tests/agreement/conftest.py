"""A window on a real workspace with one steering area and four agreements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from coopdesk.agreement.commands.agreements import AddAgreement
from coopdesk.agreement.model import Agreement, CooperationClass, Party, PartyKind
from coopdesk.agreement.ui.page import AgreementsPage
from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.shell.about import Facts
from coopdesk.shell.areas import AreaEntry, Areas
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.page import PageSpec
from coopdesk.shell.place import Place
from coopdesk.shell.theme import Theme
from coopdesk.shell.window import Window
from coopdesk.territory.gazetteer import Gazetteer, open_gazetteer
from coopdesk.territory.model import Area, AreaKind, AreaMembership
from coopdesk.words.catalogue import Words

DAY = date(2025, 8, 24)
AREA = Area("rivierenland", 1, "Rivierenland", AreaKind.STEERING_AREA, 2026, 2031, "", "", True, "")
MEMBERS = ("12005", "12009", "12021", "12025")  # Bonheiden, Duffel, Lier, Mechelen


@dataclass(frozen=True, slots=True)
class KeepArea:
    """Writes the area with its municipalities."""

    label: str = "Keep area"

    def run(self, work: Any) -> None:
        work.territory.add(AREA)
        for code in MEMBERS:
            work.territory.add(AreaMembership(f"m{code}", 1, AREA.id, code))


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture
def filled(desk: Desk[Any]) -> Desk[Any]:
    """The area, an agreement in force, one that ended, a regular one, and one elsewhere."""
    desk.do(KeepArea())
    vdab = (Party("", "", 0, "VDAB", PartyKind.VDAB),)
    year, day = PartialDate.year, PartialDate.parse
    for agreement, codes in (
        (Agreement("bodukap", "BODUKAP", begin_date=year(2022), end_date=year(2025)), ("12005", "12009")),
        (Agreement("mechelen", "Mechelen", begin_date=year(2019), end_date=day("2023-06-30")), ("12025",)),
        (
            Agreement("wijk", "Wijk-werken", CooperationClass.REGULAR, begin_date=year(2018), is_open_ended=True),
            ("12021",),
        ),
        (Agreement("midwest", "Midwest", begin_date=year(2022), end_date=year(2027)), ("36015",)),
    ):
        desk.do(AddAgreement(agreement, codes, vdab))
    return desk


@pytest.fixture
def window(qtbot: QtBot, words: Words, qapp: Any) -> Iterator[Window]:
    made = Window(words, FixedClock(DAY), Theme(qapp, "light"), ShortMemory(), Facts("test"))
    qtbot.addWidget(made)
    made.resize(1440, 860)
    yield made
    made.shut()


def open_page(window: Window, desk: Desk[Any], gazetteer: Gazetteer) -> AgreementsPage:
    """The page as the window shows it, for the area."""
    pages: list[AgreementsPage] = []

    def make(context: Any) -> AgreementsPage:
        pages.append(AgreementsPage(context, gazetteer, lambda: None))
        return pages[0]

    spec = PageSpec("agreements", "Agreements", "document_signature", "", make)
    areas = Areas(lambda: [AreaEntry(AREA.id, AREA.name)], none="Vlaanderen", all=True)
    window.show()
    window.open(desk, [spec], areas=areas, first=Place("agreements", "", "list"))
    return pages[0]


@pytest.fixture
def page(window: Window, filled: Desk[Any], gazetteer: Gazetteer) -> AgreementsPage:
    return open_page(window, filled, gazetteer)
