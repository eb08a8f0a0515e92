"""A workspace folder: one program at a time, and what cannot be opened stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing

import pytest
import sqlcipher3.dbapi2 as sqlite

from coopdesk.kernel.errors import Refused
from coopdesk.opening import open_desk
from coopdesk.storage.attachments import Attachments, write_whole
from coopdesk.storage.backup import copy_database
from coopdesk.storage.schema import NEWEST, revision_of
from coopdesk.storage.verify import problems
from coopdesk.storage.workspace import open_workspace
from coopdesk.territory.commands import AddArea
from tests.storage.conftest import files


def areas(opened):
    with opened.desk.look() as work:
        return [a.name for a in work.territory.areas()]


def test_a_new_folder_becomes_a_workspace_with_the_newest_schema(tmp_path, clock):
    opened = open_desk(tmp_path / "deep" / "new", clock)
    assert areas(opened) == []
    assert revision_of(opened.workspace.database) == NEWEST
    assert opened.workspace.problems() == []
    opened.close()
    assert sorted(p.name for p in (tmp_path / "deep" / "new").iterdir()) == ["desk.db", "lock"]


def test_a_workspace_is_there_again_after_a_restart_and_undo_still_works(folder, clock):
    opened = open_desk(folder, clock)
    assert areas(opened) == ["Rivierenland"]
    opened.desk.undo()
    opened.close()
    opened = open_desk(folder, clock)
    assert areas(opened) == []
    opened.desk.redo()
    assert areas(opened) == ["Rivierenland"]
    opened.close()


def test_a_second_program_is_refused_while_the_first_works_on(opened, folder, clock):
    with pytest.raises(Refused):
        open_desk(folder, clock)
    opened.desk.do(AddArea("Denderregio", (), 2026, 2031))
    assert areas(opened) == ["Denderregio", "Rivierenland"]


def test_a_killed_program_leaves_no_lock_behind(folder, clock):
    script = (
        "import os, sys, signal\nfrom pathlib import Path\n"
        "from coopdesk.kernel.clock import SystemClock\nfrom coopdesk.storage.workspace import open_workspace\n"
        "w = open_workspace(Path(sys.argv[1]), SystemClock())\nprint('open', flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("open", -9)
    open_workspace(folder, clock).close()


@pytest.fixture
def killed_while_writing(folder):
    """A workspace as a kill leaves it while pages were being written: half a transaction and the journal to undo it."""
    database, journal = folder / "desk.db", folder / "desk.db-journal"
    with closing(sqlite.connect(str(database), isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE area SET name = 'half'")
        for n in range(500):
            connection.execute("INSERT INTO person VALUES ('x', '', '', ?, ?, 1)", ("y" * 500, str(n)))
        half, undo = database.read_bytes(), journal.read_bytes()
        connection.execute("ROLLBACK")
    database.write_bytes(half)
    journal.write_bytes(undo)
    return folder


def test_a_workspace_killed_while_writing_opens_as_it_was_before(killed_while_writing, clock):
    opened = open_desk(killed_while_writing, clock)
    assert areas(opened) == ["Rivierenland"]
    assert opened.workspace.problems() == []
    opened.close()


def test_a_check_of_a_workspace_killed_while_writing_is_clean(killed_while_writing):
    assert problems(killed_while_writing / "desk.db") == []


def test_a_backup_of_a_workspace_killed_while_writing_is_of_before(killed_while_writing, clock, tmp_path):
    copy = tmp_path / "copy.db"
    copy_database(killed_while_writing / "desk.db", copy)
    with closing(sqlite.connect(str(copy))) as connection:
        assert connection.execute("SELECT name FROM area").fetchall() == [("Rivierenland",)]


DAMAGES = {
    "header": lambda content: b"\0" * 100 + content[100:],
    "cut short": lambda content: content[: len(content) // 2],
    "a page": lambda content: content[:8192] + os.urandom(4096) + content[12288:],
    "something else": lambda _: b"PK\x03\x04 this is a zip" * 500,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_database_is_refused_and_left_as_it_is(folder, clock, damage):
    database = folder / "desk.db"
    database.write_bytes(DAMAGES[damage](database.read_bytes()))
    before = files(folder)
    with pytest.raises(Refused):
        open_desk(folder, clock)
    assert files(folder) == before


def test_an_empty_file_in_the_place_of_the_database_is_refused_and_left(folder, clock):
    """A disk that filled up leaves 0 bytes; taking that for a new workspace would hide the loss."""
    (folder / "desk.db").write_bytes(b"")
    with pytest.raises(Refused):
        open_desk(folder, clock)
    assert (folder / "desk.db").read_bytes() == b""


def test_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path, clock, words):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(Refused) as refused:
        open_workspace(tmp_path / "file" / "inside", clock)
    assert words.tell(refused.value).startswith("De map")


def test_an_attached_file_is_kept_once_and_read_back(tmp_path):
    kept = Attachments(tmp_path / "attachments")
    digest = kept.keep(b"bijlage")
    assert kept.keep(b"bijlage") == digest
    assert kept.read(digest) == b"bijlage"
    assert [p.name for p in (tmp_path / "attachments").iterdir()] == [digest]


def test_an_attached_file_that_was_changed_or_removed_is_not_trusted(opened):
    kept = opened.workspace.attachments
    changed, gone = kept.keep(b"een"), kept.keep(b"twee")
    folder = opened.workspace.folder / "attachments"
    (folder / changed).write_bytes(b"iets anders")
    (folder / gone).unlink()
    for digest in (changed, gone):
        with pytest.raises(Refused):
            kept.read(digest)
    assert opened.workspace.problems() == [f"attachment {changed}"]


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    target = tmp_path / "uit.xlsx"
    write_whole(target, b"eerste")
    (tmp_path / "map").mkdir()
    with pytest.raises(Refused):
        write_whole(tmp_path / "map", b"tweede")
    assert (target.read_bytes(), sorted(p.name for p in tmp_path.iterdir())) == (b"eerste", ["map", "uit.xlsx"])
