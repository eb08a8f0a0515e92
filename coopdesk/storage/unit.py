"""A unit of work: one connection, one transaction, one journal; everything or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Generic, TypeVar

import sqlcipher3.dbapi2 as sqlite

from coopdesk.desk.ledger import Kind, StepHead
from coopdesk.kernel.changes import Step, net
from coopdesk.kernel.clock import Clock
from coopdesk.kernel.errors import Conflict
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.loading import load
from coopdesk.storage import steps
from coopdesk.storage.bulk import put_batch_back
from coopdesk.storage.connection import moment
from coopdesk.storage.failures import in_words
from coopdesk.storage.putback import put_rows_back
from coopdesk.storage.rows import Rows


class Work:
    """What every command gets: the rows for the stores, and a place to name what the step is about."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.subject = ""

    def about(self, subject: str) -> None:
        """Name the object of this step, for the undo menu and the history."""
        self.subject = subject

    def follow(self) -> None:
        """Writes what goes along with what a command wrote, in the same step; one that is put back has it already."""

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of the unit that may fail by itself: what it wrote goes, and so does what the journal noted of it."""
        with self.rows.attempt():
            yield


W = TypeVar("W", bound=Work)


class SqlUnit(Generic[W]):
    """One transaction for writing."""

    def __init__(self, rows: Rows, work: W, clock: Clock, schema: str, who: str) -> None:
        self._rows, self.work, self._clock, self._schema, self._who = rows, work, clock, schema, who

    def put_back(self, step: Step) -> None:
        put_rows_back(self._rows, step.rows)
        for batch in reversed(step.batches):
            put_batch_back(self._rows, batch)

    def commit(self, kind: Kind, label: str, subject: str = "", undoes: str | None = None) -> Step:
        if kind is Kind.DO:
            self.work.follow()
        journal = self._rows.journal
        rows, batches = net(journal.rows), tuple(journal.batches)
        step = Step(new_id(), label, subject or self.work.subject, self._clock.now(), rows, batches, undoes,
                    self._who)  # fmt: skip
        if rows or batches:
            steps.keep(self._rows, step, kind, self._schema)
        self._rows.commit()
        return step


class SqlLedger(Generic[W]):
    """The database as the desk sees it: a file, opened anew for every unit of work. `who` tells who is at work."""

    def __init__(
        self, database: Path, work: Callable[[Rows], W], clock: Clock, schema: str, who: Callable[[], str] = str
    ) -> None:
        self._database, self._work, self._clock, self._schema, self._who = database, work, clock, schema, who

    @contextmanager
    def write(self) -> Iterator[SqlUnit[W]]:
        with _in_words(), _transaction(self._database) as rows:
            yield SqlUnit(rows, self._work(rows), self._clock, self._schema, self._who())

    @contextmanager
    def read(self) -> Iterator[W]:
        with self._look() as rows:
            yield self._work(rows)

    def step(self, id: str) -> Step:
        with self._look() as rows:
            return steps.load(rows, id)

    def heads(self, limit: int, *, undoable: bool = False) -> list[StepHead]:
        with self._look() as rows:
            return steps.heads(rows, limit, self._schema if undoable else None)

    def history(self, table: str, row_id: str | None = None) -> list[Step]:
        with self._look() as rows:
            return steps.touching(rows, table, row_id)

    @contextmanager
    def _look(self) -> Iterator[Rows]:
        with _in_words(), moment(self._database) as connection:
            yield Rows(connection)


def get_ready_to_write() -> None:
    """Import what the first command needs, on a worker while a person is still typing."""
    load("coopdesk.storage.writing")


def _transaction(database: Path) -> AbstractContextManager[Rows]:
    """Rows to write. SQLAlchemy takes a fifth of a second to import, which a workspace that opens need not wait for."""
    begun: AbstractContextManager[Rows] = load("coopdesk.storage.writing").transaction(database)
    return begun


@contextmanager
def _in_words() -> Iterator[None]:
    """Turn what the database says into something to tell a person."""
    try:
        yield
    except sqlite.IntegrityError as error:
        raise Conflict("This is still used elsewhere. Unlink it there first.") from error
    except sqlite.DatabaseError as error:
        said = in_words(error)
        if said is None:
            raise
        raise said from error
