"""Nothing that was acknowledged is lost, whatever happens to the program or the disk."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from tests.faults.kill import ROOT, trials

FULL = "De schijf is vol."


def test_no_acknowledged_edit_is_lost_when_the_program_is_killed():
    tally = trials(5, seed=1)
    assert (tally.lost, tally.not_whole) == (0, 0)
    assert tally.acknowledged > 0


def test_the_kill_test_notices_an_edit_acknowledged_too_early():
    # A quick disk often wins from the kill: tried until the first loss, which is among the first few almost always.
    assert trials(60, seed=1, early=True).lost > 0


def on_a_small_disk(folder, size):
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this computer lets nobody mount a small disk")
    command = [unshare, "-rm", sys.executable, "-m", "tests.faults.full", str(folder), size]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("size", ["2000k", "2700k"])
def test_a_full_disk_is_told_in_words_and_loses_nothing(tmp_path, size):
    found = on_a_small_disk(tmp_path, size)
    assert found["kept"] == found["there"] > 0
    assert found["undone"] == 0
    assert set(found["told"]) == {"edit", "undo", "backup", "attachment", "copy"}
    assert all(text.startswith(FULL) for text in found["told"].values())
    assert (found["problems"], found["leftovers"], found["backups"]) == ([], [], 1)
    assert found["went on"] == 1


def test_a_disk_too_small_for_a_workspace_leaves_no_half_one(tmp_path):
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c",
         (f"mount -t tmpfs -o size=100k tmpfs '{tmp_path}' && "
         f"'{sys.executable}' -m coopdesk area Rivierenland 12021 --workspace '{tmp_path}/w'; ls -A '{tmp_path}/w'")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "mount" in done.stderr or "unshare" in done.stderr:
        pytest.skip("this computer lets nobody mount a small disk")
    assert FULL in done.stderr
    assert done.stdout.split() == ["lock"]
