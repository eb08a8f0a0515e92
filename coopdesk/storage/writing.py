"""Writes rows through SQLAlchemy: one transaction of one command. Imported when the first command runs, since a
workspace that is only looked at needs none of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError

from coopdesk.kernel.changes import Plain, Row, RowChange
from coopdesk.kernel.errors import Conflict
from coopdesk.storage.connection import connect
from coopdesk.storage.rows import Journal, Rows


class WritableRows(Rows):
    """The rows of a transaction that writes; what it reads is what it has written so far."""

    def __init__(self, connection: sa.Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite.Connection)
        super().__init__(driver)
        self._writer, self._journal = connection, Journal()

    @property
    def journal(self) -> Journal:
        return self._journal

    def change(self, table: str, before: Row | None, after: Row | None) -> None:
        """The one place where a row is written, so that nothing passes the journal or the check of versions."""
        if before is None:
            assert after is not None
            self._writer.execute(_table(table, tuple(after)).insert(), after)
        elif self._replace(_table(table, tuple(before)), before, after) != 1:
            raise Conflict("This was changed since you opened it.")
        self._journal.rows.append(RowChange(table, str((after or before or {})["id"]), before, after))

    def _replace(self, table: sa.TableClause, before: Row, after: Row | None) -> int:
        """Write or remove the row if it still has the version it had; how many rows that were."""
        seen = (table.c.id == before["id"], table.c.version == before["version"])
        if after is None:
            return self._writer.execute(table.delete().where(*seen)).rowcount
        other = {name: value for name, value in after.items() if value != before[name]}
        return self._writer.execute(table.update().where(*seen).values(other)).rowcount

    def write_unseen(self, statement: str, rows: Iterable[Sequence[Plain | bytes]]) -> None:
        if many := [tuple(row) for row in rows]:
            self._writer.exec_driver_sql(statement, many)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        rows, batches = len(self._journal.rows), len(self._journal.batches)
        try:
            with self._writer.begin_nested():
                yield
        except BaseException:
            del self._journal.rows[rows:], self._journal.batches[batches:]
            raise

    def commit(self) -> None:
        self._writer.commit()


@contextmanager
def transaction(path: Path) -> Iterator[WritableRows]:
    """Rows to write; what is not committed before it is let go never happened."""
    engine = _engine(path)
    try:
        with engine.connect() as connection:
            yield WritableRows(connection)
    except DBAPIError as error:
        # What the database itself says is what the ledger puts in words, for readers and writers alike.
        if isinstance(error.orig, sqlite.Error):
            raise error.orig from error
        raise


@lru_cache(maxsize=4)
def _engine(path: Path) -> sa.Engine:
    """One connection per unit of work: nothing stays open between two clicks."""
    engine = sa.create_engine("sqlite://", module=sqlite, creator=lambda: connect(path), poolclass=sa.NullPool)

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        # Rows of one step are written in any order; foreign keys are checked when it is committed.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")

    return engine


@lru_cache(maxsize=200)
def _table(name: str, columns: tuple[str, ...]) -> sa.TableClause:
    """A table without types, since rows hold plain values; kept, so that its statements stay compiled."""
    return sa.table(name, *map(sa.column, columns))
