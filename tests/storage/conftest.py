"""A workspace folder made once with every migration, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from coopdesk.kernel.clock import FixedClock
from coopdesk.opening import Opened, open_desk
from coopdesk.territory.commands import AddArea
from tests.conftest import TODAY


@pytest.fixture(scope="session")
def made_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed workspace with one area in it."""
    folder = tmp_path_factory.mktemp("made") / "workspace"
    opened = open_desk(folder, FixedClock(TODAY))
    opened.desk.do(AddArea("Rivierenland", ("12021", "12014"), 2026, 2031))
    opened.close()
    return folder


@pytest.fixture
def folder(made_workspace: Path, tmp_path: Path) -> Path:
    """The folder of a closed workspace of one's own."""
    target = tmp_path / "own" / "workspace"
    shutil.copytree(made_workspace, target)
    return target


@pytest.fixture
def opened(folder: Path, clock: FixedClock) -> Iterator[Opened]:
    found = open_desk(folder, clock)
    yield found
    found.close()


def files(folder: Path) -> dict[str, bytes]:
    """Every file in a folder with its bytes, but for the lock."""
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and p.name != "lock"
    }
