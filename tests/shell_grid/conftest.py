"""A grid of a few stored actions' like rows kept in memory, on a desk whose commands only touch that memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coopdesk.desk.history import History
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.errors import Invalid, UserError
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.shell.bars import BarStack
from coopdesk.shell.grid.arrange import Toggle
from coopdesk.shell.grid.column import Column, Group
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.kinds import Choice, ChoiceKind, DateKind, ManyKind, MoneyKind, NumberKind, TextKind
from coopdesk.shell.grid.looks import Title
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.messages import Messages
from coopdesk.shell.theme import Theme
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Job:
    id: str
    group: str
    name: str
    state: str = "open"
    end: PartialDate | None = None
    cents: int | None = None
    hours: Decimal | None = None
    towns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revise:
    job: Job
    label: str = "Change"

    def run(self, memory: Memory) -> str:
        if self.job.name == "forbidden":
            raise Invalid("This name is taken.")
        memory.jobs[self.job.id] = self.job
        return self.job.id


@dataclass(slots=True)
class Memory:
    """The rows, and how many times they were written as one."""

    jobs: dict[str, Job]
    steps: list[str] = field(default_factory=list)

    def about(self, subject: str) -> None:
        pass

    @contextmanager
    def attempt(self) -> Iterator[None]:
        before = dict(self.jobs)
        try:
            yield
        except UserError:
            self.jobs = before
            raise


class MemoryDesk:
    """Runs commands on the memory, all or nothing, and tells who listens; enough of a desk for a list."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.changed: Any = lambda: None
        self.history = History()

    def do(self, command: Any, initiator: object | None = None) -> Any:
        before = dict(self.memory.jobs)
        try:
            result = command.run(self.memory)
        except UserError:
            self.memory.jobs = before
            raise
        self.memory.steps.append(command.label)
        self.changed()
        return result


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The part of a Context that a list uses."""

    desk: MemoryDesk
    words: Words
    clock: FixedClock
    messages: Messages
    settings: ShortMemory
    remarks: Any = None

    def submit(self, command: Any, initiator: Any = None, done: Any = None) -> bool:
        try:
            result = self.desk.do(command)
        except UserError as error:
            self.messages.problem(self.words.tell(error), initiator)
            return False
        if done is not None:
            done(result)
        return True


GROUPS = (Group("1", "Eerste", "Feiten", "3"), Group("2", "Tweede", "", "2"), Group("3", "Leeg"))
STATES = [Choice("open", "Open"), Choice("busy", "Bezig"), Choice("done", "Klaar")]
TOWNS = [Choice("1", "Lindemeer"), Choice("2", "Wilgenrode")]


def jobs() -> dict[str, Job]:
    day = PartialDate.parse
    return {
        job.id: job
        for job in (
            Job("a", "1", "Jobbeurs", "busy", day("2026-06-30"), 100_00, Decimal("7.5"), ("1",)),
            Job("b", "1", "Écho 10", "done", None, 250_00, None, ("1", "2")),
            Job("c", "1", "Echo 9", "open", day("2026"), None, Decimal(2)),
            Job("d", "2", "Bouwklas", "open", day("2026-09"), 50_00, Decimal(4), ("2",)),
            Job("e", "2", "Taal\nop de vloer", "busy", None, None, None),
        )
    }


def columns(words: Words) -> list[Column[Job]]:
    def edit(key: str) -> Any:
        return lambda job, value: Revise(replace(job, **{key: value}))

    formats, names = words.formats, {choice.value: choice.text for choice in (*STATES, *TOWNS)}
    return [
        Column("name", "Naam", lambda j: j.name, edit=edit("name"), kind=TextKind(required=True), width=24,
               stretch=True, look=lambda j: Title(j.id)),
        Column("state", "Toestand", lambda j: names[j.state], value=lambda j: j.state, edit=edit("state"),
               kind=ChoiceKind(lambda: STATES), filter=True),
        Column("end", "Einde", lambda j: formats.partial(j.end), value=lambda j: j.end, edit=edit("end"),
               kind=DateKind()),
        Column("cents", "Bedrag", lambda j: formats.money(j.cents), value=lambda j: j.cents, edit=edit("cents"),
               kind=MoneyKind(), right=True),
        Column("hours", "Uren", lambda j: formats.exact(j.hours), value=lambda j: j.hours, edit=edit("hours"),
               kind=NumberKind(), right=True),
        Column("towns", "Gemeenten", lambda j: ", ".join(names[t] for t in j.towns), value=lambda j: j.towns,
               edit=edit("towns"), kind=ManyKind(lambda: TOWNS), facets=lambda j: [names[t] for t in j.towns],
               filter=True),
        Column("code", "Code", lambda j: j.id.upper()),
    ]  # fmt: skip


@dataclass(slots=True)
class Bench:
    """A grid in a window with a field before and after it."""

    grid: Grid[Job]
    memory: Memory
    bars: BarStack
    before: QLineEdit
    after: QLineEdit
    window: QWidget
    settings: ShortMemory

    def index(self, job: str, key: str) -> Any:
        return self.grid.model.where(job, key)

    def text(self, job: str, key: str) -> str:
        return str(self.index(job, key).data())

    def names(self) -> list[str]:
        return [
            line.row.id if line.row else f"[{line.group.id}]"
            for line in self.grid.model.lines
            if line.row or line.group
        ]  # type: ignore[union-attr]

    def choose(self, job: str, key: str) -> None:
        self.grid.select(job, key)
        self.grid.view.setFocus()
        QApplication.processEvents()


@contextmanager
def bench_of(
    qapp: QApplication, qtbot: QtBot, words: Words, clock: FixedClock, settings: ShortMemory
) -> Iterator[Bench]:
    Theme(qapp, "light").choose("light")
    memory = Memory(jobs())
    desk, window = MemoryDesk(memory), QWidget()
    bars = BarStack("Sluiten")
    context: Any = Surroundings(desk, words, clock, Messages(words, window, bars, lambda: None), settings)
    grid: Grid[Job] = Grid(
        context, columns(words), name="test", label="Werk", of_group=lambda job: job.group,
        toggles=(Toggle("rich", "Met bedrag", lambda job: job.cents is not None),),
        edit_row=lambda job, values: Revise(replace(job, **values)), add_row=lambda values: added(memory, values),
        remove=lambda rows: remove(memory, desk, rows),
    )  # fmt: skip
    desk.changed = lambda: grid.show_rows(tuple(memory.jobs.values()), GROUPS)
    before, after = QLineEdit(), QLineEdit()
    column = QVBoxLayout(window)
    for widget in (before, grid, bars, after):
        column.addWidget(widget)
    grid.show_rows(tuple(memory.jobs.values()), GROUPS)
    window.resize(900, 600)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Bench(grid, memory, bars, before, after, window, settings)
    window.close()
    window.deleteLater()
    qapp.processEvents()


def added(memory: Memory, values: Mapping[str, Any]) -> Revise:
    number = len(memory.jobs) + sum(1 for _ in values)
    return Revise(replace(Job(f"new{number}{values.get('name', '')}", "2", "Nieuw"), **values))


def remove(memory: Memory, desk: MemoryDesk, rows: Sequence[Job]) -> None:
    for row in rows:
        del memory.jobs[row.id]
    desk.changed()


@pytest.fixture
def settings() -> ShortMemory:
    return ShortMemory()


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, words: Words, clock: FixedClock, settings: ShortMemory) -> Iterator[Bench]:
    with bench_of(qapp, qtbot, words, clock, settings) as made:
        yield made


@pytest.fixture
def tested(bench: Bench) -> Iterator[Bench]:
    """A bench whose model is watched by Qt's own tester."""
    mode = QAbstractItemModelTester.FailureReportingMode.Warning  # a warning of Qt fails a test here
    tester = QAbstractItemModelTester(bench.grid.model, mode)
    yield bench
    tester.deleteLater()


def press(bench: Bench, qtbot: QtBot, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(bench.grid.view, key, modifier)
    QApplication.processEvents()


def click(bench: Bench, qtbot: QtBot, job: str, key: str, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    at = bench.grid.view.visualRect(bench.index(job, key)).center()
    qtbot.mouseClick(bench.grid.view.viewport(), Qt.MouseButton.LeftButton, modifier, at)
