"""Rows of figures: wide (a column per year or indicator) or long (a row per year), of municipalities alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coopdesk.annex.layout.filled import Row
from coopdesk.annex.meaning.breakdowns import says_whole
from coopdesk.annex.meaning.dimensions import dimension_of, part_in
from coopdesk.annex.meaning.numbers import FigureRead, Style, column_style, read_figure
from coopdesk.annex.meaning.periods import joined_period, read_period, spans_years
from coopdesk.annex.meaning.places import (
    PlaceKind,
    PlaceRead,
    Setting,
    is_aggregate,
    is_body,
    read_code,
    read_nis,
    read_place,
)
from coopdesk.annex.meaning.series import Series, read_series, read_unit
from coopdesk.annex.model import Doubt, FigureEntry, FigureState, Line, Meaning
from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.annex.verdict.ground import Ground, MeantTable, Source, judged, skipped
from coopdesk.annex.verdict.rows import no_data

_PERHAPS_OUTSIDE = (PlaceKind.UNKNOWN, PlaceKind.AMBIGUOUS)
_COUNTED = (
    r"\b(?:aantal|inwoners|bevolking|population|personen|werkzoekenden|werklozen|leefloners|jobs|vacatures|totaal)\b"
)


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of values: its position in the table, its series, and how it writes numbers."""

    at: int
    heading: str
    series: Series
    style: Style


def value_columns(meant: MeantTable, around: str, ground: Ground, chosen: dict[int, Series]) -> list[ValueColumn]:
    """The columns of values of a table, with what a person chose for them going first."""
    body = [meant.table.row(n) for n in meant.table.body()]
    found = []
    for at, meaning in enumerate(meant.meanings):
        if meaning is not Meaning.VALUE:
            continue
        words = meant.table.headings[at][1]
        series = chosen.get(at) or read_series(words, around)
        about = series if series.indicator or series.unit else _long_series(meant, body, around)
        style = column_style(list({row[at] for row in body}), rate=about.unit == "%", count=counts(about, words))
        found.append(ValueColumn(at, " ".join(words), series, style))
    told = {column.series.period for column in found if column.series.period}
    if len(told) != 1:
        return found
    # One year over one of the columns is the year of its neighbours that say none.
    year = told.pop()
    return [replace(column, series=replace(column.series, period=year)) for column in found]


def counts(series: Series, words: Sequence[str]) -> bool:
    """Whether a column counts people or things, so that its numbers have no decimals."""
    return series.unit != "%" and bool(series.indicator or re.search(_COUNTED, " ".join(words).lower()))


def _long_series(meant: MeantTable, body: list[Row], around: str) -> Series:
    """What the figures of a long table are, if all its rows are about the same."""
    at = meant.at(Meaning.INDICATOR)
    names = {row[at].text for row in body} if at >= 0 else set()
    unit_at = meant.at(Meaning.UNIT)
    units = set(map(read_unit, {row[unit_at].text for row in body})) if unit_at >= 0 else set()
    if len(names) == 1:
        found = read_series((names.pop(),), around)
        return replace(found, unit=found.unit or next(iter(units), "")) if len(units) == 1 else found
    return Series(unit=units.pop()) if len(units) == 1 else Series()


@dataclass(frozen=True, slots=True)
class About:
    """What an entry says beside its place and its value."""

    heading: str
    indicator: str
    period: str
    unit: str
    breakdown: str


