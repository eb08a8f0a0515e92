"""Records the before and after image of each row that a unit of work writes, and puts rows back from such images."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy import TypeDecorator, event
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, object_session, sessionmaker
from sqlalchemy.orm.attributes import get_history

from coopdesk.kernel.changes import BatchChange, Plain, Row, RowChange, content
from coopdesk.kernel.errors import Conflict
from coopdesk.storage.base import Record

_KEY = "coopdesk.journal"


@dataclass(slots=True)
class Journal:
    """What one unit of work has written so far."""

    rows: list[RowChange] = field(default_factory=list)
    batches: list[BatchChange] = field(default_factory=list)


def open_journal(session: Session) -> Journal:
    """Start recording what this session writes."""
    journal = Journal()
    session.info[_KEY] = journal
    return journal


def journal_of(session: Session) -> Journal:
    """The journal of a writing session."""
    journal = session.info[_KEY]
    assert isinstance(journal, Journal)
    return journal


def guard(sessions: sessionmaker[Session]) -> None:
    """Once for all sessions: what the journal cannot see must not happen."""
    event.listen(sessions, "do_orm_execute", _refuse_bulk)


def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_update or state.is_delete or state.is_insert:
        raise RuntimeError("Bulk statements bypass the journal: change objects instead.")


def _plain(column: sa.Column[Any], value: Any) -> Plain:
    kind = column.type
    plain = kind.process_bind_param(value, None) if isinstance(kind, TypeDecorator) else value  # type: ignore[arg-type]
    assert plain is None or isinstance(plain, str | int), (column, value)
    return plain


def _image(mapper: Mapper[Any], target: Record, *, old: bool) -> Row:
    out: Row = {}
    for attribute in mapper.column_attrs:
        column = attribute.columns[0]
        assert isinstance(column, sa.Column)
        value = getattr(target, attribute.key)
        if old and (was := get_history(target, attribute.key).deleted):
            value = was[0]
        out[column.name] = _plain(column, value)
    return out


def _note(target: Record, before: Row | None, after: Row | None) -> None:
    session = object_session(target)
    if session is not None and _KEY in session.info:
        session.info[_KEY].rows.append(RowChange(target.__tablename__, target.id, before, after))


@event.listens_for(Record, "after_insert", propagate=True)
def _inserted(mapper: Mapper[Any], _connection: Any, target: Record) -> None:
    _note(target, None, _image(mapper, target, old=False))


@event.listens_for(Record, "after_update", propagate=True)
def _updated(mapper: Mapper[Any], _connection: Any, target: Record) -> None:
    _note(target, _image(mapper, target, old=True), _image(mapper, target, old=False))


@event.listens_for(Record, "before_delete", propagate=True)
def _deleted(mapper: Mapper[Any], _connection: Any, target: Record) -> None:
    _note(target, _image(mapper, target, old=True), None)


def put_rows_back(session: Session, rows: tuple[RowChange, ...]) -> None:
    """Put every row as it was before the step that made these changes.

    A row may only be put back while it still reads as the step left it. Its version is no measure of that: versions
    only grow, so undoing a later step has already moved it on.
    """
    connection = session.connection()
    for change in rows:
        table = _bare(change.table)
        found = connection.execute(sa.select(table).where(table.c.id == change.id)).mappings().one_or_none()
        here: Row | None = dict(found) if found else None
        if content(here) != content(change.after):
            raise Conflict("This was changed again since; it can no longer be undone.")
        now = _next_version(change, here)
        if now is None:
            connection.execute(sa.delete(table).where(table.c.id == change.id))
        elif here is None:
            connection.execute(sa.insert(table).values(now))
        else:
            connection.execute(sa.update(table).where(table.c.id == change.id).values(now))
        journal_of(session).rows.append(RowChange(change.table, change.id, here, now))


def _next_version(change: RowChange, here: Row | None) -> Row | None:
    if change.before is None:
        return None
    versions = [image["version"] for image in (change.before, change.after, here) if image]
    return {**change.before, "version": max(v for v in versions if isinstance(v, int)) + 1}


def _bare(name: str) -> sa.TableClause:
    """A table without types: images hold plain database values."""
    columns = Record.metadata.tables[name].columns
    return sa.table(name, *(sa.column(c.name) for c in columns))
