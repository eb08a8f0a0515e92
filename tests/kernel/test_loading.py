"""Two threads that import at the same moment get whole modules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys, threading
from coopdesk.kernel.loading import load

sys.setswitchinterval(1e-5)  # seconds: as often in each other's way as can be
start, failed = threading.Barrier(len(sys.argv) - 1), []

def bring(name):
    start.wait()
    try:
        load(name)
    except Exception as error:
        failed.append(error)

threads = [threading.Thread(target=bring, args=(name,)) for name in sys.argv[1:]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
sys.exit(str(failed) if failed else 0)
"""


@pytest.mark.parametrize(
    "names",
    [
        # A workspace is made at the first click, which also gets ready to write.
        ("coopdesk.storage.migrate", "coopdesk.storage.writing"),
        # A dossier is made while the other screens are being imported.
        ("coopdesk.dossier.make", "coopdesk.analysis.ui.page", "coopdesk.territory.ui.page"),
    ],
)
def test_what_two_threads_import_at_once_comes_whole(names):
    command = [sys.executable, "-c", SCRIPT, *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
