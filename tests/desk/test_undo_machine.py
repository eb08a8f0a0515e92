"""Whatever is done can be undone row for row, redone, and undone after a restart; what is refused changes nothing."""

from __future__ import annotations

import functools
import importlib
import inspect
import os
import pkgutil
import tempfile
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from hypothesis import HealthCheck, assume, given, seed, settings
from hypothesis import strategies as st
from hypothesis.control import cleanup, note
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import coopdesk
from coopdesk.analysis.commands import AddChapter
from coopdesk.annex.model import AnnexKind, ColumnChoice, Meaning
from coopdesk.annex.recipes.commands import AddRecipe
from coopdesk.annex.recipes.file import RecipeFile
from coopdesk.comment.commands import AddComment
from coopdesk.cycle.commands.reasons import NoteReason
from coopdesk.cycle.commands.starting import StartNextPlan
from coopdesk.cycle.commands.versions import FixPlan
from coopdesk.desk.desk import Desk
from coopdesk.dossier.commands import IssueDossier, KeepPreset, WriteText
from coopdesk.dossier.rules import standard
from coopdesk.dossier.setup import DossierText
from coopdesk.example.make import make_example
from coopdesk.followup.commands import AddMeeting, Comment, Measure
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.errors import UserError
from coopdesk.opportunity.commands import AddOpportunity
from coopdesk.opportunity.model import OpportunityState
from coopdesk.plan.commands.indicators import AddIndicator, SetTarget
from coopdesk.plan.commands.objectives import AddDomain
from coopdesk.plan.commands.parts import AddMilestone
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.plan.commands.proof import AddEvidence, LinkAction
from coopdesk.plan.model import LinkKind
from coopdesk.storage.attachments import Attachments
from coopdesk.storage.unit import SqlLedger
from coopdesk.territory.commands import AddArea, AddBenchmark, AddMapLayer
from coopdesk.territory.model import MapLayer
from coopdesk.work import SqlWork
from tests.desk import (
    builders_agreements,
    builders_analysis,
    builders_areas,
    builders_comments,
    builders_cycle,
    builders_dossier,
    builders_plan,
)
from tests.desk.hand import REGISTRY, TODAY, Hand, Nothing
from tests.tables import TABLES, make_tables

BUILDERS = (
    builders_comments,
    builders_areas,
    builders_analysis,
    builders_plan,
    builders_agreements,
    builders_cycle,
    builders_dossier,
)
KEPT = tuple(t for t in TABLES if not t.name.startswith("step"))
CLOCK = FixedClock(TODAY)
ATTEMPTS = 8


def open_desk(path: Path) -> tuple[SqlLedger[SqlWork], Desk[SqlWork]]:
    attachments = Attachments(path.parent / "attachments")
    ledger = SqlLedger(path, lambda rows: SqlWork(rows, attachments), CLOCK, "test")
    return ledger, Desk(ledger)


@functools.cache
def full_workspace() -> bytes:
    """The example area with one thing more of each kind it has none of."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        make_tables(path)
        _, desk = open_desk(path)
        area_id = make_example(desk, CLOCK)
        with desk.look() as work:
            plan = work.plans.plans(area_id)[0]
            objective = work.plans.objectives(plan.id)[0]
            analysis_id = work.analyses.of_area(area_id)[0].id
            action, indicator = work.plans.actions(plan.id)[0], work.plans.indicators(plan.id)[0]
        for title in ("Begeleiding", "Vorming", "Vervoer"):
            desk.do(AddDomain(objective.id, title))
            desk.do(AddIndicator(objective.id, title))
            desk.do(AddMilestone(action.id, title))
            desk.do(AddEvidence(action.id, title))
        desk.do(SetTarget(indicator.id, 2027, Decimal(70)))
        desk.do(LinkAction(action.id, LinkKind.FIGURE, "employment_rate"))
        desk.do(AddBenchmark(area_id, "region:flanders"))
        desk.do(AddChapter(analysis_id, "Eigen hoofdstuk"))
        desk.do(AddPlan(area_id, 2032, 2037))
        desk.do(AddOpportunity(area_id, "Vervoer naar de zorg", state=OpportunityState.CHOSEN))
        desk.do(NoteReason(plan.id, "WSE-LR3", 2027, "Pas na de evaluatie.", TODAY))
        desk.do(FixPlan(plan.id, "Goedgekeurd", TODAY, "Gemeenteraad", TODAY))
        desk.do(StartNextPlan(plan.id, 2038, 2043, ()))
        desk.do(AddArea("Denderregio", ("11001",), 2026, 2031))
        desk.do(Measure(indicator.id, "2026-H1", 70))
        desk.do(Comment(action.id, "2026-H1", "Op schema."))
        desk.do(AddComment("action", action.id, "Nog af te spreken.", TODAY))
        desk.do(AddMeeting(area_id, "Stuurgroep", TODAY))
        for title in ("Vervoer", "Kinderopvang", "Taal"):
            desk.do(AddOpportunity(area_id, title, state=OpportunityState.CHOSEN))
        desk.do(KeepPreset("Kort", standard(area_id)))
        desk.do(IssueDossier(area_id, "2026/1", "Dossier", date(2026, 3, 1), "nl", 1, b"%PDF", b"[]"))
        desk.do(WriteText(DossierText("", area_id, "vision", "nl", "Visie", "Samen voor {gebied}.")))
        shapes = '{"11001":[[0,0,0,100,0,100,100]]}'
        desk.do(AddMapLayer(MapLayer("", "grenzen.geojson", "0" * 64, TODAY, "wgs84", 1, shapes), b"{}"))
        column = (1, ColumnChoice(Meaning.CODE))
        desk.do(AddRecipe(RecipeFile("Bijlage 2", AnnexKind.ACTIONS, "0123456789abcdef", ("Nr",), (column,))))
        return path.read_bytes()


def content(path: Path) -> dict[str, frozenset[tuple[object, ...]]]:
    """Everything in the database but versions, which only grow, and the steps themselves."""
    with closing(sqlite.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return {
            table.name: frozenset(
                connection.execute(
                    f'SELECT {", ".join(c.name for c in table.columns if c.name != "version")} FROM "{table.name}"'
                )
            )
            for table in KEPT
        }


def ids(path: Path) -> dict[str, list[str]]:
    with closing(sqlite.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return {t.name: [r[0] for r in connection.execute(f'SELECT id FROM "{t.name}" ORDER BY id')] for t in KEPT}


class Place:
    """A workspace in a folder of its own, closed and opened again at will."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.path = Path(self._folder.name) / "desk.db"
        self.path.write_bytes(full_workspace())
        self.ledger, self.desk = open_desk(self.path)

    def restart(self) -> None:
        self.ledger, self.desk = open_desk(self.path)

    def close(self) -> None:
        self._folder.cleanup()

    def content(self) -> dict[str, frozenset[tuple[object, ...]]]:
        return content(self.path)

    def command(self, kind: type, draw) -> object:
        try:
            return REGISTRY[kind](Hand(draw, self.desk, ids(self.path)))
        except Nothing:
            assume(condition=False)


