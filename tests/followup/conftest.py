"""A plan with one objective, two indicators and some actions, on a real desk, and a window to show its page in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow

from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.commands.actions import AddAction
from coopdesk.plan.commands.indicators import AddIndicator
from coopdesk.plan.commands.objectives import AddObjective
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.plan.model import ActionStatus, PolicyPriority
from coopdesk.plan.ports import PlanWork
from coopdesk.shell.bars import BarStack
from coopdesk.shell.context import AreaChoice, Context
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.messages import Messages
from coopdesk.shell.place import Navigator
from coopdesk.shell.tasks import Tasks
from coopdesk.shell.theme import Theme
from coopdesk.territory.commands import AddArea
from coopdesk.words.catalogue import Words
from coopdesk.work import SqlWork


@dataclass(frozen=True, slots=True)
class Bare:
    """Ids of what the fixture made."""

    area: str
    plan: str
    objective: str
    rate: str
    places: str
    jobs: str
    cheques: str
    later: str


@dataclass(frozen=True, slots=True)
class KnowPriorities:
    """Two policy priorities, as a plan gets them from the shipped list."""

    label: str = "Priorities"

    def run(self, work: PlanWork) -> None:
        if not work.plans.priorities():
            work.plans.add(PolicyPriority(new_id(), "WSE-LR2", "Tewerkstelling bevorderen", 2020))
            work.plans.add(PolicyPriority(new_id(), "WSE-LR3", "Ondernemerschap bevorderen", 2020))


@pytest.fixture
def made(desk: Desk[SqlWork]) -> Bare:
    area = str(desk.do(AddArea("Voorbeeldstreek", ("12021",), 2026, 2031)))
    plan = str(desk.do(AddPlan(area, 2026, 2031)))
    desk.do(KnowPriorities())
    objective = str(desk.do(AddObjective(plan, "Meer vijftigplussers aan het werk")))
    rate = AddIndicator(objective, "Werkzaamheidsgraad 50-64", "", "%", Decimal("68.4"), 2024, Decimal(72), 2028)
    places = AddIndicator(objective, "Opleidingsplaatsen", "", "plaatsen", None, None, Decimal(40), 2028)
    running = {"status": ActionStatus.RUNNING, "begin": PartialDate.year(2026), "progress": 20, "lead": "Ann Peeters"}
    running |= {"end": PartialDate.day(date(2026, 11, 12)), "priorities": ("WSE-LR2",)}
    done = {"status": ActionStatus.DONE, "progress": 100, "begin": PartialDate.year(2026), "priorities": ("WSE-LR2",)}
    done |= {"end": PartialDate.day(date(2026, 6, 30))}
    later = {"begin": PartialDate.year(2028), "end": PartialDate.year(2029)}
    return Bare(
        area, plan, objective, str(desk.do(rate)), str(desk.do(places)),
        str(desk.do(AddAction(objective, "Jobbeurs 50+", values=running))),
        str(desk.do(AddAction(objective, "Loopbaancheques", values=done))),
        str(desk.do(AddAction(objective, "Later", values=later))),
    )  # fmt: skip


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QMainWindow]:
    Theme(qapp, "light", 100, lambda: False)
    window = QMainWindow()
    window.resize(1180, 800)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def context(window: QMainWindow, qapp: QApplication, desk: Desk[SqlWork], words: Words, clock: FixedClock) -> Context:
    theme = qapp.findChild(Theme)
    assert isinstance(theme, Theme)
    messages = Messages(words, window, BarStack("Sluiten"), desk.undo)
    tasks = Tasks(lambda error: None, window)
    return Context(desk, words, clock, theme, messages, tasks, Navigator(window), ShortMemory(), AreaChoice())
