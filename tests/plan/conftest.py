"""A plan with three objectives on a real desk, and its page in a real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan import queries
from coopdesk.plan.commands.actions import AddAction
from coopdesk.plan.commands.indicators import AddIndicator
from coopdesk.plan.commands.objectives import AddObjective
from coopdesk.plan.commands.parts import AddBudgetLine, AddMilestone
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.plan.model import ActionStatus as S
from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui.neighbours import Gathering, Linked, Neighbours
from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.about import Facts
from coopdesk.shell.areas import AreaEntry, Areas
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.page import PageSpec
from coopdesk.shell.place import Place
from coopdesk.shell.theme import Theme
from coopdesk.shell.window import Window
from coopdesk.territory.commands import AddArea
from coopdesk.words.catalogue import Words

TOWNS = (("99001", "Lindemeer"), ("99002", "Wilgenrode"), ("99003", "Kreekhoven"))
OBJECTIVES = (
    ("Meer vijftigplussers aan het werk", "werkzaamheidsgraad 50–64", "68.4", "72"),
    ("Niet-beroepsactieven bereiken", "aandeel niet-beroepsactief 25–64", "19.8", "17.5"),
    ("Knelpuntvacatures in de bouw invullen", "vervullingsgraad bouwberoepen", "71.2", "78"),
)
ACTIONS = (
    (0, "Jobbeurs 50+ met lokale zorgwerkgevers", "Ann Peeters", S.RUNNING, 45, date(2027, 6, 30), ("99001",)),
    (0, "Loopbaancheques promoten via gemeentelijke infobladen", "Koen Maes", S.DONE, 100, date(2026, 3, 15), ()),
    (0, "Werkplekleren bij drie woonzorgcentra", "Ann Peeters", S.RUNNING, 20, date(2026, 11, 12), ("99001",)),
    (1, "Vindplaatsgericht werken in Lindemeer en Wilgenrode", "Fatima El Amrani", S.RUNNING, 60, date(2027, 9, 30),
     ("99001", "99002")),
    (1, "Kinderopvang op maat van opleidingstrajecten", "Koen Maes", S.POSTPONED, 10, date(2026, 12, 31), ("99002",)),
    (1, "Taalcoaching op de werkvloer", "Fatima El Amrani", S.PLANNED, 0, date(2027, 2, 1), ("99003",)),
    (1, "Infosessies samen met OCMW en mutualiteiten", "Lies Wouters", S.RUNNING, 75, date(2026, 12, 15), ()),
    (2, "IBO-campagne bij kmo’s in Kreekhoven", "Tom Jacobs", S.RUNNING, 35, date(2026, 12, 5), ("99003",)),
    (2, "Bouwklas met twee secundaire scholen", "Tom Jacobs", S.PLANNED, 0, date(2027, 9, 1), ()),
    (2, "Mobiliteitsoplossing bedrijvenzone Noord", "Lies Wouters", S.STOPPED, 0, None, ("99003",)),
)  # fmt: skip
GATHERINGS = tuple(
    Gathering(f"m{day.month}", day, name, Place("followup", f"m{day.month}"))
    for day, name in ((date(2026, 11, 4), "Stuurgroep werk"), (date(2027, 2, 3), "Werkgroep zorg"))
)


@dataclass(frozen=True, slots=True)
class Story:
    """A desk with an area and its plan."""

    desk: Desk
    clock: FixedClock
    area_id: str
    plan_id: str

    def view(self) -> PlanView:
        with self.desk.look() as work:
            return queries.view(work, self.plan_id, self.clock.today())

    def row(self, title: str) -> ActionRow:
        """The action whose title begins so."""
        return next(row for row in self.view().rows if row.action.title.startswith(title))


def area(desk: Desk) -> str:
    return desk.do(AddArea("Voorbeeldstreek", (), 2026, 2031))


def tell(desk: Desk, clock: FixedClock) -> Story:
    """Fills a desk with three objectives and ten actions."""
    area_id = area(desk)
    plan_id = desk.do(AddPlan(area_id, 2026, 2028))
    objectives = []
    for title, indicator, baseline, target in OBJECTIVES:
        made = desk.do(AddObjective(plan_id, title))
        desk.do(AddIndicator(made, indicator, unit="%", baseline=Decimal(baseline), target=Decimal(target)))
        objectives.append(made)
    for at, title, lead, status, progress, end, nis in ACTIONS:
        day = None if end is None else PartialDate.day(end)
        values = {"lead": lead, "status": status, "progress": progress, "end": day, "nis": nis}
        made = desk.do(AddAction(objectives[at], title, values=values))
        if title.startswith("Werkplekleren"):
            for name, due, done in (("Akkoord woonzorgcentra", (2026, 1, 15), True),
                                    ("Opleidingsplan met VDAB", (2026, 2, 28), True),
                                    ("Eerste zes plaatsen ingevuld", (2026, 5, 31), False)):  # fmt: skip
                desk.do(AddMilestone(made, name, PartialDate.day(date(*due)), done=done))
            desk.do(AddBudgetLine(made, 2026, 1_250_000))
    return Story(desk, clock, area_id, plan_id)


@pytest.fixture
def story(desk: Desk, clock: FixedClock) -> Story:
    return tell(desk, clock)


Show = Callable[..., Window]


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot, words: Words, clock: FixedClock) -> Iterator[Show]:
    """Opens the plan of an area in a window of a size, mode and zoom."""
    windows: list[Window] = []

    def open_window(
        desk: Desk, area_id: str, size: tuple[int, int] = (1440, 860), mode: str = "light", percent: int = 100
    ) -> Window:
        theme = Theme(qapp, mode, percent)
        theme.choose(mode)
        window = Window(words, clock, theme, ShortMemory(), Facts("test"))
        windows.append(window)
        window.resize(*size)
        neighbours = Neighbours(
            people=lambda: ("Sofie Claes",),
            municipalities=lambda area_id: TOWNS,
            gatherings=lambda area_id: GATHERINGS,
            linked=lambda row: (Linked("lightbulb", "Kans: tekort aan zorgkundigen", Place("opportunity", "1")),),
        )
        specs = [PageSpec("plan", "Action plan", "clipboard_task", "", lambda context: PlanPage(context, neighbours))]
        window.open(desk, specs, areas=Areas(lambda: [AreaEntry(area_id, "Voorbeeldstreek")]))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qapp.processEvents()
        # Making fields can take the focus of the window away for a moment on this platform.
        with qtbot.waitActive(window):
            window.activateWindow()
        return window

    yield open_window
    for window in windows:
        window.shut()
        window.close()
        window.deleteLater()
    qapp.processEvents()
    Theme(qapp, "light", 100).choose("light")


@pytest.fixture
def page(show: Show, story: Story) -> PlanPage:
    found = show(story.desk, story.area_id).page
    assert isinstance(found, PlanPage)
    return found
