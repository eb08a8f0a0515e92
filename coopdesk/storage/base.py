"""The base of all tables: every row has an id that is never reused and a version that only grows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def column(*args: Any, **options: Any) -> Any:
    """A column whose old value is always known, so that the journal can put it back."""
    return mapped_column(*args, active_history=True, **options)


class Record(DeclarativeBase):
    """A row of a table; its columns carry the names of the fields of the value it keeps."""

    metadata = MetaData(naming_convention=NAMES)

    id: Mapped[str] = column(primary_key=True)
    version: Mapped[int] = column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy calls it with the class
        return {"version_id_col": cls.__table__.c.version} if hasattr(cls, "__table__") else {}
