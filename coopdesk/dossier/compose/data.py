"""The tables of figures in the annex: every municipality through the years, with why a figure is missing."""

from __future__ import annotations

from collections.abc import Iterable

from coopdesk.analysis.model import OWN_AREA
from coopdesk.analysis.queries.basis import Basis, shown
from coopdesk.dossier.compose.chain import DataPart, DataRow
from coopdesk.dossier.compose.discretion import Discretion
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.model import ObservationState, Unit
from coopdesk.figures.queries import Figure, sources_of
from coopdesk.figures.wording import STATES
from coopdesk.words.sentence import within

_MOST_PERIODS = 6
_MOST_NAMES = 8


def data_part(basis: Basis, indicator: str, discretion: Discretion) -> DataPart | None:
    """An indicator of the area and its municipalities, the last years; None when there are no figures."""
    known, words = BY_CODE[indicator], basis.words
    last = basis.year(indicator)
    years = [year for year in basis.reader.years(indicator) if year <= last][-_MOST_PERIODS:]
    periods = tuple(str(year) for year in years)
    if not periods:
        return None
    basis.reader.read_ahead(indicator, periods)
    table = _Table(basis, indicator, discretion)
    rows = [table.row(code, periods) for code in basis.codes]
    rows.append(table.row(OWN_AREA, periods))
    if known.unit in (Unit.PERCENT, Unit.RATIO):
        rows += [table.row(place, periods) for place in basis.references]
    breaks = [at for at in known.breaks if periods[0] < at <= periods[-1]]
    notes = [
        *table.notes(),
        *(words.say("The definition changed in {period}.", period=words.formats.period(b)) for b in breaks),
    ]
    sources = [s.name for s in sources_of(basis.work, sorted(table.ids))]
    if sources:
        notes.append(words.say("Source: {source}", source=words.formats.listing(sources)))
    return DataPart(
        indicator, words.say(known.title), words.say(known.definition), periods, tuple(rows), "\n".join(notes)
    )


def remarks_on(
    basis: Basis, indicator: str, places: Iterable[str], periods: Iterable[str], discretion: Discretion
) -> str:
    """What has to be said under a table of an indicator: why figures are missing, and which totals are of a part."""
    table, wanted = _Table(basis, indicator, discretion), tuple(p for p in periods if p)
    for place in places:
        table.row(place, wanted)
    return "\n".join(table.notes())


class _Table:
    """Writes the rows of one indicator, and remembers what was missing and why."""

    def __init__(self, basis: Basis, indicator: str, discretion: Discretion) -> None:
        self._basis, self._indicator, self._discretion = basis, indicator, discretion
        self.ids: set[str] = set()
        self._missing: dict[str, dict[str, list[str]]] = {}
        self._partial: dict[tuple[str, ...], list[str]] = {}

    def row(self, place: str, periods: tuple[str, ...]) -> DataRow:
        """A place with its values; the own area is strong."""
        basis, cells = self._basis, []
        for period in periods:
            found = basis.reader.figure(self._indicator, basis.place(place), period)
            self.ids.update(found.observation_ids)
            cells.append(self._cell(place, period, found))
        return DataRow(place, basis.name(place), tuple(cells), strong=place == OWN_AREA)

    def notes(self) -> list[str]:
        """What the dashes stand for, and which totals are of a part only."""
        words, formats = self._basis.words, self._basis.words.formats
        lines = []
        for reason, periods_of in self._missing.items():
            listed = [f"{name} {_span(periods)}" for name, periods in periods_of.items()]
            more = len(listed) - _MOST_NAMES
            shown = listed[:_MOST_NAMES] + ([words.count("{n} more", "{n} more", more)] if more > 0 else [])
            lines.append(f"– {reason}: {formats.listing(shown)}.")
        for missing, periods in self._partial.items():
            names_left = formats.listing(self._basis.gazetteer.names(missing))
            lines.append(
                words.say(
                    "{periods}: the total is without {names}.", periods=formats.listing(periods), names=names_left
                )
            )
        return lines

    def _cell(self, place: str, period: str, found: Figure) -> str:
        words, digits = self._basis.words, shown(self._indicator)
        if place in self._discretion.hidden(self._indicator, period) or self._discretion.is_small(
            self._indicator, found.value
        ):
            self._lack(words.say("left out, because it is or would give away a small number of people"), place, period)
            return "–"
        if found.value is None:
            self._lack(self._why(found), place, period)
            return "–"
        if found.missing and place == OWN_AREA:
            self._partial.setdefault(tuple(sorted(found.missing)), []).append(period)
        formats = words.formats
        return (
            formats.rate(found.value, digits.digits) if digits.percent else formats.number(found.value, digits.digits)
        )

    def _why(self, found: Figure) -> str:
        """Why there is no figure."""
        if found.state is ObservationState.OK and not found.place.isdigit():
            return self._basis.words.say("too few of the numbers it is made of are known")
        state = ObservationState.NOT_AVAILABLE if found.state is ObservationState.OK else found.state
        return within(self._basis.words.say(STATES[state]))

    def _lack(self, reason: str, place: str, period: str) -> None:
        self._missing.setdefault(reason, {}).setdefault(self._basis.name(place), []).append(period)


def _span(periods: list[str]) -> str:
    """2020–2025 for six years in a row, otherwise each."""
    whole = int(periods[-1]) - int(periods[0]) + 1 == len(periods) > 2
    return f"{periods[0]}–{periods[-1]}" if whole else ", ".join(periods)
