"""Keeps imports in the database."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from coopdesk.annex.kept import CellOrigin, ImportBatch, KeptColumn, Recipe
from coopdesk.kernel.progress import Progress, silent
from coopdesk.storage.query import Among
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table

_MOST = 500  # ids in one statement


class SqlImportStore:
    """The tables of imports within one unit of work."""

    def __init__(self, rows: Rows) -> None:
        """Reads and writes these rows."""
        self._batches = Table(rows, "import_batch", ImportBatch)
        self._columns = Table(rows, "import_column", KeptColumn)
        self._recipes = Table(rows, "import_recipe", Recipe)
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

    def recipes(self) -> list[Recipe]:
        """Every named way of reading, oldest first."""
        return self._recipes.where(order_by=("id",))

    def recipe(self, id: str) -> Recipe:
        """One of them; Conflict when it was removed."""
        return self._recipes.get(id)

    def origins_of(self, thing: str) -> list[CellOrigin]:
        """The cells an agreement, a membership or an action came from, earliest import first."""
        return self._origins.where(thing=thing, order_by=("id",))

    def origins_of_all(self, things: Collection[str]) -> list[CellOrigin]:
        """The same for many things."""
        wanted, found = sorted(things), list[CellOrigin]()
        for start in range(0, len(wanted), _MOST):
            found += self._origins.where(thing=Among(wanted[start : start + _MOST]), order_by=("id",))
        return found

    def add(self, thing: ImportBatch | KeptColumn | Recipe) -> None:
        """Keep a new import, column or recipe."""
        self._table(thing).add(thing)

    def save(self, thing: KeptColumn | Recipe) -> None:
        """Keep a column or recipe as it is from now on."""
        self._table(thing).save(thing)

    def remove(self, thing: KeptColumn | Recipe) -> None:
        """Forget a column or recipe."""
        self._table(thing).remove(thing.id)

    def _table(self, thing: ImportBatch | KeptColumn | Recipe) -> Table[Any]:
        match thing:
            case ImportBatch():
                return self._batches
            case KeptColumn():
                return self._columns
            case Recipe():
                return self._recipes

    def add_origins(self, import_id: str, origins: Sequence[CellOrigin], progress: Progress = silent) -> None:
        """Keep the cells of one import, as one batch."""
        self._origins.add_batch(import_id, origins, progress)
