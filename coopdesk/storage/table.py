"""Keeps the frozen values of one kind in one table; fields and columns have the same names, so no mapping by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from coopdesk.kernel.errors import Conflict
from coopdesk.storage.base import Record


class Stored(Protocol):
    """What every kept value has."""

    @property
    def id(self) -> str: ...
    @property
    def version(self) -> int: ...


V = TypeVar("V", bound=Stored)
R = TypeVar("R", bound=Record)


class Table(Generic[V, R]):
    """The values of one table within one unit of work."""

    def __init__(self, session: Session, record: type[R], value: type[V]) -> None:
        self._session, self._record, self._value = session, record, value
        self._names = tuple(f.name for f in fields(value))  # type: ignore[arg-type]  # V is a dataclass by house rule
        self._all = attrgetter(*self._names)

    def get(self, id: str) -> V:
        """The value with this id; Conflict when it is gone."""
        return self._read(self._row(id))

    def find(self, id: str) -> V | None:
        """The value with this id, if there is one."""
        row = self._session.get(self._record, id)
        return None if row is None else self._read(row)

    def add(self, value: V) -> None:
        self._session.add(self._new(value))

    def add_all(self, values: Iterable[V]) -> None:
        self._session.add_all(self._new(value) for value in values)

    def save(self, value: V) -> None:
        """Keep the changed value; Conflict when it was changed by someone else since it was read."""
        row = self._row(value.id)
        if row.version != value.version:
            raise Conflict("This was changed since you opened it.")
        for name in self._names:
            if name != "version" and getattr(row, name) != (changed := getattr(value, name)):
                setattr(row, name, changed)
        self._session.flush()

    def remove(self, id: str) -> None:
        self._session.delete(self._row(id))
        self._session.flush()

    def where(self, *conditions: ColumnElement[bool], order_by: Iterable[Any] = ()) -> list[V]:
        """All values that meet the conditions, in one select."""
        query = select(self._record).where(*conditions).order_by(*order_by)
        return [self._read(row) for row in self._session.scalars(query)]

    def count(self, *conditions: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(self._record).where(*conditions)
        return self._session.scalar(query) or 0

    def _row(self, id: str) -> R:
        row = self._session.get(self._record, id)
        if row is None:
            raise Conflict("This was removed since you opened it.")
        return row

    def _read(self, row: R) -> V:
        return self._value(*self._all(row))

    def _new(self, value: V) -> R:
        return self._record(**{name: getattr(value, name) for name in self._names})
