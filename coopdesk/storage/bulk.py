"""Writes and takes back the many rows of one import: one journal entry for the batch instead of an image per row."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from operator import itemgetter
from typing import Any

from coopdesk.kernel.changes import BatchChange, Plain
from coopdesk.kernel.errors import Conflict
from coopdesk.kernel.progress import Progress, silent
from coopdesk.storage.plain import Shape, plain
from coopdesk.storage.rows import Rows, columns, inserting, quoted

CHUNK = 5000
_MODULUS = 1 << 128


def add_batch(
    rows: Rows, table: str, shape: Shape[Any], import_id: str, values: Sequence[Any], progress: Progress = silent
) -> None:
    """Insert the values of one import.

    Many times faster than one object at a time, at the price that the rows are undone together or not at all.
    """
    total, digest, done = len(values), 0, 0
    statement = inserting(table, shape.names)
    for start in range(0, total, CHUNK):
        some = [shape.cells(value) for value in values[start : start + CHUNK]]
        digest = (digest + _digest(shape.names, some)) % _MODULUS
        rows.write_unseen(statement, some)
        done += len(some)
        progress(done, total)
    rows.journal.batches.append(BatchChange(table, import_id, total, f"{digest:032x}", present=True))


def add_columns(
    rows: Rows, table: str, names: Sequence[str], import_id: str, columns: Sequence[Any], progress: Progress = silent
) -> None:
    """The same for values that come as columns in the order of `names`: each a list, or one value for all rows.

    Faster still, because no value is made for a row and each different value of a column is turned only once.
    """
    total = max(len(column) for column in columns if isinstance(column, list))
    kept = [_kept(column) if isinstance(column, list) else [plain(column)] * total for column in columns]
    statement, digest = inserting(table, tuple(names)), 0
    for start in range(0, total, CHUNK):
        some = list(zip(*(column[start : start + CHUNK] for column in kept), strict=True))
        digest = (digest + _digest(names, some)) % _MODULUS
        rows.write_unseen(statement, some)
        progress(start + len(some), total)
    rows.journal.batches.append(BatchChange(table, import_id, total, f"{digest:032x}", present=True))


def _kept(column: list[Any]) -> list[Plain]:
    """What the database holds for a column. By identity, since 1.0 and 1 are equal and not kept alike."""
    if all(type(value) is str for value in column):
        return column
    turned = {one: plain(value) for one, value in {id(value): value for value in column}.items()}
    return [turned[one] for one in map(id, column)]


def put_batch_back(rows: Rows, change: BatchChange) -> None:
    """Remove the rows of an import, or bring them back after such a removal; Conflict when they changed meanwhile."""
    rows.journal.batches.append(_remove(rows, change) if change.present else _restore(rows, change))


def _remove(rows: Rows, change: BatchChange) -> BatchChange:
    table = change.table
    names = rows.names(table)
    select = f"SELECT {columns(table, names)} FROM {quoted(table)} WHERE import_id = ? ORDER BY id"  # noqa: S608
    found = rows.fetch(select, (change.import_id,))
    if len(found) != change.count or f"{_digest(names, found):032x}" != change.digest:
        raise Conflict("Rows of this import were changed since; it can no longer be undone as a whole.")
    rows.write_unseen(f"DELETE FROM {quoted(table)} WHERE import_id = ?", [(change.import_id,)])  # noqa: S608
    kept = zlib.compress(json.dumps([names, found], ensure_ascii=False).encode())
    return BatchChange(table, change.import_id, change.count, change.digest, present=False, kept=kept)


def _restore(rows: Rows, change: BatchChange) -> BatchChange:
    assert change.kept is not None
    names, kept = json.loads(zlib.decompress(change.kept))
    statement = inserting(change.table, tuple(names))
    for start in range(0, len(kept), CHUNK):
        rows.write_unseen(statement, kept[start : start + CHUNK])
    return BatchChange(change.table, change.import_id, change.count, change.digest, present=True)


def _digest(names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> int:
    """A hash of the rows' content: in any order of rows and columns, and without their versions, which grow with every
    undo."""
    content = itemgetter(*sorted((at for at, name in enumerate(names) if name != "version"), key=names.__getitem__))
    hashes = (blake2b(repr(content(row)).encode(), digest_size=16).digest() for row in rows)
    return sum(map(int.from_bytes, hashes)) % _MODULUS
