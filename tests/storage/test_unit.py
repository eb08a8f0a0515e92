"""A unit of work is everything or nothing, and says in words what the database refuses."""

from __future__ import annotations

from contextlib import closing

import pytest
import sqlcipher3.dbapi2 as sqlite

from coopdesk.desk.desk import Desk
from coopdesk.desk.ledger import Kind
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.errors import Busy, Conflict, Refused
from coopdesk.storage.attachments import Attachments
from coopdesk.storage.failures import in_words
from coopdesk.storage.unit import SqlLedger
from coopdesk.territory.commands import AddArea
from coopdesk.work import SqlWork
from tests.conftest import TODAY


def names(ledger):
    with ledger.read() as work:
        return [a.name for a in work.territory.areas()]


def test_leaving_without_a_commit_rolls_everything_back(ledger):
    with ledger.write() as unit:
        AddArea("Rivierenland", ("12021",), 2026, 2031).run(unit.work)
    assert names(ledger) == []


def test_a_fault_halfway_rolls_everything_back(ledger):
    class Fault(Exception):
        pass

    def halfway():
        with ledger.write() as unit:
            AddArea("Rivierenland", (), 2026, 2031).run(unit.work)
            raise Fault

    with pytest.raises(Fault):
        halfway()
    assert names(ledger) == []
    assert ledger.heads(5) == []


def test_a_step_is_written_in_the_transaction_of_its_change(ledger):
    with ledger.write() as unit:
        AddArea("Rivierenland", (), 2026, 2031).run(unit.work)
        step = unit.commit(Kind.DO, "Add area")
    assert ledger.step(step.id) == step
    assert (step.subject, step.at) == ("Rivierenland", FixedClock(TODAY).now())


def test_steps_of_an_older_schema_are_history_but_cannot_be_undone(tmp_path, ledger, clock):
    Desk(ledger).do(AddArea("Rivierenland", (), 2026, 2031))
    attachments = Attachments(tmp_path / "attachments")
    later = SqlLedger(tmp_path / "desk.db", lambda rows: SqlWork(rows, attachments), clock, "later")
    assert (len(later.heads(5)), later.heads(5, undoable=True)) == (1, [])
    assert Desk(later).undo() is None


def test_a_step_that_is_gone_is_a_conflict(ledger):
    with pytest.raises(Conflict):
        ledger.step("nowhere")


def test_a_reader_sees_one_moment_while_others_write(tmp_path, ledger):
    """Rollback journalling lets a reader keep its moment: the writer is told it is busy."""
    desk = Desk(ledger)
    desk.do(AddArea("Rivierenland", (), 2026, 2031))
    with closing(sqlite.connect(str(tmp_path / "desk.db"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert names(ledger) == ["Rivierenland"]
        with pytest.raises(Busy):
            desk.do(AddArea("Denderregio", (), 2026, 2031))
        other.execute("ROLLBACK")
    desk.do(AddArea("Denderregio", (), 2026, 2031))
    assert names(ledger) == ["Denderregio", "Rivierenland"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("database is locked", Busy),
        ("database or disk is full", Refused),
        ("attempt to write a readonly database", Refused),
        ("database disk image is malformed", Refused),
        ("file is not a database", Refused),
        ("disk I/O error", Refused),
        ("unable to open database file", Refused),
    ],
)
def test_what_the_database_says_becomes_words(words, text, kind):
    found = in_words(sqlite.OperationalError(text))
    assert type(found) is kind
    assert words.tell(found) != found.msgid


def test_a_fault_of_ours_is_not_dressed_up_as_the_users():
    assert in_words(sqlite.OperationalError("no such column: x")) is None
