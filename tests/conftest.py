"""What every test may ask for: a real desk on a real file, Dutch words, and the reference files where they are."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["OPENPYXL_LXML"] = "False"  # as for the process that reads: a checker of PDFs brings lxml along

import pytest
from hypothesis import HealthCheck, settings

from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import FixedClock
from coopdesk.storage.attachments import Attachments
from coopdesk.storage.unit import SqlLedger
from coopdesk.words.catalogue import Words, open_words
from coopdesk.work import SqlWork
from tests.catalogues import compile_catalogues
from tests.tables import make_tables

TODAY = date(2026, 11, 24)
SHARED = Path(__file__).resolve().parents[1].parent / "shared"

settings.register_profile(
    "coopdesk", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("coopdesk")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Tests read the translations as they stand in the .po files now; compiled once, before any worker reads them."""
    if hasattr(session.config, "workerinput"):
        return
    compile_catalogues()


def pytest_runtest_logfinish() -> None:
    """Windows a test closed go now: they would wait for an event loop, and every new style sheet dresses them again."""
    if (core := sys.modules.get("PySide6.QtCore")) is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def pytest_sessionfinish() -> None:
    """What Python put on the clipboard must not outlive Python: without a screen the clipboard is let go so late that
    the process would crash on its way out, after every test has passed."""
    if (gui := sys.modules.get("PySide6.QtGui")) is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture
def shared() -> Path:
    """The reference data beside a checkout; tests on it skip elsewhere."""
    if not SHARED.is_dir():
        pytest.skip("the reference data are not here")
    return SHARED


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture(scope="session")
def words() -> Words:
    return open_words("nl")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database with every table and no rows, made once."""
    path = tmp_path_factory.mktemp("schema") / "desk.db"
    make_tables(path)
    return path.read_bytes()


@pytest.fixture
def ledger(tmp_path: Path, clock: FixedClock, empty_database: bytes) -> SqlLedger[SqlWork]:
    path = tmp_path / "desk.db"
    path.write_bytes(empty_database)
    attachments = Attachments(tmp_path / "attachments")
    return SqlLedger(path, lambda rows: SqlWork(rows, attachments), clock, "test")


@pytest.fixture
def desk(ledger: SqlLedger[SqlWork]) -> Desk[SqlWork]:
    """A desk on a real file."""
    return Desk(ledger)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told, from the first on: Qt hands it on to the system, of which there is none here."""
    from coopdesk.shell import speech

    told: list[str] = []

    class Reader:
        @staticmethod
        def updateAccessibility(event: object) -> None:
            told.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(speech, "QAccessible", Reader)
    return told
