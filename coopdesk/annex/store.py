"""Keeps imports in the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coopdesk.annex.kept import CellOrigin, ImportBatch, KeptColumn
from coopdesk.kernel.progress import Progress, silent
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table


class SqlImportStore:
    """The tables of imports within one unit of work."""

    def __init__(self, rows: Rows) -> None:
        """Reads and writes these rows."""
        self._batches = Table(rows, "import_batch", ImportBatch)
        self._columns = Table(rows, "import_column", KeptColumn)
        self._origins = Table(rows, "cell_origin", CellOrigin)

    def batches(self) -> list[ImportBatch]:
        """All imports, the latest first."""
        return self._batches.where(order_by=("-id",))

    def find(self, id: str) -> ImportBatch | None:
        """One import, or None when it was undone."""
        return self._batches.find(id)

    def columns(self) -> list[KeptColumn]:
        """Every remembered column."""
        return self._columns.where(order_by=("fingerprint", "position"))

    def origins_of(self, thing: str) -> list[CellOrigin]:
        """The cells an agreement, a membership or an action came from, earliest import first."""
        return self._origins.where(thing=thing, order_by=("id",))

    def add(self, thing: ImportBatch | KeptColumn) -> None:
        """Keep a new import or column."""
        table: Table[Any] = self._batches if isinstance(thing, ImportBatch) else self._columns
        table.add(thing)

    def save(self, thing: KeptColumn) -> None:
        """Keep a column that is read otherwise from now on."""
        self._columns.save(thing)

    def add_origins(self, import_id: str, origins: Sequence[CellOrigin], progress: Progress = silent) -> None:
        """Keep the cells of one import, as one batch."""
        self._origins.add_batch(import_id, origins, progress)
