"""Keeps figures in the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from coopdesk.figures.model import Cell, Observation, Source
from coopdesk.kernel.progress import Progress, silent
from coopdesk.storage.query import Among, given
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table, View

_ORDER = ("place", "period", "id")
_MOST = 500  # ids in one statement


class SqlFigureStore:
    """The tables observation and figure_source within one unit of work."""

    def __init__(self, rows: Rows) -> None:
        self._observations = Table(rows, "observation", Observation)
        self._cells = View(rows, "observation", Cell)
        self._sources = Table(rows, "figure_source", Source)

    def observation(self, id: str) -> Observation:
        return self._observations.get(id)

    def observations(
        self, indicator: str, places: Collection[str] | None = None, period: str | None = None, breakdown: str = ""
    ) -> list[Observation]:
        return self._observations.where(
            indicator=indicator, breakdown=breakdown, **given(period=period, place=_among(places)), order_by=_ORDER
        )

    def in_parts(self, indicator: str, places: Collection[str], period: str) -> list[Observation]:
        """Those of the whole population and of every part of it."""
        return self._observations.where(indicator=indicator, period=period, place=_among(places), order_by=_ORDER)

    def these(self, ids: Collection[str]) -> list[Observation]:
        """Those with these ids that there are."""
        wanted = sorted(ids)
        return [
            one
            for start in range(0, len(wanted), _MOST)
            for one in self._observations.where(id=Among(wanted[start : start + _MOST]), order_by=_ORDER)
        ]

    def of_import(self, import_id: str) -> list[Observation]:
        return self._observations.where(import_id=import_id, order_by=_ORDER)

    def cells(
        self, indicator: str, periods: Collection[str], places: Collection[str] | None = None, breakdown: str = ""
    ) -> list[Cell]:
        return self._cells.where(
            indicator=indicator, breakdown=breakdown, period=Among(sorted(periods)), **given(place=_among(places)),
            order_by=("place", "id"),
        )  # fmt: skip

    def periods(self, indicator: str) -> list[str]:
        """The periods there are values for, oldest first."""
        return self._observations.different("period", indicator=indicator)

    def indicators(self) -> list[str]:
        return self._observations.different("indicator")

    def source(self, id: str) -> Source | None:
        return self._sources.find(id)

    def sources(self) -> list[Source]:
        return self._sources.where(order_by=("name", "id"))

    def source_ids(self, observation_ids: Collection[str]) -> list[str]:
        wanted, found = sorted(observation_ids), set[str]()
        for start in range(0, len(wanted), _MOST):
            found.update(self._observations.different("source_id", id=Among(wanted[start : start + _MOST])))
        return sorted(found)

    def add(self, thing: Observation | Source) -> None:
        self._table(thing).add(thing)

    def add_batch(self, import_id: str, observations: Sequence[Observation], progress: Progress = silent) -> None:
        self._observations.add_batch(import_id, observations, progress)

    def add_columns(self, import_id: str, columns: Mapping[str, Any], progress: Progress = silent) -> None:
        self._observations.add_columns(import_id, columns, progress)

    def save(self, thing: Observation | Source) -> None:
        self._table(thing).save(thing)

    def remove(self, thing: Observation | Source) -> None:
        self._table(thing).remove(thing.id)

    def _table(self, thing: Observation | Source) -> Table[Any]:
        return self._observations if isinstance(thing, Observation) else self._sources


def _among(places: Collection[str] | None) -> Among | None:
    return None if places is None else Among(sorted(places))
