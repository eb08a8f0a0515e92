"""Opens the database file as SQLite ought to be opened; the reasons and measurements are in docs/decisions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.orm import Session, sessionmaker

from coopdesk.storage.journal import guard

READ = "coopdesk_read"
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


def open_engine(path: Path) -> Engine:
    """An engine on one file, one connection per unit of work. No transaction begins by itself: writers say BEGIN
    IMMEDIATE, readers BEGIN."""
    engine = create_engine(f"sqlite:///{path}", module=sqlcipher3.dbapi2, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _settle(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get(READ):
            connection.exec_driver_sql("BEGIN")
            return
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        # Rows of one step are written in any order; foreign keys are checked when it is committed.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")

    return engine


def writers(engine: Engine) -> sessionmaker[Session]:
    """Sessions that write; everything they do is journalled."""
    sessions = sessionmaker(engine, expire_on_commit=False, close_resets_only=False)
    guard(sessions)
    return sessions


def readers(engine: Engine) -> sessionmaker[Session]:
    """Sessions that see one moment of the database. Once let go they refuse to be used: a reader that begins again by
    itself is closed by nobody and keeps every writer out."""
    return sessionmaker(engine.execution_options(**{READ: True}), expire_on_commit=False, close_resets_only=False)
