"""Everything written is journalled with its old value."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import blake2b

import pytest

from coopdesk.desk.ledger import Kind
from coopdesk.figures.model import Observation, ObservationState, Source
from coopdesk.kernel.errors import Cancelled, Conflict
from coopdesk.storage.connection import PRAGMAS, connect
from coopdesk.territory.commands import AddArea, RemoveArea, ReviseArea
from tests.conftest import TODAY


def areas(desk):
    with desk.look() as work:
        return work.territory.areas()


def test_a_screen_that_only_looks_cannot_write(desk):
    desk.do(AddArea("Rivierenland", (), 2026, 2031))
    with desk.look() as work, pytest.raises(RuntimeError):
        work.territory.save(replace(work.territory.areas()[0], name="x"))
    assert [a.name for a in areas(desk)] == ["Rivierenland"]


def test_a_step_holds_the_images_of_each_row_before_and_after(desk):
    steps = []
    desk.bus.subscribe(lambda step, _: steps.append(step))
    desk.do(AddArea("Rivierenland", (), 2026, 2031))
    desk.do(ReviseArea(replace(areas(desk)[0], name="Zuidwest")))
    desk.do(RemoveArea(areas(desk)[0].id))
    images = [(c.before and c.before["name"], c.after and c.after["name"]) for s in steps for c in s.rows]
    assert images == [(None, "Rivierenland"), ("Rivierenland", "Zuidwest"), ("Zuidwest", None)]


def test_an_undone_removal_can_be_edited_on_its_old_version_no_more(desk):
    desk.do(AddArea("Rivierenland", (), 2026, 2031))
    seen = areas(desk)[0]
    desk.do(RemoveArea(seen.id))
    desk.undo()
    assert areas(desk)[0].version > seen.version
    with pytest.raises(Conflict):
        desk.do(ReviseArea(replace(seen, name="Zuidwest")))


def test_a_row_changed_behind_the_desk_is_not_undone(desk, ledger):
    desk.do(AddArea("Rivierenland", (), 2026, 2031))
    with ledger.write() as unit:
        unit.work.territory.save(replace(unit.work.territory.areas()[0], name="Van elders"))
        unit.commit(Kind.DO, "elsewhere")
    with pytest.raises(Conflict):
        desk.undo()
    assert [a.name for a in areas(desk)] == ["Van elders"]


def test_a_removal_of_what_is_still_used_is_refused_whole(desk, ledger):
    with ledger.write() as unit:
        AddArea("Rivierenland", ("12021",), 2026, 2031).run(unit.work)
        unit.commit(Kind.DO, "add")

    class Orphan:
        label = "orphan"

        def run(self, work):
            work.territory.remove(work.territory.areas()[0])

    with pytest.raises(Conflict):
        desk.do(Orphan())
    assert len(areas(desk)) == 1


# --- batches ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class BringIn:
    """An import of so many figures."""

    import_id: str
    count: int
    stop_at: int = 0
    label: str = "Import"

    def run(self, work):
        work.figures.add(Source(f"s-{self.import_id}", 1, "bron", "", TODAY))
        rows = [
            Observation(f"{self.import_id}-{n}", 1, "employment_rate", "11001", str(1900 + n), Decimal(n) / 10,
                        source_id=f"s-{self.import_id}", import_id=self.import_id)
            for n in range(self.count)
        ]  # fmt: skip
        work.figures.add_batch(self.import_id, rows, self._progress)

    def _progress(self, done, total, what=""):
        if self.stop_at and done >= self.stop_at:
            raise Cancelled


def figures(desk):
    with desk.look() as work:
        return {o.id: o for o in work.figures.observations("employment_rate")}


def test_an_import_is_one_entry_and_is_undone_and_redone_whole(desk):
    steps = []
    desk.bus.subscribe(lambda step, _: steps.append(step))
    desk.do(BringIn("i1", 123))
    there = figures(desk)
    assert [(o.period, o.value) for o in there.values()] == [(str(1900 + n), Decimal(n) / 10) for n in range(123)]
    assert (len(steps[0].rows), [b.count for b in steps[0].batches]) == (1, [123])
    for _ in range(2):
        desk.undo()
        assert figures(desk) == {}
        desk.redo()
        assert figures(desk) == there


def test_a_cancelled_import_leaves_nothing(desk):
    with pytest.raises(Cancelled):
        desk.do(BringIn("i1", 12_000, stop_at=10_000))
    assert (figures(desk), desk.recent(5)) == ({}, [])


@dataclass(frozen=True)
class Correct:
    """A correction of one figure."""

    id: str
    value: Decimal | None
    label: str = "Correct"

    def run(self, work):
        kept = work.figures.observation(self.id)
        work.figures.save(replace(kept, value=self.value, state=ObservationState.OK))


def test_an_import_with_a_figure_corrected_since_is_not_undone(desk, ledger):
    desk.do(BringIn("i1", 5))
    with ledger.write() as unit:
        Correct("i1-3", Decimal(99)).run(unit.work)
        unit.commit(Kind.DO, "elsewhere")
    with pytest.raises(Conflict):
        desk.undo()
    assert len(figures(desk)) == 5


def test_an_import_is_undone_once_its_correction_is_undone(desk):
    desk.do(BringIn("i1", 5))
    there = figures(desk)
    desk.do(Correct("i1-3", Decimal(99)))
    desk.undo()
    desk.undo()
    assert figures(desk) == {}
    desk.redo()
    assert {k: o.value for k, o in figures(desk).items()} == {k: o.value for k, o in there.items()}


def test_two_imports_do_not_disturb_each_other(desk):
    desk.do(BringIn("i1", 3))
    desk.do(BringIn("i2", 4))
    desk.undo()
    assert set(figures(desk)) == {"i1-0", "i1-1", "i1-2"}


def test_an_import_of_before_batches_were_hashed_by_column_is_undone_too(desk, tmp_path):
    desk.do(BringIn("i1", 12))
    there = figures(desk)
    with closing(sqlite3.connect(tmp_path / "desk.db")) as plain, plain:
        plain.row_factory = sqlite3.Row
        rows = [dict(row) for row in plain.execute("SELECT * FROM observation")]
        told = [tuple(value for name, value in sorted(row.items()) if name != "version") for row in rows]
        old = sum(int.from_bytes(blake2b(repr(row).encode(), digest_size=16).digest()) for row in told) % (1 << 128)
        plain.execute("UPDATE step_batch SET digest = ?", (f"{old:032x}",))
    desk.undo()
    assert figures(desk) == {}
    desk.redo()
    assert figures(desk) == there


# --- the file --------------------------------------------------------------------------------------------------------


def test_the_database_is_opened_as_it_ought_to_be(tmp_path):
    wanted = {"journal_mode": "truncate", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1,
              "trusted_schema": 0, "mmap_size": 0}  # fmt: skip
    with closing(connect(tmp_path / "desk.db")) as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert {name.split(" = ")[0] for name in PRAGMAS} >= set(wanted)
    assert found == wanted


def test_what_was_removed_is_not_left_in_the_file(desk, tmp_path):
    desk.do(AddArea("Onvindbaar-na-wissen", (), 2026, 2031))
    assert b"Onvindbaar" in (tmp_path / "desk.db").read_bytes()

    class Forget:
        label = "forget"

        def run(self, work):
            for table in ("step_row", "step", "area"):
                work.rows.write_unseen(f"DELETE FROM {table}", [()])

    desk.do(Forget())
    assert b"Onvindbaar" not in (tmp_path / "desk.db").read_bytes()
