"""Finds the value a live figure has now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from functools import cached_property

from coopdesk.analysis.model import LiveFigure, Measure
from coopdesk.analysis.queries.basis import Basis, shown
from coopdesk.analysis.queries.gap import as_table
from coopdesk.analysis.rules.gap import RATE, GapRow, GapTable
from coopdesk.analysis.rules.telling import rounded

_OF_GAP = (Measure.GAP_PP, Measure.EXTRA_PERSONS, Measure.SHARE_PCT, Measure.POPULATION)


class Lookup:
    """Values as their texts show them, so that only a visible difference makes a text stale; each read once."""

    def __init__(self, basis: Basis) -> None:
        self._basis = basis
        self._tables: dict[tuple[str, str], GapTable] = {}

    def __call__(self, figure: LiveFigure) -> Decimal | None:
        """The value now; None when there is none or the figure is not known here."""
        return rounded(figure, self._value(figure), shown(figure.indicator))

    def _value(self, figure: LiveFigure) -> Decimal | None:
        if figure.measure in _OF_GAP:
            return self._of_gap(figure) if figure.indicator == RATE else None
        now = self._plain(figure.indicator, figure.place, figure.period)
        if not figure.measure:
            return now
        other_place = figure.measure in (Measure.BELOW_PP, Measure.ABOVE_PP)
        other = (
            self._plain(figure.indicator, figure.argument, figure.period)
            if other_place
            else self._plain(figure.indicator, figure.place, figure.argument)
        )
        if now is None or other is None:
            return None
        return self._differences[figure.measure](now, other)

    @cached_property
    def _differences(self) -> dict[Measure, Callable[[Decimal, Decimal], Decimal | None]]:
        return {
            Measure.RISE_PP: lambda now, before: now - before,
            Measure.FALL_PP: lambda now, before: before - now,
            Measure.RISE_PCT: lambda now, before: 100 * (now - before) / before if before else None,
            Measure.FALL_PCT: lambda now, before: 100 * (before - now) / before if before else None,
            Measure.BELOW_PP: lambda own, other: other - own,
            Measure.ABOVE_PP: lambda own, other: own - other,
        }

    def _plain(self, indicator: str, place: str, period: str) -> Decimal | None:
        if not period[:4].isdigit() or not place:
            return None
        return self._basis.reader.figure(indicator, self._basis.place(place), period).value

    def _of_gap(self, figure: LiveFigure) -> Decimal | None:
        table = self._table(figure.period, figure.argument)
        places = figure.place.split("+")
        rows = [] if table is None else [*table.rows, table.own, *table.references]
        found = [one for one in rows if one.place in places]
        if table is None or len(found) != len(places):
            return None
        return _cell(figure.measure, found, table)

    def _table(self, period: str, argument: str) -> GapTable | None:
        key = (period, argument)
        if key not in self._tables:
            try:
                year, target = int(period), Decimal(argument or "80")
            except (ValueError, InvalidOperation):
                return None
            self._tables[key] = as_table(self._basis, self._basis.gap(year, 0, target))
        return self._tables[key]


def _cell(measure: Measure, rows: Sequence[GapRow], table: GapTable) -> Decimal | None:
    """A figure of a row of the gap table; shares and people also of several rows together."""
    if measure is Measure.GAP_PP:
        return rows[0].gap_pp if len(rows) == 1 else None
    if measure is Measure.SHARE_PCT:
        return table.share_pct(rows)
    persons = [row.extra_persons if measure is Measure.EXTRA_PERSONS else row.population for row in rows]
    return None if None in persons else Decimal(sum(one or 0 for one in persons))
