"""Which schema a database file has, told without alembic, which takes long to import and is needed once a version."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
)  # oldest first; a test holds them against the migrations
NEWEST = REVISIONS[-1]


def revision_of(path: Path) -> str | None:
    """The revision of a database file; None when it has none."""
    with closing(sqlite.connect(f"file:{path.as_posix()}?mode=rw", uri=True)) as connection:
        tables = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone() if tables else None
    return None if found is None else str(found[0])


def is_newer(path: Path) -> bool:
    """Whether a later Coopdesk wrote this file: its revision is one we do not know."""
    found = revision_of(path)
    return found is not None and found not in REVISIONS
