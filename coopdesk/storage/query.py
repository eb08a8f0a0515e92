"""What to look for in a table, as values: a column equals something, is one of several, or names a row of elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from coopdesk.kernel.changes import Plain
from coopdesk.storage.plain import plain
from coopdesk.storage.rows import columns


@dataclass(frozen=True, slots=True)
class Among:
    """Any of these values."""

    values: Collection[Any]


@dataclass(frozen=True, slots=True)
class IdOf:
    """The id of any row that a SELECT finds."""

    statement: str
    values: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class After:
    """Anything that sorts after this value."""

    value: Any


def condition(table: str, wanted: Mapping[str, Any]) -> tuple[str, list[Plain]]:
    """The WHERE clause for columns with what each must be, and its values; all of them must hold."""
    parts, values = [], list[Plain]()
    for name, value in wanted.items():
        part, more = _part(columns(table, [name]), value)
        parts.append(part)
        values.extend(more)
    return (f" WHERE {' AND '.join(parts)}" if parts else "", values)


def _part(column: str, wanted: Any) -> tuple[str, Iterable[Plain]]:
    match wanted:
        case None:
            return f"{column} IS NULL", ()
        case Among(values):
            # Nothing is among nothing; an empty list of values is no SQL.
            return (f"{column} IN ({', '.join('?' * len(values))})", map(plain, values)) if values else ("1 = 0", ())
        case IdOf(statement, values):
            return f"{column} IN ({statement})", values
        case After(value):
            return f"{column} > ?", (plain(value),)
        case value:
            return f"{column} = ?", (plain(value),)


def ordering(table: str, order_by: Iterable[str]) -> str:
    """The ORDER BY clause; a column with a minus before it goes from high to low."""
    terms = [columns(table, [name.removeprefix("-")]) + (" DESC" if name.startswith("-") else "") for name in order_by]
    return f" ORDER BY {', '.join(terms)}" if terms else ""


def given(**wanted: Any) -> dict[str, Any]:
    """The conditions that were asked for: what is None is left open."""
    return {name: value for name, value in wanted.items() if value is not None}
