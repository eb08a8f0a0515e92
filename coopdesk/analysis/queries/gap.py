"""The gap of an area as the chapter shows it, from the figures as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coopdesk.analysis.model import OWN_AREA
from coopdesk.analysis.queries.basis import Basis, shown
from coopdesk.analysis.rules import commentary, proposals, telling
from coopdesk.analysis.rules.gap import RATE, GapRow, GapTable, conclusion
from coopdesk.analysis.rules.proposals import Compared, Proposal
from coopdesk.analysis.rules.telling import Told
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.model import Source
from coopdesk.figures.queries import Gap, GapLine


@dataclass(frozen=True, slots=True)
class GapView:
    """Everything the gap chapter shows; `population_period` is the year of the inhabitants the persons rest on."""

    table: GapTable
    target: str
    title: str
    population_period: str
    sources: tuple[Source, ...]
    proposals: tuple[Proposal, ...]


def gap_view(basis: Basis) -> GapView:
    """The gap in the year of the analysis, or in the nearest year with figures."""
    year = basis.year(RATE) or basis.analysis.year
    found = basis.gap(year, basis.since(RATE, year), basis.analysis.target)
    table = as_table(basis, found)
    target = basis.words.formats.rate(found.target, 0 if found.target % 1 == 0 else 1)
    title = telling.plain(conclusion(table, target), basis.words, shown)
    made = (*proposals.from_gap(table), *beside_figures(basis))
    return GapView(table, target, title, found.population_period, found.sources, made)


def as_table(basis: Basis, found: Gap) -> GapTable:
    """The gap with names, the parts in the order of the figures."""
    order = {place: at for at, place in enumerate(basis.references)}
    references = sorted(found.references, key=lambda line: order.get(line.place, len(order)))
    return GapTable(
        found.year,
        found.since or 0,
        found.target,
        tuple(_row(basis, line, line.place) for line in found.parts),
        _row(basis, found.whole, OWN_AREA),
        tuple(_row(basis, line, line.place) for line in references),
    )


def _row(basis: Basis, line: GapLine, place: str) -> GapRow:
    population = None if line.population is None else int(line.population)
    return GapRow(
        place, basis.name(place), line.rate, line.before, line.gap_pp, line.extra_persons, population, line.employed,
        line.observation_ids, basis.prose(place),
    )  # fmt: skip


def drafted(basis: Basis, view: GapView) -> str:
    """A first version of the commentary, its figures alive."""
    return joined(commentary.gap_commentary(view.table, view.target), basis)


def joined(paragraphs: Sequence[Sequence[Told]], basis: Basis) -> str:
    """Paragraphs of sentences as text with live figures."""
    return "\n\n".join(" ".join(telling.alive(told, basis.words) for told in part) for part in paragraphs)


def beside_figures(basis: Basis) -> list[Proposal]:
    """What other indicators than the employment rate give rise to."""
    return [
        *proposals.more_unemployment(_beside(basis, ("unemployment_rate", "jobseeker_rate"))),
        *proposals.rising_jobseekers(_risen(basis, ("jobseekers", "unemployed_jobseekers"))),
    ]


def _beside(basis: Basis, indicators: Sequence[str]) -> list[Compared]:
    """The first of these indicators with figures, beside the widest place that has one."""
    for indicator in indicators:
        year = str(basis.year(indicator))
        own = basis.reader.figure(indicator, basis.own, year) if year != "0" else None
        if own is None or own.value is None:
            continue
        for place in reversed(basis.references):
            other = basis.reader.figure(indicator, place, year)
            if other.value is not None:
                subject = basis.words.say(BY_CODE[indicator].title)
                name = basis.prose(place)
                return [Compared(indicator, subject, year, own.value, other.value, name, place,
                                 observation_ids=own.observation_ids)]  # fmt: skip
    return []


def _risen(basis: Basis, indicators: Sequence[str]) -> list[Compared]:
    """The first of these numbers that is known for the area in its year and in the year before that."""
    for indicator in indicators:
        year = basis.year(indicator)
        earlier = [one for one in basis.reader.years(indicator) if one < year]
        if not earlier:
            continue
        now, before = (basis.reader.figure(indicator, basis.own, str(one)) for one in (year, earlier[-1]))
        if now.value is not None and before.value is not None and not (now.missing or before.missing):
            subject = basis.words.say(BY_CODE[indicator].title)
            return [Compared(indicator, subject, str(year), now.value, before.value, other_period=str(earlier[-1]),
                             observation_ids=now.observation_ids)]  # fmt: skip
    return []
