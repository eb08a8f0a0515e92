"""Opens the database file as SQLite ought to be opened; the reasons and measurements are in docs/decisions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

PRAGMAS = (
    "busy_timeout = 2000",
    "foreign_keys = ON",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "mmap_size = 0",
    "cache_size = -16000",
)


def connect(path: Path) -> sqlite.Connection:
    """A connection of one's own, to be closed. No transaction begins by itself."""
    connection = sqlite.connect(str(path), isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


@contextmanager
def moment(path: Path) -> Iterator[sqlite.Connection]:
    """A connection that sees one moment of the database. Once let go it is closed and refuses to be used: a reader that
    stays open keeps every writer out."""
    with closing(connect(path)) as connection:
        connection.execute("BEGIN")
        yield connection
