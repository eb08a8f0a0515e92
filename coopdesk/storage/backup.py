"""Verified copies of the database: made while it is in use, counted only after a check, thinned out with age."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from coopdesk.kernel.clock import Clock
from coopdesk.kernel.errors import Refused
from coopdesk.storage.failures import in_words, not_written
from coopdesk.storage.verify import problems

DAILY, WEEKLY, MONTHLY = 12, 10, 9
_NAME = re.compile(r"(\d{6})_(\d{8}T\d{6})(?:_(.+))?\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified copy; `name` is set for a version point the user made."""

    path: Path
    sequence: int
    at: datetime
    name: str


class Backups:
    """The copies in one folder, ordered by a sequence number: clocks jump, sequences do not."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder, self._clock = folder, clock

    def all(self) -> list[Backup]:
        """Newest first."""
        if not self._folder.is_dir():
            return []
        found = [b for p in self._folder.iterdir() if (b := _parse(p)) is not None]
        return sorted(found, key=lambda b: b.sequence, reverse=True)

    def make(self, database: Path, name: str = "") -> Backup:
        """Copy the database as it is this moment and verify the copy; Refused when either fails."""
        self._folder.mkdir(parents=True, exist_ok=True)
        known = self.all()
        sequence = known[0].sequence + 1 if known else 1
        safe = re.sub(r"[^\w \-.]", "_", name)[:60].strip()
        stamp = self._clock.now().astimezone(UTC).strftime("%Y%m%dT%H%M%S")
        target = self._folder / f"{sequence:06}_{stamp}{f'_{safe}' if safe else ''}.db"
        copy_database(database, target)
        made = _parse(target)
        assert made is not None
        return made

    def thin_out(self) -> None:
        """Keep the named ones, and of the others the latest per day, week and month."""
        keep = {b.path for b in _kept(self.all())}
        for backup in self.all():
            if backup.path not in keep:
                backup.path.unlink(missing_ok=True)


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy of a database in use, checked before it gets its name."""
    part = target.with_name(f".{target.name}.part")
    try:
        with (
            closing(sqlite.connect(f"file:{source.as_posix()}?mode=rw", uri=True)) as old,
            closing(sqlite.connect(str(part))) as new,
        ):
            new.execute("PRAGMA synchronous = FULL")
            old.backup(new)
        if found := problems(part):
            raise Refused("The backup could not be verified: {reason}", reason=found[0])
        part.replace(target)
    except sqlite.DatabaseError as error:
        raise in_words(error) or Refused("The backup could not be made: {reason}", reason=str(error)) from error
    except OSError as error:
        refused = Refused("The backup could not be made: {reason}", reason=error.strerror or "")
        raise not_written(error, refused) from error
    finally:
        part.unlink(missing_ok=True)


def _parse(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    at = datetime.strptime(found[2], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    return Backup(path, int(found[1]), at, found[3] or "")


def _kept(newest_first: list[Backup]) -> Iterable[Backup]:
    yield from (b for b in newest_first if b.name)
    plain = [b for b in newest_first if not b.name]
    yield from plain[:3]
    for pattern, most in (("%Y-%j", DAILY), ("%G-%V", WEEKLY), ("%Y-%m", MONTHLY)):
        latest: dict[str, Backup] = {}
        for backup in plain:
            latest.setdefault(backup.at.strftime(pattern), backup)
        yield from list(latest.values())[:most]
