"""The example area, made once and copied for each test: making it takes a second."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from coopdesk.desk.desk import Desk
from coopdesk.example.make import make_example
from coopdesk.kernel.clock import FixedClock
from coopdesk.storage.attachments import Attachments
from coopdesk.storage.unit import SqlLedger
from coopdesk.work import SqlWork
from tests.conftest import TODAY


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory, empty_database: bytes) -> tuple[bytes, str]:
    """A database with the example area, and the id of that area."""
    folder, clock = tmp_path_factory.mktemp("example"), FixedClock(TODAY)
    path, attachments = folder / "desk.db", Attachments(folder / "attachments")
    path.write_bytes(empty_database)
    made = make_example(Desk(SqlLedger(path, lambda rows: SqlWork(rows, attachments), clock, "test")), clock)
    return path.read_bytes(), made


@pytest.fixture
def area(ledger: SqlLedger[Any], tmp_path: Path, example: tuple[bytes, str]) -> str:
    """The example area in the workspace of the test."""
    data, made = example
    (tmp_path / "desk.db").write_bytes(data)
    return made
