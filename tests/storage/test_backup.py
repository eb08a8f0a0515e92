"""Backups count only when verified, thin out with age and never disappear with the clock."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.errors import Refused
from coopdesk.opening import open_desk
from coopdesk.storage.backup import DAILY, MONTHLY, WEEKLY, Backups
from coopdesk.storage.verify import problems
from coopdesk.storage.workspace import open_workspace
from coopdesk.territory.commands import AddArea
from tests.storage.conftest import files


def areas(opened):
    with opened.desk.look() as work:
        return [a.name for a in work.territory.areas()]


def plain(folder: Path, sequence: int, at: datetime, name: str = "") -> None:
    """A file with the name of a backup; what it holds does not matter for thinning."""
    tail = f"_{name}" if name else ""
    (folder / f"{sequence:06}_{at:%Y%m%dT%H%M%S}{tail}.db").touch()


def test_a_backup_is_a_sound_copy_of_this_moment(opened):
    made = opened.workspace.backup("voor de stuurgroep")
    opened.desk.do(AddArea("Denderregio", (), 2026, 2031))
    assert problems(made.path) == []
    assert (made.sequence, made.name, made.at.date()) == (1, "voor de stuurgroep", date(2026, 11, 24))
    assert [p.name for p in made.path.parent.iterdir()] == [made.path.name]


def test_a_name_cannot_lead_out_of_the_folder(opened):
    made = opened.workspace.backup("../../etc/passwd\n")
    assert made.path.parent == opened.workspace.folder / "backups"
    assert opened.workspace.backups.all() == [made]


def test_restoring_brings_back_that_moment_and_keeps_the_present_as_a_backup(folder, clock):
    opened = open_desk(folder, clock)
    made = opened.workspace.backup()
    opened.desk.do(AddArea("Denderregio", (), 2026, 2031))
    opened.close()
    workspace = open_workspace(folder, clock)
    workspace.restore(made)
    kept = workspace.backups.all()[0]
    workspace.close()
    opened = open_desk(folder, clock)
    assert areas(opened) == ["Rivierenland"]
    opened.close()
    workspace = open_workspace(folder, clock)
    workspace.restore(kept)
    workspace.close()
    opened = open_desk(folder, clock)
    assert areas(opened) == ["Denderregio", "Rivierenland"]
    opened.close()


def test_restoring_a_damaged_backup_changes_nothing(folder, clock):
    workspace = open_workspace(folder, clock)
    made = workspace.backup()
    made.path.write_bytes(made.path.read_bytes()[:5000])
    before = files(folder)["desk.db"]
    with pytest.raises(Refused):
        workspace.restore(made)
    workspace.close()
    assert files(folder)["desk.db"] == before
    assert not list(folder.glob(".desk.db*"))


@pytest.mark.parametrize("content", [b"stuk" * 3000, b""], ids=["damaged", "empty"])
def test_a_damaged_workspace_can_be_restored_and_the_damaged_file_is_kept(folder, clock, content):
    workspace = open_workspace(folder, clock)
    made = workspace.backup()
    workspace.close()
    (folder / "desk.db").write_bytes(content)
    (folder / "desk.db-journal").write_bytes(b"half een journaal")
    with pytest.raises(Refused):
        open_workspace(folder, clock)
    workspace = open_workspace(folder, clock, to_restore=True)
    workspace.restore(made)
    assert workspace.backups.all() == [made]
    workspace.close()
    opened = open_desk(folder, clock)
    assert areas(opened) == ["Rivierenland"]
    opened.close()
    (aside,) = folder.glob("damaged-*")
    assert (aside / "desk.db").read_bytes() == content


def test_a_lost_database_can_be_restored(folder, clock):
    workspace = open_workspace(folder, clock)
    made = workspace.backup()
    (folder / "desk.db").unlink()
    workspace.restore(made)
    workspace.close()
    opened = open_desk(folder, clock)
    assert areas(opened) == ["Rivierenland"]
    opened.close()


def test_a_copy_of_a_damaged_database_never_counts_as_a_backup(folder, clock):
    database = folder / "desk.db"
    content = bytearray(database.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    database.write_bytes(bytes(content))
    with pytest.raises(Refused):
        Backups(folder / "backups", clock).make(database)
    assert list((folder / "backups").iterdir()) == []


def test_backups_thin_out_to_days_weeks_and_months(tmp_path, clock):
    start = datetime(2024, 1, 1, 9, tzinfo=UTC)
    for n in range(3 * 365 * 2):
        plain(tmp_path, n + 1, start + timedelta(hours=12 * n), "mijlpaal" if n % 500 == 0 else "")
    backups = Backups(tmp_path, clock)
    newest = backups.all()[0]
    backups.thin_out()
    left = backups.all()
    unnamed = [b for b in left if not b.name]
    assert left[0] == newest
    assert len([b for b in left if b.name]) == 5
    assert len({b.at.date() for b in unnamed}) <= DAILY + WEEKLY + MONTHLY
    assert len({b.at.strftime("%Y-%m") for b in unnamed}) == MONTHLY
    assert sum(newest.at - b.at < timedelta(days=12) for b in unnamed) == DAILY + 1  # and the third of the last three


@given(st.lists(st.tuples(st.integers(-400, 4000), st.booleans()), min_size=1, max_size=60))
def test_the_newest_three_and_every_named_one_survive_any_clock(moments):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for at, (days, is_named) in enumerate(moments, start=1):
            plain(folder, at, datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=days), "naam" if is_named else "")
        backups = Backups(folder, FixedClock(date(2026, 11, 24)))
        before = backups.all()
        backups.thin_out()
        left = backups.all()
    assert {b for b in before if b.name} <= set(left)
    assert set([b for b in before if not b.name][:3]) <= set(left)
    assert len([b for b in left if not b.name]) <= 3 + DAILY + WEEKLY + MONTHLY


def test_other_files_in_the_folder_are_left_alone(tmp_path, clock):
    (tmp_path / "van mij.db").touch()
    (tmp_path / ".000001_20260101T000000.db.part").touch()
    backups = Backups(tmp_path, clock)
    assert backups.all() == []
    backups.thin_out()
    assert len(list(tmp_path.iterdir())) == 2
