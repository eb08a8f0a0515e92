"""Rows of figures: wide (a column per year or indicator) or long (a row per year), of municipalities alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coopdesk.annex.layout.filled import Row
from coopdesk.annex.meaning.breakdowns import says_whole
from coopdesk.annex.meaning.numbers import Style, column_style, read_figure
from coopdesk.annex.meaning.periods import joined_period, read_period
from coopdesk.annex.meaning.places import PlaceKind, PlaceRead, Setting, is_aggregate, read_code, read_nis, read_place
from coopdesk.annex.meaning.series import Series, read_series, read_unit
from coopdesk.annex.model import Doubt, FigureEntry, FigureState, Line, Meaning, Origin
from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.annex.verdict.ground import Ground, MeantTable, Source, judged, skipped
from coopdesk.annex.verdict.rows import no_data

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
        about = series if series.indicator else _long_series(meant, body, around)
        style = column_style([row[at] for row in body], rate=about.unit == "%", count=counts(about, words))
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
    units = {read_unit(row[unit_at].text) for row in body} if unit_at >= 0 else set()
    if len(names) == 1:
        found = read_series((names.pop(),), around)
        return replace(found, unit=found.unit or next(iter(units), "")) if len(units) == 1 else found
    return Series(unit=units.pop()) if len(units) == 1 else Series()


def read_figures(meant: MeantTable, columns: list[ValueColumn], ground: Ground, period: str, around: str) -> list[Line]:
    """A line for every row of the body; `period` stands in where neither row nor heading has a year."""
    lines = []
    for number in range(meant.table.first, meant.table.last + 1):
        source = Source(meant, number, meant.table.row(number))
        reason = no_data(source, ground.register)
        lines.append(skipped(source, reason) if reason else _line(source, columns, ground, period, around))
    return lines


def _line(source: Source, columns: list[ValueColumn], ground: Ground, period: str, around: str) -> Line:
    place, doubts = _place(source, ground)
    if place.kind in (PlaceKind.AGGREGATE, PlaceKind.OUTSIDE):
        return skipped(source, place.kind.value)
    if not any(source.cells[c.at].filled for c in columns):
        return skipped(source, "no_value" if place.kind is PlaceKind.MATCHED else "footnote")
    if place.kind is PlaceKind.UNKNOWN and not source.text(Meaning.PLACE) and not source.text(Meaning.NIS):
        return skipped(source, "footnote")
    entries = []
    for column in columns:
        entry = _entry(source, column, place.nis, period, around)
        entries.append(entry)
        if entry.state is FigureState.UNREADABLE:
            doubts.append(Doubt("unreadable_number", entry.origin))
        elif column.style.doubt and entry.state is FigureState.OK:
            doubts.append(Doubt(column.style.doubt, entry.origin))
    if entries and not any(entry.period for entry in entries):
        doubts.append(Doubt("no_period", source.origin(Meaning.PLACE)))
    return judged(source, tuple(entries) if place.nis else (), doubts, ground.choices)


def _place(source: Source, ground: Ground) -> tuple[PlaceRead, list[Doubt]]:
    origin = source.origin(Meaning.PLACE)
    nis = read_nis(source.text(Meaning.NIS))
    if is_aggregate(source.text(Meaning.PLACE)):
        return PlaceRead(PlaceKind.AGGREGATE), []
    if nis:
        kind = read_code(nis, ground.register)
        if kind is not PlaceKind.UNKNOWN:
            return PlaceRead(kind, nis if kind is PlaceKind.MATCHED else ""), []
    text = source.text(Meaning.PLACE) or source.text(Meaning.NIS)
    place = read_place(text, ground.register, Setting(ground.vintage, flemish=True))
    if place.kind in (PlaceKind.MATCHED, PlaceKind.AGGREGATE, PlaceKind.OUTSIDE):
        return place, []
    return place, [Doubt(place.kind.value, origin, ground.proposal(place), place.name)]


def _entry(source: Source, column: ValueColumn, nis: str, period: str, around: str) -> FigureEntry:
    cell = source.cells[column.at]
    figure = read_figure(_percent(cell, column), column.style)
    series = column.series
    named = source.text(Meaning.INDICATOR)
    part = _part(source)
    if named or part:
        words = (named or " ".join(source.meant.table.headings[column.at][1]), *_below(source, column, named))
        series = read_series(words, around, part)
    table = source.meant.table
    origin = Origin(table.sheet.name, source.number, table.columns[column.at], cell.text)
    unit = figure.unit or source.text(Meaning.UNIT) or series.unit
    when = _when(source) or series.period or column.series.period or period
    heading = " · ".join(filter(None, (named or column.heading, part)))
    return FigureEntry(
        nis, heading, series.indicator, when, figure.value, figure.state, unit, origin, series.breakdown
    )  # fmt: skip


def _below(source: Source, column: ValueColumn, named: str) -> tuple[str, ...]:
    return source.meant.table.headings[column.at][1] if named else ()


def _when(source: Source) -> str:
    """The period of a row; a year and a month or quarter may stand in columns of their own."""
    meant = source.meant
    told = [(meant.table.headings[at][1], source.cells[at].text.strip()) for at, meaning in enumerate(meant.meanings)
            if meaning is Meaning.PERIOD and source.cells[at].filled]  # fmt: skip
    if len(told) < 2:
        return read_period(told[0][1]) if told else ""
    return joined_period([(" ".join(words), text) for words, text in told])


def _part(source: Source) -> str:
    """What the columns of a long table say of the population; empty where they say everyone."""
    texts = [source.cells[at].text.strip() for at, meaning in enumerate(source.meant.meanings)
             if meaning is Meaning.BREAKDOWN]  # fmt: skip
    return " ".join(text for text in texts if text and not says_whole(text))


def _percent(cell: Cell, column: ValueColumn) -> Cell:
    """A fraction is a percentage only when its cell is shown as one."""
    return cell if cell.kind is not CellKind.DATE else Cell(CellKind.TEXT, cell.text)
