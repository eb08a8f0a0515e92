"""A unit of work: one session, one transaction, one journal; everything or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from coopdesk.desk.ledger import Kind, StepHead
from coopdesk.kernel.changes import Step, net
from coopdesk.kernel.clock import Clock
from coopdesk.kernel.errors import Conflict
from coopdesk.kernel.ids import new_id
from coopdesk.storage import steps
from coopdesk.storage.bulk import put_batch_back
from coopdesk.storage.engine import readers, writers
from coopdesk.storage.failures import refusal
from coopdesk.storage.journal import open_journal, put_rows_back


class Work:
    """What every command gets: the session for the stores, and a place to name what the step is about."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.subject = ""

    def about(self, subject: str) -> None:
        """Name the object of this step, for the undo menu and the history."""
        self.subject = subject


W = TypeVar("W", bound=Work)


class SqlUnit(Generic[W]):
    """One transaction for writing."""

    def __init__(self, session: Session, work: W, clock: Clock, schema: str) -> None:
        self._session, self.work, self._clock, self._schema = session, work, clock, schema
        self._journal = open_journal(session)

    def put_back(self, step: Step) -> None:
        put_rows_back(self._session, step.rows)
        for batch in reversed(step.batches):
            put_batch_back(self._session, batch)

    def commit(self, kind: Kind, label: str, subject: str = "", undoes: str | None = None) -> Step:
        self._session.flush()
        rows, batches = net(self._journal.rows), tuple(self._journal.batches)
        step = Step(new_id(), label, subject or self.work.subject, self._clock.now(), rows, batches, undoes)
        if rows or batches:
            steps.keep(self._session.connection(), step, kind, self._schema)
        self._session.commit()
        return step


class SqlLedger(Generic[W]):
    """The database as the desk sees it."""

    def __init__(self, engine: Engine, work: Callable[[Session], W], clock: Clock, schema: str) -> None:
        self._engine, self._work, self._clock, self._schema = engine, work, clock, schema
        self._writers, self._readers = writers(engine), readers(engine)

    @contextmanager
    def write(self) -> Iterator[SqlUnit[W]]:
        with self._writers() as session, _in_words():
            yield SqlUnit(session, self._work(session), self._clock, self._schema)

    @contextmanager
    def read(self) -> Iterator[W]:
        with self._readers() as session, _in_words():
            yield self._work(session)

    def step(self, id: str) -> Step:
        with self._readers() as session, _in_words():
            return steps.load(session.connection(), id)

    def heads(self, limit: int, *, undoable: bool = False) -> list[StepHead]:
        with self._readers() as session, _in_words():
            return steps.heads(session.connection(), limit, self._schema if undoable else None)

    def history(self, table: str, row_id: str) -> list[Step]:
        with self._readers() as session, _in_words():
            return steps.touching(session.connection(), table, row_id)

    def close(self) -> None:
        self._engine.dispose()


@contextmanager
def _in_words() -> Iterator[None]:
    """Turn what the database says into something to tell a person."""
    try:
        yield
    except StaleDataError as error:
        raise Conflict("This was changed since you opened it.") from error
    except IntegrityError as error:
        raise Conflict("This is still used elsewhere. Unlink it there first.") from error
    except (OperationalError, DatabaseError) as error:
        raise refusal(error) from error
