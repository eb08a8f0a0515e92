"""The gap to the target as a table, and what stands out in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from coopdesk.analysis.model import LiveFigure, Measure
from coopdesk.analysis.rules.telling import Fields, Names, Shown, Told, rounded
from coopdesk.words.marks import N_

RATE = "employment_rate"
SHOWN = Shown(percent=True, digits=1)
VISIBLE = Decimal("0.1")
FAR = Decimal(1)  # a municipality lags when its gap is this many points above that of the area


@dataclass(frozen=True, slots=True)
class GapRow:
    """One place: its rate in the year and the earlier year, its gap and the people it lacks; None where unknown.

    Rates in percent, gaps in percentage points, people in persons of 20-64. `prose` is its name within a sentence.
    """

    place: str
    name: str
    now: Decimal | None
    before: Decimal | None = None
    gap_pp: Decimal | None = None
    extra_persons: int | None = None
    population: int | None = None
    employed: Decimal | None = None
    observation_ids: tuple[str, ...] = ()
    prose: str = ""

    @property
    def change_pp(self) -> Decimal | None:
        """The change since the earlier year."""
        return None if self.now is None or self.before is None else self.now - self.before


@dataclass(frozen=True, slots=True)
class GapTable:
    """The gap of an area: its municipalities, the area itself and the places beside it."""

    year: int
    since: int
    target: Decimal
    rows: tuple[GapRow, ...]
    own: GapRow
    references: tuple[GapRow, ...] = ()

    @property
    def known(self) -> list[GapRow]:
        """The municipalities with a rate, the highest first."""
        rows = [(row.now, row) for row in self.rows if row.now is not None]
        return [row for _, row in sorted(rows, key=lambda pair: (-pair[0], pair[1].name))]

    @property
    def unknown(self) -> list[GapRow]:
        """The municipalities without a rate in the year."""
        return [row for row in self.rows if row.now is None]

    @property
    def reached(self) -> list[GapRow]:
        """The municipalities at or above the target."""
        return [row for row in self.known if row.now is not None and row.now >= self.target]

    @property
    def heaviest(self) -> list[GapRow]:
        """The municipalities that lack people, the most first."""
        rows = [(row.extra_persons, row) for row in self.rows if (row.extra_persons or 0) > 0]
        return [row for _, row in sorted(rows, key=lambda pair: (-(pair[0] or 0), pair[1].name))]

    @property
    def lacking(self) -> int:
        """The people all municipalities lack together; more than the area lacks when some are beyond the target."""
        return sum(row.extra_persons or 0 for row in self.heaviest)

    def share_pct(self, rows: Sequence[GapRow]) -> Decimal | None:
        """The part of the lacking people that these rows account for, in percent."""
        return Decimal(100 * sum(row.extra_persons or 0 for row in rows)) / self.lacking if self.lacking else None

    @property
    def lagging(self) -> list[GapRow]:
        """At most two municipalities whose gap is clearly larger than that of the area, the largest first."""
        if self.own.gap_pp is None:
            return []
        limit = max(self.own.gap_pp, Decimal(0)) + FAR
        return [row for row in reversed(self.known) if row.gap_pp is not None and row.gap_pp >= limit][:2]

    @property
    def falling(self) -> list[GapRow]:
        """The municipalities whose rate visibly fell since the earlier year, the largest fall first."""
        rows = [(row.change_pp, row) for row in self.known if row.change_pp is not None and row.change_pp <= -VISIBLE]
        return [row for _, row in sorted(rows, key=lambda pair: (pair[0], pair[1].name))]

    def quote(
        self, row: GapRow, value: Decimal | int | None, measure: Measure = Measure.VALUE, argument: str = ""
    ) -> LiveFigure:
        """A live figure of a row in the year of the table, with the value as its text shows it."""
        figure = LiveFigure(RATE, row.place, str(self.year), None, measure, argument)
        return replace(figure, seen=rounded(figure, None if value is None else Decimal(value), SHOWN))

    def rate(self, row: GapRow) -> LiveFigure:
        """The rate of a row."""
        return self.quote(row, row.now)

    def gap(self, row: GapRow) -> LiveFigure:
        """The gap of a row in percentage points."""
        return self.quote(row, row.gap_pp, Measure.GAP_PP, target_text(self.target))

    def persons(self, row: GapRow) -> LiveFigure:
        """The extra people a row needs."""
        return self.quote(row, row.extra_persons, Measure.EXTRA_PERSONS, target_text(self.target))

    def share(self, row: GapRow) -> LiveFigure:
        """The part of the lacking people that a row accounts for, in percent."""
        return self.quote(row, self.share_pct([row]), Measure.SHARE_PCT, target_text(self.target))


def target_text(target: Decimal) -> str:
    """The target as an argument of a live figure: 80 or 72.5."""
    return format(target.normalize() if target % 1 else target.quantize(Decimal(1)), "f")


def what_if(row: GapRow, table: GapTable, rate: Decimal) -> tuple[int | None, int | None]:
    """The extra persons a municipality and the area still need when the municipality reaches `rate`.

    The population stays; the persons gained are exact until the end, and a broken person counts as one.
    """
    if row.population is None or row.employed is None:
        return None, None
    gained = rate * row.population / 100 - row.employed
    return _after(row, table.target, gained), _after(table.own, table.target, gained)


def _after(row: GapRow, target: Decimal, gained: Decimal) -> int | None:
    """The extra persons a place needs once so many more are in work."""
    if row.population is None or row.employed is None:
        return None
    exact = target * row.population / 100 - row.employed - gained
    return max(0, int(exact.to_integral_value(ROUND_CEILING)))


def conclusion(table: GapTable, target: str) -> Told:
    """The title of the chart: who reaches the target, and who is furthest from it; `target` is written out."""
    if not table.known:
        return Told(N_("No figures for {year} yet"), {"year": str(table.year)})
    main, lagging = _reaching(table, target), Names(tuple(row.name for row in table.lagging))
    if not lagging.names:
        return main
    one = len(lagging.names) == 1
    tail = Told(N_("{name} lags furthest") if one else N_("{name} lag furthest"), {"name": lagging})
    return Told(N_("{conclusion}; {addition}"), {"conclusion": main, "addition": tail})


def _reaching(table: GapTable, target: str) -> Told:
    """How many municipalities reach the target."""
    known, reached = table.known, table.reached
    if len(reached) == len(known):
        return Told(N_("Every municipality reaches {target}"), {"target": target})
    if not reached:
        return Told(N_("Not one municipality reaches {target}"), {"target": target})
    if len(reached) == 1:
        return Told(N_("Only {name} reaches {target}"), {"name": reached[0].name, "target": target})
    fields: Fields = {"n": str(len(reached)), "all": str(len(known)), "target": target}
    return Told(N_("{n} of the {all} municipalities reach {target}"), fields)
