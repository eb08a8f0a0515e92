"""Rows of a table of figures with a column per municipality: each row is a figure, a year or both."""

from __future__ import annotations

from coopdesk.annex.meaning.numbers import FigureRead, column_style, read_figure
from coopdesk.annex.meaning.periods import spans_years
from coopdesk.annex.meaning.places import PlaceKind, PlaceRead, Setting, read_place
from coopdesk.annex.meaning.series import Series, read_series
from coopdesk.annex.model import Doubt, FigureEntry, FigureState, Line, Origin
from coopdesk.annex.verdict.figures import counts, unclear_time
from coopdesk.annex.verdict.ground import Ground, MeantTable, Source, judged, skipped

_NO_PLACE = (PlaceKind.AGGREGATE, PlaceKind.OUTSIDE)


def read_crossed(meant: MeantTable, ground: Ground, period: str, around: str) -> list[Line]:
    """A line for every row of the body, with a figure for every municipality above it."""
    setting = Setting(ground.vintage, flemish=True)
    places = {at: read_place(" ".join(words), ground.register, setting)
              for at, (column, words) in enumerate(meant.table.headings) if column in meant.table.crossed}  # fmt: skip
    sources = (Source(meant, n, meant.table.row(n)) for n in range(meant.table.first, meant.table.last + 1))
    group = ""
    lines = []
    for source in sources:
        labels = [source.cells[at].text.strip() for at in range(len(source.cells)) if at not in places]
        said = " ".join(label for label in labels if label)
        if not any(source.cells[at].filled for at in places):
            # A row with only words is the name of the figures under it, or a note under the table.
            group = said or group
            lines.append(skipped(source, _reason(source)))
            continue
        lines.append(_line(source, places, (group, said), ground, period, around))
    return lines


def _reason(source: Source) -> str:
    if not source.filled():
        return "blank"
    return "repeated_header" if source.number in source.meant.table.repeated else "footnote"


def _line(
    source: Source, places: dict[int, PlaceRead], words: tuple[str, str], ground: Ground, period: str, around: str
) -> Line:
    if source.number in source.meant.table.repeated:
        return skipped(source, "repeated_header")
    series = read_series([word for word in words if word], around)
    filled = [source.cells[at] for at in places if source.cells[at].filled]
    style = column_style(filled, rate=series.unit == "%", count=counts(series, words))
    entries: list[FigureEntry] = []
    doubts: list[Doubt] = []
    for at, place in places.items():
        figure = read_figure(source.cells[at], style)
        origin = source.spot(at)
        if place.kind in _NO_PLACE:
            continue
        if place.kind is not PlaceKind.MATCHED:
            doubts.append(Doubt(place.kind.value, origin, ground.proposal(place), place.name))
        if figure.state is FigureState.UNREADABLE or (style.doubt and figure.value is not None):
            doubts.append(Doubt(style.doubt or "unreadable_number", origin))
        if place.nis:
            entries.append(_entry(place.nis, words, series, series.period or period, figure, origin))
    if reason := unclear_time(entries, spans=any(map(spans_years, words))):
        doubts.append(Doubt(reason, source.spot(next(iter(places)))))
    return judged(source, tuple(entries), doubts, ground.choices)


def _entry(
    nis: str, words: tuple[str, str], series: Series, period: str, figure: FigureRead, origin: Origin
) -> FigureEntry:
    heading = " · ".join(word for word in words if word)
    unit = figure.unit or series.unit
    return FigureEntry(
        nis, heading, series.indicator, period, figure.value, figure.state, unit, origin, series.breakdown
    )
