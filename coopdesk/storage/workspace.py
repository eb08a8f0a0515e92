"""A workspace: a folder of ours with one database, attachments and backups, used by one program at a time."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from pathlib import Path
from typing import IO

from coopdesk.kernel.clock import Clock
from coopdesk.kernel.errors import Damaged, Refused
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.loading import load
from coopdesk.storage.attachments import Attachments
from coopdesk.storage.backup import Backup, Backups, copy_database
from coopdesk.storage.failures import not_written
from coopdesk.storage.schema import NEWEST, is_newer, revision_of
from coopdesk.storage.verify import problems

DATABASE, LOCK, ATTACHMENTS, BACKUPS = "desk.db", "lock", "attachments", "backups"
NO_SCHEMA = "no tables"  # beside what SQLite itself reports, which is English too


class Workspace:
    """An opened workspace folder. While it is open nobody else can open it; closing gives it free."""

    def __init__(self, folder: Path, lock: IO[bytes], clock: Clock) -> None:
        self.folder, self._lock = folder, lock
        self.database = folder / DATABASE
        self.attachments = Attachments(folder / ATTACHMENTS)
        self.backups = Backups(folder / BACKUPS, clock)

    def backup(self, name: str = "") -> Backup:
        """A verified copy of the database now."""
        made = self.backups.make(self.database, name)
        self.backups.thin_out()
        return made

    def restore(self, backup: Backup) -> None:
        """Put a backup in the place of the database; the desk must be closed. What is there is first backed up, or put
        aside as it is when it is damaged."""
        beside = self.database.with_name(f".{DATABASE}.restored")
        try:
            copy_database(backup.path, beside)
            if self.database.exists():
                self._keep_present()
            beside.replace(self.database)
        except OSError as error:
            refused = Refused("The workspace could not be written: {reason}", reason=error.strerror or "")
            raise not_written(error, refused) from error
        finally:
            beside.unlink(missing_ok=True)

    def _keep_present(self) -> None:
        if not _wrong_with(self.database):
            self.backups.make(self.database, "before restoring")
            return
        aside = self.folder / f"damaged-{new_id()}"
        aside.mkdir()
        # The journal goes along: left beside another database it would be played into that.
        for name in (DATABASE, f"{DATABASE}-journal"):
            if (self.folder / name).exists():
                (self.folder / name).replace(aside / name)

    def problems(self) -> list[str]:
        """What `check` finds wrong; empty when all is sound."""
        return problems(self.database) + [f"attachment {name}" for name in self.attachments.damaged()]

    def close(self) -> None:
        _unlock(self._lock)


def open_workspace(folder: Path, clock: Clock, *, to_restore: bool = False) -> Workspace:
    """Open a workspace, making it when the folder holds none. Its database is first brought up to date on a copy.

    Refused when another program has it open or when a newer Coopdesk wrote it, Damaged when its database is not whole;
    then nothing in the folder has changed. `to_restore` takes it as it is, to put a backup back.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _lock(folder / LOCK)
    except OSError as error:
        raise Refused("The folder {folder} cannot be used: {reason}", folder=folder, reason=error.strerror) from error
    try:
        if not to_restore:
            _bring_up_to_date(folder, clock)
    except BaseException:
        _unlock(lock)
        raise
    return Workspace(folder, lock, clock)


def _bring_up_to_date(folder: Path, clock: Clock) -> None:
    database = folder / DATABASE
    if not database.exists():
        _swap_in(database, None)
        return
    if found := _wrong_with(database, quick=True):
        raise Damaged(
            "The workspace in {folder} is damaged ({reason}). Nothing was changed. Put a backup back.",
            folder=folder, reason=found[0],
        )  # fmt: skip
    if is_newer(database):
        raise Refused(
            "This workspace was made with a newer Coopdesk. Nothing was changed. Install the newest version to open it."
        )
    if revision_of(database) != NEWEST:
        Backups(folder / BACKUPS, clock).make(database, "before updating")
        _swap_in(database, database)


def _wrong_with(database: Path, *, quick: bool = False) -> list[str]:
    """What is wrong with a database. One without a schema is an empty file, sound in itself: a disk that filled up
    leaves one where a workspace was."""
    return problems(database, quick=quick) or ([] if revision_of(database) else [NO_SCHEMA])


def _swap_in(database: Path, source: Path | None) -> None:
    """Migrate a copy of the source (or an empty file) and put it in place."""
    migrate = load("coopdesk.storage.migrate")  # alembic is only imported when there is something to migrate
    work = database.with_name(f".{DATABASE}.{new_id()}.new")
    try:
        if source is not None:
            shutil.copyfile(source, work)
        migrate.upgrade(work)
        with work.open("rb+") as file:
            os.fsync(file.fileno())
        work.replace(database)
    except OSError as error:
        refused = Refused("The workspace could not be written: {reason}", reason=error.strerror or "")
        raise not_written(error, refused) from error
    finally:
        work.unlink(missing_ok=True)


def _lock(path: Path) -> IO[bytes]:
    """Take the lock of the operating system, which a crash or a power cut gives free by itself."""
    file = path.open("ab+")
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists on Windows only

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - exists on Unix only

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise Refused("This workspace is already open in another window of Coopdesk.") from error
    return file


def _unlock(file: IO[bytes]) -> None:
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists on Windows only

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
    file.close()
