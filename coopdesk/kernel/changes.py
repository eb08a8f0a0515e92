"""What one step changed, row by row; the same value drives undo, the history and the refreshing of windows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

Plain = str | int | None
Row = dict[str, Plain]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after, as plain database values; None where there was or is no row."""

    table: str
    id: str
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class BatchChange:
    """Rows of one bulk import in one table, known by the import's id and a hash of their content.

    `present` says whether the rows are there after the step; `kept` holds them (packed) once they were removed, so
    that the removal can itself be undone.
    """

    table: str
    import_id: str
    count: int
    digest: str
    present: bool
    kept: bytes | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable change of the workspace: what the user asked for, when, what it did to the rows, and who was at work
    as far as the settings said so."""

    id: str
    label: str
    subject: str
    at: datetime
    rows: tuple[RowChange, ...]
    batches: tuple[BatchChange, ...] = ()
    undoes: str | None = None
    who: str = ""

    def touches(self, *tables: str) -> bool:
        """Whether a row of one of these tables changed."""
        return any(c.table in tables for c in self.rows) or any(b.table in tables for b in self.batches)

    def ids(self, table: str) -> frozenset[str]:
        """The ids of the changed rows of a table (without those of bulk imports)."""
        return frozenset(c.id for c in self.rows if c.table == table)


def net(rows: list[RowChange]) -> tuple[RowChange, ...]:
    """The net change per row: first image before, last image after; rows that end as they began fall out."""
    merged: dict[tuple[str, str], RowChange] = {}
    for change in rows:
        key = (change.table, change.id)
        first = merged.pop(key, change)
        merged[key] = RowChange(change.table, change.id, first.before, change.after)
    return tuple(c for c in merged.values() if content(c.before) != content(c.after))


def content(row: Row | None) -> Row | None:
    """A row without its version, which only grows and says nothing of what the row holds."""
    return None if row is None else {name: value for name, value in row.items() if name != "version"}
