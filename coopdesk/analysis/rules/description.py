"""What is told of any indicator of a chapter: its conclusion and a first commentary; and strengths beside needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from coopdesk.analysis.model import OWN_AREA, LiveFigure, Measure
from coopdesk.analysis.rules.gap import GapTable
from coopdesk.analysis.rules.proposals import Proposal
from coopdesk.analysis.rules.telling import Fields, Names, Shown, Told, rounded
from coopdesk.words.marks import N_


class Sort(StrEnum):
    """How an indicator is told of: as a rate, as a ratio, or as a number of people or jobs."""

    RATE = "rate"
    RATIO = "ratio"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class PlaceFigure:
    """The value of one place in the year and the earlier year, in the unit of the indicator; None where unknown."""

    place: str
    name: str
    now: Decimal | None
    before: Decimal | None = None
    prose: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """An indicator in an area: its municipalities, the area itself, and the places beside it.

    `subject` is the indicator in the user's words, with a capital; `since` is 0 when there is no earlier year;
    `target` is the rate aimed at, where the indicator has one.
    """

    indicator: str
    subject: str
    sort: Sort
    shown: Shown
    year: int
    since: int
    rows: tuple[PlaceFigure, ...]
    own: PlaceFigure
    references: tuple[PlaceFigure, ...] = ()
    target: Decimal | None = None

    @property
    def known(self) -> list[PlaceFigure]:
        """The municipalities with a value, the highest first."""
        rows = [row for row in self.rows if row.now is not None]
        return sorted(rows, key=lambda row: (-(row.now or 0), row.name))

    @property
    def inside(self) -> str:
        """The subject within a sentence."""
        return self.subject[:1].lower() + self.subject[1:]

    def quote(
        self, place: str, value: Decimal | None, measure: Measure = Measure.VALUE, argument: str = ""
    ) -> LiveFigure:
        """A live figure of this indicator in the year on show."""
        figure = LiveFigure(self.indicator, place, str(self.year), None, measure, argument)
        return LiveFigure(self.indicator, place, str(self.year), rounded(figure, value, self.shown), measure, argument)

    def moved(self) -> LiveFigure | None:
        """The movement of the area since the earlier year, as a positive figure; None when there is none to see."""
        now, before = self.own.now, self.own.before
        if now is None or before is None or (self.sort is Sort.COUNT and not before):
            return None
        change = now - before
        if self.sort is Sort.COUNT:
            share = 100 * change / before
            measure = Measure.RISE_PCT if change > 0 else Measure.FALL_PCT
            moved = self.quote(OWN_AREA, abs(share), measure, str(self.since))
        else:
            measure = Measure.RISE_PP if change > 0 else Measure.FALL_PP
            moved = self.quote(OWN_AREA, abs(change), measure, str(self.since))
        return moved if moved.seen else None


_RISES = (Measure.RISE_PCT, Measure.RISE_PP)


def conclusion(figures: Described) -> Told:
    """The title above the chart: how the area moved, or else where the figure is highest."""
    known = figures.known
    if not known and figures.own.now is None:
        return Told(N_("No figures for this chapter yet"), {})
    moved = figures.moved() if figures.sort is not Sort.RATIO else None
    if moved is not None:
        fields: Fields = {"indicator": figures.subject, "change": moved, "since": str(figures.since)}
        more = moved.measure in _RISES
        return Told(
            N_("{indicator}: {change} more than in {since}")
            if more
            else N_("{indicator}: {change} less than in {since}"),
            fields,
        )
    if not known:
        return Told("{indicator}", {"indicator": figures.subject})
    top = figures.quote(known[0].place, known[0].now)
    fields = {"indicator": figures.subject, "name": known[0].name, "value": top}
    return Told(N_("{indicator}: highest in {name} ({value})"), fields)


def description(figures: Described) -> list[list[Told]]:
    """A first commentary: the figure of the area, how it moved, where it is highest and lowest, and elsewhere."""
    first = [] if figures.own.now is None else [_level(figures), *_movement(figures)]
    return [part for part in (first, _extremes(figures), _elsewhere(figures), _unknown(figures)) if part]


def _level(figures: Described) -> Told:
    fields: Fields = {
        "year": str(figures.year),
        "area": figures.own.name,
        "indicator": figures.inside,
        "value": figures.quote(OWN_AREA, figures.own.now),
    }
    return Told(
        {
            Sort.RATE: N_("In {year} the {indicator} in {area} is {value}."),
            Sort.RATIO: N_("In {year} there are {value} {indicator} in {area}."),
            Sort.COUNT: N_("In {year} {area} counts {value} {indicator}."),
        }[figures.sort],
        fields,
    )


def _movement(figures: Described) -> list[Told]:
    moved = None if figures.sort is Sort.RATIO else figures.moved()
    if moved is None:
        return []
    more = moved.measure in _RISES
    told = N_("That is {change} more than in {since}.") if more else N_("That is {change} less than in {since}.")
    return [Told(told, {"change": moved, "since": str(figures.since)})]


def _extremes(figures: Described) -> list[Told]:
    known = figures.known
    if len(known) < 2:
        return []
    top, low = known[0], known[-1]
    fields: Fields = {"high": top.name, "most": figures.quote(top.place, top.now)}
    if figures.sort is Sort.COUNT:
        return [Told(N_("Most of them are in {high}: {most}."), fields)]
    fields |= {"low": low.name, "least": figures.quote(low.place, low.now)}
    return [Told(N_("The figure is highest in {high} ({most}) and lowest in {low} ({least})."), fields)]


def _elsewhere(figures: Described) -> list[Told]:
    known = [row for row in figures.references if row.now is not None]
    if not known or figures.sort is Sort.COUNT:
        return []
    other = known[-1]
    fields: Fields = {"other": other.prose or other.name, "value": figures.quote(other.place, other.now)}
    return [Told(N_("In {other} it is {value}."), fields)]


def _unknown(figures: Described) -> list[Told]:
    names = tuple(row.name for row in figures.rows if row.now is None)
    if not names or not figures.known:
        return []
    return [Told(N_("There is no figure for {year} for {names}."), {"year": str(figures.year), "names": Names(names)})]


def strengths(table: GapTable) -> list[Told]:
    """What goes well: who reached the target, who rose most, and where the area is ahead."""
    found: list[Told] = []
    if table.reached:
        names = Names(tuple(row.name for row in table.reached))
        found.append(Told(N_("At the target already: {names}."), {"names": names}))
    risen = sorted((row for row in table.known if (row.change_pp or 0) > 0), key=lambda row: -(row.change_pp or 0))
    if risen:
        rise = table.quote(risen[0], risen[0].change_pp, Measure.RISE_PP, str(table.since))
        fields: Fields = {"name": risen[0].name, "change": rise, "since": str(table.since)}
        found.append(Told(N_("The employment rate rose most in {name}: {change} since {since}."), fields))
    if table.own.now is not None:
        behind = [row for row in table.references if row.now is not None and row.now < table.own.now]
        names = Names(tuple(row.prose or row.name for row in behind))
        if names.names:
            found.append(Told(N_("The area does better than {names}."), {"names": names}))
    return found


def strengths_and_needs(table: GapTable, proposals: Sequence[Proposal]) -> list[list[Told]]:
    """Two lists under their headings; a list without figures is left out."""
    good, needs = strengths(table), [proposal.reason for proposal in proposals]
    parts = []
    if good:
        parts.append([Told(N_("Strengths."), {}), *good])
    if needs:
        parts.append([Told(N_("Needs."), {}), *needs])
    return parts
