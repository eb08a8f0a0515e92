"""Writes and takes back the many rows of one import: one journal entry for the batch instead of an image per row."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import chain
from operator import itemgetter
from typing import Any

from coopdesk.kernel.changes import BatchChange, Plain
from coopdesk.kernel.errors import Conflict
from coopdesk.kernel.progress import Progress, silent
from coopdesk.storage.plain import Shape, plain
from coopdesk.storage.rows import Rows, columns, inserting, quoted

CHUNK = 5000
TOGETHER = 50  # rows in one statement
_MODULUS = 1 << 128
_BY_COLUMN = "columns:"
Columns = Sequence[Sequence[Plain]]


def add_batch(
    rows: Rows, table: str, shape: Shape[Any], import_id: str, values: Sequence[Any], progress: Progress = silent
) -> None:
    """Insert the values of one import.

    Many times faster than one object at a time, at the price that the rows are undone together or not at all.
    """
    _add(rows, table, shape.names, import_id, _turned(map(shape.cells, values), shape.names), progress)


def add_columns(
    rows: Rows, table: str, names: Sequence[str], import_id: str, columns: Sequence[Any], progress: Progress = silent
) -> None:
    """The same for values that come as columns in the order of `names`: each a list, or one value for all rows.

    Faster still, because no value is made for a row and each different value of a column is turned only once.
    """
    total = max(len(column) for column in columns if isinstance(column, list))
    kept = [_kept(column) if isinstance(column, list) else [plain(column)] * total for column in columns]
    _add(rows, table, tuple(names), import_id, kept, progress)


def _add(rows: Rows, table: str, names: tuple[str, ...], import_id: str, columns: Columns, progress: Progress) -> None:
    """Insert rows that come as columns of plain values, in the order of their ids."""
    columns = _in_order(names, columns)
    _insert(rows, table, names, columns, progress)
    rows.journal.batches.append(BatchChange(table, import_id, len(columns[0]), _digest(names, columns), present=True))


def _insert(rows: Rows, table: str, names: tuple[str, ...], columns: Columns, progress: Progress = silent) -> None:
    """Many rows a statement, in which what all rows share is bound once: half the time of a row a statement."""
    total = len(columns[0])
    if not total:
        return
    # Plain values that are equal are kept alike. No two rows share an id, even where there is only one.
    by_name = dict(zip(names, columns, strict=True))
    shared = tuple(name for name, column in by_name.items() if name != "id" and column.count(column[0]) == total)
    first = tuple(by_name[name][0] for name in shared)
    own = [column for name, column in by_name.items() if name not in shared]
    for start in range(0, total, CHUNK):
        some = list(zip(*(column[start : start + CHUNK] for column in own), strict=True))
        whole = len(some) - len(some) % TOGETHER
        for each, part in ((TOGETHER, some[:whole]), (1, some[whole:])):
            bound = ((*first, *chain.from_iterable(part[at : at + each])) for at in range(0, len(part), each))
            rows.write_unseen(inserting(table, names, shared, each), bound)
        progress(start + len(some), total)


def _turned(rows: Iterable[Sequence[Plain]], names: Sequence[str]) -> Columns:
    """Rows as columns, of which there are as many when there is no row."""
    return list(zip(*rows, strict=True)) or [()] * len(names)


def _in_order(names: Sequence[str], columns: Columns) -> Columns:
    ids: Sequence[Any] = columns[names.index("id")]
    order = sorted(range(len(ids)), key=ids.__getitem__)
    return columns if order == list(range(len(ids))) else [[column[at] for at in order] for column in columns]


def _kept(column: list[Any]) -> list[Plain]:
    """What the database holds for a column. By identity, since 1.0 and 1 are equal and not kept alike."""
    if set(map(type, column)) == {str}:
        return column
    ids = list(map(id, column))
    turned = {one: plain(value) for one, value in dict(zip(ids, column, strict=True)).items()}
    return [turned[one] for one in ids]


def put_batch_back(rows: Rows, change: BatchChange) -> None:
    """Remove the rows of an import, or bring them back after such a removal; Conflict when they changed meanwhile."""
    rows.journal.batches.append(_remove(rows, change) if change.present else _restore(rows, change))


def _remove(rows: Rows, change: BatchChange) -> BatchChange:
    table = change.table
    names = rows.names(table)
    select = f"SELECT {columns(table, names)} FROM {quoted(table)} WHERE import_id = ? ORDER BY id"  # noqa: S608
    found = rows.fetch(select, (change.import_id,))
    if len(found) != change.count or not _is_as_it_was(change, names, found):
        raise Conflict("Rows of this import were changed since; it can no longer be undone as a whole.")
    rows.write_unseen(f"DELETE FROM {quoted(table)} WHERE import_id = ?", [(change.import_id,)])  # noqa: S608
    kept = zlib.compress(json.dumps([names, found], ensure_ascii=False).encode())
    return BatchChange(table, change.import_id, change.count, change.digest, present=False, kept=kept)


def _restore(rows: Rows, change: BatchChange) -> BatchChange:
    assert change.kept is not None
    names, kept = json.loads(zlib.decompress(change.kept))
    _insert(rows, change.table, tuple(names), _turned(kept, names))
    return BatchChange(change.table, change.import_id, change.count, change.digest, present=True)


def _is_as_it_was(change: BatchChange, names: Sequence[str], rows: list[tuple[Any, ...]]) -> bool:
    """Whether rows, in the order of their ids, read as the step left them."""
    if change.digest.startswith(_BY_COLUMN):
        return _digest(names, _turned(rows, names)) == change.digest
    return f"{_digest_by_row(names, rows):032x}" == change.digest


def _digest(names: Sequence[str], columns: Columns) -> str:
    """A hash of what columns hold: in any order of columns, and without the versions of the rows, which grow with every
    undo."""
    digest = blake2b(digest_size=16)
    for name, column in sorted(zip(names, columns, strict=True), key=itemgetter(0)):
        if name != "version":
            digest.update(f"{name}={_written(column)}".encode())
    return _BY_COLUMN + digest.hexdigest()


def _written(column: Sequence[Any]) -> str:
    """A column as one text, which no other column has."""
    try:
        text = "\0".join(column)
    except TypeError:
        return repr(list(column))
    return text if text.count("\0") == len(column) - 1 else repr(list(column))


def _digest_by_row(names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> int:
    """The hash in steps of versions before 2026-11, which took three times as long."""
    content = itemgetter(*sorted((at for at, name in enumerate(names) if name != "version"), key=names.__getitem__))
    hashes = (blake2b(repr(content(row)).encode(), digest_size=16).digest() for row in rows)
    return sum(map(int.from_bytes, hashes)) % _MODULUS