def commands_in_the_program() -> set[type]:
    """Every class of a `commands` module that has what a command has."""
    names = [m.name for m in pkgutil.walk_packages(coopdesk.__path__, "coopdesk.") if ".commands" in m.name]
    classes = (c for name in names for _, c in inspect.getmembers(importlib.import_module(name), inspect.isclass))
    return {c for c in classes if c.__module__ in names and hasattr(c, "run") and hasattr(c, "label")}


def test_every_command_of_the_program_is_driven():
    missing = {c.__qualname__ for c in commands_in_the_program() - set(REGISTRY)}
    assert not missing, f"add a builder in tests/desk/builders_*.py for: {sorted(missing)}"


def test_the_workspace_of_the_test_has_something_in_every_table(tmp_path):
    path = tmp_path / "desk.db"
    path.write_bytes(full_workspace())
    empty = {name for name, rows in content(path).items() if not rows}
    assert empty <= {"cell_origin", "import_batch", "import_column", "dossier_setup", "finding", "house_style"}


@pytest.mark.parametrize("kind", sorted(REGISTRY, key=lambda k: k.__qualname__), ids=lambda k: k.__qualname__)
def test_a_command_is_undone_redone_and_undone_after_a_restart(kind):
    assert any(drive(kind, attempt) for attempt in range(ATTEMPTS)), (
        f"no {kind.__qualname__} was ever accepted: its builder proves nothing"
    )


def drive(kind, attempt):
    """Try a few commands of one kind, each in a workspace of its own; how many changed something."""
    changed = []

    @seed(attempt)
    @settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(data=st.data())
    def each(data):
        place = Place()
        try:
            changed.append(there_and_back(place, place.command(kind, data.draw)))
        finally:
            place.close()

    each()
    return sum(changed)


def there_and_back(place, command):
    """Do it, undo it, redo it, restart and undo it; whether it changed anything."""
    before = place.content()
    try:
        place.desk.do(command)
    except UserError:
        assert place.content() == before
        return False
    after = place.content()
    if after == before:
        return False
    place.desk.undo()
    assert place.content() == before
    place.desk.redo()
    assert place.content() == after
    place.restart()
    place.desk.undo()
    assert place.content() == before
    return True


class UndoMachine(RuleBasedStateMachine):
    """A long working day: commands of every kind, undo, redo and restarts in any order."""

    @initialize()
    def open(self):
        self.place = Place()
        cleanup(self.place.close)
        self.states = [self.place.content()]
        self.at = 0

    @rule(data=st.data(), kind=st.sampled_from(sorted(REGISTRY, key=lambda k: k.__qualname__)))
    def do(self, data, kind):
        command = self.place.command(kind, data.draw)
        heads = self.place.desk.history.undoable
        try:
            self.place.desk.do(command)
        except UserError as error:
            note(f"refused: {error}")
            assert self.place.desk.history.undoable is heads
            return
        if self.place.desk.history.undoable is not heads:
            del self.states[self.at + 1 :]
            self.states.append(self.place.content())
            self.at += 1

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self):
        self.place.desk.undo()
        self.at -= 1

    @precondition(lambda self: self.at < len(self.states) - 1)
    @rule()
    def redo(self):
        self.place.desk.redo()
        self.at += 1

    @rule()
    def restart(self):
        self.place.restart()

    @invariant()
    def the_workspace_is_where_its_history_says(self):
        if hasattr(self, "place"):
            assert self.place.content() == self.states[self.at]


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(
    max_examples=int(os.environ.get("STORIES", "20")),
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
