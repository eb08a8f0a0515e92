"""The rows of the database within one unit of work. Whatever is written here is noted in the journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any

from coopdesk.kernel.changes import BatchChange, Plain, Row, RowChange

if TYPE_CHECKING:
    import sqlcipher3.dbapi2 as sqlite


@dataclass(slots=True)
class Journal:
    """What one unit of work has written so far: the image of each row before and after, and the batches."""

    rows: list[RowChange] = field(default_factory=list)
    batches: list[BatchChange] = field(default_factory=list)


class Rows:
    """One connection that sees one moment of the database, for reading; `storage.writing` has rows that a command may
    write too."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self._connection = connection

    def fetch(self, statement: str, values: Sequence[Plain] = ()) -> list[tuple[Any, ...]]:
        """All rows a SELECT finds."""
        found: list[tuple[Any, ...]] = self._connection.execute(statement, values).fetchall()
        return found

    def find(self, table: str, id: str, names: Sequence[str]) -> Row | None:
        """These columns of one row, if there is one."""
        found = self.fetch(f"SELECT {columns(table, names)} FROM {quoted(table)} WHERE id = ?", (id,))  # noqa: S608
        return dict(zip(names, found[0], strict=True)) if found else None

    def names(self, table: str) -> tuple[str, ...]:
        """The columns of a table."""
        described = self._connection.execute(f"SELECT * FROM {quoted(table)} WHERE 1 = 0").description  # noqa: S608
        return tuple(column[0] for column in described)

    @property
    def journal(self) -> Journal:
        """What this unit of work has written so far."""
        raise _only_reading()

    def change(self, table: str, before: Row | None, after: Row | None) -> None:
        """Write one row that is new, other than before, or gone; Conflict when it is no longer as it was before."""
        raise _only_reading()

    def write_unseen(self, statement: str, rows: Iterable[Sequence[Plain | bytes]]) -> None:
        """Run a statement for many rows past the journal: for steps themselves, and for batches, which note
        themselves."""
        raise _only_reading()

    def attempt(self) -> AbstractContextManager[None]:
        """A part that may fail by itself: what it wrote goes, and so does what the journal noted of it."""
        raise _only_reading()

    def commit(self) -> None:
        """Make it last."""
        raise _only_reading()


def _only_reading() -> RuntimeError:
    return RuntimeError("Only a command changes a workspace.")


def quoted(name: str) -> str:
    return f'"{name}"'


def columns(table: str, names: Iterable[str]) -> str:
    """A list of columns. Each with its table: SQLite takes a quoted name that it does not know for a text."""
    return ", ".join(f"{quoted(table)}.{quoted(name)}" for name in names)


@lru_cache(maxsize=200)
def inserting(table: str, names: tuple[str, ...], shared: tuple[str, ...] = (), rows: int = 1) -> str:
    """The statement that adds rows: the values of the columns that they share are bound first, then those of each."""
    places = {name: f"?{at}" for at, name in enumerate(shared, start=1)}
    next_ones = count(len(shared) + 1)
    told = [", ".join(places.get(name) or f"?{next(next_ones)}" for name in names) for _ in range(rows)]
    values = ", ".join(f"({row})" for row in told)
    return f"INSERT INTO {quoted(table)} ({', '.join(map(quoted, names))}) VALUES {values}"  # noqa: S608 - our own names
