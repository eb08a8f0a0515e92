"""Writes and takes back the many rows of one import: one journal entry for the batch instead of an image per row."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from coopdesk.kernel.changes import BatchChange
from coopdesk.kernel.errors import Conflict
from coopdesk.kernel.progress import Progress, silent
from coopdesk.storage.base import Record
from coopdesk.storage.journal import journal_of

CHUNK = 5000
_MODULUS = 1 << 128


def add_batch(
    session: Session,
    record: type[Record],
    import_id: str,
    values: Sequence[Any],
    progress: Progress = silent,
) -> None:
    """Insert the values of one import (dataclasses with the record's field names, `import_id` among them).

    Many times faster than one object at a time, at the price that the rows are undone together or not at all.
    """
    table = record.__table__
    assert isinstance(table, sa.Table)
    plain = _plain_reader(table)
    session.flush()
    connection = session.connection()
    total, digest, done = len(values), 0, 0
    names = [c.name for c in table.columns]
    statement = _insert(table.name, names)
    for start in range(0, total, CHUNK):
        rows = [plain(value) for value in values[start : start + CHUNK]]
        digest = (digest + _digest(names, rows)) % _MODULUS
        connection.exec_driver_sql(statement, rows)
        done += len(rows)
        progress(done, total)
    journal_of(session).batches.append(BatchChange(table.name, import_id, total, f"{digest:032x}", present=True))


def put_batch_back(session: Session, change: BatchChange) -> None:
    """Remove the rows of an import, or bring them back after such a removal; Conflict when they changed meanwhile."""
    table = Record.metadata.tables[change.table]
    undone = _remove(session, table, change) if change.present else _restore(session, table, change)
    journal_of(session).batches.append(undone)


def _remove(session: Session, table: sa.Table, change: BatchChange) -> BatchChange:
    connection = session.connection()
    names = [c.name for c in table.columns]
    select = f'SELECT {_listed(names)} FROM "{table.name}" WHERE import_id = ? ORDER BY id'  # noqa: S608 - own names
    rows = [tuple(row) for row in connection.exec_driver_sql(select, (change.import_id,))]
    if len(rows) != change.count or f"{_digest(names, rows):032x}" != change.digest:
        raise Conflict("Rows of this import were changed since; it can no longer be undone as a whole.")
    connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE import_id = ?', (change.import_id,))  # noqa: S608
    kept = zlib.compress(json.dumps([names, rows], ensure_ascii=False).encode())
    return BatchChange(change.table, change.import_id, change.count, change.digest, present=False, kept=kept)


def _restore(session: Session, table: sa.Table, change: BatchChange) -> BatchChange:
    assert change.kept is not None
    names, rows = json.loads(zlib.decompress(change.kept))
    connection = session.connection()
    statement = _insert(table.name, names)
    for start in range(0, len(rows), CHUNK):
        connection.exec_driver_sql(statement, [tuple(row) for row in rows[start : start + CHUNK]])
    return BatchChange(change.table, change.import_id, change.count, change.digest, present=True)


def _insert(table: str, names: Sequence[str]) -> str:
    return f'INSERT INTO "{table}" ({_listed(names)}) VALUES ({", ".join("?" * len(names))})'  # noqa: S608 - own names


def _plain_reader(table: sa.Table) -> Callable[[Any], tuple[Any, ...]]:
    """A function from a value to its plain row, with the column types looked up once."""
    readers: list[tuple[str, Callable[[Any, Any], Any] | None]] = [
        (c.name, c.type.process_bind_param if isinstance(c.type, sa.TypeDecorator) else None) for c in table.columns
    ]

    def plain(value: Any) -> tuple[Any, ...]:
        return tuple(
            getattr(value, name) if bind is None else bind(getattr(value, name), None) for name, bind in readers
        )

    return plain


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _digest(names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> int:
    """A hash of the rows' content in any order, without their versions, which grow with every undo."""
    at = names.index("version")
    hashes = (blake2b(repr(row[:at] + row[at + 1 :]).encode(), digest_size=16).digest() for row in rows)
    return sum(map(int.from_bytes, hashes)) % _MODULUS
