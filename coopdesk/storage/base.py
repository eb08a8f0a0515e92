"""The base of all records: every row has an id that is never reused and a version that only grows.

Records declare the schema: what a migration has to make, and what it is checked against. Values are read and written
through `storage.table`, which knows them by the fields of their dataclass.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def column(*args: Any, **options: Any) -> Any:
    """A column, with the name of the field of the value it keeps."""
    return mapped_column(*args, **options)


class Record(DeclarativeBase):
    """A row of a table; `SomethingRecord` keeps a `Something`."""

    metadata = MetaData(naming_convention=NAMES)

    id: Mapped[str] = column(primary_key=True)
    version: Mapped[int] = column(default=1)