@dataclass(frozen=True, slots=True)
class Careful:
    """Reads any row of a table of figures."""

    meant: MeantTable
    columns: list[ValueColumn]
    ground: Ground
    period: str
    around: str

    def line(self, number: int) -> Line:
        """The row with its verdict."""
        source = self.source(number)
        reason = no_data(source, self.ground.register)
        return skipped(source, reason) if reason else self._line(source)

    def source(self, number: int) -> Source:
        return Source(self.meant, number, self.meant.table.row(number))

    def _line(self, source: Source) -> Line:
        place, doubts = place_of(source, self.ground)
        if place.kind in (PlaceKind.AGGREGATE, PlaceKind.OUTSIDE):
            return skipped(source, place.kind.value)
        if not any(source.cells[c.at].filled for c in self.columns):
            return skipped(source, "no_value" if place.kind is PlaceKind.MATCHED else "footnote")
        entries = [self._entry(source, column, place.nis) for column in self.columns]
        if place.kind is PlaceKind.UNKNOWN and _says_nothing(source, entries):
            return skipped(source, "footnote")
        for column, entry in zip(self.columns, entries, strict=True):
            if entry.state is FigureState.UNREADABLE:
                doubts.append(Doubt("unreadable_number", entry.origin))
            elif column.style.doubt and entry.state is FigureState.OK:
                doubts.append(Doubt(column.style.doubt, entry.origin))
        if reason := unclear_time(entries, spans=self.spans_years(source)):
            doubts.append(Doubt(reason, source.origin(Meaning.PLACE)))
        return judged(source, tuple(entries) if place.nis else (), doubts, self.ground.choices)

    def _entry(self, source: Source, column: ValueColumn, nis: str) -> FigureEntry:
        figure = self.figure(source.cells[column.at], column)
        about = self.about(source, column)
        unit = figure.unit or about.unit
        origin = source.spot(column.at)
        return FigureEntry(nis, about.heading, about.indicator, about.period, figure.value, figure.state, unit, origin,
                           about.breakdown)  # fmt: skip

    def spans_years(self, source: Source) -> bool:
        """Whether a figure of the row is of several years at once: said in the row, or over one of its columns."""
        said = [text for _, text in periods_in(source)] or [column.heading for column in self.columns]
        return any(map(spans_years, said))

    def figure(self, cell: Cell, column: ValueColumn) -> FigureRead:
        """The value of a cell; a date among figures is read as it is written."""
        return read_figure(cell._replace(kind=CellKind.TEXT) if cell.kind is CellKind.DATE else cell, column.style)

    def about(self, source: Source, column: ValueColumn) -> About:
        """What the heading of a column and the other cells of the row say of its value."""
        series = column.series
        words = self.meant.table.headings[column.at][1]
        named, (part, split) = source.text(Meaning.INDICATOR), self._parts(source)
        if named or part:
            series = read_series((named, *words) if named else words, self.around, part)
        when = _when(source) or series.period or column.series.period or self.period
        heading = " · ".join(filter(None, (named or column.heading, part, split.partition("=")[2])))
        breakdown = ";".join(filter(None, (series.breakdown, split)))
        return About(heading, series.indicator, when, source.text(Meaning.UNIT) or series.unit, breakdown)

    def _parts(self, source: Source) -> tuple[str, str]:
        """What the columns of a long table say of the population, empty where they say everyone, and the occupation or
        the place of work."""
        people, splits = list[str](), list[str]()
        for at, meaning in enumerate(source.meant.meanings):
            text = source.cells[at].text.strip() if meaning is Meaning.BREAKDOWN else ""
            dimension = dimension_of(self.meant.table.headings[at][1]) if text else ""
            if dimension:
                splits.append(part_in(dimension, text, self._municipality))
            elif text and not says_whole(text):
                people.append(text)
        return " ".join(people), ";".join(filter(None, splits))

    def _municipality(self, text: str) -> str:
        """A municipality by its own name; empty for what is none."""
        read = read_place(text, self.ground.register, Setting(self.ground.vintage, flemish=True))
        known = {one.nis: one.name for one in self.ground.register.named(read.name)}
        return known.get(read.nis, read.name) if read.kind is PlaceKind.MATCHED else ""


def unclear_time(entries: Sequence[FigureEntry], *, spans: bool) -> str:
    """Why it is not clear of which year figures are; empty when it is."""
    if not entries:
        return ""
    return "years_span" if spans else "" if any(entry.period for entry in entries) else "no_period"


def _says_nothing(source: Source, entries: list[FigureEntry]) -> bool:
    """Whether a row names no place, or only has words where figures belong."""
    unnamed = not source.text(Meaning.PLACE) and not source.text(Meaning.NIS)
    return unnamed or all(e.state is FigureState.UNREADABLE and e.origin.raw[:1].isalpha() for e in entries)


def place_of(source: Source, ground: Ground) -> tuple[PlaceRead, list[Doubt]]:
    """The place of a row by its code, else by its name, with what is doubtful about it."""
    origin = source.origin(Meaning.PLACE)
    nis = read_nis(source.text(Meaning.NIS))
    if is_aggregate(source.text(Meaning.PLACE)) or is_body(source.text(Meaning.PLACE)):
        return PlaceRead(PlaceKind.AGGREGATE), []
    if nis:
        kind = read_code(nis, ground.register)
        if kind is not PlaceKind.UNKNOWN:
            return PlaceRead(kind, nis if kind is PlaceKind.MATCHED else ""), []
    text = source.text(Meaning.PLACE) or source.text(Meaning.NIS)
    place = read_place(text, ground.register, Setting(ground.vintage, flemish=True))
    if place.kind in (PlaceKind.MATCHED, PlaceKind.AGGREGATE, PlaceKind.OUTSIDE):
        return place, []
    if place.kind in _PERHAPS_OUTSIDE and not place.nis and ground.register.is_outside(place.name):
        # Figures come in lists of the whole country; elsewhere such a name is more likely a slip.
        return PlaceRead(PlaceKind.OUTSIDE), []
    return place, [Doubt(place.kind.value, origin, ground.proposal(place), place.name)]


def periods_in(source: Source) -> list[tuple[tuple[str, ...], str]]:
    """The cells of a row that tell its period, each with the words above it."""
    meant = source.meant
    return [(meant.table.headings[at][1], _shown(source.cells[at])) for at, meaning in enumerate(meant.meanings)
            if meaning is Meaning.PERIOD and source.cells[at].filled]  # fmt: skip


def _shown(cell: Cell) -> str:
    """The text of a cell, of a date as much as is shown of it."""
    return cell.text[: {"year": 4, "month": 7}.get(cell.shape, 10)] if cell.kind is CellKind.DATE else cell.text.strip()


def _when(source: Source) -> str:
    """The period of a row; a year and a month or quarter may stand in columns of their own."""
    told = periods_in(source)
    if len(told) < 2:
        return read_period(told[0][1]) if told else ""
    return joined_period([(" ".join(words), text) for words, text in told])
