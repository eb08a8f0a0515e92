"""Says in words what SQLite's result codes mean for the user."""

from __future__ import annotations

import errno

import sqlcipher3.dbapi2 as sqlite

from coopdesk.kernel.errors import Busy, Refused, UserError
from coopdesk.words.marks import N_

_FULL = N_(
    "The disk is full. Nothing of this change was saved; what was saved before is safe. Free some space and try again."
)
_READ_ONLY = N_("This workspace cannot be written. What was saved before is safe. Check the permissions of the folder.")
_DAMAGED = N_("The workspace is damaged. Restore the latest backup with File › Versions; the damaged file is kept.")
_DISK = N_("The disk does not answer. What was saved before is safe. Check the drive and try again.")
_MESSAGES: dict[int, str] = {
    sqlite.SQLITE_FULL: _FULL,
    sqlite.SQLITE_READONLY: _READ_ONLY,
    sqlite.SQLITE_PERM: _READ_ONLY,
    sqlite.SQLITE_CORRUPT: _DAMAGED,
    sqlite.SQLITE_NOTADB: _DAMAGED,
    sqlite.SQLITE_IOERR: _DISK,
    sqlite.SQLITE_CANTOPEN: _DISK,
}


def in_words(error: BaseException | None) -> UserError | None:
    """What to raise instead of what the driver raised: Busy for a lock, Refused for the environment; None for a fault
    of ours."""
    code = _code(error)
    if code in (sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED):
        return Busy("Another program is using this workspace. Close it and try again.")
    message = _MESSAGES.get(code)
    return Refused(message) if message else None


def not_written(error: OSError, otherwise: Refused) -> Refused:
    """What to raise when a file could not be written: a full disk has its own words."""
    return Refused(_FULL) if error.errno in (errno.ENOSPC, errno.EDQUOT) else otherwise


def _code(error: BaseException | None) -> int:
    """The primary result code; the driver gives no code attribute everywhere, so its fixed English text decides."""
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        return code & 0xFF
    text = str(error).lower()
    for words, found in _TEXTS:
        if words in text:
            return found
    return int(sqlite.SQLITE_ERROR)


_TEXTS: tuple[tuple[str, int], ...] = (
    ("locked", sqlite.SQLITE_BUSY),
    ("disk is full", sqlite.SQLITE_FULL),
    ("readonly", sqlite.SQLITE_READONLY),
    ("malformed", sqlite.SQLITE_CORRUPT),
    ("not a database", sqlite.SQLITE_NOTADB),
    ("disk i/o", sqlite.SQLITE_IOERR),
    ("unable to open", sqlite.SQLITE_CANTOPEN),
)
