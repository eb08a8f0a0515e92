"""Keeps the frozen values of one kind in one table; fields and columns have the same names, so no mapping by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from coopdesk.kernel.changes import Row, content
from coopdesk.kernel.errors import Conflict
from coopdesk.kernel.progress import Progress, silent
from coopdesk.storage.bulk import add_batch, add_columns
from coopdesk.storage.plain import shape_of
from coopdesk.storage.query import After, IdOf, condition, ordering
from coopdesk.storage.rows import Rows, columns, quoted


class Stored(Protocol):
    """What every kept value has."""

    @property
    def id(self) -> str: ...
    @property
    def version(self) -> int: ...


R = TypeVar("R")
V = TypeVar("V", bound=Stored)


class View(Generic[R]):
    """Values read from some columns of a table.

    What is looked for is said by column: `where(plan_id=id, state=Among(states), order_by=("-day", "id"))`; the other
    kinds of condition are in `storage.query`.
    """

    def __init__(self, rows: Rows, table: str, kind: type[R]) -> None:
        self._rows, self._table, self._shape = rows, table, shape_of(kind)  # type: ignore[arg-type]  # a class is hashable; mypy asks

    def where(self, *, order_by: Iterable[str] = (), **wanted: Any) -> list[R]:
        """All values that meet the conditions, in one select."""
        where, values = condition(self._table, wanted)
        statement = self._select(columns(self._table, self._shape.names), where) + ordering(self._table, order_by)
        return self._shape.read(self._rows.fetch(statement, values))

    def count(self, **wanted: Any) -> int:
        where, values = condition(self._table, wanted)
        return int(self._rows.fetch(self._select("count(*)", where), values)[0][0])

    def ids(self, **wanted: Any) -> IdOf:
        """The ids of the rows that meet the conditions, as a condition on another table: nothing is read yet."""
        where, values = condition(self._table, wanted)
        return IdOf(self._select(columns(self._table, ["id"]), where), tuple(values))

    def different(self, column: str, **wanted: Any) -> list[Any]:
        """The different values of a column in their order, by jumping along its index instead of reading every row."""
        found: list[Any] = []
        least = f"min({columns(self._table, [column])})"
        where, values = condition(self._table, wanted)
        while (next_one := self._rows.fetch(self._select(least, where), values)[0][0]) is not None:
            found.append(next_one)
            where, values = condition(self._table, {**wanted, column: After(next_one)})
        return found

    def _select(self, what: str, where: str) -> str:
        return f"SELECT {what} FROM {quoted(self._table)}{where}"  # noqa: S608 - our own names; values are bound


class Table(View[V]):
    """The values of one table within one unit of work."""

    def get(self, id: str) -> V:
        """The value with this id; Conflict when it is gone."""
        found = self.find(id)
        if found is None:
            raise Conflict("This was removed since you opened it.")
        return found

    def find(self, id: str) -> V | None:
        """The value with this id, if there is one."""
        return next(iter(self.where(id=id)), None)

    def add(self, value: V) -> None:
        self._rows.change(self._table, None, self._shape.row(value))

    def add_all(self, values: Iterable[V]) -> None:
        for value in values:
            self.add(value)

    def add_batch(self, import_id: str, values: Sequence[V], progress: Progress = silent) -> None:
        """Add the many values of one import (`import_id` is among their fields) as one entry in the journal."""
        add_batch(self._rows, self._table, self._shape, import_id, values, progress)

    def add_columns(self, import_id: str, columns: Mapping[str, Any], progress: Progress = silent) -> None:
        """Add the many values of one import column by column: a list with a field of each value, or what all share."""
        in_order = [columns[name] for name in self._shape.names]
        add_columns(self._rows, self._table, self._shape.names, import_id, in_order, progress)

    def save(self, value: V) -> None:
        """Keep the changed value; Conflict when it was changed by someone else since it was read."""
        before, after = self._row(value.id), self._shape.row(value)
        if before["version"] != value.version:
            raise Conflict("This was changed since you opened it.")
        if content(before) != content(after):
            self._rows.change(self._table, before, {**after, "version": value.version + 1})

    def remove(self, id: str) -> None:
        self._rows.change(self._table, self._row(id), None)

    def _row(self, id: str) -> Row:
        row = self._rows.find(self._table, id, self._shape.names)
        if row is None:
            raise Conflict("This was removed since you opened it.")
        return row
