"""Opens a workspace for work: folder and lock, schema, desk. The window and the command line both come through here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import Clock
from coopdesk.kernel.loading import load
from coopdesk.storage.schema import NEWEST
from coopdesk.storage.unit import SqlLedger
from coopdesk.storage.workspace import Workspace, open_workspace
from coopdesk.work import SqlWork


@dataclass(frozen=True, slots=True)
class Opened:
    """A workspace in use."""

    workspace: Workspace
    ledger: SqlLedger[SqlWork]
    desk: Desk[SqlWork]

    def close(self) -> None:
        self.workspace.close()


def default_folder() -> Path:
    """Where a person's own workspace lives: the local application-data folder, never one that is synchronised."""
    return user_data_path("Coopdesk", appauthor=False, roaming=False) / "workspace"


def open_desk(folder: Path, clock: Clock, who: Callable[[], str] = str) -> Opened:
    """Open or make the workspace in a folder; Refused when it cannot be used. `who` tells who is at work."""
    workspace = open_workspace(folder, clock)
    attachments = workspace.attachments
    ledger = SqlLedger(workspace.database, lambda rows: SqlWork(rows, attachments), clock, NEWEST, who)
    return Opened(workspace, ledger, Desk(ledger))


def prepare_writing() -> None:
    """Imports what a first command needs while something else is waited for; SQLAlchemy takes a fifth of a second."""
    threading.Thread(target=load, args=("coopdesk.storage.writing",)).start()


@contextmanager
def opened(folder: Path, clock: Clock, who: Callable[[], str] = str) -> Iterator[Opened]:
    """The same for as long as a command runs."""
    found = open_desk(folder, clock, who)
    try:
        yield found
    finally:
        found.close()
