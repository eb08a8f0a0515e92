"""The net change of a step and what it touches."""

from __future__ import annotations

from datetime import UTC, datetime

from coopdesk.kernel.changes import BatchChange, RowChange, Step, content, net
from coopdesk.kernel.clock import FixedClock, SystemClock
from coopdesk.kernel.ids import new_id
from tests.conftest import TODAY

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def row(value, version=1):
    return {"id": "a", "version": version, "name": value}


def test_a_row_changed_twice_counts_once_from_first_to_last():
    changes = [RowChange("t", "a", row("x"), row("y", 2)), RowChange("t", "a", row("y", 2), row("z", 3))]
    assert net(changes) == (RowChange("t", "a", row("x"), row("z", 3)),)


def test_a_row_that_ends_as_it_began_is_no_change():
    there_and_back = [RowChange("t", "a", row("x"), row("y", 2)), RowChange("t", "a", row("y", 2), row("x", 3))]
    added_and_gone = [RowChange("t", "b", None, row("x")), RowChange("t", "b", row("x"), None)]
    assert net(there_and_back + added_and_gone) == ()


def test_the_version_says_nothing_of_what_a_row_holds():
    assert content(row("x", 1)) == content(row("x", 9)) == {"id": "a", "name": "x"}
    assert content(None) is None


def test_a_step_tells_which_tables_and_rows_it_touched():
    batch = BatchChange("observation", "i1", 3, "0", present=True)
    step = Step("s", "Add", "", NOW, (RowChange("plan", "p1", None, row("x")),), (batch,))
    assert step.touches("plan")
    assert step.touches("analysis", "observation")
    assert not step.touches("agreement")
    assert step.ids("plan") == {"p1"}
    assert step.ids("observation") == frozenset()


def test_ids_sort_by_the_moment_they_were_made_and_never_repeat():
    made = [new_id() for _ in range(2000)]
    assert sorted(made) == made
    assert len(set(made)) == len(made)


def test_a_fixed_clock_stands_still_and_the_system_clock_knows_its_zone():
    clock = FixedClock(TODAY)
    assert (clock.today(), clock.now(), clock.now().utcoffset()) == (TODAY, clock.now(), NOW.utcoffset())
    assert SystemClock().now().tzinfo is UTC
