"""Keeps imports in the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from coopdesk.annex.kept import CellOrigin, ImportBatch, KeptColumn
from coopdesk.annex.records import CellOriginRecord, ImportBatchRecord, KeptColumnRecord
from coopdesk.kernel.progress import Progress, silent
from coopdesk.storage.bulk import add_batch
from coopdesk.storage.table import Table


class SqlImportStore:
    """The tables of imports within one unit of work."""

    def __init__(self, session: Session) -> None:
        """Reads and writes through this session."""
        self._session = session
        self._batches = Table(session, ImportBatchRecord, ImportBatch)
        self._columns = Table(session, KeptColumnRecord, KeptColumn)
        self._origins = Table(session, CellOriginRecord, CellOrigin)

    def batches(self) -> list[ImportBatch]:
        """All imports, the latest first."""
        return self._batches.where(order_by=(ImportBatchRecord.id.desc(),))

    def find(self, id: str) -> ImportBatch | None:
        """One import, or None when it was undone."""
        return self._batches.find(id)

    def columns(self) -> list[KeptColumn]:
        """Every remembered column."""
        return self._columns.where(order_by=(KeptColumnRecord.fingerprint, KeptColumnRecord.position))

    def origins_of(self, thing: str) -> list[CellOrigin]:
        """The cells an agreement, a membership or an action came from, earliest import first."""
        return self._origins.where(CellOriginRecord.thing == thing, order_by=(CellOriginRecord.id,))

    def add(self, thing: ImportBatch | KeptColumn) -> None:
        """Keep a new import or column."""
        table: Table[Any, Any] = self._batches if isinstance(thing, ImportBatch) else self._columns
        table.add(thing)

    def save(self, thing: KeptColumn) -> None:
        """Keep a column that is read otherwise from now on."""
        self._columns.save(thing)

    def add_origins(self, import_id: str, origins: Sequence[CellOrigin], progress: Progress = silent) -> None:
        """Keep the cells of one import, as one batch."""
        add_batch(self._session, CellOriginRecord, import_id, origins, progress)
